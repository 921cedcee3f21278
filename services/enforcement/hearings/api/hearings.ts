import { todayIn } from "../../../../shared/calendar/index.ts";
import type { Actor } from "../../../../shared/decider/index.ts";
import { hasRole, list, type Route, resource, severalOf } from "../../../../shared/http/index.ts";
import type { Runtime } from "../../../../shared/service/index.ts";
import { lineOf } from "../../../../shared/text/index.ts";
import type { Role } from "../../../../shared/town/roles.ts";
import { agentNow, proceeding, proceedings, wasHisAgent } from "../../cases/index.ts";
import { caseHouse } from "../../common/api/roles.ts";
import { hearing } from "../domain/decider.ts";
import { type Hearing, hearingStatuses } from "../domain/hearing.ts";
import { hearingMoves } from "../domain/moves.ts";
import { mayReadHearing } from "../domain/who.ts";
import { hearingIdOf } from "../hearing-id.ts";
import { hearingRow, hearingView, viewHearing, viewHearingRow } from "./hearing-view.ts";

/** Who may have a part in a case, and the staff of whom any may be named chair or recorder. */
export const hearingHouse = [...caseHouse, "reviewer", "clerk"] as const satisfies readonly Role[];

const mayRead = (state: Hearing, actor: Actor | undefined, { town, clock }: Runtime) =>
  mayReadHearing(state, actor, { town, today: todayIn(clock()) });

/** The proceedings of its parties in which this person is, or was, an agent. */
async function representedIn({ parties }: Hearing, actor: Actor, { store }: Runtime) {
  if (actor.party === undefined) return [];
  const found = await store.loadAll(
    proceeding,
    parties.map((one) => one.proceeding),
  );
  return found.map(({ state }) => state).filter((one) => wasHisAgent(one, actor));
}

/**
 * CF-64(5): who represents a party today reads the hearing with this party alone in it. CF-43: who represents or represented one finds
 * nothing in it as staff.
 */
async function mayKnow(state: Hearing, actor: Actor | undefined, runtime: Runtime): Promise<boolean> {
  if (actor === undefined) return false;
  const represented = await representedIn(state, actor, runtime);
  if (represented.length === 0) return mayRead(state, actor, runtime);
  const today = todayIn(runtime.clock()).toString();
  return !hasRole(actor, hearingHouse) && represented.some((one) => agentNow(one, actor, today) !== undefined);
}

/** The places of the parties whom this person represents today. */
export async function placesOf(state: Hearing, actor: Actor | undefined, runtime: Runtime): Promise<readonly string[]> {
  if (actor === undefined) return [];
  const today = todayIn(runtime.clock()).toString();
  const represented = await representedIn(state, actor, runtime);
  return represented.filter((one) => agentNow(one, actor, today) !== undefined).map(({ party }) => party.id);
}

/** Who reads one is a rule of each; the counter tells and records for those who read it. */
export const hearings = resource({
  of: hearing,
  at: "/enforcement/hearings",
  staff: [],
  own: ({ state }, actor, runtime) => mayKnow(state, actor, runtime),
  acting: ["clerk"],
  moves: hearingMoves,
  statusOf: ({ status }) => status,
  returns: hearingView,
  view: async (loaded, viewing) =>
    viewHearing(loaded, viewing, await placesOf(loaded.state, viewing.actor, viewing.runtime)),
});

/** CF-64(5): the proceeding leads party and agent to what became of the request. */
proceedings.linked(({ id, state }) => {
  const requestedOn = state.notice?.hearing?.requestedOn;
  return requestedOn === undefined
    ? []
    : [hearings.link("hearing", { zh: "听证", en: "Hearing" }, hearingIdOf(id, requestedOn))];
});

/** So many of his proceedings are looked at, the newest first. */
const looked = 200;

/** CF-64a: a party finds the hearings of the cases in which he asked for one, also those into which his own was joined. */
async function hearingsOf(actor: Actor | undefined, { store }: Runtime) {
  const own = { index: "byOwner", partition: `proceeding:${actor?.party ?? ""}`, descending: true, limit: looked };
  const { items } = await store.list(proceeding, own);
  const cases = items.flatMap(({ state }) =>
    [state.notice, ...state.earlier].some((one) => one?.hearing !== undefined) ? [state.case] : [],
  );
  const places = [...new Set(cases)].map((of) => ({ index: "byCase", partition: `hearing:${of}`, descending: true }));
  return places.length > 0 ? places : [{ index: "byCase", partition: "hearing:", descending: true }];
}

/** Hearings (CF-63 to CF-65): they begin by the request of a party in his proceeding, and cost nothing. */
export const hearingReads: readonly Route[] = [
  list("GET /enforcement/hearings", {
    summary: {
      zh: "听证列表：按案件、按状态（缺省为未举行）；当事人只见本人参加的",
      en: "Hearings by case or status (not yet held if none is named); a party sees his own",
    },
    allow: ["resident", ...hearingHouse],
    of: hearing,
    query: { case: lineOf(80).optional(), status: severalOf(hearingStatuses).optional() },
    sorts: ["on"],
    returns: hearingRow,
    find: async ({ query, actor, runtime }) => {
      if (query.case !== undefined) return { index: "byCase", partition: `hearing:${query.case}` };
      if (!hasRole(actor, hearingHouse)) return hearingsOf(actor, runtime);
      return (query.status ?? (["requested", "scheduled"] as const)).map((status) => ({
        index: "byStatus",
        partition: `hearing:${status}`,
      }));
    },
    keep: async ({ state }, { query, actor, runtime }) =>
      query.status?.includes(state.status) !== false &&
      mayRead(state, actor, runtime) &&
      (await mayKnow(state, actor, runtime)),
    view: (loaded) => viewHearingRow(loaded),
  }),
  hearings.read({ zh: "一次听证", en: "One hearing" }, ["resident", ...hearingHouse]),
  hearings.history({ zh: "听证的经过", en: "History of a hearing" }, hearingHouse),
];
