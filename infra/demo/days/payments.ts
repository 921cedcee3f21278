import * as z from "zod";
import { look } from "../desk.ts";
import { accountant, financeHead } from "../people.ts";
import { line } from "../show.ts";
import type { Case, Week } from "../week.ts";

const claims = z.object({ items: z.array(z.object({ id: z.string(), claim: z.string(), owedFen: z.number() })) });
const books = z.object({ items: z.array(z.object({ id: z.string() })) });

/** The books of the treasury, opened with the first payment: what comes in stands there in the same commit. */
export async function openTreasury({ town }: Week, today: string): Promise<void> {
  const { items } = await town.get("/finance/books", books, accountant);
  if (items.some(({ id }) => id === "treasury")) return;
  await town.act(
    "/finance/books",
    { book: "treasury", first: today.slice(0, 7), document: "建账批复2号" },
    financeHead,
  );
  await town.act("/finance/books/treasury/finish-opening", {}, financeHead);
}

/** The fee of a case is a claim of finance. An accountant records that the treasury has it, and permits hear of it. */
export async function pay(week: Week, one: Case): Promise<void> {
  const { town } = week;
  const { today } = await town.time();
  await openTreasury(week, today);
  const claim = await until(async () => {
    const { items } = await town.get("/finance/receivables", claims, accountant);
    return items.find((each) => each.claim === one.id);
  });
  const receipt = `示例票据-${one.id.slice(-6)}`;
  const money = { serial: `国库流水-${one.id.slice(-6)}`, receipt, amountFen: claim.owedFen, on: today };
  await town.act(`/finance/receivables/${encodeURIComponent(claim.id)}/receive`, money, accountant);
  const paid = await until(async () => (await look(week, one)).fee?.paid);
  line(
    `${one.guide.name.zh}：应收 ${(claim.owedFen / 100).toFixed(2)} 元，财政所登记入库并记账，消息到审批，${paid.receipt}`,
    "the fee: a claim of finance, paid into the treasury, posted, and told to permits",
  );
}

/** Nothing tells when a queue was read; so it is asked until it is so. */
async function until<T>(found: () => Promise<T | undefined>): Promise<T> {
  for (let attempt = 0; attempt < 40; attempt += 1) {
    const one = await found();
    if (one !== undefined) return one;
    await new Promise((wake) => setTimeout(wake, 500));
  }
  throw new Error("it was not heard of");
}
