import type { DocumentContent, Draft } from "../../../../shared/papers/content.ts";
import { finishDocument } from "../../../../shared/papers/finish.ts";
import type { Frame } from "../../../../shared/papers/frame.ts";
import type { Application } from "../../cases/domain/application/application.ts";
import type { Certificate } from "../../certificates/domain/certificate.ts";
import type { DocumentKind } from "../../documents/domain/kinds.ts";
import type { Handover } from "./handover.ts";
import { extensionNotice, pauseNotice } from "./texts/clock.ts";
import { forwardingLetter, grant, refusal } from "./texts/deciding.ts";
import { cancellationNotice, revocation, suspensionNotice } from "./texts/ending.ts";
import { hearingRights, inspectorsNotice } from "./texts/examining.ts";
import { certificateFace, deliveryRecord } from "./texts/handing-over.ts";
import { hearingNotice } from "./texts/hearing.ts";
import {
  acceptanceNotice,
  correctionsNotice,
  filingReceipt,
  nonAcceptance,
  receipt,
  withdrawalNotice,
} from "./texts/receiving.ts";

/** Raise it whenever a text or the drawing changes: a document says which edition it was made from. */
export const templateVersion = 4;

/** The case as it was right after the event that causes the document. */
export interface Source {
  readonly id: string;
  readonly application: Application;
  readonly certificate?: Certificate;
  /** What a record of delivery is about. */
  readonly handover?: Handover;
}

/**
 * The whole document of a kind, from the case as it was and the frame recorded with its number: the same in, the same out.
 * @returns undefined if a case in this state has no such document
 */
export function compose(kind: DocumentKind, source: Source, frame: Frame): DocumentContent | undefined {
  const draft = draftOf(kind, source, frame);
  if (draft === undefined) return undefined;
  return finishDocument(draft, kind, kind === "certificate" ? "certificate" : "letter", frame);
}

/** Whether a case in this state has such a paper: asked before a number is spent on it. */
export const hasPaper = (kind: DocumentKind, source: Source, frame: Omit<Frame, "number">): boolean =>
  draftOf(kind, source, { ...frame, number: "" }) !== undefined;

function draftOf(kind: DocumentKind, source: Source, frame: Frame): Draft | undefined {
  const { application: state, certificate, handover = {} } = source;
  switch (kind) {
    case "receipt":
      return state.status === "received" ? receipt(state, { ...frame, application: source.id }) : undefined;
    case "corrections-notice":
      return state.status === "incomplete" ? correctionsNotice(state, frame) : undefined;
    case "acceptance-notice":
      return state.status === "accepted" ? acceptanceNotice(state, frame) : undefined;
    case "non-acceptance":
      return state.status === "declined" ? nonAcceptance(state, frame) : undefined;
    case "filing-receipt":
      return state.status === "recorded" ? filingReceipt(state, frame, source.id) : undefined;
    case "withdrawal-notice":
      return state.status === "withdrawn" ? withdrawalNotice(state) : undefined;
    case "inspectors-notice":
      return state.status === "accepted" || state.status === "paused" ? inspectorsNotice(state, frame) : undefined;
    case "hearing-rights-notice":
      return state.status === "accepted" ? hearingRights(state, frame) : undefined;
    case "hearing-notice":
      return state.status === "paused" ? hearingNotice(state, frame) : undefined;
    case "pause-notice":
      return state.status === "paused" ? pauseNotice(state, frame) : undefined;
    case "extension-notice":
      return state.status === "accepted" ? extensionNotice(state, frame) : undefined;
    case "grant":
      return state.status === "granted" ? grant(state, frame) : undefined;
    case "refusal":
      return state.status === "refused" ? refusal(state, frame) : undefined;
    case "forwarding-letter":
      return state.status === "forwarded" ? forwardingLetter(state, frame) : undefined;
    case "delivery-record":
      return state.status === "closed" ? deliveryRecord(state, frame, handover) : undefined;
    case "certificate":
      return certificate === undefined ? undefined : certificateFace(certificate, frame);
    case "suspension-notice":
      return certificate?.status === "suspended" ? suspensionNotice(certificate, state, frame) : undefined;
    case "revocation":
      return certificate?.status === "revoked" ? revocation(certificate, state, frame) : undefined;
    case "cancellation-notice":
      return certificate?.status === "cancelled" ? cancellationNotice(certificate, state, frame) : undefined;
  }
}
