import { present } from "../../../../shared/decider/index.ts";
import type { Fen } from "../../../../shared/money/index.ts";
import { member, sha256 } from "../../../../shared/store/index.ts";
import { fiscalReceipt } from "../domain/fiscal-receipt/decider.ts";
import type { FiscalReceiptCommand } from "../domain/fiscal-receipt/fiscal-receipt.ts";
import { isTaken } from "../domain/penalty.ts";
import type { Receivable } from "../domain/receivable.ts";

/** The id of the receipt of a payment; `turn` counts those that take the place of void ones. */
export const receiptIdOf = (receivable: string, serial: string, turn = 1): string =>
  `${receivable}:${sha256(serial).slice(0, 16).toUpperCase()}${turn === 1 ? "" : `:${turn}`}`;

/** The money that a receipt is given for. */
export interface ReceiptAsked {
  readonly serial: string;
  readonly amount: Fen;
  readonly on: string;
  readonly madeOutTo?: string | undefined;
}

/**
 * CF-70, XK-59: the receipt of a payment, as part of the commit that records it. Money that an officer took has its receipt already: he
 * handed it to the party.
 */
export function receiptIssued(id: string, of: Receivable, { serial, amount, on, madeOutTo }: ReceiptAsked) {
  if (of.terms !== undefined && isTaken(of.terms)) return { members: [], commands: [] };
  const command: FiscalReceiptCommand = {
    ...{ type: "issue", receivable: id, kind: of.kind, serial, amount, paidOn: on, turn: 1 },
    ...present({ payer: of.payer, madeOutTo }),
  };
  return { members: [member(fiscalReceipt, receiptIdOf(id, serial), { expects: "new" })], commands: [command] };
}
