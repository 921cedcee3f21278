import { Temporal } from "temporal-polyfill";
import type * as z from "zod";
import type * as published from "../../../../shared/contracts/permits-documents.ts";
import {
  type Context,
  type Decision,
  deciderOf,
  type InStatus,
  type MovesOf,
  type OfType,
} from "../../../../shared/decider/index.ts";
import type { Standing } from "../../../../shared/papers/frame.ts";
import type { KeptFile, KeptPaper } from "../../../../shared/papers/kept.ts";
import { numberKey } from "../../../../shared/papers/official-number.ts";
import { heldOn, type KnownPower, type Organ } from "../../../../shared/powers-in-force/index.ts";
import type { Role } from "../../../../shared/town/roles.ts";
import { officially } from "../../../../shared/town/series.ts";
import type { DocumentKind } from "./kinds.ts";
import { numberFor } from "./numbering.ts";
import { badInput, notYou, type PaperRefusal } from "./refusals.ts";

/** What a document is of, and the right by which it is made; kept with its number, so that it can be rendered again. */
export interface Numbered {
  readonly kind: DocumentKind;
  readonly application: string;
  readonly certificate?: string;
  /** The event of the application, or of the certificate, whose outcome it puts on paper. */
  readonly sequence: number;
  /** When that happened, ISO in UTC: the instant the PDF bears. */
  readonly at: string;
  readonly on: string;
  readonly number: string;
  readonly standing: Standing;
  /** Whose interests it touches and to whom alone it is addressed: the how manieth of those told, from 0. Absent: the applicant. */
  readonly party?: number;
  /** The number of the document it takes the place of. */
  readonly replaces?: string;
}

/** What exists of a document with its event. */
export interface Composed extends KeptPaper {
  readonly template: number;
}
export interface Files extends Omit<Composed, "content"> {
  /** Absent: its PDF was drawn with it. */
  readonly content?: KeptFile;
  /** Absent: nobody has asked for it yet. */
  readonly pdf?: KeptFile;
}
export type Document =
  | (Numbered & { readonly status: "numbered" })
  | (Numbered & Files & { readonly status: "drawn-up" })
  | (Numbered & Files & { readonly status: "superseded"; readonly by: string; readonly supersededOn: string });

export interface NumberIt extends Omit<Numbered, "number" | "standing"> {
  readonly type: "number";
  /** A number it has already: the permit's, or that of the notice. */
  readonly number?: string;
  /** The organ, where the decision named it already. */
  readonly organ?: Organ;
  readonly power: KnownPower | undefined;
}
export type DocumentCommand =
  | NumberIt
  | ({ readonly type: "draw-up" } & Composed)
  | { readonly type: "print"; readonly pdf: KeptFile }
  | { readonly type: "replace"; readonly by: string; readonly reason: string }
  | { readonly type: "disclose"; readonly as: "html" | "pdf"; readonly reason: string };

export type DocumentEvent =
  | { readonly type: "permits.document.numbered"; readonly data: Numbered }
  | {
      readonly type: "permits.document.drawn-up";
      readonly data: z.infer<typeof published.documentDrawnUp> & { readonly files: Files };
    }
  | {
      readonly type: "permits.document.printed";
      readonly data: z.infer<typeof published.documentPrinted> & { readonly file: KeptFile };
    }
  | {
      readonly type: "permits.document.disclosed";
      readonly data: { readonly as: "html" | "pdf" };
      readonly personal: { readonly reason: string };
    }
  | {
      readonly type: "permits.document.superseded";
      readonly data: z.infer<typeof published.documentSuperseded>;
      readonly personal: { readonly reason: string };
    };

export const moves = {
  numbered: { "draw-up": "drawn-up" },
  "drawn-up": { print: "drawn-up", replace: "superseded" },
  superseded: { print: "superseded" },
} as const satisfies MovesOf<Document, DocumentCommand>;

interface DocumentWords {
  readonly state: Document;
  readonly command: DocumentCommand;
  readonly event: DocumentEvent;
  readonly moves: typeof moves;
  readonly begins: "number";
  readonly begun: "permits.document.numbered";
  readonly refusal: PaperRefusal;
}

type Ask<T extends DocumentCommand["type"]> = OfType<DocumentCommand, T>;
type Drawn = InStatus<Document, "drawn-up" | "superseded">;

/** The list of the papers that bear a number, however somebody types it. */
export const numberedAs = (number: string) => `document-number:${numberKey(number)}`;

/**
 * A paper of a case. It is numbered first, since its number stands in it. Then its content and its HTML are kept, and it is
 * drawn up with their hashes. Its PDF is printed for the first person who asks. It follows from one event, and its id from
 * that event's.
 */
