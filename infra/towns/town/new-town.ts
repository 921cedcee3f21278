import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { usccCheck } from "../../../shared/identity-codes/index.ts";
import { type ShortProfile, shortProfile } from "../short-profile.ts";

/** Writes the short template of a new town. What is not told is to be filled in by hand; a directory that exists is left alone. */
export function writeNewTown(
  directory: string,
  { like, slug, zh, en, code, uscc }: Readonly<Record<"like" | "slug" | "zh" | "en" | "code" | "uscc", string>>,
): string {
  const folder = join(directory, slug);
  if (existsSync(folder)) throw new Error(`${folder} exists already / 目录已存在`);
  if (usccCheck(uscc.slice(0, 17)) !== uscc.slice(17))
    throw new Error(`uscc ${uscc}: the last character should be ${usccCheck(uscc.slice(0, 17))} / 校验位错误`);
  const own: Omit<ShortProfile, "eastBy"> = {
    ...{ like, slug, name: { zh, en }, code, uscc },
    changes: { finance: { schemes: [], fiscalFacts: { settled: [], posts: [] } } },
  };
  shortProfile.parse(own);
  mkdirSync(folder, { recursive: true });
  const file = join(folder, "town.json");
  writeFileSync(file, `${JSON.stringify(own, null, 2)}\n`);
  return file;
}
