import { todayIn } from "../../../../shared/calendar/index.ts";
import type { Events, OfType, Recorded } from "../../../../shared/decider/index.ts";
import type { Readiness, ReadinessCommand, ReadinessEvent } from "./readiness.ts";

/** The words from which the tables of the roster are typed. No command begins it: it is empty at first. */
export interface ReadinessWords {
  readonly state: Readiness;
  readonly command: ReadinessCommand;
  readonly event: ReadinessEvent;
  readonly moves: Record<never, never>;
  readonly begins: never;
  readonly begun: never;
  readonly refusal: never;
}

type Of<T extends ReadinessEvent["type"]> = Recorded<OfType<ReadinessEvent, T>>;

/** Each event is followed by a judgement on its day. */
const judgedOnItsDay =
  <E extends { readonly time: string }>(effect: (state: Readiness, event: E) => Omit<Readiness, "judgedOn">) =>
  (state: Readiness, event: E): Readiness => ({ ...effect(state, event), judgedOn: todayIn(event.time).toString() });

const ready = (state: Readiness, { data: { code } }: Of<"powers.readiness.met" | "powers.readiness.restored">) =>
  withPower(state, code, { standing: "ready", unmet: [] });

/** What each event makes of the roster. */
export const readinessEvents: Events<ReadinessWords> = {
  empty: { officers: {}, records: {}, powers: {}, judgedOn: "" },
  begun: {},
  effects: {
    "powers.readiness.watched": judgedOnItsDay((state, { data: { code, power } }: Of<"powers.readiness.watched">) => ({
      ...state,
      powers: { ...state.powers, [code]: power },
    })),
    "powers.readiness.moved": judgedOnItsDay((state, { data: { code, from, domain } }: Of<"powers.readiness.moved">) =>
      withPower(state, code, { moved: [...(state.powers[code]?.moved ?? []), { from, domain }] }),
    ),
    "powers.readiness.released": judgedOnItsDay(
      (state, { data: { code, from: until } }: Of<"powers.readiness.released">) => withPower(state, code, { until }),
    ),
    "powers.readiness.officer-followed": judgedOnItsDay(followed),
    "powers.readiness.counted": judgedOnItsDay(counted),
    "powers.readiness.discounted": judgedOnItsDay(discounted),
    "powers.readiness.judged": judgedOnItsDay((state, _event: Of<"powers.readiness.judged">) => state),
    "powers.readiness.met": judgedOnItsDay(ready),
    "powers.readiness.restored": judgedOnItsDay(ready),
    "powers.readiness.awaited": judgedOnItsDay((state, { data: { code, unmet } }: Of<"powers.readiness.awaited">) =>
      withPower(state, code, { unmet }),
    ),
    "powers.readiness.fallen-below": judgedOnItsDay(
      (state, { data: { code, unmet } }: Of<"powers.readiness.fallen-below">) =>
        withPower(state, code, { standing: "below", unmet }),
    ),
  },
};

function followed(state: Readiness, { data }: Of<"powers.readiness.officer-followed">): Readiness {
  const { certificate, sequence: followedTo, sub, change } = data;
  const changes = [...(state.officers[certificate]?.changes ?? []), change];
  return { ...state, officers: { ...state.officers, [certificate]: { certificate, sub, changes, followedTo } } };
}

function counted(state: Readiness, { data, personal }: Of<"powers.readiness.counted">): Readiness {
  const { record, ...said } = data;
  return { ...state, records: { ...state.records, [record]: { ...said, ...personal } } };
}

function discounted(state: Readiness, { data }: Of<"powers.readiness.discounted">): Readiness {
  const { [data.record]: _gone, ...records } = state.records;
  return { ...state, records };
}

function withPower(state: Readiness, code: string, change: Partial<Readiness["powers"][string]>): Readiness {
  const known = state.powers[code];
  if (known === undefined) throw new TypeError("only a power that is watched is judged");
  return { ...state, powers: { ...state.powers, [code]: { ...known, ...change } } };
}
