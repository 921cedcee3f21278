import type * as z from "zod";
import type { Limit } from "../../../../shared/calendar/index.ts";
import type * as published from "../../../../shared/contracts/enforcement-measures.ts";
import type { OfficialNumber } from "../../../../shared/papers/official-number.ts";
import type { PenaltyCase } from "../../cases/domain/case/case.ts";
import type { WithPowers } from "../../cases/domain/case/messages.ts";
import type { OfficerCopy } from "../../common/domain/known-power.ts";
import type { CaseOfficer } from "../../common/domain/two-officers.ts";
import type { ReturnGround } from "../../property/domain/goods.ts";
import type { Confiscating, Described } from "../../property/domain/messages.ts";
import type { dropCauses, LapseCause, Measure, MeasureBasis, MeasureEnd, MeasureKind } from "./measure.ts";
import type { Passing } from "./passing.ts";

/** What a measure knows of its case and of the officers' certificates. */
export interface MeasureKnown {
  readonly of: PenaltyCase | undefined;
  readonly officers: readonly OfficerCopy[];
}
interface Meant {
  readonly case: string;
  readonly kind: MeasureKind;
  readonly party: string;
  /** QZ-17a: the id of a basis in the profile. */
  readonly basis?: string;
  /** QZ-16: the act is slight or harms nobody. */
  readonly slight: boolean;
  readonly reasons: string;
  /** QZ-19: why it cannot wait for the head's word. */
  readonly emergency?: string;
}
export interface ProposeMeasure extends MeasureKnown, Meant {
  readonly type: "propose";
  /** CF-56a: seizes what is preserved. */
  readonly from?: string;
  readonly preservation?: Measure | undefined;
}

/** QZ-16, QZ-23: what the officers say of an item. */
export interface ClaimsOfItem {
  readonly relation: "of-the-case" | "unrelated";
  readonly dailyNecessity: boolean;
  readonly sealedElsewhere: boolean;
}
export type ListedItem = Described & ClaimsOfItem;

/** QZ-18, QZ-24: what was done on the spot. */
export interface OnTheSpot {
  readonly with: string;
  readonly address: string;
  readonly goods: readonly ListedItem[];
  /** CF-56a: of a seizure that takes over preserved goods, what is said of each of them. */
  readonly adopts?: readonly (ClaimsOfItem & { readonly id: string })[];
  readonly course: {
    readonly cardsShown: boolean;
    readonly reasonsTold: boolean;
    readonly rightsTold: boolean;
    readonly heard: boolean;
  };
  readonly present: { readonly who: "party" | "witness"; readonly name: string };
  readonly record: {
    readonly sha256: string;
    readonly signing: "signed" | "refused";
    /** Who saw that the party refused. */
    readonly witness?: string;
  };
  /** Decision and list, two copies each, handed over on the spot. */
  readonly handover?: { readonly decision: string; readonly list: string; readonly to: "party" | "left" };
  readonly recording?: string;
}
export type CarryOut = MeasureKnown &
  WithPowers &
  OnTheSpot & { readonly type: "carry-out"; readonly id: string; readonly preservation?: Measure | undefined };
export interface ReleaseMeasure {
  readonly type: "release";
  readonly of: PenaltyCase | undefined;
  /** Ids of items; none: all that it still holds. */
  readonly goods: readonly string[];
  /** Whether these are all that it holds, as it was read. */
  readonly whole: boolean;
  readonly ground: Extract<ReturnGround, "no-breach" | "unrelated" | "decided" | "no-need" | "evidence-copied">;
  readonly reasons: string;
}

