import fc from "fast-check";
import { expect, test } from "vitest";
import {
  allocate,
  basisPoints,
  capitalAmount,
  fen,
  formatYuan,
  negate,
  parseYuan,
  type Rounding,
  subtract,
  sum,
  timesRate,
} from "../../shared/money/index.ts";

const amount = fc.maxSafeInteger().map(fen);
const modest = fc.integer({ min: -(10 ** 12), max: 10 ** 12 }).map(fen);
const rate = fc.integer({ min: 0, max: 10_000 }).map(basisPoints);
const weights = fc
  .array(fc.oneof(fc.nat(100), fc.maxSafeInteger().map(Math.abs)), { minLength: 1, maxLength: 12 })
  .filter((all) => all.some((weight) => weight > 0));

test("F-25: no fen appears or disappears, and no part is a whole fen away from its exact share", () => {
  fc.assert(
    fc.property(amount, weights, (total, all) => {
      const parts = allocate(total, all);
      expect(sum(parts)).toBe(total);
      const whole = all.reduce((sum, weight) => sum + BigInt(weight), 0n);
      for (const [at, part] of parts.entries()) {
        const off = BigInt(part) * whole - BigInt(total) * BigInt(all[at] ?? 0);
        expect(off < whole && off > -whole).toBe(true);
      }
    }),
  );
});

test("F-25: a greater weight never gets less, of equal ones the earlier never less", () => {
  fc.assert(
    fc.property(fc.nat(10 ** 12).map(fen), weights, (total, all) => {
      const parts = allocate(total, all);
      for (const [i, a] of all.entries()) {
        for (const [j, b] of all.entries()) {
          if (a > b || (a === b && i < j)) expect(parts[i]).toBeGreaterThanOrEqual(parts[j] ?? 0);
        }
      }
    }),
  );
});

test("F-20: a share and its residue make the whole, whatever the rounding, and lie within a fen of exact", () => {
  const roundings = fc.constantFrom<Rounding>("half-up", "half-even", "floor", "ceil");
  fc.assert(
    fc.property(amount, rate, roundings, (total, bps, rounding) => {
      const share = timesRate(total, bps, rounding);
      expect(sum([share, subtract(total, share)])).toBe(total);
      const off = BigInt(share) * 10_000n - BigInt(total) * BigInt(bps);
      expect(off < 10_000n && off > -10_000n).toBe(true);
      if (rounding.startsWith("half")) expect(off <= 5_000n && off >= -5_000n).toBe(true);
      if (rounding === "floor") expect(off <= 0n).toBe(true);
      if (rounding === "ceil") expect(off >= 0n).toBe(true);
    }),
  );
});

test("a reversal undoes exactly what it reverses", () => {
  fc.assert(
    fc.property(modest, rate, (total, bps) => {
      for (const rounding of ["half-up", "half-even"] as const) {
        expect(timesRate(negate(total), bps, rounding)).toBe(negate(timesRate(total, bps, rounding)));
      }
    }),
  );
});

test("F-14: what is shown is read back as the same fen", () => {
  fc.assert(
    fc.property(amount, (value) => {
      expect(parseYuan(formatYuan(value))).toEqual({ ok: true, value });
    }),
  );
});

test("two amounts never share their capitals, and no zeros stand doubled or before 元", () => {
  fc.assert(
    fc.property(amount, amount, (a, b) => {
      const text = capitalAmount(a);
      expect(text).not.toMatch(/零零|零万|零亿|.零元/);
      expect(text === capitalAmount(b)).toBe(a === b);
    }),
  );
});
