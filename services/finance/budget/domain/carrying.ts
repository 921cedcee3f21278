import type { Decision, OfType } from "../../../../shared/decider/index.ts";
import { add, type Fen, fen, subtract, sum } from "../../../../shared/money/index.ts";
import type { BudgetLine, BudgetLineCommand, BudgetLineEvent } from "./budget-line.ts";
import { badInput, refuse } from "./refusals.ts";

const article = "预算法42";

/**
 * F-6 (预算法42): what is left of a lapsed line goes on in the next year, for the same item and purpose, and never more than is left. What
 * was carried over once is surplus at the end of the next year.
 */
export function carry(
  line: BudgetLine,
  { into, year, item, purpose, amount }: OfType<BudgetLineCommand, "carry">,
): Decision<BudgetLineEvent> {
  if (line.becomes === "surplus") return refuse("finance.surplus-goes-on", { article }, "/from");
  if (year !== line.year + 1 || item !== line.item || purpose !== line.purpose)
    return refuse("finance.carry-over-otherwise", { year: line.year + 1, item: line.item, article }, "/from");
  const left = subtract(line.left ?? fen(0), line.carried ?? fen(0));
  if (amount > left) return refuse("finance.carry-over-too-large", { left, article }, "/amountFen");
  return [{ type: "finance.budget-line.carried", data: { into, amountFen: amount } }];
}

/** What a line was carried over in all. */
export const carriedWith = (line: BudgetLine, amount: ReturnType<typeof fen>) => add(line.carried ?? fen(0), amount);

/** F-6: a carry-over names the line that it goes on from; no other line does. */
export const fromRefusal = ({ ground, from }: Pick<BudgetLine, "ground" | "from">) =>
  (ground === "carry-over") === (from !== undefined)
    ? undefined
    : badInput("finance.carry-over-without-line", { article }, "/from");

/** What a year leaves behind. */
export interface YearEnd {
  /** Lines that were not ended yet: what they leave is not known. */
  readonly openLines: number;
  readonly left: Fen;
  /** What may go on for its purpose, and how much of it went on. */
  readonly carryOver: Fen;
  readonly carried: Fen;
  /** The surplus: it goes to the stabilisation fund (预算法 66(2)). */
  readonly stabilisation: Fen;
}
type Ended = Pick<BudgetLine, "status" | "left" | "becomes" | "carried">;

/** F-6 (预算法 42, 66(2)): what is unspent at the end of a year, by what becomes of it. */
export function yearEndOf(lines: readonly Ended[]): YearEnd {
  const lapsed = lines.filter(({ status }) => status === "lapsed");
  const leftOf = (becomes: BudgetLine["becomes"]) =>
    sum(lapsed.flatMap((line) => (line.becomes === becomes && line.left !== undefined ? [line.left] : [])));
  const [carryOver, stabilisation] = [leftOf("carry-over"), leftOf("surplus")];
  return {
    ...{ openLines: lines.length - lapsed.length, left: add(carryOver, stabilisation), carryOver, stabilisation },
    carried: sum(lapsed.flatMap(({ carried }) => carried ?? [])),
  };
}
