import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { usccCheck } from "../../../shared/identity-codes/index.ts";
import { loadTown, type TownProfile } from "../../../shared/town/profile.ts";
import { sayProblem } from "../../../shared/town/text.ts";
import { loadProfileFrom, townSlugs } from "../load.ts";
import { filledProfile, type ShortProfile, shortProfile } from "../short-profile.ts";
import { sharedBetween } from "./between-towns.ts";

/**
 * Writes the short template of a new town. What is not told is to be filled in by hand; a directory that exists is left alone.
 * @throws Error that says what is wrong with the words, or what another town has already; then nothing is written
 */
export function writeNewTown(
  directory: string,
  { like, slug, zh, en, code, uscc }: Readonly<Record<"like" | "slug" | "zh" | "en" | "code" | "uscc", string>>,
): string {
  const folder = join(directory, slug);
  const read = shortProfile.safeParse({
    ...{ like, slug, name: { zh, en }, code, uscc },
    changes: { finance: { schemes: [], fiscalFacts: { settled: [], posts: [] } } },
  });
  if (!read.success) throw new Error(read.error.issues.map((issue) => `${sayProblem(issue)} / 格式不符`).join("\n"));
  if (existsSync(folder)) throw new Error(`${folder} exists already / 目录已存在`);
  if (usccCheck(uscc.slice(0, 17)) !== uscc.slice(17))
    throw new Error(`uscc ${uscc}: the last character should be ${usccCheck(uscc.slice(0, 17))} / 校验位错误`);
  const { eastBy: _nowhereElse, ...own } = read.data;
  const shared = sharedBetween([...othersIn(directory), wholeOf(read.data, directory)]);
  const ofThis = shared.filter((line) => line.includes(`, ${slug}: `));
  if (ofThis.length > 0) throw new Error(ofThis.join("\n"));
  mkdirSync(folder, { recursive: true });
  const file = join(folder, "town.json");
  writeFileSync(file, `${JSON.stringify(own, null, 2)}\n`);
  return file;
}

/** The profile that the template makes. @throws Error where it is like no town that is told whole */
function wholeOf(own: ShortProfile, directory: string): TownProfile {
  const path = join(directory, own.like, "profile.json");
  if (!existsSync(path)) throw new Error(`like ${own.like}: ${path} is missing / 没有可参照的镇`);
  return loadTown(filledProfile(own, JSON.parse(readFileSync(path, "utf8"))));
}

/** The other towns, as far as they are sound. */
const othersIn = (directory: string): readonly TownProfile[] =>
  townSlugs(directory).flatMap((slug) => {
    try {
      return [loadProfileFrom(slug, directory)];
    } catch {
      return [];
    }
  });
