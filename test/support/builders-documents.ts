import { compose } from "../../services/permits/domain/document/compose.ts";
import type { DocumentContent } from "../../services/permits/domain/document/content.ts";
import type { Frame } from "../../services/permits/domain/document/frame.ts";
import type { DocumentKind } from "../../services/permits/domain/document/kinds.ts";
import { anApplication, town, type Wanted } from "./builders-permits.ts";

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

/** A document of a kind from a case brought into the state it belongs to. */
export const aDocument = (kind: DocumentKind, wanted: Wanted = {}, frame: Partial<Frame> = {}): DocumentContent =>
  compose(kind, { id: "PL-018.AAAA", application: anApplication(wanted).state }, aFrame(frame));

/** All a reader of the document reads, in one string. */
export const allText = ({ title, number, addressee, organ, date, blocks, notes }: DocumentContent): string =>
  JSON.stringify([title, number, addressee, organ, date, blocks, notes]);
