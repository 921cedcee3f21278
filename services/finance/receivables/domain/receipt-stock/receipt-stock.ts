import {
  type Context,
  type Decision,
  deciderOf,
  type MovesOf,
  type OfType,
} from "../../../../../shared/decider/index.ts";
import { type ReceiptKind, receiptKinds } from "../fiscal-receipt/fiscal-receipt.ts";
import { badInput, notYou, type ReceivableRefusal, refuse } from "../refusals.ts";
import type { ReceiptBatch } from "./receipt-batch.ts";

/** The stock of a kind (CF-70, XK-59). What was issued stays, in the order in which it came: it is given out in that order. */
export interface ReceiptStock {
  readonly status: "open";
  readonly kind: ReceiptKind;
  readonly batches: readonly ReceiptBatch[];
}
export type ReceiptStockCommand = {
  readonly type: "take-in";
  readonly kind: string;
  readonly batch: Omit<ReceiptBatch, "on">;
  /** The batches of the other kinds. */
  readonly others: readonly ReceiptBatch[];
};
export type ReceiptStockEvent =
  | { readonly type: "finance.receipt-stock.opened"; readonly data: { readonly kind: ReceiptKind } & ReceiptBatch }
  | { readonly type: "finance.receipt-stock.taken-in"; readonly data: ReceiptBatch };
export const receiptStockMoves = { open: { "take-in": "open" } } as const satisfies MovesOf<
  ReceiptStock,
  ReceiptStockCommand
>;

const meet = (one: Omit<ReceiptBatch, "on">, other: Omit<ReceiptBatch, "on">): boolean =>
  one.code === other.code && Number(one.first) <= Number(other.last) && Number(other.first) <= Number(one.last);

/** The series that counts what was given out of the stock of a kind. */
export const stockSeries = (kind: ReceiptKind): string => `receipt-stock/${kind}`;

function takenIn(
  state: ReceiptStock | undefined,
  { kind: named, batch, others }: OfType<ReceiptStockCommand, "take-in">,
  { actor, today }: Context,
): Decision<ReceiptStockEvent> {
  const kind = receiptKinds.find((one) => one === named);
  if (kind === undefined) return badInput("finance.receipt-kind-unknown", { kinds: receiptKinds });
  if (actor.roles.includes("cashier")) return notYou("finance.receipt-by-cashier", { article: "会计法 35(2)" });
  if (batch.first.length !== batch.last.length || Number(batch.first) > Number(batch.last))
    return badInput("finance.receipt-numbers-backwards", {}, "/lastNumber");
  if ([...(state?.batches ?? []), ...others].some((one) => meet(one, batch)))
    return refuse("finance.receipt-numbers-twice", { article: "财政票据管理办法" }, "/firstNumber");
  const data = { ...batch, on: today.toString() };
  return state === undefined
    ? [{ type: "finance.receipt-stock.opened", data: { kind, ...data } }]
    : [{ type: "finance.receipt-stock.taken-in", data }];
}

/** The stock of receipt numbers of a kind, as the county issued it. */
export const receiptStock = deciderOf<{
  readonly state: ReceiptStock;
  readonly command: ReceiptStockCommand;
  readonly event: ReceiptStockEvent;
  readonly moves: typeof receiptStockMoves;
  readonly begins: "take-in";
  readonly begun: "finance.receipt-stock.opened";
  readonly refusal: ReceivableRefusal;
}>({
  aggregate: "receipt-stock",
  shape: 1,
  moves: receiptStockMoves,
  impossible: "finance.receipt-not-in-this-state",
  begin: { "take-in": (command, context) => takenIn(undefined, command, context) },
  steps: { "take-in": takenIn },
  begun: {
    "finance.receipt-stock.opened": ({ data: { kind, ...batch } }) => ({ status: "open", kind, batches: [batch] }),
  },
  effects: {
    "finance.receipt-stock.taken-in": (state, { data }) => ({ ...state, batches: [...state.batches, data] }),
  },
  listed: (_state, id) => ({ byStatus: { partition: everyReceiptStock, sort: id } }),
});

/** The partition of `byStatus` with the stock of each kind. */
export const everyReceiptStock = "receipt-stock:all";
