import { describe, expect, test } from "vitest";
import { application } from "../../../services/permits/cases/domain/application/decider.ts";
import { earliestHearing } from "../../../services/permits/cases/domain/application/hearing.ts";
import { officialCalendar } from "../../../shared/calendar/index.ts";
import { isRejection } from "../../../shared/decider/index.ts";
import { calendar, day, on, refusalOf, town } from "../../support/deciding.ts";
import {
  aCommand,
  anApplication,
  aResident,
  type Moving,
  theApplicant,
  theChair,
  theReviewer,
  underPower,
} from "./builders.ts";

/** An invented notice for 2027. The real one is not out yet. */
const announced = officialCalendar({
  notices: [{ year: 2027, source: "测试用通知", daysOff: ["2027-01-01", "2027-01-04"], makeUpDays: ["2027-01-09"] }],
});
const told = "2026-04-28";
const sample = aCommand(told);
const { decide } = sample;
const review = (affectsThirdParties: boolean): Moving => ({ type: "review", opinion: "agree", affectsThirdParties });
const desk = { steps: [{ name: "审查", kind: "review" as const }], statutoryWorkingDays: 60, promisedWorkingDays: 60 };
const accepted = (guide = {}) => anApplication({ status: "accepted", on: told, guide: { ...desk, ...guide } });
const affecting = () => accepted().lawfully(review(true), told);
const informed = () => affecting().does("inform-third-parties", told);
type CallHearing = Extract<Moving, { type: "call-hearing" }>;
const call = (heldOn: string, more: Partial<CallHearing> = {}): CallHearing => ({
  ...sample["call-hearing"],
  heldOn,
  ...more,
});

describe("XK-36: what directly touches somebody else's major interest", () => {
  test("a licence that was examined without looking for it is not decided", () => {
    const one = accepted().lawfully({ type: "review", opinion: "agree" }, told);
    expect(refusalOf(one.tell(decide, told))).toMatchObject({
      code: "permits.third-parties-not-considered",
      details: { rule: "XK-36" },
    });
    expect(one.lawfully({ ...decide, affectsThirdParties: false }, told).status).toBe("granted");
    expect(accepted().lawfully(review(false), told).lawfully(decide, told).status).toBe("granted");
  });

  test("a public service, and what nobody examines, need not be looked at", () => {
    const service = accepted({ category: "public-service" }).lawfully({ type: "review", opinion: "agree" }, told);
    expect(service.lawfully(decide, told).status).toBe("granted");
    expect(accepted({ steps: [] }).lawfully(decide, told).status).toBe("granted");
  });

  test("what one examiner found another does not take back", () => {
    const two = { steps: [desk.steps[0], desk.steps[0]].flatMap((one) => (one === undefined ? [] : [one])) };
    const one = accepted(two).lawfully(review(true), told).lawfully(review(false), told);
    expect(one.state).toMatchObject({ thirdParties: { affected: true } });
  });

  test("those affected are told first, then both are heard, then it is decided; refused or granted", () => {
    const one = affecting();
    for (const outcome of ["granted", "refused"] as const)
      expect(refusalOf(one.tell({ ...decide, outcome, reasons: "理由" }, told)).code).toBe(
        "permits.third-parties-not-informed",
      );
    expect(refusalOf(one.tell(sample["hear-parties"], told)).code).toBe("permits.third-parties-not-informed");
    one.does("inform-third-parties", told);
    expect(refusalOf(one.tell(decide, "2026-05-09"))).toMatchObject({ code: "permits.third-parties-not-heard" });
    one.does("hear-parties", told);
    expect(one.lawfully(decide, "2026-05-09").status).toBe("granted");
  });

  test("who is told later joins who was told first, with days of his own, and is heard too", () => {
    const inform = (name: string): Moving => ({ type: "inform-third-parties", parties: [{ name }] });
    const one = affecting().lawfully(inform("东邻"), told).does("hear-parties", told);
    one.lawfully(inform("西邻"), "2026-05-06");
    expect(one.state).toMatchObject({
      thirdParties: { informed: { parties: [{ name: "西邻" }, { name: "东邻" }], request: { due: "2026-05-12" } } },
    });
    expect(refusalOf(one.tell(decide, "2026-05-12")).code).toBe("permits.hearing-may-be-requested");
    expect(refusalOf(one.tell(decide, "2026-05-13")).code).toBe("permits.third-parties-not-heard");
    expect(one.does("hear-parties", "2026-05-13").lawfully(decide, "2026-05-13").status).toBe("granted");
  });

  test("their names and what they said stay out of what is published", () => {
    const one = affecting().lawfully({ type: "inform-third-parties", parties: [{ name: theApplicant.name }] }, told);
    one.lawfully({ type: "hear-parties", applicant: theApplicant.name, thirdParties: theApplicant.name }, told);
    expect(JSON.stringify(one.events.slice(1).map(({ data }) => data))).not.toContain(theApplicant.name);
    expect(one.events.find(({ type }) => type.endsWith("third-parties-informed"))?.data).toMatchObject({ number: 1 });
  });
});

