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
import type { Built } from "./enforcing/building.ts";
import { figures } from "./figures.ts";
import { gridDay } from "./grid.ts";
import { monthEnd } from "./month-end.ts";
import { mulberry } from "./people.ts";
import { reductions } from "./reductions.ts";
import { Week } from "./week.ts";

const seed = 2026;

/** What goes on when the week is over. */
export interface Afterwards {
  readonly week: Week;
  readonly built: Built;
}

/** Lives one week of the town's life, up to the end of its month, and prints it. */
export async function liveWeek(town: Town): Promise<Afterwards> {
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
  return { week, built };
}

/** The week, and what became of its illegal building many months later. */
export async function liveOn(town: Town): Promise<void> {
  const { week, built } = await liveWeek(town);
  await endOfABuilding(week, built);
}
