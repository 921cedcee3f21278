import { Temporal } from "temporal-polyfill";
import type * as z from "zod";
import type * as published from "../../../../shared/contracts/permits-documents.ts";
import type { Context, Decider, Decision, Moves, Recorded } from "../../../../shared/decider/index.ts";
import type { Standing } from "../../../../shared/papers/frame.ts";
import type { KeptFile, KeptPaper } from "../../../../shared/papers/kept.ts";
import { heldOn, type KnownPower, type Organ } from "../../../../shared/powers-in-force/index.ts";
import type { Role } from "../../../../shared/town/roles.ts";
import type { DocumentKind } from "./kinds.ts";
import { numberFor } from "./numbering.ts";
import { checkMove, notYou } from "./refusals.ts";

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
  | { readonly type: "replace"; readonly by: string; readonly reason: string };

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
      readonly type: "permits.document.superseded";
      readonly data: z.infer<typeof published.documentSuperseded>;
      readonly personal: { readonly reason: string };
    };

export const moves = {
  numbered: { "draw-up": "drawn-up" },
  "drawn-up": { print: "drawn-up", replace: "superseded" },
  superseded: { print: "superseded" },
} as const satisfies Moves;

/**
 * A paper of a case. It is numbered first, since its number stands in it. Then its content and its HTML are kept, and it is
 * drawn up with their hashes. Its PDF is printed for the first person who asks. It follows from one event, and its id from
 * that event's.
 */
export const document: Decider<Document, DocumentCommand, DocumentEvent> = {
  aggregate: "document",
  shape: 1,
  decide(state, command, context): Decision<DocumentEvent> {
    if (command.type === "number") return state === undefined ? [numbered(command, context)] : [];
    if (state === undefined) return [];
    if (command.type === "draw-up" && state.status !== "numbered") return [];
    const impossible = checkMove(moves, "permits.document-not-in-this-state", state.status, command.type);
    if (impossible !== undefined) return impossible;
    if (command.type === "draw-up") return [drawnUp(state, command)];
    if (command.type === "print") return printed(state, command.pdf);
    const replacers = mayReplace(state.kind);
    if (!context.actor.roles.some((role) => replacers.includes(role)))
      return notYou("permits.document-not-yours-to-replace", { kind: state.kind, roles: replacers });
    return [
      {
        type: "permits.document.superseded",
        data: { ...about(state), by: command.by, supersededOn: context.today.toString() },
        personal: { reason: command.reason },
      },
    ];
  },
  evolve,
  listed: ({ application, at }, id) => ({ byOwner: { partition: `documents:${application}`, sort: `${at}#${id}` } }),
};

/** In whose name: as the decision says, else as the power was held on that day; the town's own where it is not (any more). */
function numbered({ type: _type, power, organ, number, ...of }: NumberIt, context: Context): DocumentEvent {
  const { town } = context;
  const held = power === undefined ? undefined : heldOn(power, Temporal.PlainDate.from(of.on));
  const standing: Standing = {
    organ: organ ?? held?.inWhoseName ?? { name: town.organName, uscc: town.uscc },
    mode: held?.mode ?? "statutory",
    ...(held?.letter === undefined ? {} : { letter: held.letter }),
  };
  const given = number ?? numberFor(of.kind, of.on, context);
  return { type: "permits.document.numbered", data: { ...of, number: given, standing } };
}

const about = ({ kind, number, application, standing: { organ }, on }: Numbered) => ({
  ...{ kind, number, application, organ, on },
});

function drawnUp(state: Numbered, { type: _type, ...files }: { type: "draw-up" } & Composed): DocumentEvent {
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
function printed(state: Document, file: KeptFile): DocumentEvent[] {
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

function evolve(state: Document | undefined, event: Recorded<DocumentEvent>): Document {
  if (event.type === "permits.document.numbered") return { ...event.data, status: "numbered" };
  if (state === undefined) throw new TypeError("a document begins by being numbered");
  if (event.type === "permits.document.drawn-up") return { ...state, ...event.data.files, status: "drawn-up" };
  if (state.status === "numbered") throw new TypeError("only what is drawn up is printed or superseded");
  if (event.type === "permits.document.printed") return { ...state, pdf: event.data.file };
  const { by, supersededOn } = event.data;
  return { ...state, status: "superseded", by, supersededOn };
}
