import * as z from "zod";
import { limitSchema } from "../../../../shared/calendar/index.ts";
import { type Actor, pick, present } from "../../../../shared/decider/index.ts";
import {
  create,
  dueOn,
  forReason,
  hasRole,
  list,
  type Route,
  resource,
  severalOf,
  showingPerson,
  withoutActorOf,
} from "../../../../shared/http/index.ts";
import { phone as phoneNumber } from "../../../../shared/parties/index.ts";
import { factReference, type Loaded } from "../../../../shared/store/index.ts";
import { lineOf, personOrBodyName, textOf } from "../../../../shared/text/index.ts";
import type { Role } from "../../../../shared/town/roles.ts";
import { certificateRegister } from "../../certificates/index.ts";
import { officersNamed } from "../../common/officers.ts";
import { guide } from "../../guides/domain/guide.ts";
import { leadsToGuide } from "../../guides/index.ts";
import { report, reportMoves } from "../domain/report/decider.ts";
import type { Report, ReportCommand } from "../domain/report/report.ts";
import { mayRead } from "../domain/report/visibility.ts";
import { arrangement } from "./inspection-steps.ts";
import { results } from "./inspection-views.ts";
import { supervisedOf } from "./supervised.ts";

const statuses = ["received", "looked-into", "answered", "declined", "handed-over"] as const;
const staff = ["approver", "supervisor", "leader"] as const satisfies readonly Role[];
const inCharge = ["approver", "leader"] as const satisfies readonly Role[];
const date = z.iso.date();
const words = textOf(4_000, 2);
const reasons = z.strictObject({ reasons: words });

const reportView = z.object({
  id: z.string(),
  version: z.int(),
  status: z.enum(statuses),
  item: z.string(),
  office: z.string(),
  channel: z.enum(["online", "in-person"]),
  anonymous: z.boolean(),
  text: z.string(),
  place: z.string(),
  receivedOn: date,
  limit: limitSchema,
  overdue: z.boolean(),
  /** To the office alone: what is inspected for it. */
  certificate: z.string().optional(),
  reply: z.object({ on: date, reasons: z.string().optional(), result: results.optional() }).optional(),
});

/** A report in a list: its text is read by its id. */
const reportRow = reportView
  .pick({
    id: true,
    version: true,
    status: true,
    item: true,
    office: true,
    channel: true,
    anonymous: true,
    receivedOn: true,
    overdue: true,
    certificate: true,
  })
  .extend({ due: dueOn.optional() });

/** A report as the office and its reporter see it: never who reported. */
function viewReport({ id, version, state }: Loaded<Report>, actor: Actor | undefined) {
  const { owner, inspecting, reply } = state;
  return {
    ...{ id, version },
    ...pick(state, [
      ...(["status", "item", "office", "channel", "anonymous", "text", "place", "receivedOn", "limit"] as const),
      "overdue",
    ]),
    ...present({ reply, certificate: owner === actor?.sub ? undefined : inspecting?.subject.certificate }),
  };
}
const view = (loaded: Loaded<Report>, { actor }: { readonly actor: Actor | undefined }) => viewReport(loaded, actor);

/** Who may read it is a rule of each (XK-65): no role knows of all. */
const reports = resource({
  of: report,
  at: "/permits/reports",
  staff: [],
  own: ({ state }, actor) => mayRead(state, actor),
  moves: reportMoves,
  statusOf: ({ status }) => status,
  returns: reportView,
  view,
  links: ({ state: { item, owner, inspecting } }, { actor }) => [
    leadsToGuide(item),
    certificateRegister.link(
      "certificate",
      { zh: "证件", en: "Certificate" },
      owner === actor?.sub ? undefined : inspecting?.subject.certificate,
    ),
  ],
});

