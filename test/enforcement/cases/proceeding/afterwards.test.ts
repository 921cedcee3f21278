import { describe, expect, test } from "vitest";
import type { KnownCase } from "../../../../services/enforcement/cases/domain/proceeding/known-case.ts";
import type { ProceedingCommand } from "../../../../services/enforcement/cases/domain/proceeding/messages.ts";
import type { stopGrounds } from "../../../../services/enforcement/cases/domain/proceeding/proceeding.ts";
import { owed } from "../../../../services/enforcement/cases/domain/proceeding/weighing.ts";
import { officialCalendar, toDate } from "../../../../shared/calendar/index.ts";
import { examinedBy } from "../../../../shared/case-rules/review-terms.ts";
import type { Actor } from "../../../../shared/decider/index.ts";
import {
  aCharge,
  afterwards,
  anAct,
  anEvidence,
  aParty,
  charged,
  decided,
  decides,
  inEffect,
  missingAt,
  noticed,
  officerA,
  officerB,
  refusedFor,
  serves,
  sha,
  someGrounds,
  theHead,
  theParty,
  theReviewer,
  town,
  withCase,
} from "./builders.ts";

const document = { number: "禄政复决〔2026〕1号", date: "2026-05-20" };
const filed = (kind: "review" | "suit" = "review"): ProceedingCommand => ({
  type: "note-remedy",
  kind,
  document: { number: "收1", date: "2026-04-20" },
  filedOn: "2026-04-20",
});
const ends = (effect: "upheld" | "changed" | "revoked" | "void", more: object = {}): ProceedingCommand => ({
  ...someGrounds(),
  ...{ type: "end-remedy", remedy: "R1", effect, document },
  ...more,
});
const reviewed = () => inEffect().lawfully(filed(), "2026-04-21", officerA);
const amounts = (fineFen: number, confiscateFen = 0) => [{ act: "A1", fineFen, confiscateFen }];

describe("CF-61: service of the decision", () => {
  test("a decision has no effect before it is served", () => {
    expect(decided().state.status).toBe("decided");
    expect(inEffect().state).toMatchObject({ status: "in-effect", decision: { served: { on: afterwards } } });
  });
  test("seven working days are over on 2026-04-10; the day after is told once", () => {
    const one = decided();
    expect(one.letPass("2026-04-10")).toEqual([]);
    expect(one.letPass("2026-12-01")).toHaveLength(1);
    expect(one.state).toMatchObject({ decision: { late: true } });
    expect(one.tell({ type: "pass-time" }, "2026-12-02")).toEqual([]);
  });
  test("it is not served twice", () => {
    expect(refusedFor(inEffect().tell(serves("decision", afterwards), afterwards, officerA))).toMatchObject({
      code: "enforcement.proceeding-not-in-this-state",
    });
  });
});

