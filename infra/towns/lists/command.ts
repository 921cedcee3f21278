import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { listFile, listNames, sideListNames, townLists } from "../../../shared/town/lists.ts";
import { loadProfileFrom, sideListsIn } from "../load.ts";
import { importLists, type Source } from "./import.ts";
import { replaceFiles } from "./replace-files.ts";
import { listTemplates } from "./templates.ts";

export interface Surroundings {
  readonly townsDirectory: string;
  readonly print: (line: string) => void;
  readonly complain: (line: string) => void;
}

/** Who has mended a hundred faults imports again. */
const enough = 100;

const usage =
  "npm run lists -- --town <slug> --licences <file.csv> --services <file.csv> --penalties <file.csv>\n" +
  "  [--penalties-before <file.csv>] [--penalties-conditions <file.csv>]\n" +
  "Checks the lists of a town and writes infra/towns/<slug>/lists/*.json, or says all that is wrong and writes nothing.\n" +
  "The last two stay as they are where no file is given.\n" +
  "npm run lists -- templates <directory>\n" +
  "  writes a table with an example for each list, and a page that explains the columns / 生成各清单的空表、示例与各列说明\n" +
  "检查各张清单并写入 infra/towns/<slug>/lists；有一处错误即全部列出且不写入。";

/** Carries out the command and answers its exit code: 0 written, 1 the lists have problems, 2 it could not even look. */
export function listsCommand(args: readonly string[], { townsDirectory, print, complain }: Surroundings): 0 | 1 | 2 {
  try {
    const [verb, directory] = args;
    if (verb === "templates" && directory !== undefined) return templates(directory, print);
    const { town, sources } = given(args);
    const folder = join(townsDirectory, town, "lists");
    const imported = importLists(sources, loadProfileFrom(town, townsDirectory), standingIn(folder));
    if ("problems" in imported) {
      for (const problem of imported.problems.slice(0, enough)) complain(problem);
      if (imported.problems.length > enough)
        complain(`… the first ${enough} of ${imported.problems.length} / 只列出前 ${enough} 处`);
      complain(
        `${imported.problems.length} problem(s); nothing was written / 共 ${imported.problems.length} 处问题，未写入`,
      );
      return 1;
    }
    const { lists } = imported;
    const all = [...listNames, ...sideListNames.filter((list) => lists[list] !== undefined)];
    const files = all.map((list) => [listFile(list), `${JSON.stringify(lists[list], null, 2)}\n`]);
    replaceFiles(folder, Object.fromEntries(files));
    for (const list of all) print(`${list}: ${lists[list]?.length}`);
    return 0;
  } catch (error) {
    complain(error instanceof Error ? error.message : String(error));
    return 2;
  }
}

/** What is there already stays: somebody may have filled it in. */
function templates(directory: string, print: Surroundings["print"]): 0 {
  mkdirSync(directory, { recursive: true });
  for (const [name, content] of Object.entries(listTemplates())) {
    writeFileSync(join(directory, name), content, { flag: "wx" });
    print(join(directory, name));
  }
  return 0;
}

function given(args: readonly string[]) {
  const option = { type: "string" } as const;
  const beside = { "penalties-before": option, "penalties-conditions": option };
  const options = { town: option, licences: option, services: option, penalties: option, ...beside };
  const { values } = withUsage(() => parseArgs({ args: [...args], options }));
  const { town, licences, services, penalties } = values;
  const { "penalties-before": before, "penalties-conditions": conditions } = values;
  if (town === undefined || licences === undefined || services === undefined || penalties === undefined) {
    throw new Error(usage);
  }
  return {
    town,
    sources: {
      ...{ licences: open(licences), services: open(services), penalties: open(penalties) },
      ...(before === undefined ? {} : { penaltiesBefore: open(before) }),
      ...(conditions === undefined ? {} : { penaltiesConditions: open(conditions) }),
    },
  };
}

/** The side lists that the town has already. */
const standingIn = (folder: string) =>
  townLists.pick({ penaltiesBefore: true, penaltiesConditions: true }).parse(sideListsIn(folder));

function withUsage<Result>(act: () => Result): Result {
  try {
    return act();
  } catch (cause) {
    throw new Error(`${cause instanceof Error ? cause.message : cause}\n${usage}`, { cause });
  }
}

function open(path: string): Source {
  try {
    return { path, bytes: readFileSync(path) };
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new Error(`${path}: cannot be read / 无法读取：${reason}`, { cause });
  }
}
