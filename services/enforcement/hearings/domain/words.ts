import type { Hearing } from "./hearing.ts";
import type { HearingCommand, HearingEvent } from "./messages.ts";
import type { hearingMoves } from "./moves.ts";
import type { HearingsRefusal } from "./refusals.ts";

/** The words from which the tables of a hearing are typed. */
export interface HearingWords {
  readonly state: Hearing;
  readonly command: HearingCommand;
  readonly event: HearingEvent;
  readonly moves: typeof hearingMoves;
  readonly begins: "request";
  readonly begun: "enforcement.hearing.requested";
  readonly refusal: HearingsRefusal;
}
