import { inOrder, sayComplaint } from "../../../shared/csv/index.ts";
import { profileListProblems } from "../../../shared/town/cross-checks.ts";
import { type ListName, listNames, type TownLists } from "../../../shared/town/lists.ts";
import type { TownProfile } from "../../../shared/town/profile.ts";
import { sayProblem } from "../../../shared/town/text.ts";
import { sheets } from "./columns.ts";
import { readSheet, type SheetRead } from "./sheet.ts";

/** A file as it was named on the command line, and what is in it. */
export interface Source {
  readonly path: string;
  readonly bytes: Uint8Array;
}
export type Sources = Readonly<Record<ListName, Source>>;

/** The three lists, or every problem of all three files. With a problem there are no lists: all or nothing. */
export type Imported = { readonly lists: TownLists } | { readonly problems: readonly string[] };

export function importLists(sources: Sources, profile: TownProfile): Imported {
  const reads = {
    licences: readSheet(sources.licences.bytes, sheets.licences, profile),
    services: readSheet(sources.services.bytes, sheets.services, profile),
    penalties: readSheet(sources.penalties.bytes, sheets.penalties, profile),
  };
  const found = [
    ...listNames.flatMap((list) => complaintsOf(reads[list], sources[list].path)),
    ...codesTwice(reads, sources),
  ];
  if (found.length > 0) return { problems: [...new Set(found)] };
  const lists = { licences: reads.licences.items, services: reads.services.items, penalties: reads.penalties.items };
  const stale = profileListProblems(profile, lists).map((problem) => `profile.json: ${sayProblem(problem)}`);
  return stale.length > 0 ? { problems: stale } : { lists };
}

const complaintsOf = ({ complaints }: SheetRead<unknown>, path: string) =>
  inOrder(complaints).map((complaint) => sayComplaint(path, complaint));

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
