import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { ok, type Part, TownHealth, trouble } from "../../../infra/embedded/ops/health.ts";

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "performance"] });
});
afterEach(() => {
  vi.useRealTimers();
});

const statusOf = async (health: TownHealth) => (await health.short()).parts.data;

describe("how a town is", () => {
  it("is looked at again after two seconds, and not before", async () => {
    let now: Part = ok();
    let looks = 0;
    const health = new TownHealth({
      data: () => {
        looks += 1;
        return now;
      },
    });
    expect(await statusOf(health)).toBe("ok");
    now = trouble("failing", "数据不可用", "no data");
    vi.advanceTimersByTime(2_000);
    expect([await statusOf(health), looks]).toEqual(["ok", 1]);
    vi.advanceTimersByTime(1);
    expect([await statusOf(health), looks]).toEqual(["failing", 2]);
    now = ok();
    vi.advanceTimersByTime(2_001);
    expect([await statusOf(health), looks]).toEqual(["ok", 3]);
  });

  it("is told within ten seconds of what happened, also where a part does not answer at all", async () => {
    let isGone = false;
    const health = new TownHealth({
      data: () => (isGone ? new Promise<Part>(() => undefined) : ok()),
      disk: () => ok(),
    });
    expect(await statusOf(health)).toBe("ok");
    isGone = true;
    const happened = performance.now();
    // The worst moment to ask is as late as an answer is still kept
    vi.advanceTimersByTime(2_001);
    const told = health.short();
    await vi.advanceTimersByTimeAsync(4_999);
    let isTold = false;
    void told.then(() => {
      isTold = true;
    });
    await vi.advanceTimersByTimeAsync(0);
    expect(isTold).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    expect(await told).toEqual({ status: "failing", parts: { data: "failing", disk: "ok" } });
    expect(performance.now() - happened).toBeLessThan(10_000);
  });

  it("is failing where looking at a part fails, with the reason", async () => {
    const health = new TownHealth({
      data: () => Promise.reject(new Error("disk I/O error")),
    });
    expect((await health.parts()).data).toMatchObject({
      status: "failing",
      trouble: { en: "it fails: disk I/O error" },
    });
  });
});
