import type { Context, Decision } from "../../../../shared/decider/index.ts";
import { askRecusal, decideRecusal } from "../../../../shared/people/index.ts";
import type { Hearing } from "./hearing.ts";
import type { CommandOf, HearingEvent } from "./messages.ts";
import { notNow, notYou } from "./refusals.ts";
import { headOnly, spokenPlace } from "./who.ts";

type Decided = Decision<HearingEvent>;
const article644 = { article: "行政处罚法64(4)", rule: "CF-64a" };

/** CF-64(4), CF-64a: a party, or who represents him, asks that another person chairs it. Until the head has decided, it is not held. */
export function askChairRecusal(
  state: Hearing,
  { ground, reasons, speakers }: CommandOf<"ask-recusal">,
  context: Context,
): Decided {
  const { actor, today } = context;
  const { plan } = state;
  const place = spokenPlace(state, speakers, actor);
  if (place === undefined || place.withdrawnOn !== undefined || plan === undefined)
    return notYou("enforcement.hearing-not-yours", article644);
  const on = today.toString();
  const asked = askRecusal(state.recusals, { sub: plan.chair, askedBy: actor.sub, askedOn: on, ground });
  if (typeof asked === "string") return notNow("enforcement.hearing-recusal", { because: asked, ...article644 });
  return [
    { type: "enforcement.hearing.recusal-asked", data: { on, ground }, personal: { chair: plan.chair, reasons } },
  ];
}

/** CF-64(4), CF-43: the head decides, never about himself. A recused chair never chairs it again. */
export function decideChairRecusal(state: Hearing, command: CommandOf<"decide-recusal">, context: Context): Decided {
  const { recused, reasons } = command;
  const refused = headOnly(state, context);
  if (refused !== undefined) return refused;
  const chair = state.plan?.chair ?? "";
  const on = context.today.toString();
  const decided = decideRecusal(state.recusals, chair, { by: context.actor.sub, on, recused }, true);
  if (typeof decided === "string") return notNow("enforcement.hearing-recusal", { because: decided, ...article644 });
  return [{ type: "enforcement.hearing.recusal-decided", data: { on, recused }, personal: { chair, reasons } }];
}
