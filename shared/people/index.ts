export { isHeadFor } from "./heads.ts";
export { conflictOf, type Part, type PartTaken, parts, type Separation, separations } from "./parts.ts";
export {
  askRecusal,
  decideRecusal,
  isRecused,
  openRecusal,
  type Recusal,
  type RecusalGround,
  type RecusalRefusal,
  recusalGrounds,
  recusalsToDecide,
} from "./recusal.ts";
export { knownPerson, type Person, unknownPeople } from "./staff.ts";
