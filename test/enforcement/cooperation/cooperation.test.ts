import { describe, expect, test } from "vitest";
import { letter } from "../../../services/enforcement/cooperation/domain/letter/decider.ts";
import type { LetterCommand, LetterCommandOf } from "../../../services/enforcement/cooperation/domain/letter/words.ts";
import { jointMeeting, type MeetingCommand } from "../../../services/enforcement/cooperation/domain/meeting/meeting.ts";
import { jointPatrol } from "../../../services/enforcement/cooperation/domain/patrol/patrol.ts";
import { cooperationProblems } from "../../../services/enforcement/cooperation/problems.ts";
import { enforcement } from "../../../services/enforcement/service.ts";
import type { Roster } from "../../../services/enforcement/team/domain/roster/roster.ts";
import { type Actor, type Decision, isRejection } from "../../../shared/decider/index.ts";
import { refusalOf } from "../../support/deciding.ts";
import { Living } from "../../support/living.ts";
import { codesTold, unfilled } from "../../support/problem-texts.ts";
import { at, filed, officer1, officer2, officer3, theHead } from "../cases/case-builders.ts";

const provoked = new Set<string>();
/** The code of a refusal; each place in its text is filled. */
function codeOf(decision: Decision<object>): string {
  const refusal = refusalOf(decision);
  provoked.add(refusal.code);
  expect([refusal.code, unfilled(refusal, enforcement.problems)]).toEqual([refusal.code, []]);
  return refusal.code;
}
const done = (decision: Decision<object>) => !isRejection(decision);
const clerk: Actor = { sub: "clerk-1", name: "窗口1号", roles: ["clerk"], office: "service-centre" };
const supervisor: Actor = { sub: "supervisor-1", name: "督查", roles: ["supervisor"], office: "party-government" };
const sha = "a".repeat(64);
const monday = "2026-09-07";
const document = "某函〔2026〕1号";

const begun = () => new Living(letter, at());
const asking = (more: Partial<LetterCommandOf<"ask-assistance">> = {}): LetterCommandOf<"ask-assistance"> => ({
  ...{ type: "ask-assistance", organ: "natural-resources", subject: "核实用地性质", basis: "行政处罚法26" },
  ...more,
});
const asked = (more: Partial<LetterCommandOf<"take-in-request">> = {}): LetterCommandOf<"take-in-request"> => ({
  ...{ type: "take-in-request", organ: "market-regulation", subject: "协助核查", theirNumber: document, on: monday },
  ...more,
});
const supervising = (
  more: Partial<LetterCommandOf<"take-in-supervision">> = {},
): LetterCommandOf<"take-in-supervision"> => ({
  ...{ type: "take-in-supervision", organ: "justice", subject: "文书不规范", theirNumber: document },
  ...{ paper: "opinion", on: monday },
  ...more,
});
const referring = (more: Partial<LetterCommandOf<"refer">> = {}): LetterCommandOf<"refer"> => ({
  ...{ type: "refer", to: "police", organ: "public-security", subject: "涉嫌犯罪", case: "CASE1", of: filed().state },
  ...more,
});
const answering = (agreed: boolean, on: string) => ({ type: "note-answer" as const, agreed, on, document });
const received = (on: string) => ({ type: "note-receipt" as const, on, document });
const returned = (on: string) => ({ type: "note-return" as const, on, document });

