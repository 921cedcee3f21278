import { aggregate, type Instruction, instruct } from "../../../shared/service/index.ts";
import type { Loaded } from "../../../shared/store/index.ts";
import { chartOfBook } from "./api/opening.ts";
import { postedTogether } from "./api/posting.ts";
import { cutOf } from "./api/standing.ts";
import { book } from "./domain/book/decider.ts";
import type { Book } from "./domain/book/words.ts";
import { entryIdOf } from "./domain/posted/decider.ts";
import { closingLines, pairsAtOnce } from "./domain/year-end.ts";

/**
 * F-6: the next step of a year's closing. It takes the accounts that are not zero yet, as many as one entry holds, and posts them into the
 * settling period with the book's own step. Where none is left, the closing is over. A step that was cut short is taken again.
 */
const closingStep = ({ id, version, state }: Loaded<Book>): Instruction => ({
  async carryOut(runtime, cause) {
    const year = state.closing?.year ?? 0;
    const chart = chartOfBook(runtime, id, year);
    if (chart === undefined) return { done: false, code: "finance.year-without-chart" };
    const { balances } = await cutOf(runtime, id, year);
    const lines = closingLines(balances, chart).slice(0, pairsAtOnce).flat();
    if (lines.length === 0)
      return instruct({ of: book, id, command: { type: "finish-closing", year } }).carryOut(runtime, cause);
    const source = { service: "finance", id: `closing-${year}-${version}` };
    const posted = postedTogether(
      {
        ...{ book: id, nature: "closing", source, effectiveOn: `${year}-12-31`, text: `${year}年终结转` },
        lines,
        closes: year,
        postedFor: { record: "book", id },
      },
      state,
      runtime,
    );
    return instruct({
      ...{ of: book, id, command: { type: "close-accounts", year, entry: entryIdOf(id, source) } },
      others: { members: posted.members, commands: () => posted.commands(state) },
    }).carryOut(runtime, cause);
  },
});

/** A book, with the closing of its years. */
export const bookAggregate = aggregate(book, closingStep);
