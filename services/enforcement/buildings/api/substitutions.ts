import * as z from "zod";
import { limitSchema } from "../../../../shared/calendar/index.ts";
import type { Actor } from "../../../../shared/decider/index.ts";
import { present } from "../../../../shared/decider/index.ts";
import { create, list, type Route, resource, rowOf, severalOf } from "../../../../shared/http/index.ts";
import { officialNumber } from "../../../../shared/papers/official-number-schema.ts";
import { partyKey } from "../../../../shared/parties/index.ts";
import { certificatesOf, type Runtime } from "../../../../shared/service/index.ts";
import { factReferences, type Loaded } from "../../../../shared/store/index.ts";
import { domainCode, lineOf, personOrBodyName, titled } from "../../../../shared/text/index.ts";
import { isTheParty, penaltyCase, placeOf, proceeding } from "../../cases/index.ts";
import { caseHouse, caseOfficers } from "../../common/api/roles.ts";
import { knownOfficer } from "../../common/domain/known-power.ts";
import type { ServedPaper } from "../domain/building.ts";
import { viewCosts } from "../domain/costs-paid.ts";
import { substitution } from "../domain/substitution/decider.ts";
import { substitutionMoves } from "../domain/substitution/moves.ts";
import {
  removalSites,
  removedThings,
  type Substitution,
  substitutionGrounds,
  substitutionStatuses,
  substitutionTasks,
} from "../domain/substitution/substitution.ts";
import { buildingKnown, factsFor, files, isKnown, person, words } from "./buildings.ts";
import { costsView } from "./costs-view.ts";

const date = z.iso.date();
const paper = z.object({ number: officialNumber, issuedOn: date, servedOn: date.optional() });
const removed = titled(z.enum(removedThings), { zh: "清除物", en: "What is removed" });

const substitutionView = z.object({
  id: z.string(),
  version: z.int(),
  status: z.enum(substitutionStatuses),
  kind: z.enum(["ordinary", "at-once"]),
  begunOn: date,
  description: z.string(),
  case: z.string().optional(),
  proceeding: z.string().optional(),
  act: z.string().optional(),
  ground: z.enum(substitutionGrounds).optional(),
  task: z.enum(substitutionTasks).optional(),
  demand: paper.extend({ term: limitSchema.optional() }).optional(),
  substitutionDecision: paper.extend({ performer: z.string(), estimateFen: z.int(), plannedFor: date }).optional(),
  reminder: paper.optional(),
  atOnce: z
    .object({
      removed,
      site: z.enum(removalSites),
      partyPresent: z.boolean(),
      toldOn: date.optional(),
      tellBy: date,
      late: z.boolean(),
    })
    .optional(),
  performedOn: date.optional(),
  costs: costsView.optional(),
  endedOn: date.optional(),
});

const viewPaper = ({ number, issuedOn, servedOn }: ServedPaper) => ({ number, issuedOn, ...present({ servedOn }) });

function viewSubstitution({ id, version, state }: Loaded<Substitution>) {
  const { status, begunOn, description, ordinary, demand, decision, reminder, atOnce, performedOn, claim, endedOn } =
    state;
  return {
    ...{ id, version, status, begunOn, description },
    kind: ordinary === undefined ? ("at-once" as const) : ("ordinary" as const),
    ...present({ case: ordinary?.case, proceeding: ordinary?.proceeding, act: ordinary?.act }),
    ...present({ ground: ordinary?.ground, task: ordinary?.task, performedOn, endedOn }),
    ...(demand === undefined ? {} : { demand: { ...viewPaper(demand), ...present({ term: demand.term }) } }),
    ...(decision === undefined
      ? {}
      : {
          substitutionDecision: {
            ...viewPaper(decision),
            ...{ performer: decision.performer, estimateFen: decision.estimateFen, plannedFor: decision.plannedFor },
          },
        }),
    ...(reminder === undefined ? {} : { reminder: viewPaper(reminder) }),
    ...(atOnce === undefined
      ? {}
      : {
          atOnce: {
            ...{ removed: atOnce.what, site: atOnce.site, partyPresent: atOnce.partyPresent, tellBy: atOnce.tellBy },
            ...{ late: atOnce.late === true, ...present({ toldOn: atOnce.toldOn }) },
          },
        }),
    ...(claim === undefined ? {} : { costs: viewCosts(claim) }),
  };
}
const substitutionRow = substitutionView.pick({
  id: true,
  version: true,
  status: true,
  kind: true,
  begunOn: true,
  case: true,
  performedOn: true,
  endedOn: true,
});

