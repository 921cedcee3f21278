import type { Limit } from "../../../../../shared/calendar/index.ts";
import type { ReviewProcedure } from "../../../../../shared/case-rules/review-terms.ts";
import type { Known, Paper, Told } from "./messages.ts";
import type { Remedy } from "./proceeding.ts";

/** FY-48: a review asks the town for an answer, and the town gives it. */
export type AnswerCommand =
  | {
      readonly type: "note-answer-asked";
      readonly remedy: string;
      readonly procedure: ReviewProcedure;
      /** The day on which the organ of review accepted the application. */
      readonly admittedOn: string;
      /** The day on which its notice came. */
      readonly receivedOn: string;
      readonly document: Paper;
    }
  | (Known & {
      readonly type: "answer-review";
      readonly remedy: string;
      /** Digest of the written answer. */
      readonly answer: string;
      /** Pieces of evidence of the case. */
      readonly evidence: readonly string[];
    });

export type AnswerEvent =
  | Told<
      "answer-asked",
      NonNullable<Remedy["asked"]> & { readonly on: string; readonly remedy: string },
      { readonly document: Paper }
    >
  | Told<"review-answered", NonNullable<Remedy["answered"]> & { readonly remedy: string }, { readonly answer: string }>
  | Told<"answer-recounted", { readonly remedy: string; readonly answerDue: Limit }>
  | Told<"answer-overdue", { readonly remedy: string; readonly due: string }>;
