import type { ProceedingCommand, ProceedingEvent } from "./messages.ts";
import type { proceedingMoves } from "./moves.ts";
import type { Proceeding } from "./proceeding.ts";
import type { ProceedingRefusal } from "./refusals.ts";

/** The words from which the tables of a proceeding are typed. */
export interface ProceedingWords {
  readonly state: Proceeding;
  readonly command: ProceedingCommand;
  readonly event: ProceedingEvent;
  readonly moves: typeof proceedingMoves;
  readonly begins: "begin";
  readonly begun: "enforcement.proceeding.begun";
  readonly refusal: ProceedingRefusal;
}
