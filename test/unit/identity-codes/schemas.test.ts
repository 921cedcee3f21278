import { describe, expect, test } from "vitest";
import * as z from "zod";
import {
  citizenNumber,
  citizenNumberAsOf,
  divisionCode,
  itemCode,
  licenceId,
  mobilePhone,
  parseMobilePhone,
  strictUscc,
  uscc,
} from "../../../shared/identity-codes/index.ts";

const licence = "1.2.156.3005.2.11440000YY000001XL001.12330000YY0000028N.2026000001.001.C";

describe("schemas tidy what is typed and name the reason of a refusal", () => {
  test.each([
    ["citizenNumber", citizenNumber, " 61010219030909006x ", "61010219030909006X"],
    ["citizenNumberAsOf", citizenNumberAsOf("2026-11-22"), "61010219030909006x", "61010219030909006X"],
    ["uscc", uscc, "11440000yy000001xl", "11440000YY000001XL"],
    ["strictUscc", strictUscc, "11440000 YY000001X L", "11440000YY000001XL"],
    ["divisionCode", divisionCode, "４４0605101000", "440605101000"],
    ["licenceId", licenceId, licence.toLowerCase(), licence],
    ["itemCode", itemCode, "11440000yy000001xl5440115001001", "11440000YY000001XL5440115001001"],
    ["mobilePhone", mobilePhone, "+86 138-0000-1234", "13800001234"],
  ])("%s", (_, schema, typed, value) => expect(schema.parse(typed)).toBe(value));

  test.each([
    ["citizenNumber", citizenNumber, "110101190001010013", "citizen-number.check-digit"],
    ["citizenNumberAsOf", citizenNumberAsOf("1899-12-31"), "110101190001010014", "citizen-number.future-birth"],
    ["uscc", uscc, "11440000YY000001XM", "uscc.check-character"],
    ["strictUscc", strictUscc, "92510000YY00000B2A", "uscc.organisation-check-character"],
    ["divisionCode", divisionCode, "440005101000", "division-code.missing-level"],
    ["licenceId", licenceId, "x", "licence-id.root"],
    ["itemCode", itemCode, "x", "item-code.length"],
    ["mobilePhone", mobilePhone, "1380000123", "mobile-phone.length"],
  ])("%s refuses %3$s", (_, schema, typed, reason) => {
    expect(schema.safeParse(typed).error?.issues.map(({ message }) => message)).toEqual([reason]);
  });

  test.each([citizenNumber, uscc, divisionCode, licenceId, itemCode, mobilePhone])(
    "each is a described string in JSON Schema, in and out",
    (schema) => {
      expect(z.toJSONSchema(schema, { io: "input" })).toMatchObject({
        type: "string",
        description: expect.any(String),
      });
      expect(z.toJSONSchema(schema, { io: "output" })).toMatchObject({ type: "string" });
    },
  );
});

describe("mobile phones have 11 digits", () => {
  test.each(["13800001234", "138 0000 1234", "+8613800001234", "008613800001234", "8613800001234", "１３８00001234"])(
    "%s is 13800001234",
    (typed) => expect(parseMobilePhone(typed)).toEqual({ ok: true, value: "13800001234" }),
  );

  test.each([
    ["1380000123", "mobile-phone.length"],
    ["138000012345", "mobile-phone.length"],
    ["12800001234", "mobile-phone.characters"],
    ["1380000123A", "mobile-phone.characters"],
    ["03800001234", "mobile-phone.characters"],
  ])("%s is refused: %s", (typed, reason) => expect(parseMobilePhone(typed)).toEqual({ ok: false, reason }));
});
