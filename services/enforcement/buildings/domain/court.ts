import { hasCertainlyPassed, limitFrom } from "../../../../shared/calendar/index.ts";
import { reviewLimit } from "../../../../shared/case-rules/remedies.ts";
import { type Context, type Decision, present, type Rejection } from "../../../../shared/decider/index.ts";
import { nextNumber } from "../../../../shared/papers/official-number.ts";
import { headFault } from "../../cases/domain/proceeding/people.ts";
import type { InEffect } from "../../cases/domain/proceeding/proceeding.ts";
import { courtWindow, demandPassed, fifteenDays, rulingBy, sixMonths } from "../../payment/domain/court-window.ts";
import { ended } from "./about.ts";
import type { Building } from "./building.ts";
import { demandFault } from "./demanding.ts";
import type { BuildingCommandOf, BuildingEvent, BuildingKnown } from "./messages.ts";
import { endedOf } from "./periods.ts";
import { badInput, refuse } from "./refusals.ts";
import { agreementFault, decisionFault, orderToDemolish } from "./standing.ts";
import { officerOnly } from "./who.ts";

type Told = Decision<BuildingEvent>;
const article83 = { article: "土地管理法83", rule: "QZ-44b" };
const article53 = { article: "行政强制法53", rule: "QZ-53" };
const article56 = { article: "行政强制法56", rule: "QZ-56" };
const notByPlanning = { article: "法释〔2013〕5号；城乡规划法65", rule: "QZ-44a" };

/** QZ-44b, QZ-53: the first and the last day on which the court can be asked. */
export function courtDays(
  { decision }: Building,
  { calendar, town }: Pick<Context, "calendar" | "town">,
  order?: Pick<InEffect, "remedies">,
) {
  const { suit, servedOn } = decision ?? { suit: "fifteen-days" as const, servedOn: "" };
  if (servedOn === "") return undefined;
  const period = suit === "fifteen-days" ? fifteenDays : sixMonths;
  const window = courtWindow(calendar, servedOn, { period, remedies: order?.remedies.map(endedOf) ?? [] });
  const review = limitFrom(calendar, { ...reviewLimit, length: town.enforcement.review.days }, servedOn);
  const waits = town.enforcement.demolition.courtWaitsForReview ? [review] : [];
  return { limits: [...(window.suit === undefined ? [] : [window.suit]), ...waits], latest: window.latest };
}

/**
 * QZ-44b (土地管理法83): by the land law the court is asked, after the fifteen days of the suit, ten working days after the demand was
 * served, within three months. By the planning law the court takes no application (QZ-44a).
 */
export function applyForDemolition(
  state: Building,
  command: BuildingCommandOf<"apply-to-court">,
  context: Context,
): Told {
  if (state.way === "planning") return refuse("enforcement.court-takes-no-application", notByPlanning);
  const refused =
    headFault(command.case, context) ??
    decisionFault(state, command) ??
    agreementFault(state) ??
    demandFault(state, context) ??
    notInTheWindow(state, command, context);
  if (refused !== undefined) return refused;
  const { factsAndBasis, object } = command;
  const on = context.today.toString();
  const acceptance = limitFrom(context.calendar, { ...article56, unit: "working-day", length: 5 }, on);
  const number = nextNumber(context, context.town.numbering.enforcement["court-application"]);
  return [
    {
      type: "enforcement.building.court-asked",
      data: { on, number, acceptance },
      personal: { factsAndBasis, object },
    },
  ];
}

function notInTheWindow(state: Building, { proceeding }: BuildingKnown, context: Context): Rejection | undefined {
  const { calendar, today } = context;
  const days = courtDays(state, context, orderToDemolish(proceeding, state.act));
  const served = state.demand?.servedOn;
  if (days === undefined || served === undefined)
    return refuse("enforcement.paper-not-served", { paper: "demand", ...article83 });
  const open = [...days.limits, demandPassed(calendar, served)].find(
    (limit) => !hasCertainlyPassed(calendar, limit, today),
  );
  if (open !== undefined) return refuse("enforcement.court-term", { after: open.due, ...article83 });
  const { due } = days.latest;
  return due !== null && today.toString() > due
    ? refuse("enforcement.court-too-late", { until: due, ...article53 })
    : undefined;
}

/** QZ-56: the court accepts in five working days, or says why not. */
export function courtAnsweredBuilding(
  { court }: Building,
  command: BuildingCommandOf<"court-answered">,
  context: Context,
): Told {
  const { accepted, on, document, defects = false } = command;
  const refused = officerOnly(command, context) ?? notOn(on, court?.appliedOn, context);
  if (refused !== undefined) return refused;
  const ruling = accepted ? rulingBy(context.calendar, on, defects) : undefined;
  return [
    {
      type: "enforcement.building.court-answered",
      data: { on, accepted, ...present({ ruling }) },
      personal: { document },
    },
  ];
}

/** QZ-56: it lets enforce, or it does not and the matter ends. */
export function courtRuledBuilding(state: Building, command: BuildingCommandOf<"court-ruled">, context: Context): Told {
  const { enforce, on, document } = command;
  const refused = officerOnly(command, context) ?? notOn(on, state.court?.acceptedOn, context);
  if (refused !== undefined) return refused;
  const ruled: BuildingEvent = {
    type: "enforcement.building.court-ruled",
    data: { on, enforce },
    personal: { document },
  };
  return enforce ? [ruled] : [ruled, ended(state, context.today.toString(), "court-refused")];
}

/** QZ-44b: what the court ruled was carried out. The town itself never demolishes here. */
export function noteCourtExecution(
  state: Building,
  command: BuildingCommandOf<"note-court-execution">,
  context: Context,
): Told {
  const { on, document } = command;
  const { court } = state;
  const refused = officerOnly(command, context) ?? notOn(on, court?.ruledOn, context);
  if (refused !== undefined) return refused;
  if (court?.ruledOn === undefined)
    return refuse("enforcement.court-term", { after: court?.ruling?.due ?? on, ...article56 });
  return [ended(state, context.today.toString(), "by-court", document)];
}

function notOn(on: string, from: string | undefined, { today }: Context): Rejection | undefined {
  return on > today.toString() || (from !== undefined && on < from)
    ? badInput("enforcement.building-day", { after: from ?? on, ...article56 }, "/on")
    : undefined;
}
