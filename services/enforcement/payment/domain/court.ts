import { hasCertainlyPassed, limitFrom } from "../../../../shared/calendar/index.ts";
import type { Context, Decision, Rejection } from "../../../../shared/decider/index.ts";
import { nextNumber } from "../../../../shared/papers/official-number.ts";
import { rulingBy } from "./court-window.ts";
import { notHead } from "./deferring.ts";
import type { Applied, Due, Fine, Paused } from "./fine.ts";
import type { ApplyToCourt, FineCommand, FineEvent } from "./messages.ts";
import { owedOn, remedyIsOpen, windowOf } from "./owed.ts";
import { badInput, refuse } from "./refusals.ts";

type CommandOf<T> = Extract<FineCommand, { type: T }>;
const article53 = { article: "行政强制法53", rule: "QZ-53" };
const article54 = { article: "行政强制法54", rule: "QZ-54" };
const article56 = { article: "行政强制法56", rule: "QZ-56" };

/**
 * QZ-53 to QZ-55: the court is asked within three months after the suit period, ten working days after the demand was
 * served, with the party's opinion heard. The head signs. No review or suit is open: the decision stands.
 */
export function applyToCourt(
  state: Due,
  { factsAndBasis, object }: ApplyToCourt,
  context: Context,
): Decision<FineEvent> {
  const refused = notHead(state, context) ?? notYet(state, context);
  if (refused !== undefined) return refused;
  const { calendar, today, town } = context;
  const on = today.toString();
  const acceptance = limitFrom(calendar, { ...article56, unit: "working-day", length: 5 }, on);
  const number = nextNumber(context, town.numbering.enforcement["court-application"]);
  return [
    {
      type: "enforcement.fine.court-asked",
      data: { number, appliedOn: on, acceptance },
      personal: { factsAndBasis, object },
    },
  ];
}

/** What keeps the organ from asking the court today; undefined: nothing does. */
export function notYet(state: Due, context: Context): Rejection | undefined {
  const { calendar, today } = context;
  const on = today.toString();
  const { demand } = state;
  if (remedyIsOpen(state)) return refuse("enforcement.remedy-open", article53);
  if (owedOn(state, on, context).openFen === 0) return refuse("enforcement.nothing-owed", article53);
  if (demand?.passes === undefined) return refuse("enforcement.demand-missing", article54);
  if (demand.opinion !== undefined && demand.opinion.heard === undefined)
    return refuse("enforcement.opinion-not-heard", { article: "行政强制法36", rule: "QZ-35" });
  const { suit, earliest, latest } = windowOf(state, context);
  const waits = suit === undefined ? [demand.passes] : [suit, demand.passes];
  const over = waits.every((limit) => hasCertainlyPassed(calendar, limit, today));
  if (on < earliest || !over) {
    const passed = demand.passes.due ?? earliest;
    return refuse("enforcement.court-not-yet", { after: passed > earliest ? passed : earliest, ...article53 });
  }
  if (on > (latest.due ?? on)) return refuse("enforcement.court-window-closed", { last: latest.due, ...article53 });
  return undefined;
}

/** QZ-56 (行政强制法56): the court accepts within five working days, or says why not; then it rules. */
export function courtAnswered(
  { court }: Applied,
  { accepted, on, reasons, defects = false }: CommandOf<"court-answered">,
  { calendar, today }: Context,
): Decision<FineEvent> {
  const impossible = notOn(on, court.appliedOn, today.toString());
  if (impossible !== undefined) return impossible;
  if (court.acceptedOn !== undefined) return [];
  const said = reasons === undefined ? {} : { reasons };
  if (!accepted) return [{ type: "enforcement.fine.court-refused", data: { on }, personal: said }];
  return [{ type: "enforcement.fine.court-accepted", data: { on, ruling: rulingBy(calendar, on, defects) } }];
}

export function courtRuled(
  { court }: Applied,
  { enforce, on, reasons }: CommandOf<"court-ruled">,
  { today }: Context,
): Decision<FineEvent> {
  if (court.acceptedOn === undefined || court.ruledOn !== undefined)
    return refuse("enforcement.court-not-yet", { after: court.acceptedOn ?? court.appliedOn, ...article56 });
  const impossible = notOn(on, court.acceptedOn, today.toString());
  if (impossible !== undefined) return impossible;
  const said = reasons === undefined ? {} : { reasons };
  return [{ type: "enforcement.fine.court-ruled", data: { on, enforce }, personal: said }];
}

function notOn(on: string, from: string, today: string): Rejection | undefined {
  if (on > today) return badInput("enforcement.day-to-come", { on }, "/on");
  return on < from ? badInput("enforcement.day-before-service", { receivedOn: from }, "/on") : undefined;
}

/** QZ-39 (行政强制法39): enforcement pauses for hardship, a third party's claim, or harm that cannot be made good. */
export function pause(
  state: Due | Applied,
  { ground, reasons }: CommandOf<"pause">,
  context: Context,
): Decision<FineEvent> {
  const refused = notHead(state, context);
  if (refused !== undefined) return refused;
  return [{ type: "enforcement.fine.paused", data: { on: context.today.toString(), ground }, personal: { reasons } }];
}

/** QZ-39: when the reason is gone it goes on. */
export const resume = (state: Paused, { reasons }: CommandOf<"resume">, context: Context): Decision<FineEvent> =>
  notHead(state, context) ?? [
    { type: "enforcement.fine.resumed", data: { on: context.today.toString() }, personal: { reasons } },
  ];

/** QZ-39 (行政强制法40): the party is dead or gone and left nothing, or its object is. */
export const end = (
  state: Exclude<Fine, { status: "paid" | "ended" | "annulled" }>,
  { ground, reasons }: CommandOf<"end">,
  context: Context,
): Decision<FineEvent> =>
  notHead(state, context) ?? [
    { type: "enforcement.fine.ended", data: { on: context.today.toString(), ground }, personal: { reasons } },
  ];