/** Reports of unlawful activities (XK-65): by anybody, looked into or refused with reasons, the reporter hidden. */
export const reportRoutes: readonly Route[] = [
  create("POST /permits/reports", {
    summary: {
      zh: "举报违法从事许可事项活动（可匿名；来人来电由窗口代录）",
      en: "Report unlawful activities, anonymously if wished; a clerk takes one from who comes or calls",
    },
    allow: ["resident", "clerk"],
    of: report,
    body: z.strictObject({
      item: z.string().regex(/^P[LS]-\d{3}$/),
      text: words,
      place: lineOf(200, 2),
      anonymous: z.boolean().default(false),
      contact: z.strictObject({ name: personOrBodyName, phone: phoneNumber }).optional(),
    }),
    returns: reports.returns,
    id: ({ unique }) => unique,
    facts: ({ body }) => ({ guide: factReference(guide, body.item) }),
    run: ({ body: { contact, ...body }, facts }): ReportCommand => ({
      type: "file",
      ...body,
      ...present({ contact }),
      office: facts.guide?.content.office,
    }),
    view: reports.view,
  }),
  list("GET /permits/reports", {
    summary: {
      zh: "举报列表：督查按状态，科室负责人为本科室的，群众为本人的",
      en: "Reports: by status for who supervises, the office's own for its heads, a resident's his own",
    },
    allow: ["resident", ...staff],
    of: report,
    query: { status: severalOf(statuses).optional() },
    sorts: ["receivedOn"],
    returns: reportRow,
    find: ({ query, actor }) => {
      if (hasRole(actor, ["supervisor", "leader"]))
        return (query.status ?? (["received"] as const)).map((status) => ({
          index: "byStatus",
          partition: `report:${status}`,
        }));
      if (actor?.roles.includes("approver") === true)
        return { index: "byOffice", partition: `report:${actor.office ?? ""}` };
      return { index: "byOwner", partition: `report:${actor?.sub ?? ""}`, descending: true };
    },
    keep: (loaded, { query, actor }) =>
      mayRead(loaded.state, actor) && query.status?.includes(loaded.state.status) !== false,
    view: (loaded, viewing) => reportRow.parse({ ...view(loaded, viewing), due: loaded.state.limit.due ?? undefined }),
  }),
  reports.read({ zh: "一件举报（不示举报人）", en: "One report, without who reported" }, ["resident", ...staff]),
  // The envelope of the first event would say who reported.
  reports.history(
    { zh: "一件举报的全部经过（不示举报人）", en: "All that happened to a report, without who reported" },
    ["supervisor", "leader"],
    withoutActorOf(["permits.report.filed"]),
  ),
  reports.step("look-into", {
    summary: { zh: "核实：安排不事先告知的检查", en: "Look into it by an unannounced inspection" },
    allow: inCharge,
    body: arrangement.extend({ certificate: lineOf(60), brief: words }),
    learn: ({ body, runtime }) => supervisedOf(runtime, body.certificate),
    facts: async ({ body, runtime }) => ({ officers: await officersNamed(body.inspectors, runtime) }),
    run: ({ body: { certificate: _certificate, ...body }, facts, learnt }) => ({
      type: "look-into",
      ...body,
      officers: facts.officers.filter((one) => one !== undefined),
      supervised: learnt,
    }),
  }),
  reports.step("decline", {
    summary: { zh: "不予核查（说明理由）", en: "Not looked into, for reasons" },
    allow: inCharge,
    body: reasons,
    run: ({ body }) => ({ type: "decline", ...body }),
  }),
  reports.step("hand-over", {
    summary: {
      zh: "无证等违法线索移交执法（说明理由）",
      en: "Hand it over to enforcement, as where there is no licence",
    },
    allow: inCharge,
    body: reasons,
    run: ({ body }) => ({ type: "hand-over", ...body }),
  }),
  reports.step("contact", {
    summary: { zh: "为核实查看举报人（须说明理由，留痕）", en: "Who reported, for a reason, on record" },
    allow: inCharge,
    body: forReason,
    run: ({ body }) => ({ type: "contact", ...body }),
    answers: showingPerson("contact", ({ contact }: Report) => contact),
  }),
];
