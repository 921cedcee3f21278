import type { Fine } from "./fine.ts";
import type { FineCommand, FineEvent } from "./messages.ts";
import type { fineMoves } from "./moves.ts";
import type { PaymentRefusal } from "./refusals.ts";

/** The words from which the tables of a fine are typed. */
export interface FineWords {
  readonly state: Fine;
  readonly command: FineCommand;
  readonly event: FineEvent;
  readonly moves: typeof fineMoves;
  readonly begins: "follow";
  readonly begun: "enforcement.fine.begun";
  readonly refusal: PaymentRefusal;
}
