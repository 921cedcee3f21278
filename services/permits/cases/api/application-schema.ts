import * as z from "zod";
import { limitSchema } from "../../../../shared/calendar/index.ts";
import { concern } from "../../../../shared/contracts/permits-application.ts";
import { limitView } from "../../../../shared/http/index.ts";
import { titled } from "../../../../shared/text/index.ts";
import { officialNumber, text } from "../../common/api/schemas.ts";

const date = z.iso.date();
const receivedAt = titled(z.iso.datetime(), { zh: "收件时间", en: "Received at" });

export const party = z.object({
  kind: z.enum(["citizen", "organisation"]),
  name: z.string(),
  idNumber: z.string(),
  phone: z.string(),
});
const step = z.object({ name: z.string(), kind: z.string() });
const organ = z.object({ name: text, uscc: z.string() });
const signature = z.object({ by: z.string(), on: date });
const opinion = z.object({ office: z.string(), by: z.string(), on: date, opinion: z.string() });

/** In the order in which a case lives through them. */
export const status = z.enum([
  "received",
  "incomplete",
  "accepted",
  "paused",
  "granted",
  "refused",
  "forwarded",
  "answered",
  "recorded",
  "declined",
  "withdrawn",
  "renewed",
  "closed",
]);

/** XK-34: an immediate item: which office's approvers can decide it while the applicant waits, who not (L1), and what is lacking. */
export const onTheSpotView = z.object({
  now: z.boolean(),
  office: z.string(),
  notBy: z.string(),
  waitsFor: z.array(z.string()),
});

/** What an accepted case shows of its examination. */
const examination = {
  pendingSteps: z.array(step).optional(),
  reviews: z
    .array(
      z.object({
        step,
        by: z.string(),
        on: date,
        opinion: z.string(),
        inspectors: z.array(z.string()).optional(),
        signed: z.boolean().optional(),
        joint: z.array(opinion).optional(),
      }),
    )
    .optional(),
  /** XK-34: recorded by one inspector; those in `waiting` have still to sign. */
  survey: z
    .object({
      step,
      by: z.string(),
      on: date,
      opinion: z.string(),
      inspectors: z.array(z.string()),
      signatures: z.array(signature),
      waiting: z.array(z.string()),
    })
    .optional(),
  joint: z
    .object({ offices: z.array(z.string()), opinions: z.array(opinion), waiting: z.array(z.string()) })
    .optional(),
  resolution: z.object({ by: z.string(), on: date, reasons: z.string() }).optional(),
  inspection: z
    .object({
      limit: limitView,
      inspectors: z.array(z.string()).optional(),
      assignedOn: date.optional(),
      late: z.boolean(),
    })
    .optional(),
  thirdParties: z
    .object({
      affected: z.boolean(),
      by: z.string(),
      on: date,
      informed: z.object({ on: date, parties: z.array(z.string()), request: limitView }).optional(),
      heard: z.object({ on: date, applicant: z.string(), thirdParties: z.string() }).optional(),
    })
    .optional(),
  /** 土地管理法62(4): whether the land is farmland, as the examination found. */
  farmland: z.object({ occupied: z.boolean(), by: z.string(), on: date }).optional(),
  hearing: z
    .object({
      ground: z.string(),
      requestedOn: date.optional(),
      organise: limitView.optional(),
      notice: z
        .object({
          number: z.string(),
          noticedOn: date,
          heldOn: date,
          heldAt: z.iso.time({ precision: -1 }),
          place: z.string(),
          chair: z.string(),
          chairedBy: z.string().optional(),
          closed: z.string().optional(),
          wasDue: date.optional(),
        })
        .optional(),
      held: z.object({ on: date, record: z.string() }).optional(),
      /** XK-47: the person who asks for it pays nothing. */
      feeFen: z.literal(0),
    })
    .optional(),
};

