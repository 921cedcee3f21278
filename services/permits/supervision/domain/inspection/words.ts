import type { SupervisionRefusal } from "../refusals.ts";
import type { Inspection } from "./inspection.ts";
import type { InspectionCommand, InspectionEvent } from "./messages.ts";
import type { inspectionMoves } from "./moves.ts";

/** The words from which the tables of an inspection are typed. */
export interface InspectionWords {
  readonly state: Inspection;
  readonly command: InspectionCommand;
  readonly event: InspectionEvent;
  readonly moves: typeof inspectionMoves;
  readonly begins: "plan" | "begin";
  readonly begun: "permits.inspection.planned";
  readonly refusal: SupervisionRefusal;
}
