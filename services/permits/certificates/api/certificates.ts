import * as z from "zod";
import {
  dueOn,
  hasRole,
  list,
  problem,
  type Route,
  read,
  resource,
  severalOf,
  type Text,
} from "../../../../shared/http/index.ts";
import { mostFen } from "../../../../shared/money/index.ts";
import { numberKey } from "../../../../shared/papers/official-number.ts";
import { factReference, type Loaded } from "../../../../shared/store/index.ts";
import { lineOf, textOf } from "../../../../shared/text/index.ts";
import type { Role } from "../../../../shared/town/roles.ts";
import { knownPower } from "../../common/domain/known-power.ts";
import { type Certificate, type CertificateCommand, certificate, certificatesOf } from "../domain/certificate.ts";
import { moves } from "../domain/moves.ts";
import type { Empowered } from "../domain/power.ts";
import { certificateSettlement } from "../domain/settlement.ts";
import { cancellationGrounds, revocationGrounds } from "../domain/states.ts";
import { certificateView, codeOf, statuses, verification, verify, viewCertificate } from "./certificate-views.ts";

const staff = ["issuer", "approver", "supervisor", "leader", "archivist", "clerk"] as const;

const line = lineOf(200);
const words = textOf(2_000, 2);
const date = z.iso.date();
const document = z.strictObject({ number: line, date });

/** Staff know of each, a holder of their own; the county revokes what it may not look through. */
export const certificateRegister = resource({
  of: certificate,
  at: "/permits/certificates",
  staff,
  acting: ["county"],
  own: ({ state }, actor) => state.owner === actor.sub,
  moves,
  statusOf: ({ status }) => status,
  returns: certificateView,
  view: viewCertificate,
});

/** A certificate in a list. All that is on the register is read by its id. */
const certificateRow = certificateView
  .pick({
    id: true,
    version: true,
    status: true,
    application: true,
    title: true,
    number: true,
    office: true,
    decidedOn: true,
    issuedOn: true,
    validUntil: true,
  })
  .extend({ item: z.object({ code: z.string() }), holder: z.string(), due: dueOn.optional() });

/** By when it must be delivered (XK-44). */
const deliverBy = (state: Certificate) => ("delivery" in state ? (state.delivery?.due ?? undefined) : undefined);

const viewRow = (loaded: Loaded<Certificate>) => {
  const { holder, number, ...view } = viewCertificate(loaded);
  return certificateRow.parse({ ...view, number, holder: holder.name, due: deliverBy(loaded.state) });
};

const inCharge = ["approver", "leader", "county"] as const;

type Act = Extract<CertificateCommand, Empowered>;

/** A step that takes something from a holder or gives it back: the power and the recaller's word are read with it (P5, CF-24b). */
const acts = <B extends z.ZodType>(
  verb: string,
  {
    run,
    ...said
  }: {
    readonly summary: Text;
    readonly allow: readonly Role[];
    readonly body: B;
    readonly run: (input: { readonly body: z.output<B> }) => Act;
  },
): Route =>
  certificateRegister.step(verb, {
    ...said,
    facts: async ({ id, runtime: { store } }) => {
      const code = (await store.load(certificate, id))?.state.item.code ?? "";
      return { power: factReference(knownPower, code), settlement: factReference(certificateSettlement, code) };
    },
    run: ({ body, facts }): CertificateCommand => ({ ...run({ body }), ...facts }),
  });

