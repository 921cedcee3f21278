import * as z from "zod";
import { create, hasRole, list, problem, type Route, readContent, severalOf } from "../../../../shared/http/index.ts";
import { sha256 } from "../../../../shared/store/index.ts";
import { lineOf } from "../../../../shared/text/index.ts";
import type { Role } from "../../../../shared/town/roles.ts";
import { officersNamed } from "../../common/officers.ts";
import { inspection } from "../domain/inspection/decider.ts";
import type { Inspection } from "../domain/inspection/inspection.ts";
import type { InspectionCommand } from "../domain/inspection/messages.ts";
import { isInspector } from "../domain/inspection/subject.ts";
import { isOpen, mayKnowOfConduct, mayRead } from "../domain/inspection/visibility.ts";
import { arrangement, inCharge, inspectionSteps, inspections, inspectors, words } from "./inspection-steps.ts";
import { inspectionRow, inspectionStatuses, openRecord, viewInspectionRow, viewOpen } from "./inspection-views.ts";
import { supervisedOf } from "./supervised.ts";

const staff = [...inspectors, "supervisor", "leader", "archivist"] as const satisfies readonly Role[];
const itemCode = z.string().regex(/^P[LS]-\d{3}$/);

const planned = arrangement.extend({
  certificate: lineOf(60),
  announced: z.boolean(),
  occasion: z.discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("routine"), round: z.int().min(1).max(12).default(1) }),
    z.strictObject({ kind: z.literal("for-cause"), brief: words }),
  ]),
});

/** XK-63: the place of a routine inspection among those of its certificate and year is taken once, by the first to ask. */
function idOf({ certificate: of, by, occasion }: z.output<typeof planned>, unique: string): string {
  if (occasion.kind !== "routine") return unique;
  return sha256(`inspection|${of}|${by.slice(0, 4)}|${occasion.round}`)
    .slice(0, 20)
    .toUpperCase();
}

/** XK-63: to others than who supervises and the holder, that he said something of the inspectors' conduct, not what. */
const history = inspections.history(
  { zh: "一次监督检查的全部经过", en: "All that happened to an inspection" },
  ["resident", ...staff],
  (one, { state }, actor) =>
    one.type === "permits.inspection.conduct-stated" && !mayKnowOfConduct(state, actor) ? { ...one, data: {} } : one,
);

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
    returns: inspections.returns,
    id: ({ body, unique }) => idOf(body, unique),
    learn: async ({ body, runtime }) => await supervisedOf(runtime, body.certificate),
    facts: async ({ body, runtime }) => ({ officers: await officersNamed(body.inspectors, runtime) }),
    run: ({ body: { certificate: _certificate, ...body }, facts, learnt }): InspectionCommand => ({
      type: "plan",
      ...body,
      officers: facts.officers.filter((one) => one !== undefined),
      supervised: learnt,
    }),
    view: inspections.view,
  }),
  list("GET /permits/inspections/published", {
    summary: {
      zh: "查阅监督检查记录（任何人；按事项，持有证件标识的可限于该证件）",
      en: "Consult the records of supervision inspections of an item; with a certificate's id, of that one",
    },
    allow: "public",
    of: inspection,
    query: { item: itemCode, certificate: lineOf(60).optional() },
    sorts: ["on"],
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
      status: severalOf(inspectionStatuses).optional(),
      office: lineOf(60).optional(),
      certificate: lineOf(60).optional(),
      /** Those that one is to hold, or held, oneself, of any office: planned ones if no state is named. */
      mine: z.literal("true").optional(),
      late: z.literal("true").optional(),
      questioned: z.literal("true").optional(),
    },
    sorts: ["by"],
    returns: inspectionRow,
    find: ({ query, actor }) => {
      if (actor === undefined || !hasRole(actor, staff))
        return { index: "byOwner", partition: `inspection:${actor?.sub ?? ""}`, descending: true };
      if (query.certificate !== undefined)
        return { index: "byDomain", partition: `inspection:certificate:${query.certificate}` };
      const everywhere = hasRole(actor, ["supervisor", "leader", "archivist"]);
      const all = everywhere || query.mine !== undefined || query.status !== undefined;
      const office = query.office ?? (all ? undefined : actor.office);
      if (office !== undefined) return { index: "byOffice", partition: `inspection:${office}` };
      const asked = query.status ?? (["planned"] as const);
      return asked.map((status) => ({ index: "byStatus", partition: `inspection:${status}` }));
    },
    keep: (loaded, { query, actor }) =>
      mayRead(loaded.state, actor) &&
      query.status?.includes(loaded.state.status) !== false &&
      (query.office === undefined || loaded.state.subject.office === query.office) &&
      (query.certificate === undefined || loaded.state.subject.certificate === query.certificate) &&
      (query.mine === undefined || isInspector(loaded.state.inspectors, { sub: actor?.sub ?? "" })) &&
      (query.late === undefined || isLate(loaded.state)) &&
      (query.questioned === undefined || (mayKnowOfConduct(loaded.state, actor) && isQuestioned(loaded.state))),
    view: (loaded, { actor }) => viewInspectionRow(loaded, actor),
  }),
  inspections.read({ zh: "一次监督检查及其记录", en: "One inspection and its record" }, ["resident", ...staff]),
  history,
  readContent("GET /permits/inspections/{id}/html", {
    summary: {
      zh: "监督检查记录（可打印，供当场签字）",
      en: "The record as a page to be printed, and to be signed by hand",
    },
    allow: ["resident", "archivist", ...inspectors],
    produces: "text/html; charset=utf-8",
    async run({ params: { id = "" }, actor }, { store, town }) {
      const loaded = await store.load(inspection, id);
      if (loaded === undefined || !mayRead(loaded.state, actor) || !("record" in loaded.state))
        return problem(404, "resource.not-found");
      const { printedRecord } = await import("../printed-record.ts");
      return {
        content: printedRecord(id, loaded.state, town),
        headers: { "content-security-policy": "default-src 'none'; style-src 'unsafe-inline'; img-src data:" },
      };
    },
  }),
  ...inspectionSteps,
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
