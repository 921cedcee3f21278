import type { Decider, DomainEvent } from "../decider/index.ts";
import type { PowerCopy } from "./copy.ts";

/** What was decided of a case that was open when its power was recalled; a service's own copy. */
export interface RunningCase {
  readonly recalledFrom: string;
  readonly outcome: "finish" | "transfer";
  readonly document: string;
}
export interface LearnSettlement extends RunningCase {
  readonly type: "learn";
}
export type RunningCaseEvent<S extends string> = DomainEvent & {
  readonly type: `${S}.running-case.learned`;
  readonly data: RunningCase;
};

/** The decider of a service's copies: one for each case, or case and power, of which something was decided (CF-24b). */
export const runningCasesOf = <S extends string>(
  service: S,
): Decider<RunningCase, LearnSettlement, RunningCaseEvent<S>> => ({
  aggregate: "running-case",
  shape: 1,
  decide(state, { type: _type, ...data }) {
    if (state !== undefined && JSON.stringify(state) === JSON.stringify(data)) return [];
    return [{ type: `${service}.running-case.learned`, data }];
  },
  evolve: (_state, { data: { recalledFrom, outcome, document } }) => ({ recalledFrom, outcome, document }),
});

/**
 * The power a case is decided under (CF-24b, P5): the town's own as it stands. Of a case that was open when the power
 * was recalled, as somebody decided in writing: finished as if it had not been recalled, or passed on and no more.
 * Without such a decision a recalled power decides nothing.
 */
export function powerOfCase(
  power: PowerCopy | undefined,
  settled: Pick<RunningCase, "recalledFrom" | "outcome"> | undefined,
): PowerCopy | undefined {
  if (power === undefined || settled === undefined) return power;
  const changes = power.changes.filter(({ kind, from }) => kind !== "recalled" || from !== settled.recalledFrom);
  if (settled.outcome === "finish") return { ...power, changes };
  const only = { kind: "adjusted" as const, from: settled.recalledFrom, townRole: "forwards" as const };
  return { ...power, townRole: "forwards", changes: [...changes, only] };
}