describe("FY-30, FY-48, FY-62: the town answers a review", () => {
  const asked = (more: object = {}): ProceedingCommand => ({
    ...{ type: "note-answer-asked", remedy: "R1", procedure: "ordinary" },
    ...{ admittedOn: "2026-05-06", receivedOn: "2026-05-15", document: { number: "答1", date: "2026-05-15" } },
    ...more,
  });
  const answers = (more: object = {}): ProceedingCommand => ({
    ...{ ...someGrounds(), type: "answer-review", remedy: "R1", answer: sha, evidence: ["E1"] },
    ...more,
  });
  const waiting = (more: object = {}) => reviewed().lawfully(asked(more), "2026-05-15", officerA);
  const remedyOf = ({ state }: ReturnType<typeof waiting>) => ("remedies" in state ? state.remedies[0] : undefined);

  test("FY-30: examined in five working days: filed 2026-09-30, by 2026-10-13", () => {
    expect(examinedBy(officialCalendar(), "2026-09-30").due).toBe("2026-10-13");
    expect(remedyOf(reviewed())).toMatchObject({ examinedBy: { due: "2026-04-27" } });
    const suit = inEffect().lawfully(filed("suit"), "2026-04-21", officerA);
    expect(remedyOf(suit)).not.toHaveProperty("examinedBy");
  });
  test("FY-48, FY-62: ten working days for the answer and sixty days for the decision; simplified five and thirty", () => {
    expect(remedyOf(waiting())).toMatchObject({
      asked: { answerDue: { due: "2026-05-29" }, reviewDue: { due: "2026-07-05" } },
    });
    expect(remedyOf(waiting({ procedure: "simplified" }))).toMatchObject({
      asked: { answerDue: { due: "2026-05-22" }, reviewDue: { due: "2026-06-05" } },
    });
  });
  test("FY-48: answered on the last day it is in time, on the day after it is late and was told once", () => {
    const inTime = waiting().lawfully(answers(), "2026-05-29", officerA);
    expect(remedyOf(inTime)).toMatchObject({ answered: { on: "2026-05-29", late: false, evidence: ["E1"] } });
    expect(inTime.letPass("2026-12-01")).toEqual([]);
    const late = waiting();
    expect(late.letPass("2026-05-29")).toEqual([]);
    expect(late.letPass("2026-05-30")).toEqual(["2026-05-30"]);
    expect(late.letPass("2026-12-01")).toEqual([]);
    expect(remedyOf(late.lawfully(answers(), "2026-06-01", officerA))).toMatchObject({
      ...{ unanswered: true, answered: { late: true } },
    });
  });
  test("CF-46a: an answer rests on evidence that was signed, kept and taken by the day of the decision", () => {
    const of = (more: Partial<KnownCase>) => answers({ ...withCase(more) });
    const unfit: readonly Partial<KnownCase>[] = [
      { evidence: [anEvidence("E1", { collectedOn: "2026-05-01" })] },
      { evidence: [anEvidence("E1", { established: false })] },
      { evidence: [anEvidence("E1", { excluded: "unlawful" })] },
      { files: [] },
    ];
    for (const more of unfit)
      expect(refusedFor(waiting().tell(of(more), "2026-05-20", officerA))).toMatchObject({
        ...{ code: "enforcement.evidence-not-of-decision", rule: "CF-46a" },
      });
    // CF-29a: evidence of another party's act alone stays with him; of an act of both it is his too.
    const acts = [anAct(), anAct({ id: "A2", by: ["P2"] })];
    const elsewhere = of({ acts, evidence: [anEvidence("E1", { acts: ["A2"] })] });
    expect(refusedFor(waiting().tell(elsewhere, "2026-05-20", officerA))).toMatchObject({
      code: "enforcement.evidence-not-of-decision",
    });
    const both = of({ acts, evidence: [anEvidence("E1", { acts: ["A1", "A2"] })] });
    expect(waiting().tell(both, "2026-05-20", officerA)).not.toHaveProperty("code");
    for (const evidence of [[], ["E9"]])
      expect(refusedFor(waiting().tell(answers({ evidence }), "2026-05-20", officerA))).toMatchObject({
        code: "enforcement.evidence-not-of-decision",
      });
  });
  test("asked once and answered once, of a review that is open, on days that fit", () => {
    const codeOf = (one: ReturnType<typeof waiting>, command: ProceedingCommand, on = "2026-05-20") =>
      refusedFor(one.tell(command, on, officerA));
    expect(codeOf(waiting(), asked())).toMatchObject({ code: "enforcement.answer-asked-already" });
    expect(codeOf(reviewed(), answers())).toMatchObject({ code: "enforcement.no-remedy-open" });
    const suit = inEffect().lawfully(filed("suit"), "2026-04-21", officerA);
    expect(codeOf(suit, asked())).toMatchObject({ code: "enforcement.no-remedy-open" });
    const once = waiting().lawfully(answers(), "2026-05-20", officerA);
    expect(codeOf(once, answers())).toMatchObject({ code: "enforcement.answered-review-already" });
    for (const days of [{ admittedOn: "2026-04-19" }, { admittedOn: "2026-05-16" }, { receivedOn: "2026-05-21" }])
      expect(codeOf(reviewed(), asked(days))).toMatchObject({ code: "enforcement.review-days" });
    const over = waiting().lawfully(ends("upheld"), "2026-05-21", theReviewer);
    expect(codeOf(over, answers(), "2026-05-21")).toMatchObject({ code: "enforcement.no-remedy-open" });
    expect(over.letPass("2026-12-01")).toEqual([]);
  });
});

