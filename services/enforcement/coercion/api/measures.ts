import * as z from "zod";
import { todayIn } from "../../../../shared/calendar/index.ts";
import type { Actor } from "../../../../shared/decider/index.ts";
import { create, hasRole, list, type Route, resource, severalOf } from "../../../../shared/http/index.ts";
import { certificatesOf, type Runtime } from "../../../../shared/service/index.ts";
import { factReference } from "../../../../shared/store/index.ts";
import { lineOf, textOf } from "../../../../shared/text/index.ts";
import type { Role } from "../../../../shared/town/roles.ts";
import { caseRegister, isOfTheProceeding, mayRead, officersTold, penaltyCase } from "../../cases/index.ts";
import { caseHouse, caseOfficers } from "../../common/api/roles.ts";
import { knownOfficer } from "../../common/domain/known-power.ts";
import { measure } from "../domain/decider.ts";
import { isOnRecord, type Measure, measureKinds, measureStatuses } from "../domain/measure.ts";
import { measureMoves } from "../domain/moves.ts";
import { measureRow, measureView, viewMeasure, viewMeasureRow } from "./measure-view.ts";

const readers = [...caseHouse, "resident"] as const satisfies readonly Role[];

/** Who deals with the case; the party himself from the day on which it was carried out. */
function mayReadMeasure(state: Measure, actor: Actor | undefined, { town, clock }: Runtime): boolean {
  if (actor === undefined) return false;
  if (actor.party === state.key) return isOnRecord(state);
  return isOfTheProceeding({ handlers: [...state.handlers, state.proposedBy] }, actor, {
    town,
    today: todayIn(clock()),
  });
}

/** Measures on goods: preservation, seal, seizure. */
export const measures = resource({
  of: measure,
  at: "/enforcement/measures",
  staff: [],
  own: ({ state }, actor, runtime) => mayReadMeasure(state, actor, runtime),
  moves: measureMoves,
  statusOf: ({ status }) => status,
  returns: measureView,
  view: viewMeasure,
  links: ({ state }) => [caseRegister.link("case", { zh: "案件", en: "Case" }, state.case)],
});

const running = ["proposed", "approved", "recorded", "in-force", "lapsed"] as const;

export const measureReads: readonly Route[] = [
  create("POST /enforcement/measures", {
    summary: {
      zh: "提请先行登记保存、查封、扣押（紧急情况当日实施，二十四小时内补办）",
      en: "Propose a preservation, seal or seizure; in an emergency it is carried out that day",
    },
    allow: caseOfficers,
    of: measure,
    id: ({ unique }) => unique,
    body: z.strictObject({
      case: lineOf(80),
      kind: z.enum(measureKinds),
      party: z.string().regex(/^P\d{1,3}$/),
      basis: lineOf(60).exactOptional(),
      from: lineOf(80).exactOptional(),
      slight: z.boolean(),
      reasons: textOf(2_000, 2),
      emergency: textOf(2_000, 2).exactOptional(),
    }),
    // An unreadable case counts as unknown: a 404 has no id to blame here.
    learn: async ({ body, actor, runtime }) => {
      const of = await runtime.store.load(penaltyCase, body.case);
      return of !== undefined && mayRead(of, actor, runtime);
    },
    facts: async ({ body, actor, runtime }) => ({
      of: factReference(penaltyCase, body.case),
      preservation: factReference(measure, body.from ?? ""),
      certificates: await certificatesOf(knownOfficer, [actor.sub], runtime),
    }),
    run: ({ body, facts, learnt }) => ({
      type: "propose" as const,
      ...body,
      of: learnt === true ? facts.of : undefined,
      preservation: facts.preservation,
      ...officersTold(facts.certificates),
    }),
    returns: measures.returns,
    view: measures.view,
  }),
  list("GET /enforcement/measures", {
    summary: {
      zh: "财物措施：按状态或者案件（缺省为未了结），当事人只见本人的",
      en: "Measures by status or case (running ones if none is named); a party sees his own",
    },
    allow: readers,
    of: measure,
    query: { status: severalOf(measureStatuses).optional(), case: lineOf(80).optional() },
    sorts: ["due"],
    returns: measureRow,
    find: ({ query, actor }) => {
      if (query.case !== undefined) return { index: "byCase", partition: `measure:${query.case}`, unsorted: true };
      if (!hasRole(actor, caseHouse))
        return { index: "byCode", partition: `measure:party:${actor?.party ?? ""}`, unsorted: true };
      return (query.status ?? running).map((status) => ({ index: "byStatus", partition: `measure:${status}` }));
    },
    keep: ({ state }, { query, actor, runtime }) =>
      mayReadMeasure(state, actor, runtime) && query.status?.includes(state.status) !== false,
    view: viewMeasureRow,
  }),
  measures.read({ zh: "一项财物措施", en: "One measure" }, readers),
  measures.history({ zh: "财物措施的经过", en: "History of a measure" }, caseHouse),
];
