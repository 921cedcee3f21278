import * as z from "zod";
import { parseCitizenNumber } from "./citizen-number.ts";
import { parseDivisionCode } from "./division-code.ts";
import { parseItemCode } from "./item-code.ts";
import { parseLicenceId } from "./licence-id.ts";
import { parseMobilePhone } from "./mobile-phone.ts";
import { type Parsed, tidy } from "./result.ts";
import { type Run, typedShape } from "./typed-shape.ts";
import { parseUscc } from "./uscc.ts";

/** What a code is and the shape it is typed in. */
type Meta = {
  readonly description: string;
  readonly pattern: string;
  /** One with its check digit, where a program could not make it from the pattern. It is nobody's. */
  readonly examples?: [string];
};

/**
 * A string of a shape that JSON Schema can say, then tidied and parsed. What only the parser sees, such as a check digit, is a
 * `custom` issue; the message of each issue is the stable reason.
 */
function code(
  parse: (value: string) => Parsed<{ readonly value: string }, string>,
  meta: Meta,
  normalise: (value: string) => string = tidy,
) {
  const shape = new RegExp(meta.pattern, "u");
  return z
    .string()
    .check(({ value, issues }) => {
      if (shape.test(value)) return;
      const parsed = parse(value);
      const reason = parsed.ok ? {} : { message: parsed.reason };
      issues.push({ code: "invalid_format", format: "regex", pattern: meta.pattern, input: value, ...reason });
    })
    .overwrite(normalise)
    .check(({ value, issues }) => {
      const parsed = parse(value);
      if (!parsed.ok) issues.push({ code: "custom", message: parsed.reason, input: value });
    })
    .meta(meta);
}

/** Of a town that is made up. */
const exampleUscc = "11532302YY000001XC";
const alphabet = "0-9A-HJ-NPQRTUWXY";
const ofUscc = [
  [alphabet, 2],
  ["0-9", 6],
  [alphabet, 10],
] as const satisfies readonly Run[];
const citizenMeta: Meta = {
  description: "公民身份号码 / Citizen number, 18 characters (GB 11643)",
  pattern: typedShape(["0-9", 17], ["0-9X", 1]),
  examples: ["110101190001010014"],
};

/** ID-1. Without a date it cannot refuse a birth in the future: `citizenNumberAsOf` or the domain does. */
export const citizenNumber = code((value) => parseCitizenNumber(value), citizenMeta);

/** ID-1, and born on or before `today` (ISO date, Asia/Shanghai). */
export const citizenNumberAsOf = (today: string) => code((value) => parseCitizenNumber(value, today), citizenMeta);

/** ID-2, the outer check character only. */
export const uscc = code((value) => parseUscc(value), {
  description: "统一社会信用代码 / Unified social credit code, 18 characters (GB 32100)",
  pattern: typedShape(...ofUscc),
  examples: [exampleUscc],
});

/** ID-2, both check characters. */
export const strictUscc = code((value) => parseUscc(value, { strict: true }), {
  description: "统一社会信用代码 / Unified social credit code, 18 characters (GB 32100, GB 11714)",
  pattern: typedShape(...ofUscc),
  examples: [exampleUscc],
});

/** ID-4. */
export const divisionCode = code(parseDivisionCode, {
  description: "统计用区划代码 / Division code, 12 digits (GB/T 2260, GB/T 10114)",
  pattern: typedShape(["0-9", 12]),
});

/** ID-6. */
export const licenceId = code(parseLicenceId, {
  description: "电子证照标识 / Electronic licence identifier (GB/T 36904)",
  pattern: "^[\\s.0-9A-Za-z０-９Ａ-Ｚａ-ｚ．]{40,120}$",
});

/** ID-8. */
export const itemCode = code(parseItemCode, {
  description: "实施编码 / Code of an item as exercised, 31 characters (GB/T 39554.1)",
  pattern: typedShape(...ofUscc, ["1-6", 1], ["0-9", 12]),
  examples: [`${exampleUscc}5000266001001`],
});

/** 11 digits; blanks, hyphens and +86 are dropped. */
export const mobilePhone = code(
  parseMobilePhone,
  {
    description: "手机号码 / Mobile phone of mainland China, 11 digits",
    pattern: "^\\s*(?:[+＋]\\s*)?(?:[0-9０-９][\\s‐–-]*){11,15}$",
  },
  (value) => {
    const parsed = parseMobilePhone(value);
    return parsed.ok ? parsed.value : value;
  },
);
