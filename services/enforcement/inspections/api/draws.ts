import { randomBytes } from "node:crypto";
import * as z from "zod";
import { todayIn } from "../../../../shared/calendar/index.ts";
import { present } from "../../../../shared/decider/index.ts";
import { create, list, type Route, readById, resource, severalOf } from "../../../../shared/http/index.ts";
import { officialNumber } from "../../../../shared/papers/official-number-schema.ts";
import { certificatesOf, type Runtime } from "../../../../shared/service/index.ts";
import {
  sha256 as digestOf,
  factReference,
  factReferences,
  type Loaded,
  member,
} from "../../../../shared/store/index.ts";
import { lineOf, signsLike, titled } from "../../../../shared/text/index.ts";
import type { Role } from "../../../../shared/town/roles.ts";
import { caseOfficers } from "../../common/api/roles.ts";
import { there } from "../../common/api/there.ts";
import { knownOfficer } from "../../common/domain/known-power.ts";
import { inspectionDraw } from "../domain/draw/decider.ts";
import {
  drawMoves,
  drawnOfficers,
  exclusionGrounds,
  type InspectionDraw,
  replacementGrounds,
} from "../domain/draw/draw.ts";
import { poolText } from "../domain/draw/drawing.ts";
import { enterprise } from "../domain/enterprise/decider.ts";
import { inspectionItem } from "../domain/item/decider.ts";
import { siteInspection } from "../domain/visit/decider.ts";
import { date, id as idOf, itemCodes, line, office, person, premisesId } from "./bodies.ts";
import { bookingOf, visitFacts, visitKnown } from "./proposal.ts";

const method = {
  zh: "终值=SHA-256（种子|公开词|venue|标号），按终值由小到大取前若干个标号；每个标号的人员按SHA-256（种子|公开词|officer|标号|执法证号）由小到大，取前两名",
  en: "Labels in the order of SHA-256(seed|word|venue|label), the first so many; for each label the officers in the order of SHA-256(seed|word|officer|label|certificate), the first two",
};
const label = z.string().regex(/^[0-9A-F]{12}$/);

const drawView = z.object({
  id: z.string(),
  version: z.int(),
  status: z.enum(["committed", "drawn"]),
  number: officialNumber,
  title: z.string(),
  items: z.array(z.string()),
  from: date,
  until: date,
  committedOn: date,
  seedDigest: z.string(),
  poolDigest: z.string(),
  /** The digested text: with it anybody computes the draw. */
  pool: z.object({ text: z.string(), count: z.int(), venues: z.array(z.string()), officers: z.array(z.string()) }),
  excluded: z.array(z.object({ label: z.string(), ground: z.enum(exclusionGrounds) })),
  method: titled(z.object({ zh: z.string(), en: z.string() }), { zh: "抽取方法", en: "How it is computed" }),
  drawnOn: date.optional(),
  seed: z.string().optional(),
  word: z.string().optional(),
  drawn: z.array(z.object({ label: z.string(), officers: z.array(z.string()), inspection: z.string().optional() })),
  replaced: z.array(z.object({ label: z.string(), certificate: z.string(), ground: z.enum(replacementGrounds) })),
  /** Of the office: what each label stands for. */
  venues: z.array(z.object({ label: z.string(), enterprise: z.string(), premises: z.string() })).optional(),
});
const drawRow = drawView
  .pick({ id: true, version: true, status: true, title: true, from: true, until: true, committedOn: true })
  .extend({ number: z.string() });

/** Public, save what a label stands for: an enterprise does not learn of a visit by its draw. The seed is told once it is drawn. */
function viewDraw({ id, version, state }: Loaded<InspectionDraw>, inside: boolean) {
  const { status, number, title, items, from, until, committedOn, seedDigest, poolDigest, pool, drawnOn, word } = state;
  return {
    ...{ id, version, status, number, title, from, until, committedOn, seedDigest, poolDigest, method },
    items: [...items],
    pool: { text: poolText(pool), count: pool.count, venues: [...pool.venues], officers: [...pool.officers] },
    excluded: state.excluded.map((one) => ({ ...one })),
    ...present({ drawnOn, word, seed: drawnOn === undefined ? undefined : state.seed }),
    drawn: state.drawn.map((one) => ({
      ...{ label: one.label, officers: [...one.officers] },
      ...present({
        inspection: inside ? state.proposed.find((other) => other.label === one.label)?.inspection : undefined,
      }),
    })),
    replaced: state.replaced.map(({ label: of, certificate, ground }) => ({ label: of, certificate, ground })),
    ...(inside ? { venues: state.venues.map((one) => ({ ...one })) } : {}),
  };
}

