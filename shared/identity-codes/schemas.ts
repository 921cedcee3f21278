import * as z from "zod";
import { parseCitizenNumber } from "./citizen-number.ts";
import { parseDivisionCode } from "./division-code.ts";
import { parseItemCode } from "./item-code.ts";
import { parseLicenceId } from "./licence-id.ts";
import { parseMobilePhone } from "./mobile-phone.ts";
import { type Parsed, tidy } from "./result.ts";
import { parseUscc } from "./uscc.ts";

/** A string that is tidied, then parsed; the issue's message is the stable reason. Still a plain string in JSON Schema. */
function code(
  parse: (value: string) => Parsed<{ readonly value: string }, string>,
  meta: { description: string },
  normalise: (value: string) => string = tidy,
) {
  return z
    .string()
    .overwrite(normalise)
    .check((context) => {
      const parsed = parse(context.value);
      if (!parsed.ok) context.issues.push({ code: "custom", message: parsed.reason, input: context.value });
    })
    .meta(meta);
}

/** ID-1. Without a date it cannot refuse a birth in the future: `citizenNumberAsOf` or the domain does. */
export const citizenNumber = code((value) => parseCitizenNumber(value), {
  description: "公民身份号码 / Citizen number, 18 characters (GB 11643)",
});

/** ID-1, and born on or before `today` (ISO date, Asia/Shanghai). */
export const citizenNumberAsOf = (today: string) =>
  code((value) => parseCitizenNumber(value, today), {
    description: "公民身份号码 / Citizen number, 18 characters (GB 11643)",
  });

/** ID-2, the outer check character only. */
export const uscc = code((value) => parseUscc(value), {
  description: "统一社会信用代码 / Unified social credit code, 18 characters (GB 32100)",
});

/** ID-2, both check characters. */
export const strictUscc = code((value) => parseUscc(value, { strict: true }), {
  description: "统一社会信用代码 / Unified social credit code, 18 characters (GB 32100, GB 11714)",
});

/** ID-4. */
export const divisionCode = code(parseDivisionCode, {
  description: "统计用区划代码 / Division code, 12 digits (GB/T 2260, GB/T 10114)",
});

/** ID-6. */
export const licenceId = code(parseLicenceId, {
  description: "电子证照标识 / Electronic licence identifier (GB/T 36904)",
});

/** ID-8. */
export const itemCode = code(parseItemCode, {
  description: "实施编码 / Code of an item as exercised, 31 characters (GB/T 39554.1)",
});

/** 11 digits; blanks, hyphens and +86 are dropped. */
export const mobilePhone = code(
  parseMobilePhone,
  { description: "手机号码 / Mobile phone of mainland China, 11 digits" },
  (value) => {
    const parsed = parseMobilePhone(value);
    return parsed.ok ? parsed.value : value;
  },
);
