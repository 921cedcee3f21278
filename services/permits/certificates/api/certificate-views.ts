import { Temporal } from "temporal-polyfill";
import * as z from "zod";
import { limitSchema, todayIn } from "../../../../shared/calendar/index.ts";
import { present } from "../../../../shared/decider/index.ts";
import { maskedNumber, partyName } from "../../../../shared/parties/index.ts";
import type { Loaded } from "../../../../shared/store/index.ts";
import { officialNumber, text } from "../../common/api/schemas.ts";
import type { Certificate } from "../domain/certificate.ts";
import type { PendingRenewal } from "../domain/states.ts";

export const statuses = ["drawn-up", "valid", "suspended", "expired", "revoked", "cancelled"] as const;

const date = z.iso.date();
const organ = z.object({ name: text, uscc: z.string() });
const item = z.object({ code: z.string(), name: text });
const document = z.object({ number: z.string(), date });

export const certificateView = z.object({
  id: z.string(),
  version: z.int(),
  status: z.enum(statuses),
  application: z.string(),
  item,
  title: z.string(),
  number: officialNumber,
  licenceId: z.string(),
  holder: z.object({ kind: z.string(), name: z.string(), idNumber: z.string() }),
  issuer: organ,
  office: z.string().optional(),
  decidedOn: date,
  decidedBy: z.string(),
  validUntil: date.optional(),
  /** Where its QR code leads, and the code that goes with its number. */
  verification: z.object({ path: z.string(), code: z.string() }),
  replaces: z.object({ certificate: z.string(), kind: z.string() }).optional(),
  delivery: limitSchema.optional(),
  deliveryMissed: z.boolean().optional(),
  issuedOn: date.optional(),
  issuedBy: z.string().optional(),
  collectedBy: z.object({ kind: z.enum(["holder", "agent"]), authorisation: z.string().optional() }).optional(),
  renewal: z
    .object({
      latest: date,
      remindOn: date,
      reminded: z.boolean(),
      pending: z
        .object({
          application: z.string(),
          filedOn: date,
          late: z.boolean(),
          incomplete: z.boolean(),
          forwarded: z.boolean(),
        })
        .optional(),
      granted: z.object({ application: z.string(), on: date }).optional(),
      deemed: z.array(z.object({ application: z.string(), on: date, until: date })),
    })
    .optional(),
  suspension: z.object({ from: date, until: date.optional(), document }).optional(),
  proposal: z.object({ ground: z.string(), notice: z.string(), on: date }).optional(),
  expiredOn: date.optional(),
  revokedOn: date.optional(),
  ground: z.string().optional(),
  compensation: z.enum(["due", "none"]).optional(),
  lossFen: z.int().optional(),
  cancelledOn: date.optional(),
  document: document.optional(),
  replacedBy: z.string().optional(),
});

/** The code printed beside a certificate's number: who has it holds the paper. */
export const codeOf = (id: string) => id.slice(-8).toUpperCase();

/** A certificate as staff and its own holder see it: the person masked. */
export function viewCertificate({ id, version, state }: Loaded<Certificate>) {
  const { status, application, title, number, licenceId, holder, issuer, office, decidedOn, decidedBy } = state;
  return {
    id,
    version,
    status,
    application,
    item: state.item,
    title,
    number,
    licenceId,
    holder: { kind: holder.kind, name: partyName(holder), idNumber: maskedNumber(holder) },
    issuer,
    decidedOn,
    decidedBy,
    verification: { path: `/permits/certificates/${id}`, code: codeOf(id) },
    ...(office === undefined ? {} : { office }),
    ...(state.validUntil === undefined ? {} : { validUntil: state.validUntil }),
    ...(state.replaces === undefined ? {} : { replaces: state.replaces }),
    ...(state.status === "drawn-up"
      ? { delivery: state.delivery, deliveryMissed: state.deliveryMissed === true }
      : { ...issued(state), ...ended(state) }),
    ...proposed(state),
  };
}

const viewPending = ({ incomplete, forwarded, ...filed }: PendingRenewal) => ({
  ...filed,
  incomplete: incomplete === true,
  forwarded: forwarded === true,
});

type NotDrawn = Exclude<Certificate, { status: "drawn-up" }>;

function issued(state: NotDrawn) {
  const { issuedOn, issuedBy, collectedBy = { kind: "holder" }, window, reminded, pending, renewed, deemed } = state;
  const handed = issuedOn === undefined ? {} : { issuedOn, collectedBy, ...present({ issuedBy }) };
  const renewal =
    window === undefined
      ? {}
      : {
          renewal: {
            ...window,
            reminded: reminded === true,
            ...(pending === undefined ? {} : { pending: viewPending(pending) }),
            ...(renewed === undefined ? {} : { granted: renewed }),
            deemed: [...(deemed ?? [])],
          },
        };
  return { ...handed, ...renewal };
}

function proposed({ proposal }: Certificate) {
  if (proposal === undefined) return {};
  const { ground, notice, on } = proposal;
  return { proposal: { ground, notice, on } };
}

function ended(state: NotDrawn) {
  switch (state.status) {
    case "valid":
      return {};
    case "suspended":
      return { suspension: state.suspension };
    case "expired":
      return { expiredOn: state.expiredOn };
    case "revoked": {
      const { revokedOn, ground, compensation, lossFen } = state;
      return { revokedOn, ground, compensation, ...(lossFen === undefined ? {} : { lossFen }) };
    }
    case "cancelled": {
      const { cancelledOn, ground, document: proof, replacedBy } = state;
      return {
        cancelledOn,
        ground,
        ...(proof === undefined ? {} : { document: proof }),
        ...(replacedBy === undefined ? {} : { replacedBy }),
      };
    }
  }
}

/** What anybody may know who holds the certificate: enough to trust it, nothing that identifies its holder. */
export const verification = z.object({
  genuine: z.literal(true),
  status: z.enum(statuses),
  number: officialNumber,
  licenceId: z.string(),
  item,
  title: z.string(),
  holder: z.string(),
  issuer: organ,
  decidedOn: date,
  issuedOn: date.optional(),
  validUntil: date.optional(),
  /** The day it ended otherwise than by its own date. */
  endedOn: date.optional(),
});

export function verify(state: Certificate, now: string) {
  const { number, licenceId, item: what, title, issuer, decidedOn, validUntil, status } = state;
  const past = validUntil !== undefined && Temporal.PlainDate.compare(todayIn(now), validUntil) > 0;
  const standing = status === "valid" || status === "suspended";
  return {
    genuine: true as const,
    status: past && standing ? ("expired" as const) : status,
    number,
    licenceId,
    item: what,
    title,
    holder: partyName(state.holder),
    issuer,
    decidedOn,
    ...("issuedOn" in state ? present({ issuedOn: state.issuedOn }) : {}),
    ...(validUntil === undefined ? {} : { validUntil }),
    ...(state.status === "revoked" ? { endedOn: state.revokedOn } : {}),
    ...(state.status === "cancelled" ? { endedOn: state.cancelledOn } : {}),
  };
}
