import type { Place } from "../../../../shared/territory/index.ts";
import type { GridEventRules } from "../../../../shared/town/grid-events.ts";
import { cellKeyOf, cellKeysAround, metresBetween } from "../../grids/domain/around.ts";
import type { GridEvent } from "./event.ts";

/** So much of a matter as says whether it may be the same as another one. */
export interface MatterTrace {
  readonly id: string;
  readonly category: string;
  readonly reportedAt: string;
  readonly closedAt?: string;
  readonly place?: { readonly lng: number; readonly lat: number };
  /** The component that it is about (G-5), by its number. */
  readonly component?: string;
}
/** Another matter that may be the same one, and why. */
export interface SimilarHint {
  readonly id: string;
  readonly shares: "component" | "place";
  /** Rounded; none where a place is missing. */
  readonly metres?: number;
}
type SimilarRule = GridEventRules["duplicates"]["groups"][number];

/** So many are shown: who has to look through more looks through none. */
export const mostHints = 3;

const hour = 3_600_000;
const hoursBetween = (one: string, other: string): number => Math.abs(Date.parse(one) - Date.parse(other)) / hour;

/** The rule of a category's group; undefined: the town wants no hints for it. */
export function similarRuleOf(
  category: string,
  { categories, duplicates }: Pick<GridEventRules, "categories" | "duplicates">,
): SimilarRule | undefined {
  const group = categories.find(({ code }) => code === category)?.group;
  return duplicates.groups.find((one) => one.group === group);
}

/**
 * G2: other matters that may be the same one, the likeliest first, at most three. One of the same group within the radius and the
 * hours, or about the same component, or closed no longer ago than the rule says. A radius of 0: places say nothing. Nothing is
 * merged by it.
 */
export function similarTo(
  one: MatterTrace,
  others: readonly MatterTrace[],
  rules: Pick<GridEventRules, "categories" | "duplicates">,
): readonly SimilarHint[] {
  const rule = similarRuleOf(one.category, rules);
  if (rule === undefined) return [];
  const groupOf = new Map(rules.categories.map(({ code, group }) => [code, group]));
  const scored = others
    .filter(({ id, category }) => id !== one.id && groupOf.get(category) === rule.group)
    .filter((other) => isInTime(one, other, rule))
    .flatMap((other) => scoreOf(one, other, rule) ?? []);
  return scored
    .toSorted((a, b) => a.score - b.score || (a.hint.id < b.hint.id ? -1 : 1))
    .slice(0, mostHints)
    .map(({ hint }) => hint);
}

function isInTime(one: MatterTrace, other: MatterTrace, { hours, closedHours }: SimilarRule): boolean {
  if (other.closedAt === undefined) return hoursBetween(one.reportedAt, other.reportedAt) <= hours;
  // What is over is the same only if it was reported before this one, and ended shortly before or after.
  return other.reportedAt <= one.reportedAt && hoursBetween(one.reportedAt, other.closedAt) <= closedHours;
}

function scoreOf(
  one: MatterTrace,
  other: MatterTrace,
  { radiusMetres, hours, closedHours }: SimilarRule,
): { readonly score: number; readonly hint: SimilarHint } | undefined {
  const apart =
    one.place === undefined || other.place === undefined ? undefined : metresBetween(one.place, other.place);
  const hint = { id: other.id, ...(apart === undefined ? {} : { metres: Math.round(apart) }) };
  const sameComponent = one.component !== undefined && one.component === other.component;
  if (sameComponent) return { score: -1, hint: { ...hint, shares: "component" } };
  // Two components that are known and differ are two matters, however near.
  const differ = one.component !== undefined && other.component !== undefined;
  if (differ || radiusMetres === 0 || apart === undefined || apart > radiusMetres) return undefined;
  const late = hoursBetween(one.reportedAt, other.reportedAt) / Math.max(1, hours + closedHours);
  const score = apart / radiusMetres + late / 2 + (one.category === other.category ? 0 : 1);
  return { score, hint: { ...hint, shares: "place" } };
}

const inCell = (key: string): string => `event:cell:${key}`;
/** The part of the index in which a matter stands. */
export const cellPartition = (place: Place): string => inCell(cellKeyOf(place));
export const componentPartition = (component: string): string => `event:component:${component}`;
/** The parts of the index that hold every place within a radius. */
export const cellsAround = (place: Place, radiusMetres: number): readonly string[] =>
  cellKeysAround(place, radiusMetres).map(inCell);

/** What a matter leaves as a trace. */
export function traceOf(id: string, { category, reportedAt, closedAt, where, component }: GridEvent): MatterTrace {
  return {
    ...{ id, category, reportedAt },
    ...(closedAt === undefined ? {} : { closedAt }),
    ...(where.measured === undefined ? {} : { place: where.measured.place }),
    ...(component === undefined ? {} : { component }),
  };
}
