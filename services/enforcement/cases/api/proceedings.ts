import * as z from "zod";
import { todayIn } from "../../../../shared/calendar/index.ts";
import { create, list, type Route, resource, severalOf } from "../../../../shared/http/index.ts";
import type { Runtime } from "../../../../shared/service/index.ts";
import { member } from "../../../../shared/store/index.ts";
import { lineOf, titled } from "../../../../shared/text/index.ts";
import { caseHouse, caseOfficers } from "../../common/api/roles.ts";
import { penaltyCase } from "../domain/case/decider.ts";
import { proceeding } from "../domain/proceeding/decider.ts";
import { proceedingMoves } from "../domain/proceeding/moves.ts";
import { isTheParty } from "../domain/proceeding/people.ts";
import { wasHisAgent } from "../domain/proceeding/representation.ts";
import { proceedingId } from "../domain/proceeding/said.ts";
import { isOfTheHouse, mayReadProceeding } from "../domain/proceeding/visibility.ts";
import { knownFacts, knownOf } from "./proceeding-facts.ts";
import { proceedingRow, proceedingStatuses, proceedingView } from "./proceeding-schema.ts";
import { viewProceeding, viewProceedingRow } from "./proceeding-view.ts";

const dayOf = ({ town, clock }: Runtime) => ({ town, today: todayIn(clock()) });

/** Who may read it is a rule of each: no role knows of all. */
export const proceedings = resource({
  of: proceeding,
  at: "/enforcement/proceedings",
  staff: [],
  own: ({ state }, actor, runtime) => mayReadProceeding(state, actor, dayOf(runtime)),
  acting: ["clerk"],
  tellsSteps: ({ state }, { actor, runtime }) => actor !== undefined && isOfTheHouse(state, actor, dayOf(runtime)),
  moves: proceedingMoves,
  statusOf: ({ status }) => status,
  returns: proceedingView,
  view: viewProceeding,
});

/** Reading and beginning proceedings; of several parties of a case each reads his own. */
export const proceedingReads: readonly Route[] = [
  create("POST /enforcement/proceedings", {
    summary: { zh: "对案件的一名当事人开始处理", en: "Begin the proceeding against a party of a case" },
    allow: caseOfficers,
    of: proceeding,
    body: z.strictObject({ case: lineOf(80), party: lineOf(20) }),
    returns: proceedings.returns,
    id: ({ body }) => proceedingId(body.case, body.party),
    facts: async ({ id, actor, runtime }) => await knownFacts({ id, actor, runtime }),
    run: ({ body, facts }) => ({ type: "begin" as const, caseId: body.case, party: body.party, ...knownOf(facts) }),
    others: {
      members: ({ body }) => ({ case: member(penaltyCase, body.case) }),
      commands: ({ body }) => ({
        case: { type: "note-proceeding" as const, party: body.party, status: "open" as const },
      }),
    },
    view: proceedings.view,
  }),
  list("GET /enforcement/proceedings", {
    summary: {
      zh: "处理程序列表：按案件、按状态；当事人只见本人的",
      en: "Proceedings by case or status; a party sees his own",
    },
    allow: ["resident", ...caseHouse],
    of: proceeding,
    query: {
      case: lineOf(80).optional(),
      status: severalOf(proceedingStatuses).optional(),
      mine: titled(z.literal("true"), { zh: "本人的", en: "One's own" }).optional(),
    },
    sorts: ["begunOn"],
    returns: proceedingRow,
    find: ({ query, actor }) => {
      if (query.case !== undefined && query.mine === undefined)
        return { index: "byCase", partition: `proceeding:${query.case}`, unsorted: true };
      const staff = actor?.roles.some((role) => caseHouse.some((one) => one === role)) === true;
      if (!staff || query.mine !== undefined)
        return { index: "byOwner", partition: `proceeding:${actor?.party ?? ""}`, descending: true };
      const asked = query.status ?? (["open"] as const);
      return asked.map((status) => ({ index: "byStatus", partition: `proceeding:${status}` }));
    },
    keep: ({ state }, { query, actor, runtime }) =>
      mayReadProceeding(state, actor, dayOf(runtime)) &&
      query.status?.includes(state.status) !== false &&
      (query.case === undefined || state.case === query.case) &&
      (query.mine === undefined || (actor !== undefined && isTheParty(state, actor))),
    view: (loaded, { actor }) => viewProceedingRow(loaded, actor),
  }),
  proceedings.read({ zh: "一名当事人的处理程序", en: "The proceeding against one party" }, [
    "resident",
    "clerk",
    ...caseHouse,
  ]),
  // Who is the party himself reads nothing as staff of what the house says among itself.
  proceedings.history(
    { zh: "一名当事人处理程序的全部经过", en: "All that happened in a proceeding" },
    caseHouse,
    (one, { state }, actor) =>
      actor !== undefined && (isTheParty(state, actor) || wasHisAgent(state, actor)) ? { ...one, data: {} } : one,
  ),
];
