import { describe, expect, test } from "vitest";
import { application } from "../../../services/permits/cases/domain/application/decider.ts";
import { officialCalendar } from "../../../shared/calendar/index.ts";
import { isRejection } from "../../../shared/decider/index.ts";
import { refusalOf } from "../../support/deciding.ts";
import { aCommand, anApplication, aReviewed, type Case, theForm } from "./builders.ts";

/** An invented notice: 1–3 January off. The real one is not out yet. */
const announced = officialCalendar({
  notices: [{ year: 2027, source: "测试用通知", daysOff: ["2027-01-01", "2027-01-04"], makeUpDays: ["2027-01-09"] }],
});
const received = "2026-12-21";
const decide = aCommand(received).decide;
const limits = (one: Case) => ("limits" in one.state ? one.state.limits : undefined);

describe("T-10: a limit that reaches a year not announced is marked, never silently guessed", () => {
  test("one that stays within the year is not", () => {
    const one = anApplication({ status: "accepted", on: "2026-12-17" });
    expect(limits(one)).toMatchObject({
      promised: { due: "2026-12-31", provisional: false },
      statutory: { provisional: true, provisionalFrom: "2027-01-01" },
    });
  });

  test("the published acceptance says so", () => {
    const one = anApplication({ status: "accepted", on: received });
    expect(one.events.at(-1)?.data).toMatchObject({
      promised: { due: "2027-01-05", provisional: true },
      statutory: { due: "2027-01-19", provisional: true },
    });
  });

  test("on the first unannounced day the clockwork looks again, and counts anew where the notice is there by then", () => {
    const one = anApplication({ status: "accepted", on: received });
    expect(application.nextDeadline?.(one.state)).toBe("2026-12-31T16:00:00.000Z");
    expect(one.letPass("2027-01-01", announced)).toEqual(["2027-01-01"]);
    expect(limits(one)).toMatchObject({
      promised: { due: "2027-01-06", provisional: false },
      statutory: { due: "2027-01-19", provisional: false },
    });
    expect(one.events.at(-1)).toMatchObject({ type: "permits.application.limits-recounted" });
    expect(one.state).toMatchObject({ missed: [] });
  });

  test("where it is not, the day is remembered and nobody is woken for it twice", () => {
    const one = anApplication({ status: "accepted", on: received });
    expect(one.letPass("2027-01-01")).toEqual(["2027-01-01"]);
    expect(one.state).toMatchObject({ recountedFor: "2027-01-01" });
    expect(limits(one)?.promised).toMatchObject({ due: "2027-01-05", provisional: true });
    expect(application.nextDeadline?.(one.state)).toBe("2027-01-05T16:00:00.000Z");
  });

  test("a notice that comes later still is counted before a limit is called missed", () => {
    const one = anApplication({ status: "accepted", on: received });
    one.letPass("2027-01-01");
    expect(one.letPass("2027-01-06", announced)).toEqual(["2027-01-06"]);
    expect(one.state).toMatchObject({ missed: [], limits: { promised: { due: "2027-01-06", provisional: false } } });
    expect(one.letPass("2027-01-07", announced)).toEqual(["2027-01-07"]);
    expect(one.state).toMatchObject({ missed: ["promised"] });
  });

  test("a decision is judged by the calendar known on its day", () => {
    const late = aReviewed({ on: received }).lawfully(decide, "2027-01-06", undefined, announced);
    expect(late.events.at(-1)?.data).toMatchObject({ onTime: true });
    const guessed = aReviewed({ on: received }).lawfully(decide, "2027-01-06");
    expect(guessed.events.at(-1)?.data).toMatchObject({ onTime: false });
  });
});

describe("T-10: the five days to accept", () => {
  test("are counted again before silence is taken for acceptance", () => {
    const one = anApplication({ on: "2026-12-28", materials: [theForm] });
    expect(one.state).toMatchObject({ acceptanceLimit: { due: "2027-01-05", provisional: true } });
    expect(one.letPass("2027-01-06", announced)).toEqual(["2027-01-06"]);
    expect(one.state).toMatchObject({ status: "received", acceptanceLimit: { due: "2027-01-06", provisional: false } });
    one.lawfully({ type: "notify-corrections", missing: ["四至图"] }, "2027-01-06", undefined, announced);
    expect(one.status).toBe("incomplete");
  });

  test("without a notice silence binds nobody: the case is looked at weekly, and what is missing may still be said", () => {
    const one = anApplication({ on: "2026-12-28", materials: [theForm] });
    expect(one.letPass("2027-01-20")).toEqual(["2027-01-06", "2027-01-13", "2027-01-20"]);
    expect(one.state).toMatchObject({ status: "received", lookAgainOn: "2027-01-27" });
    one.lawfully({ type: "notify-corrections", missing: ["四至图"] }, "2027-01-20");
    expect(one.status).toBe("incomplete");
  });

  test("once the notice is there, the silence counts from the day the materials came", () => {
    const one = anApplication({ on: "2026-12-28" });
    one.letPass("2027-01-06");
    expect(one.letPass("2027-01-13", announced)[0]).toBe("2027-01-13");
    expect(one.state).toMatchObject({ status: "accepted", acceptedOn: "2026-12-28" });
  });
});

describe("T-10: nothing is too late on a provisional date", () => {
  const asked = { type: "request-hearing" } as const;
  const told = "2026-12-29";
  function informed() {
    const touching = { ...aCommand(told).review, affectsThirdParties: true };
    const one = anApplication({ status: "accepted", on: told }).lawfully(touching, told).lawfully(touching, told);
    return one.does("inform-third-parties", told).does("hear-parties", told);
  }

  test("a hearing may be asked for, and nothing is decided, until the notice says that the time is over", () => {
    expect(informed().state).toMatchObject({
      thirdParties: { informed: { request: { due: "2027-01-06", provisional: true } } },
    });
    expect(isRejection(informed().tell(asked, "2027-01-20"))).toBe(false);
    expect(refusalOf(informed().tell(decide, "2027-01-20")).code).toBe("permits.hearing-may-be-requested");
    expect(isRejection(informed().tell(asked, "2027-01-07", undefined, announced))).toBe(false);
    expect(refusalOf(informed().tell(asked, "2027-01-08", undefined, announced)).code).toBe(
      "permits.hearing-requested-late",
    );
  });
});
