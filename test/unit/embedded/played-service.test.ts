import { describe, expect, test } from "vitest";
import * as z from "zod";
import { playEvent } from "../../../infra/embedded/played-service.ts";
import type { Queues } from "../../../infra/embedded/queues.ts";
import { permits } from "../../../services/permits/service.ts";
import type { Service } from "../../../shared/service/index.ts";
import { tallyService } from "../../support/tally.ts";
import { profile } from "../../support/tally-town.ts";

const type = "finance.payment.received";
const event = { type, subject: "payment/1", data: { amountFen: 1 } };
const finance = (publishes: Service["publishes"]): Service => ({
  ...tallyService,
  ...{ name: "finance", publishes, subscriptions: [] },
});

/** Plays the event in a town of these services; answers what came of it, and which queues got it. */
async function played(...services: readonly Service[]) {
  const sent: string[] = [];
  const queues = z.custom<Queues>().parse({ of: (name: string) => ({ send: async () => void sent.push(name) }) });
  const stage = { services, town: profile, queues, now: () => "2026-03-02T02:00:00.000Z" };
  return { answer: await playEvent(stage, event), sent };
}

describe("An event that the simulation plays", () => {
  test("of a service that does not run", async () => {
    expect(await played(permits)).toEqual({ answer: { sentTo: 1 }, sent: ["guangtong-permits-reactions.fifo"] });
  });
  test("of a service that runs, and does not publish it yet", async () => {
    expect(await played(permits, finance({}))).toMatchObject({ answer: { sentTo: 1 } });
  });
  test("is refused where a service that runs publishes it, or where nobody waits for it", async () => {
    for (const services of [[permits, finance({ [type]: z.object({}) })], [finance({})]]) {
      const { answer, sent } = await played(...services);
      expect([answer, sent]).toMatchObject([{ code: "simulation.service-runs-here", status: 409 }, []]);
    }
  });
});
