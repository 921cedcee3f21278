import type { Context, Decision, Rejection } from "../../../../shared/decider/index.ts";
import { territoryOf, whereIs } from "../../../../shared/territory/index.ts";
import { isTheTownItself } from "../../../../shared/town/own-name.ts";
import { about } from "./about.ts";
import type { Lead } from "./lead.ts";
import type { CommandOf, Join, LeadEvent } from "./messages.ts";
import { badInput, notYou, refuse } from "./refusals.ts";
import { filingTerm } from "./term.ts";
import { decides, isEnforcer } from "./who.ts";

type Decided = Decision<LeadEvent>;
const article54 = { article: "行政处罚法54(2)", rule: "CF-54" };

/** CF-54: two officers found a breach at the place; now the case is proposed, in one commit with it. */
export function propose(state: Lead, { case: id }: CommandOf<"propose">, { actor, today, town }: Context): Decided {
  if (!isEnforcer(actor, town)) return notYou("enforcement.lead-not-enforcement", article54);
  if (state.check?.finding !== "breach") return refuse("enforcement.lead-no-breach-found", article54);
  return [{ type: "enforcement.lead.proposed", data: { on: today.toString(), case: id }, personal: {} }];
}

/** Grounds that need no look at the place. */
const withoutCheck: ReadonlySet<string> = new Set(["too-vague", "not-for-enforcement", "time-barred"]);
/** Grounds on which even a breach that was found is not filed. */
const despiteBreach: ReadonlySet<string> = new Set(["minor-and-corrected", "time-barred"]);

/**
 * CF-54, CF-76: not filed, for reasons that the source is told. A breach that was found is filed, unless a ground of law stands
 * against it. CF-27, CF-22: a suspected crime, and a place outside of the town, are handed over instead.
 */
export function dismiss(state: Lead, { ground, reasons }: CommandOf<"dismiss">, context: Context): Decided {
  const refused = decides(state, context) ?? notDismissed(state, ground, context);
  if (refused !== undefined) return refused;
  const data = { ...about(state), ground, on: context.today.toString() };
  return [{ type: "enforcement.lead.dismissed", data, personal: { reasons } }];
}

function notDismissed(
  { matter, status, check, place }: Lead,
  ground: string,
  { town }: Context,
): Rejection | undefined {
  if (matter === "conduct") return undefined;
  if (check?.suspectedCrime === true)
    return refuse("enforcement.lead-crime-suspected", { article: "行政处罚法27", rule: "CF-27" });
  if (place !== undefined && whereIs(place, territoryOf(town).town) === "outside")
    return refuse("enforcement.lead-outside-the-town", { article: "行政处罚法22", rule: "CF-22" });
  if (status !== "verified" && !withoutCheck.has(ground))
    return refuse("enforcement.lead-not-checked", article54, "/ground");
  return check?.finding === "breach" && !despiteBreach.has(ground)
    ? refuse("enforcement.lead-breach-found", { article: "行政处罚法54(2)、76", rule: "CF-54a" }, "/ground")
    : undefined;
}

/** CF-22, CF-25, CF-27: handed over, to whom and why. Only the police take a suspected crime. */
export function transfer(state: Lead, command: CommandOf<"transfer">, context: Context): Decided {
  const { to, organ, ground, reasons } = command;
  const refused = decides(state, context);
  if (refused !== undefined) return refused;
  const crime = ground === "crime" || state.check?.suspectedCrime === true;
  if (crime && to !== "police")
    return refuse("enforcement.lead-crime-suspected", { article: "行政处罚法27", rule: "CF-27" }, "/to");
  if (isTheTownItself(organ, context.town))
    return badInput("enforcement.lead-to-the-town-itself", { organ, article: "行政处罚法22", rule: "CF-22" }, "/organ");
  const data = { ...about(state), to, organ, ground, on: context.today.toString() };
  return [{ type: "enforcement.lead.transferred", data, personal: { reasons } }];
}

const endedLeads: ReadonlySet<string> = new Set(["dismissed", "transferred", "joined", "answered"]);
const endedCases: ReadonlySet<string> = new Set(["dismissed", "withdrawn", "stopped", "merged", "closed"]);

/** A duplicate joins what deals with the same matter already: a person says so, for reasons. */
export function join(state: Lead, { id, into, target, reasons }: Join, context: Context): Decided {
  const refused = decides(state, context);
  if (refused !== undefined) return refused;
  if (into.kind === "lead" && into.id === id) return badInput("enforcement.lead-into-itself", {}, "/into/id");
  const ended = into.kind === "lead" ? endedLeads : endedCases;
  if (target === undefined || ended.has(target.status))
    return badInput("enforcement.lead-into-nothing", { id: into.id }, "/into/id");
  const data = { ...about(state), into, on: context.today.toString() };
  return [{ type: "enforcement.lead.joined", data, personal: { reasons } }];
}

/** CF-36a, CF-54a: the first knowledge of either counts, and the term runs from the first receipt. */
export function takeIn(state: Lead, command: CommandOf<"take-in">, context: Context): Decided {
  const { from, discoveredOn, receivedOn } = command;
  if (state.joined.includes(from)) return [];
  const first = state.fileBy !== undefined && receivedOn < state.fileBy.start;
  const data = {
    from,
    discoveredOn: discoveredOn < state.discoveredOn ? discoveredOn : state.discoveredOn,
    ...(first ? { fileBy: filingTerm(state, context, receivedOn) } : {}),
  };
  return [{ type: "enforcement.lead.taken-in", data, personal: {} }];
}

/** CF-75: the organ examined how its officers acted, and put right what was wrong. */
export function answer(state: Lead, { corrected, reasons }: CommandOf<"answer">, context: Context): Decided {
  const refused = decides(state, context);
  if (refused !== undefined) return refused;
  const data = { ...about(state), corrected, on: context.today.toString() };
  return [{ type: "enforcement.lead.answered", data, personal: { reasons } }];
}

/** Who informs is protected: who decides on the lead reads his name, for a reason that stays on record. */
export function informant(state: Lead, { reason }: CommandOf<"informant">, context: Context): Decided {
  const refused = decides(state, context);
  if (refused !== undefined) return refused;
  if (state.informant === undefined) return refuse("enforcement.lead-informant-unknown", {});
  const data = { on: context.today.toString() };
  return [{ type: "enforcement.lead.informant-disclosed", data, personal: { reason } }];
}

/** CF-54: the head filed the case that was proposed. */
export const noteFiled = (state: Lead, { case: id, on }: CommandOf<"note-filed">): Decided =>
  state.case === id ? [{ type: "enforcement.lead.filed", data: { ...about(state), case: id, on }, personal: {} }] : [];

/** CF-54: the head did not file it. */
export const noteDismissed = (state: Lead, { case: id, ground, on }: CommandOf<"note-dismissed">): Decided =>
  state.case === id
    ? [{ type: "enforcement.lead.dismissed", data: { ...about(state), ground, on }, personal: {} }]
    : [];
