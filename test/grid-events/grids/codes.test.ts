import { expect, test } from "vitest";
import { readGridCode } from "../../../services/grid-events/grids/domain/codes.ts";
import { parseComponentId, parseGridTypeCode } from "../../../shared/identity-codes/index.ts";
import vectors from "../../vectors/vectors.json" with { type: "json" };

test.each(vectors.gridCodes)("G-5: $kind $value", ({ value, parts, len }) => {
  expect(value).toHaveLength(len);
  const read = parseGridTypeCode(value);
  expect(read.ok ? [read.county, read.class, read.subclass] : []).toEqual(parts);
  expect(parseGridTypeCode(`${value}0`).ok).toBe(false);
  expect(parseComponentId(`${value}000123`)).toMatchObject({ serial: "000123" });
  expect(parseComponentId(`${value}00012`).ok).toBe(false);
});

test.each([
  ["440605101200001", { form: "cell", county: "440605", town: "101", village: "200", sequence: "001" }],
  ["44060510120001", { form: "cell", county: "440605", town: "101", village: "200", sequence: "01" }],
  [
    "01020344060510120007",
    { form: "community-grid", object: "010203", county: "440605", town: "101", village: "200", sequence: "07" },
  ],
  ["4406051012000", undefined],
  ["4406051012000011", undefined],
  ["44060510120000x", undefined],
  ["４40605101200001", undefined],
])("G-2, G-3: %s", (code, read) => {
  expect(readGridCode(code)).toEqual(read);
});
