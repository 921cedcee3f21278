import { type Decision, deciderOf, type MovesOf, type OfType } from "../../../../../shared/decider/index.ts";
import { type Fen, fen } from "../../../../../shared/money/index.ts";
import { badInput, type EntitlementRefusal, notNow, refuse } from "../refusals.ts";

/** A part of a receipt for one named entitlement. */
export interface ReceiptPart {
  readonly entitlement: string;
  readonly amount: Fen;
}
/** Money from a payer, and the entitlements that it was put down to. It has the id of its entry in the books. */
export interface TransferReceipt {
  readonly status: "allocated" | "free";
  readonly payer: string;
  readonly parts: readonly ReceiptPart[];
}
export type TransferReceiptCommand =
  | { readonly type: "allocate"; readonly payer: string; readonly parts: readonly ReceiptPart[] }
  /** All its parts are taken back, so that its entry can be reversed or it is put down anew. `parts`: as they were seen. */
  | { readonly type: "take-back"; readonly parts: readonly ReceiptPart[] };
export type TransferReceiptEvent =
  | {
      readonly type: "finance.transfer-receipt.allocated";
      readonly data: { readonly payer: string; readonly parts: readonly { entitlement: string; amountFen: Fen }[] };
    }
  | {
      readonly type: "finance.transfer-receipt.taken-back";
      readonly data: { readonly entitlements: readonly string[] };
    };

/** So many entitlements take a part of one receipt at once, and together. */
export const mostParts = 20;

/** States of a receipt and what moves them. */
export const transferReceiptMoves = {
  allocated: { allocate: "allocated", "take-back": "free" },
  free: { allocate: "allocated" },
} as const satisfies MovesOf<TransferReceipt, TransferReceiptCommand>;

type Ask<T extends TransferReceiptCommand["type"]> = OfType<TransferReceiptCommand, T>;

/** F7: a receipt goes to named entitlements of its payer, each once; the books say how much there is of it. */
function allocate(
  state: TransferReceipt | undefined,
  { payer, parts }: Ask<"allocate">,
): Decision<TransferReceiptEvent> {
  if (state?.status === "allocated" && state.payer !== payer)
    return refuse("finance.receipt-of-other-payer", { payer: state.payer }, "/payer");
  const all = [...(state?.parts ?? []), ...parts].map(({ entitlement }) => entitlement);
  const again = parts.findIndex(({ entitlement }) => all.filter((one) => one === entitlement).length > 1);
  if (again >= 0)
    return badInput("finance.allocated-twice", { entitlement: parts[again]?.entitlement ?? "" }, `/parts/${again}`);
  const data = { payer, parts: parts.map(({ entitlement, amount }) => ({ entitlement, amountFen: amount })) };
  return [{ type: "finance.transfer-receipt.allocated", data }];
}

/** A receipt of a transfer and what it was put down to. */
export const transferReceipt = deciderOf<{
  readonly state: TransferReceipt;
  readonly command: TransferReceiptCommand;
  readonly event: TransferReceiptEvent;
  readonly moves: typeof transferReceiptMoves;
  readonly begins: "allocate";
  readonly begun: "finance.transfer-receipt.allocated";
  readonly refusal: EntitlementRefusal;
}>({
  aggregate: "transfer-receipt",
  shape: 1,
  moves: transferReceiptMoves,
  impossible: "finance.transfer-receipt-not-in-this-state",
  begin: { allocate: (command) => allocate(undefined, command) },
  steps: {
    allocate,
    "take-back": ({ parts }, { parts: seen }) =>
      JSON.stringify(parts) === JSON.stringify(seen)
        ? [
            {
              type: "finance.transfer-receipt.taken-back",
              data: { entitlements: parts.map(({ entitlement }) => entitlement) },
            },
          ]
        : notNow("finance.receipt-moved-on"),
  },
  begun: {
    "finance.transfer-receipt.allocated": ({ data: { payer, parts } }, before) => ({
      ...{ status: "allocated", payer },
      parts: [
        ...(before?.parts ?? []),
        ...parts.map(({ entitlement, amountFen }) => ({ entitlement, amount: fen(amountFen) })),
      ],
    }),
  },
  effects: { "finance.transfer-receipt.taken-back": (state) => ({ ...state, status: "free", parts: [] }) },
  listed: ({ status }, id) => ({ byStatus: { partition: `transfer-receipt:${status}`, sort: id } }),
});
