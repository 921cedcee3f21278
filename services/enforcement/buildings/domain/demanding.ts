import { type Limit, limitFrom } from "../../../../shared/calendar/index.ts";
import type { Context, Decision } from "../../../../shared/decider/index.ts";
import { nextNumber } from "../../../../shared/papers/official-number.ts";
import { headFault } from "../../cases/domain/proceeding/people.ts";
import { aboutBuilding } from "./about.ts";
import { enforcementBan } from "./ban.ts";
import { allReturned, type Building } from "./building.ts";
import type { BuildingCommandOf, BuildingEvent } from "./messages.ts";
import { isOver } from "./periods.ts";
import { badInput, refuse } from "./refusals.ts";
import { agreementFault, decisionFault, orderToDemolish } from "./standing.ts";
import { buildingPowerFault, officerOnly, partyOnly } from "./who.ts";

type Told = Decision<BuildingEvent>;
const article35 = { article: "行政强制法35、36", rule: "QZ-35" };
const article37 = { article: "行政强制法37", rule: "QZ-35" };
const article65 = { article: "城乡规划法65", rule: "CF-T1" };
const article83 = { article: "土地管理法83", rule: "QZ-44b" };

/** QZ-35, QZ-54: so many working days the party has from the service of the demand. */
export const demandTerm = (servedOn: string, { calendar, town }: Pick<Context, "calendar" | "town">): Limit =>
  limitFrom(
    calendar,
    { ...article35, unit: "working-day", length: town.enforcement.demolition.demandWorkingDays },
    servedOn,
  );

/**
 * CF-T1, QZ-44b: the decision of the proceeding orders the party to demolish, and was served. By the planning law it comes after
 * an order to correct that was not followed.
 */
export function takeDecision(state: Building, command: BuildingCommandOf<"take-decision">, context: Context): Told {
  const refused = officerOnly(command, context);
  if (refused !== undefined) return refused;
  const { way, unmetOn, act } = state;
  if (way === "planning" && unmetOn === undefined) return refuse("enforcement.correction-not-checked", article65);
  const order = orderToDemolish(command.proceeding, act);
  if (order?.decision.served === undefined)
    return refuse("enforcement.decision-not-to-demolish", way === "land" ? article83 : article65);
  const { number, served, suit } = order.decision;
  if (state.status === "ended" && !beginsAnew(state, number.text.zh))
    return refuse("enforcement.decision-not-to-demolish", way === "land" ? article83 : article65);
  const { by } = command;
  if (by <= served.on) return badInput("enforcement.building-day", { after: served.on, ...article65 }, "/by");
  return [
    {
      type: "enforcement.building.decision-taken",
      data: { number: number.text.zh, servedOn: served.on, suit, by },
      personal: {},
    },
  ];
}

/** The enforcement ended because its decision fell, the building stands, nothing of it lies with the town, and this is another decision. */
const beginsAnew = (state: Building, number: string): boolean =>
  state.ending?.how === "decision-revoked" &&
  state.demolishedOn === undefined &&
  allReturned(state) &&
  state.decision?.number !== number;

/** QZ-35 (行政强制法35): after its own last day passed in vain the party is told once more, in writing, to be heard. */
export function demandDemolition(state: Building, command: BuildingCommandOf<"demand">, context: Context): Told {
  const refused = officerOnly(command, context) ?? decisionFault(state, command) ?? agreementFault(state);
  if (refused !== undefined) return refused;
  const { decision } = state;
  const issuedOn = context.today.toString();
  if (decision === undefined || issuedOn <= decision.by)
    return refuse("enforcement.building-day", { after: decision?.by ?? issuedOn, ...article35 });
  const number = nextNumber(context, context.town.numbering.enforcement.demand);
  const { text } = command;
  return [{ type: "enforcement.building.demanded", data: { number, issuedOn }, personal: { text } }];
}

