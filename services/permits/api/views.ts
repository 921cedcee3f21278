import { Temporal } from "temporal-polyfill";
import * as z from "zod";
import {
  describeLimit,
  isOverdue,
  type Limit,
  limitSchema,
  recalculate,
  remaining,
  todayIn,
} from "../../../shared/calendar/index.ts";
import { maskName, maskPartyNumber, maskPhone } from "../../../shared/identity-codes/index.ts";
import type { Runtime } from "../../../shared/service/index.ts";
import type { Loaded } from "../../../shared/store/index.ts";
import { missingFrom } from "../domain/application/acceptance.ts";
import type { Applicant, Application } from "../domain/application/application.ts";
import { remedies } from "../domain/application/remedies.ts";

export const text = z.object({ zh: z.string(), en: z.string() });
const date = z.iso.date();

export const officialNumber = z.object({ series: z.string(), year: z.number(), serial: z.number(), text });
export const party = z.object({
  kind: z.enum(["citizen", "organisation"]),
  name: z.string(),
  idNumber: z.string(),
  phone: z.string(),
});

/** A limit with its light: yellow when little is left, red when it has passed; never red on the due day itself. */
const limitView = z.object({
  light: z.enum(["green", "yellow", "red", "stopped"]),
  remaining: z.number(),
  due: date.nullable(),
  provisional: z.boolean(),
  rule: z.string(),
  article: z.string(),
  explanation: z.array(z.string()),
  derivation: limitSchema,
});
const step = z.object({ name: z.string(), kind: z.string() });

export const applicationView = z.object({
  id: z.string(),
  version: z.number(),
  status: z.enum([
    "received",
    "incomplete",
    "accepted",
    "paused",
    "granted",
    "refused",
    "forwarded",
    "declined",
    "withdrawn",
    "closed",
  ]),
  item: z.object({ code: z.string(), name: text, guideVersion: z.number() }),
  office: z.string(),
  channel: z.string(),
  applicant: party,
  receivedOn: date,
  receivedBy: z.string(),
  given: z.array(z.string()),
  missing: z.array(z.string()),
  corrections: z
    .object({ notifiedOn: date, missing: z.array(z.string()), explanation: z.string().optional() })
    .optional(),
  acceptanceLimit: limitView.optional(),
  acceptedOn: date.optional(),
  acceptedBy: z.string().optional(),
  deemedAccepted: z.boolean().optional(),
  limits: z.object({ statutory: limitView.optional(), promised: limitView }).optional(),
  missedLimits: z.array(z.string()).optional(),
  pendingSteps: z.array(step).optional(),
  reviews: z
    .array(
      z.object({ step, by: z.string(), on: date, opinion: z.string(), inspectors: z.array(z.string()).optional() }),
    )
    .optional(),
  pause: z
    .object({
      kind: z.string(),
      from: date,
      notice: z.object({ number: z.string(), deliveredOn: date, neededDays: z.number() }),
    })
    .optional(),
  extension: z.object({ workingDays: z.number(), on: date, by: z.string(), reasons: z.string() }).optional(),
  decidedOn: date.optional(),
  decidedBy: z.string().optional(),
  number: officialNumber.optional(),
  inWhoseName: z.object({ name: text, uscc: z.string() }).optional(),
  validUntil: date.optional(),
  reasons: z.string().optional(),
  remedies: z
    .object({
      organ: text,
      reviewDays: z.number(),
      suitMonths: z.number(),
      review: limitSchema.optional(),
      suit: limitSchema.optional(),
    })
    .optional(),
  forwardedOn: date.optional(),
  to: z.string().optional(),
  declinedOn: date.optional(),
  ground: z.string().optional(),
  competentOrgan: z.string().optional(),
  withdrawnOn: date.optional(),
  outcome: z.string().optional(),
  closedOn: date.optional(),
});

export const maskParty = ({ kind, name, idNumber, phone }: Applicant) => ({
  kind,
  name: kind === "citizen" ? maskName(name) : name,
  idNumber: maskPartyNumber(idNumber),
  phone: maskPhone(phone),
});