const readers = [...office, "leader", "supervisor"] as const satisfies readonly Role[];

export const draws = resource({
  of: inspectionDraw,
  at: "/enforcement/inspection-draws",
  staff: readers,
  moves: drawMoves,
  statusOf: ({ status }) => status,
  returns: drawView,
  view: (loaded) => viewDraw(loaded, true),
});

const stateOf = async (id: string, { store }: Runtime) => (await store.load(inspectionDraw, id))?.state;
const learnt = {
  learn: async ({ id, runtime }: { readonly id: string; readonly runtime: Runtime }) => {
    const state = await stateOf(id, runtime);
    return state === undefined ? undefined : { state };
  },
  learnsFromTable: true,
};

/** The inspection of a venue that was drawn: asked again it is the same. */
const inspectionIdOf = (id: string, of: string) => digestOf(`draw|${id}|${of}`).slice(0, 20).toUpperCase();
const venueOf = (state: InspectionDraw | undefined, of: string) => state?.venues.find((one) => one.label === of);

export const drawRoutes: readonly Route[] = [
  list("GET /enforcement/inspection-draws", {
    summary: { zh: "双随机抽取（公开）", en: "Random choices of venues and officers" },
    allow: "public",
    of: inspectionDraw,
    query: { status: severalOf(["committed", "drawn"]).optional() },
    sorts: ["committedOn"],
    returns: drawRow,
    find: ({ query }) =>
      (query.status ?? ["committed", "drawn"]).map((status) => ({
        index: "byStatus",
        partition: `inspection-draw:${status}`,
        descending: true,
      })),
    view: ({ id, version, state: { status, title, number, from, until, committedOn } }) => ({
      ...{ id, version, status, title, from, until, committedOn, number: number.text.zh },
    }),
  }),
  create("POST /enforcement/inspection-draws", {
    summary: {
      zh: "固定抽取对象和人员，公布种子摘要",
      en: "Fix who takes part, and publish the digest of the seed",
    },
    allow: caseOfficers,
    of: inspectionDraw,
    id: ({ unique }) => unique,
    body: z.strictObject({
      title: line,
      items: itemCodes,
      from: date,
      until: date,
      count: titled(z.int().min(1).max(50), { zh: "抽取数", en: "Number drawn" }),
      venues: z
        .array(z.strictObject({ enterprise: idOf, premises: premisesId }))
        .min(2)
        .max(90),
      officers: z.array(person).min(2).max(100),
    }),
    returns: draws.returns,
    learn: async () => randomBytes(32).toString("hex"),
    facts: async ({ body, runtime }) => ({
      itemStates: factReferences(inspectionItem, body.items),
      enterprises: factReferences(
        enterprise,
        body.venues.map((one) => one.enterprise),
      ),
      certificates: await certificatesOf(knownOfficer, body.officers, runtime),
    }),
    run: ({ id, body: { venues, ...body }, facts, learnt: seed = "", runtime }) => ({
      ...{ type: "commit" as const, ...body, seed, hash: digestOf },
      itemStates: facts.itemStates,
      certificates: there(facts.certificates),
      venues: venues.map((one, at) => ({
        ...{ ...one, label: runtime.keyed("draw-label", `${id}|${one.enterprise}`, 12), state: facts.enterprises[at] },
      })),
    }),
    view: draws.view,
  }),
  readById("GET /enforcement/inspection-draws/{id}", {
    summary: { zh: "一次抽取（可由任何人重算）", en: "One draw, which anybody can compute again" },
    allow: "public",
    of: inspectionDraw,
    returns: drawView,
    view: (loaded) => viewDraw(loaded, false),
  }),
  draws.read({ zh: "一次抽取及各标号对应的检查对象", en: "One draw, with what its labels stand for" }, readers, {
    below: "/office",
  }),
  draws.step("draw", {
    summary: { zh: "抽取（非拟定人，说出一个公开词）", en: "Draw, as another person, with a word of one's own" },
    allow: ["squad-leader", "approver", "leader", "supervisor"],
    body: z.strictObject({ word: signsLike(40, /^[\p{L}\p{N}-]*$/u) }),
    run: ({ body }) => ({ type: "draw", ...body, hash: digestOf }),
  }),
  draws.step("propose", {
    summary: { zh: "对抽中的对象提请检查（与检查同时生成）", en: "Propose the inspection of a venue that was drawn" },
    allow: caseOfficers,
    body: z.strictObject({ label }),
    ...learnt,
    facts: async ({ id, body, runtime }) => {
      const state = await stateOf(id, runtime);
      const subs = state === undefined ? [] : drawnOfficers(state, body.label);
      const of = venueOf(state, body.label)?.enterprise ?? "";
      return visitFacts({ enterprise: of, items: state?.items ?? [], officers: subs }, runtime);
    },
    run: ({ id, body }) => ({ type: "propose", ...body, inspection: inspectionIdOf(id, body.label) }),
    others: {
      members: ({ id, body, learnt: found }) => {
        const venue = venueOf(found?.state, body.label);
        return {
          visits:
            venue === undefined ? [] : [member(siteInspection, inspectionIdOf(id, body.label), { expects: "new" })],
          registers: venue === undefined ? [] : [member(enterprise, venue.enterprise)],
        };
      },
      commands: ({ id, body, learnt: found, facts, runtime }) => {
        const venue = venueOf(found?.state, body.label);
        if (found === undefined || venue === undefined) return { visits: [], registers: [] };
        const { items, until } = found.state;
        const today = todayIn(runtime.clock()).toString();
        // Proposed while the period of the draw runs, it may be held from today on.
        const from = found.state.from > today ? found.state.from : today;
        const plan = {
          ...{ type: "propose" as const, enterprise: venue.enterprise, premises: venue.premises, items, from, until },
          ...{ occasion: { kind: "random" as const, ref: id }, manner: "planned" as const, separately: `双随机${id}` },
          ...{ departments: [], companions: [], officers: drawnOfficers(found.state, body.label) },
        };
        const inspection = inspectionIdOf(id, body.label);
        return {
          visits: [{ ...plan, ...visitKnown(facts), lead: undefined }],
          registers: [bookingOf(inspection, plan, facts.items)],
        };
      },
    },
  }),
  draws.step("replace", {
    summary: { zh: "按抽取顺序递补检查人员", en: "Let the next of the order take an officer's place" },
    allow: caseOfficers,
    body: z.strictObject({ label, certificate: lineOf(60), ground: z.enum(replacementGrounds) }),
    ...learnt,
    facts: async ({ id, body, runtime }) => {
      const state = await stateOf(id, runtime);
      const subs = (state?.officers ?? []).map(({ sub }) => sub);
      return {
        enterprise: factReference(enterprise, venueOf(state, body.label)?.enterprise ?? ""),
        certificates: await certificatesOf(knownOfficer, subs, runtime),
      };
    },
    run: ({ body, facts }) => ({
      type: "replace",
      ...body,
      enterprise: facts.enterprise,
      certificates: there(facts.certificates),
    }),
    others: {
      members: ({ body, learnt: found }) => {
        const made = found?.state.proposed.find((one) => one.label === body.label);
        return { visits: made === undefined ? [] : [member(siteInspection, made.inspection)] };
      },
      commands: ({ body: { label: of, certificate, ground }, learnt: found, facts }) => {
        const made = found?.state.proposed.find((one) => one.label === of);
        if (found === undefined || made === undefined) return { visits: [] };
        const after = { ...found.state, replaced: [...found.state.replaced, { label: of, certificate, ground }] };
        return {
          visits: [
            {
              ...{ type: "change-officers" as const, officers: drawnOfficers(after, of), drawn: true as const },
              certificates: there(facts.certificates),
              conflicts: facts.enterprise?.conflicts ?? [],
              reasons: `抽取递补：${ground}`,
            },
          ],
        };
      },
    },
  }),
];