describe("XK-47: the right to a hearing", () => {
  test("told 2026-04-28, it may be asked for until 2026-05-08, and until then nothing is decided", () => {
    const one = informed().does("hear-parties", told);
    expect(one.state).toMatchObject({ thirdParties: { informed: { request: { rule: "XK-47", due: "2026-05-08" } } } });
    expect(refusalOf(one.tell(decide, "2026-05-08"))).toMatchObject({
      code: "permits.hearing-may-be-requested",
      details: { due: "2026-05-08", rule: "XK-47" },
    });
    expect(refusalOf(one.tell({ type: "request-hearing" }, "2026-05-09")).code).toBe("permits.hearing-requested-late");
  });

  test("T-4: what was posted on the last day is in time, a day later it is not; the counter records it with its proof", () => {
    const postedOn = (on: string) => ({ type: "request-hearing", posted: { on, proof: "挂号信XA1" } }) as const;
    expect(refusalOf(informed().tell(postedOn("2026-05-09"), "2026-05-12")).code).toBe(
      "permits.hearing-requested-late",
    );
    const one = informed().lawfully(postedOn("2026-05-08"), "2026-05-12");
    expect(one.state).toMatchObject({ hearing: { requestedOn: "2026-05-12" } });
    expect(one.events.at(-1)).toMatchObject({ personal: { posted: { on: "2026-05-08", proof: "挂号信XA1" } } });
    expect(refusalOf(informed().tell(postedOn("2026-05-13"), "2026-05-12"))).toMatchObject({
      code: "permits.posted-in-future",
      pointer: "/posted/on",
    });
    expect(refusalOf(informed().tell(postedOn("2026-04-27"), "2026-05-08"))).toMatchObject({
      code: "permits.posted-before-told",
      pointer: "/posted/on",
      details: { since: told },
    });
    expect(informed().lawfully(postedOn(told), "2026-05-08").state).toMatchObject({ hearing: { ground: "request" } });
  });

  test("XK-45: the clock stops for a hearing by its call, not by a pause of that name", () => {
    const one = informed().lawfully({ type: "request-hearing" }, "2026-05-08");
    expect(refusalOf(one.tell({ ...sample.pause, kind: "hearing" }, "2026-05-08"))).toMatchObject({
      code: "permits.no-hearing-called",
      pointer: "/kind",
    });
  });

  test("asked for on 2026-05-08, it is held by 2026-06-04, not later, and costs nothing", () => {
    const one = informed().lawfully({ type: "request-hearing" }, "2026-05-08");
    expect(one.state).toMatchObject({ hearing: { ground: "request", organise: { rule: "XK-47", due: "2026-06-04" } } });
    expect(refusalOf(one.tell(call("2026-06-05", { ground: "request" }), "2026-05-08"))).toMatchObject({
      code: "permits.hearing-held-late",
      pointer: "/heldOn",
    });
    expect(refusalOf(one.tell(call("2026-06-05", { ground: "public-interest" }), "2026-05-08")).code).toBe(
      "permits.hearing-held-late",
    );
    expect(isRejection(one.tell(call("2026-06-04", { ground: "request" }), "2026-05-08"))).toBe(false);
    expect(one.events.map(({ type }) => type)).not.toContain("permits.fee.due");
  });

  test("V1: a pause takes nothing from it: it is asked for while the clock stands, and nothing is decided after", () => {
    const one = informed().does("hear-parties", told).does("pause", told);
    one.lawfully({ type: "request-hearing" }, "2026-05-08");
    expect(one.state).toMatchObject({ status: "paused", hearing: { requestedOn: "2026-05-08" } });
    one.does("resume", "2026-05-09");
    expect(refusalOf(one.tell(decide, "2026-05-09")).code).toBe("permits.hearing-not-held");
    expect(one.lawfully(call("2026-06-04", { ground: "request" }), "2026-05-09").status).toBe("paused");
    const late = informed().does("pause", told);
    expect(refusalOf(late.tell({ type: "request-hearing" }, "2026-05-09")).code).toBe("permits.hearing-requested-late");
  });

  test("a stranger does not ask for it online; once asked for, nothing is decided before it is held", () => {
    const one = informed();
    expect(refusalOf(one.tell({ type: "request-hearing" }, told, aResident)).code).toBe("permits.not-yours");
    one.does("request-hearing", told).does("hear-parties", told);
    expect(refusalOf(one.tell(decide, "2026-05-20"))).toMatchObject({
      code: "permits.hearing-not-held",
      details: { rule: "XK-47" },
    });
  });
});

