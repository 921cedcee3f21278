import { deciderOf } from "../../../../../shared/decider/index.ts";
import { inspectionEvents } from "./evolve.ts";
import { act, annotate, nextDeadline, passTime } from "./handling.ts";
import { findingResults } from "./inspection.ts";
import { inspectionMoves } from "./moves.ts";
import { begin, callOff, plan, planAgain, rearrange } from "./planning.ts";
import { acknowledge, holdAnew, record, sign } from "./recording.ts";
import { isOpen, isToldHolder } from "./visibility.ts";
import type { InspectionWords } from "./words.ts";

/** A supervision inspection (XK-61 to XK-66), from its planning to the archive. */
export const inspection = deciderOf<InspectionWords>({
  aggregate: "inspection",
  shape: 1,
  codes: { occasion: ["routine", "for-cause", "report", "re-inspection"], result: findingResults },
  ended: ({ status }) => status === "archived" || status === "called-off",
  moves: inspectionMoves,
  impossible: "permits.inspection-not-in-this-state",
  begin: { plan, begin },
  // Begun twice it is the same inspection.
  always: { begin: () => [] },
  steps: {
    plan: planAgain,
    rearrange,
    "call-off": (state, { reasons }, context) => callOff(state, reasons, context),
    record,
    sign,
    acknowledge,
    "hold-anew": (_state, { reasons }, context) => holdAnew(reasons, context),
    act,
    annotate: (state, { text }, context) => annotate(state, text, context),
    "pass-time": (state, _command, context) => passTime(state, context),
  },
  ...inspectionEvents,
  listed(state, id) {
    const { status, subject, by } = state;
    const { certificate, item, office, owner } = subject;
    const on = "record" in state ? state.record.heldOn : by;
    return {
      byStatus: { partition: `inspection:${status}`, sort: `${by}#${id}` },
      byDomain: { partition: `inspection:certificate:${certificate}`, sort: `${on}#${id}` },
      ...(office === undefined ? {} : { byOffice: { partition: `inspection:${office}`, sort: `${by}#${id}` } }),
      ...(owner !== undefined && isToldHolder(state)
        ? { byOwner: { partition: `inspection:${owner}`, sort: `${on}#${id}` } }
        : {}),
      ...(isOpen(state) ? { byCode: { partition: `inspections:${item.code}`, sort: `${on}#${id}` } } : {}),
    };
  },
  nextDeadline,
  onDeadline: () => ({ type: "pass-time" }),
});
