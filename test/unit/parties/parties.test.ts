import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { citizenCheck, parseUscc } from "../../../shared/identity-codes/index.ts";
import {
  type DocumentKind,
  documentKinds,
  documentNames,
  maskedNumber,
  maskParty,
  parseDocument,
  parsePhone,
  party,
  partyKey,
  partyNumber,
  partyProblems,
} from "../../../shared/parties/index.ts";
import { keyedWith } from "../../../shared/service/keyed.ts";
import { someCitizenNumbers } from "../../support/citizen-numbers.ts";

const withCheck = (body: string) => body + citizenCheck(body);

describe("D1, P-17: the kind decides what is hidden, never the number", () => {
  const numbers = someCitizenNumbers(1_000);

  test("of 1,000 citizen numbers some pass for a credit code, and none is shown whole", () => {
    const alike = numbers.filter((number) => parseUscc(number).ok);
    expect(alike.length).toBeGreaterThan(10);
    for (const idNumber of [...numbers, "53233119500615035X", "532331195006153577", "810000199001010019"]) {
      const shown = maskParty({ kind: "citizen", name: "张三", idNumber, phone: "13812345678" });
      expect(shown.idNumber).toBe(`${idNumber.slice(0, 6)}********${idNumber.slice(-4)}`);
      expect(JSON.stringify(shown)).not.toContain(idNumber);
    }
  });

  test("a body's number is public, whatever it is", () => {
    expect(maskedNumber({ kind: "organisation", idNumber: "11440000YY000001XL" })).toBe("11440000YY000001XL");
    expect(
      maskParty({ kind: "organisation", name: "甲食品店", idNumber: "11440000YY000001XL", phone: "0878-1234567" }),
    ).toEqual({
      kind: "organisation",
      name: "甲食品店",
      idNumber: "11440000YY000001XL",
      phone: "087*****4567",
    });
  });
});

describe("X3: each paper has its own check", () => {
  const good: Record<DocumentKind, readonly string[]> = {
    "resident-id": ["11010519491231002x", "１１０１０５１９４９１２３１００２Ｘ"],
    "foreigner-residence-card": ["953840199001010017", "usa110190010101"],
    "hk-mo-tw-residence-permit": ["810000199001010019", withCheck("83000019900101001")],
    passport: ["E12345678", "g 1234567", "C01X00T47"],
    "hk-mo-travel-permit": ["H12345678", "m1234567890"],
    "tw-travel-permit": ["12345678", "1234567890B"],
  };
  const bad: Record<DocumentKind, readonly string[]> = {
    "resident-id": ["110105194912310021", "953840199001010017"],
    "foreigner-residence-card": ["953840199001010018", "953840199013010015", "11010519491231002X", "US1101900101012"],
    "hk-mo-tw-residence-permit": ["11010519491231002X", "810000199001010018"],
    passport: ["ABCDEFG", "1234", "E1234567890123456", "护照1234567"],
    "hk-mo-travel-permit": ["X12345678", "H1234567", "H123456789"],
    "tw-travel-permit": ["1234567", "A2345678", "123456789"],
  };

  test.each(documentKinds.flatMap((kind) => good[kind].map((number) => [kind, number] as const)))(
    "%s %s",
    (kind, number) => {
      expect(parseDocument(kind, number)).toMatchObject({ ok: true });
      expect(
        party.safeParse({ kind: "citizen", name: "张三", document: kind, idNumber: number, phone: "13812345678" })
          .success,
      ).toBe(true);
    },
  );

  test.each(documentKinds.flatMap((kind) => bad[kind].map((number) => [kind, number] as const)))(
    "not a %s: %s",
    (kind, number) => {
      expect(parseDocument(kind, number)).toMatchObject({ ok: false });
    },
  );

  test("a birth to come is refused, also on a foreigner's card", () => {
    const body = "95384020300101001";
    expect(parseDocument("foreigner-residence-card", withCheck(body), "2026-03-02")).toEqual({
      ok: false,
      reason: "citizen-number.future-birth",
    });
    expect(parseDocument("foreigner-residence-card", withCheck(body), "2030-01-01")).toMatchObject({ ok: true });
  });

  test("an identity card is not mentioned, another paper is; the refusal names the number's place", () => {
    const person = { kind: "citizen", name: "张三", idNumber: "11010519491231002x", phone: "13812345678" };
    expect(party.parse(person)).toEqual({ ...person, idNumber: "11010519491231002X" });
    expect(party.parse({ ...person, document: "passport", idNumber: "e1234567" })).toMatchObject({
      document: "passport",
      idNumber: "E1234567",
    });
    const refused = party.safeParse({ ...person, document: "passport" });
    expect(refused.error?.issues).toMatchObject([{ path: ["idNumber"], message: "document.passport" }]);
  });

  test("every paper has a name in both languages, every reason its text", () => {
    expect(Object.keys(documentNames)).toEqual([...documentKinds]);
    for (const kind of documentKinds.slice(1)) expect(partyProblems).toHaveProperty([`document.${kind}`]);
  });

  test("somebody is looked up by a credit code, an identity card, or another paper with its kind", () => {
    expect(partyNumber.parse({ idNumber: "11010519491231002x" })).toEqual({ idNumber: "11010519491231002X" });
    expect(partyNumber.parse({ idNumber: "11440000YY000001XL" }).idNumber).toBe("11440000YY000001XL");
    expect(partyNumber.parse({ document: "passport", idNumber: "E12345678" })).toEqual({
      document: "passport",
      idNumber: "E12345678",
    });
    expect(partyNumber.safeParse({ idNumber: "E12345678" }).success).toBe(false);
  });
});

