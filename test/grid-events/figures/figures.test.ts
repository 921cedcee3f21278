import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import * as z from "zod";
import { gridEvent } from "../../../services/grid-events/events/domain/decider.ts";
import type { EventCommand } from "../../../services/grid-events/events/domain/messages.ts";
import { countedMatter } from "../../../services/grid-events/figures/domain/counted-matter.ts";
import {
  figureNames,
  noCounts,
  partsOf,
  percentOf,
  plus,
} from "../../../services/grid-events/figures/domain/counts.ts";
import { monthlyPartsOf } from "../../../services/grid-events/figures/domain/monthly.ts";
import { endOfDay } from "../../../shared/calendar/index.ts";
import type { Actor } from "../../../shared/decider/index.ts";
import { on } from "../../support/deciding.ts";
import { Living } from "../../support/living.ts";
import {
  aReport,
  commands,
  duty,
  grid,
  theDispatcher,
  theOfficer,
  theResident,
  theWorker,
} from "../events/builders.ts";

const rules = { reworkPer: "closed", solvedInGridPer: "reported" } as const;

const vector = z.object({
  ...{ should: z.int(), closed: z.int(), onTime: z.int(), reported: z.int() },
  ...{ rework: z.int().optional(), selfHandled: z.int().optional(), filed: z.int().optional() },
  expected: z.record(z.string(), z.number().nullable()),
});
const vectors = z
  .object({ gridKpi: z.array(vector).min(1) })
  .parse(JSON.parse(readFileSync(join(import.meta.dirname, "../../vectors/vectors.json"), "utf8")));
const words = {
  ...{ filing: "立案率", closing: "结案率", onTime: "按期结案率", rework: "返工率" },
  solvedInGrid: "网格内自行处置率",
} as const;

test.each(vectors.gridKpi)("gridKpi: the vector %#", ({ should, rework = 0, selfHandled = 0, filed = 0, ...given }) => {
  const { closed, onTime, reported, expected } = given;
  const counts = {
    ...noCounts,
    reported,
    filed,
    due: should,
    closed,
    onTime,
    reworked: rework,
    solvedInGrid: selfHandled,
  };
  for (const [name, { numerator, denominator }] of Object.entries(partsOf(rules))) {
    const word = z
      .enum(figureNames)
      .transform((one) => words[one])
      .parse(name);
    if (word in expected) expect(percentOf(counts[numerator], counts[denominator])).toBe(expected[word]);
  }
});

describe("G-9: per cent, two decimals, half up", () => {
  test.each([
    [200, 240, 83.33],
    [190, 200, 95],
    [171, 200, 85.5],
    [8, 190, 4.21],
    [120, 240, 50],
    [1, 3, 33.33],
    [2, 3, 66.67],
    [1, 20_000, 0.01],
    [1, 20_001, 0],
    [0, 7, 0],
    [0, 0, null],
  ])("%i of %i is %s", (above, below, percent) => expect(percentOf(above, below)).toBe(percent));

  test("never above a hundred, and nothing of something is 0, never null", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000_000 }), fc.double({ min: 0, max: 1, noNaN: true }), (below, part) => {
        const percent = percentOf(Math.floor(below * part), below);
        expect(percent).toBeGreaterThanOrEqual(0);
        expect(percent).toBeLessThanOrEqual(100);
      }),
    );
  });

  test("the denominators that no norm settles are the profile's", () => {
    expect(partsOf(rules)).toMatchObject({
      rework: { denominator: "closed" },
      solvedInGrid: { denominator: "reported" },
    });
    const other = partsOf({ reworkPer: "due", solvedInGridPer: "filed" });
    expect(other).toMatchObject({ rework: { denominator: "due" }, solvedInGrid: { denominator: "filed" } });
  });
});

/** The last instant of a day but one. */
const atNight = (date: string, actor: Actor) => ({
  ...on(date, actor),
  now: new Date(Date.parse(endOfDay(date)) - 1).toISOString(),
});
/** A matter, with each step on a day. */
class Matter {
  readonly living = new Living(gridEvent, atNight);
  step(date: string, actor: Actor, ...given: readonly EventCommand[]): this {
    for (const command of given) this.living.lawfully(command, date, actor);
    return this;
  }
  get parts() {
    return monthlyPartsOf(this.living.events);
  }
  get months() {
    return Object.fromEntries(this.parts.map(({ month, counts }) => [month, counts]));
  }
}
const matter = (date = "2026-03-02") => new Matter().step(date, theResident, aReport());