describe("CF-48, CF-73: review and suit", () => {
  test("one of a kind is open at a time; it is ended once", () => {
    expect(refusedFor(reviewed().tell(filed(), "2026-04-22", officerA))).toMatchObject({
      code: "enforcement.remedy-still-open",
    });
    const one = reviewed().lawfully(ends("upheld"), "2026-05-21", theReviewer);
    expect(one.state).toMatchObject({ status: "in-effect", remedies: [{ effect: "upheld" }] });
    expect(refusedFor(one.tell(ends("upheld"), "2026-05-21", theReviewer))).toMatchObject({
      code: "enforcement.no-remedy-open",
    });
  });
  test("an officer of the case does not say how it ended", () => {
    expect(refusedFor(reviewed().tell(ends("revoked"), "2026-05-21", officerA))).toMatchObject({
      code: "enforcement.handler-cannot-decide",
    });
  });
  test("while one is open the proceeding does not end", () => {
    const one = reviewed()
      .lawfully(done("fine"), "2026-04-21", officerA)
      .lawfully(done("order"), "2026-04-21", officerA);
    expect(refusedFor(one.tell(ending, "2026-04-21", officerA))).toMatchObject({
      code: "enforcement.remedy-still-open",
      rule: "CF-73",
    });
  });
  test("FY-63, SS-77: a change is never heavier, neither in an act nor for another one, and it changes something", () => {
    const code = { code: "enforcement.heavier-change", rule: "FY-63" };
    const change = (given: ReturnType<typeof amounts>) =>
      reviewed().tell(ends("changed", { amounts: given }), "2026-05-21", theReviewer);
    expect(refusedFor(change(amounts(100_001)))).toMatchObject(code);
    expect(refusedFor(change(amounts(50_000, 1)))).toMatchObject(code);
    expect(refusedFor(change(amounts(100_000)))).toMatchObject(code);
    expect(refusedFor(change([{ act: "A9", fineFen: 0, confiscateFen: 0 }]))).toMatchObject(code);
    expect(change(amounts(99_999))).toHaveLength(2);
  });
  test("FY-63: changed twice, the second is measured by the first", () => {
    const one = reviewed()
      .lawfully(ends("changed", { amounts: amounts(50_000) }), "2026-05-21", theReviewer)
      .lawfully(filed("suit"), "2026-05-22", officerA);
    expect(owed(one.state)).toEqual({ fineFen: 50_000, gainsFen: 0 });
    const back = ends("changed", { remedy: "R2", amounts: amounts(60_000) });
    expect(refusedFor(one.tell(back, "2026-06-21", theReviewer))).toMatchObject({ code: "enforcement.heavier-change" });
  });
  test("revoked or void, nothing is owed and nothing is done any more", () => {
    for (const how of ["revoked", "void"] as const) {
      const one = reviewed().lawfully(ends(how), "2026-05-21", theReviewer);
      expect(one.state).toMatchObject({ status: "overturned", overturned: { how, by: "review" } });
      expect(refusedFor(one.tell(done("fine"), "2026-05-21", officerA))).toMatchObject({
        code: "enforcement.proceeding-not-in-this-state",
      });
    }
  });
  test("anew only where the paper orders it, by the head, and from the notice on", () => {
    const fallen = (anew: boolean) => reviewed().lawfully(ends("revoked", { anew }), "2026-05-21", theReviewer);
    const again = { ...someGrounds(), type: "begin-anew" } as const;
    expect(refusedFor(fallen(false).tell(again, "2026-05-22", theHead))).toMatchObject({
      code: "enforcement.not-ordered-anew",
    });
    expect(refusedFor(fallen(true).tell(again, "2026-05-22", officerA))).toMatchObject({
      code: "enforcement.not-the-head",
    });
    const one = fallen(true).lawfully(again, "2026-05-22", theHead);
    expect(missingAt(one.tell(decides(), "2026-05-22", theHead))).toEqual(
      expect.arrayContaining(["charges", "notice", "new-notice", "defence"]),
    );
  });
});

