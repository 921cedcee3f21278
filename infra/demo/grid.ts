import { nextWorkingDay } from "./calendar.ts";
import { showTheFigures } from "./gridding/figures.ts";
import { drawTheGrids } from "./gridding/grids.ts";
import { inTheGrid, intoALead, sameTwice, throughAUnit } from "./gridding/matters.ts";
import { aWorkerOffline } from "./gridding/offline.ts";
import { answerAnAppeal, mediateADispute } from "./gridding/people.ts";
import { visitAHousehold, watchTheTown } from "./gridding/watching.ts";
import { heading } from "./show.ts";
import type { Week } from "./week.ts";

/** A day of the grid: people walk it, matters close in it; and its figures. */
export async function gridDay(week: Week): Promise<void> {
  await week.turnTo("08:30", nextWorkingDay(week.today));
  heading(`网格一日 ${week.today}`, "A day of the grid");
  await drawTheGrids(week);
  await inTheGrid(week);
  await sameTwice(week);
  await throughAUnit(week);
  await intoALead(week);
  await aWorkerOffline(week);
  await answerAnAppeal(week);
  await mediateADispute(week);
  await visitAHousehold(week);
  await watchTheTown(week);
  await showTheFigures(week);
}
