import type { Limit } from "../../../../../../shared/calendar/index.ts";
import type { CaseOfficer, EvidenceEntry, FiledCase, PenaltyCase } from "../case.ts";
import type { WithOfficers, WithPowers } from "./filing.ts";
import type { AboutCase, ActsPersonal, ActsSaid, CaseEventOf, PartiesPersonal, PartiesSaid } from "./said.ts";

/** CF-29c: this case goes into another one. */
export interface Merge {
  readonly type: "merge";
  readonly into: string;
  readonly target: PenaltyCase | undefined;
  readonly because: "same-party" | "linked-acts";
  readonly reasons: string;
}

/** CF-29c: the other side of a merger. */
export interface TakeIn {
  readonly type: "take-in";
  readonly from: string;
  readonly taken: PenaltyCase | undefined;
}

/** CF-29c: some parties with their acts go on in a case of their own. */
export interface Split {
  readonly type: "split";
  readonly into: string;
  readonly parties: readonly string[];
  readonly acts: readonly string[];
  readonly reasons: string;
}
export interface BeginSplit extends WithPowers, WithOfficers {
  readonly type: "begin-split";
  readonly from: string;
  readonly whole: PenaltyCase | undefined;
  readonly parties: readonly string[];
  readonly acts: readonly string[];
}

/** Commands: two cases made one, and one made two. */
export type TogetherCommand = Merge | TakeIn | Split | BeginSplit;

/** Events: two cases made one, and one made two. */
export type TogetherEvent =
  | CaseEventOf<"merged", AboutCase & { readonly into: string; readonly on: string }, { readonly reasons: string }>
  | CaseEventOf<
      "taken-in",
      ActsSaid &
        PartiesSaid &
        Pick<FiledCase, "measures" | "papers" | "filedOn" | "clock" | "proceedings"> & {
          readonly from: string;
          readonly evidence: readonly Omit<EvidenceEntry, "by">[];
          /** Absent in what was written before files were noted. */
          readonly files?: readonly string[];
        },
      ActsPersonal &
        PartiesPersonal & {
          readonly collectors: Readonly<Record<string, readonly string[]>>;
          readonly handlers: readonly string[];
        }
    >
  | CaseEventOf<
      "split",
      AboutCase &
        ActsSaid & {
          readonly into: string;
          readonly on: string;
          /** The parties who stay; the acts are those that stay. */
          readonly stay: readonly string[];
        },
      ActsPersonal & { readonly reasons: string }
    >
  | CaseEventOf<
      "split-off",
      ActsSaid &
        PartiesSaid &
        AboutCase &
        Pick<FiledCase, "measures" | "papers" | "filedOn" | "clock" | "extended"> & {
          readonly from: string;
          readonly on: string;
          readonly fileBy: Limit;
          readonly evidence: readonly Omit<EvidenceEntry, "by">[];
          /** Absent in what was written before files were noted. */
          readonly files?: readonly string[];
        },
      ActsPersonal &
        PartiesPersonal & {
          readonly collectors: Readonly<Record<string, readonly string[]>>;
          readonly officers: readonly CaseOfficer[];
          readonly handlers: readonly string[];
          readonly proposer: string;
          readonly approver: string;
        }
    >;