describe("CF-26: requests for assistance", () => {
  test("numbered, to a department of the profile, with ten working days or the day that is named", () => {
    expect(begun().lawfully(asking(), monday, officer1).state).toMatchObject({
      ...{ status: "sent", number: { serial: 1 }, term: { due: "2026-09-20", rule: "CF-26" } },
    });
    expect(begun().lawfully(asking({ answerBy: "2026-09-10" }), monday, officer1).state.term.due).toBe("2026-09-10");
    const refused = (more: Parameters<typeof asking>[0], actor = officer1) =>
      codeOf(begun().tell(asking(more), monday, actor));
    expect(refused({ organ: "nobody" })).toBe("enforcement.unknown-department");
    expect(refused({ answerBy: monday })).toBe("enforcement.cooperation-day");
    expect(refused({}, clerk)).toBe("enforcement.cooperation-not-yours");
    expect(refused({ case: "CASE1", of: undefined })).toBe("enforcement.letter-of-no-case");
    expect(refused({ case: "CASE1", of: filed().state }, officer3)).toBe("enforcement.letter-of-no-case");
    expect(done(begun().tell(asking({ case: "CASE1", of: filed().state }), monday, theHead))).toBe(true);
  });
  test("answered, or not; late on the day after its last day, told once", () => {
    const one = begun().lawfully(asking({ answerBy: "2026-09-10" }), monday, officer1);
    expect(codeOf(one.tell(received("2026-09-06"), monday, officer1))).toBe("enforcement.cooperation-day");
    expect(codeOf(one.tell(received("2026-09-08"), monday, officer1))).toBe("enforcement.cooperation-day");
    one.lawfully(received(monday), monday, officer1);
    expect(one.tell(received(monday), monday, officer1)).toEqual([]);
    expect(one.letPass("2026-09-10")).toEqual([]);
    expect(one.letPass("2026-12-01")).toEqual(["2026-09-11"]);
    expect(one.types.at(-1)).toBe("enforcement.letter.overdue");
    one.lawfully(answering(true, "2026-09-15"), "2026-09-15", officer1);
    expect(one.state).toMatchObject({ status: "answered", late: true, answer: { agreed: true } });
    expect(codeOf(one.tell(returned("2026-09-16"), "2026-09-16", officer1))).toBe(
      "enforcement.letter-not-of-this-kind",
    );
    expect(codeOf(one.tell(answering(true, "2026-09-15"), "2026-09-15", officer1))).toBe(
      "enforcement.letter-not-in-this-state",
    );
    const back = begun().lawfully(asking(), monday, officer1);
    back.lawfully({ type: "withdraw", reasons: "不再需要" }, monday, officer1);
    expect(back.letPass("2026-12-01")).toEqual([]);
  });
  test("the town helps within its duties: the head alone refuses, for a reason of the law", () => {
    const one = begun().lawfully(asked(), monday, officer1);
    const refusing = {
      type: "refuse" as const,
      ground: "outside-duties" as const,
      reasons: "不属于本镇职权",
      document,
    };
    expect(codeOf(one.tell(refusing, monday, officer1))).toBe("enforcement.cooperation-head-only");
    expect(begun().lawfully(asked(), monday, officer1).lawfully(refusing, monday, theHead).state.status).toBe(
      "not-agreed",
    );
    const taking = (responsible: string) => ({ type: "take" as const, responsible });
    expect(codeOf(one.tell(taking("clerk-1"), monday, officer1))).toBe("enforcement.cooperation-head-only");
    expect(codeOf(one.tell(taking("nobody"), monday, theHead))).toBe("enforcement.unknown-person");
    one.lawfully(taking("clerk-1"), monday, theHead);
    const replying = { type: "reply" as const, text: "已核查", document };
    expect(codeOf(one.tell(replying, monday, officer1))).toBe("enforcement.cooperation-head-only");
    expect(one.lawfully(replying, monday, clerk).state.status).toBe("answered");
    expect(codeOf(begun().tell(asked({ on: "2026-09-08" }), monday, officer1))).toBe("enforcement.cooperation-day");
  });
});

describe("CF-27a: referrals", () => {
  test("by who handles the case; three days of the police by the profile, calendar days", () => {
    expect(begun().lawfully(referring(), monday, officer1).state).toMatchObject({
      ...{ kind: "referral", to: "police", term: { due: "2026-09-10", rule: "CF-27a" } },
    });
    expect(begun().lawfully(referring({ to: "organ" }), monday, officer1).state.term.due).toBe("2026-09-20");
    expect(codeOf(begun().tell(referring(), monday, officer3))).toBe("enforcement.letter-of-no-case");
  });
  test("it comes back by the other's paper, not by a withdrawal", () => {
    const one = begun().lawfully(referring(), monday, officer1);
    expect(codeOf(one.tell({ type: "withdraw", reasons: "x" }, monday, officer1))).toBe(
      "enforcement.letter-not-of-this-kind",
    );
    one.lawfully(answering(false, "2026-09-09"), "2026-09-09", officer1);
    expect(codeOf(one.tell(returned("2026-09-08"), "2026-09-10", officer1))).toBe("enforcement.cooperation-day");
    expect(one.lawfully(returned("2026-09-10"), "2026-09-10", officer1).state.status).toBe("sent-back");
  });
});

describe("CF-S2: papers of supervision", () => {
  test("from the bureau of justice alone; never refused; fifteen working days where the paper says none", () => {
    expect(codeOf(begun().tell(supervising({ organ: "water" }), monday, supervisor))).toBe(
      "enforcement.supervision-by-the-bureau",
    );
    const one = begun().lawfully(supervising(), monday, supervisor);
    expect(one.state).toMatchObject({ kind: "supervision", paper: "opinion", theirNumber: document });
    const refusing = { type: "refuse" as const, ground: "outside-duties" as const, reasons: "x", document };
    expect(codeOf(one.tell(refusing, monday, theHead))).toBe("enforcement.duty-to-help");
    const { due } = one.state.term;
    expect(one.letPass(due ?? "")).toEqual([]);
    expect(one.letPass("2026-12-31")).toHaveLength(1);
  });
});

