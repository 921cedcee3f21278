import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type KnownOfficer,
  mayUse,
  type OfficerChange,
  type PowerChange,
  versionOn,
} from "../../../shared/powers-in-force/index.ts";
import { territoryOf } from "../../../shared/territory/index.ts";
import type { Split } from "../../../shared/town/splits.ts";
import { day } from "../../support/deciding.ts";
import { aKnownPower, handedOver } from "../../support/known-power.ts";
import { profile } from "../../support/tally-town.ts";
import { tries } from "../../support/tries.ts";
import { askedOfTheLedger, entered } from "./naive-power.ts";

const date = fc.integer({ min: 0, max: 15 }).map((days) => day("2026-06-25").add({ days }).toString());
const domains = ["planning", "transport"] as const;

const change: fc.Arbitrary<PowerChange> = fc.oneof(
  date.map((from) => ({ ...handedOver, from })),
  date.map((from) => ({ ...handedOver, from, awaitsReadiness: true as const })),
  date.map((from) => ({ kind: "ready" as const, from })),
  date.map((from) => ({ kind: "suspended" as const, from, reason: "评估" })),
  date.map((from) => ({ kind: "resumed" as const, from })),
  date.map((from) => ({ kind: "recalled" as const, from, document: "收回1号" })),
  fc
    .record(
      { from: date, domain: fc.constantFrom(...domains), mode: fc.constant("delegated" as const) },
      { requiredKeys: ["from"] },
    )
    .map((one) => ({ kind: "adjusted" as const, ...one })),
);
const officerChange: fc.Arbitrary<OfficerChange> = fc.oneof(
  fc
    .record({ from: date, until: date, domains: fc.subarray([...domains]) })
    .map((one) => ({ kind: "certified" as const, ...one })),
  date.map((from) => ({ kind: "suspended" as const, from })),
  date.map((from) => ({ kind: "resumed" as const, from })),
  date.map((from) => ({ kind: "withdrawn" as const, from })),
);
/** Areas with whole hundredths of a degree as sides, so that places fall on their lines too. */
const hundredth = (from: number) => fc.integer({ min: 0, max: 6 }).map((step) => from + step);
const split: fc.Arbitrary<Split> = fc
  .record({
    west: hundredth(10186),
    south: hundredth(2507),
    wide: fc.integer({ min: 1, max: 4 }),
    high: fc.integer({ min: 1, max: 4 }),
    whose: fc.constantFrom<Pick<Split, "items" | "domains">>(
      { items: ["PL-018"], domains: [] },
      { items: [], domains: ["planning"] },
      { items: [], domains: ["transport"] },
      { items: ["PL-001"], domains: [] },
    ),
    town: fc.constantFrom("inside" as const, "outside" as const),
    line: fc.constantFrom("town" as const, "county" as const),
    from: date,
    until: fc.option(date, { nil: undefined }),
  })
  .map(({ west, south, wide, high, whose, until, ...rest }): Split => {
    const at = (x: number, y: number): [number, number] => [x / 100, y / 100];
    const corners = [
      at(west, south),
      at(west + wide, south),
      at(west + wide, south + high),
      at(west, south + high),
      at(west, south),
    ];
    return {
      ...rest,
      ...whose,
      id: "split",
      name: { zh: "片区", en: "Area" },
      area: { kind: "polygon", coordinates: [corners] },
      ...(until === undefined ? {} : { until }),
      legalBasis: "示例",
    };
  });
const place = fc
  .record({ lng: hundredth(10186), lat: hundredth(2507) })
  .map(({ lng, lat }) => ({ lng: lng / 100, lat: lat / 100 }));

describe("P5, P8: may this town, at this place, on this day, through this officer", () => {
  test("whatever happened to power, officer and territory, on any day the answer is what a naive replay gives", () => {
    const history = fc.record({
      changes: fc.array(change, { maxLength: 7 }),
      splits: fc.array(split, { maxLength: 4 }),
      officer: fc.option(fc.array(officerChange, { maxLength: 5 }), { nil: undefined }),
      where: fc.option(place, { nil: undefined }),
      domain: fc.constantFrom(...domains),
      on: date,
    });
    let [yes, no] = [0, 0];
    fc.assert(
      fc.property(history, ({ changes, splits, officer, where, domain, on }) => {
        const power = aKnownPower({ changes: [{ ...handedOver, from: "2026-06-01" }, ...changes], domain });
        const known: KnownOfficer | undefined =
          officer === undefined || officer.length === 0
            ? undefined
            : { certificate: "云A1", sub: "o", changes: officer };
        const map = territoryOf({ territory: profile.territory, splits });
        const question = { on: day(on), place: where, ...(officer === undefined ? {} : { officer: { known } }) };
        const answer = mayUse(power, question, map);
        const expected = askedOfTheLedger(
          power,
          { on, where, officer: officer === undefined ? undefined : { changes: officer } },
          splits,
        );
        expect((answer.inForce ? [] : answer.failed.map(({ condition }) => condition)).sort()).toEqual(expected.failed);
        if (answer.inForce) {
          yes += 1;
          expect([answer.mode, answer.inWhoseName.uscc, answer.since]).toEqual([
            expected.mode,
            expected.name,
            expected.since,
          ]);
        } else no += 1;
        expect(versionOn(power, day(on)).number).toBe(1 + entered(power.changes, on));
      }),
      { numRuns: tries(3000), seed: 20261124 },
    );
    // The property says something only if both answers come up often.
    expect(Math.min(yes, no)).toBeGreaterThan(tries(200));
  });

  test("the version of an entry on a day is altered by nothing that is made known later for later days", () => {
    fc.assert(
      fc.property(fc.array(change, { maxLength: 7 }), change, (changes, later) => {
        const before = day(later.from).subtract({ days: 1 });
        expect(versionOn(aKnownPower({ changes: [...changes, later] }), before)).toEqual(
          versionOn(aKnownPower({ changes }), before),
        );
      }),
      { numRuns: 500, seed: 20261124 },
    );
  });
});