describe("XK-47: the right to be heard survives the organ's lateness", () => {
  const requested = () => informed().lawfully({ type: "request-hearing" }, "2026-05-08");
  const due = "2026-06-04";
  const calling = (heldOn: string, number = "听证通知1号") => call(heldOn, { ground: "request", number });

  test("as long as a lawful day is left in the twenty, it is held in them", () => {
    const one = requested();
    expect(refusalOf(one.tell(calling("2026-06-05"), "2026-05-25"))).toMatchObject({ details: { due } });
    expect(one.lawfully(calling(due), "2026-05-25").state).not.toHaveProperty("hearing.notice.wasDue");
  });

  test("with no lawful day left it is called all the same, within twenty working days, and it is said by when it was due", () => {
    const one = requested();
    expect(refusalOf(one.tell(calling(due), "2026-05-26")).code).toBe("permits.hearing-noticed-late");
    expect(refusalOf(one.tell(calling("2026-06-26"), "2026-05-27"))).toMatchObject({
      code: "permits.hearing-held-late",
      details: { due: "2026-06-25" },
    });
    one.lawfully(calling("2026-06-25"), "2026-05-27");
    expect(one.state).toMatchObject({ status: "paused", hearing: { notice: { heldOn: "2026-06-25", wasDue: due } } });
    expect(one.events.at(-1)?.data).toMatchObject({ wasDue: due });
  });

  test("after a long pause too", () => {
    const one = requested().does("pause", "2026-05-08").does("resume", "2026-06-10");
    expect(one.lawfully(calling("2026-06-24"), "2026-06-10").state).toMatchObject({
      hearing: { notice: { wasDue: due } },
    });
  });

  test("days counted on a year that was announced later are counted anew", () => {
    const asked = "2026-12-08";
    const one = accepted().lawfully(review(true), asked).does("inform-third-parties", asked);
    one.lawfully({ type: "request-hearing" }, asked);
    expect(one.state).toMatchObject({ hearing: { organise: { due: "2027-01-06", provisional: true } } });
    expect(refusalOf(one.tell(calling("2027-01-07"), "2026-12-09")).code).toBe("permits.hearing-held-late");
    const decision = application.decide(
      one.state,
      underPower(calling("2027-01-07")),
      on("2026-12-09", theReviewer, announced),
    );
    expect(isRejection(decision)).toBe(false);
  });

  test("a hearing whose day passed without a record is called anew, by a notice of its own; nobody chairs it afterwards", () => {
    const one = requested().lawfully(calling(due), "2026-05-09");
    expect(refusalOf(one.tell(calling("2026-06-25", "听证通知2号"), due)).code).toBe("permits.not-in-this-state");
    one.letPass("2026-06-05");
    expect(one.status).toBe("accepted");
    expect(
      refusalOf(one.tell({ type: "replace-chair", chair: "head-safety-rule-of-law" }, "2026-06-05")),
    ).toMatchObject({
      code: "permits.hearing-day-passed",
      details: { heldOn: due },
    });
    expect(refusalOf(one.tell(calling("2026-06-25"), "2026-06-05")).code).toBe("permits.notice-number-used");
    one.lawfully(calling("2026-06-25", "听证通知2号"), "2026-06-05");
    expect(one.state).toMatchObject({
      hearing: { requestedOn: "2026-05-08", notice: { heldOn: "2026-06-25", wasDue: due } },
    });
    one.does("record-hearing", "2026-06-25");
    expect(refusalOf(one.tell(calling("2026-07-10", "听证通知3号"), "2026-06-26")).code).toBe(
      "permits.hearing-already-called",
    );
  });
});

