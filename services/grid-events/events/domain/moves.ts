import type { MovesOf } from "../../../../shared/decider/index.ts";
import type { GridEvent } from "./event.ts";
import type { EventCommand } from "./messages.ts";

/** What can be done in every state before the end, and leaves it where it is. */
const open = <S extends string>(status: S) =>
  ({
    locate: status,
    regrid: status,
    escalate: status,
    call: status,
    arrive: status,
    join: status,
    "take-in": status,
    "not-same": status,
    split: status,
    disclose: status,
    release: status,
    withhold: status,
    "note-picture": status,
    "note-machines": status,
    "note-lead": status,
    "pass-time": status,
  }) as const;
/** Once it is accepted a clock runs, which can stand. */
const running = <S extends string>(status: S) =>
  ({ ...open(status), pause: status, resume: status, recategorise: status }) as const;
const over = <S extends string>(status: S) =>
  ({
    disclose: status,
    release: status,
    withhold: status,
    "note-picture": status,
    "note-machines": status,
    "note-lead": status,
    "pass-time": status,
  }) as const;

const sampled = <S extends string>(status: S) => ({ draw: status, "check-sample": status }) as const;

/** G-6: the states of a matter and what moves them. Self-handling, withdrawing and reopening are the town's own. */
export const eventMoves = {
  reported: { accept: "accepted", merge: "merged", withdraw: "withdrawn", ...open("reported") },
  accepted: {
    ...running("accepted"),
    reject: "rejected",
    merge: "merged",
    file: "filed",
    "handle-here": "handling-here",
    withdraw: "withdrawn",
  },
  "handling-here": { ...running("handling-here"), "close-here": "closed", file: "filed" },
  filed: { ...running("filed"), dispatch: "dispatched" },
  dispatched: { ...running("dispatched"), start: "handling", return: "returned", redirect: "dispatched" },
  returned: { ...running("returned"), dispatch: "dispatched" },
  handling: {
    ...running("handling"),
    recategorise: ["handling", "dispatched"],
    "hand-in": "verifying",
    redirect: "dispatched",
  },
  verifying: { ...running("verifying"), close: "closed", rework: "rework" },
  rework: { ...running("rework"), start: "handling" },
  closed: { ...over("closed"), ...sampled("closed"), rate: "rated", reopen: "accepted" },
  rated: { ...over("rated"), ...sampled("rated"), reopen: "accepted" },
  rejected: over("rejected"),
  withdrawn: over("withdrawn"),
  merged: over("merged"),
} as const satisfies MovesOf<GridEvent, EventCommand>;
