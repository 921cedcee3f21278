import type { Goods } from "./goods.ts";
import type { GoodsCommand, GoodsEvent } from "./messages.ts";
import type { goodsMoves } from "./moves.ts";
import type { PropertyRefusal } from "./refusals.ts";

/** The words from which the tables of an item are typed. */
export interface GoodsWords {
  readonly state: Goods;
  readonly command: GoodsCommand;
  readonly event: GoodsEvent;
  readonly moves: typeof goodsMoves;
  readonly begins: "take-in" | "take-confiscated";
  readonly begun: "enforcement.goods.taken-in";
  readonly refusal: PropertyRefusal;
}
