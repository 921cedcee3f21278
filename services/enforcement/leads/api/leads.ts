import * as z from "zod";
import { present } from "../../../../shared/decider/index.ts";
import {
  create,
  hasRole,
  list,
  type Route,
  resource,
  severalOf,
  withoutActorOf,
} from "../../../../shared/http/index.ts";
import { type Keyed, partyKey, phone } from "../../../../shared/parties/index.ts";
import { factReferences } from "../../../../shared/store/index.ts";
import { domainCode, lineOf, personOrBodyName, textOf } from "../../../../shared/text/index.ts";
import type { Role } from "../../../../shared/town/roles.ts";
import { penaltyCase } from "../../cases/domain/case/decider.ts";
import { mayRead as mayReadCase } from "../../cases/index.ts";
import { caseOfficers, organHeads } from "../../common/api/roles.ts";
import { knownOfficer } from "../../common/domain/known-power.ts";
import { lead } from "../domain/decider.ts";
import { type LeadSource, leadMatters, leadSources, leadStatuses } from "../domain/lead.ts";
import type { Receive } from "../domain/messages.ts";
import { leadMoves } from "../domain/moves.ts";
import { isAccused, isEnforcer, mayReadLead } from "../domain/who.ts";
import { isInformant, leadRow, leadView, viewLead, viewLeadRow } from "./lead-view.ts";
import { similarTo } from "./similar.ts";

/** The office of enforcement, leaders and who supervises. Who reads a lead is a rule of each. */
export const leadHouse = [...caseOfficers, ...organHeads, "supervisor"] as const satisfies readonly Role[];

export const words = textOf(4_000, 2);
export const date = z.iso.date();
export const place = z.strictObject({ lng: z.number().min(-180).max(180), lat: z.number().min(-90).max(90) });
export const penaltyCode = z.string().regex(/^PN-\d{3}$/);
/** An id of the service or the paper that a lead comes from: no word of it may name a person. */
const sourceId = z.string().regex(/^[A-Za-z0-9_.:/-]{1,80}$/);

/** What is said of a matter. */
export const leadFields = {
  text: words,
  address: lineOf(200, 2),
  place: place.exactOptional(),
  happenedOn: date.exactOptional(),
  domain: domainCode.exactOptional(),
  item: penaltyCode.exactOptional(),
  accused: z.strictObject({ name: personOrBodyName, idNumber: lineOf(40).exactOptional() }).exactOptional(),
  knownOn: date.exactOptional(),
};

/** What another part of the house learnt of a breach, as a lead: the number of the accused is not kept, only his key. */
export const receiving = (
  { accused, ...said }: z.output<z.ZodObject<typeof leadFields>>,
  source: LeadSource,
  keyed: Keyed,
): Receive => ({
  ...{ type: "receive", source, matter: "breach", anonymous: false, concerned: [], ...said },
  ...present({ accused: accused === undefined ? undefined : accusedOf(accused, keyed) }),
});

export const leads = resource({
  of: lead,
  at: "/enforcement/leads",
  staff: [],
  own: ({ state }, actor, { town }) => mayReadLead(state, actor, town),
  moves: leadMoves,
  statusOf: ({ status }) => status,
  returns: leadView,
  view: viewLead,
});

