import { deciderOf } from "../../../../shared/decider/index.ts";
import { erasedMark } from "../../../../shared/identity-codes/index.ts";
import { approve, countersign, drop, makeUpApproval, propose, refuseIt } from "./approving.ts";
import { measureEffects } from "./evolve.ts";
import { beginTest, endTest, extend } from "./lasting.ts";
import { untilOf } from "./measure.ts";
import { measureMoves } from "./moves.ts";
import { carryOut } from "./on-the-spot.ts";
import { nextMeasureDeadline, passTime } from "./passing.ts";
import { beTakenOver, confiscate, fall, handOverGoods, keepForFine, noteSettled, releaseGoods } from "./releasing.ts";
import type { MeasureWords } from "./words.ts";

const over: ReadonlySet<string> = new Set(["refused", "dropped", "ended"]);

/** A measure on goods (CF-56, QZ-16 to QZ-28), from its proposal to the last item. */
export const measure = deciderOf<MeasureWords>({
  aggregate: "measure",
  shape: 2,
  ended: ({ status }) => over.has(status),
  moves: measureMoves,
  impossible: "enforcement.measure-not-in-this-state",
  begin: { propose },
  // What its case, its decision, its goods and time tell it.
  always: {
    propose: () => [],
    "be-taken-over": beTakenOver,
    fall,
    "note-settled": noteSettled,
    "pass-time": passTime,
  },
  steps: {
    approve,
    refuse: refuseIt,
    drop,
    "carry-out": carryOut,
    countersign,
    "make-up-approval": makeUpApproval,
    extend,
    "begin-test": beginTest,
    "end-test": endTest,
    release: releaseGoods,
    "keep-for-fine": keepForFine,
    confiscate,
    "hand-over": handOverGoods,
  },
  ...measureEffects,
  listed: (state, id) => ({
    byStatus: { partition: `measure:${state.status}`, sort: `${untilOf(state) || state.proposedOn}#${id}` },
    byCase: { partition: `measure:${state.case}`, sort: id },
    ...(state.key === "" || state.key === erasedMark
      ? {}
      : { byCode: { partition: `measure:party:${state.key}`, sort: id } }),
  }),
  nextDeadline: nextMeasureDeadline,
});
