import * as z from "zod";
import { todayIn } from "../../../../shared/calendar/index.ts";
import { type Actor, present } from "../../../../shared/decider/index.ts";
import {
  create,
  forReason,
  hasRole,
  list,
  type Route,
  resource,
  severalOf,
  type Viewing,
} from "../../../../shared/http/index.ts";
import type { Runtime } from "../../../../shared/service/index.ts";
import { digest, factReference, heldFact, type Loaded, member } from "../../../../shared/store/index.ts";
import { lineOf, textOf, titled } from "../../../../shared/text/index.ts";
import { gridEvent } from "../../events/domain/decider.ts";
import { eventStatuses } from "../../events/domain/event.ts";
import { eventBody, locating, mappedAt } from "../../events/index.ts";
import { householdContact } from "../domain/contact.ts";
import { contactTally, contactTallyId, visitMatter } from "../domain/tally.ts";
import { type HouseholdVisit, householdVisit, type VisitCommand, visitMoves } from "../domain/visit.ts";
import { cadres, contactOverseers } from "./contacts.ts";

const day = z.iso.date();
const visitView = z.object({
  ...{ id: z.string(), version: z.int(), status: z.enum(["arranged", "held", "dropped"]) },
  ...{
    contact: titled(z.string(), { zh: "联系关系", en: "Contact" }),
    village: z.string(),
    on: day,
    cadre: z.string(),
  },
  ...{ missed: z.boolean(), heldOn: day.optional(), went: z.int() },
  /** Matters that came of it, and how far each is. */
  matters: z.array(z.object({ event: z.string(), number: z.string(), status: z.enum(eventStatuses) })),
  /** For its cadre alone. */
  notes: titled(z.string(), { zh: "走访记录", en: "Notes" }).optional(),
});
const visitRow = visitView.pick({
  ...{ id: true, version: true, status: true, contact: true, village: true, on: true, missed: true },
});

const isHis = ({ cadre }: Pick<HouseholdVisit, "cadre">, actor: Pick<Actor, "sub"> | undefined): boolean =>
  actor !== undefined && actor.sub === cadre;

async function viewVisit({ id, version, state }: Loaded<HouseholdVisit>, { actor, runtime }: Viewing) {
  const { status, contact, village, on, cadre, missed, went } = state;
  const matters = await runtime.store.loadAll(gridEvent, state.matters);
  return {
    ...{ id, version, status, contact, village, on, cadre, missed, went },
    matters: matters.map((one) => ({
      ...{ event: one.id, number: one.state.number.text.zh, status: one.state.status },
    })),
    ...present({ heldOn: state.heldOn, notes: isHis(state, actor) ? state.notes : undefined }),
  };
}

const visits = resource({
  of: householdVisit,
  at: "/grid-events/household-visits",
  staff: contactOverseers,
  own: ({ state }, actor) => isHis(state, actor),
  moves: visitMoves,
  statusOf: ({ status }) => status,
  returns: visitView,
  view: (loaded, viewing) => viewVisit(loaded, viewing),
});

const monthOf = ({ clock }: Pick<Runtime, "clock">): string => todayIn(clock()).toString().slice(0, 7);
/** The counts of the visit's village in this month. */
const tallyOf = (village: string, runtime: Runtime) =>
  member(contactTally, contactTallyId(monthOf(runtime), village), { expects: "either" });
const villageOf = async (id: string, { store }: Runtime) => (await store.load(householdVisit, id))?.state.village ?? "";
const adding = (village: string, runtime: Runtime) => ({ type: "add" as const, village, month: monthOf(runtime) });

/** The same need of one visit is one matter, however often it is sent. */
const matterIdOf = (visit: string, body: unknown, { keyed }: Runtime): string =>
  keyed("visit-matter", `${visit}|${digest(body)}`, 16);

