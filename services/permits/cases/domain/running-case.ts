import { type Decision, type DomainEvent, deciderOf } from "../../../../shared/decider/index.ts";
import type { PowerCopy } from "../../common/domain/known-power.ts";

/** What was decided of a case that was open when its power was recalled; the permits service's own copy. */
export interface RunningCase {
  readonly recalledFrom: string;
  readonly outcome: "finish" | "transfer";
  readonly document: string;
}
export interface LearnSettlement extends RunningCase {
  readonly type: "learn";
}
type RunningCaseEvent = DomainEvent & {
  readonly type: "permits.running-case.learned";
  readonly data: RunningCase;
};

interface RunningCaseWords {
  readonly state: RunningCase;
  readonly command: LearnSettlement;
  readonly event: RunningCaseEvent;
  readonly moves: Record<never, never>;
  readonly begins: "learn";
  readonly begun: "permits.running-case.learned";
  readonly refusal: never;
}

/** One for each case of which something was decided; its id is the application's. */
export const runningCase = deciderOf<RunningCaseWords>({
  aggregate: "running-case",
  shape: 1,
  begin: { learn: (command) => learn(undefined, command) },
  always: { learn },
  begun: {
    "permits.running-case.learned": ({ data: { recalledFrom, outcome, document } }) => ({
      recalledFrom,
      outcome,
      document,
    }),
  },
  effects: {},
});

function learn(state: RunningCase | undefined, { type: _type, ...data }: LearnSettlement): Decision<RunningCaseEvent> {
  if (state !== undefined && JSON.stringify(state) === JSON.stringify(data)) return [];
  return [{ type: "permits.running-case.learned", data }];
}

/**
 * The power a case is decided under (CF-24b, P5): the town's own as it stands. Of a case that was open when the power
 * was recalled, as somebody decided in writing: finished as if it had not been recalled, or passed on and no more.
 * Without such a decision a recalled power decides nothing.
 */
export function powerOfCase(power: PowerCopy | undefined, settled: RunningCase | undefined): PowerCopy | undefined {
  if (power === undefined || settled === undefined) return power;
  const changes = power.changes.filter(({ kind, from }) => kind !== "recalled" || from !== settled.recalledFrom);
  if (settled.outcome === "finish") return { ...power, changes };
  const only = { kind: "adjusted" as const, from: settled.recalledFrom, townRole: "forwards" as const };
  return { ...power, townRole: "forwards", changes: [...changes, only] };
}
