import * as z from "zod";
import { create, list, type Route, resource, severalOf } from "../../../../shared/http/index.ts";
import type { Runtime } from "../../../../shared/service/index.ts";
import { type Loaded, member } from "../../../../shared/store/index.ts";
import { lineOf } from "../../../../shared/text/index.ts";
import { amountFen } from "../../common/amounts.ts";
import { financeReaders } from "../../common/roles.ts";
import type { LedgerEntry } from "../../ledger/domain/posted/words.ts";
import { backedBy, entryHeld, givenBack } from "../../ledger/index.ts";
import { entitlement } from "../domain/decider.ts";
import {
  mostParts,
  type ReceiptPart,
  type TransferReceipt,
  type TransferReceiptCommand,
  transferReceipt,
  transferReceiptMoves,
} from "../domain/receipt/transfer-receipt.ts";
import type { EntitlementCommand } from "../domain/words.ts";

const receiptView = z.object({
  id: z.string(),
  version: z.int(),
  status: z.enum(["allocated", "free"]),
  payer: z.string(),
  parts: z.array(z.object({ entitlement: z.string(), amountFen: z.int() })),
});
const view = ({ id, version, state }: Loaded<TransferReceipt>) => ({
  ...{ id, version, status: state.status, payer: state.payer },
  parts: state.parts.map(({ entitlement: of, amount }) => ({ entitlement: of, amountFen: amount })),
});

const receipts = resource({
  of: transferReceipt,
  at: "/finance/transfer-receipts",
  staff: financeReaders,
  moves: transferReceiptMoves,
  statusOf: ({ status }) => status,
  returns: receiptView,
  view,
});

const parts = z
  .array(z.strictObject({ entitlement: lineOf(120, 1), amountFen }))
  .min(1)
  .max(mostParts);
type Said = z.output<typeof parts>;
const partsOf = (said: Said): readonly ReceiptPart[] =>
  said.map(({ entitlement: of, amountFen: amount }) => ({ entitlement: of, amount }));
/** One write for each entitlement; one that is named twice is refused. */
const named = (said: Said): Said =>
  said.filter((one, at) => said.findIndex((it) => it.entitlement === one.entitlement) === at);

/** F-32: swept money that comes back is no transfer. Mixed with others, the entitlement of the other kind refuses it. */
async function sweptBack([first]: readonly { readonly entitlement: string }[], { store }: Pick<Runtime, "store">) {
  const state = first && (await store.load(entitlement, first.entitlement))?.state;
  return state?.origin === "sweep";
}
const useOf = (isSwept: boolean) => (isSwept ? "swept-back" : "transfer");

/** What changes with a receipt: its entry is used, and each entitlement takes its part. */
const allocating = (entry: string, payer: string, said: Said, isSwept: boolean) => {
  const backing = backedBy(
    entry,
    useOf(isSwept),
    named(said).map(({ entitlement: target, amountFen: amount }) => ({ target, amount })),
  );
  return {
    members: { ...backing.members, entitlements: named(said).map((one) => member(entitlement, one.entitlement)) },
    commands: (standing: LedgerEntry | undefined) => ({
      ...backing.commands(standing),
      entitlements: named(said).map(
        ({ amountFen: amount }): EntitlementCommand => ({
          ...{ type: "receive", isSwept, receipt: entry, payer, amount, on: standing?.effectiveOn ?? "" },
        }),
      ),
    }),
  };
};

async function partsBefore({ id, runtime }: { readonly id: string; readonly runtime: Runtime }) {
  const parts = (await runtime.store.load(transferReceipt, id))?.state.parts ?? [];
  return { parts, isSwept: await sweptBack(parts, runtime) };
}

const nothing = { parts: [], isSwept: false };
const targetsOf = ({ parts: all }: Pick<TransferReceipt, "parts">): readonly string[] =>
  all.map(({ entitlement: of }) => of);

/** Transfers that came, and the entitlements that they were put down to (F7). */
export const receiptRoutes: readonly Route[] = [
  list("GET /finance/transfer-receipts", {
    summary: { zh: "已分配的到账", en: "Receipts that were put down to entitlements" },
    allow: financeReaders,
    of: transferReceipt,
    query: { status: severalOf(["allocated", "free"]).default(["allocated"]) },
    returns: receiptView,
    find: ({ query: { status } }) => status.map((one) => ({ index: "byStatus", partition: `transfer-receipt:${one}` })),
    view,
  }),
  create("POST /finance/transfer-receipts", {
    summary: {
      zh: "把账上的转移支付到账分配到应得事项，每分钱只分配一次",
      en: "Put a transfer in the books down to named entitlements, each fen once",
    },
    allow: ["accountant"],
    of: transferReceipt,
    body: z.strictObject({ entry: lineOf(120, 1), payer: lineOf(60, 1), parts }),
    id: ({ body }) => body.entry,
    facts: ({ body }) => entryHeld(body.entry),
    learn: ({ body, runtime }) => sweptBack(body.parts, runtime),
    learnsFromTable: true,
    run: ({ body }): TransferReceiptCommand => ({ type: "allocate", payer: body.payer, parts: partsOf(body.parts) }),
    others: {
      members: ({ body, learnt = false }) => allocating(body.entry, body.payer, body.parts, learnt).members,
      commands: ({ body, facts, learnt = false }) =>
        allocating(body.entry, body.payer, body.parts, learnt).commands(facts.entry),
    },
    returns: receipts.returns,
    view: receipts.view,
  }),
  receipts.read({ zh: "一笔到账的分配", en: "One receipt" }, financeReaders),
  receipts.step("allocate", {
    summary: { zh: "分配余下的部分", en: "Put more of it down to entitlements" },
    allow: ["accountant"],
    body: z.strictObject({ payer: lineOf(60, 1), parts }),
    facts: ({ id }) => entryHeld(id),
    learn: ({ body, runtime }) => sweptBack(body.parts, runtime),
    learnsFromTable: true,
    run: ({ body }) => ({ type: "allocate", payer: body.payer, parts: partsOf(body.parts) }),
    others: {
      members: ({ id, body, learnt = false }) => allocating(id, body.payer, body.parts, learnt).members,
      commands: ({ id, body, facts, learnt = false }) =>
        allocating(id, body.payer, body.parts, learnt).commands(facts.entry),
    },
  }),
  receipts.step("take-back", {
    summary: { zh: "收回分配（记错对象，或者分录要冲销）", en: "Take it back from all of them" },
    allow: ["finance-approver"],
    body: z.strictObject({}),
    learn: partsBefore,
    learnsFromTable: true,
    run: ({ learnt }) => ({ type: "take-back", parts: learnt?.parts ?? [] }),
    others: {
      members: ({ id, learnt = nothing }) => ({
        ...givenBack(id, useOf(learnt.isSwept), targetsOf(learnt)).members,
        entitlements: targetsOf(learnt).map((one) => member(entitlement, one)),
      }),
      commands: ({ id, learnt = nothing }) => ({
        ...givenBack(id, useOf(learnt.isSwept), targetsOf(learnt)).commands(),
        entitlements: targetsOf(learnt).map((): EntitlementCommand => ({ type: "take-back", receipt: id })),
      }),
    },
  }),
  receipts.history({ zh: "到账分配的经过", en: "History of a receipt" }, financeReaders),
];
