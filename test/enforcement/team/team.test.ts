import { describe, expect, test } from "vitest";
import { certificateOn, coverageOf } from "../../../services/enforcement/team/domain/coverage.ts";
import { roster } from "../../../services/enforcement/team/domain/roster/decider.ts";
import { shiftsOn } from "../../../services/enforcement/team/domain/roster/shifts.ts";
import { squad } from "../../../services/enforcement/team/domain/squad/decider.ts";
import type { Squad } from "../../../services/enforcement/team/domain/squad/squad.ts";
import { hoursOf, study } from "../../../services/enforcement/team/domain/study/study.ts";
import { anOfficer, certified, day } from "../common/builders.ts";
import { officerOne, officerTwo, squadLeader, theCaptain, theLeader } from "../enforcement-town.ts";
import { tell, today } from "../telling.ts";

const one = anOfficer("officer-1");
const two = anOfficer("officer-2");
const three = anOfficer("officer-3");
const named = { zh: "第一中队", en: "First squad" };
const forming = {
  type: "form",
  name: named,
  leader: "officer-1",
  domains: ["trade"],
  officers: [one],
  others: [],
} as const;
const formed = () => tell(squad, undefined, forming).state;
const joining = { type: "add-member", sub: "officer-2", kind: "officer", officers: [two], others: [] } as const;
const standing = (): Squad => {
  const made = tell(squad, formed(), joining).state;
  if (made === undefined) throw new TypeError("no squad");
  return made;
};

describe("E1: a squad", () => {
  test("is formed by the captain or a leader, with a certified leader", () => {
    expect(formed()).toMatchObject({ status: "active", members: [{ sub: "officer-1", kind: "officer" }] });
    expect(tell(squad, undefined, forming, { actor: theLeader }).state).toBeDefined();
  });
  test.each([
    officerOne,
    squadLeader("officer-1"),
    { ...theCaptain, office: "agriculture-centre" },
    { ...theCaptain, roles: ["squad-leader"] as const },
  ])("is not formed by anybody else: %o", (actor) => {
    expect(tell(squad, undefined, forming, { actor }).code).toBe("enforcement.not-your-team");
  });
  test("does not have a leader without a certificate, or in a domain that the town does not punish in", () => {
    expect(tell(squad, undefined, { ...forming, officers: [] })).toMatchObject({
      code: "enforcement.not-certified",
      details: { conditions: ["officer-unknown"] },
    });
    expect(tell(squad, undefined, { ...forming, domains: ["land"] }).code).toBe("enforcement.unknown-domain");
  });
  test.each([
    ["2026-08-31", "enforcement.not-certified"],
    ["2026-09-01", undefined],
  ])("an officer whose certificate ends on %s joins on 1 September: %s", (until, code) => {
    const officers = [anOfficer("officer-2", [certified({ until })])];
    expect(tell(squad, formed(), { ...joining, officers }).code).toBe(code);
  });
  test("CF-42: a suspended officer does not join, and joins again once resumed", () => {
    const suspended = anOfficer("officer-2", [certified(), { kind: "suspended", from: "2026-08-20" }]);
    expect(tell(squad, formed(), { ...joining, officers: [suspended] })).toMatchObject({
      code: "enforcement.not-certified",
      details: { conditions: ["officer-suspended"] },
    });
    const resumed = { ...suspended, changes: [...suspended.changes, { kind: "resumed" as const, from: "2026-09-01" }] };
    expect(tell(squad, formed(), { ...joining, officers: [resumed] }).code).toBeUndefined();
  });
  test("CF-42: an auxiliary is one of the staff without a certificate", () => {
    const auxiliary = { ...joining, sub: "reviewer-2", kind: "auxiliary", officers: [] } as const;
    expect(tell(squad, formed(), auxiliary).state).toMatchObject({ members: [{}, { kind: "auxiliary" }] });
    expect(tell(squad, formed(), { ...auxiliary, sub: "nobody" }).code).toBe("enforcement.unknown-person");
    expect(tell(squad, formed(), { ...joining, kind: "auxiliary" }).code).toBe("enforcement.certified-is-no-auxiliary");
  });
  test("an auxiliary cannot join as an officer", () => {
    expect(tell(squad, formed(), { ...joining, sub: "reviewer-2", officers: [] }).code).toBe(
      "enforcement.not-certified",
    );
  });
  test("a person is in one squad, once", () => {
    expect(tell(squad, standing(), joining).code).toBe("enforcement.member-already");
    const other = tell(squad, undefined, { ...forming, leader: "officer-3", officers: [three] }).state;
    const others = other === undefined ? [] : [other];
    expect(tell(squad, formed(), { ...joining, sub: "officer-3", officers: [three], others }).code).toBe(
      "enforcement.member-elsewhere",
    );
    const gone = tell(squad, other, { type: "disband", reasons: "合并" }).state;
    const dissolved = gone === undefined ? [] : [gone];
    expect(
      tell(squad, formed(), { ...joining, sub: "officer-3", officers: [three], others: dissolved }).code,
    ).toBeUndefined();
  });
  test("its leader adds members, and chooses no successor", () => {
    const actor = squadLeader("officer-1");
    expect(tell(squad, formed(), joining, { actor }).code).toBeUndefined();
    expect(tell(squad, formed(), joining, { actor: squadLeader("officer-9") }).code).toBe("enforcement.not-your-team");
    const successor = { type: "change-leader", leader: "officer-2", officers: [two], others: [] } as const;
    expect(tell(squad, standing(), successor, { actor }).code).toBe("enforcement.not-your-team");
    expect(tell(squad, standing(), successor).state).toMatchObject({ leader: "officer-2" });
  });
  test("its leader stays until another one leads", () => {
    expect(tell(squad, standing(), { type: "remove-member", sub: "officer-1" }).code).toBe("enforcement.leader-stays");
    expect(tell(squad, standing(), { type: "remove-member", sub: "officer-2" }).state).toMatchObject({
      members: [{ sub: "officer-1" }],
    });
    expect(tell(squad, standing(), { type: "remove-member", sub: "nobody" }).code).toBe("enforcement.no-such-member");
  });
  test("a disbanded squad takes nobody", () => {
    const gone = tell(squad, standing(), { type: "disband", reasons: "合并" }).state;
    expect(tell(squad, gone, joining).code).toBe("enforcement.squad-not-in-this-state");
  });
});

