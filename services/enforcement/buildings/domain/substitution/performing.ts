import { hasCertainlyPassed, latestBefore, NoCalendar } from "../../../../../shared/calendar/index.ts";
import {
  type Context,
  type Decision,
  isRejection,
  present,
  type Rejection,
} from "../../../../../shared/decider/index.ts";
import { nextNumber } from "../../../../../shared/papers/official-number.ts";
import { maskedPayer } from "../../../../../shared/parties/index.ts";
import { isHeadFor } from "../../../../../shared/people/index.ts";
import { domainCodes } from "../../../../../shared/town/domains.ts";
import { headFault } from "../../../cases/domain/proceeding/people.ts";
import { openRemedy } from "../../../cases/domain/proceeding/remedying.ts";
import { twoOfficers } from "../../../common/domain/two-officers.ts";
import { costsOf } from "../costs.ts";
import { isCostPaidBy } from "../costs-paid.ts";
import { demandTerm } from "../demanding.ts";
import type { BuildingKnown } from "../messages.ts";
import { badInput, notNow, notYou, refuse } from "../refusals.ts";
import { buildingPowerFault, officerOnly } from "../who.ts";
import type { Substitution } from "./substitution.ts";
import type { SubstitutionCommandOf, SubstitutionEvent } from "./words.ts";

type Told = Decision<SubstitutionEvent>;
const article50 = { article: "行政强制法50", rule: "QZ-51" };
const article51 = { article: "行政强制法51", rule: "QZ-51" };
const article52 = { article: "行政强制法52", rule: "QZ-52" };

/** QZ-50: the decision is in effect and was served; neither review nor suit is open. */
function orderFault({ proceeding }: BuildingKnown): Rejection | undefined {
  if (proceeding?.status !== "in-effect" || proceeding.decision.outcome !== "punish")
    return refuse("enforcement.nothing-to-substitute", article50);
  const open = openRemedy(proceeding);
  return open === undefined ? undefined : refuse("enforcement.remedy-runs", { kind: open.kind, ...article50 });
}

/**
 * QZ-50 (行政强制法50): after the last day of the decision the party is told once more. Only to remove an obstruction or to restore, and
 * only where traffic, the environment or natural resources are harmed or will be: the schema holds no other.
 */
export function demandSubstitution(command: SubstitutionCommandOf<"demand">, context: Context): Told {
  const { case: of, act: actId, proceedingId, proceeding, ground, task, description, by } = command;
  const act = of?.acts.find(({ id }) => id === actId);
  const handles = of?.handlers.includes(context.actor.sub) === true;
  if (!handles || act === undefined || proceeding === undefined || !act.by.includes(proceeding.party.id))
    return badInput("enforcement.building-act-unknown", { act: actId }, "/act");
  const refused = officerOnly(command, context) ?? buildingPowerFault(act, command, context) ?? orderFault(command);
  if (refused !== undefined) return refused;
  const issuedOn = context.today.toString();
  const servedOn = "decision" in proceeding ? proceeding.decision.served?.on : undefined;
  if (servedOn === undefined || by <= servedOn || issuedOn <= by)
    return badInput("enforcement.building-day", { after: servedOn ?? issuedOn, ...article50 }, "/by");
  const number = nextNumber(context, context.town.numbering.enforcement.demand);
  return [
    {
      type: "enforcement.substitution.demanded",
      data: {
        number,
        issuedOn,
        case: proceeding.case,
        proceeding: proceedingId,
        act: actId,
        code: act.code,
        ground,
        task,
      },
      personal: { description, handlers: of?.handlers ?? [] },
    },
  ];
}

/** QZ-52: a spill, an obstacle or dirt on a road, a river or in public that has to go at once; two officers see to it. */
export function removeAtOnce(command: SubstitutionCommandOf<"remove-at-once">, context: Context): Told {
  const { what, site, place, domain, with: other, description, partyPresent, party, files, officers } = command;
  const { actor, today: on, town, now } = context;
  const known = domainCodes(town, "penalties");
  if (!known.includes(domain)) return badInput("enforcement.unknown-domain", { domain, known }, "/domain");
  const named = twoOfficers([actor.sub, other], { officers, domains: [domain], on, town }, "/with");
  if (isRejection(named)) return named;
  const tellBy = on.add({ days: 1 }).toString();
  return [
    {
      type: "enforcement.substitution.removed-at-once",
      data: { on: on.toString(), what, site, partyPresent, tellBy, files },
      personal: {
        description,
        place,
        handlers: [actor.sub, other],
        ...present({ name: party?.name, party: party?.key }),
      },
    },
    { type: "enforcement.substitution.performed", data: { at: now, atOnce: true }, personal: {} },
  ];
}

