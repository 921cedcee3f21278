import { setTimeout as pause } from "node:timers/promises";
import { expect } from "vitest";
import * as z from "zod";
import { aDataDirectory, Caller } from "./embedded.ts";
import { startTownProcess, type TownProcess } from "./town-process.ts";

interface Command {
  readonly tally: string;
  readonly key: string;
  readonly amount: number;
}

const tallies = 4;
const writers = 8;
/** So many commands are answered before each kill, however slow the machine is. */
const enough = 6;
const view = z.object({ total: z.int(), version: z.int() });
const page = z.object({ entries: z.int(), sum: z.int(), outOfOrder: z.int() });
const chained = z.object({
  events: z.array(z.object({ sequence: z.int() })),
  chain: z.object({ intact: z.boolean() }),
});

/**
 * Kills a town under load with `kill -9`, again and again, and starts it on the same data. Afterwards everything that was
 * ever acknowledged must be there, everything committed consumed once, in order, and every chain intact.
 * @returns how many commands were acknowledged
 */
export async function surviveKills(kills: number, random: () => number = Math.random): Promise<number> {
  const directory = await aDataDirectory();
  const acknowledged: Command[] = [];
  let pending: Command[] = [];
  let town: TownProcess | undefined = await startTownProcess(directory.path);
  try {
    const clerk = await new Caller(town.url).as("clerk", "supervisor");
    const ids = await Promise.all(
      Array.from({ length: tallies }, (_, place) => clerk.openTally({ book: `册${place}` })),
    );
    for (let kill = 1; kill <= kills; kill += 1) {
      const underLoad = Promise.withResolvers<void>();
      let answered = 0;
      const load = loadOn(town.url, ids, `${kill}`, pending, random, () => {
        answered += 1;
        if (answered === enough) underLoad.resolve();
      });
      await Promise.all([pause(200 + random() * 1000), Promise.race([underLoad.promise, load])]);
      await town.killGroup();
      const { done, open } = await load;
      acknowledged.push(...done);
      pending = open;
      town = await startTownProcess(directory.path);
    }
    const again = await new Caller(town.url).as("clerk", "supervisor");
    for (const command of pending) await sent(again, command);
    await again.settle();
    await check(again, ids, [...acknowledged, ...pending]);
    await town.interrupt();
    town = undefined;
    return acknowledged.length;
  } finally {
    await town?.killGroup();
    await directory.remove();
  }
}

const closings = z.object({ closings: z.array(z.string()) });

/**
 * Many aggregates of one service act on one of another, all at once, and the town is killed in the midst of it: more of
 * it was consumed than the one remembers commands, yet none of it twice.
 */
export async function surviveKillInACrowd(crowd: number): Promise<void> {
  const directory = await aDataDirectory();
  let town = await startTownProcess(directory.path);
  try {
    const clerk = await new Caller(town.url).as("clerk");
    const ids = await Promise.all(Array.from({ length: crowd }, () => clerk.openTally()));
    await clerk.settle();
    const closing = Promise.allSettled(ids.map((id) => clerk.post(`/tally/tallies/${id}/close`)));
    const noted = async (caller: Caller) =>
      closings.safeParse((await caller.get("/ledger/pages/closings")).body).data?.closings ?? [];
    await closing;
    await expect
      .poll(async () => (await noted(clerk)).length, { timeout: 20_000, interval: 5 })
      .toBeGreaterThan(crowd / 2);
    await town.killGroup();
    town = await startTownProcess(directory.path);
    const again = new Caller(town.url);
    await again.settle();
    expect((await noted(again)).toSorted()).toEqual(ids.toSorted());
  } finally {
    await town.killGroup();
    await directory.remove();
  }
}

/** Writers that go on until the town is gone; what had no answer by then is repeated first the next time. */
async function loadOn(
  url: string,
  ids: readonly string[],
  round: string,
  before: readonly Command[],
  random: () => number,
  onDone: () => void,
) {
  const done: Command[] = [];
  const open: Command[] = [];
  const waiting = [...before];
  const clerk = await new Caller(url).as("clerk", "supervisor").catch(() => undefined);
  let number = 0;
  const next = (): Command => {
    number += 1;
    const tally = ids[Math.floor(random() * ids.length)] ?? "";
    return waiting.shift() ?? { tally, key: `${round}-${number}`, amount: 1 + Math.floor(random() * 9) };
  };
  const write = async () => {
    for (;;) {
      const command = next();
      try {
        if (clerk === undefined) throw new Error("gone before it began");
        if (!(await sent(clerk, command))) continue;
        done.push(command);
        onDone();
      } catch {
        open.push(command);
        return;
      }
    }
  };
  await Promise.all(Array.from({ length: writers }, write));
  return { done, open: [...open, ...waiting] };
}

/** @returns whether it was acknowledged; a crowd may be refused, then it is not repeated as it was not carried out */
async function sent(clerk: Caller, { tally, key, amount }: Command): Promise<boolean> {
  const headers = { "idempotency-key": key };
  const { status, body } = await clerk.post(`/tally/tallies/${tally}/add`, { amounts: [amount] }, headers);
  if (status === 200) return true;
  if (status === 503) throw new Error("not now");
  throw new Error(`unexpected ${status} ${JSON.stringify(body)}`);
}

async function check(clerk: Caller, ids: readonly string[], commands: readonly Command[]): Promise<void> {
  expect(new Set(commands.map(({ key }) => key)).size).toBe(commands.length);
  for (const id of ids) {
    const mine = commands.filter(({ tally }) => tally === id);
    const sum = mine.reduce((total, { amount }) => total + amount, 0);
    const state = view.parse((await clerk.get(`/tally/tallies/${id}`)).body);
    expect(state).toEqual({ total: sum, version: mine.length + 1 });
    for (const path of [`/tally/tallies/${id}/history`, `/ledger/pages/${id}/history`]) {
      const { chain, events } = chained.parse((await clerk.get(path)).body);
      expect(chain.intact).toBe(true);
      expect(events.map(({ sequence }) => sequence)).toEqual(events.map((_, place) => place + 1));
    }
    const copied = page.parse((await clerk.get(`/ledger/pages/${id}`)).body);
    expect(copied).toEqual({ entries: mine.length, sum, outOfOrder: 0 });
  }
}
