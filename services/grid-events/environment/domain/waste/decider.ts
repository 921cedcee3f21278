import { deciderOf, present } from "../../../../../shared/decider/index.ts";
import { wasteMoves } from "./moves.ts";
import { beginRounds, changedMonth, loadOf, nextWasteDeadline, passTime, record, stop } from "./rounds.ts";
import type { WasteWords } from "./words.ts";

/** The daily waste rounds of a village (G12). */
export const wastePlan = deciderOf<WasteWords>({
  aggregate: "waste-plan",
  shape: 2,
  moves: wasteMoves,
  impossible: "grid-events.waste-not-running",
  byItself: ["pass-time"],
  begin: { begin: (command, context) => beginRounds(command, context) },
  steps: {
    ...{ record, stop },
    begin: (state, command, context) => beginRounds(command, context, state),
    "pass-time": (state, _command, context) => passTime(state, context),
  },
  begun: {
    "grid-events.waste-plan.started": ({ data }, before) => ({
      ...{ status: "running", stages: [], months: before?.months ?? [] },
      ...data,
    }),
  },
  effects: {
    "grid-events.waste-plan.recorded": (state, { data: { on, stage, late, kilograms }, time }) => {
      const missed = state.stages.some((one) => one.stage === stage);
      const done = { stage, at: time, late, ...present({ kilograms }) };
      const stages = [...state.stages.filter((one) => one.stage !== stage), done];
      return {
        ...state,
        stages,
        months: changedMonth(state.months, on, (month) => ({
          ...month,
          due: month.due + (missed ? 0 : 1),
          inTime: month.inTime + (late ? 0 : 1),
          late: month.late + (late ? 1 : 0),
          kilograms: month.kilograms + loadOf(stages) - loadOf(state.stages),
        })),
      };
    },
    "grid-events.waste-plan.missed": (state, { data: { on, stage } }) => ({
      ...state,
      stages: [...state.stages, { stage, late: true }],
      months: changedMonth(state.months, on, (month) => ({ ...month, due: month.due + 1 })),
    }),
    "grid-events.waste-plan.day-begun": (state, { data }) => ({ ...state, ...data, stages: [] }),
    "grid-events.waste-plan.stopped": (state) => ({ ...state, status: "stopped" }),
  },
  listed: ({ village }) => ({ byStatus: { partition: everyWastePlan, sort: village } }),
  nextDeadline: nextWasteDeadline,
  onDeadline: () => ({ type: "pass-time" }),
});

/** Where the rounds of each village stand. */
export const everyWastePlan = "waste-plan:all";