/** Who deals with it, and of an ordinary one the party. */
export const substitutions = resource({
  of: substitution,
  at: "/enforcement/substitutions",
  staff: [],
  own: async ({ state }, actor, runtime) => {
    if (isKnown(state.handlers, actor, runtime)) return true;
    if (state.ordinary === undefined) return state.party !== undefined && state.party === actor.party;
    const of = (await runtime.store.load(proceeding, state.ordinary.proceeding))?.state;
    return of !== undefined && isTheParty(of, actor);
  },
  moves: substitutionMoves,
  statusOf: ({ status }) => status,
  returns: substitutionView,
  view: viewSubstitution,
});

interface Asking {
  readonly id: string;
  readonly actor: Actor;
  readonly runtime: Runtime;
}
export async function substitutionFacts(asking: Asking) {
  const of = (await asking.runtime.store.load(substitution, asking.id))?.state.ordinary;
  return factsFor(asking, of?.proceeding ?? "", of?.code ?? "");
}
async function actCode(runtime: Runtime, of: string, act: string): Promise<string> {
  const acts = (await runtime.store.load(penaltyCase, placeOf(of).caseId))?.state.acts ?? [];
  return acts.find((one) => one.id === act)?.code ?? "";
}

const place = z.strictObject({ lng: z.number().min(-180).max(180), lat: z.number().min(-90).max(90) });
const beginning = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("ordinary"),
    proceeding: lineOf(80),
    act: z.string().regex(/^A\d{1,3}$/),
    ground: z.enum(substitutionGrounds),
    task: z.enum(substitutionTasks),
    description: words,
    by: titled(date, { zh: "期限", en: "Last day" }),
  }),
  z.strictObject({
    kind: z.literal("at-once"),
    removed,
    site: z.enum(removalSites),
    place,
    domain: domainCode,
    with: person,
    description: words,
    partyPresent: z.boolean(),
    party: z.strictObject({ name: personOrBodyName, idNumber: lineOf(40) }).exactOptional(),
    files,
  }),
]);

/** Substitute performance (QZ-50 to QZ-52). */
export const substitutionRoutes: readonly Route[] = [
  create("POST /enforcement/substitutions", {
    summary: {
      zh: "代履行：催告履行，或者立即清除（道路、河道、公共场所的遗洒物、障碍物、污染物）",
      en: "Demand what another will do else, or remove at once a spill, an obstacle or dirt in public",
    },
    allow: caseOfficers,
    of: substitution,
    body: beginning,
    returns: substitutions.returns,
    id: ({ unique }) => unique,
    facts: async ({ id, body, actor, runtime }) => {
      const of = body.kind === "ordinary" ? body.proceeding : "";
      const code = body.kind === "ordinary" ? await actCode(runtime, of, body.act) : "";
      const named = body.kind === "ordinary" ? [] : [actor.sub, body.with];
      return {
        ...(await factsFor({ id, actor, runtime }, of, code)),
        named:
          named.length === 0 ? factReferences(knownOfficer, []) : await certificatesOf(knownOfficer, named, runtime),
      };
    },
    run: ({ body, facts: { named, ...facts }, runtime }) => {
      if (body.kind === "ordinary") {
        const { kind: _kind, proceeding: proceedingId, ...asked } = body;
        return { type: "demand" as const, ...asked, proceedingId, ...buildingKnown(facts) };
      }
      const { kind: _kind, removed: what, party, ...asked } = body;
      const known =
        party === undefined
          ? {}
          : { party: { name: party.name, key: partyKey(runtime.keyed, { idNumber: party.idNumber }) } };
      return {
        type: "remove-at-once" as const,
        ...asked,
        ...known,
        what,
        officers: named.filter((one) => one !== undefined),
      };
    },
    view: substitutions.view,
  }),
  list("GET /enforcement/substitutions", {
    summary: { zh: "代履行：按状态或者案件", en: "Substitute performance by status or case" },
    allow: caseHouse,
    of: substitution,
    query: { status: severalOf(substitutionStatuses).optional(), case: lineOf(120).optional() },
    sorts: ["begunOn"],
    returns: substitutionRow,
    find: ({ query }) => {
      if (query.case !== undefined) return { index: "byCase", partition: `substitution:${query.case}`, unsorted: true };
      const asked = query.status ?? (["demanded", "decided", "performed"] as const);
      return asked.map((status) => ({ index: "byStatus", partition: `substitution:${status}` }));
    },
    keep: ({ state }, { query, actor, runtime }) =>
      actor !== undefined && isKnown(state.handlers, actor, runtime) && query.status?.includes(state.status) !== false,
    view: rowOf(substitutionRow, viewSubstitution),
  }),
  substitutions.read({ zh: "一次代履行", en: "One substitute performance" }, [...caseHouse, "resident"]),
  substitutions.history({ zh: "代履行的经过", en: "All that happened to it" }, caseHouse),
];
