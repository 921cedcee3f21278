import type { DutyList, LawCited, PowerCategory, TownRole } from "../../../../shared/contracts/powers.ts";
import { citedIn } from "../../powers/domain/legal-basis.ts";
import type { Entry } from "../../powers/domain/listed-entry.ts";

/** A column of the list as CSV: its names, what it holds of an entry, and where a cell goes in an entry to be read. */
export interface Column {
  readonly zh: string;
  readonly en: string;
  /** Dotted path in the entry. */
  readonly path: string;
  readonly write: (entry: Entry, language: "zh" | "en") => string;
  readonly read: (cell: string) => unknown;
  /** May be left out of the file. */
  readonly optional?: true;
}

const plain = (zh: string, en: string, path: string, write: (entry: Entry) => string): Column => ({
  zh,
  en,
  path,
  write,
  read: (cell) => cell,
});

/** A column of fixed words: written in Chinese or as the API spells them, read in both. */
function worded<V extends string>(
  zh: string,
  en: string,
  path: string,
  words: Readonly<Record<V, string>>,
  value: (entry: Entry) => V | undefined,
): Column {
  const known = new Map(Object.entries<string>(words).map(([code, word]) => [word, code]));
  return {
    zh,
    en,
    path,
    write(entry, language) {
      const found = value(entry);
      return found === undefined ? "" : language === "zh" ? words[found] : found;
    },
    read: (cell) => known.get(cell) ?? cell,
  };
}

export const categoryWords: Readonly<Record<PowerCategory, string>> = {
  licence: "行政许可",
  penalty: "行政处罚",
  coercion: "行政强制",
  levy: "行政征收",
  benefit: "行政给付",
  inspection: "行政检查",
  confirmation: "行政确认",
  award: "行政奖励",
  adjudication: "行政裁决",
  other: "其他行政权力",
  "public-service": "公共服务",
};
const roleWords: Readonly<Record<TownRole, string>> = { decides: "决定", reviews: "审查", forwards: "转报" };
const dutyWords: Readonly<Record<DutyList, string>> = {
  basic: "基本履职",
  cooperating: "配合履职",
  "taken-back": "上级收回",
};

const span = ({ inForceFrom = "", repealedFrom = "" }: LawCited) => `${inForceFrom}/${repealedFrom}`;

/** `2016-01-01/2026-08-15；/` beside the laws of the text, in their order: in force from, repealed from. */
const dates: Column = {
  zh: "法律依据施行与废止日",
  en: "laws_in_force",
  path: "basis",
  optional: true,
  write: ({ basis = [] }) => basis.map(span).join("；"),
  read: (cell) =>
    cell.split(/[；;]/).map((part) => {
      const [inForceFrom, repealedFrom, more] = part.trim().split("/");
      if (repealedFrom === undefined || more !== undefined) return part;
      return {
        ...(inForceFrom === "" ? {} : { inForceFrom }),
        ...(repealedFrom === "" ? {} : { repealedFrom }),
      };
    }),
};

/** The columns in the order in which they are written. */
export const columns: readonly Column[] = [
  plain("编码", "code", "code", ({ code }) => code),
  plain("实施编码", "item_code", "itemCode", ({ itemCode }) => itemCode),
  plain("事项名称", "name_zh", "name.zh", ({ name }) => name.zh),
  plain("英文名称", "name_en", "name.en", ({ name }) => name.en),
  worded("类别", "category", "category", categoryWords, ({ category }) => category),
  plain("领域", "domain", "domain", ({ domain }) => domain),
  plain("法律依据", "legal_basis", "legalBasis", ({ legalBasis }) => legalBasis),
  dates,
  plain("来源部门", "source_department", "sourceDepartment", ({ sourceDepartment }) => sourceDepartment),
  worded("本镇职责", "town_role", "townRole", roleWords, ({ townRole }) => townRole),
  { ...worded("履职清单", "duty_list", "dutyList", dutyWords, ({ dutyList }) => dutyList), optional: true },
];

/** The laws of the text with the dates that stand beside them; undefined: not as many as laws. */
export function withDates(legalBasis: string, spans: readonly unknown[]): unknown[] | undefined {
  const cited = citedIn(legalBasis);
  if (cited.length !== spans.length) return undefined;
  return cited.map((law, at) => {
    const given = spans[at];
    return typeof given === "object" && given !== null ? { ...law, ...given } : given;
  });
}
