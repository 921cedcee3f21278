import * as z from "zod";
import { create, hasRole, list, type Route, resource, severalOf } from "../../../../shared/http/index.ts";
import { factReferences, member } from "../../../../shared/store/index.ts";
import { lineOf, personOrBodyName } from "../../../../shared/text/index.ts";
import { caseOfficers } from "../../common/api/roles.ts";
import { lead } from "../../leads/domain/decider.ts";
import { enterprise } from "../domain/enterprise/decider.ts";
import { siteInspection } from "../domain/visit/decider.ts";
import { visitMoves } from "../domain/visit/moves.ts";
import { isTheEnterprise, mayReadVisit } from "../domain/visit/visibility.ts";
import { companionRoles, visitManners, visitStatuses } from "../domain/visit/visit.ts";
import { date, id as idOf, itemCodes, line, office, overseers, person, premisesId, words } from "./bodies.ts";
import { enterpriseIdOf, enterprises } from "./enterprises.ts";
import { bookingOf, visitFacts, visitKnown } from "./proposal.ts";
import { viewVisit, viewVisitAlone, viewVisitRow, visitRow, visitView } from "./visit-view.ts";

/** Who reads an inspection is a rule of each: a surprise is not there for its enterprise. */
export const siteInspections = resource({
  of: siteInspection,
  at: "/enforcement/inspections",
  staff: [],
  own: ({ state }, actor, { town }) => mayReadVisit(state, actor, town),
  moves: visitMoves,
  statusOf: ({ status }) => status,
  returns: visitView,
  view: viewVisit,
  links: ({ state }) => [enterprises.link("enterprise", { zh: "检查对象", en: "Enterprise" }, state.enterprise)],
});

siteInspections.linked(({ state }) => [siteInspections.link("next", { zh: "复查", en: "Re-inspection" }, state.next)]);

const document = z.strictObject({ title: line, date });
/** On what an officer proposes one himself; a draw, a campaign and a re-inspection propose theirs. */
const occasionBody = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("routine") }),
  z.strictObject({ kind: z.literal("lead"), ref: idOf }),
  z.strictObject({ kind: z.enum(["transfer", "data", "request"]), document }),
]);

/** When, by whom, how: the same for each way in which an inspection is proposed. */
export const planFields = {
  officers: z.array(person).min(1).max(10),
  from: date,
  until: date,
  manner: z.enum(visitManners).default("planned"),
  departments: z.array(lineOf(60, 2)).max(10).default([]),
  companions: z
    .array(z.strictObject({ name: personOrBodyName, as: z.enum(companionRoles) }))
    .max(20)
    .default([]),
  separately: words.exactOptional(),
};

const proposeBody = z.strictObject({
  enterprise: idOf,
  premises: premisesId,
  items: itemCodes,
  occasion: occasionBody.default({ kind: "routine" }),
  urgent: z.strictObject({ reasons: words, toldHead: person }).exactOptional(),
  ...planFields,
});

const distinct = (codes: readonly string[]) => [...new Set(codes)];

export const visitRoutes: readonly Route[] = [
  create("POST /enforcement/inspections", {
    summary: {
      zh: "提请检查（占用年度频次，须经负责人批准）",
      en: "Propose an inspection: the yearly cap counts it, and the head approves it",
    },
    allow: caseOfficers,
    of: siteInspection,
    id: ({ unique }) => unique,
    body: proposeBody,
    returns: siteInspections.returns,
    facts: async ({ body, runtime }) => ({
      ...(await visitFacts({ ...body, items: distinct(body.items) }, runtime)),
      leads: factReferences(lead, body.occasion.kind === "lead" ? [body.occasion.ref] : []),
    }),
    run: ({ body, facts }) => ({
      type: "propose" as const,
      ...body,
      items: distinct(body.items),
      ...visitKnown(facts),
      lead: facts.leads[0],
    }),
    others: {
      members: ({ body }) => ({ enterprise: member(enterprise, body.enterprise) }),
      commands: ({ id, body, facts }) => ({
        enterprise: bookingOf(id, { type: "propose", ...body, items: distinct(body.items) }, facts.items),
      }),
    },
    view: siteInspections.view,
  }),
  list("GET /enforcement/inspections", {
    summary: {
      zh: "检查列表：按状态（缺省为未办结）、检查对象、来源、是否频次之外；企业只见已告知或者已进行的",
      en: "Inspections by status (open ones if none is named), enterprise, occasion, or whether the cap counts them; an enterprise sees what it knows of",
    },
    allow: ["resident", ...office, ...overseers],
    of: siteInspection,
    query: {
      status: severalOf(visitStatuses).optional(),
      enterprise: idOf.optional(),
      /** The lead, draw, campaign or inspection that they follow. */
      ref: idOf.optional(),
      outside: z.literal("true").optional(),
      late: z.literal("true").optional(),
    },
    sparse: true,
    sorts: ["from"],
    returns: visitRow,
    find: ({ query, actor, runtime: { keyed } }) => {
      if (!hasRole(actor, [...office, ...overseers]))
        return {
          index: "byOwner",
          partition: `site-inspection:${enterpriseIdOf(keyed, actor?.party ?? "")}`,
          descending: true,
        };
      if (query.ref !== undefined) return { index: "byCase", partition: `site-inspection:${query.ref}` };
      if (query.enterprise !== undefined)
        return { index: "byOwner", partition: `site-inspection:${query.enterprise}`, descending: true };
      return (query.status ?? (["proposed", "approved", "entered", "recorded", "signed"] as const)).map((status) => ({
        index: "byStatus",
        partition: `site-inspection:${status}`,
      }));
    },
    keep: ({ state }, { query, actor, runtime: { town } }) =>
      mayReadVisit(state, actor, town) &&
      (hasRole(actor, [...office, ...overseers]) || isTheEnterprise(state, actor)) &&
      query.status?.includes(state.status) !== false &&
      (query.outside === undefined || !state.counted) &&
      (query.late === undefined || state.late.length > 0),
    view: (loaded) => viewVisitRow(loaded),
  }),
  siteInspections.read({ zh: "一次检查", en: "One inspection" }, ["resident", ...office, ...overseers], {
    view: viewVisitAlone,
  }),
  siteInspections.history({ zh: "检查的经过", en: "History of an inspection" }, [...office, ...overseers]),
];
