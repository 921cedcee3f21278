import { describe, expect, test } from "vitest";
import {
  isWithin,
  parseCellId,
  parseComponentId,
  parseDivisionCode,
  parseGridTypeCode,
} from "../../../shared/identity-codes/index.ts";
import vectors from "../../vectors/vectors.json" with { type: "json" };

const { valid, more, invalid, parent, validProvinces } = vectors.regionCode;

describe("ID-4: division codes", () => {
  test.each(valid)("$value is a $level", ({ value, level }) => {
    expect(parseDivisionCode(value)).toMatchObject({ ok: true, value, level });
  });

  test.each([...valid, ...more].filter((vector) => "kind" in vector && vector.kind !== undefined))(
    "$value is of the kind $kind",
    ({ value, kind }) => {
      const parsed = parseDivisionCode(value);
      expect(kind).toContain(parsed.ok ? parsed.kind : parsed.reason);
    },
  );

  test.each(invalid)("$value is refused: $reason", ({ value }) => expect(parseDivisionCode(value).ok).toBe(false));

  test.each(parent)("$value belongs to $expected", ({ value, expected }) => {
    expect(parseDivisionCode(value)).toMatchObject({ ok: true, parent: expected });
  });

  test.each(validProvinces)("%s is a province", (prefix) => {
    expect(parseDivisionCode(`${prefix}0000000000`)).toMatchObject({ ok: true, level: "province", parent: null });
  });

  test.each([
    ["99060510100", "division-code.length"],
    ["440605101A00", "division-code.characters"],
    ["990605101000", "division-code.province"],
    ["440005101000", "division-code.missing-level"],
    ["440000101000", "division-code.missing-level"],
    ["440000000001", "division-code.missing-level"],
    ["440605000001", "division-code.missing-level"],
  ])("%s is refused: %s", (value, reason) => expect(parseDivisionCode(value)).toEqual({ ok: false, reason }));

  test("a town may stand directly under its city", () => {
    expect(parseDivisionCode("441900101000")).toMatchObject({ level: "town", kind: "镇", parent: "441900000000" });
    expect(parseDivisionCode("440600000000")).toMatchObject({ level: "city", parent: "440000000000" });
  });

  test.each([
    ["001", "街道"],
    ["099", "街道"],
    ["100", "镇"],
    ["199", "镇"],
    ["200", "乡"],
    ["399", "乡"],
    ["400", "类似乡级单位"],
    ["599", "类似乡级单位"],
    ["600", null],
  ])("town number %s is a %s", (town, kind) => {
    expect(parseDivisionCode(`440605${town}000`)).toMatchObject({ level: "town", kind });
  });

  test.each([
    ["001", "居委会"],
    ["199", "居委会"],
    ["200", "村委会"],
    ["399", "村委会"],
    ["400", "类似居委会"],
    ["498", "虚拟单位"],
    ["499", "类似居委会"],
    ["500", "类似村委会"],
    ["598", "虚拟单位"],
    ["599", "类似村委会"],
    ["600", null],
  ])("village number %s is a %s", (village, kind) => {
    expect(parseDivisionCode(`440605101${village}`)).toMatchObject({ level: "village", kind });
  });

  test.each([
    ["440605101200", "440605101000", true],
    ["440605101200", "440000000000", true],
    ["440605101000", "440605101000", true],
    ["440605102200", "440605101000", false],
    ["440605101000", "440605101200", false],
    ["44060510120", "440605101000", false],
    ["440605101000", "4406", false],
  ])("%s lies within %s: %s", (code, ancestor, within) => expect(isWithin(code, ancestor)).toBe(within));
});

describe("G-2, G-5: grid codes", () => {
  test.each(vectors.gridCodes.filter(({ len }) => len === 10))(
    "$kind $value falls into its parts",
    ({ value, parts }) => {
      const [county, group, subclass] = parts;
      expect(parseGridTypeCode(value)).toEqual({ ok: true, value, county, class: group, subclass });
    },
  );

  test("a component is its type and a serial of six", () => {
    expect(parseComponentId("4406050101000123")).toMatchObject({ ok: true, county: "440605", serial: "000123" });
    expect(parseComponentId("440605010100012")).toEqual({ ok: false, reason: "grid-code.length" });
    expect(parseComponentId("990605010100012X")).toEqual({ ok: false, reason: "grid-code.characters" });
    expect(parseComponentId("9906050101000123")).toEqual({ ok: false, reason: "grid-code.division" });
  });

  test("a cell is its village and a sequence of three, or two in the first edition", () => {
    expect(parseCellId("440605101200001")).toMatchObject({ ok: true, division: "440605101200", sequence: "001" });
    expect(parseCellId("44060510120001")).toMatchObject({ ok: true, sequence: "01" });
    expect(parseCellId("4406051012000001")).toEqual({ ok: false, reason: "grid-code.length" });
    expect(parseCellId("440605101000001")).toEqual({ ok: false, reason: "grid-code.division" });
  });

  test.each([
    ["44060501", "grid-code.length"],
    ["44060501A1", "grid-code.characters"],
    ["9906050101", "grid-code.division"],
  ])("%s is refused: %s", (value, reason) => expect(parseGridTypeCode(value)).toEqual({ ok: false, reason }));
});
