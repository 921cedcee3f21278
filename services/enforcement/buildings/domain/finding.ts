import { type Context, type Decision, present, type Rejection } from "../../../../shared/decider/index.ts";
import { nextNumber } from "../../../../shared/papers/official-number.ts";
import { headFault } from "../../cases/domain/proceeding/people.ts";
import { countersignFault } from "../../common/domain/two-officers.ts";
import { ended } from "./about.ts";
import type { Building, BuildingWay } from "./building.ts";
import { demandTerm } from "./demanding.ts";
import { type BuildingCommandOf, type BuildingEvent, papersOfBuilding, type RecordBuilding } from "./messages.ts";
import { badInput, notNow, refuse } from "./refusals.ts";
import { buildingPowerFault, officerOnly, twoOfThem } from "./who.ts";

type Told = Decision<BuildingEvent>;
const article65 = { article: "城乡规划法65", rule: "CF-T1" };

/** QZ-44a, QZ-44b: which way an item of the list goes, as the profile says; undefined: the town demolishes nothing by it. */
function wayOf(code: string, { town }: Context): BuildingWay | undefined {
  const { ways } = town.enforcement.demolition;
  if (ways.planning.includes(code)) return "planning";
  return ways.land.includes(code) ? "land" : undefined;
}

/** CF-T1: an officer records what was built, for one act of one party; another one signs. The law of the act is the way. */
export function record(command: RecordBuilding, context: Context): Told {
  const { case: of, proceeding, proceedingId, act: actId, with: other, files } = command;
  const act = of?.acts.find(({ id }) => id === actId);
  const party = proceeding?.party.id;
  // A stranger to the case learns nothing of it.
  const handles = of?.handlers.includes(context.actor.sub) === true;
  if (!handles || proceeding === undefined || act === undefined || party === undefined || !act.by.includes(party))
    return badInput("enforcement.building-act-unknown", { act: actId }, "/act");
  const { code, place } = act;
  const refused = twoOfThem(command, other, context) ?? buildingPowerFault({ code, place }, command, context);
  if (refused !== undefined) return refused;
  const way = wayOf(code, context);
  if (way === undefined) return refuse("enforcement.building-not-law", { item: code, ...article65 }, "/act");
  const { description, home, stage, areaSquareMetres } = command;
  return [
    {
      type: "enforcement.building.recorded",
      data: {
        on: context.today.toString(),
        ...{ way, case: proceeding.case, proceeding: proceedingId, party, act: actId, code },
        ...{ home, stage, areaSquareMetres, files },
      },
      personal: { description, place, address: command.address, handlers: of.handlers, login: other },
    },
  ];
}

/** CF-42: the record counts when the other officer has signed it with his own login. */
export function countersign(state: Building, command: BuildingCommandOf<"countersign">, context: Context): Told {
  const { recordedBy, with: other } = state;
  const fault =
    countersignFault({ officers: [{ sub: recordedBy }, { sub: other }], recordedBy }, context.actor) ??
    officerOnly(command, context);
  return (
    fault ?? [{ type: "enforcement.building.countersigned", data: { on: context.today.toString() }, personal: {} }]
  );
}

/** CF-T1, QZ-44b: an unfinished building is stopped at once. */
export function orderStop(state: Building, command: BuildingCommandOf<"order-stop">, context: Context): Told {
  const refused = officerOnly(command, context) ?? buildingPowerFault(state, command, context);
  if (refused !== undefined) return refused;
  if (state.stopOrder !== undefined) return notNow("enforcement.stop-ordered-already", article65);
  const number = nextNumber(context, context.town.numbering.enforcement["stop-order"]);
  const { reasons } = command;
  const issuedOn = context.today.toString();
  return [{ type: "enforcement.building.stop-ordered", data: { number, issuedOn }, personal: { reasons } }];
}

