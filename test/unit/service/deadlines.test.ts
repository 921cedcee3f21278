import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Clockwork } from "../../../infra/embedded/clockwork.ts";
import { Commits, watched } from "../../../infra/embedded/commits.ts";
import { clockworkFor } from "../../../shared/service/index.ts";
import { dynamoTable } from "../../../shared/store/dynamo-table.ts";
import { memoryTable, type Table } from "../../../shared/store/index.ts";
import { startEngine } from "../../support/engine.ts";
import { talkTo } from "../../support/http.ts";
import { type Manner, reminder, remindersService } from "../../support/reminders.ts";
import { aContext, aRuntime, claimsOf, type TestRuntime } from "../../support/tally-town.ts";

const hour = (count: number) => `2026-11-01T${String(count).padStart(2, "0")}:00:00.000Z`;
const set = (runtime: TestRuntime, id: string, dues: readonly string[], manner: Manner = "sound", attempt = "1") =>
  runtime.store.execute({
    decider: reminder,
    id,
    command: { type: "set", dues, manner },
    commandId: `${id}${attempt}`,
    bodyDigest: "",
    expects: "either",
    context: aContext(),
  });

/** The deadlines that happened to an aggregate, in the order in which they happened. */
const passed = async (runtime: TestRuntime, id: string) =>
  (await runtime.store.history(reminder, id)).flatMap(({ data }) =>
    "due" in data && typeof data.due === "string" ? [data.due] : [],
  );

/** A town of one service; `order` tells which deadlines happened, of all aggregates. */
function aTown(table: Table = memoryTable("t")) {
  const order: string[] = [];
  const overheard: Table = {
    ...table,
    async write(puts) {
      const result = await table.write(puts);
      const items = puts.flatMap((put) => ("item" in put ? [put.item] : []));
      const data = items.find(({ type }) => type === "reminders.reminder.passed")?.data;
      if (result.written && typeof data === "object" && data !== null && "due" in data) order.push(String(data.due));
      return result;
    },
  };
  const runtime = aRuntime({ table: overheard });
  runtime.setClock(hour(0));
  const setAside = async () =>
    (await talkTo(remindersService, runtime)({ path: "/reminders/set-aside", claims: claimsOf("ops") })).body.items;
  return { runtime, order, setAside, sweep: clockworkFor(remindersService, runtime) };
}

