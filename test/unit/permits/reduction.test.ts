import { describe, expect, test } from "vitest";
import { type Figures, figuresOf } from "../../../services/permits/domain/reduction/figures.ts";
import { monthsBetween } from "../../../services/permits/domain/reduction/months.ts";
import { type CountCase, compare, reduction } from "../../../services/permits/domain/reduction/reduction.ts";
import { isRejection } from "../../../shared/decider/index.ts";
import { told } from "../../support/builders-certificates.ts";
import { aCommand, anApplication, calendar, on, theForm } from "../../support/builders-permits.ts";

const figures = (more: Partial<Figures> = {}): Figures => ({
  steps: 5,
  materials: 2,
  workingDays: 3,
  visits: 1,
  ...more,
});
const counted = (application: string, more: Partial<Figures> = {}): CountCase => ({
  type: "count",
  item: "PL-018",
  name: { zh: "农药经营许可证核发", en: "Pesticide trade licence" },
  category: "licence",
  month: "2026-03",
  application,
  figures: figures(more),
});

describe("L13: the figures of a case are those of its own records", () => {
  test("steps taken, materials brought, working days from acceptance to decision, days at the counter", () => {
    const one = anApplication({ status: "granted" }).lawfully({ type: "close" }, "2026-03-05");
    const records = { state: one.state, events: one.events };
    expect(figuresOf({ ...records, inPerson: true }, calendar)).toEqual({
      steps: 5,
      materials: 2,
      workingDays: 0,
      visits: 2,
    });
    expect(figuresOf({ ...records, inPerson: false }, calendar)).toMatchObject({ visits: 1 });
  });

  test("every day on which something missing was brought is a visit", () => {
    const one = anApplication({ materials: [theForm] });
    one.lawfully(aCommand("2026-03-03").correct, "2026-03-03").does("accept", "2026-03-03");
    one.does("review", "2026-03-04").does("review", "2026-03-06");
    one.lawfully({ ...aCommand("2026-03-06").decide, outcome: "refused", reasons: "不符合" }, "2026-03-06");
    one.does("deliver", "2026-03-09");
    expect(figuresOf({ state: one.state, events: one.events, inPerson: false }, calendar)).toEqual({
      steps: 4,
      materials: 2,
      workingDays: 3,
      visits: 2,
    });
  });

  test("a case that is not closed has none", () => {
    const open = anApplication({ status: "accepted" });
    expect(figuresOf({ state: open.state, events: open.events, inPerson: false }, calendar)).toBeUndefined();
  });
});

describe("L13: before and after", () => {
  const before = { steps: 8, materials: 8, workingDays: 20, visits: 3 };
  test("are averages over the cases counted, and what was saved is their difference", () => {
    expect(
      compare([
        { before, after: figures() },
        { before, after: figures({ visits: 0, workingDays: 4 }) },
      ]),
    ).toEqual({
      cases: 2,
      before,
      after: { steps: 5, materials: 2, workingDays: 3.5, visits: 0.5 },
      saved: { steps: 3, materials: 6, workingDays: 16.5, visits: 2.5 },
    });
    expect(compare([{ before, after: figures({ steps: 9 }) }])?.saved.steps).toBe(-1);
  });
  test("without a case there is no figure", () => expect(compare([])).toBeUndefined());

  test("a case told twice is counted once, also after many others", () => {
    let state = told(reduction, undefined, counted("A"), "2026-03-05");
    for (let at = 0; at < 40; at += 1) state = told(reduction, state, counted(`B${at}`), "2026-03-05");
    expect(reduction.decide(state, counted("A", { visits: 9 }), on("2026-03-05"))).toEqual([]);
    expect(Object.keys(state.cases)).toHaveLength(41);
  });

  test("a table covers one to thirty-six months, in order", () => {
    expect(monthsBetween("2025-12", "2026-02")).toEqual(["2025-12", "2026-01", "2026-02"]);
    expect(monthsBetween("2026-02", "2026-02")).toEqual(["2026-02"]);
    expect(isRejection(monthsBetween("2026-02", "2026-01"))).toBe(true);
    expect(monthsBetween("2024-01", "2026-12")).toHaveLength(36);
    expect(isRejection(monthsBetween("2023-12", "2026-12"))).toBe(true);
  });
});
