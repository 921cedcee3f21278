export { type Actor, type Context, type Numbers, theTownItself } from "./context.ts";
export type { Decider, DomainEvent, IndexKey, OlderEvent, Recorded } from "./decider.ts";
export { become, type FieldsOf, keep, type Produced } from "./kept.ts";
export { checkMove, type Moves } from "./moves.ts";
export {
  badInput,
  type Decision,
  isRejection,
  notNow,
  notYou,
  type RefusalGround,
  type Refusals,
  type Refuse,
  type Rejection,
  refusals,
  refuse,
} from "./rejection.ts";
export { deciderOf, type InStatus, type MovesOf, type OfType, type Tables, type Words, within } from "./tables.ts";
