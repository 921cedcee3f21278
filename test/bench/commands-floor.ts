import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as z from "zod";
import { type Contender, lifecycles, processorOf, receive, startFloor, startProgram } from "./contender.ts";
import { ratio } from "./timing.ts";
import { stopTown } from "./town.ts";

const told = z.object({
  url: z.string(),
  tokens: z.object({ clerk: z.string(), reviewer: z.string(), second: z.string(), approver: z.string() }),
});

/** The commands of permits over HTTP, with the store in process and nothing that reacts. */
async function startHall(directory: string) {
  const { child, line } = await startProgram("hall-program.ts", directory);
  const town: Contender = { ...told.parse(JSON.parse(line)), base: "/permits", given: [] };
  return { child, contender: { ...town, given: (await receive(town, [])).missing ?? [] } };
}

/**
 * The commands of permits beside the floor, in turns: processor time for each lifecycle, and lifecycles a second with eight clients
 * on the same machine.
 * @param warmUp lifecycles of each before it is measured: a town runs for weeks, and V8 compiles it in its first minute
 */
export async function commandsBesideFloor(rounds: number, each: number, warmUp: number) {
  const directory = await mkdtemp(join(tmpdir(), "qiangzhen-commands-"));
  await mkdir(join(directory, "hall"));
  const floor = await startFloor(directory);
  const hall = await startHall(join(directory, "hall"));
  const contenders = { floor, hall };
  const used = { floor: 0, hall: 0 };
  const took = { floor: 0, hall: 0 };
  for (const { contender } of Object.values(contenders)) await lifecycles(contender, warmUp);
  for (let round = 0; round < rounds; round += 1)
    for (const name of ["floor", "hall"] as const) {
      const { child, contender } = contenders[name];
      const [before, began] = [processorOf(child.pid ?? 0), performance.now()];
      await lifecycles(contender, each);
      used[name] += processorOf(child.pid ?? 0) - before;
      took[name] += performance.now() - began;
    }
  await stopTown(floor.child);
  await stopTown(hall.child);
  await rm(directory, { recursive: true, force: true });
  const perLifecycle = (milliseconds: number) => Number((milliseconds / (rounds * each)).toFixed(2));
  const perSecond = (milliseconds: number) => Math.round((1000 * rounds * each) / milliseconds);
  return {
    lifecycles: rounds * each,
    perSecond: { floor: perSecond(took.floor), hall: perSecond(took.hall) },
    processorMsPerLifecycle: { floor: perLifecycle(used.floor), hall: perLifecycle(used.hall) },
    ratios: { processor: ratio(used.floor, used.hall), perSecond: ratio(took.floor, took.hall) },
  };
}

if (import.meta.main) console.log(JSON.stringify(await commandsBesideFloor(4, 200, 1_000), undefined, 2));
