import type { MovesOf } from "../../../../../shared/decider/index.ts";
import type { PenaltyCase } from "./case.ts";
import type { CaseCommand } from "./messages.ts";

/** What can be done in any case that is not over: people change, and one can be asked to keep out (CF-43). */
const people = <S extends string>(status: S) =>
  ({ "change-officers": status, "ask-recusal": status, "decide-recusal": status }) as const;

/** CF-46a: a file of evidence comes in while the case is not over. */
const files = <S extends string>(status: S) => ({ "note-file": status }) as const;

/** What the parts above the case fill into its registers. */
const registers = <S extends string>(status: S) => ({ "note-proceeding": status, "note-paper": status }) as const;

/** What time and the parts above do, and no route: a refusal does not offer it. */
export const caseMovesByItself = [
  "pass-time",
  "note-evidence",
  "note-file",
  "note-measure",
  "end-measure",
  "note-proceeding",
  "exclude-time",
  "take-in",
] as const;

/** States of a case and what moves them. What is not listed is not possible (409). */
export const caseMoves = {
  proposed: {
    approve: "investigating",
    dismiss: "dismissed",
    correct: "proposed",
    extend: "proposed",
    "note-evidence": "proposed",
    "note-paper": "proposed",
    "pass-time": "proposed",
    ...files("proposed"),
    ...people("proposed"),
  },
  dismissed: {},
  investigating: {
    "confirm-filing": "investigating",
    "add-act": "investigating",
    "add-party": "investigating",
    "succeed-party": "investigating",
    "note-evidence": "investigating",
    "note-measure": "investigating",
    "end-measure": "investigating",
    "exclude-time": "investigating",
    report: "investigating",
    extend: "investigating",
    suspend: "suspended",
    withdraw: "withdrawn",
    stop: "stopped",
    "propose-transfer": "investigating",
    "decide-transfer": "investigating",
    "transfer-police": "transferred",
    "transfer-organ": "transferred",
    merge: "merged",
    "take-in": "investigating",
    split: "investigating",
    "pass-time": "investigating",
    "note-paper": "investigating",
    "note-proceeding": ["investigating", "performing"],
    ...files("investigating"),
    ...people("investigating"),
  },
  suspended: {
    resume: "investigating",
    "note-evidence": "suspended",
    "end-measure": "suspended",
    withdraw: "withdrawn",
    stop: "stopped",
    "pass-time": "suspended",
    ...registers("suspended"),
    ...files("suspended"),
    ...people("suspended"),
  },
  performing: {
    "end-measure": "performing",
    close: "closed",
    reopen: "investigating",
    "pass-time": "performing",
    ...registers("performing"),
    ...files("performing"),
    ...people("performing"),
  },
  withdrawn: {
    "end-measure": "withdrawn",
    "pass-time": "withdrawn",
    close: "closed",
    reopen: "investigating",
    ...files("withdrawn"),
    ...registers("withdrawn"),
  },
  stopped: {
    "end-measure": "stopped",
    "pass-time": "stopped",
    close: "closed",
    reopen: "investigating",
    ...files("stopped"),
    ...registers("stopped"),
  },
  transferred: {
    "police-answer": "transferred",
    "hand-goods-to-police": "transferred",
    "return-from-police": "investigating",
    "return-from-organ": "investigating",
    "end-measure": "transferred",
    close: "closed",
    "pass-time": "transferred",
    ...files("transferred"),
    ...registers("transferred"),
  },
  merged: {},
  closed: { reopen: "investigating", "return-from-police": "investigating", ...registers("closed") },
} as const satisfies MovesOf<PenaltyCase, CaseCommand>;