export const applicationView = z.object({
  id: z.string(),
  version: z.int(),
  status,
  item: z.object({ code: z.string(), name: text, guideVersion: z.int() }),
  office: z.string(),
  channel: z.string(),
  /** L9: the agent who filed it, under which authorisation, and since when he acts no more. */
  agency: z.object({ authorisation: z.string(), agent: z.string(), endedOn: date.optional() }).optional(),
  applicant: party,
  concerns: concern.optional(),
  residence: z.string().optional(),
  crossTown: z.boolean(),
  /** 一户一宅: the household it is made for, its members masked; asked for where a household has one. */
  household: z
    .object({
      stated: z.boolean(),
      members: z.array(
        z.object({
          name: z.string(),
          relation: z.string(),
          spouse: z.object({ name: z.string() }).optional(),
        }),
      ),
    })
    .optional(),
  receivedOn: date,
  receivedAt,
  receivedBy: z.string(),
  /** The number on the receipt for what was handed in; there a moment after the filing. */
  receiptNumber: titled(z.string(), { zh: "收件编号", en: "Number of the receipt" }).optional(),
  given: z.array(z.string()),
  onFile: z.array(z.string()).optional(),
  missing: z.array(z.string()),
  corrections: z
    .object({
      notifiedOn: date,
      missing: z.array(z.string()),
      explanation: z.string().optional(),
      unobtainable: z.array(z.object({ material: z.string(), reason: z.string() })).optional(),
    })
    .optional(),
  /** CF-43a: people who were asked to keep out of this case, and what was decided. */
  recusals: z
    .array(
      z.object({
        person: z.string(),
        askedBy: z.string(),
        askedOn: date,
        ground: z.string(),
        decided: z
          .object({ by: z.string(), on: date, recused: z.boolean(), earlierActsStand: z.boolean().optional() })
          .optional(),
      }),
    )
    .optional(),
  acceptanceLimit: limitView.optional(),
  onTheSpot: onTheSpotView.optional(),
  receipt: z.object({ number: officialNumber, on: date, seal: text }).optional(),
  acceptedOn: date.optional(),
  acceptedBy: z.string().optional(),
  deemedAccepted: z.boolean().optional(),
  tolerance: z
    .object({ materials: z.array(z.string()), until: date, promisedOn: date, missing: z.array(z.string()) })
    .optional(),
  fee: z
    .object({
      amountFen: z.int(),
      basis: z.string(),
      dueOn: date,
      payer: z.object({ authorisation: z.string(), on: date }).optional(),
      paid: z.object({ on: date, receipt: z.string() }).optional(),
    })
    .optional(),
  limits: z.object({ statutory: limitView.optional(), promised: limitView }).optional(),
  missedLimits: z.array(z.string()).optional(),
  /** XK-T3: what exceeds the limit of the law is unlawful. */
  unlawfulDelay: z.boolean().optional(),
  overdueReasons: z
    .array(z.object({ limit: z.string(), cause: z.string(), on: date, by: z.string(), reasons: z.string() }))
    .optional(),
  ...examination,
  pause: z
    .object({
      kind: z.string(),
      from: date,
      until: date.optional(),
      notice: z.object({ number: z.string(), deliveredOn: date, neededDays: z.int() }),
    })
    .optional(),
  extension: z.object({ workingDays: z.int(), on: date, by: z.string(), reasons: z.string() }).optional(),
  decidedOn: date.optional(),
  decidedBy: z.string().optional(),
  number: officialNumber.optional(),
  inWhoseName: organ.optional(),
  validUntil: date.optional(),
  secrecy: z.string().optional(),
  conversion: z.object({ number: z.string(), organ: z.string(), date, document: z.string() }).optional(),
  reasons: z.string().optional(),
  /** XK-78: refused, and warned. */
  falseMaterials: z.boolean().optional(),
  remedies: z
    .object({
      organ: text,
      reviewDays: z.int(),
      suitMonths: z.int(),
      review: limitSchema.optional(),
      suit: limitSchema.optional(),
    })
    .optional(),
  forwardedOn: date.optional(),
  to: z.string().optional(),
  upper: z
    .object({
      outcome: z.string(),
      organ: z.string(),
      decidedOn: date,
      recordedOn: date,
      recordedBy: z.string(),
      number: z.string(),
      reasons: z.string().optional(),
    })
    .optional(),
  recordedOn: date.optional(),
  declinedOn: date.optional(),
  ground: z.string().optional(),
  competentOrgan: z.string().optional(),
  facts: z.string().optional(),
  statement: z.string().optional(),
  withdrawnOn: date.optional(),
  renewedOn: date.optional(),
  outcome: z.string().optional(),
  closedOn: date.optional(),
});

/** A case in a list: what a desk needs to choose it. The whole is read by its id. */
export const applicationRow = z.object({
  id: z.string(),
  version: z.int(),
  status,
  item: z.object({ code: z.string(), name: text }),
  office: z.string(),
  channel: z.string(),
  /** Masked. */
  applicant: z.string(),
  crossTown: z.boolean(),
  receivedOn: date,
  receivedAt,
  /** The number it was given last: of its receipt, its acceptance, its decision. */
  number: titled(z.string(), { zh: "编号", en: "Number" }).optional(),
  /** By when the town must do something next, and how near that is. */
  due: titled(date, { zh: "到期日", en: "Due on" }).optional(),
  light: titled(limitView.shape.light, { zh: "红黄绿灯", en: "Light" }).optional(),
});
