import type { CaseCommand } from "../../../services/enforcement/cases/domain/case/messages.ts";
import { caseMoves, caseMovesByItself } from "../../../services/enforcement/cases/domain/case/moves.ts";
import { evidenceMoves } from "../../../services/enforcement/cases/domain/evidence/decider.ts";
import type { EvidenceCommand } from "../../../services/enforcement/cases/domain/evidence/evidence.ts";
import { onSpotMoves } from "../../../services/enforcement/cases/domain/on-spot/decider.ts";
import type { OnSpotCommand } from "../../../services/enforcement/cases/domain/on-spot/on-spot.ts";
import type { Actor, Decision, DomainEvent } from "../../../shared/decider/index.ts";
import { walkCells } from "../../support/cells.ts";
import {
  aFirm,
  anAct,
  andThen,
  aParty,
  aPower,
  approving,
  aVendor,
  certificates,
  filed,
  filedOn,
  listed,
  officer1,
  officer2,
  proceeding,
  proposed,
  proposing,
  someEvidence,
  theChief,
  theHead,
} from "./case-builders.ts";
import {
  collectedPiece,
  collecting,
  collectingSpot,
  decidedSpot,
  on,
  recordedSpot,
  recording,
  signing,
  theCashier,
} from "./other-builders.ts";

const sha256 = "f".repeat(64);
const live = <One extends { readonly state: { readonly status: string } }>(
  one: One,
  tell: (one: One) => Decision<DomainEvent>,
) => ({
  get status() {
    return one.state.status;
  },
  tell: () => tell(one),
});

type CaseCell = readonly [command: CaseCommand, actor: Actor];
const withdrawal: CaseCommand = { type: "withdraw", ground: "filed-wrongly", reasons: "立案错误" };
const stop: CaseCommand = { type: "stop", ground: "no-breach", powers: [], reasons: "不构成" };
const team = ["officer-1", "officer-2"];
const proposal: CaseCommand = { type: "propose-transfer", team, report: sha256, reasons: "涉嫌犯罪" };
const approval: CaseCommand = { type: "decide-transfer", approved: true, reasons: "同意" };
const transfer: CaseCommand = {
  type: "transfer-police",
  organ: "公安局",
  letter: "1",
  goodsList: "无",
  testReports: [],
};
const answer: CaseCommand = { type: "police-answer", filed: true, on: filedOn, document: "1" };
const goods: CaseCommand = { type: "hand-goods-to-police", on: filedOn, receipt: "1" };
const measure: CaseCommand = {
  type: "note-measure",
  measure: { id: "M1", kind: "seizure", from: filedOn, until: "2026-10-01" },
};
const measureEnds: CaseCommand = { type: "end-measure", measure: "M1", on: filedOn, how: "returned" };
const recusal: CaseCommand = { type: "ask-recusal", person: "officer-2", ground: "relative", reasons: "亲属" };
const paper: CaseCommand = { type: "note-paper", paper: { kind: "goods-disposal", reference: "1" } };

const commands: Readonly<Record<CaseCommand["type"], CaseCell>> = {
  propose: [proposing(), officer1],
  "begin-split": [
    { type: "begin-split", from: "CASE1", whole: undefined, parties: [], acts: [], powers: [], officers: [] },
    theHead,
  ],
  approve: [approving(), theHead],
  dismiss: [{ type: "dismiss", ground: "no-breach", reasons: "不构成" }, theHead],
  correct: [{ type: "correct", listed: [], reasons: "补正" }, officer1],
  "add-act": [
    { type: "add-act", act: anAct(), listed: [listed()], powers: [aPower()], officers: certificates, reasons: "发现" },
    officer1,
  ],
  "add-party": [{ type: "add-party", party: aFirm(), acts: ["A1"], reasons: "共同" }, officer1],
  "succeed-party": [
    { type: "succeed-party", party: "P1", ground: "renamed", name: "新名", idNumber: "1", key: "K", document: "1" },
    officer1,
  ],
  "change-officers": [
    { type: "change-officers", investigators: ["officer-1", "officer-3"], officers: certificates, reasons: "调整" },
    theHead,
  ],
  "ask-recusal": [recusal, aVendor],
  "decide-recusal": [
    { type: "decide-recusal", person: "officer-2", recused: true, earlierActsStand: true, reasons: "属实" },
    theHead,
  ],
  "confirm-filing": [{ type: "confirm-filing", reasons: "立案正确" }, theChief],
  "note-file": [{ type: "note-file", sha256: "a".repeat(64) }, officer1],
  "note-evidence": [{ type: "note-evidence", evidence: someEvidence() }, officer1],
  "note-measure": [measure, officer1],
  "end-measure": [measureEnds, officer1],
  report: [
    { type: "report", sha256, complex: false, suspectedCrime: false, summary: "终结", officers: certificates },
    officer1,
  ],
  extend: [{ type: "extend", reasons: "复杂" }, theHead],
  "exclude-time": [{ type: "exclude-time", what: "hearing", from: filedOn, to: "2026-09-03" }, officer1],
  suspend: [{ type: "suspend", ground: "court", reasons: "待判" }, theHead],
  resume: [{ type: "resume", reasons: "已判" }, theHead],
  withdraw: [withdrawal, theHead],
  stop: [stop, theHead],
  "propose-transfer": [proposal, officer1],
  "decide-transfer": [approval, theChief],
  "transfer-police": [transfer, officer1],
  "transfer-organ": [{ type: "transfer-organ", organ: "县局", letter: "1", reasons: "无管辖权" }, theHead],
  "police-answer": [answer, officer1],
  "hand-goods-to-police": [goods, officer1],
  "return-from-police": [{ type: "return-from-police", on: filedOn, document: "1" }, officer1],
  "return-from-organ": [{ type: "return-from-organ", on: filedOn, document: "1" }, officer1],
  merge: [{ type: "merge", into: "CASE2", target: filed().state, because: "same-party", reasons: "并案" }, theHead],
  "take-in": [{ type: "take-in", from: "CASE2", taken: filed().state }, theHead],
  split: [{ type: "split", into: "CASE3", parties: ["P2"], acts: [], reasons: "分案" }, theHead],
  "note-proceeding": [proceeding("stopped", { outcome: "stopped" }), officer1],
  "note-paper": [paper, officer1],
  close: [{ type: "close", report: sha256, lying: [] }, theHead],
  reopen: [{ type: "reopen", ground: "ended-wrongly", document: "1", reasons: "重新办理" }, theHead],
  "pass-time": [{ type: "pass-time" }, officer1],
};

