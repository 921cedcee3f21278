import * as z from "zod";
import { limitSchema, todayIn } from "../../../../shared/calendar/index.ts";
import { type Actor, present } from "../../../../shared/decider/index.ts";
import { create, list, type Route, resource, severalOf } from "../../../../shared/http/index.ts";
import { maskName } from "../../../../shared/identity-codes/index.ts";
import { isHeadFor } from "../../../../shared/people/index.ts";
import { certificatesOf, type Runtime } from "../../../../shared/service/index.ts";
import { sha256 as digestOf, factReference, type Loaded, member } from "../../../../shared/store/index.ts";
import { lineOrNothing, textOf } from "../../../../shared/text/index.ts";
import { penaltyKinds } from "../../../../shared/town/listed-penalties.ts";
import type { Role } from "../../../../shared/town/roles.ts";
import { officerView, officialNumber, text } from "../../common/api/schemas.ts";
import { knownOfficer, knownPower } from "../../common/domain/known-power.ts";
import { lighteningGrounds } from "../../penalty-list/domain/index.ts";
import { partyKinds } from "../domain/case/case.ts";
import { penaltyCase } from "../domain/case/decider.ts";
import { onSpotMoves, onSpotPenalty } from "../domain/on-spot/decider.ts";
import type { OnSpotPenalty } from "../domain/on-spot/on-spot.ts";
import { penalRecordId } from "../domain/penal-record/id.ts";
import { penalRecord } from "../domain/penal-record/penal-record.ts";
import { date, line, partyBody, partyOf, penaltyCode, person, place, sha256, words } from "./case-bodies.ts";
import { caseHouse, officers, officersTold } from "./case-register.ts";
import { listedIn, penaltiesOf } from "./penalties.ts";

const statuses = ["recorded", "decided", "reported", "settled", "ordinary", "dropped"] as const;
const treasury = ["cashier", "accountant"] as const satisfies readonly Role[];

const correction = z.discriminatedUnion("how", [
  z.strictObject({ how: z.literal("at-once") }),
  z.strictObject({ how: z.literal("by"), on: date }),
]);
const form = z.discriminatedUnion("how", [
  z.strictObject({ how: z.literal("signed") }),
  z.strictObject({ how: z.literal("refused"), witness: line.exactOptional(), recording: sha256.exactOptional() }),
]);
const told = z.strictObject({
  cardsShown: z.boolean(),
  factsAndBasis: z.boolean(),
  rights: z.boolean(),
  defence: z.strictObject({ stated: z.boolean(), note: textOf(2_000) }),
});

export const onSpotView = z.object({
  id: z.string(),
  version: z.int(),
  status: z.enum(statuses),
  item: z.string(),
  name: text,
  on: date,
  address: z.string(),
  facts: z.string(),
  party: z.object({ kind: z.enum(partyKinds), name: z.string() }),
  officers: z.array(officerView),
  recordedBy: z.string(),
  kinds: z.array(z.enum(penaltyKinds)),
  amountFen: z.int(),
  legalBasis: z.string(),
  tier: z.string(),
  correction: z.object({ how: z.enum(["at-once", "by"]), on: date.optional() }),
  number: officialNumber.optional(),
  decidedOn: date.optional(),
  inWhoseName: z.object({ name: text, uscc: z.string() }).optional(),
  remedies: z.object({ review: text, days: z.int(), reviewFirst: z.boolean() }).optional(),
  reportBy: limitSchema.optional(),
  reportedOn: date.optional(),
  collection: z
    .object({
      on: date,
      receipt: z.string(),
      handInBy: limitSchema,
      handedInOn: date.optional(),
      depositBy: limitSchema.optional(),
      depositedOn: date.optional(),
    })
    .optional(),
  paidOn: date.optional(),
  case: z.string().optional(),
  late: z.array(z.enum(["report", "hand-in", "deposit"])),
});
const onSpotRow = onSpotView
  .pick({ id: true, version: true, status: true, item: true, on: true })
  .extend({ number: z.string().optional(), party: z.string(), officers: z.array(z.string()), late: z.boolean() });

