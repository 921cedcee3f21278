import { type Finding, sayFinding } from "../../../../shared/territory/maps.ts";

/** What may be wrong with the words of a grid map. What may be wrong with its lines is told by `shared/territory`. */
export const gridFindingCodes = [
  "code-missing",
  "code-unreadable",
  "code-of-another-town",
  "code-twice",
  "village-unknown",
  "village-differs",
  "parent-unknown",
  "parents-in-a-circle",
  "parent-of-another-kind",
  "special-kind-unknown",
  "households-unreadable",
  "too-many-households",
  "too-few-households",
] as const;
export type GridFindingCode = (typeof gridFindingCodes)[number];

/** Something found in the words of a map. A fault is to be mended in the map; a note is only told. */
export interface GridFinding {
  readonly code: GridFindingCode;
  readonly level: "fault" | "note";
  /** The grids it is about: code, or name where there is no code. */
  readonly names: readonly string[];
  /** What stands there. */
  readonly said?: string;
}
export type MapFinding = Finding | GridFinding;

const texts: Readonly<Record<GridFindingCode, { readonly zh: string; readonly en: string }>> = {
  "code-missing": { zh: "没有网格编码", en: "has no grid code" },
  "code-unreadable": { zh: "网格编码须为14、15或20位数字", en: "its code is not of 14, 15 or 20 digits" },
  "code-of-another-town": { zh: "网格编码不属于本镇", en: "its code is of another town" },
  "code-twice": { zh: "网格编码重复", en: "its code stands twice" },
  "village-unknown": { zh: "不属于本镇任何村（社区）", en: "belongs to no village of the town" },
  "village-differs": { zh: "所写村（社区）与网格编码不符", en: "its village is not the one of its code" },
  "parent-unknown": { zh: "上级网格不在图中", en: "its parent is not on the map" },
  "parents-in-a-circle": { zh: "上级网格循环", en: "its parents run in a circle" },
  "parent-of-another-kind": { zh: "专属网格不能有上级，也不能是上级", en: "a special grid has no parent and is none" },
  "special-kind-unknown": { zh: "专属网格的种类不在本镇名录", en: "the town knows no special grid of this kind" },
  "households-unreadable": { zh: "户数不是整数", en: "its households are no whole number" },
  "too-many-households": { zh: "户数过多，建议拆分", en: "has many households: it should be split" },
  "too-few-households": { zh: "户数过少，建议合并", en: "has few households: it could be joined" },
};

/** A finding in both languages. */
export function sayGridFinding({ code, names, said }: GridFinding): string {
  const { zh, en } = texts[code];
  return `${names.join("、")}: ${en} / ${zh}${said === undefined ? "" : ` (${said})`}`;
}

const ofWords: ReadonlySet<string> = new Set(gridFindingCodes);
const isOfWords = (finding: MapFinding): finding is GridFinding => ofWords.has(finding.code);

/** Any finding of a map in both languages. */
export const sayMapFinding = (finding: MapFinding): string =>
  isOfWords(finding) ? sayGridFinding(finding) : sayFinding(finding);
