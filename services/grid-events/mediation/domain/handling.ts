import { isOverdue, type Limit, limitFrom, recalculate } from "../../../../shared/calendar/index.ts";
import { type Context, type Decision, present } from "../../../../shared/decider/index.ts";
import { nextNumber } from "../../../../shared/papers/official-number.ts";
import { knownPerson } from "../../../../shared/people/index.ts";
import type { Mediation, MediationCommandOf, MediationEvent } from "./mediation.ts";
import { badInput, notNow, refuse } from "./refusals.ts";
import { allFault, isInTheWay, mediatorFault, speaksFault } from "./who.ts";

type Decided = Decision<MediationEvent>;
const on = ({ today }: Context): string => today.toString();
const waysOf = ({ town }: Context): readonly string[] => town.gridEvents.mediation.ways.map(({ code }) => code);

/** G7: a party asks for it, or the house offers it. Nobody is mediated who does not want it. */
export function propose({ parties, subject, event }: MediationCommandOf<"propose">, context: Context): Decided {
  const owners = parties.flatMap(({ owner }) => owner ?? []);
  const names = parties.map(({ name }) => name.replace(/\s/g, ""));
  if (parties.length < 2 || new Set(owners).size !== owners.length || new Set(names).size !== names.length)
    return badInput("grid-events.parties-not-two", {}, "/parties");
  const keyed = parties.map((one, at) => ({ ...one, key: `p${at + 1}` }));
  const { actor } = context;
  const proposed: MediationEvent = {
    type: "grid-events.mediation.proposed",
    data: { number: nextNumber(context, context.town.numbering.mediation), on: on(context), ...present({ event }) },
    personal: { parties: keyed, subject },
  };
  const asks = keyed.find(({ owner }) => owner === actor.sub);
  return asks === undefined
    ? [proposed]
    : [proposed, { type: "grid-events.mediation.consented", data: { party: asks.key }, personal: {} }];
}

/** G-15, G-16: once all want it, it is open, and normally done in one month. */
export function consent(state: Mediation, { party }: MediationCommandOf<"consent">, context: Context): Decided {
  const fault = speaksFault(state, party, context);
  if (fault !== undefined) return fault;
  if (state.consented.includes(party)) return [];
  const consented: MediationEvent = { type: "grid-events.mediation.consented", data: { party }, personal: {} };
  const all = state.parties.every(({ key }) => key === party || state.consented.includes(key));
  return all
    ? [
        consented,
        { type: "grid-events.mediation.opened", data: { limit: monthFrom(on(context), context) }, personal: {} },
      ]
    : [consented];
}

const monthFrom = (start: string, { calendar, town }: Context): Limit =>
  limitFrom(
    calendar,
    { rule: "G-16", article: "人民调解工作若干规定", unit: "month", length: town.gridEvents.mediation.months },
    start,
  );

/** G-15: each of them may end it at any time, and all are told the other ways. */
export const stops =
  (type: "grid-events.mediation.declined" | "grid-events.mediation.ended") =>
  (state: Mediation, { party, reasons }: MediationCommandOf<"decline" | "end">, context: Context): Decided => {
    const fault = speaksFault(state, party, context);
    return fault ?? [{ type, data: { party, ways: waysOf(context) }, personal: present({ reasons }) }];
  };

/** A person of the house whom no party refused, and who has no part in it. */
export function appoint(state: Mediation, { mediator }: MediationCommandOf<"appoint">, context: Context): Decided {
  const member = knownPerson(mediator, context.town);
  if (member === undefined) return badInput("grid-events.unknown-worker", { person: mediator }, "/mediator");
  if (isInTheWay(state, member)) return refuse("grid-events.in-the-way", { rule: "G-15" }, "/mediator");
  return state.mediator === mediator
    ? []
    : [{ type: "grid-events.mediation.mediator-appointed", data: {}, personal: { mediator } }];
}

/** A party need not take the mediator, and says no reason for it. */
export function refuseMediator(
  state: Mediation,
  { party }: MediationCommandOf<"refuse-mediator">,
  context: Context,
): Decided {
  const fault = speaksFault(state, party, context);
  if (fault !== undefined) return fault;
  if (state.mediator === undefined) return notNow("grid-events.mediator-missing", {});
  return [{ type: "grid-events.mediation.mediator-left", data: { why: "refused-by-party" }, personal: {} }];
}

/** The mediator says himself that he is in the way. */
export function declareConflict(
  state: Mediation,
  { ground }: MediationCommandOf<"declare-conflict">,
  context: Context,
): Decided {
  return (
    mediatorFault(state, context) ?? [
      { type: "grid-events.mediation.mediator-left", data: { why: ground }, personal: {} },
    ]
  );
}

