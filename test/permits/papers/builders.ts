import { type Document, type DocumentCommand, document } from "../../../services/permits/documents/domain/document.ts";
import type { DocumentKind } from "../../../services/permits/documents/domain/kinds.ts";
import { compose } from "../../../services/permits/papers/domain/compose.ts";
import { type Actor, theTownItself } from "../../../shared/decider/index.ts";
import type { DocumentContent, Frame } from "../../../shared/papers/index.ts";
import { on, town } from "../../support/deciding.ts";
import { anApplication, type Wanted } from "../cases/builders.ts";

export const ownName: Pick<Frame, "organ" | "mode"> = {
  organ: { name: town.organName, uscc: town.uscc },
  mode: "delegated",
};

export const aFrame = (frame: Partial<Frame> = {}): Frame => ({
  ...ownName,
  id: "D0CUMENT",
  number: "广通收〔2026〕7号",
  on: "2026-03-02",
  town,
  ...frame,
});

/** A document from a case; fails the test where the case has none. */
export function drawnUp(...[kind, source, frame]: Parameters<typeof compose>): DocumentContent {
  const content = compose(kind, source, frame);
  if (content === undefined) throw new Error(`no ${kind}`);
  return content;
}

/** A document of a kind from a case brought into the state it belongs to. */
export const aDocument = (kind: DocumentKind, wanted: Wanted = {}, frame: Partial<Frame> = {}): DocumentContent =>
  drawnUp(kind, { id: "PL-018.AAAA", application: anApplication(wanted).state }, aFrame(frame));

/** All a reader of the document reads, in one string. */
export const allText = ({ title, number, addressee, organ, date, blocks, notes }: DocumentContent): string =>
  JSON.stringify([title, number, addressee, organ, date, blocks, notes]);

/** How many pages a PDF has. */
export const pagesIn = (pdf: Uint8Array) =>
  Buffer.from(pdf)
    .toString("latin1")
    .match(/\/Type \/Page\b/g)?.length;

const numbered: Extract<Document, { status: "numbered" }> = {
  status: "numbered",
  kind: "receipt",
  application: "PL-018.AAAA",
  sequence: 1,
  at: "2026-03-02T02:00:00.000Z",
  on: "2026-03-02",
  number: "广通收〔2026〕1号",
  standing: ownName,
};
const file = { key: "documents/D/h.html", sha256: "0".repeat(64) };
/** What exists of a document before anybody has asked for its PDF. */
export const someFiles = { content: file, html: file, template: 1, missingGlyphs: 0 };
export const aPdf = { key: "documents/D/h.pdf", sha256: "1".repeat(64) };

/** A document in a state. */
export function aDrawn({
  status = "drawn-up",
  kind = "receipt",
}: {
  readonly status?: Document["status"];
  readonly kind?: DocumentKind;
} = {}): Document {
  const one = { ...numbered, kind };
  if (status === "numbered") return one;
  if (status === "drawn-up") return { ...one, ...someFiles, status };
  return { ...one, ...someFiles, status, by: "B", supersededOn: "2026-03-03" };
}

/** What a document answers to a command on 3 March 2026. */
export const told = (state: Document | undefined, command: DocumentCommand, actor: Actor = theTownItself) =>
  document.decide(state, command, on("2026-03-03", actor));
