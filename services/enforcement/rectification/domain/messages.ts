import type * as z from "zod";
import type { Limit, Posted } from "../../../../shared/calendar/index.ts";
import type * as published from "../../../../shared/contracts/enforcement-rectifications.ts";
import type { OfficerCopy, PowerCopy } from "../../../../shared/powers-in-force/index.ts";
import type { PenaltyCase } from "../../cases/domain/case/case.ts";
import type { PenalRecord } from "../../cases/domain/penal-record/penal-record.ts";
import type { Penalty } from "../../penalty-list/domain/index.ts";
import type { Guidance } from "./guidance.ts";
import type { LettingOff, OrderCheck, OrderExtension, Rectification } from "./rectification.ts";

interface WithOfficers {
  readonly officers: readonly OfficerCopy[];
}
interface WithPower {
  readonly power: PowerCopy | undefined;
}
type Breach = Pick<Rectification, "party" | "foundOn" | "place" | "address" | "facts" | "demands" | "files">;

export interface Draft extends WithOfficers, WithPower, Breach {
  readonly type: "draft";
  readonly code: string;
  readonly penalty: Penalty | undefined;
  /** The other officer. */
  readonly with: string;
  readonly guidance?: { readonly id: string; readonly state: Guidance | undefined };
  /** A case that runs already, and its act; `state` undefined: no such case. */
  readonly of?: { readonly case: string; readonly act: string; readonly state: PenaltyCase | undefined };
}
export interface NoteService {
  readonly type: "note-service";
  readonly paper: "rectification-order" | "decision";
  readonly number: string;
  readonly served: { readonly on: string; readonly how: string };
  readonly proof: string;
}
export interface AskExtension {
  readonly type: "ask-extension";
  readonly reasons: string;
  readonly paper?: string;
  readonly posted?: Posted;
}
export interface Recheck extends WithOfficers {
  readonly type: "recheck";
  readonly with: string;
  readonly checkedOn: string;
  readonly finding: OrderCheck["finding"];
  readonly slight: boolean;
  readonly harm: OrderCheck["harm"];
  readonly notes: string;
  readonly files: readonly string[];
}
export interface LetOff extends WithPower {
  readonly type: "let-off";
  /** Its own id. */
  readonly id: string;
  readonly ground: LettingOff["ground"];
  readonly reasons: string;
  readonly educatedOn: string;
  readonly promise?: string;
  /** What the town did before about the party's acts of that kind. */
  readonly record: PenalRecord | undefined;
}

export type RectificationCommand =
  | Draft
  | (WithOfficers & WithPower & { readonly type: "countersign" })
  | { readonly type: "drop"; readonly reasons: string }
  | NoteService
  | AskExtension
  | {
      readonly type: "decide-extension";
      readonly granted: boolean;
      readonly days?: number;
      readonly reasons: string;
    }
  | { readonly type: "report-done"; readonly note: string; readonly files: readonly string[] }
  | Recheck
  /** Who signs says what he signs. */
  | { readonly type: "sign-recheck"; readonly finding: OrderCheck["finding"] }
  | LetOff
  | { readonly type: "propose"; readonly case: string }
  | { readonly type: "revoke"; readonly reasons: string }
  | { readonly type: "pass-time" };

export type CommandOf<T extends RectificationCommand["type"]> = Extract<RectificationCommand, { type: T }>;

type Of<T extends string, D extends object, P extends object = object> = {
  readonly type: `enforcement.rectification.${T}`;
  readonly data: D;
  readonly personal: P;
};
type Publishing<T extends string, S extends z.ZodType<object>, P extends object = object> = Of<T, z.infer<S>, P>;
interface On {
  readonly on: string;
}
interface Reasoned {
  readonly reasons: string;
}

export type RectificationEvent =
  | Of<
      "drafted",
      On & Pick<Rectification, "act" | "time" | "foundOn" | "guidance" | "of">,
      Omit<Breach, "foundOn"> & Pick<Rectification, "officers">
    >
  | Publishing<"issued", typeof published.rectificationIssued>
  | Of<"dropped", On, Reasoned>
  | Of<"served", z.infer<typeof published.rectificationServed> & { readonly limit: Limit }, { readonly proof: string }>
  | Of<"extension-asked", On & Pick<OrderExtension, "by">, Reasoned & { readonly paper?: string }>
  | Of<
      "extension-decided",
      On & { readonly granted: boolean; readonly days?: number; readonly limit?: Limit },
      Reasoned
    >
  | Of<"done-reported", On, { readonly note: string; readonly files: readonly string[] }>
  | Of<
      "rechecked",
      Pick<OrderCheck, "on" | "finding" | "slight" | "harm">,
      Pick<OrderCheck, "officers" | "notes" | "files">
    >
  | Publishing<"corrected", typeof published.rectificationCorrected>
  | Publishing<"unmet", typeof published.rectificationUnmet>
  | Publishing<
      "let-off",
      typeof published.rectificationLetOff,
      Reasoned & { readonly educatedOn: string; readonly promise?: string }
    >
  | Of<"letting-off-served", On & { readonly how: string }, { readonly proof: string }>
  | Of<"proposed", On & { readonly case: string }>
  | Publishing<"revoked", typeof published.rectificationRevoked, Reasoned>
  | Of<"limit-recounted", { readonly limit: Limit }>
  | Publishing<"overdue", typeof published.rectificationOverdue>;
