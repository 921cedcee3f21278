import { Temporal } from "temporal-polyfill";
import { later, nextWorkingDay } from "./calendar.ts";
import { type Built, decideDemolition, stopTheBuilding, tellOfDemolition } from "./enforcing/building.ts";
import { aNetCafe, aTrader, byInspection, fromALead } from "./enforcing/cases.ts";
import { claimTheCosts, demandAndDecide, demolish } from "./enforcing/demolishing.ts";
import { holdTheVisit, planAVisit } from "./enforcing/inspecting.ts";
import { fineOf, onTheSpot, payFine, showSurcharge } from "./enforcing/money.ts";
import { aVendor, letHimOff, persuade } from "./enforcing/persuading.ts";
import {
  askHearing,
  closeIt,
  decideIt,
  refuseToDecide,
  showGates,
  tellTheParty,
  weighTogether,
} from "./enforcing/proceedings.ts";
import { raiseTheTeam } from "./enforcing/team.ts";
import { heading } from "./show.ts";
import type { Week } from "./week.ts";

/** Two days of enforcement: the day of the breach, and that of the decisions; what became of the fines and of a building. */
export async function enforcement(week: Week): Promise<Built> {
  await week.turnTo("08:30", nextWorkingDay(week.today));
  heading(`执法第一日 ${week.today}：立案、告知`, "Enforcement, day one: filed and told");
  await raiseTheTeam(week);
  const vendor = aVendor(week);
  const ordered = await persuade(week, vendor);
  const [company, trader] = [aNetCafe(week), aTrader(week)];
  const first = await fromALead(week, company);
  const second = await byInspection(week, trader);
  await onTheSpot(week);
  const visit = await planAVisit(week);
  const built = await stopTheBuilding(week);
  const heavy = await tellTheParty(week, first, company, { amountFen: 600_000, tier: "ordinary" });
  const light = await tellTheParty(week, second, trader, { amountFen: 100_000, tier: "minor" });
  const another = aTrader(week);
  const third = await byInspection(week, another);
  const heard = await tellTheParty(week, third, another, { amountFen: 600_000, tier: "ordinary" });
  await askHearing(week, heard, another);

  // Five working days for a defence, the day of the service not counted.
  await week.turnTo("09:00", later(week.today, 6));
  heading(`执法第二日 ${week.today}：决定`, "Enforcement, day two: decided");
  await letHimOff(week, ordered, vendor);
  await holdTheVisit(week, visit);
  await tellOfDemolition(week, built);
  await refuseToDecide(week, heavy);
  await showGates(week, first);
  await weighTogether(week, heavy);
  await decideIt(week, heavy, company);
  await decideIt(week, light, trader);
  await payFine(week, heavy);
  await closeIt(week, first, heavy);

  const { limit } = await fineOf(week, light);
  await week.turnTo("09:00", Temporal.PlainDate.from(limit.due ?? "").add({ days: 4 }));
  heading(`${week.today}：逾期不缴`, "and what was not paid");
  await showSurcharge(week, light);
  await decideDemolition(week, built);
  return built;
}

/** What its owner did not demolish himself, the town does, months later; and he bears the cost (E9). */
export async function endOfABuilding(week: Week, built: Built): Promise<void> {
  await demandAndDecide(week, built);
  await demolish(week, built);
  await claimTheCosts(week, built);
}