export type MeasureCommand =
  | ProposeMeasure
  | { readonly type: "approve"; readonly of: PenaltyCase | undefined }
  | { readonly type: "refuse"; readonly of: PenaltyCase | undefined; readonly reasons: string }
  | (MeasureKnown & { readonly type: "drop"; readonly reasons: string })
  | CarryOut
  | (MeasureKnown & { readonly type: "countersign" })
  | {
      readonly type: "make-up-approval";
      readonly of: PenaltyCase | undefined;
      readonly approved: boolean;
      readonly reasons: string;
    }
  | {
      readonly type: "extend";
      readonly of: PenaltyCase | undefined;
      readonly reasons: string;
      /** Digest of the notice that tells the party of it, with the reasons. */
      readonly notice: string;
    }
  | (MeasureKnown & {
      readonly type: "begin-test";
      readonly institution: string;
      readonly until: string;
      readonly notice: string;
    })
  | (MeasureKnown & { readonly type: "end-test"; readonly report: string })
  | ReleaseMeasure
  | (MeasureKnown & {
      readonly type: "confiscate";
      readonly proceeding: string;
      readonly decided: Confiscating | undefined;
    })
  | { readonly type: "keep-for-fine"; readonly of: PenaltyCase | undefined; readonly reasons: string }
  | (MeasureKnown & { readonly type: "hand-over"; readonly receipt: string })
  /** CF-56a: another measure has taken its goods over. */
  | { readonly type: "be-taken-over"; readonly by: string; readonly goods: readonly string[] }
  /** The case, or the proceeding of its party, is over. */
  | {
      readonly type: "fall";
      readonly because: Extract<ReturnGround, "no-breach" | "decided" | "case-over">;
      /** Items that the decision confiscates: they stay until it is served. */
      readonly keeps: readonly string[];
      /** The state as it was read. */
      readonly seen: Measure["status"];
    }
  /** `ends`: it holds nothing any more, as it was read. */
  | { readonly type: "note-settled"; readonly item: string; readonly ends: boolean }
  | {
      readonly type: "pass-time";
      readonly proceeding: string;
      readonly decided: Confiscating | undefined;
      /** What time makes of it, as it was read. */
      readonly meant: Passing["what"];
    };

export type MeasureCommandOf<T extends MeasureCommand["type"]> = Extract<MeasureCommand, { type: T }>;

type Of<T extends string, D extends object, P extends object = object> = {
  readonly type: `enforcement.measure.${T}`;
  readonly data: D;
  readonly personal: P;
};
interface On {
  readonly on: string;
}
interface Reasoned {
  readonly reasons: string;
}
type ProposedData = Pick<Measure, "case" | "kind" | "party"> & {
  readonly from?: string;
  readonly basis?: MeasureBasis;
};
interface ProposedPersonal extends Reasoned, Pick<Measure, "key" | "handlers"> {}
interface RecordedPersonal extends Pick<OnTheSpot, "address" | "present"> {
  readonly record: Omit<OnTheSpot["record"], "signing">;
  readonly handlers: readonly string[];
  readonly officers: readonly CaseOfficer[];
  readonly titles: readonly string[];
  readonly recording?: string;
  readonly decisionFile: string;
  readonly list: string;
}

export type MeasureEvent =
  | Of<
      "proposed",
      ProposedData & On & { readonly carryOutBy?: string },
      ProposedPersonal & { readonly emergency?: string }
    >
  | Of<"approved", On & { readonly number: OfficialNumber; readonly carryOutBy: string }>
  | Of<"refused", On, Reasoned>
  | Of<"dropped", On & { readonly cause: (typeof dropCauses)[number] }, Partial<Reasoned>>
  | Of<
      "recorded",
      z.infer<typeof published.measureCarriedOut> & {
        readonly goods: readonly string[];
        readonly limit: Limit;
        readonly handedOver: "party" | "left";
        readonly signing: OnTheSpot["record"]["signing"];
        readonly number: OfficialNumber;
        readonly approveBy?: string;
      },
      RecordedPersonal
    >
  | Of<"countersigned", On>
  | Of<"approval-made-up", On, Reasoned>
  | Of<
      "extended",
      On & { readonly number: OfficialNumber; readonly limit: Limit },
      Reasoned & { readonly notice: string }
    >
  | Of<
      "test-begun",
      { readonly institution: string; readonly from: string; readonly until: string; readonly limit: Limit },
      { readonly notice: string }
    >
  | Of<"test-ended", On & { readonly limit: Limit }, { readonly report: string }>
  | Of<"kept-for-decision", { readonly proceeding: string; readonly decidedOn: string; readonly until: string }>
  | Of<
      "goods-released",
      On & { readonly items: readonly string[]; readonly ground: ReturnGround; readonly number?: OfficialNumber },
      Partial<Reasoned>
    >
  | Of<"kept-for-fine", On, Reasoned>
  | Of<"confiscated", On & { readonly proceeding: string; readonly items: readonly string[] }>
  | Of<"handed-over", On, { readonly receipt: string; readonly organ: string }>
  | Of<"taken-over", On & { readonly by: string; readonly items: readonly string[] }>
  | Of<"item-settled", On & { readonly item: string }>
  | Of<"limit-recounted", { readonly limit: Limit }>
  | Of<"lapsed", z.infer<typeof published.measureLapsed> & { readonly cause: LapseCause }>
  | Of<"ended", z.infer<typeof published.measureEnded> & { readonly how: MeasureEnd }>;
