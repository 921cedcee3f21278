export { type Actor, type Context, type Numbers, theTownItself } from "./context.ts";
export type { Decider, DomainEvent, IndexKey, OlderEvent, Recorded } from "./decider.ts";
export { checkMove, type Moves } from "./moves.ts";
export {
  badInput,
  type Decision,
  isRejection,
  notNow,
  notYou,
  type RefusalGround,
  type Rejection,
  refuse,
} from "./rejection.ts";