describe("G-17: what a matter adds to a month", () => {
  test("solved in the grid counts as filed, due, closed and on time", () => {
    const { months, parts } = matter()
      .step("2026-03-02", theWorker, commands.accept, commands.handleHere)
      .step("2026-03-04", theWorker, commands.closeHere);
    expect(months).toEqual({
      "2026-03": { ...noCounts, reported: 1, filed: 1, solvedInGrid: 1, due: 1, closed: 1, onTime: 1 },
    });
    expect(parts[0]).toMatchObject({ grid, category: "street-light" });
  });

  test("accepted alone is neither filed nor due", () => {
    const { months } = matter().step("2026-03-02", theWorker, commands.accept);
    expect(months).toEqual({ "2026-03": { ...noCounts, reported: 1 } });
  });

  test("merged is reported, and never filed", () => {
    const merge = {
      type: "merge",
      into: "other",
      isSelf: false,
      isKnown: true,
      hinted: false,
      reasons: "同一处",
    } as const;
    const { months } = matter().step("2026-03-02", theDispatcher, { ...merge, duty: undefined });
    expect(months).toEqual({ "2026-03": { ...noCounts, reported: 1, merged: 1 } });
  });

  test("closed on the last instant is on time, a day later it is not; a rework counts once for each round", () => {
    const worked = () =>
      matter()
        .step("2026-03-02", theWorker, commands.accept)
        .step("2026-03-02", theDispatcher, commands.file, commands.toOfficer)
        .step("2026-03-02", theOfficer, commands.start, commands.handIn)
        .step("2026-03-02", theWorker, commands.rework)
        .step("2026-03-03", theOfficer, commands.start, commands.handIn)
        .step("2026-03-03", theWorker, commands.rework)
        .step("2026-03-03", theOfficer, commands.start, commands.handIn);
    expect(worked().step("2026-03-05", theWorker, commands.close).months["2026-03"]).toMatchObject({
      ...{ due: 1, closed: 1, onTime: 1, reworked: 1 },
    });
    expect(worked().step("2026-03-06", theWorker, commands.close).months["2026-03"]).toMatchObject({
      ...{ due: 1, closed: 1, onTime: 0, reworked: 1 },
    });
  });

  test("a month that is over never changes: what is filed, closed or moved afterwards is not in it", () => {
    const before = matter("2026-03-30").step("2026-03-30", theWorker, commands.accept);
    const march = before.months["2026-03"];
    const after = before
      .step("2026-04-01", theWorker, commands.handleHere)
      .step("2026-04-02", theWorker, commands.closeHere)
      .step("2026-04-03", theWorker, { ...commands.reopen, duty });
    expect(after.months["2026-03"]).toEqual(march);
    expect(after.months["2026-04"]).toMatchObject({ reported: 0, filed: 0, due: 1, closed: 1, onTime: 1 });
  });

  test("a round that was due in a month that is over is due in no other: not by a pause that moves its end", () => {
    const late = matter("2026-03-25")
      .step("2026-03-25", theWorker, commands.accept)
      .step("2026-03-25", theDispatcher, commands.file, commands.toOfficer);
    expect(late.months["2026-03"]).toMatchObject({ due: 1, closed: 0 });
    late
      .step("2026-04-01", theDispatcher, { type: "pause", reason: "weather", reasons: "暴雨" })
      .step("2026-04-03", theDispatcher, { type: "resume" })
      .step("2026-04-03", theOfficer, commands.start, commands.handIn)
      .step("2026-04-03", theWorker, commands.close);
    expect(late.months["2026-03"]).toMatchObject({ due: 1, closed: 0 });
    const total = late.parts.reduce((sum, { counts }) => plus(sum, counts), noCounts);
    expect(total).toMatchObject({ reported: 1, filed: 1, due: 1 });
  });

  test("while the clock stands nothing is due; in a month that began it is due again", () => {
    const paused = matter("2026-03-30")
      .step("2026-03-30", theWorker, commands.accept)
      .step("2026-03-30", theDispatcher, commands.file, { type: "pause", reason: "weather", reasons: "暴雨" });
    expect(Object.values(paused.months).map(({ due }) => due)).not.toContain(1);
  });

  test("closed while the clock stood, it was due and is counted: a pause takes nothing out of the figures", () => {
    const one = matter("2026-03-02")
      .step("2026-03-02", theWorker, commands.accept)
      .step("2026-03-02", theDispatcher, commands.file, commands.toOfficer)
      .step("2026-03-02", theOfficer, commands.start, { type: "pause", reason: "weather", reasons: "暴雨" })
      .step("2026-03-03", theOfficer, commands.handIn)
      .step("2026-03-03", theDispatcher, { type: "pause", reason: "appraisal", reasons: "检测" })
      .step("2026-03-04", theWorker, commands.close);
    expect(one.months["2026-03"]).toMatchObject({ due: 1, closed: 1, onTime: 1 });
  });
});

describe("a matter is counted once", () => {
  const part = { month: "2026-03", grid, category: "dust", counts: { ...noCounts, reported: 1 } };
  const command = { type: "count", event: "E1", number: "GT-2026-1", upTo: 3, ...part } as const;
  test("what was counted by more events is not undone by fewer, and the same adds nothing", () => {
    const living = new Living(countedMatter, on).lawfully(command, "2026-03-02", theResident);
    const count = living.events.length;
    living.lawfully({ ...command, upTo: 2, counts: noCounts }, "2026-03-02", theResident);
    living.lawfully({ ...command, upTo: 4 }, "2026-03-02", theResident);
    expect(living.events).toHaveLength(count);
    living.lawfully({ ...command, upTo: 5, counts: noCounts }, "2026-03-02", theResident);
    expect(living.events).toHaveLength(count + 1);
  });
});