export const document = deciderOf<DocumentWords>({
  aggregate: "document",
  shape: 2,
  ended: ({ status }) => status !== "numbered",
  retainedAs: "paper",
  moves,
  impossible: "permits.document-not-in-this-state",
  begin: { number: numbered },
  always: {
    // Numbered or drawn up twice it is the same paper.
    number: () => [],
    "draw-up": (state, command) => (state.status === "numbered" ? [drawnUp(state, command)] : []),
    // P-15: a paper names its party in full; each time staff are shown it is on record.
    disclose: ({ status }, { as, reason }) =>
      status === "numbered" ? [] : [{ type: "permits.document.disclosed", data: { as }, personal: { reason } }],
  },
  steps: {
    "draw-up": (state, command) => [drawnUp(state, command)],
    print: (state, { pdf }) => printed(state, pdf),
    replace,
  },
  begun: { "permits.document.numbered": ({ data }) => ({ ...data, status: "numbered" }) },
  effects: {
    "permits.document.drawn-up": {
      numbered: (state, { data: { files } }) => ({ ...state, ...files, status: "drawn-up" }),
    },
    "permits.document.printed": {
      "drawn-up": (state, { data: { file: pdf } }) => ({ ...state, pdf }),
      superseded: (state, { data: { file: pdf } }) => ({ ...state, pdf }),
    },
    "permits.document.disclosed": (state) => state,
    "permits.document.superseded": {
      "drawn-up": (state, { data: { by, supersededOn } }) => ({ ...state, status: "superseded", by, supersededOn }),
    },
  },
  listed: ({ application, at, number }, id) => ({
    byOwner: { partition: `documents:${application}`, sort: `${at}#${id}` },
    byCode: { partition: numberedAs(number), sort: `${at}#${id}` },
  }),
});

function replace(state: Numbered, { by, reason }: Ask<"replace">, { actor, today }: Context): Decision<DocumentEvent> {
  const replacers = mayReplace(state.kind);
  if (!actor.roles.some((role) => replacers.includes(role)))
    return notYou("permits.document-not-yours-to-replace", { kind: state.kind, roles: replacers });
  const data = { ...about(state), by, supersededOn: today.toString() };
  return [{ type: "permits.document.superseded", data, personal: { reason } }];
}

/** In whose name: as the decision says, else as the power was held on that day; the town's own where it is not (any more). */
function numbered({ type: _type, power, organ, number, ...of }: NumberIt, context: Context): Decision<DocumentEvent> {
  const { town } = context;
  const held = power === undefined ? undefined : heldOn(power, Temporal.PlainDate.from(of.on));
  const standing: Standing = {
    organ: officially(organ ?? held?.inWhoseName ?? { name: town.organName, uscc: town.uscc }, town),
    mode: held?.mode ?? "statutory",
    ...(held?.letter === undefined ? {} : { letter: held.letter }),
  };
  const given = number ?? numberFor(of.kind, of.on, standing.organ, context);
  if (given === undefined) return badInput("permits.document-without-number", { kind: of.kind }, "/number");
  return [{ type: "permits.document.numbered", data: { ...of, number: given, standing } }];
}

const about = ({ kind, number, application, standing: { organ }, on }: Numbered) => ({
  ...{ kind, number, application, organ, on },
});

function drawnUp(state: Numbered, { type: _type, ...files }: Ask<"draw-up">): DocumentEvent {
  const { certificate, replaces } = state;
  const { html, template, missingGlyphs } = files;
  return {
    type: "permits.document.drawn-up",
    data: {
      ...about(state),
      ...(certificate === undefined ? {} : { certificate }),
      ...(replaces === undefined ? {} : { replaces }),
      ...{ template, missingGlyphs, sha256: { html: html.sha256 }, files },
    },
  };
}

/** A PDF is kept once: the bytes that were first handed out stay. */
function printed(state: Drawn, file: KeptFile): DocumentEvent[] {
  if ("pdf" in state) return [];
  return [{ type: "permits.document.printed", data: { ...about(state), sha256: { pdf: file.sha256 }, file } }];
}

/** What is under the organ's own seal is replaced by who decides, a certificate by its desk, the rest at the counter. */
function mayReplace(kind: DocumentKind): readonly Role[] {
  if (kind === "certificate") return ["issuer"];
  const decided: readonly DocumentKind[] = [
    ...(["grant", "refusal", "extension-notice", "forwarding-letter"] as const),
    ...(["inspectors-notice", "hearing-rights-notice"] as const),
    ...(["hearing-notice", "suspension-notice", "revocation"] as const),
  ];
  return decided.includes(kind) ? ["approver"] : ["clerk", "issuer"];
}
