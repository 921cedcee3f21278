import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  cellPartition,
  cellsAround,
  type MatterTrace,
  similarTo,
} from "../../../services/grid-events/events/domain/similar.ts";
import { metresBetween } from "../../../services/grid-events/grids/domain/around.ts";
import { hoursLater } from "../../../shared/calendar/index.ts";
import { town } from "../../support/deciding.ts";
import { hintQuality, reportsWithTwins } from "./twins.ts";

const rules = town.gridEvents;
const lamp: MatterTrace = {
  ...{ id: "A", category: "street-light", reportedAt: "2026-03-02T02:00:00.000Z" },
  place: { lng: 101.97, lat: 25.125 },
};
const metresNorth = (metres: number) => ({ lng: 101.97, lat: 25.125 + metres / 111_195 });
const other = (more: Partial<MatterTrace> = {}): MatterTrace => ({ ...lamp, id: "B", ...more });
const hinted = (one: MatterTrace, by = rules) => similarTo(lamp, [one], by).length === 1;
const lightRule = { group: "light", radiusMetres: 45, hours: 720, closedHours: 48 };
const ruledBy = (rule: typeof lightRule) => ({ ...rules, duplicates: { groups: [rule], source: "" } });

describe("G2: a hint that two matters may be the same", () => {
  test("within the radius of their group, and not a metre more", () => {
    expect(hinted(other({ place: metresNorth(44.9) }))).toBe(true);
    expect(hinted(other({ place: metresNorth(45.1) }))).toBe(false);
  });
  test("within the hours, before or after, and not an instant more", () => {
    expect(hinted(other({ reportedAt: hoursLater(lamp.reportedAt, -720) }))).toBe(true);
    expect(
      hinted(other({ reportedAt: new Date(Date.parse(hoursLater(lamp.reportedAt, -720)) - 1).toISOString() })),
    ).toBe(false);
    expect(hinted(other({ reportedAt: hoursLater(lamp.reportedAt, 721) }))).toBe(false);
  });
  test("just closed before it was reported, and no longer ago than the rule says", () => {
    const old = hoursLater(lamp.reportedAt, -700);
    expect(hinted(other({ reportedAt: old, closedAt: hoursLater(lamp.reportedAt, -48) }))).toBe(true);
    expect(hinted(other({ reportedAt: old, closedAt: hoursLater(lamp.reportedAt, -49) }))).toBe(false);
    expect(
      hinted(other({ reportedAt: hoursLater(lamp.reportedAt, 1), closedAt: hoursLater(lamp.reportedAt, 2) })),
    ).toBe(false);
    expect(hinted(other({ closedAt: lamp.reportedAt }), ruledBy({ ...lightRule, closedHours: 0 }))).toBe(true);
  });
  test("of one group, in any category; of another group never", () => {
    const pit = other({ category: "road-pit" });
    expect(similarTo({ ...lamp, category: "manhole" }, [pit], rules)).toHaveLength(1);
    expect(hinted(pit)).toBe(false);
  });
  test("a radius of 0 turns places off; the same component is a hint at any distance", () => {
    const off = ruledBy({ ...lightRule, radiusMetres: 0 });
    expect(hinted(other(), off)).toBe(false);
    const component = "5323020105000017";
    const named = { ...lamp, component };
    const { place: _place, ...nowhere } = other({ component });
    expect(similarTo(named, [nowhere], off)).toEqual([{ id: "B", shares: "component" }]);
    expect(similarTo(named, [other({ component, place: metresNorth(900) })], rules)).toMatchObject([{ metres: 900 }]);
  });
  test("two components that differ are two matters, side by side", () => {
    const named = { ...lamp, component: "5323020105000017" };
    expect(similarTo(named, [other({ component: "5323020105000018" })], rules)).toEqual([]);
    expect(similarTo(named, [other()], rules)).toHaveLength(1);
  });
  test("a group without a rule has none", () => {
    expect(hinted(other(), { ...rules, duplicates: { groups: [], source: "" } })).toBe(false);
  });
  test("at most three, the component first, then the nearest", () => {
    const component = "5323020105000017";
    const many = [20, 5, 12, 1, 25].map((metres) => other({ id: `P${metres}`, place: metresNorth(metres) }));
    const found = similarTo(
      { ...lamp, component },
      [...many, other({ id: "C", component, place: metresNorth(28) })],
      rules,
    );
    expect(found.map(({ id }) => id)).toEqual(["C", "P1", "P5"]);
  });
});

test.each([1, 2, 3, 4])(
  "of 1,000 reports of seed %i with 200 twins, at least nine in ten twins are among the first three hints, and others have few",
  (seed) => {
    const set = reportsWithTwins(seed, { reports: 1_000, twins: 200 });
    const { reports, twins, recall, hintsWithoutTwin } = hintQuality(set, rules);
    expect([reports, twins]).toEqual([1_000, 200]);
    expect(recall).toBeGreaterThanOrEqual(0.9);
    expect(hintsWithoutTwin).toBeLessThanOrEqual(0.5);
  },
);

test("the cells around a place hold every place within the radius", () => {
  const place = fc.record({
    lng: fc.double({ min: 101, max: 103, noNaN: true }),
    lat: fc.double({ min: -60, max: 60, noNaN: true }),
  });
  const turn = fc.double({ min: 0, max: 2 * Math.PI, noNaN: true });
  fc.assert(
    fc.property(place, turn, fc.integer({ min: 1, max: 2_000 }), (centre, angle, radius) => {
      const aside = (Math.cos(angle) * radius * 0.99) / (111_195 * Math.cos((centre.lat * Math.PI) / 180));
      const near = { lng: centre.lng + aside, lat: centre.lat + (Math.sin(angle) * radius * 0.99) / 111_195 };
      expect(metresBetween(centre, near)).toBeLessThanOrEqual(radius);
      expect(cellsAround(centre, radius)).toContain(cellPartition(near));
    }),
  );
});
