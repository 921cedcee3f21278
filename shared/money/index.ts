export { allocate } from "./allocate.ts";
export {
  add,
  type BasisPoints,
  basisPoints,
  type Fen,
  fen,
  larger,
  negate,
  type Rounding,
  smaller,
  subtract,
  sum,
} from "./amounts.ts";
export { capitalAmount } from "./capital-amount.ts";
export { average, divideRounded, timesRate } from "./rates.ts";
export { basisPointsSchema, fenSchema, mostFen, nonNegativeFenSchema } from "./schemas.ts";
export { formatYuan, parseYuan, type YuanReason } from "./yuan.ts";
