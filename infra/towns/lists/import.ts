import { inOrder, sayComplaint } from "../../../shared/csv/index.ts";
import { present } from "../../../shared/decider/index.ts";
import { profileListProblems } from "../../../shared/town/cross-checks.ts";
import {
  type ListName,
  listNames,
  type SideListName,
  sideListNames,
  type TownLists,
} from "../../../shared/town/lists.ts";
import { normProblems } from "../../../shared/town/norm-checks.ts";
import type { TownProfile } from "../../../shared/town/profile.ts";
import { type Problem, sayProblem } from "../../../shared/town/text.ts";
import { type Sheet, sheets } from "./columns.ts";
import { readSheet, type SheetRead } from "./sheet.ts";

/** A file as it was named on the command line, and what is in it. */
export interface Source {
  readonly path: string;
  readonly bytes: Uint8Array;
}
export type Sources = Readonly<Record<ListName, Source>> & Readonly<Partial<Record<SideListName, Source>>>;

/** The lists, or every problem of all files. With a problem there are no lists: all or nothing. */
export type Imported = { readonly lists: TownLists } | { readonly problems: readonly string[] };

type SideLists = Pick<TownLists, SideListName>;

/** @param standing the side lists that the town has, for those that no file is given for */
export function importLists(sources: Sources, profile: TownProfile, standing: SideLists = {}): Imported {
  const reads = {
    licences: readSheet(sources.licences.bytes, sheets.licences, profile),
    services: readSheet(sources.services.bytes, sheets.services, profile),
    penalties: readSheet(sources.penalties.bytes, sheets.penalties, profile),
  };
  const beside = {
    penaltiesBefore: readBeside(sources.penaltiesBefore, sheets.penaltiesBefore, profile),
    penaltiesConditions: readBeside(sources.penaltiesConditions, sheets.penaltiesConditions, profile),
  };
  const found = [
    ...listNames.flatMap((list) => complaintsOf(reads[list], sources[list].path)),
    ...sideListNames.flatMap((list) => complaintsOf(beside[list], sources[list]?.path ?? "")),
    ...codesTwice(reads, sources),
  ];
  if (found.length > 0) return { problems: [...new Set(found)] };
  const lists = {
    licences: reads.licences.items,
    services: reads.services.items,
    penalties: reads.penalties.items,
    ...present({
      penaltiesBefore: beside.penaltiesBefore?.items ?? standing.penaltiesBefore,
      penaltiesConditions: beside.penaltiesConditions?.items ?? standing.penaltiesConditions,
    }),
  };
  const strange = normProblems(lists).map((problem) => sayNorm(problem, beside, sources));
  if (strange.length > 0) return { problems: strange };
  const stale = profileListProblems(profile, lists).map((problem) => `profile.json: ${sayProblem(problem)}`);
  return stale.length > 0 ? { problems: stale } : { lists };
}

const readBeside = <Item>(source: Source | undefined, sheet: Sheet<Item>, profile: TownProfile) =>
  source === undefined ? undefined : readSheet(source.bytes, sheet, profile);

/** A problem of a row of a side list, at the line of its file, or in the town's folder where no file was given. */
function sayNorm(
  { path, message }: Problem,
  beside: Readonly<Record<SideListName, SheetRead<unknown> | undefined>>,
  sources: Sources,
): string {
  const list = sideListNames.find((name) => name === path[0]);
  const cell = list === undefined ? undefined : beside[list]?.codes[Number(path[1])];
  const source = list === undefined ? undefined : sources[list];
  if (cell === undefined || source === undefined) return sayProblem({ path, message });
  return sayComplaint(source.path, { line: cell.line, column: cell.column, text: `code: ${message}` });
}

const complaintsOf = (read: SheetRead<unknown> | undefined, path: string) =>
  inOrder(read?.complaints ?? []).map((complaint) => sayComplaint(path, complaint));

/** A code stands for one power, so it is used once in all three files. */
function codesTwice(reads: Record<ListName, SheetRead<unknown>>, sources: Sources): string[] {
  const first = new Map<string, string>();
  return listNames.flatMap((list) =>
    reads[list].codes.flatMap(({ text: code, line, column }) => {
      const { path } = sources[list];
      const earlier = first.get(code);
      if (earlier === undefined) first.set(code, `${path}:${line}`);
      if (code === "" || earlier === undefined) return [];
      const text = `code: ${code} is used already in ${earlier} / 编码重复，已用于 ${earlier}`;
      return [sayComplaint(path, { line, column, text })];
    }),
  );
}
