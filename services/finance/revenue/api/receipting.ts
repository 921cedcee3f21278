import type * as z from "zod";
import { payerKey } from "../../../../shared/parties/index.ts";
import { actorKey, type Runtime } from "../../../../shared/service/index.ts";
import type { RevenueSource } from "../../../../shared/town/finance.ts";
import { incomeReceipt, receiptsOfIncome, receiptVoided, stockOf } from "../../receivables/index.ts";
import { revenue } from "../domain/decider.ts";
import { type Income, isReceipted } from "../domain/revenue.ts";
import { keptPayer, type toldPayer } from "./payers.ts";

type Booked = Pick<Income, "serial" | "amount" | "on" | "item"> & {
  readonly paidBy: z.output<typeof toldPayer>;
  readonly madeOutTo?: string | undefined;
};
const none = { members: [], commands: [] };

/** F17, CF-70: the fiscal receipt of income that has one, as part of the commit that books it. */
export async function receiptFor(id: string, booked: Booked, { kind, title }: RevenueSource, runtime: Runtime) {
  const { serial, amount, on, item, paidBy, madeOutTo } = booked;
  const payer = keptPayer(paidBy, runtime);
  if (!isReceipted({ kind, paidBy }) || payer.kind === "government" || payer.kind === "various") return none;
  const key = payerKey((name) => actorKey(runtime, name), payer.key);
  return incomeReceipt(
    {
      ...{ id, serial, amount, on, source: { title, item } },
      payer: { kind: payer.kind === "organisation" ? payer.kind : "citizen", key },
      madeOutTo: madeOutTo ?? ("name" in payer ? payer.name : undefined),
    },
    await stockOf(runtime, "income"),
  );
}

/** What goes with income that is taken back: its line of the bank, and its receipt, which is void. */
export async function receiptedWith(id: string, reasons: string, runtime: Runtime) {
  const serial = (await runtime.store.load(revenue, id))?.state.serial ?? "";
  return { serial, fiscal: receiptVoided(await receiptsOfIncome(runtime, id, serial), reasons) };
}
