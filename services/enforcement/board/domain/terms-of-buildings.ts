import type { WorkingDayCalendar } from "../../../../shared/calendar/index.ts";
import type { TownProfile } from "../../../../shared/town/profile.ts";
import type { Building } from "../../buildings/domain/building.ts";
import { courtDays } from "../../buildings/domain/court.ts";
import type { Substitution } from "../../buildings/domain/substitution/substitution.ts";
import { dated, type Term } from "./term.ts";

interface Known {
  readonly calendar: WorkingDayCalendar;
  readonly town: TownProfile;
}
const kind = "building";
const awaitsTown: Term = { kind, waitsFor: "town" };

/**
 * QZ-35 to QZ-44c: what a building waits for. The party corrects or demolishes himself until a day; the town looks again, demands,
 * asks the court in its window, hands back what was inside; the court answers and rules.
 */
export function boardOfBuilding(state: Building, known: Known): readonly Term[] {
  const { agreement, restitutionDueOn } = state;
  const restitution = dated(kind, restitutionDueOn);
  if (agreement !== undefined) return [...restitution, ...dated(kind, agreement.lastDay, "party")];
  return [...restitution, ...ofStatus(state, known)];
}

function ofStatus(state: Building, known: Known): readonly Term[] {
  const { order, decision, demand, notice, court } = state;
  switch (state.status) {
    case "recorded":
    case "found":
    case "demolishing":
      return [awaitsTown];
    case "ordered":
      return order?.servedOn === undefined || state.unmetOn !== undefined
        ? [awaitsTown]
        : dated(kind, order.by, "party");
    case "decided":
      return [...dated(kind, decision?.by, "party"), ...window(state, known)];
    case "demanded": {
      const unheard = demand?.opinion !== undefined && demand.opinion.heard === undefined;
      const own = demand?.servedOn === undefined || unheard ? [awaitsTown] : dated(kind, demand.term?.due, "party");
      return [...own, ...window(state, known)];
    }
    case "enforcing":
      return notice === undefined ? [awaitsTown] : dated(kind, notice.by, "party");
    case "before-court":
      return dated(kind, court?.acceptance.due, "organ");
    case "with-court":
      return dated(kind, court?.ruledOn === undefined ? court?.ruling?.due : undefined, "organ");
    case "demolished":
      return [awaitsTown];
    case "paused":
    case "ended":
      return [];
  }
}

/** QZ-53: by the land law the court is asked within three months; afterwards it takes nothing. */
const window = (state: Building, known: Known): readonly Term[] =>
  state.way === "land" ? dated("court-window", courtDays(state, known)?.latest.due) : [];

/** QZ-50 to QZ-52: what the party may still do himself, the planned day, and an absent party who is to be told. */
export function boardOfSubstitution({ status, demand, decision, atOnce }: Substitution): readonly Term[] {
  const of = "substitution";
  if (status === "demanded")
    return demand?.servedOn === undefined ? [{ kind: of, waitsFor: "town" }] : dated(of, demand.term?.due, "party");
  if (status === "decided") return dated(of, decision?.plannedFor);
  if (status !== "performed") return [];
  const untold = atOnce !== undefined && !atOnce.partyPresent && atOnce.toldOn === undefined;
  return untold ? dated(of, atOnce.tellBy) : [{ kind: of, waitsFor: "town" }];
}