/** @param ended the day the clock stopped for good: a case decided in time never turns red */
function viewLimit(stored: Limit, { calendar, clock, town }: Runtime, ended?: string): z.input<typeof limitView> {
  const today = ended === undefined ? todayIn(clock()) : Temporal.PlainDate.from(ended);
  const limit = recalculate(calendar, stored);
  const left = remaining(calendar, limit, today);
  const { due, provisional, rule, article } = limit;
  const warned = left <= town.limits.warningWorkingDays ? "yellow" : "green";
  const light = due === null ? "stopped" : isOverdue(limit, today) ? "red" : warned;
  const explanation = describeLimit(limit, "zh");
  return { light, remaining: left, due, provisional, rule, article, explanation, derivation: limit };
}

/** An application as staff and its own applicant see it: the person masked, every limit explained. */
export function viewApplication(
  { id, version, state }: Loaded<Application>,
  runtime: Runtime,
): z.input<typeof applicationView> {
  const { item, office, channel, receivedOn, receivedBy, given, guide } = state;
  return {
    id,
    version,
    status: state.status,
    item,
    office,
    channel,
    applicant: maskParty(state.applicant),
    receivedOn,
    receivedBy,
    given: [...given],
    missing: missingFrom(guide, given),
    ...special(state, runtime),
  };
}

function special(state: Application, runtime: Runtime): Partial<z.input<typeof applicationView>> {
  switch (state.status) {
    case "received":
      return {
        acceptanceLimit: viewLimit(state.acceptanceLimit, runtime),
        ...(state.corrections === undefined
          ? {}
          : { corrections: { ...state.corrections, missing: [...state.corrections.missing] } }),
      };
    case "incomplete":
      return { corrections: { ...state.corrections, missing: [...state.corrections.missing] } };
    case "declined":
      return {
        declinedOn: state.declinedOn,
        ground: state.ground,
        ...(state.competentOrgan === undefined ? {} : { competentOrgan: state.competentOrgan }),
      };
    case "withdrawn":
      return { withdrawnOn: state.withdrawnOn };
    default:
      return { ...running(state, runtime), ...ended(state, runtime) };
  }
}

type Running = Extract<Application, { limits: unknown }>;

function running(state: Running, runtime: Runtime): Partial<z.input<typeof applicationView>> {
  const { statutory, promised } = state.limits;
  const end = endOf(state);
  return {
    acceptedOn: state.acceptedOn,
    deemedAccepted: state.acceptedBy === undefined,
    ...(state.acceptedBy === undefined ? {} : { acceptedBy: state.acceptedBy }),
    limits: {
      promised: viewLimit(promised, runtime, end),
      ...(statutory === undefined ? {} : { statutory: viewLimit(statutory, runtime, end) }),
    },
    missedLimits: [...state.missed],
    pendingSteps: [...state.pending],
    reviews: state.reviews.map(({ inspectors, ...review }) =>
      inspectors === undefined ? review : { ...review, inspectors: [...inspectors] },
    ),
    ...(state.extension === undefined ? {} : { extension: state.extension }),
  };
}

function endOf(state: Running): string | undefined {
  if (state.status === "accepted" || state.status === "paused") return undefined;
  return state.status === "forwarded" ? state.forwardedOn : state.decidedOn;
}

/** XK-38, FY-24: what is open to somebody refused, and before whom. */
function open(deliveredOn: string | undefined, { town: { county }, calendar }: Runtime) {
  const organ = { zh: `${county.name.zh}人民政府`, en: `People's Government of ${county.name.en}` };
  return { organ, ...remedies(deliveredOn, calendar) };
}

function ended(state: Running, runtime: Runtime): Partial<z.input<typeof applicationView>> {
  switch (state.status) {
    case "accepted":
      return {};
    case "paused":
      return { pause: state.pause };
    case "granted": {
      const { decidedOn, decidedBy, number, inWhoseName, validUntil } = state;
      return { decidedOn, decidedBy, number, inWhoseName, ...(validUntil === undefined ? {} : { validUntil }) };
    }
    case "refused":
      return {
        decidedOn: state.decidedOn,
        decidedBy: state.decidedBy,
        reasons: state.reasons,
        remedies: open(undefined, runtime),
      };
    case "forwarded":
      return { forwardedOn: state.forwardedOn, to: state.to };
    case "closed": {
      const { decidedOn, decidedBy, outcome, closedOn, number, reasons } = state;
      const end = { decidedOn, decidedBy, outcome, closedOn, ...(number === undefined ? {} : { number }) };
      return reasons === undefined ? end : { ...end, reasons, remedies: open(closedOn, runtime) };
    }
  }
}
