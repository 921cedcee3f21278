export { type Actor, type Context, type Numbers, theTownItself } from "./context.ts";
export type { Decider, DomainEvent, IndexKey, OlderEvent, Recorded } from "./decider.ts";
export { become, type FieldsOf, keep, type Produced } from "./kept.ts";
export { type Moves, possibleIn } from "./moves.ts";
export { type Picked, pick } from "./pick.ts";
export { type Present, present } from "./present.ts";
export { type Refusals, type Refuse, refusals } from "./refusals.ts";
export { type Decision, isRejection, type RefusalGround, type Rejection } from "./rejection.ts";
export {
  deciderOf,
  type Events,
  evolveOf,
  type InStatus,
  type MovesOf,
  type OfType,
  type Tables,
  type Words,
  within,
} from "./tables.ts";
