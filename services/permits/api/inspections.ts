import * as z from "zod";
import type { Actor } from "../../../shared/decider/index.ts";
import {
  command,
  create,
  historyOf,
  list,
  problem,
  type Route,
  type RouteName,
  readById,
  readContent,
  type Text,
} from "../../../shared/http/index.ts";
import { type FactReference, type Facts, factOf, type Loaded, sha256 } from "../../../shared/store/index.ts";
import type { Role } from "../../../shared/town/roles.ts";
import { renderHtml } from "../documents/html.ts";
import { certificate } from "../domain/certificate/certificate.ts";
import { inspection } from "../domain/inspection/decider.ts";
import { findingResults, type Inspection, measureKinds } from "../domain/inspection/inspection.ts";
import type { InspectionCommand, InspectionEvent } from "../domain/inspection/messages.ts";
import { recordSheet } from "../domain/inspection/sheet.ts";
import { isInspector } from "../domain/inspection/subject.ts";
import { isOpen, mayKnowOfConduct, mayRead } from "../domain/inspection/visibility.ts";
import { hiddenFrom } from "./guarded.ts";
import {
  inspectionStatuses,
  inspectionView,
  openRecord,
  results,
  viewInspection,
  viewOpen,
} from "./inspection-views.ts";
import { supervisedOf } from "./supervised.ts";

const inspectors = ["officer", "squad-leader", "reviewer", "approver"] as const satisfies readonly Role[];
const staff = [...inspectors, "supervisor", "leader", "archivist"] as const satisfies readonly Role[];
const inCharge = ["approver", "leader"] as const satisfies readonly Role[];
const visible = ({ state }: Loaded<Inspection>, actor: Actor | undefined) => mayRead(state, actor);
const view = (loaded: Loaded<Inspection>, { actor }: { readonly actor: Actor | undefined }) =>
  viewInspection(loaded, actor);

const date = z.iso.date();
const line = z.string().trim().min(1).max(200);
const words = z.string().trim().min(2).max(2000);
const itemCode = z.string().regex(/^P[LS]-\d{3}$/);

export const arrangement = z.strictObject({
  by: date,
  place: line,
  inspectors: z
    .array(z.strictObject({ sub: z.string().min(1).max(100), name: z.string().trim().min(1).max(60) }))
    .max(10),
});
const planned = arrangement.extend({
  certificate: z.string().min(1).max(60),
  announced: z.boolean(),
  occasion: z.discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("routine"), round: z.int().min(1).max(12).default(1) }),
    z.strictObject({ kind: z.literal("for-cause"), brief: words }),
  ]),
});

/** XK-63: the place of a routine inspection among those of its certificate and year is taken once, whoever asks first. */
function idOf({ certificate: of, by, occasion }: z.output<typeof planned>, unique: string): string {
  if (occasion.kind !== "routine") return unique;
  return sha256(`inspection|${of}|${by.slice(0, 4)}|${occasion.round}`)
    .slice(0, 20)
    .toUpperCase();
}

interface Step<B extends z.ZodType> {
  readonly summary: Text;
  readonly allow: readonly Role[];
  readonly body: B;
  readonly facts?: (certificateId: string) => readonly FactReference[];
  readonly run: (body: z.output<B>, facts: Facts) => InspectionCommand;
}

/** One step of an inspection: `POST /permits/inspections/{id}/<verb>`, 404 to who may not read it. */
function step<B extends z.ZodType>(verb: string, { run, facts, ...spec }: Step<B>): Route {
  const name: RouteName = `POST /permits/inspections/{id}/${verb}`;
  return hiddenFrom(
    inspection,
    mayRead,
    command<Inspection, InspectionCommand, InspectionEvent, B, typeof inspectionView>(name, {
      ...spec,
      of: inspection,
      returns: inspectionView,
      facts: async ({ id, runtime }) => {
        if (facts === undefined) return [];
        const loaded = await runtime.store.load(inspection, id);
        return facts(loaded?.state.subject.certificate ?? "-");
      },
      run: ({ body, facts: known }) => run(body, known),
      view,
    }),
  );
}

const conduct = z.strictObject({ hindered: z.boolean(), demanded: z.boolean(), words: words.exactOptional() });
const acknowledgement = z.discriminatedUnion("how", [
  z.strictObject({ how: z.literal("signed"), name: line }),
  z.strictObject({ how: z.enum(["refused", "absent"]), reasons: words, witness: line }),
]);