describe("CF-48: the organ corrects itself", () => {
  const overturn = (more: object = {}): ProceedingCommand => ({
    ...someGrounds(),
    ...{ type: "overturn", how: "revoked", by: "own", reasons: "事实有误" },
    document: { number: "广通撤1", date: afterwards },
    ...more,
  });
  test("by the head, with reasons and a paper of no later day", () => {
    expect(refusedFor(inEffect().tell(overturn(), afterwards, officerA))).toMatchObject({
      code: "enforcement.not-the-head",
    });
    expect(refusedFor(inEffect().tell(overturn({ reasons: " " }), afterwards, theHead))).toMatchObject({
      code: "enforcement.reasons-missing",
    });
    const later = overturn({ document: { number: "1", date: "2026-04-01" } });
    expect(refusedFor(inEffect().tell(later, afterwards, theHead))).toMatchObject({
      code: "enforcement.document-dated-later",
    });
    expect(inEffect().tell(overturn(), afterwards, theHead)).toHaveLength(1);
  });
  test("also before it is served", () => {
    expect(decided().lawfully(overturn(), afterwards, theHead).state.status).toBe("overturned");
  });
  test("a changed decision stays in its state", () => {
    const one = decided().lawfully(overturn({ how: "changed", amounts: amounts(1_000) }), afterwards, theHead);
    expect(one.state.status).toBe("decided");
    expect(owed(one.state)).toEqual({ fineFen: 1_000, gainsFen: 0 });
  });
});

const done = (what: "fine" | "order" | "confiscation" | "other"): ProceedingCommand => ({
  ...someGrounds(),
  type: "perform",
  performed: { what, on: afterwards },
  proof: sha,
});
const ending = { ...someGrounds(), type: "end", ground: "performed" } as const satisfies ProceedingCommand;

describe("CF-57a, CF-67: the end", () => {
  test("not before fine and order are done", () => {
    const one = inEffect();
    expect(one.tell(ending, afterwards, officerA)).toMatchObject({
      code: "enforcement.not-performed",
      details: { left: ["fine", "order"], rule: "CF-57a" },
    });
    one.lawfully(done("fine"), afterwards, officerA);
    expect(one.tell(ending, afterwards, officerA)).toMatchObject({ details: { left: ["order"] } });
    one.lawfully(done("order"), afterwards, officerA).lawfully(ending, afterwards, officerB);
    expect(one.state.status).toBe("ended");
  });
  test("a fine of nothing is not waited for; a closure is", () => {
    const { fine: _fine, ...closure } = aCharge({ kinds: ["警告"] });
    const one = noticed([closure])
      .lawfully(decides({ performance: { how: "立即改正" } }), afterwards, theHead)
      .lawfully(serves("decision", afterwards), afterwards, officerA);
    expect(one.tell(ending, afterwards, officerA)).toMatchObject({ details: { left: ["order"] } });
  });
  test("the town itself notes a fine that is settled, and nothing else", () => {
    const itself = { sub: "clockwork", name: "强镇", roles: [] };
    expect(inEffect().tell(done("fine"), afterwards, itself)).toHaveLength(1);
    expect(refusedFor(inEffect().tell(done("order"), afterwards, itself))).toMatchObject({
      code: "enforcement.not-a-handler",
    });
  });
  test("F-47: a fine that is owed again is not performed any more, and what else was done stays", () => {
    const again = { type: "owe-again", on: afterwards } as const;
    expect(inEffect().tell(again, afterwards)).toEqual([]);
    const one = inEffect().lawfully(done("fine"), afterwards, officerA).lawfully(done("order"), afterwards, officerA);
    one.lawfully(again, afterwards);
    expect(one.tell(ending, afterwards, officerA)).toMatchObject({ details: { left: ["fine"] } });
    one.lawfully(done("fine"), afterwards, officerA).lawfully(ending, afterwards, officerB);
    expect(refusedFor(one.tell(again, afterwards))).toMatchObject({
      code: "enforcement.proceeding-not-in-this-state",
    });
  });
  test("QZ-39: enforcement is ended by the head, with reasons", () => {
    const ended = { ...ending, ground: "enforcement-ended", reasons: "当事人死亡，无遗产" } as const;
    expect(refusedFor(inEffect().tell(ended, afterwards, officerA))).toMatchObject({
      code: "enforcement.not-the-head",
    });
    expect(refusedFor(inEffect().tell({ ...ended, reasons: "" }, afterwards, theHead))).toMatchObject({
      code: "enforcement.reasons-missing",
      rule: "QZ-39",
    });
    expect(inEffect().tell(ended, afterwards, theHead)).toHaveLength(1);
  });
  test("SS-46: a suit may be filed after the end, and take the decision away", () => {
    const one = inEffect()
      .lawfully(done("fine"), afterwards, officerA)
      .lawfully(done("order"), afterwards, officerA)
      .lawfully(ending, afterwards, officerA)
      .lawfully(filed("suit"), "2026-04-21", officerA)
      .lawfully(ends("revoked"), "2026-05-21", theReviewer);
    expect(one.state).toMatchObject({ status: "overturned", overturned: { by: "court" } });
  });
});