function viewOnSpot({ id, version, state }: Loaded<OnSpotPenalty>): z.input<typeof onSpotView> {
  const {
    status,
    act,
    party,
    officers: two,
    recordedBy,
    kinds,
    amountFen,
    legalBasis,
    tier,
    correction: order,
  } = state;
  const { decision, collection } = state;
  return {
    ...{ id, version, status, item: act.code, name: act.name, on: act.on, address: act.address, facts: act.facts },
    ...{ recordedBy, amountFen, legalBasis, tier, correction: order },
    party: { kind: party.kind, name: nameOf(state) },
    officers: two.map((one) => ({ ...one })),
    kinds: [...kinds],
    late: [...state.late],
    ...(decision === undefined
      ? {}
      : {
          number: decision.number,
          decidedOn: decision.on,
          inWhoseName: decision.inWhoseName,
          remedies: decision.remedies,
          reportBy: decision.reportBy,
        }),
    ...present({ reportedOn: decision?.reportedOn, paidOn: state.paidOn, case: state.case }),
    ...(collection === undefined
      ? {}
      : {
          collection: {
            on: collection.on,
            receipt: collection.receipt,
            handInBy: collection.handInBy,
            ...present({
              handedInOn: collection.handedIn?.on,
              depositBy: collection.handedIn?.depositBy,
              depositedOn: collection.depositedOn,
            }),
          },
        }),
  };
}
const nameOf = ({ party }: OnSpotPenalty) => (party.kind === "citizen" ? maskName(party.name) : party.name);

function viewOnSpotRow({ id, version, state }: Loaded<OnSpotPenalty>): z.output<typeof onSpotRow> {
  return {
    ...{ id, version, status: state.status, item: state.act.code, on: state.act.on },
    party: nameOf(state),
    officers: state.officers.map(({ sub }) => sub),
    late: state.late.length > 0,
    ...present({ number: state.decision?.number.text.zh }),
  };
}

/** Its two officers, their squad leader, the head, who leads or supervises; who got its money; the party once it is decided. */
function mayReadOnSpot(
  { officers: two, party, status, collection }: OnSpotPenalty,
  actor: Actor,
  { town, clock }: Runtime,
) {
  if (actor.party !== undefined && actor.party === party.key) return status !== "recorded";
  if (two.some(({ sub }) => sub === actor.sub) || collection?.handedIn?.to === actor.sub) return true;
  if (actor.roles.some((role) => role === "leader" || role === "supervisor" || role === "archivist")) return true;
  if (actor.roles.includes("squad-leader") && actor.office === town.enforcementOffice) return true;
  if (town.enforcement.legalReviewers.some(({ sub }) => sub === actor.sub)) return true;
  return isHeadFor(town.enforcementOffice, actor.sub, "organ", { heads: town.heads, today: todayIn(clock()) });
}

const onSpotRegister = resource({
  of: onSpotPenalty,
  at: "/enforcement/on-spot-penalties",
  // A payment is noted by who keeps the town's books.
  staff: [...treasury],
  own: ({ state }, actor, runtime) => mayReadOnSpot(state, actor, runtime),
  moves: onSpotMoves,
  statusOf: ({ status }) => status,
  returns: onSpotView,
  view: (loaded) => viewOnSpot(loaded),
});

const load = async (id: string, { store }: Runtime) => (await store.load(onSpotPenalty, id))?.state;

/** The id of the case into which it turns: asked again it is the same. */
const ordinaryId = (id: string) => digestOf(`on-spot|${id}`).slice(0, 20).toUpperCase();