/** CF-T1 (城乡规划法65): the head orders to put it right in a time; a building under construction was stopped first (QZ-44c). */
export function orderCorrection(
  state: Building,
  command: BuildingCommandOf<"order-correction">,
  context: Context,
): Told {
  const refused = headFault(command.case, context) ?? buildingPowerFault(state, command, context);
  if (refused !== undefined) return refused;
  if (state.way === "land") return refuse("enforcement.court-demolishes", { article: "土地管理法83", rule: "QZ-44b" });
  if (state.stage === "under-construction" && state.stopOrder === undefined)
    return refuse("enforcement.paper-not-served", { paper: "stop-order", ...article65 });
  if (state.order?.servedOn !== undefined) return notNow("enforcement.stop-ordered-already", article65);
  const issuedOn = context.today.toString();
  const { by, text } = command;
  if (by <= issuedOn) return badInput("enforcement.building-day", { after: issuedOn, ...article65 }, "/by");
  const number = nextNumber(context, context.town.numbering.enforcement["rectification-order"]);
  return [{ type: "enforcement.building.correction-ordered", data: { number, issuedOn, by }, personal: { text } }];
}

/** CF-T1: two officers look again. Put right: it ends. Not put right after the time given: the decision to demolish may follow. */
export function recheck(state: Building, command: BuildingCommandOf<"recheck">, context: Context): Told {
  const { corrected, files, with: other } = command;
  const refused = twoOfThem(command, other, context);
  if (refused !== undefined) return refused;
  const on = context.today.toString();
  if (corrected) return [ended(state, on, "corrected")];
  const { order } = state;
  if (order?.servedOn === undefined)
    return refuse("enforcement.paper-not-served", { paper: "rectification-order", ...article65 });
  if (on <= order.by) return refuse("enforcement.building-day", { after: order.by, ...article65 });
  const handlers = [context.actor.sub, other];
  return [{ type: "enforcement.building.rechecked", data: { on, files }, personal: { handlers } }];
}

/** CF-61: the day of a paper is that of its delivery. A paper that was not served has no effect. */
export function noteService(state: Building, command: BuildingCommandOf<"note-service">, context: Context): Told {
  const refused = officerOnly(command, context);
  if (refused !== undefined) return refused;
  const { delivery, deliveryId } = command;
  if (delivery?.status !== "served" || delivery.proceeding !== state.proceeding) return doesNotFit();
  const { kind, number, issuedOn } = delivery.paper;
  const paper = papersOfBuilding.find((one) => one === kind);
  const own = paper === undefined ? undefined : paperOf(state, paper);
  if (paper === undefined || own === undefined) return doesNotFit();
  if (own.number.text.zh !== number || own.issuedOn !== issuedOn) return doesNotFit();
  if (own.servedOn !== undefined) return [];
  const on = delivery.servedOn;
  // Served after its own last day it gave no time.
  if (paper === "rectification-order" && state.order !== undefined && on > state.order.by)
    return refuse("enforcement.building-day", { after: on, ...article65 });
  const term = paper === "demand" ? demandTerm(on, context) : undefined;
  return [
    {
      type: "enforcement.building.paper-served",
      data: { on, paper, delivery: deliveryId, ...present({ term }) },
      personal: {},
    },
  ];
}

const doesNotFit = (): Rejection =>
  badInput("enforcement.delivery-does-not-fit", { article: "行政处罚法61", rule: "CF-61" }, "/delivery");

function paperOf({ stopOrder, order, demand, enforcement }: Building, paper: (typeof papersOfBuilding)[number]) {
  return { "stop-order": stopOrder, "rectification-order": order, demand, "enforcement-decision": enforcement }[paper];
}

/** The head ends it: there was no breach, or nothing and nobody is left (QZ-39, 行政强制法40). */
export function endBuilding(state: Building, command: BuildingCommandOf<"end">, context: Context): Told {
  const { ground, reasons } = command;
  return headFault(command.case, context) ?? [ended(state, context.today.toString(), ground, reasons)];
}

/** The party demolished it himself; two officers saw it. */
export function noteSelfDemolition(
  state: Building,
  command: BuildingCommandOf<"note-self-demolition">,
  context: Context,
): Told {
  const refused = twoOfThem(command, command.with, context);
  return refused ?? [ended(state, context.today.toString(), "demolished-by-party")];
}
