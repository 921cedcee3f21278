import { startOfDay } from "../../../../shared/calendar/index.ts";
import type { Context, Decision } from "../../../../shared/decider/index.ts";
import { ended } from "./about.ts";
import { neverAgainFrom } from "./agreeing.ts";
import type { Building } from "./building.ts";
import { stopByTime } from "./demolishing.ts";
import type { BuildingEvent } from "./messages.ts";

/** QZ-43: the night or a holiday begins; QZ-39: three years of a pause are over. */
export function nextBuildingDeadline(state: Building): string | undefined {
  if (state.status === "demolishing") return state.work.at(-1)?.until;
  const never = state.status === "paused" ? neverAgainFrom(state) : undefined;
  return never === undefined ? undefined : startOfDay(never);
}

/** Time stops the work, and ends what was paused too long: both spare the party (P-5). */
export function passBuildingTime(state: Building, context: Context): Decision<BuildingEvent> {
  if (state.status === "demolishing") return stopByTime(state, context);
  const never = neverAgainFrom(state);
  const on = context.today.toString();
  return never === undefined || on < never ? [] : [ended(state, on, "not-resumed")];
}