/** What has to have happened before some commands find something to do. */
const before: Partial<Readonly<Record<string, readonly CaseCell[]>>> = {
  "confirm-filing": [
    [{ type: "ask-recusal", person: theHead.sub, ground: "relative", reasons: "亲属" }, aVendor],
    [
      { type: "decide-recusal", person: theHead.sub, recused: true, earlierActsStand: false, reasons: "属实" },
      theChief,
    ],
  ],
  "end-measure": [[measure, officer1]],
  "decide-recusal": [[recusal, aVendor]],
  "decide-transfer": [[proposal, officer1]],
  "transfer-police": [
    [proposal, officer1],
    [approval, theChief],
  ],
};
const twoParties = { parties: [aParty(), aFirm()], acts: [anAct({ by: ["P1", "P2"] })] };

function inState(status: string, verb: string) {
  const whole = verb === "split" && status === "investigating" ? twoParties : {};
  // In the other states it is an empty cell: the head still has to bring the case there.
  const ready = verb === "confirm-filing" && status !== "investigating" ? [] : (before[verb] ?? []);
  const base = () => andThen(filed(whole), ...ready);
  switch (status) {
    case "proposed":
      return verb === "decide-recusal" ? andThen(proposed(), [recusal, aVendor]) : proposed();
    case "dismissed":
      return andThen(proposed(), [{ type: "dismiss", ground: "no-breach", reasons: "不构成" }, theHead]);
    case "investigating":
      return base();
    case "suspended":
      return andThen(base(), commands.suspend);
    case "performing":
      return andThen(
        andThen(base(), [proceeding("decided", { outcome: "transfer" }), theHead]),
        ...(verb === "close" ? closable : []),
        ...(verb === "reopen" ? overturned : []),
      );
    case "withdrawn":
      return andThen(base(), commands.withdraw);
    case "stopped":
      return andThen(base(), commands.stop);
    case "transferred":
      return verb === "return-from-organ" || verb === "close"
        ? andThen(base(), commands["transfer-organ"])
        : andThen(
            filed(),
            ...(verb === "end-measure" ? ready : []),
            ...toPolice,
            ...(verb === "police-answer" ? [] : answered),
          );
    case "merged":
      return andThen(filed(), commands.merge);
    default:
      return verb === "return-from-police"
        ? andThen(filed(), ...toPolice, ...answered, [goods, officer1], commands.close)
        : andThen(filed(), commands.withdraw, commands.close);
  }
}
const toPolice: readonly CaseCell[] = [
  [proposal, officer1],
  [approval, theChief],
  [transfer, officer1],
];
const answered: readonly CaseCell[] = [[answer, officer1]];
const overturned: readonly CaseCell[] = [[proceeding("revoked"), officer1]];
const closable: readonly CaseCell[] = [
  [{ type: "note-paper", paper: { kind: "investigation-report", reference: "1" } }, officer1],
  [{ type: "note-paper", paper: { kind: "transfer-letter", party: "P1", reference: "1" } }, officer1],
  [proceeding("ended"), officer1],
];
const notDue = "no term has passed on the day of the test";

