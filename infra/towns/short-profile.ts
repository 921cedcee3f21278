import * as z from "zod";
import { bilingual } from "../../shared/town/text.ts";

/**
 * A town that is like another one, as `town.json`: what it is called, its codes, and what differs. `changes` is a JSON merge patch
 * (RFC 7396): an object is changed field by field, an array is taken whole, and null takes a field away.
 */
export const shortProfile = z.strictObject({
  /** The slug of the town whose profile fills the rest. */
  like: z.string(),
  slug: z.string().regex(/^[a-z][a-z0-9-]{1,30}$/),
  name: bilingual,
  code: z.string().regex(/^\d{9}000$/),
  uscc: z.string().length(18),
  /** By how many degrees the sketch of its territory lies east of the other's. */
  eastBy: z.number().min(-180).max(180).default(0),
  changes: z.record(z.string(), z.unknown()).default({}),
});
export type ShortProfile = z.infer<typeof shortProfile>;

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** RFC 7396: what a value is after a patch. */
export function merged(value: unknown, patch: unknown): unknown {
  if (!isObject(patch)) return patch;
  const before = isObject(value) ? value : {};
  const kept = Object.entries(before).filter(([key]) => !Object.hasOwn(patch, key));
  const changed = Object.entries(patch).flatMap(([key, part]) =>
    part === null ? [] : [[key, merged(before[key], part)] as const],
  );
  return Object.fromEntries([...kept, ...changed]);
}

/** What the other profile calls itself, and what this town is called there instead. The longer name comes first. */
function namesOf(like: Like, own: ShortProfile): readonly (readonly [string, string])[] {
  const short = (name: string) => name.replace(/[镇乡]$/u, "");
  return [
    [like.name.zh, own.name.zh],
    [short(like.name.zh), short(own.name.zh)],
    [like.name.en, own.name.en],
    [like.slug, own.slug],
    [like.uscc, own.uscc],
    [like.code.slice(0, 9), own.code.slice(0, 9)],
  ];
}

const likeSchema = z.object({ slug: z.string(), name: bilingual, code: z.string(), uscc: z.string() });
type Like = z.infer<typeof likeSchema>;

const point = /^(lng|longitude)$/;
/** Every place of a sketch, moved to the east; nothing else is a coordinate. */
function moved(value: unknown, eastBy: number, isPlace = false): unknown {
  if (Array.isArray(value)) {
    const [lng, lat] = value;
    if (isPlace && typeof lng === "number" && typeof lat === "number")
      return [Math.round((lng + eastBy) * 1e6) / 1e6, ...value.slice(1)];
    return value.map((one) => moved(one, eastBy, isPlace));
  }
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, part]) => {
      if (point.test(key) && typeof part === "number") return [key, Math.round((part + eastBy) * 1e6) / 1e6];
      return [key, moved(part, eastBy, isPlace || key === "coordinates")];
    }),
  );
}

/** The whole profile of a town that is like another one; it is checked like any other afterwards. */
export function filledProfile(own: ShortProfile, like: unknown): unknown {
  const named = namesOf(likeSchema.parse(like), own).reduce(
    (text, [from, to]) => text.replaceAll(from, to),
    JSON.stringify(like),
  );
  return merged(moved(JSON.parse(named), own.eastBy), own.changes);
}
