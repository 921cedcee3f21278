/** `working-day`: T-5…T-8 工作日; `day`, `month`, `year`: calendar periods (T-1, T-2). */
export type LimitUnit = "working-day" | "day" | "month" | "year";

/** T-3, T-13: whether a calendar period that ends on a day of rest ends on the next working day instead. */
export type Roll = "none" | "next-working-day";

/** What a rule says of a period: which rule, which article, how long. */
export interface LimitSpec {
  /** Id in the rule book, e.g. `XK-42-1`. */
  readonly rule: string;
  /** The article as it is cited to the party, e.g. `行政许可法42(1)`. */
  readonly article: string;
  readonly unit: LimitUnit;
  /** A whole number ≥ 0, in `unit`. */
  readonly length: number;
  readonly roll?: Roll;
}

/** A lengthening somebody approved, in the limit's own unit. */
export interface Extension {
  readonly length: number;
  readonly rule: string;
  readonly article: string;
}

/** XK-45, QZ-25: days that do not count, both ends included (ISO dates). Without `to` the clock still stands. */
export interface Pause {
  readonly from: string;
  readonly to?: string;
  readonly reason: string;
}

/** How a working-day limit was counted: `days` = working days counted + excluded by pauses + `weekends` + `daysOff`. */
export interface Tally {
  readonly days: number;
  readonly weekends: number;
  readonly daysOff: number;
  /** Weekend days worked (调休), among those counted or excluded. */
  readonly makeUpDays: number;
}

/** A limit with all that is needed to check it by hand and to compute it again. Plain JSON; dates are ISO dates in Asia/Shanghai. */
export interface Limit {
  readonly rule: string;
  readonly article: string;
  readonly unit: LimitUnit;
  readonly length: number;
  readonly roll: Roll;
  /** The day of the event. It does not count (T-1). */
  readonly start: string;
  readonly extensions: readonly Extension[];
  /** Each with the days it took out of the count; a day in two pauses is put down to the first. */
  readonly pauses: readonly (Pause & { readonly excludedDays: number })[];
  /** Working days excluded for a working-day limit, calendar days for the others. */
  readonly excludedDays: number;
  /** The last day on which it can be done in time; null while the clock stands. */
  readonly due: string | null;
  /** The last day before rolling, where the two differ. The organ's own alarm goes by this one (T-13). */
  readonly dueUnrolled?: string;
  /** While the clock stands: days left when it stopped, working days or calendar days like `excludedDays`. */
  readonly remaining?: number;
  readonly tally?: Tally;
  readonly calendarVersion: string;
  /** T-10: some day used lies in a year not yet announced; Monday to Friday was taken for it. Compute again once it is. */
  readonly provisional: boolean;
  /** The first such day. */
  readonly provisionalFrom?: string;
}
