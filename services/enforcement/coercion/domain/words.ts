import type { Measure } from "./measure.ts";
import type { MeasureCommand, MeasureEvent } from "./messages.ts";
import type { measureMoves } from "./moves.ts";
import type { CoercionRefusal } from "./refusals.ts";

/** The words from which the tables of a measure are typed. */
export interface MeasureWords {
  readonly state: Measure;
  readonly command: MeasureCommand;
  readonly event: MeasureEvent;
  readonly moves: typeof measureMoves;
  readonly begins: "propose";
  readonly begun: "enforcement.measure.proposed";
  readonly refusal: CoercionRefusal;
}
