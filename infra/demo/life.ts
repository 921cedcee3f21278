import { Temporal } from "temporal-polyfill";
import { nextFullWeek } from "./calendar.ts";
import type { Town } from "./client.ts";
import { afterwards } from "./days/afterwards.ts";
import { friday } from "./days/friday.ts";
import { monday } from "./days/monday.ts";
import { thursday } from "./days/thursday.ts";
import { tuesday } from "./days/tuesday.ts";
import { wednesday } from "./days/wednesday.ts";
import { endOfABuilding, enforcement } from "./enforcement.ts";
import { figures } from "./figures.ts";
import { gridDay } from "./grid.ts";
import { monthEnd } from "./month-end.ts";
import { mulberry } from "./people.ts";
import { reductions } from "./reductions.ts";
import { Week } from "./week.ts";

const seed = 2026;

/** Lives one week of the town's life, and prints it. */
export async function liveWeek(town: Town): Promise<void> {
  await town.settle();
  const days = nextFullWeek(Temporal.PlainDate.from((await town.time()).today));
  const week = await Week.of(town, days, mulberry(seed));
  const threads = await monday(week);
  const { online, waiting } = await tuesday(week, threads);
  await wednesday(week, threads, waiting);
  await thursday(week, threads, waiting);
  const proposed = await friday(week, threads, online);
  await afterwards(week, threads.heard, proposed);
  await figures(week);
  await reductions(week);
  const built = await enforcement(week);
  await gridDay(week);
  await monthEnd(week);
  await endOfABuilding(week, built);
}
