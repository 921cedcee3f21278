import { describe, expect, test } from "vitest";
import {
  buildItemCode,
  buildLicenceId,
  itemLevels,
  itemTypes,
  parseItemCode,
  parseLicenceId,
} from "../../../shared/identity-codes/index.ts";
import vectors from "../../vectors/vectors.json" with { type: "json" };

const root = "1.2.156.3005.2";
const parts = {
  type: "11440000YY000001XL001",
  issuer: "12330000YY0000028N",
  serial: "2026000001",
  version: "001",
};

describe("ID-6: electronic licence identifiers", () => {
  test.each(vectors.eLicenceId.valid)("$value is valid, and is what its parts build", ({ value }) => {
    const parsed = parseLicenceId(value);
    expect(parsed).toMatchObject({ ok: true, value });
    if (parsed.ok) expect(buildLicenceId(parsed)).toEqual(parsed);
  });

  test.each(vectors.eLicenceId.invalid)("$value is refused: $reason", ({ value }) => {
    expect(parseLicenceId(value).ok).toBe(false);
  });

  test.each([
    [`1.2.156.3005.3.${parts.type}.${parts.issuer}.2026000001.001.C`, "licence-id.root"],
    [`${root}.${parts.type}.${parts.issuer}.2026000001.001`, "licence-id.parts"],
    [`${root}.${parts.type}.${parts.issuer}.2026000001.001.C.C`, "licence-id.parts"],
    [`${root}.11440000YY000001XM001.${parts.issuer}.2026000001.001.C`, "licence-id.type"],
    [`${root}.11440000YY000001XL01.${parts.issuer}.2026000001.001.C`, "licence-id.type"],
    [`${root}.${parts.type}.12330000YY0000028M.2026000001.001.C`, "licence-id.issuer"],
    [`${root}.${parts.type}.${parts.issuer}..001.C`, "licence-id.serial"],
    [`${root}.${parts.type}.${parts.issuer}.2026-00001.001.C`, "licence-id.serial"],
    [`${root}.${parts.type}.${parts.issuer}.2026000001.1.C`, "licence-id.version"],
    [`${root}.${parts.type}.${parts.issuer}.2026000001.001.D`, "licence-id.check-character"],
    [`${root}.${parts.type}.${parts.issuer}.2026000001.001.`, "licence-id.check-character"],
  ])("%s is refused: %s", (value, reason) => expect(parseLicenceId(value)).toEqual({ ok: false, reason }));

  test("parts that are not parts do not build", () => {
    expect(buildLicenceId({ ...parts, version: "1" })).toEqual({ ok: false, reason: "licence-id.version" });
    expect(buildLicenceId({ ...parts, serial: "1.2" })).toEqual({ ok: false, reason: "licence-id.parts" });
  });
});

describe("ID-8, ID-9: item codes", () => {
  test.each(vectors.serviceItemCode.valid)("$value falls into its parts and is built from them", ({ value, parts }) => {
    expect(parseItemCode(value)).toEqual({ ok: true, value, ...parts });
    expect(buildItemCode(parts)).toMatchObject({ ok: true, value });
  });

  test.each(vectors.serviceItemCode.invalid)("$value is refused: $reason", ({ value }) => {
    expect(parseItemCode(value).ok).toBe(false);
  });

  test.each([
    ["11440000YY000001XL544011500100", "item-code.length"],
    ["11440000YY000001XM5440115001001", "item-code.uscc"],
    ["11440000YY000001XL0440115001001", "item-code.level"],
    ["11440000YY000001XL7440115001001", "item-code.level"],
    ["11440000YY000001XL544011500100A", "item-code.characters"],
    ["11440000YY000001XL5990115001001", "item-code.province"],
    ["11440000YY000001XL5441115001001", "item-code.type"],
  ])("%s is refused: %s", (value, reason) => expect(parseItemCode(value)).toEqual({ ok: false, reason }));

  test("00 is a national item", () => {
    expect(parseItemCode("11440000YY000001XL1002015001001")).toMatchObject({ ok: true, province: "00", type: "20" });
  });

  test("types are those of the rule book, levels run from the nation to the village", () => {
    expect(itemTypes).toEqual(vectors.serviceItemCode.types);
    expect(Object.entries(itemLevels).map((level) => level.join(""))).toEqual([
      "1国家",
      "2省",
      "3市",
      "4县",
      "5镇",
      "6村",
    ]);
  });

  test("parts of the wrong width do not build, even where the whole has 31 characters", () => {
    const [vector] = vectors.serviceItemCode.valid;
    const shifted = {
      uscc: "11440000YY000001XL",
      level: "5",
      province: "44",
      type: "01",
      system: "1",
      main: "5001",
      sub: "001",
    };
    expect(vector?.value).toBe(Object.values(shifted).join(""));
    expect(buildItemCode(shifted)).toEqual({ ok: false, reason: "item-code.length" });
  });
});