/** CF-61: demand, decision and reminder count from their deliveries alone. */
export function noteSubstitutionService(
  state: Substitution,
  command: SubstitutionCommandOf<"note-service">,
  context: Context,
): Told {
  const refused = officerOnly(command, context);
  if (refused !== undefined) return refused;
  const { delivery, deliveryId } = command;
  const papers = [
    { paper: "reminder", kind: "demand", own: state.reminder },
    { paper: "decision", kind: "other", own: state.decision },
    { paper: "demand", kind: "demand", own: state.demand },
  ] as const;
  const found = papers.find(
    ({ kind, own }) =>
      own !== undefined &&
      delivery?.status === "served" &&
      delivery.proceeding === state.ordinary?.proceeding &&
      delivery.paper.kind === kind &&
      delivery.paper.number === own.number.text.zh &&
      delivery.paper.issuedOn === own.issuedOn,
  );
  if (found === undefined || delivery?.status !== "served")
    return badInput("enforcement.delivery-does-not-fit", { article: "行政处罚法61", rule: "CF-61" }, "/delivery");
  if (found.own?.servedOn !== undefined) return [];
  const on = delivery.servedOn;
  const term = found.paper === "demand" ? demandTerm(on, context) : undefined;
  return [
    {
      type: "enforcement.substitution.paper-served",
      data: { on, paper: found.paper, delivery: deliveryId, ...present({ term }) },
      personal: {},
    },
  ];
}

/** QZ-51: not done in the time of the demand, the head decides, with the cost told beforehand and a performer without interest. */
export function decideSubstitution(
  { demand }: Substitution,
  command: SubstitutionCommandOf<"decide">,
  context: Context,
): Told {
  const { reasons, performer, estimateFen, plannedFor } = command;
  const refused = headFault(command.case, context) ?? orderFault(command);
  if (refused !== undefined) return refused;
  if (demand?.term === undefined) return refuse("enforcement.paper-not-served", { paper: "demand", ...article51 });
  if (!hasCertainlyPassed(context.calendar, demand.term, context.today))
    return refuse("enforcement.demand-term-open", { last: demand.term.due, ...article51 });
  const issuedOn = context.today.toString();
  if (plannedFor <= issuedOn)
    return badInput("enforcement.building-day", { after: issuedOn, ...article51 }, "/plannedFor");
  const number = nextNumber(context, context.town.numbering.enforcement["substitute-performance"]);
  return [
    {
      type: "enforcement.substitution.decided",
      data: { number, issuedOn, estimateFen, plannedFor },
      personal: { reasons, performer },
    },
  ];
}

/** QZ-51(1)(2): before it is done the party is told once more. */
export function remindParty(
  { reminder, decision }: Substitution,
  command: SubstitutionCommandOf<"remind">,
  context: Context,
): Told {
  const refused = officerOnly(command, context);
  if (refused !== undefined) return refused;
  if (decision?.servedOn === undefined)
    return refuse("enforcement.paper-not-served", { paper: "decision", ...article51 });
  if (reminder !== undefined) return notNow("enforcement.stop-ordered-already", article51);
  const number = nextNumber(context, context.town.numbering.enforcement.demand);
  const issuedOn = context.today.toString();
  return [{ type: "enforcement.substitution.reminded", data: { number, issuedOn }, personal: { text: command.text } }];
}

/** QZ-51: done today, not before the day told, three working days after the reminder was served (T-12); those present sign. */
export function performSubstitution(
  { decision, reminder, ordinary }: Substitution,
  command: SubstitutionCommandOf<"perform">,
  context: Context,
): Told {
  const refused = officerOnly(command, context) ?? orderFault(command);
  if (refused !== undefined) return refused;
  const { today, now, calendar } = context;
  if (reminder?.servedOn === undefined)
    return refuse("enforcement.paper-not-served", { paper: "reminder", ...article51 });
  const latest = latestReminder(calendar, today);
  const plannedFor = decision?.plannedFor ?? today.toString();
  if (today.toString() < plannedFor || latest === undefined || reminder.servedOn > latest)
    return refuse("enforcement.reminded-too-late", { latest: latest ?? reminder.servedOn, plannedFor, ...article51 });
  const { record, signedBy } = command;
  return [
    {
      type: "enforcement.substitution.performed",
      data: { at: now, atOnce: false, ...present({ case: ordinary?.case }) },
      personal: { record, signers: signedBy },
    },
  ];
}

/** The last day on which the reminder is served; undefined: the working days before are not announced. */
function latestReminder(calendar: Context["calendar"], today: Context["today"]): string | undefined {
  try {
    return latestBefore(calendar, today, 3, "working-day").latest.toString();
  } catch (error) {
    if (error instanceof NoCalendar) return undefined;
    throw error;
  }
}