/** QZ-36: the party answers the demand; what he said is looked into before anything is enforced. */
export function statePartyOpinion(
  state: Building,
  command: BuildingCommandOf<"state-opinion">,
  context: Context,
): Told {
  const { partyKey, text } = command;
  const refused = partyOnly(partyKey, context);
  if (refused !== undefined) return refused;
  if (state.demand?.servedOn === undefined)
    return refuse("enforcement.paper-not-served", { paper: "demand", ...article35 });
  return [{ type: "enforcement.building.opinion-stated", data: { on: context.today.toString() }, personal: { text } }];
}

export function hearPartyOpinion(state: Building, command: BuildingCommandOf<"hear-opinion">, context: Context): Told {
  const { adopted, reasons } = command;
  const refused = officerOnly(command, context);
  if (refused !== undefined) return refused;
  const opinion = state.demand?.opinion;
  if (opinion === undefined || opinion.heard !== undefined)
    return refuse("enforcement.demolition-opinion-open", { open: false, ...article35 });
  const on = context.today.toString();
  return [{ type: "enforcement.building.opinion-heard", data: { on, adopted }, personal: { reasons } }];
}

/** QZ-35: what the demand still waits for: its service, its working days, what the party said. */
export function demandFault({ demand }: Building, context: Context) {
  if (demand?.term === undefined) return refuse("enforcement.paper-not-served", { paper: "demand", ...article35 });
  if (!isOver(demand.term, context))
    return refuse("enforcement.demand-term-open", { last: demand.term.due, ...article35 });
  if (demand.opinion !== undefined && demand.opinion.heard === undefined)
    return refuse("enforcement.demolition-opinion-open", { open: true, ...article35 });
  return undefined;
}

/**
 * QZ-37 (行政强制法37): the head decides to enforce, with reasons, means and the cost told beforehand. Only by the planning law:
 * by the land law the court is asked (QZ-44b).
 */
export function decideEnforcement(
  state: Building,
  command: BuildingCommandOf<"decide-enforcement">,
  context: Context,
): Told {
  const { means, estimateFen, reasons } = command;
  if (state.way === "land") return refuse("enforcement.court-demolishes", article83);
  const { calendar, town, now } = context;
  const ban = { at: now, urgent: true, means, home: state.home };
  const refused =
    headFault(command.case, context) ??
    buildingPowerFault(state, command, context) ??
    decisionFault(state, command) ??
    agreementFault(state) ??
    demandFault(state, context) ??
    enforcementBan(ban, { calendar, night: town.enforcement.night });
  if (refused !== undefined) return refused;
  const number = nextNumber(context, town.numbering.enforcement["enforcement-decision"]);
  const issuedOn = context.today.toString();
  return [
    {
      type: "enforcement.building.enforcement-decided",
      data: { ...aboutBuilding(state), number, issuedOn, means: [...means], estimateFen },
      personal: { reasons },
    },
  ];
}

/** QZ-44: announced in public, with so many days at least in which the party may still demolish himself. */
export function publishDemolition(
  state: Building,
  command: BuildingCommandOf<"publish-notice">,
  context: Context,
): Told {
  const refused = officerOnly(command, context) ?? decisionFault(state, command) ?? agreementFault(state);
  if (refused !== undefined) return refused;
  const article = { article: "行政强制法44", rule: "QZ-44" };
  if (state.enforcement?.servedOn === undefined)
    return refuse("enforcement.paper-not-served", { paper: "enforcement-decision", ...article37 });
  const { by, where, proof } = command;
  const on = context.today.toString();
  const least = context.today.add({ days: context.town.enforcement.demolition.noticeDays }).toString();
  if (by < least) return badInput("enforcement.notice-term", { least, ...article }, "/by");
  const number = nextNumber(context, context.town.numbering.enforcement["public-notice"]);
  return [
    {
      type: "enforcement.building.notice-published",
      data: { ...aboutBuilding(state), number, on, by, where },
      personal: { proof },
    },
  ];
}
