import type { RectificationCommand, RectificationEvent } from "./messages.ts";
import type { rectificationMoves } from "./moves.ts";
import type { Rectification } from "./rectification.ts";
import type { OrderRefusal } from "./refusals.ts";

/** The words from which the tables of an order to correct are typed. */
export interface RectificationWords {
  readonly state: Rectification;
  readonly command: RectificationCommand;
  readonly event: RectificationEvent;
  readonly moves: typeof rectificationMoves;
  readonly begins: "draft";
  readonly begun: "enforcement.rectification.drafted";
  readonly refusal: OrderRefusal;
}
