import type { Context, Decision } from "../../../../shared/decider/index.ts";
import { agreedPlan } from "../../../../shared/fines/index.ts";
import { isHeadFor } from "../../../../shared/people/index.ts";
import type { Due } from "./fine.ts";
import type { FineCommand, FineEvent } from "./messages.ts";
import { owedOn } from "./owed.ts";
import { watchOf } from "./passing.ts";
import { settled } from "./paying.ts";
import { badInput, notYou, refuse } from "./refusals.ts";

type CommandOf<T> = Extract<FineCommand, { type: T }>;
const article66 = { article: "行政处罚法66(2)", rule: "CF-66" };

/** CF-66: the party asks for more time or for instalments because of hardship; each day is later than the last, the sums are the fine. */
export function askDeferral(
  { fineFen, due, deferral }: Due,
  { kind, plan, reasons }: CommandOf<"ask-deferral">,
  { today }: Context,
): Decision<FineEvent> {
  if (deferral !== undefined && deferral.decided === undefined)
    return refuse("enforcement.deferral-asked-already", article66);
  const sum = plan.reduce((total, { amountFen }) => total + amountFen, 0);
  const inOrder = plan.every(({ due: day }, at) => day > (plan[at - 1]?.due ?? today.toString()));
  const fits = kind === "deferral" ? plan.length === 1 : plan.length > 1;
  const last = plan.at(-1)?.due ?? "";
  if (!fits || !inOrder || sum !== fineFen || last <= (due.due ?? due.start))
    return badInput("enforcement.deferral-plan-wrong", { fineFen, sumFen: sum, ...article66 }, "/plan");
  return [
    {
      type: "enforcement.fine.deferral-asked",
      data: { kind, plan, askedOn: today.toString() },
      personal: { reasons },
    },
  ];
}

/** CF-66: the organ approves. A handler of the case does not approve what its party asks. */
export function decideDeferral(
  state: Due,
  { approved, reasons }: CommandOf<"decide-deferral">,
  context: Context,
): Decision<FineEvent> {
  if (state.deferral === undefined || state.deferral.decided !== undefined)
    return refuse("enforcement.deferral-not-asked", article66);
  const refused = notHead(state, context);
  if (refused !== undefined) return refused;
  const { calendar, today, town } = context;
  const plan = agreedPlan(calendar, state.deferral.plan, town.enforcement.due.restDays);
  const watch = approved ? watchOf({ ...state, agreed: plan }, { calendar }) : state.watch;
  const data = { on: today.toString(), approved, watch, ...(approved ? { plan } : {}) };
  return [{ type: "enforcement.fine.deferral-decided", data, personal: { reasons } }];
}

/** The head of the organ decides, and never of a case that he handled. */
export function notHead({ handledBy }: Pick<Due, "handledBy">, context: Pick<Context, "actor" | "today" | "town">) {
  if (handledBy.includes(context.actor.sub)) return notYou("enforcement.handler-cannot-approve", { rule: "E1" });
  const { enforcementOffice, heads } = context.town;
  return isHeadFor(enforcementOffice, context.actor.sub, "organ", { heads, today: context.today })
    ? undefined
    : notYou("enforcement.head-decides", article66);
}

/** QZ-42 (行政强制法42): the surcharge may be let off once the party has put right what he did. */
export function waiveSurcharge(
  state: Due,
  { putRight }: CommandOf<"waive-surcharge">,
  context: Context,
): Decision<FineEvent> {
  const refused = notHead(state, context);
  if (refused !== undefined) return refused;
  if (!state.surcharge) return refuse("enforcement.surcharge-not-stated", { article: "罚缴分离办法7", rule: "CF-72a" });
  const on = context.today.toString();
  const owed = owedOn({ ...state, waivedOn: on }, on, context);
  return [
    { type: "enforcement.fine.surcharge-waived", data: { on }, personal: { putRight } },
    ...settled(state, owed, on),
  ];
}
