import { describe, expect, test } from "vitest";
import { refusalOf } from "../../support/deciding.ts";
import vectors from "../../vectors/vectors.json" with { type: "json" };
import { aCommand, anApplication, theReviewer } from "./builders.ts";

const accepted = "2026-09-30";
const inspected = { inspection: true, steps: [{ name: "审查", kind: "review" as const }] };
const aCase = () => anApplication({ status: "accepted", on: accepted, guide: inspected });
const { decide, "assign-inspectors": assign } = aCommand(accepted);

describe("XK-55: two inspectors within five working days of acceptance", () => {
  test("accepted 2026-09-30, by 2026-10-13: on that day in time, on the next late and on record", () => {
    const vector = vectors.deadlines.find(({ rule }) => rule === "XK-55");
    expect(vector).toMatchObject({ start: accepted, deadline: "2026-10-13" });
    expect(aCase().state).toMatchObject({ inspection: { limit: { rule: "XK-55", due: "2026-10-13" } } });
    const inTime = aCase().lawfully(assign, "2026-10-13");
    expect(inTime.events.at(-1)).toMatchObject({
      data: { late: false, number: 2 },
      personal: { inspectors: [{ sub: "reviewer-1" }, { sub: "reviewer-2" }] },
    });
    const late = aCase().lawfully(assign, "2026-10-14");
    expect(late.state).toMatchObject({ inspection: { late: true, assignedOn: "2026-10-14" } });
  });

  test("nobody assigned, the clockwork records it on the day after, once", () => {
    const one = aCase();
    expect(one.letPass("2026-10-13")).toEqual([]);
    expect(one.letPass("2026-10-14")).toEqual(["2026-10-14"]);
    expect(one.events.at(-1)).toMatchObject({
      type: "permits.application.inspection-late",
      data: { due: "2026-10-13" },
    });
    one.lawfully(assign, "2026-10-15");
    expect(one.state).toMatchObject({ inspection: { late: true, inspectors: ["reviewer-1", "reviewer-2"] } });
  });

  test("assigned in time nothing is recorded, and they may be replaced without being late", () => {
    const one = aCase().lawfully(assign, accepted);
    one.letPass("2026-10-15");
    one.lawfully({ type: "assign-inspectors", inspectors: ["officer-1", "officer-2"] }, "2026-10-16");
    expect(one.events.map(({ type }) => type)).not.toContain("permits.application.inspection-late");
    expect(one.events.at(-1)?.data).toMatchObject({ late: false });
  });

  test.each([
    [["reviewer-1"]],
    [["reviewer-1", "reviewer-1"]],
    [["reviewer-1", { sub: "reviewer-1", name: "审查岗" }]],
  ])("%j are not two", (inspectors) => {
    expect(refusalOf(aCase().tell({ type: "assign-inspectors", inspectors }, accepted))).toMatchObject({
      code: "permits.two-inspectors",
      details: { rule: "XK-55" },
    });
  });

  test("another office does not send them, and without them nothing is decided", () => {
    const stranger = { ...theReviewer, office: "social-affairs" };
    expect(refusalOf(aCase().tell(assign, accepted, stranger)).code).toBe("permits.not-your-office");
    const one = aCase().does("review", accepted);
    expect(refusalOf(one.tell(decide, accepted))).toMatchObject({
      code: "permits.inspectors-not-assigned",
      details: { rule: "XK-55", due: "2026-10-13" },
    });
    expect(one.lawfully(assign, accepted).lawfully(decide, accepted).status).toBe("granted");
  });

  test("XK-34: those assigned are the two of the survey, unless it names others", () => {
    const survey = { inspection: true, steps: [{ name: "现场检验", kind: "survey" as const }] };
    const one = anApplication({ status: "accepted", on: accepted, guide: survey }).lawfully(assign, accepted);
    one.lawfully({ type: "review", opinion: "agree" }, accepted);
    expect(one.state).toMatchObject({ reviews: [{ inspectors: ["reviewer-1", "reviewer-2"] }] });
  });
});
