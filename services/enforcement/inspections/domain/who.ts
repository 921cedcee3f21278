import type { Actor, Context, Rejection } from "../../../../shared/decider/index.ts";
import { byMachine } from "../../common/domain/case-rules.ts";
import { isEnforcer, isHead } from "../../leads/domain/who.ts";
import { in1, in3, notYou } from "./refusals.ts";

export { isEnforcer, isHead };

/** Whom a rule keeps away: who is the enterprise itself, or has said that he is too near to it. */
export interface Nearness {
  readonly key?: string;
  readonly conflicts?: readonly { readonly sub: string }[];
}

/** CF-43: the person is the enterprise itself, or stands on its list of conflicts. */
export const isTooNear = ({ key, conflicts = [] }: Nearness, { sub, party }: Pick<Actor, "sub" | "party">): boolean =>
  (party !== undefined && party === key) || conflicts.some((one) => one.sub === sub);

/** IN-1: only the office that holds the power, by a person of its own (P-5). */
export const enforcerOnly = ({ actor, town }: Context): Rejection | undefined =>
  byMachine(actor) ?? (isEnforcer(actor, town) ? undefined : notYou("enforcement.inspection-not-enforcement", in1));

/** IN-3: the head of the organ approves, as a person (P-5). */
export const headOnly = ({ actor, town, today }: Context): Rejection | undefined =>
  byMachine(actor) ?? (isHead(actor, { town, today }) ? undefined : notYou("enforcement.inspection-head-only", in3));