describe("XK-46: a hearing of the organ's own motion", () => {
  test("where the law prescribes it nothing is decided without it", () => {
    const one = accepted({ hearingRequired: true }).lawfully(review(false), told);
    expect(refusalOf(one.tell(decide, told))).toMatchObject({
      code: "permits.hearing-not-held",
      details: { rule: "XK-46" },
    });
  });

  test("it is announced to the public, by its own event and list; who presides and where stand in no event's data", () => {
    const one = accepted({ hearingRequired: true }).lawfully(call("2026-06-01", { ground: "law" }), told);
    expect(one.events.at(-1)).toMatchObject({
      type: "permits.application.hearing-called",
      data: { ground: "law", heldOn: "2026-06-01", heldAt: "09:30", noticedOn: told },
    });
    expect(application.listed?.(one.state, "A")).toMatchObject({ byCode: { partition: "notices" } });
    expect(one.events.at(-1)?.data).not.toHaveProperty("place");
  });
});

describe("XK-45: the clock stands for hearings no longer than the town allows, for all of a case together", () => {
  const longest = town.limits.pauses.workingDays.hearing;
  const calling = (heldOn: string, number: string) => call(heldOn, { number });

  test("V2: of the organ's own motion it is held within that time", () => {
    expect(longest).toBe(30);
    expect(refusalOf(accepted().tell(calling("2026-06-11", "1号"), told))).toMatchObject({
      code: "permits.hearing-held-late",
      pointer: "/heldOn",
      details: { due: "2026-06-10", rule: "XK-45" },
    });
    const one = accepted().lawfully(calling("2026-06-10", "1号"), told);
    one.letPass("2026-06-11");
    expect(one.state).toMatchObject({ status: "accepted", limits: { statutory: { excludedDays: longest - 1 } } });
  });

  test("called anew and anew, it wins no more days; it can still be called, and be held", () => {
    const one = accepted().lawfully(calling("2026-06-10", "1号"), told);
    one.letPass("2026-06-11");
    // One day is left: that of the acceptance counts in no limit. A hearing needs more, so the clock runs before it is held.
    one.lawfully(calling("2026-07-01", "2号"), "2026-06-11");
    expect(one.state).toMatchObject({ status: "paused", pause: { notice: { neededDays: 0 } } });
    expect(one.letPass("2026-06-12")).toEqual(["2026-06-12"]);
    expect(one.state).toMatchObject({ status: "accepted", limits: { statutory: { excludedDays: longest } } });
    one.letPass("2026-07-02");
    expect(refusalOf(one.tell(calling("2026-07-31", "3号"), "2026-07-02"))).toMatchObject({
      details: { due: "2026-07-30" },
    });
    expect(one.lawfully(calling("2026-07-30", "3号"), "2026-07-02").state).toMatchObject({
      status: "accepted",
      limits: { statutory: { excludedDays: longest } },
    });
    one.lawfully(review(false), "2026-07-02");
    expect(refusalOf(one.tell(decide, "2026-07-02")).code).toBe("permits.hearing-not-held");
    one.lawfully({ type: "record-hearing", record: "笔录3号", signed: true }, "2026-07-30");
    expect(one.state).toMatchObject({
      hearing: { held: { on: "2026-07-30" } },
      limits: { statutory: { excludedDays: longest } },
    });
  });
});

