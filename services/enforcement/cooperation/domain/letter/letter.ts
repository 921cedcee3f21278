import type { Limit } from "../../../../../shared/calendar/index.ts";
import type { OfficialNumber } from "../../../../../shared/papers/official-number.ts";

/**
 * `assistance-request`: the town asks another organ to help (CF-26); `assistance-asked`: another asks the town; `referral`: a case goes to
 * another organ or the police (CF-22, CF-27a); `referral-received`: another organ or the police hands a lead over (E6);
 * `supervision`: a paper of the bureau of justice (CF-S2).
 */
export const letterKinds = [
  "assistance-request",
  "assistance-asked",
  "referral",
  "referral-received",
  "supervision",
] as const;
export type LetterKind = (typeof letterKinds)[number];

export const letterStatuses = [
  "sent",
  "received",
  "taken",
  "answered",
  "not-agreed",
  "withdrawn",
  "sent-back",
] as const;
export type LetterStatus = (typeof letterStatuses)[number];

/** CF-S2: 监督通知书、监督意见书、监督决定书. */
export const supervisionPapers = ["notice", "opinion", "decision"] as const;
/** CF-26: an organ helps within its duties; these alone are reasons not to. */
export const assistanceRefusals = ["outside-duties", "forbidden-by-law"] as const;
export const referredTo = ["organ", "police"] as const;

/** What came back. */
export interface LetterAnswer {
  readonly on: string;
  readonly document: string;
  /** Helped, taken over, filed, accepted; or not. */
  readonly agreed: boolean;
}

/** A letter between the town's organ and another one, with its term and answer. */
export interface Letter {
  readonly status: LetterStatus;
  readonly kind: LetterKind;
  /** Id of a department in the profile. */
  readonly organ: string;
  readonly case?: string;
  readonly to?: (typeof referredTo)[number];
  readonly paper?: (typeof supervisionPapers)[number];
  /** Of a referral that came in: the lead that it opened, or that was there. */
  readonly lead?: string;
  /** Of the town's own letter. */
  readonly number?: OfficialNumber;
  /** As it stands on the other's letter. */
  readonly theirNumber?: string;
  /** The day on which it was sent, or came in. */
  readonly on: string;
  readonly term: Limit | { readonly due: string };
  readonly subject: string;
  /** Who may know of it: those of the case, who wrote it, who answers it. */
  readonly handlers: readonly string[];
  readonly responsible?: string;
  readonly receiptOn?: string;
  readonly answer?: LetterAnswer;
  readonly late?: true;
  readonly endedOn?: string;
}

/** The last day for the answer. */
export const lastDayOf = ({ term, on }: Pick<Letter, "term" | "on">): string => term.due ?? on;

export const isOpen = ({ status }: Pick<Letter, "status">): boolean =>
  status === "sent" || status === "received" || status === "taken";
