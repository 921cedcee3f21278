import type { Building, BuildingEnding } from "./building.ts";
import type { BuildingEvent } from "./messages.ts";

/** What each published event says of a building: its case, the proceeding of its party, the act. */
export const aboutBuilding = ({ case: of, proceeding, act }: Pick<Building, "case" | "proceeding" | "act">) => ({
  case: of,
  proceeding,
  act,
});

/** How it is over. */
export const ended = (state: Building, on: string, how: BuildingEnding, reasons?: string): BuildingEvent => ({
  type: "enforcement.building.ended",
  data: { ...aboutBuilding(state), on, how },
  personal: reasons === undefined ? {} : { reasons },
});
