import { describe, expect, test } from "vitest";
import * as z from "zod";
import {
  add,
  basisPoints,
  basisPointsSchema,
  capitalAmount,
  fen,
  fenSchema,
  formatYuan,
  larger,
  negate,
  nonNegativeFenSchema,
  parseYuan,
  smaller,
  subtract,
  sum,
} from "../../../shared/money/index.ts";

const most = Number.MAX_SAFE_INTEGER;

describe("F-14: money is whole fen", () => {
  test.each([0, 1, -1, most, -most])("%d fen", (value) => expect(fen(value)).toBe(value));
  test.each([0.5, Number.NaN, Number.POSITIVE_INFINITY, most + 1])("%d is no amount", (value) => {
    expect(() => fen(value)).toThrow(RangeError);
  });
  test("there is no negative zero", () => expect(Object.is(negate(fen(0)), 0)).toBe(true));
  test.each([0, 1, 10_001])("%d basis points are a rate", (value) => expect(basisPoints(value)).toBe(value));
  test.each([-1, 0.5])("%d is no rate", (value) => expect(() => basisPoints(value)).toThrow(RangeError));

  test("amounts add up, subtract, compare", () => {
    expect(add(fen(1), fen(-2), fen(4))).toBe(3);
    expect(sum([])).toBe(0);
    expect(subtract(fen(1), fen(3))).toBe(-2);
    expect([smaller(fen(1), fen(-2)), larger(fen(1), fen(-2))]).toEqual([-2, 1]);
  });

  test("a sum beyond the safe integers is refused, not rounded", () => {
    expect(() => add(fen(most), fen(1))).toThrow(RangeError);
    expect(() => subtract(fen(-most), fen(2))).toThrow(RangeError);
    expect(add(fen(most), fen(1), fen(-1))).toBe(most);
  });

  test("the edge takes whole numbers and documents them as such", () => {
    expect(fenSchema.safeParse(1.5).success).toBe(false);
    expect(fenSchema.parse(-1)).toBe(-1);
    expect(nonNegativeFenSchema.safeParse(-1).success).toBe(false);
    expect(basisPointsSchema.safeParse(-1).success).toBe(false);
    expect(z.toJSONSchema(nonNegativeFenSchema, { io: "input" })).toMatchObject({ type: "integer", minimum: 0 });
    expect(add(fenSchema.parse(1), fen(1))).toBe(2);
  });
});

describe("F-14: yuan in and out", () => {
  test.each([
    ["0", 0],
    ["12", 1200],
    ["1234.5", 123450],
    ["1,234,567.89", 123456789],
    ["¥1,234.50", 123450],
    ["￥１２．３４", 1234],
    ["-0.01", -1],
    ["-¥3", -300],
    [" 0.10 ", 10],
    ["90071992547409.91", most],
  ])("%s yuan are %i fen", (text, value) => expect(parseYuan(text)).toEqual({ ok: true, value }));

  test.each([
    ["", "money.format"],
    ["1,23", "money.format"],
    ["1234,567", "money.format"],
    ["12,34.00", "money.format"],
    [".5", "money.format"],
    ["1.", "money.format"],
    ["1e3", "money.format"],
    ["壹元", "money.format"],
    ["1.005", "money.too-many-decimals"],
    ["1.000", "money.too-many-decimals"],
    ["90071992547409.92", "money.range"],
  ])("'%s' is refused: %s", (text, reason) => expect(parseYuan(text)).toEqual({ ok: false, reason }));

  test.each([
    [0, "0.00"],
    [5, "0.05"],
    [-5, "-0.05"],
    [99999, "999.99"],
    [100000, "1,000.00"],
    [123456789, "1,234,567.89"],
    [-100000000, "-1,000,000.00"],
  ])("%i fen are shown as %s", (value, text) => expect(formatYuan(fen(value))).toBe(text));
});

describe("大写金额 as cheques and decisions want it", () => {
  test.each([
    [1234567, "壹万贰仟叁佰肆拾伍元陆角柒分"],
    [0, "零元整"],
    [5, "伍分"],
    [1, "壹分"],
    [101, "壹元零壹分"],
    [50, "伍角整"],
    [100, "壹元整"],
    [1000, "壹拾元整"],
    [20000, "贰佰元整"],
    [300000, "叁仟元整"],
    [140950, "壹仟肆佰零玖元伍角整"],
    [600714, "陆仟零柒元壹角肆分"],
    [168032, "壹仟陆佰捌拾元叁角贰分"],
    [1640902, "壹万陆仟肆佰零玖元零贰分"],
    [32504, "叁佰贰拾伍元零肆分"],
    [10000000, "壹拾万元整"],
    [100050000, "壹佰万零伍佰元整"],
    [100100000, "壹佰万壹仟元整"],
    [10000000100, "壹亿零壹元整"],
    [101000000000, "壹拾亿壹仟万元整"],
    [100100000000000, "壹万零壹拾亿元整"],
    [-1234, "负壹拾贰元叁角肆分"],
  ])("%i fen are %s", (value, text) => expect(capitalAmount(fen(value))).toBe(text));
});