const shift = {
  on: "2026-09-07",
  from: "08:00",
  to: "16:00",
  kind: "duty",
  people: ["officer-1", "officer-2"],
} as const;
const known = () => ({ of: standing(), officers: [one, two] });
const planning = (shifts: readonly (typeof shift | object)[] = [shift]) => ({
  type: "plan" as const,
  squad: "S1",
  month: "2026-09",
  shifts: shifts.map((given) => ({ ...shift, ...given })),
  ...known(),
});
const planned = () => tell(roster, undefined, planning()).state;

describe("E1: a roster", () => {
  test("is planned by the squad's leader and published", () => {
    const actor = squadLeader("officer-1");
    const draft = tell(roster, undefined, planning(), { actor }).state;
    expect(draft).toMatchObject({ status: "drafted", shifts: [shift] });
    expect(tell(roster, draft, { type: "publish", ...known() }, { actor }).state).toMatchObject({ status: "in-use" });
    expect(tell(roster, undefined, planning(), { actor: officerTwo }).code).toBe("enforcement.not-your-team");
  });
  test.each([
    [{ people: ["officer-1", "officer-1"] }, "enforcement.shift-without-two-officers"],
    [{ people: ["officer-1", "officer-9"] }, "enforcement.not-in-squad"],
    [{ on: "2026-10-01" }, "enforcement.shift-outside-month"],
    [{ from: "08:00", to: "08:00" }, "enforcement.shift-without-length"],
  ])("refuses a shift %o: %s", (given, code) => {
    expect(tell(roster, undefined, planning([given])).code).toBe(code);
  });
  test.each([
    ["2026-08-31", "enforcement.roster-day-past"],
    ["2026-09-01", undefined],
  ])("refuses a day that has passed: %s", (on, code) => {
    expect(tell(roster, undefined, { ...planning([{ on }]), month: on.slice(0, 7) }).code).toBe(code);
  });
  test("CF-42: counts a certificate on the day of the shift: its last day, and no longer the next", () => {
    const ending = anOfficer("officer-2", [certified({ until: "2026-09-07" })]);
    const plan = (on: string) => ({ ...planning([{ on }]), officers: [one, ending] });
    expect(tell(roster, undefined, plan("2026-09-07")).code).toBeUndefined();
    expect(tell(roster, undefined, plan("2026-09-08")).code).toBe("enforcement.shift-without-two-officers");
  });
  test("CF-42: two officers of two domains are not two for one", () => {
    const of = { ...standing(), domains: ["trade", "farming"] };
    const officers = [one, anOfficer("officer-2", [certified({ domains: ["farming"] })])];
    expect(tell(roster, undefined, { ...planning(), of, officers }).code).toBe(
      "enforcement.shift-without-two-officers",
    );
  });
  test("CF-42: an auxiliary on the shift does not make two", () => {
    const auxiliary = { ...joining, sub: "reviewer-2", kind: "auxiliary", officers: [] } as const;
    const of = tell(squad, formed(), auxiliary).state;
    if (of === undefined) throw new TypeError("no squad");
    const plan = { ...planning([{ people: ["officer-1", "reviewer-2"] }]), of };
    expect(tell(roster, undefined, plan).code).toBe("enforcement.shift-without-two-officers");
    const certifiedSince = { ...plan, officers: [one, anOfficer("reviewer-2")] };
    expect(tell(roster, undefined, certifiedSince).code).toBe("enforcement.shift-without-two-officers");
  });
  test("nobody stands in two shifts at once, a shift over midnight included", () => {
    const night = { from: "22:00", to: "06:00" };
    const early = { on: "2026-09-08", from: "05:59", to: "12:00" };
    expect(tell(roster, undefined, planning([night, early])).code).toBe("enforcement.person-in-two-shifts");
    expect(tell(roster, undefined, planning([night, { ...early, from: "06:00" }])).code).toBeUndefined();
  });
  test("nor in the roster of the next month", () => {
    const next = tell(roster, undefined, {
      ...planning([{ on: "2026-10-01", from: "00:00", to: "08:00" }]),
      month: "2026-10",
    }).state;
    const neighbours = next === undefined ? [] : [next];
    const last = { on: "2026-09-30", from: "16:00" };
    expect(tell(roster, undefined, { ...planning([{ ...last, to: "00:01" }]), neighbours }).code).toBe(
      "enforcement.person-in-two-shifts",
    );
    expect(tell(roster, undefined, { ...planning([{ ...last, to: "00:00" }]), neighbours }).code).toBeUndefined();
  });
  test("is judged again when it is published: a certificate suspended in between", () => {
    const suspended = anOfficer("officer-2", [certified(), { kind: "suspended", from: "2026-09-02" }]);
    const publish = { type: "publish", of: standing(), officers: [one, suspended] } as const;
    expect(tell(roster, planned(), publish, { on: "2026-09-02" }).code).toBe("enforcement.shift-without-two-officers");
  });
  test("keeps the days that have passed, and takes none that has", () => {
    const used = tell(roster, planned(), { type: "publish", ...known() }).state;
    const later = { ...shift, on: "2026-09-20" };
    const change = { type: "change", shifts: [later], ...known() } as const;
    expect(tell(roster, used, change, { on: "2026-09-08" }).state).toMatchObject({ shifts: [shift, later] });
    expect(tell(roster, used, change, { on: "2026-09-07" }).state).toMatchObject({ shifts: [later] });
    const past = { ...change, shifts: [shift] };
    expect(tell(roster, used, past, { on: "2026-09-08" }).code).toBe("enforcement.roster-day-past");
  });
  test("is planned once for a squad and month; called back, it is planned anew", () => {
    expect(tell(roster, planned(), planning()).code).toBe("enforcement.roster-not-in-this-state");
    const back = tell(roster, planned(), { type: "withdraw", reasons: "调整", of: standing() }).state;
    expect(tell(roster, back, planning()).state).toMatchObject({ status: "drafted", shifts: [shift] });
  });
  test("is not of a disbanded squad", () => {
    const of = tell(squad, standing(), { type: "disband", reasons: "合并" }).state;
    expect(tell(roster, undefined, { ...planning(), of }).code).toBe("enforcement.no-such-squad");
  });
  test("a night shift is on duty on both of its days", () => {
    const night = { ...shift, from: "22:00", to: "06:00" };
    const until = { ...shift, from: "16:00", to: "00:00" };
    expect(shiftsOn([night, until], "2026-09-07")).toHaveLength(2);
    expect(shiftsOn([night, until], "2026-09-08")).toEqual([night]);
  });
});