describe("several deadlines", () => {
  it("of one aggregate at one instant all happen, each once", async () => {
    const { runtime, sweep } = aTown();
    await set(runtime, "a", [hour(1), hour(1), hour(1), hour(2)]);
    runtime.setClock(hour(1));
    expect(await sweep()).toEqual({ done: 3, failed: 0 });
    expect(await passed(runtime, "a")).toEqual([hour(1), hour(1), hour(1)]);
    expect(await sweep()).toEqual({ done: 0, failed: 0 });
  });

  it("of several aggregates happen in order of due, also those that become due by a step of the same sweep", async () => {
    const { runtime, sweep, order } = aTown();
    await set(runtime, "a", [hour(1), hour(3), hour(5)]);
    await set(runtime, "b", [hour(2), hour(4), hour(4)]);
    runtime.setClock(hour(9));
    expect(await sweep()).toEqual({ done: 6, failed: 0 });
    expect(order).toEqual([1, 2, 3, 4, 4, 5].map(hour));
  });

  it("all happen, once and in order of due, whatever they are and however often the clockwork sweeps", async () => {
    const dues = fc.array(fc.integer({ min: 1, max: 6 }), { maxLength: 5 });
    const manners = fc.constantFrom<Manner>("sound", "sound", "silent", "refusing", "failing", "endless");
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ dues, manner: manners }), { minLength: 1, maxLength: 6 }),
        fc.array(fc.integer({ min: 0, max: 7 }), { maxLength: 4 }),
        async (reminders, instants) => {
          const { runtime, sweep, order } = aTown();
          for (const [place, one] of reminders.entries())
            await set(runtime, `r${place}`, one.dues.map(hour), one.manner);
          for (const now of [...instants.toSorted(), 7]) {
            runtime.setClock(hour(now));
            const before = order.length;
            const concurrent = now % 2 === 0;
            await Promise.all(concurrent ? [sweep(), sweep()] : [sweep()]);
            const happened = order.slice(before);
            if (!concurrent) expect(happened).toEqual(happened.toSorted());
          }
          for (const [place, one] of reminders.entries()) {
            const happened = await passed(runtime, `r${place}`);
            if (one.manner === "sound") expect(happened).toEqual(one.dues.toSorted().map(hour));
            else if (one.manner !== "endless") expect(happened).toEqual([]);
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  it("of several services happen in the order of all of them when a town was off for long", async () => {
    const order: string[] = [];
    const now = () => hour(9);
    const services = ["one", "two"].map((name) => {
      const { runtime, order: own } = aTown();
      const commits = new Commits();
      const noted = watched(runtime.store.table, commits);
      own.push = (...dues) => order.push(...dues);
      return {
        service: { ...remindersService, name },
        runtime: { ...aRuntime({ table: noted }), clock: now },
        commits,
      };
    });
    const [one, two] = services.map(({ runtime }) => runtime);
    if (one === undefined || two === undefined) throw new Error("two services");
    await set(one, "a", [hour(1), hour(3), hour(3), hour(6)]);
    await set(two, "a", [hour(2), hour(3), hour(4), hour(5)]);
    expect(await new Clockwork(services, now).sweep()).toBe(8);
    expect(order).toEqual([1, 2, 3, 3, 3, 4, 5, 6].map(hour));
  });
});

describe("a deadline without progress", () => {
  it.each([
    ["silent", "no-progress"],
    ["refusing", "reminders.not-yet"],
    ["failing", "TypeError"],
    ["endless", "too-many-steps"],
  ] as const)(
    "%s is set aside with its reason (%s), shown to the operators, and the others go on",
    async (manner, reason) => {
      const { runtime, sweep, setAside } = aTown();
      await set(runtime, "ill", [hour(1), hour(2)], manner);
      await set(runtime, "well", [hour(1), hour(3)]);
      runtime.setClock(hour(4));
      expect((await sweep()).failed).toBe(1);
      expect(await passed(runtime, "well")).toEqual([hour(1), hour(3)]);
      expect(await setAside()).toEqual([{ aggregate: "reminder", id: "ill", due: hour(1), reason, since: hour(4) }]);
      expect(runtime.observability.counted.DeadlinesSetAside).toBe(1);
      expect(runtime.observability.said).toContainEqual({
        level: "warn",
        message: "deadline set aside",
        facts: { aggregate: "reminder", due: hour(1), reason },
      });
    },
  );

  it("is tried again at each sweep, and leaves the list as soon as it goes on", async () => {
    const { runtime, sweep, setAside } = aTown();
    await set(runtime, "a", [hour(1)], "silent");
    runtime.setClock(hour(2));
    await sweep();
    runtime.setClock(hour(3));
    expect(await sweep()).toEqual({ done: 0, failed: 1 });
    expect(await setAside()).toMatchObject([{ id: "a", since: hour(2) }]);
    await set(runtime, "a", [hour(1)], "sound", "2");
    expect(await sweep()).toEqual({ done: 1, failed: 0 });
    expect(await setAside()).toEqual([]);
    await set(runtime, "a", [hour(3)], "refusing", "3");
    await sweep();
    expect(await setAside()).toMatchObject([{ id: "a", reason: "reminders.not-yet" }]);
  });

  it("leaves the list when a command takes the deadline away", async () => {
    const { runtime, sweep, setAside } = aTown();
    await set(runtime, "a", [hour(1)], "silent");
    runtime.setClock(hour(2));
    await sweep();
    await set(runtime, "a", [], "silent", "2");
    await sweep();
    expect(await setAside()).toEqual([]);
  });

  it("stays on the list while a sweep that ends earlier passes by", async () => {
    const { runtime, sweep, setAside } = aTown();
    await set(runtime, "a", [hour(5)], "silent");
    runtime.setClock(hour(6));
    await sweep();
    await sweep({ upTo: hour(4) });
    expect(await setAside()).toHaveLength(1);
  });

  it("is kept in the table of an engine as in memory", async () => {
    const engine = await startEngine();
    try {
      const { runtime, sweep, setAside } = aTown(
        dynamoTable(await engine.createTable("guangtong", remindersService), engine.client),
      );
      await set(runtime, "a", [hour(1), hour(1)]);
      await set(runtime, "b", [hour(1)], "silent");
      runtime.setClock(hour(2));
      expect(await sweep()).toEqual({ done: 2, failed: 1 });
      expect(await setAside()).toMatchObject([{ id: "b", reason: "no-progress" }]);
      await set(runtime, "b", [], "sound", "2");
      await sweep();
      expect(await setAside()).toEqual([]);
    } finally {
      await engine.stop();
    }
  });
});

describe("the clockwork of one machine", () => {
  const aClockwork = async (...manners: Manner[]) => {
    const { runtime } = aTown();
    const commits = new Commits();
    const town = { ...aRuntime({ table: watched(runtime.store.table, commits) }), clock: () => hour(9) };
    for (const [place, manner] of manners.entries()) await set(town, `r${place}`, [hour(place + 1)], manner);
    return new Clockwork([{ service: remindersService, runtime: town, commits }], () => hour(9));
  };

  it("ends its turn although deadlines make no progress, and says so to whoever asks for the town's health", async () => {
    const clockwork = await aClockwork("silent", "sound", "refusing");
    expect(clockwork.health()).toEqual({ status: "ok" });
    expect(await clockwork.sweep()).toBe(1);
    expect(clockwork.health()).toEqual({ status: "degraded", setAside: { reminders: 2 } });
    expect(await clockwork.sweep()).toBe(0);
  });

  it("ends its turn although a rule takes steps without end", async () => {
    const clockwork = await aClockwork("endless", "sound");
    expect(await clockwork.sweep()).toBe(51);
    expect(clockwork.health()).toEqual({ status: "degraded", setAside: { reminders: 1 } });
  });

  it("stops before the next step when it is told to", async () => {
    const clockwork = await aClockwork("endless");
    const turn = clockwork.sweep();
    await clockwork.stop();
    expect(await turn).toBeLessThan(50);
  });
});
