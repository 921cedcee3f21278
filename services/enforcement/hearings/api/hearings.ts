import { todayIn } from "../../../../shared/calendar/index.ts";
import type { Actor } from "../../../../shared/decider/index.ts";
import { hasRole, list, type Route, resource, severalOf } from "../../../../shared/http/index.ts";
import type { Runtime } from "../../../../shared/service/index.ts";
import { lineOf } from "../../../../shared/text/index.ts";
import type { Role } from "../../../../shared/town/roles.ts";
import { caseHouse } from "../../common/api/roles.ts";
import { hearing } from "../domain/decider.ts";
import { type Hearing, hearingStatuses } from "../domain/hearing.ts";
import { hearingMoves } from "../domain/moves.ts";
import { mayReadHearing } from "../domain/who.ts";
import { hearingRow, hearingView, viewHearing, viewHearingRow } from "./hearing-view.ts";

/** Who may have a part in a case, and the staff of whom any may be named chair or recorder. */
export const hearingHouse = [...caseHouse, "reviewer", "clerk"] as const satisfies readonly Role[];

const mayRead = (state: Hearing, actor: Actor | undefined, { town, clock }: Runtime) =>
  mayReadHearing(state, actor, { town, today: todayIn(clock()) });

/** Who reads one is a rule of each; the counter tells and records for those who read it. */
export const hearings = resource({
  of: hearing,
  at: "/enforcement/hearings",
  staff: [],
  own: ({ state }, actor, runtime) => mayRead(state, actor, runtime),
  acting: ["clerk"],
  moves: hearingMoves,
  statusOf: ({ status }) => status,
  returns: hearingView,
  view: viewHearing,
});

/** Hearings (CF-63 to CF-65): they begin by the request of a party in his proceeding, and cost nothing. */
export const hearingReads: readonly Route[] = [
  list("GET /enforcement/hearings", {
    summary: {
      zh: "听证列表：按案件、按状态（缺省为未举行）；当事人只见本人要求的",
      en: "Hearings by case or status (not yet held if none is named); a party sees what he asked for",
    },
    allow: ["resident", ...hearingHouse],
    of: hearing,
    query: { case: lineOf(80).optional(), status: severalOf(hearingStatuses).optional() },
    returns: hearingRow,
    find: ({ query, actor }) => {
      if (query.case !== undefined) return { index: "byCase", partition: `hearing:${query.case}` };
      if (!hasRole(actor, hearingHouse))
        return { index: "byOwner", partition: `hearing:${actor?.party ?? ""}`, descending: true };
      return (query.status ?? (["requested", "scheduled"] as const)).map((status) => ({
        index: "byStatus",
        partition: `hearing:${status}`,
      }));
    },
    keep: ({ state }, { query, actor, runtime }) =>
      mayRead(state, actor, runtime) && query.status?.includes(state.status) !== false,
    view: (loaded) => viewHearingRow(loaded),
  }),
  hearings.read({ zh: "一次听证", en: "One hearing" }, ["resident", ...hearingHouse]),
  hearings.history({ zh: "听证的经过", en: "History of a hearing" }, hearingHouse),
];
