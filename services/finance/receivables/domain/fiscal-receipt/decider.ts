import { type Context, type Decision, deciderOf, type OfType, present } from "../../../../../shared/decider/index.ts";
import { nextNumberIn } from "../../../../../shared/papers/numbering.ts";
import { numberAt } from "../receipt-stock/receipt-batch.ts";
import { stockSeries } from "../receipt-stock/receipt-stock.ts";
import { notYou, type ReceivableRefusal, refuse } from "../refusals.ts";
import {
  type FiscalReceipt,
  type FiscalReceiptCommand,
  type FiscalReceiptEvent,
  fiscalReceiptMoves,
  receiptsOf,
  receiptsOfClaim,
  receiptsOfPayer,
} from "./fiscal-receipt.ts";

type Ask<T extends FiscalReceiptCommand["type"]> = OfType<FiscalReceiptCommand, T>;

/**
 * CF-70, XK-59: the next number of the stock that the county issued of its kind. Without a stock there is no receipt, and no money is
 * recorded, unless the county's own system numbers this kind (D). The number is spent with the commit that records the payment: none is
 * missing, and none is given out twice.
 */
function issue(
  { type: _type, amount: amountFen, madeOutTo, stock, ...paid }: Ask<"issue">,
  context: Context,
): Decision<FiscalReceiptEvent> {
  const issuedOn = context.today.toString();
  const { kind } = paid;
  const { [kind]: series, byTheCounty } = context.town.finance.fiscalReceipts;
  const article = "财政票据管理办法";
  if (stock === undefined && byTheCounty?.kinds.includes(kind) !== true)
    return refuse("finance.receipts-without-stock", { kind, article });
  const number =
    stock === undefined
      ? nextNumberIn(series, issuedOn, context)
      : numberAt(stock, context.numbers.take(stockSeries(kind)));
  if (number === undefined) return refuse("finance.receipts-used-up", { kind, article });
  const data = { ...paid, amountFen, number, issuedOn, by: context.actor.sub };
  return [{ type: "finance.fiscal-receipt.issued", data, personal: present({ madeOutTo }) }];
}

/**
 * Another person than the one who issued it makes it void, with reasons. Another receipt takes its place, unless the money went back or
 * was booked to a wrong claim: no payment stands without a receipt.
 */
function makeVoid(
  { issuedBy, amount }: FiscalReceipt,
  { reasons, isReplaced, isTakenBack, wentBack }: Ask<"void">,
  { actor, today }: Context,
): Decision<FiscalReceiptEvent> {
  if (actor.roles.includes("cashier")) return notYou("finance.receipt-by-cashier", { article: "会计法 35(2)" });
  // Of a payment that is taken back its own rule says who may: not who booked it.
  if (isTakenBack !== true && issuedBy === actor.sub)
    return notYou("finance.receipt-own-void", { article: "会计法 25(1)" });
  if (isTakenBack !== true && !isReplaced && wentBack < amount)
    return refuse("finance.receipt-needed", { article: "行政处罚法70、财政票据管理办法" }, "/replace");
  const data = { on: today.toString(), by: actor.sub };
  return [{ type: "finance.fiscal-receipt.voided", data, personal: { reasons } }];
}

/** A fiscal receipt: issued with its payment, made void by another person. */
export const fiscalReceipt = deciderOf<{
  readonly state: FiscalReceipt;
  readonly command: FiscalReceiptCommand;
  readonly event: FiscalReceiptEvent;
  readonly moves: typeof fiscalReceiptMoves;
  readonly begins: "issue";
  readonly begun: "finance.fiscal-receipt.issued";
  readonly refusal: ReceivableRefusal;
}>({
  aggregate: "fiscal-receipt",
  shape: 1,
  logins: ["by"],
  moves: fiscalReceiptMoves,
  impossible: "finance.receipt-not-in-this-state",
  begin: { issue },
  steps: { void: makeVoid },
  begun: {
    "finance.fiscal-receipt.issued": ({ data: { amountFen, by, ...data }, personal }) => ({
      ...{ status: "issued", ...data, amount: amountFen, issuedBy: by, ...present({ madeOutTo: personal.madeOutTo }) },
    }),
  },
  effects: {
    "finance.fiscal-receipt.voided": (state, { data: { on }, personal: { reasons } }) => ({
      ...{ ...state, status: "voided", voidedOn: on, reasons },
    }),
  },
  listed: ({ kind, issuedOn, receivable, payer, turn }, id) => ({
    byStatus: { partition: receiptsOf(kind, Number(issuedOn.slice(0, 4))), sort: `${issuedOn}|${id}` },
    byCode: { partition: receiptsOfClaim(receivable), sort: `${issuedOn}|${turn}|${id}` },
    ...(payer === undefined ? {} : { byOwner: { partition: receiptsOfPayer(payer.key), sort: `${issuedOn}|${id}` } }),
  }),
  ended: () => true,
});
