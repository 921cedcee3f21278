import type { Bilingual } from "../../../shared/town/text.ts";

/** How the text of a cell becomes a value for the schema, and what the person at the spreadsheet should have written. */
export interface Reader {
  readonly read: (text: string) => unknown;
  readonly expected: Bilingual;
  /** What an empty cell means; without it, nothing was given. */
  readonly blank?: unknown;
}

const parts = (text: string, separator: string) => text.split(separator).map((part) => part.trim());
const yesOrNo = (text: string | undefined) => (text === "yes" ? true : text === "no" ? false : text);
const number = (text: string | undefined) => (/^(0|[1-9]\d{0,14})(\.\d{1,6})?$/.test(text ?? "") ? Number(text) : text);
/** `a|b|c` when there are exactly `count` parts; anything else goes on as text, which the schema refuses. */
const fields = (text: string, count: number, build: (cells: string[]) => unknown) => {
  const cells = parts(text, "|");
  return cells.length === count ? build(cells) : text;
};

export const text: Reader = {
  read: (value) => value,
  expected: { en: "text of one line, 500 characters at most", zh: "单行文本，不超过 500 字" },
};

export const day: Reader = {
  read: (value) => value,
  expected: { en: "a day, as 2026-08-14", zh: "日期，如 2026-08-14" },
};

export const code = (prefix: string): Reader => ({
  read: (value) => value,
  expected: { en: `${prefix}- and three digits`, zh: `${prefix}- 加三位数字` },
});

export const whole = (from: number, to: number): Reader => ({
  read: number,
  expected: { en: `a whole number from ${from} to ${to}`, zh: `${from} 至 ${to} 的整数` },
});

export const flag: Reader = { read: yesOrNo, expected: { en: "yes or no", zh: "yes 或 no" } };

/** `words` says what a cell may hold and what it becomes. */
export const oneOf = (words: Readonly<Record<string, unknown>>): Reader => ({
  read: (value) => (Object.hasOwn(words, value) ? words[value] : value),
  expected: { en: `one of ${Object.keys(words).join(", ")}`, zh: `${Object.keys(words).join("、")} 之一` },
});

export const several = (what: Bilingual): Reader => ({
  read: (value) => parts(value, ";"),
  expected: { en: `${what.en}, separated by ;`, zh: `${what.zh}，以 ; 分隔` },
  blank: [],
});

export const materials: Reader = {
  read: (value) =>
    parts(value, ";").map((entry) =>
      fields(entry, 3, ([name, required, shared]) => ({
        name,
        required: yesOrNo(required),
        shared: yesOrNo(shared),
      })),
    ),
  expected: {
    en: "name|required yes or no|obtained by sharing yes or no, separated by ;",
    zh: "名称|是否必要 yes/no|是否共享获取 yes/no，以 ; 分隔",
  },
  blank: [],
};

export const steps = (kinds: readonly string[]): Reader => ({
  read: (value) => parts(value, ";").map((entry) => fields(entry, 2, ([name, kind]) => ({ name, kind }))),
  expected: {
    en: `name|kind, separated by ;, each kind one of ${kinds.join(", ")}`,
    zh: `名称|环节类型，以 ; 分隔，类型为 ${kinds.join("、")}`,
  },
});

export const tiers: Reader = {
  read: (value) =>
    parts(value, ";").map((entry) =>
      fields(entry, 3, ([name, from, to]) => ({ name, fromPercent: number(from), toPercent: number(to) })),
    ),
  expected: { en: "name|from|to in per cent, separated by ;", zh: "名称|起|止（百分比），以 ; 分隔" },
  blank: [],
};

const base = /^(?<base>[^()]+?)(?: \((?:(?<yuan>\d{1,9}) yuan or more|fen per (?<per>[a-z0-9]+))\))?$/;

/** `goods value (10000 yuan or more)|10|20`, `occupied area m2 (fen per m2)|10000|100000`, `contract price|0.01|0.02`. */
export const multiple: Reader = {
  read: (value) =>
    fields(value, 3, ([label, min, max]) => {
      const found = base.exec(label ?? "")?.groups;
      if (found === undefined) return value;
      return {
        base: found.base,
        ...(found.yuan === undefined ? {} : { fromFen: Number(found.yuan) * 100 }),
        ...(found.per === undefined ? {} : { per: found.per }),
        min: number(min),
        max: number(max),
      };
    }),
  expected: {
    en: "base|min|max, the base alone or followed by (N yuan or more) or (fen per unit)",
    zh: "基数|下限|上限，基数后可注 (N yuan or more) 或 (fen per 单位)",
  },
};