walkCells("a case's moves", {
  moves: caseMoves,
  commands: Object.keys(commands),
  impossible: "enforcement.case-not-in-this-state",
  byItself: [...caseMovesByItself],
  silent: Object.fromEntries(
    ["proposed", "investigating", "suspended", "performing", "withdrawn", "stopped", "transferred"].map((status) => [
      `${status} × pass-time`,
      notDue,
    ]),
  ),
  ready(status, verb) {
    const told = Object.entries(commands).find(([name]) => name === verb)?.[1];
    if (told === undefined) throw new Error(`${status} × ${verb} is no cell`);
    const [command, actor] = told;
    const reopening = verb === "reopen" && status === "performing";
    const said: CaseCommand = reopening
      ? { type: "reopen", ground: "overturned", document: "1", reasons: "重新作出" }
      : command;
    return live(inState(status, verb), (one) => one.tell(said, filedOn, actor));
  },
});

const of = filed().state;
const evidenceCommands: Readonly<Record<EvidenceCommand["type"], readonly [EvidenceCommand, Actor]>> = {
  collect: [collecting(), officer1],
  countersign: [{ type: "countersign", of }, officer2],
  exclude: [{ type: "exclude", ground: "false", reasons: "虚假", of }, officer2],
  "hand-over": [{ type: "hand-over", to: "clerk-1", place: "物证室", reason: "保管", of }, officer1],
};

walkCells("a piece of evidence's moves", {
  moves: evidenceMoves,
  commands: Object.keys(evidenceCommands),
  impossible: "enforcement.evidence-not-in-this-state",
  ready(status, verb) {
    const one = collectedPiece();
    if (status === "established") one.lawfully(evidenceCommands.countersign[0], filedOn, officer2);
    if (status === "excluded") one.lawfully(evidenceCommands.exclude[0], filedOn, officer2);
    const told = Object.entries(evidenceCommands).find(([name]) => name === verb)?.[1];
    if (told === undefined) throw new Error(`${status} × ${verb} is no cell`);
    return live(one, () => one.tell(told[0], filedOn, told[1]));
  },
});

const spotCommands: Readonly<Record<OnSpotCommand["type"], readonly [OnSpotCommand, Actor]>> = {
  record: [recording(), officer1],
  countersign: [signing(), officer2],
  report: [{ type: "report" }, officer1],
  collect: [collectingSpot(), officer1],
  "hand-in": [{ type: "hand-in", to: theCashier.sub }, officer1],
  deposit: [{ type: "deposit", voucher: "1" }, theCashier],
  "note-paid": [{ type: "note-paid", on, voucher: "1" }, theCashier],
  "to-ordinary": [{ type: "to-ordinary", case: "CASE1", reasons: "复杂" }, officer1],
  drop: [{ type: "drop", reasons: "申辩成立" }, officer1],
  "pass-time": [{ type: "pass-time" }, officer1],
  "take-banked-back": [{ type: "take-banked-back", receipt: "B1" }, officer1],
  "note-banked": [{ type: "note-banked", on, receipt: "B1", amountFen: recording().amountFen }, officer1],
};
const tellSpot = (one: ReturnType<typeof recordedSpot>, verb: OnSpotCommand["type"]) => {
  const [command, actor] = spotCommands[verb];
  return one.lawfully(command, on, actor);
};
function spotIn(status: string, verb: string) {
  if (status === "recorded") return recordedSpot();
  if (status === "ordinary") return tellSpot(recordedSpot(), "to-ordinary");
  if (status === "dropped") return tellSpot(recordedSpot(), "drop");
  const isBanked = verb === "take-banked-back";
  if (status === "settled") return tellSpot(tellSpot(decidedSpot(), "report"), isBanked ? "note-banked" : "note-paid");
  const one = status === "reported" ? tellSpot(decidedSpot(), "report") : decidedSpot();
  if (verb === "hand-in" || verb === "deposit") tellSpot(one, "collect");
  if (isBanked && status === "decided") return tellSpot(one, "note-banked");
  return verb === "deposit" ? tellSpot(one, "hand-in") : one;
}

walkCells("a penalty on the spot's moves", {
  moves: onSpotMoves,
  commands: Object.keys(spotCommands),
  impossible: "enforcement.on-spot-not-in-this-state",
  byItself: ["pass-time", "note-banked", "take-banked-back"],
  silent: {
    ...{ "decided × pass-time": notDue, "reported × pass-time": notDue },
    "reported × take-banked-back": "the money of the bank settles it",
  },
  ready(status, verb) {
    const told = Object.entries(spotCommands).find(([name]) => name === verb)?.[1];
    if (told === undefined) throw new Error(`${status} × ${verb} is no cell`);
    return live(spotIn(status, verb), (one) => one.tell(told[0], on, told[1]));
  },
});