export function holdSession(
  state: Mediation,
  { on: day, present: there, notes }: MediationCommandOf<"hold-session">,
  context: Context,
): Decided {
  const fault = mediatorFault(state, context);
  if (fault !== undefined) return fault;
  if (day > on(context) || day < state.proposedOn)
    return badInput("grid-events.session-day", { from: state.proposedOn, until: on(context) }, "/on");
  const stranger = there.find((key) => !state.parties.some((one) => one.key === key));
  if (stranger !== undefined) return badInput("grid-events.not-a-party", { party: stranger }, "/present");
  const data = { on: day, present: [...new Set(there)] };
  return [{ type: "grid-events.mediation.session-held", data, personal: { notes } }];
}

/** G-16: longer than a month only if all agree. */
export function prolong(state: Mediation, { agreedBy }: MediationCommandOf<"prolong">, context: Context): Decided {
  const fault = mediatorFault(state, context) ?? allFault(state, agreedBy, "/agreedBy");
  if (fault !== undefined) return fault;
  const start = state.limit?.due ?? on(context);
  const limit = monthFrom(start > on(context) ? start : on(context), context);
  return [{ type: "grid-events.mediation.prolonged", data: { limit }, personal: {} }];
}

/**
 * G-15: an agreement of all, signed or spoken; a spoken one is put on record. It takes effect today. Within thirty days the parties apply
 * to the court together; the days roll over rest days (T-3).
 */
export function agree(
  state: Mediation,
  { form, text, agreedBy }: MediationCommandOf<"agree">,
  context: Context,
): Decided {
  const fault = mediatorFault(state, context) ?? allFault(state, agreedBy, "/agreedBy");
  if (fault !== undefined) return fault;
  const { calendar, today, town } = context;
  const confirmBy = limitFrom(
    calendar,
    { rule: "G-15", article: "人民调解法33", unit: "day", length: 30, roll: "next-working-day" },
    on(context),
  );
  const followUps = town.gridEvents.mediation.followUpDays.map((days) => today.add({ days }).toString());
  return [
    {
      type: "grid-events.mediation.agreed",
      data: { form, effectiveOn: on(context), confirmBy, followUps },
      personal: { text },
    },
  ];
}

/** G-15: it came to nothing: all are told the ways that stay open. */
export function fail(state: Mediation, { reasons }: MediationCommandOf<"fail">, context: Context): Decided {
  return (
    mediatorFault(state, context) ?? [
      { type: "grid-events.mediation.failed", data: { ways: waysOf(context) }, personal: { reasons } },
    ]
  );
}

/** G-15: only what all of them applied for together, within the thirty days, is confirmed by the court. */
export function recordConfirmation(
  state: Mediation,
  { appliedOn, by, document }: MediationCommandOf<"record-confirmation">,
  context: Context,
): Decided {
  const { actor, calendar } = context;
  if (!actor.roles.includes("dispatcher")) {
    const fault = mediatorFault(state, context);
    if (fault !== undefined) return fault;
  }
  const missing = allFault(state, by, "/by");
  if (missing !== undefined) return missing;
  if (state.confirmed !== undefined)
    return refuse("grid-events.confirmation-recorded-already", { document: state.confirmed.document });
  const effect = state.agreement?.effectiveOn ?? appliedOn;
  if (appliedOn < effect || appliedOn > on(context))
    return badInput("grid-events.session-day", { from: effect, until: on(context) }, "/appliedOn");
  const window = state.confirmBy === undefined ? undefined : recalculate(calendar, state.confirmBy);
  if (window !== undefined && !window.provisional && isOverdue(window, appliedOn))
    return refuse("grid-events.confirmation-window-over", { due: window.due, article: "人民调解法33" }, "/appliedOn");
  return [{ type: "grid-events.mediation.confirmation-recorded", data: { on: appliedOn, document }, personal: {} }];
}

/** G-16: whether the agreement is kept. Where it is not, the parties are told the ways again. After the last one it is closed. */
export function followUp(
  state: Mediation,
  { kept, notes }: MediationCommandOf<"follow-up">,
  context: Context,
): Decided {
  const fault = mediatorFault(state, context);
  if (fault !== undefined) return fault;
  const followed: MediationEvent = {
    type: "grid-events.mediation.followed-up",
    data: { on: on(context), kept, ways: kept ? [] : waysOf(context) },
    personal: { notes },
  };
  const open = state.followUps.filter(({ done }) => done === undefined).length;
  return open > 1
    ? [followed]
    : [followed, { type: "grid-events.mediation.closed", data: { on: on(context) }, personal: {} }];
}

/** A risk of violence is told at once, by each of the house who sees it; who is in it is not said. */
export function reportDanger(
  { event }: Mediation,
  { what }: MediationCommandOf<"report-danger">,
  context: Context,
): Decided {
  const data = { on: on(context), ...present({ event }) };
  return [{ type: "grid-events.mediation.danger-reported", data, personal: { what } }];
}
