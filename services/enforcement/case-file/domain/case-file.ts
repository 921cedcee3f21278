import { type Context, type Decision, deciderOf, type MovesOf, type OfType } from "../../../../shared/decider/index.ts";
import type { KeptFile } from "../../../../shared/papers/kept.ts";
import { isFiled, type PenaltyCase } from "../../cases/domain/case/case.ts";
import { missingPapers, type RequiredPaper } from "../../cases/domain/case/closing-list.ts";
import { isOfTheHouse } from "../../cases/domain/case/visibility.ts";
import { isOfficerOf } from "../../cases/domain/case/who.ts";
import { badInput, type CaseFileRefusal, refuse } from "./refusals.ts";

interface Asked {
  readonly case: string;
  /** Number of the case. */
  readonly number: string;
  readonly on: string;
  /** CF-57a: the case is closed, and no paper of its ending is missing. */
  readonly complete: boolean;
  readonly missing: readonly RequiredPaper[];
}
/** What was exported: one file, how many entries it has, and the hash that holds them all. */
export interface Exported {
  readonly file: KeptFile;
  readonly bytes: number;
  readonly entries: number;
  /** The last link of the chain of entries. */
  readonly chain: string;
}

/** A case file (案卷) for the archive: asked for, then made. */
export type CaseFile =
  | (Asked & { readonly status: "asked" })
  | (Asked & Exported & { readonly status: "made"; readonly madeOn: string });

export type CaseFileCommand =
  | {
      readonly type: "ask";
      readonly case: string;
      readonly of: PenaltyCase | undefined;
      /** It is wanted although papers are missing; it then says so. */
      readonly incomplete: boolean;
    }
  | ({ readonly type: "make" } & Exported)
  | { readonly type: "fetch" };

type Of<T extends string, D extends object> = {
  readonly type: `enforcement.case-file.${T}`;
  readonly data: D;
};
export type CaseFileEvent =
  | Of<"asked", Asked>
  | Of<
      "made",
      Exported & { readonly case: string; readonly number: string; readonly on: string; readonly complete: boolean }
    >
  | Of<"fetched", { readonly on: string }>;

export const caseFileMoves = {
  asked: { make: "made" },
  made: { fetch: "made" },
} as const satisfies MovesOf<CaseFile, CaseFileCommand>;

interface CaseFileWords {
  readonly state: CaseFile;
  readonly command: CaseFileCommand;
  readonly event: CaseFileEvent;
  readonly moves: typeof caseFileMoves;
  readonly begins: "ask";
  readonly begun: "enforcement.case-file.asked";
  readonly refusal: CaseFileRefusal;
}

const article = { article: "行政处罚法47", rule: "CF-57a" };

/** The list of the exports of a case. */
export const exportsOf = (id: string): string => `case-file:${id}`;

/** An export of all that a case left: papers, histories, digests of the evidence, with an index and one hash over all. */
export const caseFile = deciderOf<CaseFileWords>({
  aggregate: "case-file",
  shape: 1,
  ended: ({ status }) => status === "made",
  retainedAs: "paper",
  moves: caseFileMoves,
  impossible: "enforcement.case-file-not-in-this-state",
  byItself: ["make", "fetch"],
  begin: { ask },
  // Asked or made twice it is the same export.
  always: {
    ask: () => [],
    make: (state, command, context) => (state.status === "asked" ? made(state, command, context) : []),
  },
  steps: {
    make: made,
    // CF-47: who took the file away is on record.
    fetch: (_state, _command, { today }) => [{ type: "enforcement.case-file.fetched", data: { on: today.toString() } }],
  },
  begun: { "enforcement.case-file.asked": ({ data }) => ({ ...data, status: "asked" }) },
  effects: {
    "enforcement.case-file.made": {
      asked: (state, { data: { file, bytes, entries, chain, on } }) => ({
        ...{ ...state, file, bytes, entries, chain },
        ...{ status: "made", madeOn: on },
      }),
    },
    "enforcement.case-file.fetched": (state) => state,
  },
  listed: ({ case: of, on }, id) => ({ byCase: { partition: exportsOf(of), sort: `${on}#${id}` } }),
});

/**
 * CF-57a, E10: an officer of the case, the archivist, who supervises or leads asks for the file of a case on file. While the
 * case is open or a paper of its ending is missing it is refused, unless an incomplete file is wanted: it then says what it lacks.
 */
function ask({ case: id, of, incomplete }: OfType<CaseFileCommand, "ask">, context: Context): Decision<CaseFileEvent> {
  if (of === undefined || !isFiled(of) || !mayExport(of, context))
    return badInput("enforcement.no-case-to-export", article, "/case");
  const missing = missingPapers(of);
  const complete = of.status === "closed" && missing.length === 0;
  if (!complete && !incomplete)
    return refuse("enforcement.case-file-incomplete", {
      ...{ status: of.status, papers: missing.map(({ kind }) => kind), missing, ...article },
    });
  const on = context.today.toString();
  return [
    { type: "enforcement.case-file.asked", data: { case: id, number: of.number.text.zh, on, complete, missing } },
  ];
}

/** Who may have the whole file: not who only reads parts of it, no party, and no recused person. */
export function mayExport(of: PenaltyCase, { actor, town, today }: Pick<Context, "actor" | "town" | "today">): boolean {
  const keeps = actor.roles.some((role) => role === "archivist" || role === "supervisor" || role === "leader");
  return (keeps || isOfficerOf(of, actor)) && isOfTheHouse(of, actor, { town, today });
}

function made(
  { case: of, number, complete }: Asked,
  { type: _type, ...file }: OfType<CaseFileCommand, "make">,
  { today }: Context,
): CaseFileEvent[] {
  return [{ type: "enforcement.case-file.made", data: { ...file, case: of, number, on: today.toString(), complete } }];
}
