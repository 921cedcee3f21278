import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import type { TownProfile } from "../../../shared/town/profile.ts";
import { loadProfileFrom, loadTownFrom, townSlugs } from "../load.ts";
import { sharedBetween } from "./between-towns.ts";
import { differencesOf, sayDifference } from "./differences.ts";
import { writeNewTown } from "./new-town.ts";

/** Where the command finds the towns and says what it has to say. */
export interface TownSurroundings {
  readonly townsDirectory: string;
  readonly print: (line: string) => void;
  readonly complain: (line: string) => void;
}

const usage = `npm run town -- new <slug> --zh <名称> --en <name> --code <12 digits> --uscc <18 characters> [--like guangtong]
  writes a short template infra/towns/<slug>/town.json; at a terminal it asks for what is left out
  生成新镇的简短模板；在终端上逐项询问未填者
npm run town -- check
  loads every town and its lists, and names what two towns share / 检查全部镇的配置与清单，并核对镇与镇之间有无重复
npm run town -- show <slug>
  prints the whole profile of a town, as a deployment takes it / 输出一个镇的完整配置
npm run town -- diff <slug> <slug or file.json>
  what changes from the second to the first, such as from a profile kept by show / 比较两份配置`;

/** Carries out the command. Answers its exit code: 0 done and nothing wrong, 1 something is wrong or differs, 2 it could not look. */
export function townCommand(args: readonly string[], around: TownSurroundings): 0 | 1 | 2 {
  try {
    const option = { type: "string" } as const;
    const options = { zh: option, en: option, code: option, uscc: option, like: { ...option, default: "guangtong" } };
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
    const [verb, first, second] = positionals;
    if (verb === "check" && first === undefined) return check(around);
    if (verb === "show" && first !== undefined) return show(first, around);
    if (verb === "diff" && first !== undefined && second !== undefined) return diff(first, second, around);
    const { zh, en, code, uscc, like } = values;
    if (verb !== "new" || first === undefined || !zh || !en || !code || !uscc) throw new Error(usage);
    around.print(writeNewTown(around.townsDirectory, { like, slug: first, zh, en, code, uscc }));
    around.print(
      "Fill in villages, schemes and base years, then: npm run town -- check / 请填写村（社区）、体制和基数后检查",
    );
    return 0;
  } catch (error) {
    around.complain(error instanceof Error ? error.message : String(error));
    return 2;
  }
}

/** One bad profile stops only itself: the others are still compared. */
function check({ townsDirectory, print, complain }: TownSurroundings): 0 | 1 {
  const sound: TownProfile[] = [];
  let faults = 0;
  for (const slug of townSlugs(townsDirectory)) {
    try {
      sound.push(loadTownFrom(slug, townsDirectory).profile);
      print(`${slug}: sound / 无误`);
    } catch (error) {
      faults += 1;
      complain(error instanceof Error ? error.message : String(error));
    }
  }
  const shared = sharedBetween(sound);
  for (const one of shared) complain(one);
  return faults + shared.length === 0 ? 0 : 1;
}

function show(slug: string, { townsDirectory, print }: TownSurroundings): 0 {
  print(JSON.stringify(loadProfileFrom(slug, townsDirectory), null, 2));
  return 0;
}

function diff(slug: string, other: string, { townsDirectory, print }: TownSurroundings): 0 | 1 {
  const before: unknown = other.endsWith(".json")
    ? JSON.parse(readFileSync(other, "utf8"))
    : loadProfileFrom(other, townsDirectory);
  const after: unknown = JSON.parse(JSON.stringify(loadProfileFrom(slug, townsDirectory)));
  const found = differencesOf(JSON.parse(JSON.stringify(before)), after);
  for (const one of found) print(sayDifference(one));
  print(`${found.length} difference(s) / 共 ${found.length} 处不同`);
  return found.length === 0 ? 0 : 1;
}