const learning = {
  type: "record",
  person: "officer-1",
  kind: "study",
  subject: "行政处罚法",
  on: "2026-08-20",
  hours: 8,
  organiser: "县司法局",
} as const;

describe("E1: study and examinations", () => {
  test("are recorded by those who lead, never by oneself", () => {
    expect(tell(study, undefined, learning).state).toMatchObject({ year: 2026, entries: [{ no: 1, hours: 8 }] });
    expect(tell(study, undefined, learning, { actor: officerOne }).code).toBe("enforcement.own-study");
    expect(tell(study, undefined, learning, { actor: squadLeader("officer-1") }).code).toBe("enforcement.own-study");
    expect(tell(study, undefined, learning, { actor: { ...officerOne, sub: "officer-2" } }).code).toBe(
      "enforcement.not-your-team",
    );
  });
  test("an examination has a result, and study has none", () => {
    const exam = { ...learning, kind: "examination" } as const;
    expect(tell(study, undefined, exam).code).toBe("enforcement.examination-without-result");
    expect(tell(study, undefined, { ...exam, passed: false }).code).toBeUndefined();
    expect(tell(study, undefined, { ...learning, passed: true }).code).toBe("enforcement.examination-without-result");
  });
  test("not before they happen, not twice, not of a stranger", () => {
    expect(tell(study, undefined, { ...learning, on: "2026-09-01" }).code).toBeUndefined();
    expect(tell(study, undefined, { ...learning, on: "2026-09-02" }).code).toBe("enforcement.study-in-future");
    expect(tell(study, undefined, { ...learning, on: "2019-12-31" }).code).toBe(
      "enforcement.study-before-the-register",
    );
    const once = tell(study, undefined, learning).state;
    expect(tell(study, once, learning).code).toBe("enforcement.study-recorded-already");
    expect(tell(study, undefined, { ...learning, person: "nobody" }).code).toBe("enforcement.unknown-person");
  });
  test("an error is struck with reasons, once, and its hours do not count", () => {
    const once = tell(study, undefined, learning).state;
    const struck = tell(study, once, { type: "strike", no: 1, reasons: "登记有误" });
    expect(struck.state === undefined ? -1 : hoursOf(struck.state)).toBe(0);
    expect(tell(study, struck.state, { type: "strike", no: 1, reasons: "登记有误" }).code).toBe(
      "enforcement.struck-already",
    );
    expect(tell(study, once, { type: "strike", no: 2, reasons: "登记有误" }).code).toBe("enforcement.no-such-entry");
    expect(tell(study, once, { type: "strike", no: 1, reasons: "登记有误" }, { actor: officerOne }).code).toBe(
      "enforcement.own-study",
    );
    expect(tell(study, struck.state, learning).state).toMatchObject({ entries: [{ no: 1 }, { no: 2 }] });
  });
});

describe("E1: who may act, and whose certificate ends soon", () => {
  test.each([
    ["2026-09-30", true],
    ["2026-10-31", true],
    ["2026-11-01", false],
    ["2026-08-31", false],
  ])("a certificate until %s on 1 September, with 60 days of warning: %s", (until, endsSoon) => {
    expect(certificateOn(anOfficer("officer-1", [certified({ until })]), day(today), 60)).toMatchObject({
      endsSoon,
      until,
    });
  });
  test("CF-42: a domain needs two different people", () => {
    const second = { ...one, certificate: "云E第二张" };
    expect(coverageOf(["trade"], [one, second], day(today))).toEqual([{ domain: "trade", officers: 1, enough: false }]);
    expect(coverageOf(["trade", "farming"], [one, two], day(today))).toEqual([
      { domain: "trade", officers: 2, enough: true },
      { domain: "farming", officers: 0, enough: false },
    ]);
  });
});
