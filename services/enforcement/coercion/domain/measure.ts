import type { Limit } from "../../../../shared/calendar/index.ts";
import type { OfficialNumber } from "../../../../shared/papers/official-number.ts";
import type { CaseOfficer } from "../../common/domain/two-officers.ts";

export const measureKinds = ["preservation", "seal", "seizure"] as const;
export type MeasureKind = (typeof measureKinds)[number];

export const measureStatuses = [
  "proposed",
  "refused",
  "approved",
  "dropped",
  "recorded",
  "in-force",
  "lapsed",
  "ended",
] as const;
export type MeasureStatus = (typeof measureStatuses)[number];

/** QZ-17a: the law that names it, as the profile has it. */
export interface MeasureBasis {
  readonly id: string;
  readonly law: string;
}

/** An item of the measure's list. `settled`: the town holds it no more, or its owner was called. */
export interface MeasuredItem {
  readonly id: string;
  readonly title: string;
  /** It left the measure: released, confiscated, handed over. */
  readonly leftOn?: string;
  readonly settledOn?: string;
}

/** QZ-25(3): a test whose days do not count, told in writing before. */
export interface MeasureTest {
  readonly institution: string;
  readonly from: string;
  readonly until: string;
  readonly endedOn?: string;
}

/** Why its term is over without an end: the law releases the goods. */
export const lapseCauses = ["term", "unsigned", "unapproved", "unserved"] as const;
export type LapseCause = (typeof lapseCauses)[number];

/** How a measure ended. */
export const measureEnds = ["released", "lapsed", "confiscated", "handed-over", "seized", "goods-gone"] as const;
export type MeasureEnd = (typeof measureEnds)[number];

/** Why an approved measure was not carried out. */
export const dropCauses = ["not-needed", "time", "case-over"] as const;

/** A measure on goods (先行登记保存、查封、扣押), from its proposal to the last item. */
export interface Measure {
  readonly status: MeasureStatus;
  readonly kind: MeasureKind;
  readonly case: string;
  /** Whose goods they are: his place in the case, and the claim of his token. */
  readonly party: string;
  readonly key: string;
  readonly basis?: MeasureBasis;
  /** The preservation whose goods it takes over (CF-56a). */
  readonly from?: string;
  readonly proposedBy: string;
  readonly proposedOn: string;
  /** The officers of the case, as far as this measure has seen. */
  readonly handlers: readonly string[];
  readonly number?: OfficialNumber;
  readonly approvedBy?: string;
  /** The last day on which an approved measure is carried out. */
  readonly carryOutBy?: string;
  /** QZ-19: it did not wait for the head's word; the approval is made up by then. */
  readonly emergency?: true;
  readonly approveBy?: string;
  /** CF-42: the two who carried it out; who recorded it. */
  readonly officers: readonly CaseOfficer[];
  readonly recordedBy?: string;
  readonly recordedOn?: string;
  readonly goods: readonly MeasuredItem[];
  /** QZ-25, CF-56: its term, with extension and tests. */
  readonly limit?: Limit;
  readonly tests: readonly MeasureTest[];
  /** QZ-27: confiscated by a decision within the term; it stays until this is served. */
  readonly kept?: { readonly proceeding: string; readonly decidedOn: string; readonly until: string };
  /** QZ-46: the head keeps it for the fine, should it not be paid. */
  readonly forFine?: true;
  readonly lapse?: { readonly cause: LapseCause; readonly on: string };
  readonly ended?: { readonly on: string; readonly how: MeasureEnd };
}

/** A measure that is on record: what it rests on is there. */
export type OnRecord = Measure & Required<Pick<Measure, "limit" | "recordedBy" | "recordedOn">>;
export const isOnRecord = (state: Measure): state is OnRecord =>
  state.limit !== undefined && state.recordedBy !== undefined && state.recordedOn !== undefined;

/** The items that it still holds. */
export const openGoods = ({ goods }: Pick<Measure, "goods">): readonly MeasuredItem[] =>
  goods.filter(({ leftOn, settledOn }) => leftOn === undefined && settledOn === undefined);

type Timed = Pick<Measure, "kind" | "limit" | "kept" | "tests" | "recordedOn">;

/**
 * The last day on which it holds them. QZ-25(3): a test takes its days out of the term of a seal or seizure; CF-56a: of a
 * preservation it is the choice made within seven working days, and holds until the day that was told.
 */
export function untilOf({ kind, limit, kept, tests, recordedOn = "" }: Timed): string {
  const due = kept?.until ?? limit?.due ?? recordedOn;
  const test = tests.at(-1);
  const tested = kind === "preservation" && test !== undefined ? (test.endedOn ?? test.until) : due;
  return tested > due ? tested : due;
}

/** The id of an item of a measure. No dot: what stands before one does not tell two ids apart. */
export const itemId = (measure: string, at: number): string => `${measure}-${at + 1}`;
