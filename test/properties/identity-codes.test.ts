import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { expect, test } from "vitest";
import {
  buildItemCode,
  buildLicenceId,
  citizenCheck,
  itemTypes,
  organisationCheck,
  parseCitizenNumber,
  parseDivisionCode,
  parseItemCode,
  parseLicenceId,
  parseUscc,
  usccCheck,
} from "../../shared/identity-codes/index.ts";

const characters = "0123456789ABCDEFGHJKLMNPQRTUWXY";
const digits = (length: number) => fc.stringMatching(new RegExp(`^\\d{${length}}$`));
const province = fc.constantFrom("11", "33", "44", "51", "65", "71");

const citizen = fc
  .tuple(province, digits(4), fc.integer({ min: 0, max: 1826 }), digits(3))
  .map(([prefix, county, days, sequence]) => {
    const birth = String(Temporal.PlainDate.from("1900-01-01").add({ days })).replaceAll("-", "");
    const body = prefix + county + birth + sequence;
    return body + citizenCheck(body);
  });

const code = fc
  .tuple(
    fc.constantFrom("11", "12", "54", "91", "92", "N2"),
    province,
    digits(4),
    fc.stringMatching(/^[0-9A-HJ-NPQRTUWXY]{8}$/),
  )
  .map(([kind, prefix, county, organisation]) => {
    const body = kind + prefix + county + organisation + organisationCheck(organisation);
    return body + usccCheck(body);
  });

const change = (value: string, at: number, to: string) => value.slice(0, at) + to + value.slice(at + 1);

test("ID-1: every number built is read back, and no single wrong character passes", () => {
  fc.assert(
    fc.property(citizen, fc.nat(17), fc.constantFrom(..."0123456789X"), (value, at, to) => {
      expect(parseCitizenNumber(value, "2026-11-22")).toMatchObject({ ok: true, value });
      fc.pre(value.charAt(at) !== to);
      expect(parseCitizenNumber(change(value, at, to)).ok).toBe(false);
    }),
  );
});

const valueIn = (alphabet: string) => (letter: string) => BigInt(alphabet.indexOf(letter));
const weighed = (values: readonly bigint[], weight: (at: bigint) => bigint) =>
  values.reduce((sum, value, at) => sum + value * weight(BigInt(at)), 0n);

test("ID-1: numbers weighed by the powers of 2 leave 1 modulo 11 (ISO 7064 as it is written)", () => {
  fc.assert(
    fc.property(citizen, (value) => {
      expect(weighed([...value].map(valueIn("0123456789X")), (at) => 2n ** (17n - at)) % 11n).toBe(1n);
    }),
  );
});

test("ID-2: codes weighed by the powers of 3 leave 0 modulo 31, the code inside by the powers of 2 leaves 0 modulo 11", () => {
  fc.assert(
    fc.property(code, (value) => {
      const check = valueIn(characters)(value.charAt(17));
      const body = [...value.slice(0, 17)].map(valueIn(characters));
      expect((weighed(body, (at) => 3n ** at) + check) % 31n).toBe(0n);
      const inner = [...value.slice(8, 16)].map(valueIn("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"));
      const innerCheck = valueIn("0123456789X")(value.charAt(16));
      expect((weighed(inner, (at) => 2n ** (8n - at)) + innerCheck) % 11n).toBe(0n);
    }),
  );
});

test("ID-1: no two neighbouring digits change places unseen", () => {
  fc.assert(
    fc.property(citizen, fc.nat(16), (value, at) => {
      const [a, b] = [value.charAt(at), value.charAt(at + 1)];
      fc.pre(a !== b);
      expect(parseCitizenNumber(change(change(value, at, b), at + 1, a)).ok).toBe(false);
    }),
  );
});

test("ID-2: every code built is read back, and no single wrong character passes", () => {
  fc.assert(
    fc.property(code, fc.nat(17), fc.constantFrom(...characters), (value, at, to) => {
      expect(parseUscc(value, { strict: true })).toMatchObject({ ok: true, value });
      fc.pre(value.charAt(at) !== to);
      expect(parseUscc(change(value, at, to)).ok).toBe(false);
    }),
  );
});

test("ID-6: a licence id is read back as it was built, and no single wrong character passes", () => {
  const alphanumeric = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
  const serial = fc.stringMatching(/^[0-9A-Z]{1,20}$/);
  const wrong = fc.constantFrom(...alphanumeric);
  fc.assert(
    fc.property(
      code,
      digits(3),
      code,
      serial,
      digits(3),
      fc.nat(200),
      wrong,
      (authority, kind, issuer, serial, version, place, to) => {
        const parts = { type: authority + kind, issuer, serial, version };
        const built = buildLicenceId(parts);
        expect(built).toMatchObject({ ok: true, ...parts });
        if (!built.ok) return;
        expect(parseLicenceId(built.value)).toEqual(built);
        const at = place % built.value.length;
        fc.pre(built.value.charAt(at) !== to);
        expect(parseLicenceId(change(built.value, at, to)).ok).toBe(false);
      },
    ),
  );
});

test("ID-8: an item code is read back as it was built", () => {
  const type = fc.constantFrom(...Object.keys(itemTypes));
  fc.assert(
    fc.property(
      code,
      fc.constantFrom(..."123456"),
      type,
      digits(2),
      digits(3),
      digits(3),
      (uscc, level, type, system, main, sub) => {
        const parts = { uscc, level, province: "44", type, system, main, sub };
        const built = buildItemCode(parts);
        expect(built).toMatchObject({ ok: true, ...parts });
        if (built.ok) expect(parseItemCode(built.value)).toEqual(built);
      },
    ),
  );
});

test("ID-4: the parents of a division lead to its province", () => {
  fc.assert(
    fc.property(province, digits(10), (prefix, rest) => {
      let at = parseDivisionCode(prefix + rest);
      fc.pre(at.ok);
      let steps = 0;
      while (at.ok && at.parent !== null) {
        at = parseDivisionCode(at.parent);
        steps += 1;
      }
      expect(at).toMatchObject({ ok: true, level: "province", value: `${prefix}0000000000` });
      expect(steps).toBeLessThanOrEqual(4);
    }),
  );
});

test("parsers answer for any text and never throw", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 40 }), (text) => {
      for (const parse of [parseCitizenNumber, parseUscc, parseDivisionCode, parseLicenceId, parseItemCode]) {
        expect(typeof parse(text).ok).toBe("boolean");
      }
    }),
  );
});