/** Leads (E6, E8): anybody informs, the office checks, and the source is told what came of it. */
export const leadRoutes: readonly Route[] = [
  create("POST /enforcement/leads", {
    summary: {
      zh: "提供违法线索或者投诉执法行为（可匿名；来人来电由窗口代录，巡查等由执法人员登记）",
      en: "Inform of a breach, or complain about an enforcement act; anonymously if wished",
    },
    allow: ["resident", "clerk", "officer", "squad-leader", "approver"],
    of: lead,
    id: ({ unique }) => unique,
    body: z.strictObject({
      source: z
        .strictObject({ kind: z.enum(leadSources), id: sourceId.exactOptional() })
        .default({ kind: "complaint" }),
      matter: z.enum(leadMatters).default("breach"),
      ...leadFields,
      anonymous: z.boolean().default(false),
      informant: z.strictObject({ name: personOrBodyName, phone }).exactOptional(),
      concerns: z
        .strictObject({
          case: lineOf(60).exactOptional(),
          certificates: z.array(lineOf(60)).max(10).default([]),
        })
        .exactOptional(),
    }),
    facts: ({ body: { concerns } }) => ({
      cases: factReferences(penaltyCase, concerns?.case === undefined ? [] : [concerns.case]),
      officers: factReferences(knownOfficer, concerns?.certificates ?? []),
    }),
    // Whether there is such a case or such an officer, the answer does not say.
    run: ({ body: { concerns: _concerns, accused, ...body }, facts, runtime }) => {
      const handlers = facts.cases.flatMap((one) => [
        ...(one?.handlers ?? []),
        ...(one?.officers ?? []).map(({ sub }) => sub),
      ]);
      const named = facts.officers.flatMap((one) => (one === undefined ? [] : [one.sub]));
      return {
        type: "receive" as const,
        ...body,
        ...(accused === undefined ? {} : { accused: accusedOf(accused, runtime.keyed) }),
        concerned: [...new Set([...handlers, ...named])],
      };
    },
    returns: leads.returns,
    view: leads.view,
  }),
  list("GET /enforcement/leads", {
    summary: {
      zh: "线索列表：按状态（缺省为未办结）、领域、来源、是否逾期；群众只见本人的",
      en: "Leads by status (open ones if none is named), domain, source or lateness; a resident sees his own",
    },
    allow: ["resident", ...leadHouse],
    of: lead,
    query: {
      status: severalOf(leadStatuses).optional(),
      domain: domainCode.optional(),
      source: z.enum(leadSources).optional(),
      matter: z.enum(leadMatters).optional(),
      late: z.literal("true").optional(),
    },
    sorts: ["receivedOn"],
    sparse: true,
    returns: leadRow,
    find: ({ query, actor }) => {
      if (!hasRole(actor, leadHouse))
        return { index: "byOwner", partition: `lead:${actor?.sub ?? ""}`, descending: true };
      return (query.status ?? (["received", "checked", "verified"] as const)).map((status) => ({
        index: "byStatus",
        partition: `lead:${status}`,
      }));
    },
    keep: ({ state }, { query, actor, runtime: { town } }) =>
      mayReadLead(state, actor, town) &&
      query.status?.includes(state.status) !== false &&
      (query.domain === undefined || state.domain === query.domain) &&
      (query.source === undefined || state.source.kind === query.source) &&
      (query.matter === undefined || state.matter === query.matter) &&
      (query.late === undefined || state.late),
    view: (loaded) => viewLeadRow(loaded),
  }),
  leads.read({ zh: "一条线索（不示线索提供人）", en: "One lead, without who informs" }, ["resident", ...leadHouse], {
    view: async (loaded, viewing) => {
      const { actor, runtime } = viewing;
      const view = viewLead(loaded, viewing);
      const ofTheOffice = actor !== undefined && isEnforcer(actor, runtime.town) && !isInformant(loaded.state, actor);
      if (!ofTheOffice || loaded.state.matter !== "breach") return view;
      const similar = await similarTo(loaded, runtime, {
        lead: (one) => !isAccused(one, actor),
        case: (one) => mayReadCase(one, actor, runtime),
      });
      return { ...view, similar };
    },
  }),
  // The envelope of the first event would say who informed.
  leads.history(
    { zh: "一条线索的全部经过（不示线索提供人）", en: "All that happened to a lead, without who informs" },
    ["squad-leader", "approver", "leader", "supervisor"],
    withoutActorOf(["enforcement.lead.recorded"]),
  ),
];

const accusedOf = ({ name, idNumber }: { readonly name: string; readonly idNumber?: string }, keyed: Keyed) => ({
  name,
  ...present({ key: idNumber === undefined ? undefined : partyKey(keyed, { idNumber }) }),
});