describe("XK-48: how it is held", () => {
  test.each([
    ["2026-11-11", false, "2026-11-20"],
    ["2026-11-12", false, "2026-11-23"],
    ["2026-11-10", true, "2026-11-20"],
    ["2026-11-11", true, "2026-11-23"],
    ["2026-09-16", true, "2026-09-28"],
    ["2026-11-14", false, "2026-11-25"],
  ])("T-12: noticed on %s (clear days: %s), on %s at the earliest", (notice, clear, earliest) => {
    expect(earliestHearing(calendar, day(notice), { workingDays: 7, clear })).toBe(earliest);
  });

  test("T-9: it is not held on a day of rest, but on one worked instead of another", () => {
    for (const rest of ["2026-05-16", "2026-05-17", "2026-06-19", "2027-02-08", "2027-02-06"])
      expect(refusalOf(accepted().tell(call(rest), told))).toMatchObject({
        code: "permits.hearing-on-a-rest-day",
        pointer: "/heldOn",
      });
    expect(accepted().lawfully(call("2026-05-18"), told).status).toBe("paused");
    const october = anApplication({ status: "accepted", on: "2026-09-07", guide: desk });
    expect(october.lawfully(call("2026-09-20"), "2026-09-07").status).toBe("paused");
  });

  test("a notice too late is refused with the first day that is possible, by the town's own reading", () => {
    const earliest = earliestHearing(calendar, day(told), town.hearingNotice);
    const before = day(earliest).subtract({ days: 1 }).toString();
    expect(refusalOf(accepted().tell(call(before), told))).toMatchObject({
      code: "permits.hearing-noticed-late",
      pointer: "/heldOn",
      details: { earliest, rule: "XK-48" },
    });
    expect(accepted().lawfully(call(earliest), told).status).toBe("paused");
  });

  test("whoever examined the case does not preside; anybody else may", () => {
    const one = accepted().lawfully(review(false), told);
    expect(refusalOf(one.tell(call("2026-06-01", { chair: theReviewer.sub }), told))).toMatchObject({
      code: "permits.chair-examined-it",
      pointer: "/chair",
    });
    expect(one.lawfully(call("2026-06-01", { chair: theChair.sub }), told).status).toBe("paused");
  });

  test("XK-45: from the notice to the day of the hearing no time counts; recorded later, the days after it do", () => {
    const one = accepted().lawfully(call("2026-05-15"), told);
    expect(one.state).toMatchObject({ status: "paused", limits: { statutory: { due: null } } });
    one.lawfully({ type: "record-hearing", record: "笔录1号", signed: true }, "2026-05-15");
    const sameDay = "limits" in one.state ? one.state.limits.statutory : undefined;
    const later = accepted().lawfully(call("2026-05-15"), told);
    later.letPass("2026-05-20");
    later.lawfully({ type: "record-hearing", record: "笔录1号", signed: true }, "2026-05-20");
    expect(later.state).toMatchObject({ status: "accepted", limits: { statutory: { due: sameDay?.due } } });
    expect(sameDay?.excludedDays).toBeGreaterThan(0);
  });

  test("the record is signed, not made before the hearing, and the decision is by that record and no other", () => {
    const one = accepted().lawfully(review(false), told).lawfully(call("2026-05-15"), told);
    const record: Moving = { type: "record-hearing", record: "笔录1号", signed: true };
    expect(refusalOf(one.tell(record, "2026-05-14")).code).toBe("permits.hearing-not-yet");
    expect(refusalOf(one.tell({ ...record, signed: false }, "2026-05-15")).code).toBe("permits.record-not-signed");
    one.lawfully(record, "2026-05-15");
    for (const hearingRecord of [undefined, "笔录2号"])
      expect(
        refusalOf(one.tell({ ...decide, ...(hearingRecord === undefined ? {} : { hearingRecord }) }, "2026-05-15")),
      ).toMatchObject({ code: "permits.not-by-the-record", details: { rule: "XK-48", record: "笔录1号" } });
    expect(one.lawfully({ ...decide, hearingRecord: "笔录1号" }, "2026-05-15").status).toBe("granted");
  });

  test("a request prescribes its ground: nobody asked, no law prescribes it", () => {
    expect(refusalOf(accepted().tell(call("2026-06-01", { ground: "request" }), told)).pointer).toBe("/ground");
    expect(refusalOf(accepted().tell(call("2026-06-01", { ground: "law" }), told)).code).toBe(
      "permits.hearing-not-prescribed",
    );
    const context = on(told, theReviewer);
    expect(isRejection(application.decide(accepted().state, underPower(call("2026-06-01")), context))).toBe(false);
  });
});
