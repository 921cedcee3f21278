import * as z from "zod";
import { limitSchema } from "../../../../shared/calendar/index.ts";
import type { Actor } from "../../../../shared/decider/index.ts";
import { present } from "../../../../shared/decider/index.ts";
import { fileDigest } from "../../../../shared/files/digest.ts";
import { create, list, type Route, resource, rowOf, severalOf } from "../../../../shared/http/index.ts";
import { officialNumber } from "../../../../shared/papers/official-number-schema.ts";
import { partyKey } from "../../../../shared/parties/index.ts";
import { certificatesOf, type Runtime } from "../../../../shared/service/index.ts";
import { factReference, factReferences, type Loaded } from "../../../../shared/store/index.ts";
import { lineOf, personOrBodyName, textOf, titled } from "../../../../shared/text/index.ts";
import { isTheParty, penaltyCase, placeOf, proceeding } from "../../cases/index.ts";
import { caseHouse, caseOfficers, organHeads } from "../../common/api/roles.ts";
import { knownOfficer } from "../../common/domain/known-power.ts";
import { delivery } from "../../service-of-papers/domain/decider.ts";
import type { ServedPaper } from "../domain/building.ts";
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

const date = z.iso.date();
const fen = z.int().min(0).max(100_000_000_000);
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
  costs: z.object({ claimedOn: date, claimedFen: z.int() }).optional(),
  endedOn: date.optional(),
});

const viewPaper = ({ number, issuedOn, servedOn }: ServedPaper) => ({ number, issuedOn, ...present({ servedOn }) });

function viewSubstitution({ id, version, state }: Loaded<Substitution>): z.input<typeof substitutionView> {
  const { status, begunOn, description, ordinary, demand, decision, reminder, atOnce, performedOn, claim, endedOn } =
    state;
  return {
    ...{ id, version, status, begunOn, description, kind: ordinary === undefined ? "at-once" : "ordinary" },
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
    ...(claim === undefined ? {} : { costs: { claimedOn: claim.on, claimedFen: claim.amountFen } }),
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
const substitutions = resource({
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
async function substitutionFacts(asking: Asking) {
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
    domain: lineOf(40),
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
    returns: substitutionRow,
    find: ({ query }) => {
      if (query.case !== undefined) return { index: "byCase", partition: `substitution:${query.case}` };
      const asked = query.status ?? (["demanded", "decided", "performed"] as const);
      return asked.map((status) => ({ index: "byStatus", partition: `substitution:${status}` }));
    },
    keep: ({ state }, { query, actor, runtime }) =>
      actor !== undefined && isKnown(state.handlers, actor, runtime) && query.status?.includes(state.status) !== false,
    view: rowOf(substitutionRow, viewSubstitution),
  }),
  substitutions.read({ zh: "一次代履行", en: "One substitute performance" }, [...caseHouse, "resident"]),
  substitutions.history({ zh: "代履行的经过", en: "All that happened to it" }, caseHouse),
  substitutions.step("note-service", {
    summary: { zh: "文书已送达（以送达记录为准）", en: "A paper was served, by its delivery" },
    allow: caseOfficers,
    body: z.strictObject({ delivery: titled(lineOf(120), { zh: "送达记录", en: "Delivery" }) }),
    facts: async (asking) => ({
      ...(await substitutionFacts(asking)),
      delivery: factReference(delivery, asking.body.delivery),
    }),
    run: ({ body, facts: { delivery: own, ...facts } }) => ({
      type: "note-service",
      deliveryId: body.delivery,
      delivery: own,
      ...buildingKnown(facts),
    }),
  }),
  substitutions.step("decide", {
    summary: { zh: "作出代履行决定（负责人）", en: "Decide that another one does it, as the head" },
    allow: organHeads,
    body: z.strictObject({
      reasons: words,
      performer: personOrBodyName,
      estimateFen: fen.min(1),
      plannedFor: date,
    }),
    facts: substitutionFacts,
    run: ({ body, facts }) => ({ type: "decide", ...body, ...buildingKnown(facts) }),
  }),
  substitutions.step("remind", {
    summary: { zh: "实施前催告（三个工作日前）", en: "Tell the party once more, three working days before" },
    allow: caseOfficers,
    body: z.strictObject({ text: words }),
    facts: substitutionFacts,
    run: ({ body, facts }) => ({ type: "remind", ...body, ...buildingKnown(facts) }),
  }),
  substitutions.step("perform", {
    summary: {
      zh: "实施代履行（到场监督，在场人签名）",
      en: "It is done today; an officer is there, and those present sign",
    },
    allow: caseOfficers,
    body: z.strictObject({
      record: fileDigest,
      signedBy: titled(z.array(personOrBodyName).min(1).max(20), { zh: "签名人", en: "Who signed" }),
    }),
    facts: substitutionFacts,
    run: ({ body, facts }) => ({ type: "perform", ...body, ...buildingKnown(facts) }),
  }),
  substitutions.step("stop", {
    summary: { zh: "当事人已履行，停止代履行", en: "The party did it himself" },
    allow: caseOfficers,
    body: z.strictObject({ reasons: words }),
    facts: substitutionFacts,
    run: ({ body, facts }) => ({ type: "stop", ...body, ...buildingKnown(facts) }),
  }),
  substitutions.step("tell-party", {
    summary: { zh: "事后通知不在场的当事人", en: "Tell the party who was not there" },
    allow: caseOfficers,
    body: z.strictObject({ on: date, proof: fileDigest }),
    run: ({ body }) => ({ type: "tell-party", ...body }),
  }),
  substitutions.step("claim-costs", {
    summary: { zh: "向当事人收取合理费用（负责人）", en: "Claim the reasonable cost from the party, as the head" },
    allow: organHeads,
    body: z.strictObject({
      items: z
        .array(z.strictObject({ description: lineOf(200), amountFen: fen.min(1), proof: fileDigest }))
        .min(1)
        .max(50),
      salvageFen: fen.default(0),
      explanation: textOf(2_000, 2).exactOptional(),
    }),
    facts: substitutionFacts,
    run: ({ body, facts }) => ({ type: "claim-costs", ...body, ...buildingKnown(facts) }),
  }),
  substitutions.step("close", {
    summary: { zh: "不收取费用，办结（负责人）", en: "Close it without a claim, as the head" },
    allow: organHeads,
    body: z.strictObject({ reasons: words }),
    facts: substitutionFacts,
    run: ({ body, facts }) => ({ type: "close", ...body, ...buildingKnown(facts) }),
  }),
];
