import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type FailedCondition, inForceOn, type PowerChange } from "../../../shared/powers-in-force/index.ts";
import { day } from "../../support/deciding.ts";
import { aKnownPower, handedOver } from "../../support/known-power.ts";
import { tries } from "../../support/tries.ts";
import { ledgerPage } from "./naive-power.ts";

const byName = (failed: readonly FailedCondition[]) =>
  [...failed].sort((one, other) => one.condition.localeCompare(other.condition));
const date = fc.integer({ min: 0, max: 20 }).map((days) => day("2026-06-25").add({ days }).toString());
const mode = fc.constantFrom("statutory" as const, "delegated" as const, "entrusted" as const);
const law = fc.record(
  { law: fc.constantFrom("旧法", "新法"), inForceFrom: date, repealedFrom: date },
  { requiredKeys: ["law"] },
);
const cited = fc.oneof({ weight: 3, arbitrary: fc.constant([]) }, fc.array(law, { maxLength: 2 }));
const adjustment = {
  from: date,
  mode,
  townRole: fc.constantFrom("decides" as const, "reviews" as const),
  letter: fc.constant({ number: "调整1号", date: "2026-06-01" }),
  inWhoseName: fc.constant({ name: { zh: "县林草局", en: "Forestry" }, uscc: "11532302YY0001039N" }),
  basis: cited,
};
const change: fc.Arbitrary<PowerChange> = fc.oneof(
  fc.record({ from: date, mode }).map((one) => ({ ...handedOver, ...one })),
  fc.record({ from: date, mode }).map((one) => ({ ...handedOver, ...one, awaitsReadiness: true as const })),
  date.map((from) => ({ kind: "ready" as const, from })),
  fc.record(adjustment, { requiredKeys: ["from"] }).map((one) => ({ kind: "adjusted" as const, ...one })),
  fc.record({ from: date, reason: fc.constantFrom("甲", "乙") }).map((one) => ({ kind: "suspended" as const, ...one })),
  date.map((from) => ({ kind: "resumed" as const, from })),
  fc
    .record({ from: date, document: fc.constantFrom("收回1号", "收回2号") })
    .map((one) => ({ kind: "recalled" as const, ...one })),
);

describe("P1, P5: whether a power is in force, as of any day", () => {
  test("any history, on any day, is what replaying it day by day gives", () => {
    fc.assert(
      fc.property(fc.array(change, { maxLength: 8 }), cited, date, (changes, basis, on) => {
        const power = aKnownPower({ changes, basis });
        const { role, mode, name, letter, since, conditions } = ledgerPage(power, on);
        const known = inForceOn(power, day(on));
        expect(byName(known.inForce ? [] : known.failed)).toEqual(byName(conditions));
        if (!known.inForce) return;
        const { townRole, inWhoseName, ...rest } = known;
        expect({
          townRole,
          mode: rest.mode,
          name: inWhoseName.uscc,
          letter: rest.letter?.number,
          since: rest.since,
        }).toEqual({ townRole: role, mode, name, letter, since });
      }),
      { numRuns: tries(3000), seed: 20261122 },
    );
  });

  test("what is made known later does not change the days before it", () => {
    fc.assert(
      fc.property(fc.array(change, { maxLength: 8 }), change, (changes, later) => {
        const before = day(later.from).subtract({ days: 1 });
        const known = inForceOn(aKnownPower({ changes }), before);
        expect(inForceOn(aKnownPower({ changes: [...changes, later] }), before).inForce).toBe(known.inForce);
      }),
      { numRuns: 500, seed: 20261122 },
    );
  });

  test("of two changes on one day the later made known prevails", () => {
    const suspended: PowerChange = { kind: "suspended", from: "2026-07-01", reason: "评估" };
    const anew = { ...handedOver, from: "2026-07-01", mode: "delegated" } as const;
    expect(inForceOn(aKnownPower({ changes: [handedOver, suspended, anew] }), day("2026-07-01")).inForce).toBe(true);
    expect(inForceOn(aKnownPower({ changes: [handedOver, anew, suspended] }), day("2026-07-01")).inForce).toBe(false);
  });

  test("P4: what waits for readiness begins with it, however early or late it is told; an older readiness is not enough", () => {
    const waits = { ...handedOver, from: "2026-07-01", awaitsReadiness: true } as const;
    const ready = (from: string): PowerChange => ({ kind: "ready", from });
    const inForce = (changes: readonly PowerChange[], on: string) => inForceOn(aKnownPower({ changes }), day(on));
    expect(inForce([ready("2026-06-20"), waits], "2026-07-02")).toEqual({
      inForce: false,
      failed: [{ condition: "not-ready", from: "2026-07-01" }],
    });
    expect(inForce([waits, ready("2026-06-20")], "2026-07-01")).toMatchObject({ inForce: true, since: "2026-07-01" });
    expect(inForce([waits, ready("2026-07-03")], "2026-07-02")).toMatchObject({ inForce: false });
    expect(inForce([waits, ready("2026-07-03")], "2026-07-03")).toMatchObject({ inForce: true, since: "2026-07-03" });
  });

  test("P6: an adjustment changes mode, name and role from its day, and lifts no suspension", () => {
    const adjusted: PowerChange = { kind: "adjusted", from: "2026-07-01", mode: "delegated", townRole: "reviews" };
    const suspended: PowerChange = { kind: "suspended", from: "2026-06-20", reason: "评估" };
    const on = (date: string, changes: readonly PowerChange[]) => inForceOn(aKnownPower({ changes }), day(date));
    expect(on("2026-06-30", [handedOver, adjusted])).toMatchObject({ mode: "entrusted", townRole: "decides" });
    expect(on("2026-07-01", [handedOver, adjusted])).toMatchObject({ mode: "delegated", townRole: "reviews" });
    expect(on("2026-07-01", [handedOver, suspended, adjusted]).inForce).toBe(false);
  });

  test("CF-T2: the law's last day is a day of the power, the day of its repeal is not, unless it is re-based", () => {
    const basis = [{ law: "大气污染防治法", repealedFrom: "2026-08-15" }];
    const anew: PowerChange = {
      kind: "adjusted",
      from: "2026-08-15",
      basis: [{ law: "生态环境法典", inForceFrom: "2026-08-15" }],
    };
    const on = (date: string, changes: readonly PowerChange[]) => inForceOn(aKnownPower({ changes, basis }), day(date));
    expect(on("2026-08-14", [handedOver]).inForce).toBe(true);
    expect(on("2026-08-15", [handedOver])).toEqual({
      inForce: false,
      failed: [{ condition: "basis-not-in-force", laws: ["大气污染防治法"] }],
    });
    expect(on("2026-08-14", [handedOver, anew]).inForce).toBe(true);
    expect(on("2026-08-15", [handedOver, anew]).inForce).toBe(true);
  });

  test("a power nobody listed is named as such", () => {
    expect(inForceOn(undefined, day("2026-07-01"))).toEqual({ inForce: false, failed: [{ condition: "not-listed" }] });
  });
});
