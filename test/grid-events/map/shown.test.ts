import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  boxOfCell,
  type Cell,
  cellAbove,
  cellBelow,
  cellKey,
  cellOf,
  centreOfCell,
  depthOf,
  holds,
  placeInParent,
  rootsIn,
} from "../../../services/grid-events/map/domain/cells.ts";
import type { Marked } from "../../../services/grid-events/map/domain/mark.ts";
import { middleCells, shownOf } from "../../../services/grid-events/map/domain/shown.ts";
import { changesOfMap, type MapTally, mapTally } from "../../../services/grid-events/map/domain/tally.ts";
import { on } from "../../support/deciding.ts";

const someday = on("2026-03-02", { sub: "town", name: "", roles: [] });
const floor = 5;
const town = { west: 101.76, south: 24.99, east: 102.02, north: 25.22 };
const whole = [town.west, town.south, town.east, town.north] as const;
/** Places as they are kept: rounded to seven decimals. */
const degrees = (least: number, most: number) =>
  fc.integer({ min: Math.round(least * 1e7), max: Math.round(most * 1e7) }).map((units) => units / 1e7);
const places = fc.record({ lng: degrees(town.west, town.east), lat: degrees(town.south, town.north) });

/** The tallies after marks were put, by the decider itself. */
function tallied(moves: readonly (readonly [Marked | undefined, Marked | undefined])[]) {
  const tallies = new Map<string, MapTally>();
  for (const [before, after] of moves)
    for (const [id, changes] of changesOfMap(before, after)) {
      const decided = mapTally.decide(tallies.get(id), { type: "add", changes }, someday);
      if (!Array.isArray(decided)) throw new Error("refused");
      for (const event of decided)
        tallies.set(id, mapTally.evolve(tallies.get(id), { ...event, time: someday.now, actor: "town", sequence: 1 }));
    }
  return tallies;
}
const mark = (place: { lng: number; lat: number }, released = false): Marked => ({ cell: cellOf(place, 2), released });

function view(tallies: ReadonlyMap<string, MapTally>, box: readonly [number, number, number, number], near = false) {
  const looking = { box, depth: depthOf(box), floor, near };
  const roots = rootsIn(box);
  const needed = new Set([...roots, ...middleCells(roots, tallies, looking)].map(cellKey));
  // Only what the route reads counts.
  return shownOf(roots, new Map([...tallies].filter(([id]) => needed.has(id))), looking);
}

describe("the squares of the public map", () => {
  test("a place lies in its square at each size, and each square in the one above", () => {
    fc.assert(
      fc.property(places, (place) => {
        const finest = cellOf(place, 2);
        for (const depth of [0, 1, 2] as const) {
          expect(holds(boxOfCell(cellOf(place, depth)), place)).toBe(true);
          expect(cellAbove(finest, depth)).toEqual(cellOf(place, depth));
        }
        expect(cellBelow(cellOf(place, 1), 2, placeInParent(finest))).toEqual(finest);
      }),
    );
  });

  test("west of Greenwich and south of the equator too", () => {
    const cell = cellOf({ lng: -0.0000001, lat: -33.9 }, 2);
    expect(cellBelow(cellAbove(cell, 1), 2, placeInParent(cell))).toEqual(cell);
    expect(centreOfCell({ depth: 2, x: 0, y: 0 })).toEqual([0.0025, 0.0025]);
  });
});

describe("G14: what is counted for everybody", () => {
  const corner = { lng: 101.801, lat: 25.041 };
  const nearby: readonly Cell[] = [cellOf(corner, 2), cellOf({ lng: corner.lng + 0.005, lat: corner.lat }, 2)];
  const at = (cell: Cell | undefined, times: number, released = false) =>
    Array.from({ length: times }, () => [undefined, { cell: cell ?? cellOf(corner, 2), released }] as const);
  const close = boxOfCell(cellAbove(cellOf(corner, 2), 1));

  test("four have no number and their largest square, five have one", () => {
    expect(view(tallied(at(nearby[0], 4)), close).clusters).toEqual([{ cell: cellOf(corner, 0), released: false }]);
    expect(view(tallied(at(nearby[0], 5)), close).clusters).toEqual([
      { cell: cellOf(corner, 2), released: false, count: 5 },
    ]);
  });

  test("a square with four in one part and five in another is not divided", () => {
    const tallies = tallied([...at(nearby[0], 5), ...at(nearby[1], 4)]);
    expect(view(tallies, close).clusters).toMatchObject([{ cell: { depth: 1 }, count: 9 }]);
    expect(view(tallied([...at(nearby[0], 5), ...at(nearby[1], 5)]), close).clusters).toMatchObject([
      { cell: { depth: 2 }, count: 5 },
      { cell: { depth: 2 }, count: 5 },
    ]);
  });

  test("what went away is counted no more, and what is moved stands in one square", () => {
    const moved = tallied([
      [undefined, mark(corner)],
      [mark(corner), mark({ lng: 101.99, lat: 25.2 })],
    ]);
    expect(view(moved, whole).clusters.map(({ cell }) => cell)).toEqual([cellOf({ lng: 101.99, lat: 25.2 }, 0)]);
    expect(
      view(
        tallied([
          [undefined, mark(corner)],
          [mark(corner), undefined],
        ]),
        whole,
      ),
    ).toEqual({
      clusters: [],
      single: [],
    });
  });

  test("released ones are shown one by one while they are few, or from near by", () => {
    const few = tallied(at(nearby[0], 4, true));
    for (const box of [whole, close])
      expect(view(few, box)).toMatchObject({ clusters: [], single: [{ ...cellOf(corner, 2) }] });
    const many = tallied(at(nearby[0], 5, true));
    expect(view(many, close)).toEqual({
      clusters: [{ cell: cellOf(corner, 2), released: true, count: 5 }],
      single: [],
    });
    expect(view(many, close, true)).toMatchObject({ clusters: [], single: [{ ...cellOf(corner, 2) }] });
  });

  test("no number below the floor is told, nor follows from two views of different sizes", () => {
    const crowd = fc.array(fc.tuple(places, fc.integer({ min: 1, max: 7 })), { maxLength: 25 });
    fc.assert(
      fc.property(crowd, (all) => {
        const tallies = tallied(all.flatMap(([place, times]) => at(cellOf(place, 2), times)));
        const told = new Map<string, { readonly cell: Cell; readonly count: number | undefined }>();
        const middle = rootsIn(whole).map(boxOfCell);
        for (const box of [[101, 24.5, 102.5, 25.5] as const, whole, ...middle])
          for (const { cell, count } of view(tallies, box).clusters) told.set(cellKey(cell), { cell, count });
        for (const { count } of told.values()) expect(count ?? floor).toBeGreaterThanOrEqual(floor);
        for (const { cell, count } of told.values()) {
          if (count === undefined || cell.depth === 2) continue;
          const inside = [...told.values()].filter(
            (one) => one.cell.depth > cell.depth && cellKey(cellAbove(one.cell, cell.depth)) === cellKey(cell),
          );
          const deepest = inside.filter(
            (one) =>
              !inside.some(
                (other) =>
                  other.cell.depth > one.cell.depth &&
                  cellKey(cellAbove(other.cell, one.cell.depth)) === cellKey(one.cell),
              ),
          );
          const rest = count - deepest.reduce((sum, one) => sum + (one.count ?? 0), 0);
          if (deepest.length > 0) expect(rest === 0 || rest >= floor).toBe(true);
        }
      }),
      { numRuns: 40 },
    );
  });
});
