import { describe, expect, test } from "vitest";
import { services } from "../../../infra/services.ts";
import { loadProfileFrom, townSlugs } from "../../../infra/towns/load.ts";
import { erasedMark } from "../../../shared/identity-codes/index.ts";
import { type Harmless, harmlessEverywhere, harmlessIn, isHarmless } from "../../../shared/store/harmless.ts";
import { redacted } from "../../../shared/store/redaction.ts";
import { partKinds, retentionKinds } from "../../../shared/town/kept-until.ts";

/** What somebody may have written into a field of any name. */
const said = [
  ...[
    "张三",
    "欧阳修文",
    "古丽巴哈尔·买买提",
    "张三扬言报复李四",
    "村东头第三家，电话13800001234",
    "Zhang San",
    "zhang san",
  ],
  ...["13800001234", "0878-1234567", "110101190001010014", "11010119000101001X", "H12345678", "6222020200112233445"],
  ...[
    "zhangsan@example.com",
    "张三1号",
    "张三（电话13800001234）1号",
    "广通镇三街12号",
    "Told Zhang San [2026] of it",
    "",
  ],
];

const kinds = services.flatMap(({ name, aggregates }) =>
  aggregates.map(({ decider }) => ({ name: `${name}/${decider.aggregate}`, decider })),
);

/** The forms within a form. */
const within = (one: Harmless): readonly Harmless[] => [one, ...Object.values(one.of ?? {}).flatMap(within)];

describe("P-8: what stays of a personal part proves by its form that it names nobody", () => {
  test.each(harmlessEverywhere())("in `%s` no name, number of a person or sentence has the form", (_field, of) => {
    for (const one of within(of)) {
      for (const text of said) expect([text, isHarmless(text, one)]).toEqual([text, false]);
      if (one.form !== undefined) expect(one.form.source).toMatch(/^\^.*\$$/);
      for (const code of one.oneOf ?? []) expect(code).toMatch(/^[a-z]+(?:-[a-z]+)*$/);
    }
  });

  test("what a decider says stays are codes", () => {
    const codes = kinds.flatMap(({ decider }) => Object.values(decider.codes ?? {}).flat());
    expect(codes.length).toBeGreaterThan(20);
    for (const code of codes) expect(code).toMatch(/^[a-z]+(?:-[a-z]+)*$/);
  });

  test.each(kinds)("$name: words under the name of a field that holds codes are erased as any other", ({ decider }) => {
    const { retainedAs, erasedTo, codes } = decider;
    const by = { over: new Set(retentionKinds), retainedAs, erasedTo, codes };
    const fields = new Set([...harmlessEverywhere().map(([field]) => field), ...Object.keys(codes ?? {})]);
    const text = "张三扬言报复李四";
    for (const field of fields)
      expect(
        JSON.stringify(redacted({ [field]: text, list: [{ [field]: [text, { note: text }] }] }, by)),
      ).not.toContain("张三");
  });

  test("the numbers of the papers of each town stay, and so does what the profile calls an office", () => {
    for (const slug of townSlugs()) {
      const { numbering, offices } = loadProfileFrom(slug);
      const number = harmlessIn("number", undefined);
      const text = number?.of?.text;
      const { marks: _marks, documents, enforcement, ...others } = numbering;
      const all = [documents, enforcement, others].flatMap((one) => Object.values(one ?? {}));
      expect(all.length).toBeGreaterThan(10);
      for (const series of all) {
        const filled = (template: string) => template.replace("{year}", "2026").replace("{serial}", "17");
        expect([series.text.zh, isHarmless(filled(series.text.zh), text?.of?.zh)]).toEqual([series.text.zh, true]);
        expect([series.text.en, isHarmless(filled(series.text.en), text?.of?.en)]).toEqual([series.text.en, true]);
        expect(isHarmless(series.series, number?.of?.series)).toBe(true);
      }
      for (const { id } of offices) expect([id, isHarmless(id, harmlessIn("office", undefined))]).toEqual([id, true]);
    }
  });

  test("numbers of court papers stay; a number that is none of an office goes", () => {
    const by = { over: new Set(partKinds) };
    const document = (text: string) => redacted({ document: text }, by);
    for (const text of ["（2026）云2331行审1号", "（2029）云23行初1号", "楚政复决〔2026〕3号"])
      expect(document(text)).toEqual({ document: text });
    expect(document("变更1号")).toEqual({ document: erasedMark });
  });

  test("words beside codes within one structure go, the codes stay", () => {
    const by = { over: new Set(partKinds), codes: { how: ["in-person"] } };
    const conduct = { hindered: true, words: "张三骂人" };
    expect(redacted({ conduct, how: "in-person", roles: ["agent", "张三"] }, by)).toEqual({
      conduct: { hindered: true, words: erasedMark },
      how: "in-person",
      roles: ["agent", erasedMark],
    });
  });
});
