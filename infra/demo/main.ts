import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Temporal } from "temporal-polyfill";
import { nextFullWeek } from "./calendar.ts";
import { Town } from "./client.ts";
import { afterwards } from "./days/afterwards.ts";
import { friday } from "./days/friday.ts";
import { monday } from "./days/monday.ts";
import { thursday } from "./days/thursday.ts";
import { tuesday } from "./days/tuesday.ts";
import { wednesday } from "./days/wednesday.ts";
import { figures } from "./figures.ts";
import { mulberry } from "./people.ts";
import { reductions } from "./reductions.ts";
import { Week } from "./week.ts";

const seed = 2026;

/** `npm run demo [-- URL]`: a week of the town's life, in a running town or one started for the purpose. */
async function main(): Promise<void> {
  const given = process.argv[2] ?? process.env.TOWN_URL;
  if (given !== undefined) return aWeek(new Town(given));
  const { startTown } = await import("../embedded/start.ts");
  const dataDir = await mkdtemp(join(tmpdir(), "qiangzhen-demo-"));
  console.log("\n  开门中… opening a town for the week");
  const town = await startTown({ port: 0, dataDir, simulation: true });
  try {
    await aWeek(new Town(town.url));
  } finally {
    await town.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}

async function aWeek(town: Town): Promise<void> {
  await town.settle();
  const days = nextFullWeek(Temporal.PlainDate.from((await town.time()).today));
  const week = await Week.of(town, days, mulberry(seed));
  const threads = await monday(week);
  const { online, waiting } = await tuesday(week, threads);
  await wednesday(week, threads, waiting);
  await thursday(week, threads, waiting);
  await friday(week, threads, online);
  await afterwards(week, threads.heard);
  await figures(week);
  await reductions(week);
}

await main();
