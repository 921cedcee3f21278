import type { GridEvent } from "./event.ts";
import type { EventCommand, EventEvent } from "./messages.ts";
import type { eventMoves } from "./moves.ts";
import type { EventsRefusal } from "./refusals.ts";

/** The words from which the tables of a matter are typed. */
export interface EventWords {
  readonly state: GridEvent;
  readonly command: EventCommand;
  readonly event: EventEvent;
  readonly moves: typeof eventMoves;
  readonly begins: "report";
  readonly begun: "grid-events.event.reported";
  readonly refusal: EventsRefusal;
}
