import * as z from "zod";
import { list, type Route, resource, type Viewing } from "../../../../shared/http/index.ts";
import { factReferences, heldFact, type Loaded } from "../../../../shared/store/index.ts";
import { lineOf } from "../../../../shared/text/index.ts";
import { financeReaders } from "../../common/roles.ts";
import { receiptKinds } from "../domain/fiscal-receipt/fiscal-receipt.ts";
import { numberAt, sizeOf } from "../domain/receipt-stock/receipt-batch.ts";
import {
  everyReceiptStock,
  type ReceiptStock,
  receiptStock,
  receiptStockMoves,
  stockSeries,
} from "../domain/receipt-stock/receipt-stock.ts";

const digits = z.string().regex(/^\d{1,12}$/);
const stockView = z.object({
  id: z.string(),
  version: z.int(),
  status: z.literal("open"),
  kind: z.enum(receiptKinds),
  batches: z.array(
    z.object({
      ...{ code: z.string(), firstNumber: z.string(), lastNumber: z.string(), numbers: z.int(), document: z.string() },
      receivedOn: z.iso.date(),
    }),
  ),
  givenOut: z.int(),
  left: z.int(),
  /** The number that the next receipt has. */
  nextNumber: z.string().optional(),
});

const stockRow = stockView.omit({ givenOut: true, left: true, nextNumber: true });
const row = ({ id, version, state }: Loaded<ReceiptStock>) => ({
  ...{ id, version, status: state.status, kind: state.kind },
  batches: state.batches.map(({ on, first, last, ...batch }) => ({
    ...{ ...batch, firstNumber: first, lastNumber: last, numbers: sizeOf({ first, last }), receivedOn: on },
  })),
});
async function viewStock(loaded: Loaded<ReceiptStock>, { runtime }: Pick<Viewing, "runtime">) {
  const { state } = loaded;
  const givenOut = await runtime.store.lastNumber(stockSeries(state.kind));
  const nextNumber = numberAt(state.batches, givenOut + 1);
  return {
    ...row(loaded),
    ...{ givenOut, left: state.batches.reduce((total, batch) => total + sizeOf(batch), 0) - givenOut },
    ...(nextNumber === undefined ? {} : { nextNumber }),
  };
}

const stocks = resource({
  of: receiptStock,
  at: "/finance/receipt-stocks",
  staff: financeReaders,
  moves: receiptStockMoves,
  statusOf: ({ status }) => status,
  returns: stockView,
  view: viewStock,
});

/** Numbers of fiscal receipts that the county issued (CF-70, XK-59): each is given out once. */
export const receiptStockRoutes: readonly Route[] = [
  list("GET /finance/receipt-stocks", {
    summary: { zh: "县级发放的财政票据号段，按种类", en: "Numbers of fiscal receipts that the county issued, by kind" },
    allow: financeReaders,
    of: receiptStock,
    returns: stockRow,
    find: () => ({ index: "byStatus", partition: everyReceiptStock }),
    view: row,
  }),
  stocks.read({ zh: "一种财政票据的号段", en: "The stock of numbers of a kind" }, financeReaders),
  stocks.step("take-in", {
    summary: {
      zh: "登记县级发放的票据号段（代码、起止号码）；用完须再领",
      en: "Take in numbers that the county issued: their code, the first and the last; used up, others are asked for",
    },
    allow: ["finance-approver"],
    expects: "either",
    body: z.strictObject({
      code: z.string().regex(/^[A-Za-z0-9]{1,20}$/),
      firstNumber: digits,
      lastNumber: digits,
      document: lineOf(200, 1),
    }),
    facts: ({ id }) => ({
      others: factReferences(
        receiptStock,
        receiptKinds.filter((one) => one !== id),
      ).map(heldFact),
    }),
    run: ({ id, body: { firstNumber: first, lastNumber: last, ...body }, facts }) => ({
      ...{ type: "take-in", kind: id, batch: { ...body, first, last } },
      others: facts.others.flatMap((one) => one?.batches ?? []),
    }),
  }),
  stocks.history({ zh: "票据号段的经过", en: "History of a stock of numbers" }, financeReaders),
];