export const onSpotRoutes: readonly Route[] = [
  create("POST /enforcement/on-spot-penalties", {
    summary: {
      zh: "记录当场处罚（由另一名执法人员签字后作出）",
      en: "Record a penalty on the spot; the other officer's signature makes it",
    },
    allow: officers,
    of: onSpotPenalty,
    id: ({ unique }) => unique,
    body: z.strictObject({
      code: penaltyCode,
      place,
      address: line,
      facts: words,
      party: partyBody,
      with: person,
      told,
      kinds: z.array(z.enum(penaltyKinds)).min(1).max(5),
      amountFen: z.int().min(0).max(100_000_000),
      tier: lineOrNothing(60).default(""),
      grounds: z.array(z.enum(lighteningGrounds)).max(6).default([]),
      serious: z.boolean().exactOptional(),
      orderUnmet: z.boolean().exactOptional(),
      warningUnmet: z.boolean().exactOptional(),
      correction,
      form,
    }),
    facts: async ({ body, actor, runtime }) => ({
      penalties: penaltiesOf([body.code]),
      power: factReference(knownPower, body.code),
      certificates: await certificatesOf(knownOfficer, [actor.sub, body.with], runtime),
    }),
    run: ({ body: { party, ...body }, facts, runtime }) => ({
      type: "record" as const,
      ...body,
      party: partyOf(party, runtime.keyed),
      penalty: facts.penalties[0]?.content,
      power: facts.power,
      ...officersTold(facts.certificates),
    }),
    returns: onSpotRegister.returns,
    view: onSpotRegister.view,
  }),
  list("GET /enforcement/on-spot-penalties", {
    summary: { zh: "当场处罚列表：按状态、按执法人员", en: "Penalties on the spot by status or officer" },
    allow: [...caseHouse, ...treasury],
    of: onSpotPenalty,
    query: {
      status: severalOf(statuses).optional(),
      officer: person.optional(),
      late: z.literal("true").optional(),
    },
    sparse: true,
    returns: onSpotRow,
    find: ({ query }) =>
      (query.status ?? (["recorded", "decided", "reported"] as const)).map((status) => ({
        index: "byStatus",
        partition: `on-spot:${status}`,
        descending: true,
      })),
    keep: ({ state }, { query, actor, runtime }) =>
      actor !== undefined &&
      (actor.roles.some((role) => role === "cashier" || role === "accountant") ||
        mayReadOnSpot(state, actor, runtime)) &&
      query.status?.includes(state.status) !== false &&
      (query.officer === undefined || state.officers.some(({ sub }) => sub === query.officer)) &&
      (query.late === undefined || state.late.length > 0),
    view: (loaded) => viewOnSpotRow(loaded),
  }),
  onSpotRegister.read({ zh: "一件当场处罚", en: "One penalty on the spot" }, ["resident", ...caseHouse, ...treasury]),
  onSpotRegister.history({ zh: "当场处罚的经过", en: "History of a penalty on the spot" }, caseHouse),
  onSpotRegister.step("countersign", {
    summary: {
      zh: "另一名执法人员当日签字，处罚决定作出",
      en: "Sign as the other officer on the same day: the decision is made",
    },
    allow: officers,
    body: z.strictObject({}),
    learn: async ({ id, runtime }) => {
      const state = await load(id, runtime);
      if (state === undefined) return undefined;
      return {
        code: state.act.code,
        on: state.act.on,
        record: penalRecordId(runtime.keyed, state.party.key, state.act.code),
      };
    },
    learnsFromTable: true,
    facts: async ({ id, runtime }) => {
      const state = await load(id, runtime);
      const subs = (state?.officers ?? []).map(({ sub }) => sub);
      return {
        power: factReference(knownPower, state?.act.code ?? ""),
        certificates: await certificatesOf(knownOfficer, subs, runtime),
      };
    },
    run: ({ facts }) => ({ type: "countersign", power: facts.power, ...officersTold(facts.certificates) }),
    others: {
      members: ({ learnt }) => ({
        records: learnt === undefined ? [] : [member(penalRecord, learnt.record, { expects: "either" })],
      }),
      commands: ({ id, learnt, runtime }) => ({
        records:
          learnt === undefined
            ? []
            : [
                {
                  type: "record" as const,
                  of: id,
                  code: learnt.code,
                  actOn: learnt.on,
                  decidedOn: todayIn(runtime.clock()).toString(),
                  outcome: "punished" as const,
                },
              ],
      }),
    },
  }),
  onSpotRegister.step("report", {
    summary: { zh: "报所属行政机关备案", en: "Report it to the organ for record" },
    allow: officers,
    body: z.strictObject({}),
    run: () => ({ type: "report" }),
  }),
  onSpotRegister.step("collect", {
    summary: {
      zh: "当场收缴罚款（须填写财政票据号码）",
      en: "Collect the fine on the spot, with the number of the fiscal receipt",
    },
    allow: officers,
    body: z.strictObject({
      receipt: line,
      hardToEnforceLater: z.boolean(),
      remote: z.boolean(),
      partyProposes: z.boolean(),
      reasons: words,
    }),
    run: ({ body }) => ({ type: "collect", ...body }),
  }),
  onSpotRegister.step("hand-in", {
    summary: { zh: "将收缴的罚款交至本机关", en: "Hand the money to the organ" },
    allow: officers,
    body: z.strictObject({ to: person }),
    run: ({ body }) => ({ type: "hand-in", ...body }),
  }),
  onSpotRegister.step("deposit", {
    summary: { zh: "将罚款缴付指定银行", en: "Pay the money into the bank" },
    allow: treasury,
    body: z.strictObject({ voucher: line }),
    run: ({ body }) => ({ type: "deposit", ...body }),
  }),
  onSpotRegister.step("note-paid", {
    summary: { zh: "登记当事人已在银行缴款", en: "Note that the party paid at the bank" },
    allow: treasury,
    body: z.strictObject({ on: date, voucher: line }),
    run: ({ body }) => ({ type: "note-paid", ...body }),
  }),
  onSpotRegister.step("to-ordinary", {
    summary: { zh: "转普通程序（提请立案）", en: "Take the ordinary procedure: the case is proposed" },
    allow: officers,
    body: z.strictObject({ discoveredOn: date.exactOptional(), harm: z.boolean(), reasons: words }),
    learn: async ({ id, runtime }) => {
      const state = await load(id, runtime);
      return state === undefined ? undefined : { state };
    },
    learnsFromTable: true,
    facts: async ({ id, runtime }) => {
      const state = await load(id, runtime);
      const subs = (state?.officers ?? []).map(({ sub }) => sub);
      return {
        penalties: penaltiesOf(state === undefined ? [] : [state.act.code]),
        certificates: await certificatesOf(knownOfficer, subs, runtime),
      };
    },
    run: ({ id, body }) => ({ type: "to-ordinary", case: ordinaryId(id), reasons: body.reasons }),
    others: {
      members: ({ id, learnt }) => ({
        cases: learnt === undefined ? [] : [member(penaltyCase, ordinaryId(id), { expects: "new" })],
      }),
      commands: ({ id, body, learnt, facts }) => ({
        cases: learnt === undefined ? [] : [proposal(id, learnt.state, body, facts)],
      }),
    },
  }),
  onSpotRegister.step("drop", {
    summary: { zh: "听取申辩后不予处罚", en: "Drop it after the defence was heard" },
    allow: officers,
    body: z.strictObject({ reasons: words }),
    run: ({ body }) => ({ type: "drop", ...body }),
  }),
];

/** The proposal of the case into which a penalty on the spot turns: its act, its party, its two officers. */
function proposal(
  id: string,
  { act, party, officers: two }: OnSpotPenalty,
  { discoveredOn, harm }: { readonly discoveredOn?: string; readonly harm: boolean },
  {
    penalties,
    certificates,
  }: {
    readonly penalties: Parameters<typeof listedIn>[0];
    readonly certificates: Parameters<typeof officersTold>[0];
  },
) {
  const { code, on, place: where, address, facts } = act;
  const doneBy = { code, by: [party.id], from: on, until: on, discoveredOn: discoveredOn ?? on, harm };
  return {
    type: "propose" as const,
    acts: [{ ...doneBy, place: where, address, facts }],
    listed: listedIn(penalties),
    parties: [party],
    investigators: two.map(({ sub }) => sub),
    source: { kind: "on-spot" as const, id, receivedOn: on },
    ...officersTold(certificates),
  };
}
