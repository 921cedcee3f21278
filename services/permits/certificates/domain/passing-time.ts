import { Temporal } from "temporal-polyfill";
import { endOfDay, isOverdue, recalculate, startOfDay } from "../../../../shared/calendar/index.ts";
import type { Context, Decision } from "../../../../shared/decider/index.ts";
import { passes } from "../../common/domain/passes.ts";
import { cancellationDue } from "./ending.ts";
import type { CertificateCommand, CertificateEvent } from "./messages.ts";
import { isLate, windowOf } from "./renewal.ts";
import { about } from "./said.ts";
import type { Certificate, DrawnUp, Suspended, Valid } from "./states.ts";

type Ask<T extends CertificateCommand["type"]> = Extract<CertificateCommand, { type: T }>;
type Standing = Valid | Suspended;

/** What becomes true because time passes: a late delivery, a reminder, the end of a suspension, expiry or deemed renewal. */
export function passTime(state: Certificate, context: Context): Decision<CertificateEvent> {
  if (state.status === "drawn-up") return passDelivery(state, context);
  if (state.status !== "valid" && state.status !== "suspended") return [];
  const { today } = context;
  if (isAfter(today, state.validUntil)) return expire(state, context);
  const events: CertificateEvent[] = [];
  if (state.status === "suspended" && isAfter(today, state.suspension.until))
    events.push({ type: "permits.certificate.resumed", data: { ...about(state), resumedOn: today.toString() } });
  if (toBeReminded(state) && !isAfter(state.window?.remindOn, today))
    events.push({
      type: "permits.certificate.renewal-due",
      data: { ...about(state), validUntil: state.validUntil ?? "", latest: state.window?.latest ?? "" },
    });
  return events;
}

type Day = Temporal.PlainDate | string;
const isAfter = (day: Day | undefined, other: Day | undefined) =>
  day !== undefined && other !== undefined && Temporal.PlainDate.compare(day, other) > 0;

const toBeReminded = ({ window, reminded, pending, renewed }: Standing) =>
  window !== undefined && reminded === undefined && pending === undefined && renewed === undefined;

/** XK-44: ten working days, counted again on the calendar of the day (T-10); overdue is recorded once. */
function passDelivery(state: DrawnUp, { calendar, today }: Context): Decision<CertificateEvent> {
  if (state.deliveryMissed === true) return [];
  const delivery = recalculate(calendar, state.delivery);
  if (delivery.due === null) return [];
  if (!isOverdue(delivery, today))
    return delivery.due === state.delivery.due
      ? []
      : [{ type: "permits.certificate.delivery-recounted", data: { delivery } }];
  const { application } = state;
  return [{ type: "permits.certificate.delivery-missed", data: { ...about(state), application, due: delivery.due } }];
}

/**
 * XK-50-2: the person who applied in time and heard nothing until expiry is renewed by law, from the next day on. Whether a
 * late application is too is the profile's to say; an organ that waits for corrections is not silent.
 * XK-70: what expired without renewal is to be struck from the register.
 */
function expire(state: Standing, context: Context): Decision<CertificateEvent> {
  const { today, town } = context;
  const { pending, validUntil, validityMonths } = state;
  const counts = pending !== undefined && (!pending.late || town.limits.renewal.lateFiling === "deemed");
  if (counts && pending.incomplete === undefined && validUntil !== undefined && validityMonths !== undefined) {
    const until = Temporal.PlainDate.from(validUntil).add({ months: validityMonths }).toString();
    const { application } = pending;
    const on = Temporal.PlainDate.from(validUntil).add({ days: 1 }).toString();
    return [
      {
        type: "permits.certificate.deemed-renewed",
        data: { ...about(state), application, on, validUntil: until, ...windowOf(until, context) },
      },
    ];
  }
  const expiredOn = today.toString();
  const ended: CertificateEvent = { type: "permits.certificate.expired", data: { ...about(state), expiredOn } };
  return state.renewed === undefined ? [ended, cancellationDue(state, "expired", expiredOn)] : [ended];
}

/** A renewal has been applied for; a second time for the same one changes nothing. */
export function fileRenewal(
  state: Certificate,
  { application, filedOn }: Ask<"file-renewal">,
  context: Context,
): Decision<CertificateEvent> {
  if (state.status !== "valid" && state.status !== "suspended") return [];
  if (state.pending !== undefined || state.validUntil === undefined) return [];
  const late = isLate(state.validUntil, filedOn, context);
  return [{ type: "permits.certificate.renewal-filed", data: { application, filedOn, late } }];
}

/** How the renewal fares; another application than the pending one is nothing to this certificate. */
export function followRenewal(
  state: Certificate,
  { application, news }: Ask<"follow-renewal">,
  { today }: Context,
): Decision<CertificateEvent> {
  if (state.status === "drawn-up" || state.pending?.application !== application) return [];
  return [{ type: "permits.certificate.renewal-followed", data: { application, news, on: today.toString() } }];
}

/** The next instant at which `passTime` has something to do. */
export function nextDeadline(state: Certificate): string | undefined {
  if (state.status === "drawn-up") return state.deliveryMissed === true ? undefined : passes(state.delivery);
  if (state.status !== "valid" && state.status !== "suspended") return undefined;
  const instants: string[] = [];
  if (state.validUntil !== undefined) instants.push(endOfDay(state.validUntil));
  if (toBeReminded(state) && state.window !== undefined) instants.push(startOfDay(state.window.remindOn));
  if (state.status === "suspended" && state.suspension.until !== undefined)
    instants.push(endOfDay(state.suspension.until));
  return instants.sort()[0];
}
