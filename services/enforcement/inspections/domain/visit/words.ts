import type { InspectionsRefusal } from "../refusals.ts";
import type { VisitCommand, VisitEvent } from "./messages.ts";
import type { visitMoves } from "./moves.ts";
import type { SiteInspection } from "./visit.ts";

/** The words from which the tables of an inspection are typed. */
export interface VisitWords {
  readonly state: SiteInspection;
  readonly command: VisitCommand;
  readonly event: VisitEvent;
  readonly moves: typeof visitMoves;
  readonly begins: "propose";
  readonly begun: "enforcement.site-inspection.proposed";
  readonly refusal: InspectionsRefusal;
}
