import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aggregate, clockworkFor, nextDeadline, openingFor, type Service } from "../../../shared/service/index.ts";
import { dynamoTable } from "../../../shared/store/dynamo-table.ts";
import { memoryTable, type Table } from "../../../shared/store/index.ts";
import { type Engine, startEngine } from "../../support/engine.ts";
import { tally, tallyService } from "../../support/tally.ts";
import { aContext, aRuntime, type TestRuntime } from "../../support/tally-town.ts";

let engine: Engine;
let serial = 0;
beforeAll(async () => {
  engine = await startEngine();
});
afterAll(() => engine.stop());

const day = (date: number) => `2026-11-${String(date).padStart(2, "0")}T16:00:00.000Z`;

const opened = (runtime: TestRuntime, id: string, closesAt?: string) =>
  runtime.store.execute({
    decider: tally,
    id,
    command: { type: "create", book: "rice", ...(closesAt === undefined ? {} : { closesAt }) },
    commandId: id,
    bodyDigest: "",
    expects: "new",
    context: aContext(),
  });

describe.each(["memory", "engine"])("the clockwork on %s", (kind) => {
  async function aTable(): Promise<Table> {
    if (kind === "memory") return memoryTable("t");
    serial += 1;
    return dynamoTable(await engine.createTable("guangtong", tallyService, `-${serial}`), engine.client);
  }
  const aTown = async (service: Service = tallyService) => {
    const runtime = aRuntime({ table: await aTable() });
    const closed: string[] = [];
    const seen: Service = {
      ...service,
      aggregates: service.aggregates.map((one) => ({
        ...one,
        onDeadline: async (given, id, due) => {
          closed.push(id);
          return (await one.onDeadline?.(given, id, due)) ?? { done: false, code: "none" };
        },
      })),
    };
    return { runtime, closed, sweep: clockworkFor(seen, runtime) };
  };
  const status = async (runtime: TestRuntime, id: string) => (await runtime.store.load(tally, id))?.state.status;

  it("acts on what is due, to the instant, and on nothing else", async () => {
    const { runtime, sweep } = await aTown();
    await opened(runtime, "due", day(2));
    await opened(runtime, "later", "2026-11-02T16:00:00.001Z");
    await opened(runtime, "never");
    runtime.setClock("2026-11-02T15:59:59.999Z");
    expect(await sweep()).toEqual({ done: 0, failed: 0 });
    runtime.setClock(day(2));
    expect(await sweep()).toEqual({ done: 1, failed: 0 });
    expect([await status(runtime, "due"), await status(runtime, "later"), await status(runtime, "never")]).toEqual([
      "closed",
      "open",
      "open",
    ]);
    expect((await runtime.store.history(tally, "due")).at(-1)).toMatchObject({ actor: "clockwork", time: day(2) });
  });

  it("acts in the order in which deadlines fell due, more than a page of them", { timeout: 30_000 }, async () => {
    const { runtime, sweep, closed } = await aTown();
    const ids = Array.from({ length: 60 }, (_, n) => `t${n}`);
    await Promise.all(
      ids.map((id, n) => opened(runtime, id, `2026-11-01T00:00:${String((n * 37) % 60).padStart(2, "0")}.000Z`)),
    );
    runtime.setClock(day(5));
    expect(await sweep()).toEqual({ done: 60, failed: 0 });
    expect(closed).toEqual(ids.toSorted((a, b) => ((Number(a.slice(1)) * 37) % 60) - ((Number(b.slice(1)) * 37) % 60)));
  });

  it("does nothing twice when it sweeps twice, nor when two sweep at once", async () => {
    const { runtime, sweep } = await aTown();
    for (const id of ["a", "b"]) await opened(runtime, id, day(1));
    runtime.setClock(day(2));
    await Promise.all([sweep(), sweep()]);
    expect(await sweep()).toEqual({ done: 0, failed: 0 });
    for (const id of ["a", "b"]) expect(await runtime.store.history(tally, id)).toHaveLength(2);
  });

  it("does not act on a deadline that has moved since the sweep saw it", async () => {
    const { runtime } = await aTown();
    await opened(runtime, "a", day(9));
    expect(await aggregate(tally).onDeadline?.(runtime, "a", day(1))).toEqual({
      done: true,
      steps: 0,
      next: day(9),
    });
    expect(await aggregate(tally).onDeadline?.(runtime, "gone", day(1))).toEqual({ done: true, steps: 0 });
    expect(await status(runtime, "a")).toBe("open");
  });

  it("goes on with the others when one fails or refuses, and tries it again at the next sweep", async () => {
    let broken = true;
    const fragile: Service = {
      ...tallyService,
      aggregates: tallyService.aggregates.map((one) => ({
        ...one,
        onDeadline: async (runtime, id, due) => {
          if (broken && id === "a") throw new Error("down");
          if (broken && id === "b") return { done: false, code: "tally.not-yet" };
          return (await one.onDeadline?.(runtime, id, due)) ?? { done: false, code: "none" };
        },
      })),
    };
    const { runtime, sweep, closed } = await aTown(fragile);
    for (const [place, id] of ["a", "b", "c"].entries()) await opened(runtime, id, day(place + 1));
    runtime.setClock(day(9));
    expect(await sweep()).toEqual({ done: 1, failed: 2 });
    expect(closed).toEqual(["a", "b", "c"]);
    expect(await status(runtime, "c")).toBe("closed");
    expect(runtime.observability.said).toMatchObject([
      { level: "error", message: "deadline failed", facts: { aggregate: "tally" } },
      { level: "warn", message: "deadline set aside", facts: { aggregate: "tally", due: day(1), reason: "Error" } },
      { level: "warn", message: "deadline set aside", facts: { aggregate: "tally", reason: "tally.not-yet" } },
    ]);
    broken = false;
    expect(await sweep()).toEqual({ done: 2, failed: 0 });
  });

  it("knows the next deadline of all, passed or not, and the next after an instant", async () => {
    const { runtime } = await aTown();
    expect(await nextDeadline(runtime)).toBeUndefined();
    await opened(runtime, "b", day(4));
    await opened(runtime, "a", day(3));
    expect(await nextDeadline(runtime)).toBe(day(3));
    expect(await nextDeadline(runtime, day(2))).toBe(day(3));
    expect(await nextDeadline(runtime, day(3))).toBe(day(4));
    expect(await nextDeadline(runtime, day(4))).toBeUndefined();
  });
});

describe("opening a town", () => {
  const lists = { licences: [], services: [], penalties: [] };

  it("gives it what it begins with, and nothing twice", async () => {
    const runtime = aRuntime();
    const open = openingFor(tallyService, runtime, lists);
    expect(await open()).toEqual({ carriedOut: 2, refused: [] });
    expect(await open()).toEqual({ carriedOut: 2, refused: [] });
    expect(await runtime.store.load(tally, "first-0")).toMatchObject({ version: 1, state: { book: "开门" } });
    expect(await runtime.store.history(tally, "first-1")).toHaveLength(1);
  });

  it("names what was refused and goes on", async () => {
    const runtime = aRuntime();
    await opened(runtime, "first-0");
    expect(await openingFor(tallyService, runtime, lists)()).toEqual({
      carriedOut: 1,
      refused: ["tally/first-0: tally.exists"],
    });
  });

  it("is nothing for a service that begins empty", async () => {
    const { opening: _opening, ...empty } = tallyService;
    expect(await openingFor(empty, aRuntime(), lists)()).toEqual({ carriedOut: 0, refused: [] });
  });
});
