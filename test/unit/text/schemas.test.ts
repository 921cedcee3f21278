import fc from "fast-check";
import { describe, expect, test } from "vitest";
import * as z from "zod";
import { isoDate, line, lineOf, personOrBodyName, text, textOf } from "../../../shared/text/index.ts";

const codesOf = (schema: z.ZodType, value: string) =>
  schema.safeParse(value).error?.issues.map(({ code, message }) => (code === "invalid_format" ? message : code));

const unseen = {
  "a line break": "\n",
  "a tab": "\t",
  "a null": "\0",
  "a zero-width space": "\u200B",
  "a zero-width joiner": "\u200D",
  "a mark that turns the direction": "\u202E",
  "a byte order mark": "\uFEFF",
  "a soft hyphen": "\u00AD",
  "a line separator": "\u2028",
  "a paragraph separator": "\u2029",
  "a private character": "\uE000",
  "an unassigned code point": "\u{E0080}",
  "a Hangul filler": "\u3164",
  "a variation selector": "\uFE0F",
  "a blank Braille pattern": "\u2800",
  "a lone surrogate": "\uD842",
  "a character of replacement": "\uFFFD",
};

describe("X2: what cannot be seen stays out of names, lines and texts", () => {
  test.each(Object.entries(unseen))("%s", (_, character) => {
    const value = `张${character}三`;
    expect(codesOf(personOrBodyName, value)).toEqual(["text.invisible-character"]);
    expect(codesOf(line, value)).toEqual(["text.invisible-character"]);
    expect(text.safeParse(value).success).toBe(character === "\n");
  });

  test.each(["张三", "欧阳·阿依古丽", "𠮷田", "O’Brien-Smith", "禄丰市广通镇 A 食品店（个体）"])(
    "%s is a name",
    (name) => {
      expect(personOrBodyName.parse(name)).toBe(name);
    },
  );

  test("a name needs a letter, a line a letter or a figure", () => {
    expect(codesOf(personOrBodyName, "2026-1")).toEqual(["text.no-letter"]);
    expect(line.parse("2026-1")).toBe("2026-1");
    expect(codesOf(line, "——")).toEqual(["text.no-letter"]);
    expect(codesOf(text, "。\n。")).toEqual(["text.no-letter"]);
  });

  test("blanks around it are dropped; nothing but blanks is nothing", () => {
    expect(line.parse("　甲村 ")).toBe("甲村");
    expect(codesOf(line, " 　 ")).toEqual(["too_small"]);
  });

  test("the lines of a text end as one kind of line", () => {
    expect(text.parse("一\r\n二\r三")).toBe("一\n二\n三");
  });

  test("length counts characters, not halves of them: at the limit and beyond", () => {
    expect(lineOf(3).parse("𠮷𠮷𠮷")).toBe("𠮷𠮷𠮷");
    expect(codesOf(lineOf(3), "𠮷𠮷𠮷𠮷")).toEqual(["too_big"]);
    expect(textOf(3).parse("一\n二")).toBe("一\n二");
  });

  test("a date is a date", () => expect(isoDate.safeParse("2026-02-30").success).toBe(false));
});

test("the document says what is checked: what its pattern and lengths take is taken, as far as it has no blanks around it", () => {
  for (const schema of [personOrBodyName, line, text]) {
    const { pattern = "", maxLength = 0, minLength = 0 } = z.toJSONSchema(schema);
    const documented = new RegExp(pattern, "u");
    const allowed = (value: string) =>
      documented.test(value) && [...value].length <= maxLength && [...value].length >= minLength;
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 20 }), (value) => {
        fc.pre(value === value.trim() && !value.includes("\r"));
        expect(schema.safeParse(value).success).toBe(allowed(value));
      }),
    );
  }
});
