import { describe, expect, test } from "vitest";
import { organisationCheck, organisationKinds, parseUscc, usccCheck } from "../../../shared/identity-codes/index.ts";
import vectors from "../../vectors/vectors.json" with { type: "json" };

const { valid, invalid } = vectors.uscc;

describe("ID-2: unified social credit codes", () => {
  test.each(valid)("$value is read", ({ value, regDept, orgType, region, orgCode }) => {
    const parts = { value, department: regDept, type: orgType, region, organisationCode: orgCode };
    expect(parseUscc(value)).toMatchObject({ ok: true, ...parts });
    expect(parseUscc(` ${value.toLowerCase()}`, { strict: true })).toMatchObject({ ok: true, ...parts });
  });

  test.each(invalid)("$value is refused: $reason", ({ value, reason }) => {
    expect(parseUscc(value, { strict: true }).ok).toBe(false);
    expect(parseUscc(value).ok).toBe(reason.includes("strict mode only"));
  });

  test.each([
    ["11440000YY000001XM", "uscc.check-character"],
    ["54370000YY0000036", "uscc.length"],
    ["11440000YY000001XLL", "uscc.length"],
    ["11440000YY00000IXL", "uscc.characters"],
    ["1144O000YY000001XL", "uscc.characters"],
    ["92510000YY00000B2A", "uscc.organisation-check-character"],
  ])("%s is refused: %s", (value, reason) => expect(parseUscc(value, { strict: true })).toEqual({ ok: false, reason }));

  test("GB 11714: a remainder of 1 gives X, of 0 gives 0", () => {
    expect(organisationCheck("YY000001")).toBe("X");
    expect(organisationCheck("D2143569")).toBe("X");
    expect(organisationCheck("00000000")).toBe("0");
  });

  test("GB 32100: a remainder of 0 gives 0", () => expect(usccCheck("00000000000000000")).toBe("0"));
});

describe("ID-3: the first two characters name the kind of organisation", () => {
  test.each([
    ["11440000YY000001XL", "机关"],
    ["54370000YY0000036P", "村民委员会"],
    ["92510000YY00000B17", "个体工商户"],
  ])("%s is a %s", (value, kind) => expect(parseUscc(value)).toMatchObject({ ok: true, kind }));

  test("they are the pairs of the rule book", () => {
    expect(Object.keys(organisationKinds).toSorted()).toEqual("11 12 13 51 52 53 54 55 91 92 93 N2".split(" "));
  });

  test("a pair the rule book does not name has no kind, and is not refused", () => {
    const body = "31440000YY000001X";
    expect(parseUscc(body + usccCheck(body))).toMatchObject({ ok: true, kind: null });
  });
});
