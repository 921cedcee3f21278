import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { listProblems } from "../../shared/town/cross-checks.ts";
import {
  listFile,
  listNames,
  type SideListName,
  sideListNames,
  type TownLists,
  townLists,
} from "../../shared/town/lists.ts";
import { loadTown, type TownProfile } from "../../shared/town/profile.ts";
import { sayProblem } from "../../shared/town/text.ts";
import { fileIn } from "./lists/replace-files.ts";
import { filledProfile, shortProfile } from "./short-profile.ts";

export interface Town {
  readonly profile: TownProfile;
  readonly lists: TownLists;
}

/** Where the towns are: one directory each, named by slug. */
export const townsDirectory = import.meta.dirname;

/** The slugs of all towns with a profile, in order. */
export const townSlugs = (directory = townsDirectory): string[] =>
  readdirSync(directory, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && profileFileOf(entry.name, directory) !== undefined)
    .map(({ name }) => name)
    .toSorted();

/** The profile of this town. Throws an error that names the file and every problem in it. */
export function loadProfileFrom(slug: string, directory = townsDirectory): TownProfile {
  const known = townSlugs(directory);
  if (!known.includes(slug)) {
    throw new Error(`no town ${slug}, only ${known.join(", ") || "none"} / 无此镇：${slug}`);
  }
  const path = profileFileOf(slug, directory) ?? "";
  const profile = named(path, () => loadTown(wholeProfile(path, directory)));
  if (profile.slug !== slug) throw new Error(`${path}: slug is ${profile.slug}, not ${slug} / slug 与目录名不符`);
  return profile;
}

/** A town is told whole in `profile.json`, or in `town.json` by what differs from another one. */
const profileFileOf = (slug: string, directory: string): string | undefined =>
  ["profile.json", "town.json"].map((name) => join(directory, slug, name)).find((path) => existsSync(path));

/** A profile as its file tells it, filled by the one that it is like. */
function wholeProfile(path: string, directory: string): unknown {
  if (path.endsWith("profile.json")) return readJson(path);
  const own = shortProfile.parse(readJson(path));
  return filledProfile(own, readJson(join(directory, own.like, "profile.json")));
}

/** The folder of the lists of a town: its own, or those of the town that it is like. */
function listsOf(slug: string, directory: string): string {
  const own = join(directory, slug, "lists");
  const path = profileFileOf(slug, directory) ?? "";
  if (existsSync(own) || path.endsWith("profile.json")) return own;
  return join(directory, shortProfile.parse(readJson(path)).like, "lists");
}

/** The profile and lists of this town, checked against each other. Throws an error that lists every problem. */
export function loadTownFrom(slug: string, directory = townsDirectory): Town {
  const profile = loadProfileFrom(slug, directory);
  const folder = listsOf(slug, directory);
  const main = listNames.map((list) => [list, listIn(folder, listFile(list))]);
  const result = townLists.safeParse({ ...Object.fromEntries(main), ...sideListsIn(folder) });
  const problems = result.success ? listProblems(profile, result.data) : result.error.issues;
  if (!result.success || problems.length > 0) {
    throw new Error(`${folder}: ${problems.length} problem(s) / 清单有误：\n${problems.map(sayProblem).join("\n")}`);
  }
  return { profile, lists: result.data };
}

/** The lists that say more of penalties, as far as the folder has them. */
export function sideListsIn(folder: string): Partial<Record<SideListName, unknown>> {
  const there = sideListNames.filter((list) => fileIn(folder, listFile(list)) !== undefined);
  return Object.fromEntries(there.map((list) => [list, listIn(folder, listFile(list))]));
}

const listIn = (folder: string, name: string): unknown =>
  named(join(folder, name), () => {
    const text = fileIn(folder, name);
    if (text === undefined) throw new Error("file missing; run npm run lists / 文件不存在，请运行 npm run lists");
    return JSON.parse(text);
  });

const readJson = (path: string): unknown => JSON.parse(readFileSync(path, "utf8"));

function named<Result>(path: string, act: () => Result): Result {
  try {
    return act();
  } catch (cause) {
    throw new Error(`${path}: ${cause instanceof Error ? cause.message : cause}`, { cause });
  }
}