describe("E6: a referral that comes in", () => {
  const taking = (more: Partial<LetterCommandOf<"take-in-referral">> = {}): LetterCommand => ({
    ...{ type: "take-in-referral", organ: "water", subject: "取水", theirNumber: document, on: monday },
    ...{ lead: "L1", unknown: false },
    ...more,
  });
  const reply = (lead?: string): LetterCommand => ({
    ...{ type: "reply", text: "已办理", document },
    ...(lead === undefined ? {} : { lead }),
  });
  test("by the office, from an organ of the profile, with a lead that there is", () => {
    expect(codeOf(begun().tell(taking(), monday, supervisor))).toBe("enforcement.cooperation-not-yours");
    expect(codeOf(begun().tell(taking({ organ: "nobody" }), monday, officer1))).toBe("enforcement.unknown-department");
    expect(codeOf(begun().tell(taking({ unknown: true }), monday, officer1))).toBe("enforcement.letter-of-no-lead");
    expect(begun().lawfully(taking(), monday, officer1).state).toMatchObject({ status: "received", lead: "L1" });
  });
  test("CF-54a: its answer waits for what comes of the lead; a case came of it, or not", () => {
    const taken = () =>
      begun()
        .lawfully(taking(), monday, officer1)
        .lawfully({ type: "take", responsible: "officer-1" }, monday, theHead);
    for (const lead of [undefined, "received", "checked", "verified", "proposed"])
      expect(codeOf(taken().tell(reply(lead), monday, officer1))).toBe("enforcement.referral-undecided");
    for (const lead of ["filed", "joined"])
      expect(taken().lawfully(reply(lead), monday, officer1).state.status).toBe("answered");
    for (const lead of ["dismissed", "transferred"])
      expect(taken().lawfully(reply(lead), monday, officer1).state.status).toBe("not-agreed");
    expect(codeOf(taken().tell(reply("filed"), monday, officer2))).toBe("enforcement.cooperation-head-only");
  });
});

describe("E7: joint patrols", () => {
  const roster: Roster = {
    ...{ status: "in-use", squad: "S1", month: "2026-09", publishedOn: "2026-09-01" },
    shifts: [
      { on: "2026-09-10", from: "19:00", to: "21:00", kind: "patrol", people: ["officer-1", "officer-2"] },
      { on: "2026-09-11", from: "08:00", to: "16:00", kind: "duty", people: ["officer-1", "officer-2"] },
    ],
  };
  const planning = (more: object = {}) => ({
    ...{ type: "plan" as const, roster: "S1.2026-09", of: roster, on: "2026-09-10", from: "19:00", route: "主街" },
    ...more,
  });
  const patrol = () => new Living(jointPatrol, at());
  test("on a patrol of a published roster, and on no other shift", () => {
    const refused = (more: object, day = monday, actor = officer1) => codeOf(patrol().tell(planning(more), day, actor));
    expect(refused({ on: "2026-09-11", from: "08:00" })).toBe("enforcement.patrol-not-on-the-roster");
    expect(refused({ from: "20:00" })).toBe("enforcement.patrol-not-on-the-roster");
    expect(refused({ of: undefined })).toBe("enforcement.patrol-not-on-the-roster");
    expect(refused({ of: { squad: "S1", month: "2026-09", shifts: roster.shifts, status: "drafted" } })).toBe(
      "enforcement.patrol-not-on-the-roster",
    );
    expect(refused({}, "2026-09-11")).toBe("enforcement.cooperation-day");
    expect(refused({}, monday, clerk)).toBe("enforcement.cooperation-not-yours");
    expect(done(patrol().tell(planning(), "2026-09-10", officer1))).toBe(true);
  });
  test("agreed by the station, recorded by who was on it, not before its day", () => {
    const one = patrol().lawfully(planning(), monday, officer1);
    const recording = { type: "record" as const, findings: 2, record: sha };
    expect(codeOf(one.tell(recording, "2026-09-10", officer1))).toBe("enforcement.patrol-not-in-this-state");
    one.lawfully({ type: "note-agreement", police: 3, document }, monday, officer1);
    expect(codeOf(one.tell(recording, "2026-09-09", officer1))).toBe("enforcement.cooperation-day");
    expect(codeOf(one.tell(recording, "2026-09-10", officer3))).toBe("enforcement.cooperation-head-only");
    expect(one.lawfully(recording, "2026-09-10", officer1).state).toMatchObject({ status: "done", findings: 2 });
    const off = patrol().lawfully(planning(), monday, officer1);
    expect(off.lawfully({ type: "call-off", reasons: "暴雨" }, monday, officer1).state.status).toBe("called-off");
  });
});

