import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type FailedCondition,
  type InForce,
  inForceOn,
  type PowerChange,
} from "../../../shared/powers-in-force/index.ts";
import { aPower, day, handedOver } from "../../support/builders-permits.ts";

const date = fc.integer({ min: 0, max: 20 }).map((days) => day("2026-06-25").add({ days }).toString());
const change: fc.Arbitrary<PowerChange> = fc.oneof(
  fc
    .record({ from: date, mode: fc.constantFrom("statutory", "delegated", "entrusted") })
    .map((one) => ({ ...handedOver, ...one })),
  fc.record({ from: date, reason: fc.constantFrom("甲", "乙") }).map((one) => ({ kind: "suspended" as const, ...one })),
  date.map((from) => ({ kind: "resumed" as const, from })),
  fc
    .record({ from: date, document: fc.constantFrom("收回1号", "收回2号") })
    .map((one) => ({ kind: "recalled" as const, ...one })),
);

/** Day by day, and on each day in the order in which things were made known: what a clerk would do with a ledger. */
function replay(changes: readonly PowerChange[], on: string): InForce {
  let holding: Extract<PowerChange, { kind: "handed-over" }> | undefined;
  let lost: FailedCondition = { condition: "not-handed-over" };
  let pause: FailedCondition | undefined;
  for (let today = day("2026-06-01"); today.toString() <= on; today = today.add({ days: 1 })) {
    for (const one of changes.filter(({ from }) => from === today.toString())) {
      pause = one.kind === "suspended" ? { condition: "suspended", from: one.from, reason: one.reason } : undefined;
      if (one.kind === "handed-over") holding = one;
      if (one.kind !== "recalled") continue;
      holding = undefined;
      lost = { condition: "recalled", from: one.from, document: one.document };
    }
  }
  const next = changes.filter(({ kind, from }) => kind === "handed-over" && from > on).map(({ from }) => from);
  const first = next.sort()[0];
  if (holding === undefined) {
    const why: FailedCondition = first === undefined ? lost : { condition: "not-yet-in-force", from: first };
    return { inForce: false, failed: pause === undefined ? [why] : [why, pause] };
  }
  if (pause !== undefined) return { inForce: false, failed: [pause] };
  const { mode, inWhoseName, from, letter } = holding;
  return { inForce: true, mode, inWhoseName, since: from, ...(letter === undefined ? {} : { letter }) };
}

describe("P1, P5: whether a power is in force, as of any day", () => {
  test("any history, on any day, is what replaying it day by day gives", () => {
    fc.assert(
      fc.property(fc.array(change, { maxLength: 8 }), date, (changes, on) => {
        expect(inForceOn(aPower({ changes }), day(on))).toEqual(replay(changes, on));
      }),
      { numRuns: 1000, seed: 20261122 },
    );
  });

  test("what is made known later does not change the days before it", () => {
    fc.assert(
      fc.property(fc.array(change, { maxLength: 8 }), change, (changes, later) => {
        const before = day(later.from).subtract({ days: 1 });
        const known = inForceOn(aPower({ changes }), before);
        expect(inForceOn(aPower({ changes: [...changes, later] }), before).inForce).toBe(known.inForce);
      }),
      { numRuns: 500, seed: 20261122 },
    );
  });

  test("of two changes on one day the later made known prevails", () => {
    const suspended: PowerChange = { kind: "suspended", from: "2026-07-01", reason: "评估" };
    const anew = { ...handedOver, from: "2026-07-01", mode: "delegated" } as const;
    expect(inForceOn(aPower({ changes: [handedOver, suspended, anew] }), day("2026-07-01")).inForce).toBe(true);
    expect(inForceOn(aPower({ changes: [handedOver, anew, suspended] }), day("2026-07-01")).inForce).toBe(false);
  });

  test("a power nobody listed is named as such", () => {
    expect(inForceOn(undefined, day("2026-07-01"))).toEqual({ inForce: false, failed: [{ condition: "not-listed" }] });
  });
});