/** Visits to households (G9): planned, held, and what came of them. */
export const visitRoutes: readonly Route[] = [
  create("POST /grid-events/household-visits", {
    summary: { zh: "安排走访（联系干部本人）", en: "Plan a visit to a household that one looks after" },
    allow: cadres,
    of: householdVisit,
    id: ({ unique }) => unique,
    body: z.strictObject({ contact: lineOf(40), on: day }),
    facts: ({ body }) => ({ of: heldFact(factReference(householdContact, body.contact)) }),
    run: ({ body, facts }): VisitCommand => ({ type: "arrange", ...body, of: facts.of }),
    returns: visits.returns,
    view: visits.view,
  }),
  list("GET /grid-events/household-visits", {
    summary: { zh: "走访：干部为本人的，其余按状态；不显示记录", en: "Visits: one's own, or by state; no notes" },
    allow: [...contactOverseers, ...cadres],
    of: householdVisit,
    query: { status: severalOf(["arranged", "held", "dropped"]).default(["arranged"]) },
    sparse: true,
    returns: visitRow,
    find: ({ query: { status }, actor }) =>
      hasRole(actor, contactOverseers)
        ? status.map((one) => ({ index: "byStatus", partition: `household-visit:${one}` }))
        : { index: "byDoer", partition: `household-visit:${actor?.sub ?? ""}` },
    keep: ({ state }, { actor, query }) =>
      query.status.includes(state.status) && (hasRole(actor, contactOverseers) || isHis(state, actor)),
    view: ({ id, version, state: { status, contact, village, on, missed } }) => ({
      ...{ id, version, status, contact, village, on, missed },
    }),
  }),
  visits.read({ zh: "一次走访", en: "One visit" }, [...contactOverseers, ...cadres]),
  visits.history({ zh: "一次走访的经过（含何人因何查看）", en: "All that happened to it, and who read it and why" }, [
    ...contactOverseers,
    ...cadres,
  ]),
  visits.step("hold", {
    summary: { zh: "登记走访（不要求打卡、轨迹、照片）", en: "Record a visit; no check-in, track or picture" },
    allow: cadres,
    body: z.strictObject({
      notes: titled(textOf(4_000, 2), { zh: "走访记录", en: "Notes" }),
      with: titled(z.array(lineOf(128)).max(20), { zh: "同行人员", en: "Who went along" }).default([]),
    }),
    learn: ({ id, runtime }) => villageOf(id, runtime),
    learnsFromTable: true,
    run: ({ body }) => ({ type: "hold", ...body }),
    others: {
      members: ({ learnt, runtime }) => ({ tally: tallyOf(learnt ?? "", runtime) }),
      commands: ({ learnt, runtime, body, actor }) => ({
        tally: {
          ...adding(learnt ?? "", runtime),
          ...{ activities: 1, personVisits: new Set([actor.sub, ...body.with]).size },
        },
      }),
    },
  }),
  visits.step("report-need", {
    summary: { zh: "走访中发现的事项转为网格事件", en: "What a household needs becomes a matter of the grid" },
    allow: cadres,
    body: eventBody,
    learn: async ({ id, body: { place, datum, accuracy }, runtime }) => ({
      village: await villageOf(id, runtime),
      mapped: place === undefined ? undefined : await mappedAt(runtime, { place, datum, accuracy }),
    }),
    learnsFromTable: true,
    run: ({ id, body, runtime }) => ({ type: "report-need", event: matterIdOf(id, body, runtime) }),
    others: {
      members: ({ id, body, learnt, runtime }) => ({
        matter: member(gridEvent, matterIdOf(id, body, runtime), { expects: "new" as const }),
        noted: member(visitMatter, matterIdOf(id, body, runtime), { expects: "new" as const }),
        tally: tallyOf(learnt?.village ?? "", runtime),
      }),
      commands: ({ body, actor, learnt, runtime }) => ({
        matter: {
          ...{ type: "report" as const, ...locating(body) },
          ...{ category: body.category, urgency: body.urgency, text: body.text, pictures: body.pictures },
          ...present({ component: body.component }),
          mapped: learnt?.mapped,
          // The household stays with its cadre: he follows the matter for it.
          reporter: { kind: "household" as const, owner: actor.sub },
        },
        noted: { type: "note" as const, village: learnt?.village ?? "" },
        tally: { ...adding(learnt?.village ?? "", runtime), matters: 1 },
      }),
    },
  }),
  visits.step("drop", {
    summary: { zh: "取消走访", en: "Drop it" },
    allow: cadres,
    body: z.strictObject({ reasons: textOf(1_000, 2) }),
    run: ({ body }) => ({ type: "drop", ...body }),
  }),
  visits.step("disclose", {
    summary: { zh: "说明理由查看走访记录（留痕）", en: "Read the notes of a visit, for a reason on record" },
    allow: contactOverseers,
    body: forReason,
    run: ({ body }) => ({ type: "disclose", ...body }),
    answers: {
      returns: z.object({
        ...{ id: z.string(), version: z.int() },
        notes: titled(z.string(), { zh: "走访记录", en: "Notes" }).optional(),
      }),
      view: ({ id, version, state }: Loaded<HouseholdVisit>) => ({ id, version, ...present({ notes: state.notes }) }),
    },
  }),
];
