import { deciderOf } from "../../../../../shared/decider/index.ts";
import { erasedMark } from "../../../../../shared/identity-codes/index.ts";
import { isFiled, type PenaltyCase } from "./case.ts";
import { excludeTime, extendClock, nextCaseDeadline, passTime, resume, suspend } from "./clock.ts";
import { close, reopen, returnFromOrgan, stop, transferToOrgan, withdraw } from "./endings.ts";
import { caseEvents } from "./evolve.ts";
import { approve, confirmFiling, correct, dismiss, extendFiling, propose } from "./filing.ts";
import { addAct, addParty, succeedParty } from "./joining.ts";
import { beginSplit, merge, split, takeIn } from "./merging.ts";
import { caseMoves, caseMovesByItself } from "./moves.ts";
import { askForRecusal, changeOfficers, decideOnRecusal } from "./people.ts";
import {
  decideTransfer,
  handGoodsToPolice,
  policeAnswer,
  proposeTransfer,
  returnFromPolice,
  transferToPolice,
} from "./police.ts";
import { endMeasure, noteEvidence, noteFile, noteMeasure, notePaper, noteProceeding, report } from "./registers.ts";
import { keptOut } from "./who.ts";
import type { CaseWords } from "./words.ts";

/** The day by which a case waits for its next act, as lists sort it. */
const dueOf = (state: PenaltyCase): string => (isFiled(state) ? state.clock.due : state.fileBy.due) ?? "9999-12-31";

/** A penalty case under the ordinary procedure (CF-54 to CF-60), from the proposal to its closing. */
export const penaltyCase = deciderOf<CaseWords>({
  aggregate: "case",
  shape: 2,
  codes: { role: ["principal", "responsible"] },
  ended: ({ status }) => status === "closed" || status === "dismissed" || status === "merged",
  moves: caseMoves,
  impossible: "enforcement.case-not-in-this-state",
  byItself: [...caseMovesByItself],
  guard: keptOut,
  begin: { propose, "begin-split": beginSplit },
  steps: {
    approve,
    dismiss,
    correct,
    extend: (state, command, context) =>
      state.status === "proposed" ? extendFiling(state, command, context) : extendClock(state, command, context),
    "add-act": addAct,
    "add-party": addParty,
    "succeed-party": succeedParty,
    "change-officers": changeOfficers,
    "ask-recusal": askForRecusal,
    "decide-recusal": decideOnRecusal,
    "confirm-filing": confirmFiling,
    "note-evidence": (state, command) => noteEvidence(state, command),
    "note-file": (state, command) => noteFile(state, command),
    "note-measure": noteMeasure,
    "end-measure": (state, command) => endMeasure(state, command),
    "exclude-time": excludeTime,
    report,
    suspend,
    resume,
    withdraw,
    stop,
    "propose-transfer": proposeTransfer,
    "decide-transfer": decideTransfer,
    "transfer-police": transferToPolice,
    "transfer-organ": transferToOrgan,
    "police-answer": policeAnswer,
    "hand-goods-to-police": handGoodsToPolice,
    "return-from-police": returnFromPolice,
    "return-from-organ": returnFromOrgan,
    merge,
    "take-in": takeIn,
    split,
    "note-proceeding": noteProceeding,
    "note-paper": notePaper,
    close,
    reopen,
    "pass-time": (state, _command, context) => passTime(state, context),
  },
  ...caseEvents,
  listed(state, id) {
    const [lead] = state.officers;
    const [party] = state.parties;
    const sort = `${dueOf(state)}#${id}`;
    return {
      byStatus: { partition: `case:${state.status}`, sort },
      ...(lead === undefined || lead.sub === erasedMark
        ? {}
        : { byOwner: { partition: `case:officer:${lead.sub}`, sort } }),
      ...(party === undefined || party.key === "" || party.key === erasedMark
        ? {}
        : { byCode: { partition: `case:party:${party.key}`, sort } }),
    };
  },
  nextDeadline: nextCaseDeadline,
  onDeadline: () => ({ type: "pass-time" }),
});
