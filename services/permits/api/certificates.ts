import { Temporal } from "temporal-polyfill";
import * as z from "zod";
import { type Limit, limitSchema, todayIn } from "../../../shared/calendar/index.ts";
import { command, list, problem, type Route, read } from "../../../shared/http/index.ts";
import { maskName, maskPartyNumber } from "../../../shared/identity-codes/index.ts";
import type { Loaded } from "../../../shared/store/index.ts";
import { type Certificate, type CertificateCommand, certificate } from "../domain/certificate/certificate.ts";
import { officialNumber, text } from "./views.ts";

const date = z.iso.date();
const organ = z.object({ name: text, uscc: z.string() });
const item = z.object({ code: z.string(), name: text });

const certificateView = z.object({
  id: z.string(),
  version: z.number(),
  status: z.enum(["drawn-up", "valid"]),
  application: z.string(),
  item,
  title: z.string(),
  number: officialNumber,
  licenceId: z.string(),
  holder: z.object({ kind: z.string(), name: z.string(), idNumber: z.string() }),
  issuer: organ,
  decidedOn: date,
  validUntil: date.optional(),
  delivery: limitSchema.optional(),
  issuedOn: date.optional(),
  issuedBy: z.string().optional(),
});

const maskedName = ({ kind, name }: Certificate["holder"]) => (kind === "citizen" ? maskName(name) : name);

function view({ id, version, state }: Loaded<Certificate>): z.input<typeof certificateView> {
  const { holder, decidedBy: _decidedBy, ...rest } = state;
  const delivery: { delivery?: Limit } = state.status === "drawn-up" ? { delivery: state.delivery } : {};
  return {
    id,
    version,
    ...rest,
    ...delivery,
    holder: { kind: holder.kind, name: maskedName(state.holder), idNumber: maskPartyNumber(holder.idNumber) },
  };
}

/** What anybody may know who holds the certificate: enough to trust it, nothing that identifies its holder. */
const verification = z.object({
  genuine: z.literal(true),
  status: z.enum(["drawn-up", "valid", "expired"]),
  number: officialNumber,
  licenceId: z.string(),
  item,
  title: z.string(),
  holder: z.string(),
  issuer: organ,
  decidedOn: date,
  issuedOn: date.optional(),
  validUntil: date.optional(),
});

function verify(state: Certificate, today: Temporal.PlainDate): z.input<typeof verification> {
  const { number, licenceId, item: what, title, issuer, decidedOn, validUntil } = state;
  const expired = validUntil !== undefined && Temporal.PlainDate.compare(today, validUntil) > 0;
  return {
    genuine: true,
    status: expired ? "expired" : state.status,
    number,
    licenceId,
    item: what,
    title,
    holder: maskedName(state.holder),
    issuer,
    decidedOn,
    ...(state.status === "valid" ? { issuedOn: state.issuedOn } : {}),
    ...(validUntil === undefined ? {} : { validUntil }),
  };
}

/** The certificate desk (L11) and what anybody can verify. */
export const certificateRoutes: readonly Route[] = [
  list("GET /permits/certificates", {
    summary: { zh: "证件列表：待发、有效", en: "Certificates, drawn up or valid" },
    allow: ["issuer", "approver", "supervisor", "leader", "archivist", "clerk"],
    of: certificate,
    query: { status: z.enum(["drawn-up", "valid"]).default("drawn-up") },
    returns: certificateView,
    find: ({ query }) => ({ index: "byStatus", partition: `certificate:${query.status}` }),
    view,
  }),
  read("GET /permits/certificates/{id}", {
    summary: { zh: "验证证件真伪（任何人）", en: "Verify a certificate (anybody)" },
    allow: "public",
    returns: verification,
    async run({ params }, { store, clock }) {
      const loaded = await store.load(certificate, params.id ?? "");
      return loaded === undefined ? problem(404, "resource.not-found") : verify(loaded.state, todayIn(clock()));
    },
  }),
  command("POST /permits/certificates/{id}/issue", {
    summary: { zh: "出证送达", en: "Issue and hand over" },
    allow: ["issuer"],
    of: certificate,
    body: z.strictObject({}),
    returns: certificateView,
    run: (): CertificateCommand => ({ type: "issue" }),
    view,
  }),
];
