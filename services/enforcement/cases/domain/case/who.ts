import type { Context, Rejection } from "../../../../../shared/decider/index.ts";
import { isHeadFor, isRecused } from "../../../../../shared/people/index.ts";
import { byMachine } from "../../../common/domain/case-rules.ts";
import { notYou } from "../refusals.ts";
import type { PenaltyCase } from "./case.ts";
import type { CaseCommand } from "./messages.ts";

const article = { article: "行政处罚法43、54、57" };

/** Steps that anybody may ask for. Their own rules say who. */
const forAnybody: ReadonlySet<CaseCommand["type"]> = new Set(["ask-recusal", "decide-recusal", "pass-time"]);

/**
 * CF-43, CF-43a: a recused person takes no step in the case. L1: no person handles the case in which he is a party himself.
 * While the head has not decided about a recusal, the investigation goes on.
 */
export function keptOut(state: PenaltyCase, { type }: CaseCommand, { actor }: Context): Rejection | undefined {
  if (forAnybody.has(type)) return undefined;
  if (isRecused(state.recusals, actor.sub))
    return notYou("enforcement.recused-from-case", { ...article, rule: "CF-43" });
  if (isPartyOf(state, actor)) return notYou("enforcement.own-case", { ...article, rule: "L1" });
  return undefined;
}

export const isPartyOf = ({ parties }: Pick<PenaltyCase, "parties">, { party }: Context["actor"]): boolean =>
  party !== undefined && parties.some(({ key }) => key === party);

export const isOfficerOf = ({ officers }: Pick<PenaltyCase, "officers">, { sub }: { readonly sub: string }): boolean =>
  officers.some((one) => one.sub === sub);

/** CF-42: a step of the investigation is one of its officers'. */
export const officersOnly = (state: PenaltyCase, { actor }: Context): Rejection | undefined =>
  isOfficerOf(state, actor)
    ? undefined
    : notYou("enforcement.not-an-officer-of-the-case", { article: "行政处罚法42", rule: "CF-42" });

/**
 * CF-57: the organ's head approves, as a person (P-5). He has neither proposed the case nor handled it (L1).
 */
export function headOnly(
  { handlers, proposedBy }: Pick<PenaltyCase, "handlers" | "proposedBy">,
  context: Context,
): Rejection | undefined {
  const { actor, town, today } = context;
  const machine = byMachine(actor);
  if (machine !== undefined) return machine;
  if (!isHeadFor(town.enforcementOffice, actor.sub, "organ", { heads: town.heads, today }))
    return notYou("enforcement.head-only", { ...article, rule: "CF-57" });
  const own = actor.sub === proposedBy || handlers.includes(actor.sub);
  return own ? notYou("enforcement.own-work", { ...article, rule: "CF-57" }) : undefined;
}

/** CF-27a: the chief (正职负责人) or the person who acts in his place: nobody whom he empowered. */
export const isChief = (sub: string, { heads }: Context["town"]): boolean =>
  heads.some((head) => head.sub === sub && head.of === "government");