const history = historyOf("GET /permits/inspections/{id}/history", {
  summary: { zh: "一次监督检查的全部经过", en: "All that happened to an inspection" },
  allow: ["resident", ...staff],
  of: inspection,
  mayRead: visible,
});
const events = z.looseObject({ events: z.array(z.looseObject({ type: z.string(), data: z.looseObject({}) })) });
/** XK-63: to others than who supervises and the holder, that he said something of the inspectors' conduct, not what. */
const discreet: Route = {
  ...history,
  async handle(request, runtime, texts) {
    const answer = await history.handle(request, runtime, texts);
    const loaded = await runtime.store.load(inspection, request.params.id ?? "");
    if ("problem" in answer || (loaded !== undefined && mayKnowOfConduct(loaded.state, request.actor))) return answer;
    const body = events.parse(answer.body);
    const said = (type: string) => type === "permits.inspection.conduct-stated";
    return {
      ...answer,
      body: { ...body, events: body.events.map((one) => (said(one.type) ? { ...one, data: {} } : one)) },
    };
  },
};

/** Supervision of licensees (XK-61 to XK-66): planned, held by two, signed by all, acted upon, archived, open to consultation. */
export const inspectionRoutes: readonly Route[] = [
  create("POST /permits/inspections", {
    summary: {
      zh: "计划对持证人的监督检查（事先告知或者不告知；两名以上检查人员）",
      en: "Plan a supervision inspection, announced or not, by two inspectors at least",
    },
    allow: inCharge,
    of: inspection,
    body: planned,
    returns: inspectionView,
    id: ({ body, unique }) => idOf(body, unique),
    learn: async ({ body, runtime }) => await supervisedOf(runtime, body.certificate),
    run: ({ body: { certificate: _certificate, ...body }, learnt }): InspectionCommand => ({
      type: "plan",
      ...body,
      supervised: learnt,
    }),
    view,
  }),
  list("GET /permits/inspections/published", {
    summary: {
      zh: "查阅监督检查记录（任何人；按事项，持有证件标识的可限于该证件）",
      en: "Consult the records of supervision inspections of an item; with a certificate's id, of that one",
    },
    allow: "public",
    of: inspection,
    query: { item: itemCode, certificate: z.string().min(1).max(60).optional() },
    returns: openRecord,
    find: ({ query }) =>
      query.certificate === undefined
        ? { index: "byCode", partition: `inspections:${query.item}`, descending: true }
        : { index: "byDomain", partition: `inspection:certificate:${query.certificate}`, descending: true },
    keep: ({ state }, { query }) => isOpen(state) && state.subject.item.code === query.item,
    view: viewOpen,
  }),
  list("GET /permits/inspections", {
    summary: {
      zh: "监督检查列表：按状态、按科室、按证件；群众只见对本人的",
      en: "Inspections by status, office or certificate; a resident sees those of himself",
    },
    allow: ["resident", ...staff],
    of: inspection,
    query: {
      status: z.enum(inspectionStatuses).optional(),
      office: z.string().max(60).optional(),
      certificate: z.string().max(60).optional(),
      /** Those that one is to hold, or held, oneself, of whatever office: planned ones if no state is named. */
      mine: z.literal("true").optional(),
      late: z.literal("true").optional(),
      questioned: z.literal("true").optional(),
    },
    returns: inspectionView,
    find: ({ query, actor }) => {
      if (actor?.roles.some((role) => staff.some((one) => one === role)) !== true)
        return { index: "byOwner", partition: `inspection:${actor?.sub ?? ""}`, descending: true };
      if (query.certificate !== undefined)
        return { index: "byDomain", partition: `inspection:certificate:${query.certificate}` };
      const everywhere = actor.roles.some((role) => role === "supervisor" || role === "leader" || role === "archivist");
      const all = everywhere || query.mine !== undefined || query.status !== undefined;
      const office = query.office ?? (all ? undefined : actor.office);
      if (office !== undefined) return { index: "byOffice", partition: `inspection:${office}` };
      return { index: "byStatus", partition: `inspection:${query.status ?? "planned"}` };
    },
    keep: (loaded, { query, actor }) =>
      visible(loaded, actor) &&
      (query.status === undefined || loaded.state.status === query.status) &&
      (query.office === undefined || loaded.state.subject.office === query.office) &&
      (query.certificate === undefined || loaded.state.subject.certificate === query.certificate) &&
      (query.mine === undefined || isInspector(loaded.state.inspectors, { sub: actor?.sub ?? "" })) &&
      (query.late === undefined || isLate(loaded.state)) &&
      (query.questioned === undefined || (mayKnowOfConduct(loaded.state, actor) && isQuestioned(loaded.state))),
    view,
  }),
  readById("GET /permits/inspections/{id}", {
    summary: { zh: "一次监督检查及其记录", en: "One inspection and its record" },
    allow: ["resident", ...staff],
    of: inspection,
    mayRead: visible,
    returns: inspectionView,
    view,
  }),
  discreet,
  readContent("GET /permits/inspections/{id}/html", {
    summary: {
      zh: "监督检查记录（可打印，供当场签字）",
      en: "The record as a page to be printed, and to be signed by hand",
    },
    allow: ["resident", "archivist", ...inspectors],
    produces: "text/html; charset=utf-8",
    async run({ params: { id = "" }, actor }, { store, town }) {
      const loaded = await store.load(inspection, id);
      if (loaded === undefined || !visible(loaded, actor) || !("record" in loaded.state))
        return problem(404, "resource.not-found");
      return {
        content: renderHtml(recordSheet(id, loaded.state, town)),
        headers: { "content-security-policy": "default-src 'none'; style-src 'unsafe-inline'; img-src data:" },
      };
    },
  }),
  step("rearrange", {
    summary: {
      zh: "调整检查人员、地点或者日期（说明理由）",
      en: "Other inspectors, another place or day, for reasons",
    },
    allow: inCharge,
    body: z.strictObject({
      by: date.exactOptional(),
      place: line.exactOptional(),
      inspectors: arrangement.shape.inspectors.exactOptional(),
      reasons: words,
    }),
    run: (body) => ({ type: "rearrange", ...body }),
  }),
  step("call-off", {
    summary: { zh: "取消尚未进行的检查（说明理由）", en: "Call off what has not been held, for reasons" },
    allow: inCharge,
    body: z.strictObject({ reasons: words }),
    run: (body) => ({ type: "call-off", ...body }),
  }),
  step("record", {
    summary: {
      zh: "记录检查情况和处理结果（签字前可以更正）",
      en: "Record what was found; anew until somebody has signed",
    },
    allow: inspectors,
    body: z.strictObject({
      heldOn: date,
      findings: z
        .array(
          z.strictObject({ point: z.string().max(60), result: z.enum(findingResults), note: words.exactOptional() }),
        )
        .max(60),
      result: results,
      putRightBy: date.exactOptional(),
      summary: words,
      chargedFen: z.int().min(0).default(0),
    }),
    run: (body) => ({ type: "record", ...body }),
  }),
  step("sign", {
    summary: { zh: "检查人员签字（可附不同意见）", en: "Sign as an inspector; who sees it differently says so" },
    allow: inspectors,
    body: z.strictObject({ remarks: words.exactOptional() }),
    run: (body) => ({ type: "sign", ...body }),
  }),
  step("hold-anew", {
    summary: {
      zh: "记录无法签全时重新检查（镇领导，说明理由，留痕）",
      en: "Held anew where not everybody can sign any more, for reasons, on record",
    },
    allow: ["leader"],
    body: z.strictObject({ reasons: words }),
    run: (body) => ({ type: "hold-anew", ...body }),
  }),
  step("acknowledge", {
    summary: {
      zh: "被检查人签字，或者注明拒签、不在场（须有见证人）",
      en: "The person inspected signs; that he refused or was absent is put down with a witness",
    },
    allow: ["resident", ...inspectors],
    body: z.strictObject({ acknowledgement, conduct }),
    run: (body) => ({ type: "acknowledge", ...body }),
  }),
  step("act", {
    summary: {
      zh: "处理违法情形：已暂扣、已告知撤销或者移交执法",
      en: "What followed from a violation: suspension, revocation proposed, or handing over to enforcement",
    },
    allow: inCharge,
    body: z.strictObject({ measures: z.array(z.enum(measureKinds)).min(1).max(3), reasons: words }),
    facts: (id) => [{ aggregate: certificate.aggregate, id }],
    run: ({ measures, reasons }, facts) => ({
      type: "act",
      measures: [...new Set(measures)],
      reasons,
      certificate: factOf(certificate, facts, 0),
    }),
  }),
  step("annotate", {
    summary: { zh: "在已签字的记录之外补充说明", en: "Add a note beside the signed record" },
    allow: inspectors,
    body: z.strictObject({ text: words }),
    run: (body) => ({ type: "annotate", ...body }),
  }),
];

const isLate = (state: Inspection) =>
  state.late === true ||
  ("signingLate" in state && state.signingLate === true) ||
  ("handlingLate" in state && state.handlingLate === true);
const isQuestioned = (state: Inspection) => {
  if (!("acknowledged" in state) || state.acknowledged === undefined) return false;
  const { hindered, demanded } = state.acknowledged.conduct;
  return hindered || demanded;
};
