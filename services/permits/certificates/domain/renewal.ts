import { Temporal } from "temporal-polyfill";
import { latestBefore, NoCalendar, type WorkingDayCalendar } from "../../../../shared/calendar/index.ts";
import type { Context, Rejection } from "../../../../shared/decider/index.ts";
import type { TownProfile } from "../../../../shared/town/profile.ts";
import { refuse } from "./refusals.ts";
import type { Certificate, ConcernKind, RenewalWindow } from "./states.ts";

type Rule = TownProfile["limits"]["renewal"];

const article50 = { article: "行政许可法50", rule: "XK-50-1" };

/**
 * XK-50-1: thirty days before expiry, and no law says of which kind. Applications are in time until the day that the
 * profile's unit gives; the holder is reminded by the earlier one, in working days. Where the year is not announced, he
 * is reminded twice as many days before, which is never too late (T-10).
 */
export function renewalWindow(validUntil: string, { unit, days }: Rule, calendar: WorkingDayCalendar): RenewalWindow {
  const byDays = latestBefore(calendar, validUntil, days, "day").latest.toString();
  const byWorkingDays = workingDaysBefore(validUntil, days, calendar);
  const early = latestBefore(calendar, validUntil, days * 2, "day").latest.toString();
  return {
    latest: unit === "working-day" ? (byWorkingDays ?? byDays) : byDays,
    remindOn: byWorkingDays ?? early,
  };
}

function workingDaysBefore(validUntil: string, days: number, calendar: WorkingDayCalendar): string | undefined {
  try {
    return latestBefore(calendar, validUntil, days, "working-day").latest.toString();
  } catch (error) {
    if (error instanceof NoCalendar) return undefined;
    throw error;
  }
}

/** The window of a certificate that ends; one without an end is never renewed. */
export const windowOf = (validUntil: string | undefined, { town, calendar }: Context) =>
  validUntil === undefined ? {} : { window: renewalWindow(validUntil, town.limits.renewal, calendar) };

/** Whether a renewal filed on a day comes after the latest one, by the calendar known now. */
export function isLate(validUntil: string, filedOn: string, { town, calendar }: Context): boolean {
  const { latest } = renewalWindow(validUntil, town.limits.renewal, calendar);
  return Temporal.PlainDate.compare(filedOn, latest) > 0;
}

/** What an application that concerns a certificate says of itself. */
export interface Concerning {
  readonly kind: ConcernKind;
  readonly item: string;
  /** The applicant's identity number: only the holder renews or changes. */
  readonly idNumber: string;
  /** T-4: the day on which it counts as filed, if that is not today. */
  readonly handedInOn?: Temporal.PlainDate;
}

/** XK-49, XK-50: whether an application for the renewal or change of a certificate can be received today; undefined: it can. */
export function cannotConcern(
  state: Certificate | undefined,
  asked: Concerning,
  context: Context,
): Rejection | undefined {
  const { kind, item, idNumber, handedInOn = context.today } = asked;
  const { town } = context;
  if (state === undefined || state.item.code !== item || state.holder.idNumber.toUpperCase() !== idNumber.toUpperCase())
    return refuse("permits.not-the-holder", { item, rule: "XK-50-1" }, "/concerns/certificate");
  const standing = state.status === "valid" || state.status === "suspended";
  if (!standing)
    return refuse("permits.nothing-to-renew", { status: state.status, ...article50 }, "/concerns/certificate");
  if (kind === "change") return undefined;
  const { validUntil, pending } = state;
  if (validUntil === undefined) return refuse("permits.renewal-not-needed", article50, "/concerns/kind");
  if (pending !== undefined)
    return refuse("permits.renewal-already-filed", { on: pending.filedOn, ...article50 }, "/concerns/certificate");
  if (town.limits.renewal.lateFiling === "refused" && isLate(validUntil, handedInOn.toString(), context))
    return refuse(
      "permits.renewal-too-late",
      { latest: state.window?.latest ?? validUntil, ...article50 },
      "/concerns/kind",
    );
  return undefined;
}

/** Until when the certificate granted on a renewal or change is valid: a renewal goes on where the old one ends. */
export function validityOf(
  granted: {
    readonly application: string;
    readonly decidedOn: string;
    readonly validUntil?: string;
    readonly months?: number;
  },
  old: Certificate | undefined,
  kind: ConcernKind | undefined,
): { readonly validUntil?: string } {
  const ownEnd = granted.validUntil === undefined ? {} : { validUntil: granted.validUntil };
  if (kind === undefined || old?.validUntil === undefined) return ownEnd;
  if (kind === "change") return { validUntil: old.validUntil };
  const renewedByLaw =
    old.status !== "drawn-up" && old.deemed?.some(({ application }) => application === granted.application);
  if (renewedByLaw === true) return { validUntil: old.validUntil };
  if (granted.months === undefined || Temporal.PlainDate.compare(old.validUntil, granted.decidedOn) < 0) return ownEnd;
  return { validUntil: Temporal.PlainDate.from(old.validUntil).add({ months: granted.months }).toString() };
}
