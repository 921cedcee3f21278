import { afterEach, describe, expect, it, vi } from "vitest";
import { Counter } from "../../../infra/embedded/counter.ts";
import { HouseQueue } from "../../../infra/embedded/house-queue.ts";
import type { MessageEnd } from "../../../infra/embedded/ops/town-log.ts";
import { QueuePump } from "../../../infra/embedded/queue-pump.ts";
import { observe } from "../../../shared/observability/index.ts";

const attempts = 5;
const stops: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
});

/** A queue with one message, whose consumer fails the first times; data are out for some of them. */
async function pumped({ failures, out }: { readonly failures: number; readonly out: number }) {
  const queue = new HouseQueue({ queue: "house.fifo", attempts });
  let tries = 0;
  const ends: MessageEnd["outcome"][] = [];
  const pump = new QueuePump({
    name: "house.fifo",
    queue,
    counter: new Counter(),
    async react({ Records }) {
      tries += 1;
      return { batchItemFailures: tries > failures ? [] : Records.map((one) => ({ itemIdentifier: one.messageId })) };
    },
    reasonOf: () => undefined,
    isDataWell: async () => tries > out,
    log: { message: ({ outcome }) => void ends.push(outcome) },
    observability: observe("test", "guangtong"),
    onConsumed: async () => undefined,
    onDead: () => undefined,
    retryDelay: 0,
  });
  await queue.send([{ type: "a.b.c", body: "{}", group: "g", deduplicationId: "d" }]);
  pump.start();
  stops.push(() => pump.stop());
  await vi.waitFor(() => expect(ends.at(-1)).toMatch(/consumed|dead/), { timeout: 20_000 });
  return { tries, end: ends.at(-1), dead: (await queue.deadLetters()).length };
}

describe("a message that its consumer could not do with", () => {
  it("is dead after its attempts while data can be written", async () => {
    expect(await pumped({ failures: 99, out: 0 })).toEqual({ tries: attempts, end: "dead", dead: 1 });
  });

  it("waits for as long as no data can be written, and is consumed by itself then", async () => {
    expect(await pumped({ failures: 12, out: 12 })).toEqual({ tries: 13, end: "consumed", dead: 0 });
  });

  it("has all its attempts after an outage", async () => {
    expect(await pumped({ failures: 99, out: 12 })).toEqual({ tries: 12 + attempts, end: "dead", dead: 1 });
  });
});
