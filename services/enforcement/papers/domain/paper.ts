import type * as z from "zod";
import type * as published from "../../../../shared/contracts/enforcement-papers.ts";
import { type Context, type Decision, deciderOf, type MovesOf } from "../../../../shared/decider/index.ts";
import type { KeptFile, KeptPaper } from "../../../../shared/papers/kept.ts";
import { nextNumberIn } from "../../../../shared/papers/numbering.ts";
import type { Organ } from "../../../../shared/powers-in-force/index.ts";
import { officially, seriesOf } from "../../../../shared/town/series.ts";
import { kinds, type PaperKind, paperKinds } from "./kinds.ts";
import { badInput, type PrintedPaperRefusal } from "./refusals.ts";

/** What has papers: a case, a penalty on the spot, an inspection, an order to correct, oral guidance. */
export const paperFileKinds = ["case", "on-spot", "inspection", "order", "guidance"] as const;

/** What a paper belongs to. Who may read that may know of it. */
export interface PaperFile {
  readonly kind: (typeof paperFileKinds)[number];
  readonly id: string;
}

/** The place of the inspected enterprise among the parties of its file. */
export const theEnterprise = "E1";

/** The event of which it tells. */
export interface Told {
  readonly aggregate: string;
  readonly id: string;
  readonly sequence: number;
  readonly type: string;
}

/** What a paper is of; kept with its number, so that it can be composed again. */
export interface Numbered {
  readonly kind: PaperKind;
  readonly of: PaperFile;
  readonly told: Told;
  /** The party to whom it goes, or whom it concerns, by his place in the case. */
  readonly party?: string;
  /** His proceeding, where the paper belongs to a case. */
  readonly proceeding?: string;
  /** When that happened, ISO in UTC: the instant the PDF bears. */
  readonly at: string;
  readonly on: string;
  readonly number: string;
  /** The organ in whose name it is made. */
  readonly organ: Organ;
}

/** What exists of a paper with its event. */
export interface Composed extends KeptPaper {
  /** The edition of the texts. */
  readonly template: number;
}
export type PrintedPaper =
  | (Numbered & { readonly status: "numbered" })
  | (Numbered & Composed & { readonly status: "drawn-up"; readonly pdf?: KeptFile });

export type PaperCommand =
  | (Omit<Numbered, "number"> & {
      readonly type: "number";
      /** A number that there is already: that of the decision, or of the case. */
      readonly number?: string;
    })
  | ({ readonly type: "draw-up" } & Composed)
  | { readonly type: "print"; readonly pdf: KeptFile }
  | { readonly type: "disclose"; readonly as: "html" | "pdf"; readonly reason: string };

export type PaperEvent =
  | { readonly type: "enforcement.paper.numbered"; readonly data: Numbered }
  | {
      readonly type: "enforcement.paper.drawn-up";
      readonly data: z.infer<typeof published.paperDrawnUp> & { readonly files: Composed };
    }
  | { readonly type: "enforcement.paper.printed"; readonly data: { readonly file: KeptFile } }
  | {
      readonly type: "enforcement.paper.disclosed";
      readonly data: { readonly as: "html" | "pdf" };
      readonly personal: { readonly reason: string };
    };

export const paperMoves = {
  numbered: { "draw-up": "drawn-up" },
  "drawn-up": { print: "drawn-up" },
} as const satisfies MovesOf<PrintedPaper, PaperCommand>;

interface PaperWords {
  readonly state: PrintedPaper;
  readonly command: PaperCommand;
  readonly event: PaperEvent;
  readonly moves: typeof paperMoves;
  readonly begins: "number";
  readonly begun: "enforcement.paper.numbered";
  readonly refusal: PrintedPaperRefusal;
}

/** Papers in the order of their events; of one instant, in that in which a case meets them. */
export const inOrder = <P extends { readonly state: PrintedPaper }>(papers: readonly P[]): readonly P[] => {
  const placeOf = ({ state: { at, kind, party = "", told } }: P) =>
    `${at}#${String(paperKinds.indexOf(kind)).padStart(2, "0")}#${party}#${String(told.sequence).padStart(6, "0")}`;
  return papers.toSorted((one, other) => (placeOf(one) < placeOf(other) ? -1 : 1));
};

/** The list of the papers of a file. */
export const papersOf = ({ kind, id }: PaperFile): string => `paper:${kind}:${id}`;

/**
 * A statutory paper. It is numbered first, since its number stands in it. Then its content and its page are kept, and it is
 * drawn up with their hashes. Its PDF is printed for the first person who asks. Its id follows from the event it tells of.
 */
export const printedPaper = deciderOf<PaperWords>({
  aggregate: "paper",
  shape: 1,
  ended: ({ status }) => status === "drawn-up",
  retainedAs: "paper",
  moves: paperMoves,
  impossible: "enforcement.paper-not-in-this-state",
  byItself: ["draw-up", "print"],
  begin: { number: numbered },
  always: {
    // Numbered or drawn up twice it is the same paper.
    number: () => [],
    "draw-up": (state, command) => (state.status === "numbered" ? [drawnUp(state, command)] : []),
    // P-15: a paper names its party in full; each time staff are shown it is on record.
    disclose: ({ status }, { as, reason }) =>
      status === "numbered" ? [] : [{ type: "enforcement.paper.disclosed", data: { as }, personal: { reason } }],
  },
  steps: {
    "draw-up": (state, command) => [drawnUp(state, command)],
    // A PDF is kept once: the bytes that were first handed out stay.
    print: (state, { pdf: file }) =>
      state.pdf === undefined ? [{ type: "enforcement.paper.printed", data: { file } }] : [],
  },
  begun: { "enforcement.paper.numbered": ({ data }) => ({ ...data, status: "numbered" }) },
  effects: {
    "enforcement.paper.drawn-up": {
      numbered: (state, { data: { files } }) => ({ ...state, ...files, status: "drawn-up" }),
    },
    "enforcement.paper.printed": {
      "drawn-up": (state, { data: { file: pdf } }) => ({ ...state, pdf }),
    },
    "enforcement.paper.disclosed": (state) => state,
  },
  listed: ({ of, at, number }, id) => ({
    byCase: { partition: papersOf(of), sort: `${at}#${id}` },
    byCode: { partition: `paper-number:${number}`, sort: `${at}#${id}` },
  }),
});

/** A paper of a kind without a series bears a number that there is already. The number is spent with the paper alone. What is done in another organ's name bears a number of that organ (P3). */
function numbered(
  { type: _type, number, organ, ...of }: Extract<PaperCommand, { type: "number" }>,
  context: Context,
): Decision<PaperEvent> {
  const { town } = context;
  const { series } = kinds[of.kind];
  const given = number ?? (series === undefined ? undefined : taken(series));
  if (given === undefined) return badInput("enforcement.paper-without-number", { kind: of.kind }, "/number");
  return [{ type: "enforcement.paper.numbered", data: { ...of, number: given, organ: officially(organ, town) } }];

  function taken(name: NonNullable<typeof series>): string {
    return nextNumberIn(seriesOf(town.numbering.enforcement[name], organ, town), of.on, context);
  }
}

function drawnUp(
  { kind, number, of, on, organ }: Numbered,
  { type: _type, ...files }: Extract<PaperCommand, { type: "draw-up" }>,
): PaperEvent {
  const { html, template, missingGlyphs } = files;
  return {
    type: "enforcement.paper.drawn-up",
    data: { kind, number, of, on, organ, template, missingGlyphs, sha256: { html: html.sha256 }, files },
  };
}
