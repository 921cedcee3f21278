import { present } from "../../../../shared/decider/index.ts";
import { type Fen, fen } from "../../../../shared/money/index.ts";
import type { Runtime } from "../../../../shared/service/index.ts";
import { type Loaded, member, sha256 } from "../../../../shared/store/index.ts";
import { fiscalReceipt } from "../domain/fiscal-receipt/decider.ts";
import {
  type FiscalReceipt,
  type FiscalReceiptCommand,
  ofRevenue,
  type ReceiptKind,
} from "../domain/fiscal-receipt/fiscal-receipt.ts";
import type { Payer } from "../domain/payer.ts";
import { isTaken } from "../domain/penalty.ts";
import { receiptStock } from "../domain/receipt-stock/receipt-stock.ts";
import type { Receivable } from "../domain/receivable.ts";

/** The id of the receipt of a payment; `turn` counts those that take the place of void ones. */
export const receiptIdOf = (receivable: string, serial: string, turn = 1): string =>
  `${receivable}:${sha256(serial).slice(0, 16).toUpperCase()}${turn === 1 ? "" : `:${turn}`}`;

/** What the county issued of a kind; nothing, where it issued none yet. What was issued never changes, and more only comes behind it. */
export async function stockOf({ store }: Pick<Runtime, "store">, kind: ReceiptKind) {
  const stock = (await store.load(receiptStock, kind))?.state;
  return stock === undefined ? {} : { stock: stock.batches };
}
export type Stocked = Awaited<ReturnType<typeof stockOf>>;

/** The money that a receipt is given for. */
export interface ReceiptAsked {
  readonly serial: string;
  readonly amount: Fen;
  readonly on: string;
  readonly madeOutTo?: string | undefined;
}

/** The receipts that were given for a payment, the first one first. Void ones are among them. */
export async function receiptsGiven({ store }: Pick<Runtime, "store">, of: string, serial: string) {
  const given: Loaded<FiscalReceipt>[] = [];
  for (;;) {
    const next = await store.load(fiscalReceipt, receiptIdOf(of, serial, given.length + 1));
    if (next === undefined) return given;
    given.push(next);
  }
}

/**
 * CF-70, XK-59: the receipt of a payment, as part of the commit that records it. Money that an officer took has its receipt already: he
 * handed it to the party.
 * @param turn 1, or more where the payment was taken back before and is booked again: a number once given stays
 */
export function receiptIssued(
  id: string,
  of: Receivable,
  { serial, amount, on, madeOutTo }: ReceiptAsked,
  turn: number,
  stocked: Stocked,
) {
  if (of.terms !== undefined && isTaken(of.terms)) return { members: [], commands: [] };
  const command: FiscalReceiptCommand = {
    ...{ type: "issue", receivable: id, kind: of.kind, serial, amount, paidOn: on, turn },
    ...{ ...present({ payer: of.payer, madeOutTo }), ...stocked },
  };
  return { members: [member(fiscalReceipt, receiptIdOf(id, serial, turn), { expects: "new" })], commands: [command] };
}

/** Other income that a receipt is given for (F17). */
export interface IncomeReceipted extends ReceiptAsked {
  readonly id: string;
  readonly payer: Payer;
  readonly source: { readonly title: string; readonly item: string };
}

/** F17: the receipt of other non-tax income, as part of the commit that books it. */
export function incomeReceipt({ id, serial, amount, on, payer, source, madeOutTo }: IncomeReceipted, stocked: Stocked) {
  const receivable = ofRevenue(id);
  const command: FiscalReceiptCommand = {
    ...{ type: "issue", receivable, kind: "income", serial, amount, paidOn: on, payer, source, turn: 1 },
    ...{ ...present({ madeOutTo }), ...stocked },
  };
  return {
    members: [member(fiscalReceipt, receiptIdOf(receivable, serial), { expects: "new" })],
    commands: [command],
  };
}

/** The receipts that were given for other income. */
export const receiptsOfIncome = (runtime: Pick<Runtime, "store">, id: string, serial: string) =>
  receiptsGiven(runtime, ofRevenue(id), serial);

/** The receipt that stands for a payment, made void with it; none stands for money that an officer took. */
export function receiptVoided(given: readonly Loaded<FiscalReceipt>[], reasons: string) {
  const standing = given.find(({ state }) => state.status === "issued");
  if (standing === undefined) return { members: [], commands: [] };
  const command: FiscalReceiptCommand = {
    ...{ type: "void", reasons, isReplaced: false, isTakenBack: true, wentBack: fen(0) },
  };
  return { members: [member(fiscalReceipt, standing.id)], commands: [command] };
}
