import * as z from "zod";
import { limitSchema } from "../../../../shared/calendar/index.ts";
import { type Actor, present } from "../../../../shared/decider/index.ts";
import { command, create, historyOf, list, type Route, readById, type Text } from "../../../../shared/http/index.ts";
import { phone as phoneNumber } from "../../../../shared/parties/index.ts";
import { factReference, type Loaded } from "../../../../shared/store/index.ts";
import { lineOf, personOrBodyName, textOf } from "../../../../shared/text/index.ts";
import type { Role } from "../../../../shared/town/roles.ts";
import { forReason, hiddenFrom } from "../../common/api/guarded.ts";
import { guide } from "../../guides/domain/guide.ts";
import type { Supervised } from "../domain/inspection/inspection.ts";
import { report } from "../domain/report/decider.ts";
import type { Report, ReportCommand, ReportEvent } from "../domain/report/report.ts";
import { mayRead } from "../domain/report/visibility.ts";
import { arrangement } from "./inspection-steps.ts";
import { results } from "./inspection-views.ts";
import { supervisedOf } from "./supervised.ts";

const statuses = ["received", "looked-into", "answered", "declined", "handed-over"] as const;
const staff = ["approver", "supervisor", "leader"] as const satisfies readonly Role[];
const inCharge = ["approver", "leader"] as const satisfies readonly Role[];
const visible = ({ state }: Loaded<Report>, actor: Actor | undefined) => mayRead(state, actor);

const date = z.iso.date();
const words = textOf(4_000, 2);
const reasons = z.strictObject({ reasons: words });

const reportView = z.object({
  id: z.string(),
  version: z.number(),
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

/** A report as the office and its reporter see it: never who reported. */
function viewReport({ id, version, state }: Loaded<Report>, actor: Actor | undefined): z.input<typeof reportView> {
  const { contact: _contact, owner, inspecting, reply, ...open } = state;
  return {
    id,
    version,
    ...open,
    ...present({ reply, certificate: owner === actor?.sub ? undefined : inspecting?.subject.certificate }),
  };
}
const view = (loaded: Loaded<Report>, { actor }: { readonly actor: Actor | undefined }) => viewReport(loaded, actor);

interface Step<B extends z.ZodType> {
  readonly summary: Text;
  readonly body: B;
  readonly certificateOf?: (body: z.output<B>) => string;
  readonly run: (body: z.output<B>, supervised: Supervised | undefined) => ReportCommand;
}
const step = <B extends z.ZodType>(verb: string, { run, certificateOf, ...spec }: Step<B>): Route =>
  hiddenFrom(
    report,
    mayRead,
    command<Report, ReportCommand, ReportEvent, B, typeof reportView, Supervised | undefined>(
      `POST /permits/reports/{id}/${verb}`,
      {
        ...spec,
        allow: inCharge,
        of: report,
        returns: reportView,
        learn: async ({ body, runtime }) =>
          certificateOf === undefined ? undefined : await supervisedOf(runtime, certificateOf(body)),
        run: ({ body, learnt }) => run(body, learnt),
        view,
      },
    ),
  );

/** The envelope of the first event would say who reported. */
const events = z.looseObject({ events: z.array(z.looseObject({ type: z.string(), actor: z.string() })) });
const history = historyOf("GET /permits/reports/{id}/history", {
  summary: { zh: "一件举报的全部经过（不示举报人）", en: "All that happened to a report, without who reported" },
  allow: ["supervisor", "leader"],
  of: report,
  mayRead: visible,
});
const withoutReporter: Route = {
  ...history,
  async handle(request, runtime, texts) {
    const answer = await history.handle(request, runtime, texts);
    if ("problem" in answer) return answer;
    const body = events.parse(answer.body);
    const filed = (type: string) => type === "permits.report.filed";
    return {
      ...answer,
      body: { ...body, events: body.events.map((one) => (filed(one.type) ? { ...one, actor: "" } : one)) },
    };
  },
};

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
    returns: reportView,
    id: ({ unique }) => unique,
    facts: ({ body }) => ({ guide: factReference(guide, body.item) }),
    run: ({ body: { contact, ...body }, facts }): ReportCommand => ({
      type: "file",
      ...body,
      ...present({ contact }),
      office: facts.guide?.content.office,
    }),
    view,
  }),
  list("GET /permits/reports", {
    summary: {
      zh: "举报列表：督查按状态，科室负责人为本科室的，群众为本人的",
      en: "Reports: by status for who supervises, the office's own for its heads, a resident's his own",
    },
    allow: ["resident", ...staff],
    of: report,
    query: { status: z.enum(statuses).optional() },
    returns: reportView,
    find: ({ query, actor }) => {
      if (actor?.roles.some((role) => role === "supervisor" || role === "leader") === true)
        return { index: "byStatus", partition: `report:${query.status ?? "received"}` };
      if (actor?.roles.includes("approver") === true)
        return { index: "byOffice", partition: `report:${actor.office ?? ""}` };
      return { index: "byOwner", partition: `report:${actor?.sub ?? ""}`, descending: true };
    },
    keep: (loaded, { query, actor }) =>
      visible(loaded, actor) && (query.status === undefined || loaded.state.status === query.status),
    view,
  }),
  readById("GET /permits/reports/{id}", {
    summary: { zh: "一件举报（不示举报人）", en: "One report, without who reported" },
    allow: ["resident", ...staff],
    of: report,
    mayRead: visible,
    returns: reportView,
    view,
  }),
  withoutReporter,
  step("look-into", {
    summary: { zh: "核实：安排不事先告知的检查", en: "Look into it by an unannounced inspection" },
    body: arrangement.extend({ certificate: lineOf(60), brief: words }),
    certificateOf: (body) => body.certificate,
    run: ({ certificate: _certificate, ...body }, supervised) => ({ type: "look-into", ...body, supervised }),
  }),
  step("decline", {
    summary: { zh: "不予核查（说明理由）", en: "Not looked into, for reasons" },
    body: reasons,
    run: (body) => ({ type: "decline", ...body }),
  }),
  step("hand-over", {
    summary: {
      zh: "无证等违法线索移交执法（说明理由）",
      en: "Hand it over to enforcement, as where there is no licence",
    },
    body: reasons,
    run: (body) => ({ type: "hand-over", ...body }),
  }),
  hiddenFrom(
    report,
    mayRead,
    command("POST /permits/reports/{id}/contact", {
      summary: { zh: "为核实查看举报人（须说明理由，留痕）", en: "Who reported, for a reason, on record" },
      allow: inCharge,
      of: report,
      body: forReason,
      returns: z.object({
        id: z.string(),
        version: z.number(),
        contact: z.object({ name: z.string(), phone: z.string() }).optional(),
      }),
      run: ({ body }): ReportCommand => ({ type: "contact", ...body }),
      view: ({ id, version, state: { contact } }) => ({ id, version, ...present({ contact }) }),
    }),
  ),
];
