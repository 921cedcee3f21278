import { Temporal } from "temporal-polyfill";
import { describe, expect, test } from "vitest";
import { citizenCheck, parseCitizenNumber, upgradeCitizenNumber } from "../../../shared/identity-codes/index.ts";
import vectors from "../../vectors/vectors.json" with { type: "json" };

const { valid, invalid, normalise, upgrade15 } = vectors.citizenId;
const withCheck = (body: string) => body + citizenCheck(body);

/** What the vectors call a fault, in our codes. */
function code(reason: string) {
  if (/month|day|date|02-/.test(reason)) return "citizen-number.birth-date";
  if (reason.includes("province")) return "citizen-number.province";
  return reason.includes("check digit") ? "citizen-number.check-digit" : expect.any(String);
}

describe("ID-1: citizen numbers", () => {
  test.each(valid)("$value is read: region, birth, sex", ({ value, region, birth, sex }) => {
    expect(parseCitizenNumber(value)).toEqual({ ok: true, value, region, birth, sex });
  });

  test.each(invalid)("$value is refused: $reason", ({ value, reason }) => {
    expect(parseCitizenNumber(value)).toEqual({ ok: false, reason: code(reason) });
  });

  test.each(normalise)("'$input' is read as $expected", ({ input, expected }) => {
    expect(parseCitizenNumber(input)).toMatchObject({ ok: true, value: expected });
  });

  test("full-width digits and blanks inside are read too", () => {
    expect(parseCitizenNumber("６１０１０２ 19030909 ００６ｘ")).toMatchObject({
      ok: true,
      value: "61010219030909006X",
    });
  });

  test.each(upgrade15)("the old number $input is $expected today", ({ input, expected }) => {
    expect(upgradeCitizenNumber(input)).toMatchObject({ ok: true, value: expected });
    expect(parseCitizenNumber(input)).toEqual({ ok: false, reason: "citizen-number.length" });
  });

  test.each([
    ["1101010001010", "citizen-number.length"],
    ["11010100010100X", "citizen-number.characters"],
    ["000101000101001", "citizen-number.province"],
    ["110101001301001", "citizen-number.birth-date"],
  ])("the old number %s is refused: %s", (input, reason) => {
    expect(upgradeCitizenNumber(input)).toEqual({ ok: false, reason });
  });

  test.each([
    ["11010119000101001", "citizen-number.length"],
    ["1101011900010100144", "citizen-number.length"],
    ["11010119000101001A", "citizen-number.characters"],
    ["1101011900010X0014", "citizen-number.characters"],
    [withCheck("11010119000229001"), "citizen-number.birth-date"],
    [withCheck("11010119000400001"), "citizen-number.birth-date"],
    [withCheck("11010119000431001"), "citizen-number.birth-date"],
    [withCheck("11010119000001001"), "citizen-number.birth-date"],
    ["", "citizen-number.length"],
  ])("'%s' is refused: %s", (value, reason) => expect(parseCitizenNumber(value)).toEqual({ ok: false, reason }));

  test("29 February is a birthday in leap years, 2000 among them", () => {
    expect(parseCitizenNumber(withCheck("11010119040229001")).ok).toBe(true);
    expect(parseCitizenNumber(withCheck("11010120000229001")).ok).toBe(true);
  });

  test.each(["0131", "0228", "0331", "0430", "0531", "0630", "0731", "0831", "0930", "1031", "1130", "1231"])(
    "%s is the last birthday of its month in 1902",
    (last) => {
      expect(parseCitizenNumber(withCheck(`1101011902${last}001`)).ok).toBe(true);
      const next = String(Number(last) + 1).padStart(4, "0");
      expect(parseCitizenNumber(withCheck(`1101011902${next}001`))).toMatchObject({
        reason: "citizen-number.birth-date",
      });
    },
  );

  test("nobody is born tomorrow", () => {
    const value = withCheck("11010119020615555");
    expect(parseCitizenNumber(value, "1902-06-15").ok).toBe(true);
    expect(parseCitizenNumber(value, "1902-06-14")).toEqual({ ok: false, reason: "citizen-number.future-birth" });
    expect(parseCitizenNumber(value, Temporal.PlainDate.from("1902-06-14")).ok).toBe(false);
  });

  test("a residence permit of 台湾 (83) is a citizen number though no division has that prefix", () => {
    expect(parseCitizenNumber(withCheck("83000019020615555")).ok).toBe(true);
    expect(parseCitizenNumber(withCheck("84000019020615555")).ok).toBe(false);
  });
});
