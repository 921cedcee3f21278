import { SendMessageCommand, SQSClient } from "@aws-sdk/client-sqs";
import * as z from "zod";
import { look } from "../desk.ts";
import { line } from "../show.ts";
import type { Case, Week } from "../week.ts";

const queues = z.array(z.object({ name: z.string(), url: z.url() }));

/** What a bank's or the finance office's system sends: the event as it is published, to the queue of those who react. */
export async function pay(week: Week, one: Case): Promise<void> {
  const before = await look(week, one);
  if (before.fee === undefined) throw new Error("no fee is due");
  const { amountFen } = before.fee;
  const queue = (await week.town.get("/_embedded/queues", queues)).find(({ name }) =>
    name.includes("permits-reactions"),
  );
  if (queue === undefined) throw new Error("permits hear nothing");
  const { now, today } = await week.town.time();
  const receipt = `示例票据-${one.id.slice(-6)}`;
  const id = `payment-${one.id}`;
  const event = {
    specversion: "1.0",
    id,
    source: "urn:qiangzhen:demo:finance",
    type: "finance.payment.received",
    subject: `payment/${one.id}`,
    time: now,
    datacontenttype: "application/json",
    sequence: 1,
    actor: "bank",
    data: { for: { service: "permits", id: one.id }, amountFen, treasuryFen: amountFen, receivedOn: today, receipt },
  };
  const sqs = new SQSClient({
    endpoint: new URL(queue.url).origin,
    region: "us-east-1",
    credentials: { accessKeyId: "demo", secretAccessKey: "demo" },
  });
  await sqs.send(
    new SendMessageCommand({
      QueueUrl: queue.url,
      MessageBody: JSON.stringify(event),
      MessageGroupId: one.id.slice(-16),
      MessageDeduplicationId: id.slice(-60),
    }),
  );
  sqs.destroy();
  const paid = await until(async () => (await look(week, one)).fee?.paid);
  line(
    `${one.guide.name.zh}：应收 ${(amountFen / 100).toFixed(2)} 元，缴入国库后财政消息到，${paid.receipt}`,
    "the fee, paid by an event from outside",
  );
}

/** A message from outside wakes nobody: the queue is looked at every two seconds. */
async function until<T>(found: () => Promise<T | undefined>): Promise<T> {
  for (let attempt = 0; attempt < 40; attempt += 1) {
    const one = await found();
    if (one !== undefined) return one;
    await new Promise((wake) => setTimeout(wake, 500));
  }
  throw new Error("the payment was not heard of");
}
