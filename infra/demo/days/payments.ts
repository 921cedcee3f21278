import * as z from "zod";
import { look } from "../desk.ts";
import { line } from "../show.ts";
import type { Case, Week } from "../week.ts";

const played = z.object({ sentTo: z.number() });

/** The finance service tells that a payment has reached the treasury. The simulation plays it: it does not run yet. */
export async function pay(week: Week, one: Case): Promise<void> {
  const before = await look(week, one);
  if (before.fee === undefined) throw new Error("no fee is due");
  const { amountFen } = before.fee;
  const { today } = await week.town.time();
  const receipt = `示例票据-${one.id.slice(-6)}`;
  const event = {
    type: "finance.payment.received",
    subject: `payment/${one.id}`,
    data: { for: { service: "permits", id: one.id }, amountFen, treasuryFen: amountFen, receivedOn: today, receipt },
  };
  const { sentTo } = await week.town.post("/_embedded/events", event, played);
  if (sentTo === 0) throw new Error("permits hear nothing");
  const paid = await until(async () => (await look(week, one)).fee?.paid);
  line(
    `${one.guide.name.zh}：应收 ${(amountFen / 100).toFixed(2)} 元，缴入国库后财政消息到，${paid.receipt}`,
    "the fee, paid by an event from outside",
  );
}

/** Nothing tells when a queue was read; so the case is asked until it knows of the payment. */
async function until<T>(found: () => Promise<T | undefined>): Promise<T> {
  for (let attempt = 0; attempt < 40; attempt += 1) {
    const one = await found();
    if (one !== undefined) return one;
    await new Promise((wake) => setTimeout(wake, 500));
  }
  throw new Error("the payment was not heard of");
}