describe("X4: a phone is a mobile or a landline", () => {
  test.each([
    ["138 0000 1234", "13800001234"],
    ["(+86)13800001234", "13800001234"],
    ["0086-13800001234", "13800001234"],
    ["（＋８６）１３８００００１２３４", "13800001234"],
    ["0878-1234567", "0878-1234567"],
    ["+86 0878 1234567", "0878-1234567"],
    ["(0878) 1234567", "0878-1234567"],
    ["0878-1234567-12", "0878-1234567-12"],
    ["0878—1234567转8012", "0878-1234567-8012"],
    ["01012345678", "010-12345678"],
    ["0755-12345678", "0755-12345678"],
  ])("%s is %s", (input, value) => {
    expect(parsePhone(input)).toEqual({ ok: true, value });
    expect(parsePhone(value)).toEqual({ ok: true, value });
  });

  test.each([
    "1234567",
    "0878-123456",
    "010-1234567",
    "1380000123",
    "138000012345",
    "0878-1234567-1234567",
    "电话",
    "",
  ])("%s is none", (input) => {
    expect(parsePhone(input)).toEqual({ ok: false, reason: "phone.not-a-number" });
  });
});

describe("D3 to D5: nobody computes a key without the town's secret", () => {
  const keyed = keyedWith("a".repeat(32));

  test("the same for the same, another for another purpose, value or town; no plain digest", () => {
    expect(partyKey(keyed, { idNumber: "11010519491231002x" })).toBe(
      partyKey(keyed, { idNumber: "11010519491231002X" }),
    );
    expect(keyed("party", "1")).not.toBe(keyed("rating", "1"));
    expect(keyed("party", "1")).not.toBe(keyedWith("b".repeat(32))("party", "1"));
    const plain = createHash("sha256").update("party|11010519491231002X").digest("hex").slice(0, 24).toUpperCase();
    expect(partyKey(keyed, { idNumber: "11010519491231002X" })).not.toBe(plain);
    expect(partyKey(keyed, { idNumber: "11010519491231002X" })).toMatch(/^[0-9A-F]{24}$/);
  });

  test("a passport is not the identity card of the same number", () => {
    expect(partyKey(keyed, { idNumber: "12345678", document: "passport" })).not.toBe(
      partyKey(keyed, { idNumber: "12345678", document: "tw-travel-permit" }),
    );
    const card = "810000199001010019";
    expect(partyKey(keyed, { idNumber: card, document: "hk-mo-tw-residence-permit" })).toBe(
      partyKey(keyed, { idNumber: card }),
    );
  });

  test("a secret of 31 characters is refused", () => {
    expect(() => keyedWith("a".repeat(31))).toThrow(RangeError);
  });
});
