import type { FineRange, Multiple, PenaltyKind, Tier } from "../../../../shared/town/listed-penalties.ts";
import type { NormNeed, Verified } from "../../../../shared/town/penalty-norms.ts";

export type { FineRange, Multiple, PenaltyKind, Tier } from "../../../../shared/town/listed-penalties.ts";
export { type NormNeed, normNeeds, type Verified, verifications } from "../../../../shared/town/penalty-norms.ts";

/** What one row of ranges cannot say. */
export interface NormConditions {
  /** No fine of anybody without it. */
  readonly fineNeeds?: NormNeed | undefined;
  /** The range ends at `maxFen`; more only if one of `moreIf` is met, and then from `moreFromFen` on. */
  readonly firstRange?:
    | {
        readonly maxFen: number;
        readonly moreFromFen: number;
        readonly moreIf: readonly NormNeed[];
      }
    | undefined;
  /** CF-29b: responsible persons are fined too; `needs` (one of them) says when, empty: at once. */
  readonly persons?: (FineRange & { readonly needs: readonly NormNeed[] }) | undefined;
  /** Closure and a stop of business only if one of these is met. */
  readonly closureNeeds?: readonly NormNeed[] | undefined;
  /** The citizen range is for some citizens only; another one has the range of an organisation. */
  readonly citizensNarrow?: true | undefined;
  /** CF-29: another norm on the same act. */
  readonly also?: { readonly basis: string; readonly maxFen: number } | undefined;
  /** QZ-44b: the days for a suit against a decision with one of these kinds, by the law that sets them. */
  readonly suit?: { readonly days: 15; readonly kinds: readonly PenaltyKind[]; readonly basis: string } | undefined;
  /** FY-23: review comes first, by this article. */
  readonly reviewFirst?: { readonly basis: string } | undefined;
  readonly remark?: string | undefined;
  readonly source?: string | undefined;
}

/** What a law allows for an act. Money in fen. */
export interface PenaltyNorm {
  readonly legalBasis: string;
  readonly kinds: readonly PenaltyKind[];
  readonly citizenFine?: FineRange | undefined;
  readonly organisationFine?: FineRange | undefined;
  readonly multiple?: Multiple | undefined;
  /** CF-34: parts of the whole range, in per cent. */
  readonly tiers: readonly Tier[];
  readonly conditions?: NormConditions | undefined;
}

/** The norm for acts up to a day, before the law changed (CF-37). */
export interface EarlierNorm extends PenaltyNorm {
  readonly actUntil: string;
  readonly note?: string | undefined;
  readonly verified: Verified;
}

/** An act for which the town may punish, with the law of today and that of before. */
export interface Penalty {
  readonly code: string;
  readonly act: { readonly zh: string; readonly en: string };
  readonly domain: string;
  readonly sourceDepartment: string;
  readonly limitationYears: 2 | 5;
  readonly rectificationDays: number;
  readonly simpleProcedurePossible: boolean;
  readonly norm: PenaltyNorm;
  /** In order of their last days, the earliest first. */
  readonly before?: readonly EarlierNorm[] | undefined;
  readonly verified: Verified;
}
