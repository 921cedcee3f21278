import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as z from "zod";
import { ratio } from "./timing.ts";
import { startTown, stopTown } from "./town.ts";

const json = { "content-type": "application/json" };
/** Machines of one street, some of which send a batch at once, as a gateway of sensors does. */
const machines = 100;
const each = 10;
const turns = 2;
interface Done {
  done: number;
  seconds: number;
}
function add(sum: Done, { done, seconds }: Done): void {
  sum.done += done;
  sum.seconds += seconds;
}
const keyed = z.object({ id: z.string(), key: z.string() });
const listed = z.object({
  items: z.array(z.object({ event: z.string(), machines: z.object({ devices: z.int(), messages: z.int() }) })),
});

/**
 * G4: a storm of sensor messages into a running town. They come to one matter, and the counters report as fast as before.
 * @param count messages
 */
export async function gridStorm(count: number) {
  const directory = await mkdtemp(join(tmpdir(), "qiangzhen-storm-"));
  const town = await startTown(directory);
  const send = async (path: string, body: object, headers: object = {}): Promise<unknown> => {
    const answer = await fetch(`${town.url}${path}`, {
      ...{ method: "POST", headers: { ...json, ...headers }, body: JSON.stringify(body) },
    });
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${(await answer.text()).slice(0, 500)}`);
    return answer.json();
  };
  const caller = { sub: "dispatcher-1", name: "dispatcher-1", roles: ["dispatcher"], office: "grid-centre" };
  const { token } = z.object({ token: z.string() }).parse(await send("/_embedded/token", caller));
  const desk = { authorization: `Bearer ${token}` };
  const matter = { category: "street-light", urgency: "ordinary", text: "路灯不亮", address: "东街1号" };
  /** What a counter does, until the other work is done or so often. */
  const atTheCounter = async (goesOn: (done: number) => boolean) => {
    const began = performance.now();
    let done = 0;
    for (; goesOn(done); done += 1) await send("/grid-events/events", matter, desk);
    return { done, seconds: (performance.now() - began) / 1_000 };
  };
  const sensors: z.output<typeof keyed>[] = [];
  for (let at = 0; at < machines; at += 1) {
    const place = { lng: 101.97 + (at % 10) * 0.00005, lat: 25.125 + Math.floor(at / 10) * 0.00005 };
    const sensor = { name: `烟感${at}`, kind: "smoke", category: "fire", place, address: "东街" };
    sensors.push(keyed.parse(await send("/grid-events/devices", sensor, desk)));
  }
  await atTheCounter((done) => done < 100);
  // Calm and storm by turns, so that a machine which is slower for a while is so for both
  const calm = { done: 0, seconds: 0 };
  const stormy = { done: 0, seconds: 0 };
  const perTurn = count / machines / turns;
  for (let turn = 0; turn < turns; turn += 1) {
    add(calm, await atTheCounter((done) => done < 200 / turns));
    let running = true;
    const storm = async () => {
      for (let from = turn * perTurn; from < (turn + 1) * perTurn; from += each)
        for (const { id, key } of sensors) {
          const messages = Array.from({ length: each }, (_none, at) => ({ serial: from + at + 1, alarm: true }));
          await send("/grid-events/device-messages", { device: id, key, messages });
        }
      running = false;
    };
    const [counters] = await Promise.all([atTheCounter(() => running), storm()]);
    add(stormy, counters);
  }
  const [before, during] = [calm.done / calm.seconds, stormy.done / stormy.seconds];
  const answer = await fetch(`${town.url}/grid-events/device-alarms?status=raised`, { headers: desk });
  const { items } = listed.parse(await answer.json());
  await stopTown(town.child);
  await rm(directory, { recursive: true, force: true });
  return {
    ...{
      messages: count,
      machines,
      matters: items.length,
      told: items[0]?.machines,
      perSecond: Math.round(count / stormy.seconds),
    },
    counters: { beforePerSecond: before, duringPerSecond: during },
    ratios: { counters: ratio(during, before) },
  };
}