/** QZ-51(1)(3): the party does it himself, so nobody else does. */
export function stopSubstitution(_state: Substitution, command: SubstitutionCommandOf<"stop">, context: Context): Told {
  const refused = officerOnly(command, context);
  const { reasons } = command;
  const on = context.today.toString();
  return refused ?? [{ type: "enforcement.substitution.stopped", data: { on }, personal: { reasons } }];
}

/** QZ-52: the party who was not there is told at once afterwards. */
export function tellAbsentParty(
  { atOnce, handlers, performedOn }: Substitution,
  { on, proof }: SubstitutionCommandOf<"tell-party">,
  { actor, today }: Context,
): Told {
  if (!handlers.includes(actor.sub)) return notYou("enforcement.building-second-officer", article52);
  if (atOnce === undefined || atOnce.partyPresent) return refuse("enforcement.party-was-there", article52);
  if (atOnce.toldOn !== undefined) return [];
  if (on > today.toString() || on < (performedOn ?? on))
    return badInput("enforcement.building-day", { after: performedOn ?? on, ...article52 }, "/on");
  return [{ type: "enforcement.substitution.party-told", data: { on }, personal: { proof } }];
}

/** CF-57: the head, who had no part in it himself. */
function removalHeadFault(handled: boolean, { actor, town, today }: Context): Rejection | undefined {
  const isHead = isHeadFor(town.enforcementOffice, actor.sub, "organ", { heads: town.heads, today });
  return isHead && !handled ? undefined : notYou("enforcement.removal-head-only", article52);
}

/** The cost is claimed from nobody, for a reason: the party is unknown, or the law puts it on the town. */
export function closeSubstitution(
  state: Substitution,
  command: SubstitutionCommandOf<"close">,
  context: Context,
): Told {
  const refused =
    state.ordinary === undefined
      ? removalHeadFault(state.handlers.includes(context.actor.sub), context)
      : headFault(command.case, context);
  const { reasons } = command;
  const on = context.today.toString();
  return refused ?? [{ type: "enforcement.substitution.closed", data: { on }, personal: { reasons } }];
}

/** QZ-51(2): no more than was needed; of what was done at once, only from a party who was there or was told. */
export function claimSubstitutionCosts(
  state: Substitution,
  command: SubstitutionCommandOf<"claim-costs">,
  context: Context,
): Told {
  const { ordinary, atOnce, decision, handlers } = state;
  const { items, salvageFen, explanation } = command;
  const handled = handlers.includes(context.actor.sub);
  const refused = ordinary === undefined ? removalHeadFault(handled, context) : headFault(command.case, context);
  if (refused !== undefined) return refused;
  if (atOnce !== undefined && !atOnce.partyPresent && atOnce.toldOn === undefined)
    return refuse("enforcement.party-not-told", article52);
  const spent = items.reduce((sum, { amountFen }) => sum + amountFen, 0);
  const sum = costsOf({ items, salvageFen, explanation, estimateFen: decision?.estimateFen ?? spent });
  if (typeof sum !== "number") return sum;
  const kept = items.map(({ description, amountFen, proof }) => ({ text: description, amountFen, proof }));
  return [
    {
      type: "enforcement.substitution.costs-claimed",
      data: {
        ...{ on: context.today.toString(), amountFen: sum },
        ...present({ case: ordinary?.case, proceeding: ordinary?.proceeding }),
        ...maskedPayer(context, command.proceeding?.party ?? { kind: "citizen", key: state.party ?? "" }),
      },
      personal: { items: kept, ...present({ explanation }) },
    },
  ];
}

/** QZ-51: finance received money for the cost. The same line again changes nothing; without a claim there is no cost. */
export function noteSubstitutionPaid(
  state: Substitution,
  { type: _type, ...payment }: SubstitutionCommandOf<"note-cost-payment">,
): Told {
  if (state.claim === undefined) return notNow("enforcement.no-cost-claimed", { article: "行政强制法51(2)" });
  if (isCostPaidBy(state, payment.serial)) return [];
  return [{ type: "enforcement.substitution.cost-paid", data: payment, personal: {} }];
}

/** F-47: it was booked to this cost by mistake. */
export function takeSubstitutionPaymentBack(
  state: Substitution,
  { type: _type, ...gone }: SubstitutionCommandOf<"take-cost-payment-back">,
): Told {
  if (!isCostPaidBy(state, gone.serial)) return [];
  return [{ type: "enforcement.substitution.cost-payment-taken-back", data: gone, personal: {} }];
}