describe("E7: the meeting of a month", () => {
  const agenda = [{ kind: "letter" as const, id: "L1", due: "2026-09-01", late: true }];
  const convening = (more: object = {}): MeetingCommand => ({
    ...{ type: "convene", month: "2026-09", on: "2026-09-10", departments: ["justice"], agenda },
    ...more,
  });
  const holding = (more: object = {}): MeetingCommand => ({
    ...{ type: "hold", minutes: sha, attended: ["某局某科"] },
    decisions: [{ text: "催办", responsible: "clerk-1", due: "2026-09-20", about: "L1", ...more }],
  });
  const carrying = (decision: string, on: string): MeetingCommand => ({ type: "note-done", decision, on, proof: sha });
  const meeting = () => new Living(jointMeeting, at());
  const convened = () => meeting().lawfully(convening(), monday, theHead);
  const held = () => convened().lawfully(holding(), "2026-09-10", theHead);

  test("convened by the head, in its month, once", () => {
    const refused = (more: object, actor = theHead) => codeOf(meeting().tell(convening(more), monday, actor));
    expect(refused({}, officer1)).toBe("enforcement.cooperation-head-only");
    expect(refused({ on: "2026-10-10" })).toBe("enforcement.cooperation-day");
    expect(refused({ on: "2026-09-06" })).toBe("enforcement.cooperation-day");
    expect(refused({ departments: ["nobody"] })).toBe("enforcement.unknown-department");
    expect(codeOf(convened().tell(convening(), monday, theHead))).toBe("enforcement.meeting-held-already");
    const off = convened().lawfully({ type: "call-off", reasons: "改期" }, monday, theHead);
    expect(off.lawfully(convening({ on: "2026-09-12" }), monday, theHead).state).toMatchObject({ on: "2026-09-12" });
    expect(convened().lawfully({ type: "renew-agenda", agenda: [] }, monday, theHead).state.agenda).toEqual([]);
  });
  test("each decision has a person whom the town knows, a day to come, and an item of the agenda", () => {
    const refused = (more: object, day = "2026-09-10") => codeOf(convened().tell(holding(more), day, theHead));
    expect(refused({ responsible: "nobody" })).toBe("enforcement.unknown-person");
    expect(refused({ due: "2026-09-10" })).toBe("enforcement.cooperation-day");
    expect(refused({ about: "L2" })).toBe("enforcement.meeting-item-unknown");
    expect(refused({}, "2026-09-09")).toBe("enforcement.cooperation-day");
    const bare: MeetingCommand = { type: "hold", minutes: sha, attended: ["某局"], decisions: [] };
    expect(convened().lawfully(bare, "2026-09-10", theHead).state.status).toBe("followed-up");
  });
  test("followed up by its person or the head; late on the day after, told once", () => {
    const one = held();
    expect(codeOf(one.tell(carrying("D9", "2026-09-11"), "2026-09-11", clerk))).toBe(
      "enforcement.meeting-decision-unknown",
    );
    expect(codeOf(one.tell(carrying("D1", "2026-09-11"), "2026-09-11", officer1))).toBe(
      "enforcement.cooperation-not-yours",
    );
    expect(codeOf(one.tell(carrying("D1", "2026-09-12"), "2026-09-11", clerk))).toBe("enforcement.cooperation-day");
    expect(one.letPass("2026-09-20")).toEqual([]);
    expect(one.letPass("2026-12-01")).toEqual(["2026-09-21"]);
    expect(one.state.decisions).toMatchObject([{ late: true }]);
    one.lawfully(carrying("D1", "2026-09-22"), "2026-09-22", clerk);
    expect(one.state.status).toBe("followed-up");
    expect(codeOf(one.tell(carrying("D1", "2026-09-22"), "2026-09-22", clerk))).toBe(
      "enforcement.meeting-not-in-this-state",
    );
    expect(done(held().tell(carrying("D1", "2026-09-11"), "2026-09-11", theHead))).toBe(true);
  });
});

test("each refusal of this part was provoked above", () => {
  expect(codesTold(cooperationProblems).filter((code) => !provoked.has(code))).toEqual([]);
});
