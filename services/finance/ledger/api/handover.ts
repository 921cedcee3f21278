import * as z from "zod";
import { todayIn } from "../../../../shared/calendar/index.ts";
import { present } from "../../../../shared/decider/index.ts";
import { fen, fenSchema, mostFen, sum } from "../../../../shared/money/index.ts";
import type { Runtime } from "../../../../shared/service/index.ts";
import { lineOf } from "../../../../shared/text/index.ts";
import { accountOf } from "../domain/accounts.ts";
import { type Book, type BookFigures, handoverKinds } from "../domain/book/words.ts";
import { ledgerEntry, unrecordedOf } from "../domain/posted/decider.ts";
import { chartOfBook } from "./opening.ts";
import { bookBefore } from "./posting.ts";
import { balancesThrough } from "./standing.ts";

const anyAmount = fenSchema.min(-mostFen).max(mostFen);
const person = lineOf(60, 1);
const item = { kind: z.enum(handoverKinds), text: lineOf(200, 1), count: z.int().min(0).max(1_000_000) };

/** What the one who leaves says of a handover (F-50). */
export const handoverBody = z.strictObject({
  successor: person,
  /** Absent: the person who asks. */
  leaver: person.exactOptional(),
  list: z.array(z.strictObject(item)).min(1).max(200),
  statementFen: anyAmount,
  differences: z
    .array(z.strictObject({ text: lineOf(200, 1), amountFen: anyAmount }))
    .max(100)
    .default([]),
  document: lineOf(200, 1),
});

const running = z.object({
  ...{ leaver: z.string(), successor: z.string(), drawnUpBy: z.string(), document: z.string() },
  list: z.array(z.object(item)),
  ...{ statementFen: z.int(), booksFen: z.int() },
  signed: z.object({ successor: z.string().optional(), supervisor: z.string().optional() }),
});
const done = z.object({ leaver: z.string(), successor: z.string(), supervisor: z.string(), on: z.iso.date() });
export const handoverFields = { handover: running.optional(), handovers: z.array(done).optional() };

/** The handover of a book as it is shown: one that runs, and those that are done. */
export const shownHandover = ({ handover, handovers }: Book) => ({
  ...(handover === undefined
    ? {}
    : {
        handover: {
          ...{ leaver: handover.leaver, successor: handover.successor, drawnUpBy: handover.drawnUpBy },
          ...{ document: handover.document, list: handover.list.map((one) => ({ ...one })) },
          ...{ statementFen: handover.statementFen, booksFen: handover.booksFen, signed: { ...handover.signed } },
        },
      }),
  ...present({ handovers: handovers?.map((one) => ({ ...one })) }),
});

/** What a list of a handover stands on: the money in the book, its moves, and postings without a voucher. */
export interface FiguresNow {
  readonly figures: BookFigures;
  readonly unrecorded: number;
}
export const noFigures: FiguresNow = { figures: { booksFen: fen(0), moves: 0 }, unrecorded: 0 };

/** The book as it stands now, this year and what goes on from the years before. */
export async function figuresNow(runtime: Runtime, id: string): Promise<FiguresNow> {
  const { store, clock } = runtime;
  const chart = chartOfBook(runtime, id, todayIn(clock()).year);
  const before = await bookBefore(runtime, id);
  if (chart === undefined || before === undefined) return noFigures;
  const balances = await balancesThrough(runtime, { id, first: before.first, chart });
  const money = balances.filter(({ account }) => accountOf(chart, account)?.isMoney === true);
  const { items } = await store.list(ledgerEntry, { index: "byCode", partition: unrecordedOf(id), limit: 100 });
  return {
    figures: {
      booksFen: sum(money.map(({ debit, credit }) => fen(debit - credit))),
      moves: balances.reduce((total, { moves }) => total + moves, 0),
    },
    unrecorded: items.length,
  };
}
