import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { priceListNow, volumeNow } from "../../infra/cost/data.ts";
import { measured } from "../../infra/cost/measured.ts";
import { quotas, quotaTable } from "../../infra/cost/quotas.ts";
import { busyMonth, costOf, idleMonth, totalOf } from "../../infra/cost/reckoning.ts";
import { resourcesOf, standingOf } from "../../infra/cost/standing.ts";
import { costTable } from "../../infra/cost/table.ts";
import { services } from "../../infra/services.ts";
import { guangtong } from "./town.ts";

const resources = resourcesOf(guangtong, services);
const standing = standingOf(resources, guangtong, services);
const { population } = guangtong.profile;
const idle = idleMonth(standing, volumeNow);
const busy = busyMonth(standing, measured, volumeNow, population);
const readme = readFileSync(resolve(import.meta.dirname, "../../infra/README.md"), "utf8");

describe("what a town costs a month", () => {
  test("the table in the README is the command's output (npm run cost -- --town guangtong)", () => {
    expect(readme).toContain(costTable(standing, population));
  });

  test("C4: idle it is below two dollars in an account of its own, and below five with all its work", () => {
    expect(totalOf(priceListNow, idle, true)).toBeLessThan(2);
    expect(totalOf(priceListNow, busy, true)).toBeLessThan(5);
  });

  test("five services: five alarms, one secret, and no metric of our own while all is well", () => {
    expect(standing).toMatchObject({ alarms: 5, secrets: 1, polledQueues: 5 });
    expect(idle.metric).toBe(0);
  });

  test("what idles is reckoned by hand: five queues are asked fifteen times a minute", () => {
    // and a department asks its own three times
    expect(standing.subscribers).toBe(1);
    expect(idle.fifoRequest - standing.watchedQueues * 8_640).toBe((5 * 15 + 3) * 43_200);
    expect(costOf(priceListNow, "fifoRequest", 1_000_000)).toBeCloseTo(0.5);
    expect(costOf(priceListNow, "fifoRequest", 1_000_000, true)).toBe(0);
  });

  test("the readers of tables are known by hand: each clockwork reads its own, the watch all, each twelve times an hour", () => {
    const clockworks = standing.memoryMb.clockwork.length;
    expect(idle.keyRequest).toBe((clockworks + standing.tables) * 12 * 24 * 30);
  });

  test("the lines that a department copies poll as long as SQS lets them, as is reckoned", () => {
    const page = readFileSync(resolve(import.meta.dirname, "../../docs/departments.md"), "utf8");
    const seconds = Number(/WaitTimeSeconds: (\d+)/.exec(page)?.[1]);
    expect([seconds, 60 / seconds]).toEqual([20, volumeNow.subscriberPollsPerMinute.count]);
  });

  test("a busy month takes more of everything than an idle one, and nothing is forgotten that was measured", () => {
    for (const [what, quantity] of Object.entries(idle))
      expect(Object.entries(busy).find(([one]) => one === what)?.[1], what).toBeGreaterThanOrEqual(quantity);
    for (const what of [
      "writeUnit",
      "apiRequest",
      "fifoPublish",
      "fifoDelivery",
      "filePut",
      "tableGb",
      "transferGb",
    ] as const)
      expect(busy[what], what).toBeGreaterThan(0);
  });

  test("each price has its source, and the list its day and its doubt", () => {
    for (const { source } of Object.values(priceListNow.prices))
      expect(source).toMatch(/^https:\/\/aws\.amazon\.com\//);
    expect(priceListNow.doubt.length).toBeGreaterThan(50);
  });
});

describe("quotas of one account", () => {
  test("the table in the README is the command's output (npm run cost -- --town guangtong --quotas)", () => {
    expect(readme).toContain(quotaTable(resources));
  });

  test("ten towns fit into one account", () => {
    for (const { en, limit, taken } of quotas) expect(10 * taken(resources), en).toBeLessThanOrEqual(limit);
  });
});
