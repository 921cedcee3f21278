import type { Place } from "./area.ts";

/** What may be wrong with a map. */
export const findingCodes = [
  "not-geojson",
  "other-system",
  "no-geometry",
  "no-area",
  "no-position",
  "axes-swapped",
  "not-degrees",
  "ring-open",
  "ring-short",
  "ring-crosses",
  "ring-flat",
  "hole-outside",
  "turned",
  "point-twice",
  "same-twice",
  "outside",
  "overlap",
  "gap",
] as const;
export type FindingCode = (typeof findingCodes)[number];

/** Something found on a map. A fault is to be mended in the map; a note is only told. */
export interface Finding {
  readonly code: FindingCode;
  readonly level: "fault" | "note";
  /** The areas it is about, as people call them. */
  readonly names: readonly string[];
  /** A place of it, to be looked up on the map. */
  readonly at?: Place;
  /** How large it is. */
  readonly squareMetres?: number;
}

const texts: Readonly<Record<FindingCode, { readonly zh: string; readonly en: string }>> = {
  "not-geojson": { zh: "不是GeoJSON文件", en: "this is no GeoJSON" },
  "other-system": {
    zh: "坐标系须为WGS 84或CGCS2000经纬度，请重新导出",
    en: "coordinates must be degrees of WGS 84 or CGCS 2000; export it again",
  },
  "no-geometry": { zh: "没有图形，未读入", en: "has no geometry; left out" },
  "no-area": { zh: "不是面（Polygon、MultiPolygon）", en: "is no area (Polygon, MultiPolygon)" },
  "no-position": { zh: "坐标不是数字", en: "a coordinate is no number" },
  "axes-swapped": { zh: "经纬度次序颠倒，应先经度后纬度", en: "the axes are swapped: longitude comes first" },
  "not-degrees": { zh: "坐标不是经纬度（度）", en: "coordinates are no degrees" },
  "ring-open": { zh: "环未闭合，首尾坐标须相同", en: "a ring is open: it must end where it begins" },
  "ring-short": { zh: "环的顶点不足三个", en: "a ring has fewer than three corners" },
  "ring-crosses": { zh: "边界自相交", en: "the line crosses itself" },
  "ring-flat": { zh: "环没有面积", en: "a ring has no area" },
  "hole-outside": { zh: "洞不在外环之内", en: "a hole is not inside its outer ring" },
  turned: { zh: "环的方向不合标准，已改正", en: "a ring ran the other way round; it was turned" },
  "point-twice": { zh: "有重复的顶点，已去除", en: "a corner stands twice; it was taken out" },
  "same-twice": { zh: "图形相同", en: "have the same shape" },
  outside: { zh: "超出上级范围", en: "reaches beyond the area it belongs to" },
  overlap: { zh: "相互重叠", en: "overlap" },
  gap: { zh: "之间有空隙，无人管辖", en: "leave a gap that belongs to nobody" },
};

/** A finding in both languages: names, what it is, how large, and where. */
export function sayFinding({ code, names, at, squareMetres }: Finding): string {
  const { zh, en } = texts[code];
  const where = at === undefined ? "" : ` @${at.lng.toFixed(6)},${at.lat.toFixed(6)}`;
  const size = squareMetres === undefined ? "" : ` ${Math.round(squareMetres * 10) / 10}m²`;
  return `${names.join("、")}: ${en} / ${zh}${size}${where}`;
}
