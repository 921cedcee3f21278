import { limitFrom, toDate } from "../../../../shared/calendar/index.ts";
import { type Context, type Decision, isRejection, present, type Rejection } from "../../../../shared/decider/index.ts";
import { nextNumber } from "../../../../shared/papers/official-number.ts";
import { territoryOf, whereIs } from "../../../../shared/territory/index.ts";
import { byMachine } from "../../common/domain/case-rules.ts";
import { powerFault } from "../../common/domain/power.ts";
import { countersignFault, twoOfficers } from "../../common/domain/two-officers.ts";
import type { CommandOf, Draft, NoteService, RectificationEvent } from "./messages.ts";
import type { Rectification } from "./rectification.ts";
import { badInput, notNow, notYou, refuse } from "./refusals.ts";
import { isEnforcer, officersOnly } from "./who.ts";

type Decided = Decision<RectificationEvent>;
const article28 = { article: "行政处罚法28", rule: "CF-28" };

/** What every published event says of an order. */
export const about = ({ act, of }: Pick<Rectification, "act" | "of">) => ({
  item: act.code,
  domain: act.domain,
  ...present({ case: of?.case }),
});

/**
 * CF-28, CF-42: an officer draws up the order and names the other one; both are certified on the day of the finding. The time is that
 * of the list's row. CF-22, CF-38: in the town, under a power in force on that day and today.
 */
export function draft(command: Draft, context: Context): Decided {
  const { party, foundOn, place, address, facts, demands, files, penalty, with: other, officers, code } = command;
  const { actor, today, town } = context;
  const machine = byMachine(actor);
  if (machine !== undefined) return machine;
  if (!isEnforcer(actor, town)) return notYou("enforcement.order-not-enforcement", article28);
  if (penalty === undefined || penalty.code !== code)
    return badInput("enforcement.unknown-penalty", { item: code }, "/code");
  if (actor.party !== undefined && actor.party === party.key)
    return notYou("enforcement.order-own-matter", { article: "行政处罚法43", rule: "CF-43" });
  const fault = placeFault(command, context) ?? caseFault(command, context) ?? guidanceFault(command);
  if (fault !== undefined) return fault;
  const on = toDate(foundOn);
  const named = twoOfficers([actor.sub, other], { officers, domains: [penalty.domain], on, town }, "/with");
  if (isRejection(named)) return named;
  const { domain, act: name, norm, rectificationDays } = penalty;
  const of = command.of === undefined ? undefined : { case: command.of.case, act: command.of.act };
  return [
    {
      type: "enforcement.rectification.drafted",
      data: {
        on: today.toString(),
        act: { code, name, domain, legalBasis: norm.legalBasis },
        time: { days: rectificationDays, unit: town.enforcement.rectification.unit },
        foundOn,
        ...present({ guidance: command.guidance?.id, of }),
      },
      personal: { party, place, address, facts, demands, files, officers: named },
    },
  ];
}

function placeFault({ code, power, foundOn, place }: Draft, { today, town }: Context): Rejection | undefined {
  if (foundOn > today.toString())
    return badInput("enforcement.order-found-later", { on: today.toString() }, "/foundOn");
  if (whereIs(place, territoryOf(town).town) === "outside")
    return refuse("enforcement.order-outside-the-town", { article: "行政处罚法22", rule: "CF-22" }, "/place");
  return (
    powerFault(code, power, { on: toDate(foundOn), place }, town) ?? powerFault(code, power, { on: today, place }, town)
  );
}

/** An order in a case is one of its officers', about an act of the case, to the party who did it. */
function caseFault({ of, code, party }: Draft, { actor }: Context): Rejection | undefined {
  if (of === undefined) return undefined;
  const act = of.state?.acts.find(({ id }) => id === of.act);
  const known = of.state?.parties.find(({ key }) => key === party.key);
  const his = act !== undefined && known !== undefined && act.code === code && act.by.includes(known.id);
  const mine = of.state?.officers.some(({ sub }) => sub === actor.sub) === true;
  return his && mine ? undefined : badInput("enforcement.order-unlike-case", article28, "/inCase");
}

/** The guidance before it was of the same party and the same kind of breach, and was not followed. */
const guidanceFault = ({ guidance, code, party }: Draft): Rejection | undefined =>
  guidance === undefined ||
  (guidance.state?.status === "given" && guidance.state.act.code === code && guidance.state.party.key === party.key)
    ? undefined
    : badInput("enforcement.guidance-differs", article28, "/guidance");

/** CF-42: the other officer signs with his own login. Only then the order has a number, and is on its way. */
export function countersign(state: Rectification, command: CommandOf<"countersign">, context: Context): Decided {
  const { act, place, officers, recordedBy, served } = state;
  const { actor, today, town } = context;
  const fault =
    countersignFault({ officers, recordedBy }, actor) ??
    powerFault(act.code, command.power, { on: today, place }, town);
  if (fault !== undefined) return fault;
  const subs = officers.map(({ sub }) => sub);
  const known = { officers: command.officers, domains: [act.domain], on: today, town };
  const named = twoOfficers(subs, known, "");
  if (isRejection(named)) return named;
  if (served !== undefined) return [];
  const number = nextNumber(context, town.numbering.enforcement["rectification-order"]);
  return [
    { type: "enforcement.rectification.issued", data: { ...about(state), number, on: today.toString() }, personal: {} },
  ];
}

/** A draft that nobody signs is dropped by one of its officers. */
export const drop = (state: Rectification, { reasons }: CommandOf<"drop">, context: Context): Decided =>
  officersOnly(state, context) ?? [
    { type: "enforcement.rectification.dropped", data: { on: context.today.toString() }, personal: { reasons } },
  ];

/**
 * CF-61: from the day of its service the order binds, and its time runs: calendar or working days by the profile, the last day
 * rolled over rest days where the profile says so (T-13). The decision of no penalty is served the same way.
 */
export function noteService(state: Rectification, command: NoteService, context: Context): Decided {
  const { paper, number, served, proof } = command;
  const own = paper === "decision" ? state.lettingOff : { number: state.number, on: state.issuedOn ?? "" };
  if (own?.number === undefined || own.number.text.zh !== number)
    return refuse("enforcement.order-paper-replaced", { number, article: "行政处罚法61", rule: "CF-61" });
  if (served.on > context.today.toString() || served.on < own.on)
    return badInput("enforcement.order-served-day", { from: own.on, until: context.today.toString() }, "/on");
  if (paper === "decision") return lettingOffServed(state, command);
  if (state.status !== "issued")
    return notNow("enforcement.order-paper-replaced", { number, article: "行政处罚法61", rule: "CF-61" });
  const { days: length, unit } = state.time;
  const roll = context.town.enforcement.due.restDays === "rolled" ? ("next-working-day" as const) : ("none" as const);
  const limit = limitFrom(context.calendar, { ...article28, unit, length, roll }, served.on);
  return [
    {
      type: "enforcement.rectification.served",
      data: { ...about(state), ...served, limit },
      personal: { proof },
    },
  ];
}

const lettingOffServed = ({ lettingOff }: Rectification, { served, proof }: NoteService): Decided =>
  lettingOff === undefined || lettingOff.served !== undefined
    ? []
    : [{ type: "enforcement.rectification.letting-off-served", data: served, personal: { proof } }];
