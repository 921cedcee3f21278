import { townSlugs } from "../towns/load.ts";

/** All towns, or the one that is asked for. @throws Error if there is no such town */
export function slugsMeant(town: unknown): readonly string[] {
  const all = townSlugs();
  const slugs = all.filter((slug) => town === undefined || slug === town);
  if (slugs.length === 0) throw new Error(`no town ${String(town)}, only ${all.join(", ")} / 无此镇`);
  return slugs;
}
