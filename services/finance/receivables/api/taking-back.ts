import * as z from "zod";
import type { Route } from "../../../../shared/http/index.ts";
import type { Runtime } from "../../../../shared/service/index.ts";
import { lineOf, textOf } from "../../../../shared/text/index.ts";
import { bankLineMember, lineReleased } from "../../bank-lines/index.ts";
import { entryUseHeld, takenBackTogether } from "../../ledger/index.ts";
import { receiptsGiven, receiptVoided } from "./issuing.ts";
import { entriesOfLine, nothingPosted, treasuryHeld, treasuryOf } from "./money.ts";
import { receivables } from "./receivable-view.ts";

interface Asking {
  readonly id: string;
  readonly body: { readonly serial: string; readonly reasons: string };
  readonly runtime: Runtime;
}

const standingEntry = async (runtime: Runtime, serial: string): Promise<string> =>
  (await entriesOfLine(runtime, serial)).at(-1)?.id ?? "";

/** What goes with it: the entry is reversed, and the fiscal receipt is void. */
async function goneTogether({ id, body: { serial, reasons }, runtime }: Asking) {
  const undoneBy = { record: "receivable" as const, id };
  const entry = await standingEntry(runtime, serial);
  return {
    posted: await takenBackTogether({ id: entry, undoneBy, reasons }, runtime),
    fiscal: receiptVoided(await receiptsGiven(runtime, id, serial), reasons),
  };
}

/** F-47: money that was booked to a wrong claim. Claim, line of the bank, entry, balances and receipt change in one commit. */
export const takeBackStep: Route = receivables.step("reverse-receipt", {
  summary: {
    zh: "冲回记错应收款的到账（登记人以外的人办理，说明理由），银行流水可重新认领",
    en: "Take back money that was booked to a wrong claim, by another person: the bank's line is free again",
  },
  allow: ["accountant", "finance-approver"],
  body: z.strictObject({ serial: lineOf(60, 1), reasons: textOf(300, 2) }),
  tries: ({ state }) => (state?.received ?? []).map(({ serial }) => ({ serial, reasons: "认领错误" })),
  facts: async ({ body, runtime }) => ({
    ...treasuryHeld({ runtime }),
    ...entryUseHeld(await standingEntry(runtime, body.serial)),
  }),
  learn: goneTogether,
  learnsFromTable: true,
  run: ({ body }) => ({ type: "reverse-receipt", ...body }),
  others: {
    members: ({ body, learnt, runtime }) => ({
      line: bankLineMember(treasuryOf(runtime), body.serial),
      fiscal: learnt?.fiscal.members ?? [],
      ...(learnt?.posted?.members ?? nothingPosted),
    }),
    commands: ({ id, body: { serial }, learnt, facts, runtime }) => ({
      line: lineReleased(treasuryOf(runtime), serial, `receivable:${id}`),
      fiscal: learnt?.fiscal.commands ?? [],
      ...(learnt?.posted?.commands(facts.standing, facts.use) ?? nothingPosted),
    }),
  },
});
