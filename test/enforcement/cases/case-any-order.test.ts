import fc from "fast-check";
import { expect, test } from "vitest";
import type { PenaltyCase } from "../../../services/enforcement/cases/domain/case/case.ts";
import { isFiled } from "../../../services/enforcement/cases/domain/case/case.ts";
import type { CaseCommand } from "../../../services/enforcement/cases/domain/case/messages.ts";
import { type Actor, isRejection } from "../../../shared/decider/index.ts";
import {
  aFirm,
  anAct,
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
  officer3,
  proceeding,
  proposed,
  someEvidence,
  theChief,
  theHead,
  theSquadLeader,
} from "./case-builders.ts";

const sha256 = "f".repeat(64);
const actors: readonly Actor[] = [officer1, officer2, officer3, theSquadLeader, theHead, theChief, aVendor];
const recalled = aPower("PN-150", [{ kind: "recalled", from: filedOn, document: "1号" }]);

const told: readonly CaseCommand[] = [
  approving(),
  approving({ powers: [recalled] }),
  { type: "dismiss", ground: "no-breach", reasons: "不构成" },
  { type: "add-act", act: anAct(), listed: [listed()], powers: [aPower()], officers: certificates, reasons: "发现" },
  { type: "add-party", party: aFirm(), acts: ["A1"], reasons: "共同" },
  { type: "change-officers", investigators: ["officer-2", "officer-3"], officers: certificates, reasons: "调整" },
  { type: "change-officers", investigators: ["officer-1", "officer-3"], officers: certificates, reasons: "调整" },
  ...["officer-1", "officer-2", theHead.sub].flatMap((person): CaseCommand[] => [
    { type: "ask-recusal", person, ground: "relative", reasons: "亲属" },
    { type: "decide-recusal", person, recused: true, earlierActsStand: false, reasons: "属实" },
    { type: "decide-recusal", person, recused: false, reasons: "不实" },
  ]),
  { type: "confirm-filing", reasons: "确认" },
  { type: "note-evidence", evidence: someEvidence() },
  { type: "note-file", sha256: "a".repeat(64) },
  { type: "note-evidence", evidence: someEvidence({ excluded: "unlawful" }) },
  { type: "note-measure", measure: { id: "M1", kind: "seal", from: filedOn, until: "2026-10-01" } },
  { type: "end-measure", measure: "M1", on: filedOn, how: "released" },
  { type: "report", sha256, complex: false, suspectedCrime: true, summary: "终结", officers: certificates },
  { type: "extend", reasons: "复杂" },
  { type: "extend", reasons: "复杂", meeting: "纪要" },
  { type: "exclude-time", what: "hearing", from: "2026-09-05", to: "2026-09-09" },
  { type: "suspend", ground: "court", reasons: "待判" },
  { type: "resume", reasons: "已判" },
  { type: "withdraw", ground: "filed-wrongly", reasons: "错误" },
  { type: "stop", ground: "no-breach", powers: [], reasons: "不构成" },
  { type: "propose-transfer", team: ["officer-1", "officer-2"], report: sha256, reasons: "涉嫌犯罪" },
  { type: "decide-transfer", approved: true, reasons: "同意" },
  { type: "decide-transfer", approved: false, reasons: "不同意" },
  { type: "transfer-police", organ: "公安局", letter: "1", goodsList: "无", testReports: [] },
  { type: "police-answer", filed: false, on: "2026-09-20", document: "1" },
  { type: "return-from-police", on: "2026-09-21", document: "1" },
  { type: "transfer-organ", organ: "县局", letter: "1", reasons: "管辖" },
  { type: "merge", into: "CASE2", target: filed().state, because: "same-party", reasons: "并案" },
  { type: "take-in", from: "CASE9", taken: filed().state },
  { type: "split", into: "CASE3", parties: ["P2"], acts: [], reasons: "分案" },
  ...(["open", "noticed", "decided", "in-effect", "revoked", "stopped", "ended"] as const).map((status) =>
    proceeding(status, { outcome: status === "stopped" ? "stopped" : "punish" }),
  ),
  { type: "note-paper", paper: { kind: "penalty-decision", party: "P1", reference: "1" } },
  { type: "close", report: sha256, lying: [] },
  { type: "reopen", ground: "overturned", document: "1", reasons: "重作" },
  { type: "reopen", ground: "ended-wrongly", document: "1", reasons: "重办" },
  { type: "pass-time" },
];

/** CF-60: ninety days, what was added, and the days that were taken out, counted without the calendar's own code. */
function recounted({ filedOn: from, clock }: Extract<PenaltyCase, { readonly filedOn: string }>): string | null {
  // A pause without an end stops what is left; what ran out before it is over.
  const standsFrom = clock.pauses.find(({ to }) => to === undefined)?.from;
  const out = new Set(
    clock.pauses.flatMap(({ from: first, to = first }) => {
      const days: string[] = [];
      for (let day = first; day <= to; day = after(day)) days.push(day);
      return days;
    }),
  );
  let left = 90 + clock.extensions.reduce((sum, { length }) => sum + length, 0);
  let day = from;
  while (left > 0) {
    day = after(day);
    if (standsFrom !== undefined && day >= standsFrom) return null;
    if (!out.has(day)) left -= 1;
  }
  return day;
}
const after = (day: string) => new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);

function holds(state: PenaltyCase): void {
  expect(new Set(state.acts.map(({ id }) => id)).size).toBe(state.acts.length);
  for (const { by } of state.acts) {
    expect(by.length).toBeGreaterThan(0);
    for (const id of by) expect(state.parties.map((one) => one.id)).toContain(id);
  }
  if (!isFiled(state)) return;
  expect(state.approvedBy).not.toBe(state.proposedBy);
  expect(state.handlers).not.toContain(state.approvedBy);
  expect(state.clock.due).toBe(recounted(state));
}

test("CF-43, CF-57, CF-60: in whatever order, nobody files his own work, no recused person acts, and the clock is the law's", () => {
  fc.assert(
    fc.property(
      fc.array(fc.record({ command: fc.constantFrom(...told), actor: fc.constantFrom(...actors), days: fc.nat(9) }), {
        minLength: 10,
        maxLength: 60,
      }),
      (steps) => {
        const one = proposed({ parties: [aParty(), aFirm()], acts: [anAct({ by: ["P1", "P2"] })] });
        const recused = new Set<string>();
        const excluded = new Set<string>();
        let day = filedOn;
        for (const { command, actor, days } of steps) {
          for (let at = 0; at < days; at += 1) day = after(day);
          const before = one.state;
          const decision = one.tell(command, day, actor);
          if (isRejection(decision)) {
            expect(one.state).toBe(before);
            continue;
          }
          if (decision.length > 0 && recused.has(actor.sub))
            expect(["ask-recusal", "decide-recusal", "pass-time"]).toContain(command.type);
          if (command.type === "decide-recusal" && command.recused) recused.add(command.person);
          if (command.type === "note-proceeding" && command.status === "decided") {
            expect(before.status).toBe("investigating");
            if (isFiled(before)) expect(before.police === undefined || before.police.returned).toBe(true);
          }
          for (const { id, excluded: why } of one.state.evidence) {
            if (why !== undefined) excluded.add(id);
            else expect(excluded).not.toContain(id);
          }
          if (command.type === "approve") expect(command.powers).not.toContain(recalled);
          holds(one.state);
        }
      },
    ),
    { numRuns: 300 },
  );
});
