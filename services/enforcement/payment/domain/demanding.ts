import type { Context, Decision } from "../../../../shared/decider/index.ts";
import { nextNumber } from "../../../../shared/papers/official-number.ts";
import { demandPassed } from "./court-window.ts";
import type { Due } from "./fine.ts";
import type { FineCommand, FineEvent } from "./messages.ts";
import { isDueProvisional, lastDueDay, owedOn } from "./owed.ts";
import { badInput, refuse } from "./refusals.ts";

type CommandOf<T> = Extract<FineCommand, { type: T }>;
const article35 = { article: "行政强制法35", rule: "QZ-35" };
const article36 = { article: "行政强制法36", rule: "QZ-35" };

/** QZ-35, QZ-54: the demand names sum, payee and account, the days and the right to be heard. Only for what is late. */
export function demand(state: Due, { payee, account }: CommandOf<"demand">, context: Context): Decision<FineEvent> {
  const today = context.today.toString();
  if (state.demand !== undefined) return refuse("enforcement.demanded-already", article35);
  if (today <= lastDueDay(state) || isDueProvisional(state))
    return refuse("enforcement.not-overdue", { due: lastDueDay(state), ...article35 });
  const { openFen } = owedOn(state, today, context);
  const number = nextNumber(context, context.town.numbering.enforcement.demand);
  return [
    {
      type: "enforcement.fine.demanded",
      data: { number, issuedOn: today, payee, owedFen: openFen },
      personal: { account },
    },
  ];
}

/**
 * QZ-54: from the day on which the demand was served ten working days run. CF-61: that day is the one of its delivery to this
 * party; nobody's word takes its place.
 */
export function noteDemandService(
  { demand: issued, proceeding }: Due,
  { delivery }: CommandOf<"note-demand-service">,
  { calendar }: Context,
): Decision<FineEvent> {
  if (issued === undefined) return refuse("enforcement.demand-missing", article35);
  if (delivery?.status !== "served" || delivery.proceeding !== proceeding) return doesNotFit();
  const { kind, number, issuedOn } = delivery.paper;
  if (kind !== "demand" || number !== issued.number.text.zh || issuedOn !== issued.issuedOn) return doesNotFit();
  const on = delivery.servedOn;
  if (issued.servedOn !== undefined)
    return issued.servedOn === on ? [] : refuse("enforcement.demanded-already", article35);
  return [{ type: "enforcement.fine.demand-served", data: { on, passes: demandPassed(calendar, on) } }];
}

const doesNotFit = () =>
  badInput("enforcement.delivery-does-not-fit", { article: "行政处罚法61", rule: "CF-61" }, "/delivery");

/** QZ-36: the party states his case against the demand; the organ must hear it. */
export function stateOpinion(
  { demand: issued }: Due,
  { text }: CommandOf<"state-opinion">,
  { today }: Context,
): Decision<FineEvent> {
  if (issued?.servedOn === undefined) return refuse("enforcement.demand-missing", article35);
  return [{ type: "enforcement.fine.opinion-stated", data: { on: today.toString() }, personal: { text } }];
}

/** QZ-36: what was said is recorded, looked into, and taken where it holds. */
export function hearOpinion(
  { demand: issued }: Due,
  { adopted, reasons }: CommandOf<"hear-opinion">,
  { today }: Context,
): Decision<FineEvent> {
  if (issued?.opinion === undefined || issued.opinion.heard !== undefined)
    return refuse("enforcement.opinion-missing", article36);
  return [{ type: "enforcement.fine.opinion-heard", data: { on: today.toString(), adopted }, personal: { reasons } }];
}
