import type * as z from "zod";
import type * as published from "../../../../../shared/contracts/enforcement-cooperation.ts";
import type { OfType } from "../../../../../shared/decider/index.ts";
import type { PenaltyCase } from "../../../cases/domain/case/case.ts";
import type { CooperationRefusal } from "../refusals.ts";
import type { assistanceRefusals, Letter } from "./letter.ts";
import type { letterMoves } from "./moves.ts";

interface Asked {
  readonly organ: string;
  readonly subject: string;
  /** The case as it stands; undefined: the letter names no case, or an unknown one. */
  readonly of?: PenaltyCase | undefined;
  readonly case?: string;
}

export type LetterCommand =
  | ({ readonly type: "ask-assistance"; readonly basis: string; readonly answerBy?: string } & Asked)
  | ({
      readonly type: "take-in-request";
      readonly theirNumber: string;
      readonly on: string;
      readonly answerBy?: string;
    } & Asked)
  /** The case moves in the same commit. */
  | ({ readonly type: "refer"; readonly to: "organ" | "police" } & Asked)
  | ({
      readonly type: "take-in-supervision";
      readonly theirNumber: string;
      readonly paper: NonNullable<Letter["paper"]>;
      readonly on: string;
      readonly answerBy?: string;
    } & Asked)
  | ({
      readonly type: "take-in-referral";
      readonly theirNumber: string;
      readonly on: string;
      readonly answerBy?: string;
      readonly lead: string;
      /** There is no such lead for this reader, and none is opened. */
      readonly unknown: boolean;
    } & Asked)
  | { readonly type: "note-receipt"; readonly on: string; readonly document: string }
  | { readonly type: "note-answer"; readonly agreed: boolean; readonly on: string; readonly document: string }
  | { readonly type: "withdraw"; readonly reasons: string }
  | { readonly type: "take"; readonly responsible: string }
  | {
      readonly type: "refuse";
      readonly ground: (typeof assistanceRefusals)[number];
      readonly reasons: string;
      readonly document: string;
    }
  | {
      readonly type: "reply";
      readonly text: string;
      readonly document: string;
      /** How far the lead of a referral is. */
      readonly lead?: string | undefined;
    }
  | { readonly type: "note-return"; readonly on: string; readonly document: string }
  | { readonly type: "pass-time" };
export type LetterCommandOf<T extends LetterCommand["type"]> = OfType<LetterCommand, T>;

type Of<T extends string, D extends object, P extends object = object> = {
  readonly type: `enforcement.letter.${T}`;
  readonly data: D;
  readonly personal: P;
};
interface On {
  readonly on: string;
}
export type LetterEvent =
  | Of<
      "sent",
      Pick<Letter, "kind" | "organ" | "case" | "to" | "on" | "term"> & {
        readonly number: NonNullable<Letter["number"]>;
      },
      { readonly subject: string; readonly handlers: readonly string[]; readonly basis?: string }
    >
  | Of<
      "received",
      Pick<Letter, "kind" | "organ" | "case" | "paper" | "lead" | "on" | "term">,
      { readonly subject: string; readonly handlers: readonly string[]; readonly document: string }
    >
  | Of<"receipt-noted", On, { readonly document: string }>
  | Of<"answered", z.infer<typeof published.letterAnswered>, { readonly document: string; readonly text?: string }>
  | Of<"withdrawn", On, { readonly reasons: string }>
  | Of<"taken", On, { readonly person: string }>
  | Of<
      "refused",
      On & { readonly ground: (typeof assistanceRefusals)[number] },
      { readonly reasons: string; readonly document: string }
    >
  | Of<"returned", On, { readonly document: string }>
  | Of<"overdue", z.infer<typeof published.letterOverdue>>;

/** The words from which the tables of a letter are typed. */
export interface LetterWords {
  readonly state: Letter;
  readonly command: LetterCommand;
  readonly event: LetterEvent;
  readonly moves: typeof letterMoves;
  readonly begins: "ask-assistance" | "take-in-request" | "refer" | "take-in-referral" | "take-in-supervision";
  readonly begun: "enforcement.letter.sent" | "enforcement.letter.received";
  readonly refusal: CooperationRefusal;
}
