import { type DocumentContent, type Frame, finishDocument } from "../../../../shared/papers/index.ts";
import { caseNumber, type Dossier } from "./dossier.ts";
import { kinds, type PaperKind } from "./kinds.ts";
import { withoutOthers } from "./masking.ts";
import { texts } from "./texts/index.ts";

/** Raise it whenever a text or the drawing changes: a paper says which edition it was made from. */
export const templateVersion = 1;

/** Whether there is such a paper after this event: asked before a number is spent on it. */
export const hasPaper = (kind: PaperKind, of: Dossier, frame: Omit<Frame, "number">): boolean =>
  texts[kind].draft(of, { ...frame, number: "" }) !== undefined;

/** The number that a paper bears without spending one: that of what it tells of, or of its case. Undefined: it takes one of its series. */
export const numberGiven = (kind: PaperKind, of: Dossier): string | undefined =>
  texts[kind].number?.(of) ?? (kinds[kind].series === undefined ? caseNumber(of) : undefined);

/**
 * The whole paper of a kind, from the things as they were and the frame recorded with its number: the same in, the same out. A paper
 * that goes to a party names no other party of the case; one of the file bears no code for the public.
 * @returns undefined if there is no such paper
 */
export function compose(kind: PaperKind, of: Dossier, frame: Frame): DocumentContent | undefined {
  const draft = texts[kind].draft(of, frame);
  if (draft === undefined) return undefined;
  const layout = draft.seal === "none" ? "record" : "letter";
  const content = finishDocument(draft, kind, layout, frame);
  if (kinds[kind].goes === "to-party") {
    const verifyAt = new URL(`/enforcement/papers/${frame.id}/verify`, frame.town.documents.verifyAt).href;
    return withoutOthers({ ...content, verifyAt }, of);
  }
  const { verifyAt: _public, ...inHouse } = content;
  return inHouse;
}