describe("CF-57a, CF-57c: stop and succession", () => {
  const stop = (ground: (typeof stopGrounds)[number], grounds = someGrounds()): ProceedingCommand => ({
    ...grounds,
    ...{ type: "stop", ground, reasons: "当事人死亡" },
  });
  test("the head stops it; heirs inherit no undecided penalty", () => {
    expect(refusedFor(charged().tell(stop("party-died"), afterwards, officerA))).toMatchObject({
      code: "enforcement.not-the-head",
    });
    const one = noticed().lawfully(stop("party-died"), afterwards, theHead);
    expect(one.state.status).toBe("stopped");
    expect(refusedFor(one.tell(decides(), afterwards, theHead))).toMatchObject({
      code: "enforcement.proceeding-not-in-this-state",
    });
  });
  test("a body does not die, a person does not end", () => {
    const body = withCase({ parties: [aParty({ kind: "organisation" })] });
    expect(refusedFor(charged([], body).tell(stop("party-died", body), afterwards, theHead))).toMatchObject({
      code: "enforcement.stop-not-so",
      rule: "CF-57a",
    });
    expect(refusedFor(charged().tell(stop("organisation-ended"), afterwards, theHead))).toMatchObject({
      code: "enforcement.stop-not-so",
    });
  });
  test("what is decided is not stopped", () => {
    expect(refusedFor(decided().tell(stop("no-breach"), afterwards, theHead))).toMatchObject({
      code: "enforcement.proceeding-not-in-this-state",
    });
  });
  test("CF-57c: a body that was merged goes on as its successor, a person does not", () => {
    const succeed = (more: object = {}): ProceedingCommand => ({
      ...someGrounds(),
      ...{ type: "succeed", how: "merged", name: "新公司", key: "KEY9" },
      document: { number: "1", date: afterwards },
      ...more,
    });
    expect(refusedFor(inEffect().tell(succeed(), afterwards, officerA))).toMatchObject({
      code: "enforcement.successor-of-a-person",
      rule: "CF-57c",
    });
    const body = withCase({ parties: [aParty({ kind: "organisation" })] });
    const one = inEffect([aCharge({ fine: { amountFen: 200_000, tier: "一般", grounds: [] } })], body).lawfully(
      succeed(),
      afterwards,
      officerA,
    );
    expect(one.state.party).toMatchObject({ name: "新公司", key: "KEY9" });
  });
});

test("who reads it: the house and the party, of several parties each himself (404 for all others)", async () => {
  const { mayReadProceeding } = await import("../../../../services/enforcement/cases/domain/proceeding/visibility.ts");
  const { state } = noticed();
  const reads = (actor: Parameters<typeof mayReadProceeding>[1]) =>
    mayReadProceeding(state, actor, { town, today: toDate(afterwards) });
  expect(reads(theParty)).toBe(true);
  expect(reads(officerA)).toBe(true);
  expect(reads({ ...theHead, roles: ["approver"] })).toBe(true);
  expect(reads(theReviewer)).toBe(true);
  expect(reads({ ...theParty, party: "KEY2" })).toBe(false);
  expect(reads({ sub: "resident-9", name: "", roles: ["resident"] })).toBe(false);
  expect(reads({ sub: "officer-9", name: "", roles: ["officer"] })).toBe(false);
  expect(reads({ sub: "approver-9", name: "", roles: ["approver"] })).toBe(false);
  const leader: Actor = { sub: "squad-9", name: "", roles: ["squad-leader"], office: town.enforcementOffice };
  expect(reads({ ...leader, leads: [officerA.sub] })).toBe(true);
  expect(reads({ ...leader, leads: [officerA.sub], office: "agriculture-centre" })).toBe(false);
  expect(reads({ ...leader, leads: [officerA.sub], roles: ["officer"] })).toBe(false);
  expect(reads({ ...leader, leads: ["officer-9"] })).toBe(false);
  expect(reads(leader)).toBe(false);
  expect(reads(undefined)).toBe(false);
});
