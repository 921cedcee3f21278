import type { Building } from "./building.ts";
import type { BuildingCommand, BuildingEvent } from "./messages.ts";
import type { buildingMoves } from "./moves.ts";
import type { BuildingRefusal } from "./refusals.ts";

/** The words from which the tables of an illegal building are typed. */
export interface BuildingWords {
  readonly state: Building;
  readonly command: BuildingCommand;
  readonly event: BuildingEvent;
  readonly moves: typeof buildingMoves;
  readonly begins: "record";
  readonly begun: "enforcement.building.recorded";
  readonly refusal: BuildingRefusal;
}