/** The certificate desk (L11), what anybody can verify, and all that becomes of a certificate (XK-50, XK-69, XK-70). */
export const certificateRoutes: readonly Route[] = [
  list("GET /permits/certificates", {
    summary: {
      zh: "证件列表：按状态（可多个）、按科室（先到期的在前）、按编号、待注销、按申请；群众只见本人的",
      en: "Certificates by status, by office (those that end first come first), by number, to be cancelled, or of an application; a resident sees his own",
    },
    allow: [...staff, "resident", "agent"],
    of: certificate,
    query: {
      status: severalOf(statuses).optional(),
      office: lineOf(60).optional(),
      number: lineOf(60).optional(),
      toCancel: z.literal("true").optional(),
      application: lineOf(200).optional(),
    },
    sorts: ["decidedOn", "validUntil"],
    returns: certificateRow,
    find: ({ query, actor, order }) => {
      const ending = query.toCancel === "true" || query.office !== undefined;
      if (!hasRole(actor, staff))
        return order?.by === "validUntil"
          ? problem(422, "request.unsortable")
          : { index: "byOwner", partition: `certificate:${actor?.sub ?? ""}` };
      if (query.number !== undefined)
        return { index: "byCode", partition: `certificate-number:${numberKey(query.number)}` };
      if (order !== undefined && (order.by === "validUntil") !== ending) return problem(422, "request.unsortable");
      if (query.application !== undefined) return certificatesOf(query.application);
      if (query.toCancel === "true") return { index: "byDomain", partition: "certificate:to-cancel" };
      if (query.office !== undefined) return { index: "byOffice", partition: `certificate:${query.office}` };
      const asked = query.status ?? (["drawn-up"] as const);
      return asked.map((status) => ({ index: "byStatus", partition: `certificate:${status}` }));
    },
    keep: ({ state }, { query }) =>
      query.status?.includes(state.status) !== false &&
      (query.number === undefined || numberKey(state.number.text.zh) === numberKey(query.number)) &&
      (query.office === undefined || state.office === query.office) &&
      (query.application === undefined || state.application === query.application) &&
      (query.toCancel === undefined || state.status === "expired" || state.status === "revoked"),
    exact: ({ query, actor }) =>
      query.number === undefined &&
      query.application === undefined &&
      (hasRole(actor, staff) ? query.office === undefined && query.toCancel === undefined : query.status === undefined),
    view: viewRow,
  }),
  read("GET /permits/certificates/{id}", {
    summary: { zh: "验证证件真伪（任何人，扫描二维码）", en: "Verify a certificate by its QR code (anybody)" },
    allow: "public",
    maxAge: 0,
    returns: verification,
    async run({ params }, { store, clock }) {
      const loaded = await store.load(certificate, params.id ?? "");
      return loaded === undefined ? problem(404, "resource.not-found") : verify(loaded.state, clock());
    },
  }),
  read("GET /permits/verification", {
    summary: {
      zh: "凭证件编号和证上的校验码验证（任何人）",
      en: "Verify by the certificate's number together with the code printed on it (anybody)",
    },
    allow: "public",
    maxAge: 0,
    query: z.strictObject({ number: lineOf(60), code: lineOf(12, 8) }),
    returns: verification,
    async run({ query: { number, code } }, { store, clock }) {
      const partition = `certificate-number:${numberKey(number)}`;
      const { items } = await store.list(certificate, { index: "byCode", partition, limit: 5 });
      const match = items.find(({ id }) => codeOf(id) === code.trim().toUpperCase());
      return match === undefined ? problem(404, "resource.not-found") : verify(match.state, clock());
    },
  }),
  certificateRegister.read(
    { zh: "一份证件的全部登记", en: "All that is on the register of a certificate" },
    [...staff, "resident", "agent"],
    { below: "/record" },
  ),
  certificateRegister.history({ zh: "一份证件的全部经过", en: "All that happened to a certificate" }, [
    ...staff,
    "resident",
    "agent",
  ]),
  acts("suspend", {
    summary: { zh: "暂扣证件", en: "Suspend" },
    allow: inCharge,
    body: z.strictObject({ document, until: date.exactOptional() }),
    run: ({ body }) => ({ type: "suspend", ...body }),
  }),
  acts("resume", {
    summary: { zh: "恢复证件效力", en: "Give it back its force" },
    allow: inCharge,
    body: z.strictObject({}),
    run: () => ({ type: "resume" }),
  }),
  acts("propose-revocation", {
    summary: {
      zh: "告知拟撤销的事实和理由（听取陈述申辩）",
      en: "Tell the holder that revocation is intended, and why",
    },
    allow: inCharge,
    body: z.strictObject({ ground: z.enum(revocationGrounds), notice: line, facts: words }),
    run: ({ body }) => ({ type: "propose-revocation", ...body }),
  }),
  acts("drop-revocation", {
    summary: { zh: "不再撤销", en: "Let the revocation be" },
    allow: inCharge,
    body: z.strictObject({ reasons: words, publicHarm: z.boolean().exactOptional() }),
    run: ({ body }) => ({ type: "drop-revocation", ...body }),
  }),
  acts("revoke", {
    summary: { zh: "撤销许可（听取陈述申辩后）", en: "Revoke, after hearing the holder" },
    allow: inCharge,
    body: z.strictObject({
      heard: z.strictObject({ on: date, record: line }).exactOptional(),
      publicHarm: z.strictObject({ grave: z.boolean(), assessment: words }),
      lossFen: z.int().min(0).max(mostFen).exactOptional(),
    }),
    run: ({ body }) => ({ type: "revoke", ...body }),
  }),
  acts("cancel", {
    summary: { zh: "注销", en: "Strike it from the register" },
    allow: ["issuer", ...inCharge],
    body: z.strictObject({ ground: z.enum(cancellationGrounds), document: document.exactOptional() }),
    run: ({ body }) => ({ type: "cancel", ...body }),
  }),
];
