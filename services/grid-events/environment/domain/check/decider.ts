import { deciderOf } from "../../../../../shared/decider/index.ts";
import { callOff, check, expose, fix, nextCheckDeadline, passTime, plan, visit } from "./handling.ts";
import { checkMoves } from "./moves.ts";
import { type CheckWords, responsibleKinds } from "./words.ts";

const over: ReadonlySet<string> = new Set(["clean", "put-right", "called-off"]);

/** An inspection of the environment (G11), unannounced, with pictures before and after. */
export const environmentCheck = deciderOf<CheckWords>({
  aggregate: "environment-check",
  shape: 1,
  codes: { kind: responsibleKinds },
  ended: ({ status }) => over.has(status),
  retainedAs: "voice",
  erasedTo: { place: undefined },
  moves: checkMoves,
  impossible: "grid-events.check-not-in-this-state",
  byItself: ["pass-time"],
  begin: { plan },
  steps: {
    ...{ visit, fix, check, expose, "call-off": callOff },
    "pass-time": (state, _command, context) => passTime(state, context),
  },
  begun: {
    "grid-events.environment-check.scheduled": ({ data, personal, time }) => ({
      ...{ status: "scheduled", plannedAt: time, overdue: false },
      ...data,
      ...personal,
    }),
  },
  effects: {
    "grid-events.environment-check.found-clean": (state, { data: { on }, personal }) => ({
      ...state,
      ...{ status: "clean", found: { on, problems: [], ...personal } },
    }),
    "grid-events.environment-check.warned": (state, { data: { on, problems, until }, personal }) => {
      const { responsible, ...found } = personal;
      return { ...state, status: "warned", warnedUntil: until, responsible, found: { on, problems, ...found } };
    },
    "grid-events.environment-check.fixed": (state, { data: { on }, personal, actor }) => ({
      ...state,
      ...{ status: "fixed", answer: { on, by: actor, ...personal } },
    }),
    "grid-events.environment-check.put-right": (state) => ({ ...state, status: "put-right" }),
    "grid-events.environment-check.not-put-right": ({ answer: _answer, ...state }) => ({
      ...state,
      status: state.exposure === undefined ? "warned" : "exposed",
    }),
    "grid-events.environment-check.overdue": (state) => ({ ...state, overdue: true }),
    "grid-events.environment-check.exposed": (state, { data: { on }, personal }) => ({
      ...state,
      ...{ status: "exposed", exposure: { on, ...personal } },
    }),
    "grid-events.environment-check.called-off": (state) => ({ ...state, status: "called-off" }),
  },
  listed: ({ status, plannedAt, exposure }, id) => ({
    byStatus: { partition: `environment-check:${status}`, sort: `${plannedAt}#${id}` },
    // On the list until it is put right, also while somebody looks again.
    ...(exposure === undefined || over.has(status)
      ? {}
      : { byCode: { partition: exposureList, sort: `${exposure.on}#${id}` } }),
  }),
  nextDeadline: nextCheckDeadline,
  onDeadline: () => ({ type: "pass-time" }),
});

/** Where what everybody reads stands. */
export const exposureList = "environment-check:on-the-list";
