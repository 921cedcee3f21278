import { latestBefore, NoCalendar, toDate } from "../../../../shared/calendar/index.ts";
import { type Context, type Decision, present, type Rejection } from "../../../../shared/decider/index.ts";
import { isRecused, knownPerson } from "../../../../shared/people/index.ts";
import { type Hearing, type HearingParty, openParties } from "./hearing.ts";
import type { CommandOf, HeardCase, HearingEvent, Schedule } from "./messages.ts";
import { article64, badInput, notNow, refuse } from "./refusals.ts";
import { chairOnly, headOnly, openPlaces, staffOnly } from "./who.ts";

type Decided = Decision<HearingEvent>;
const article642 = { article: "行政处罚法64(2)", rule: "CF-64" };
const article644 = { article: "行政处罚法64(4)", rule: "CF-64" };

/** CF-64(1): the request of a party begins it. */
export const request = ({ case: of, party, handlers }: CommandOf<"request">): Decided => [
  {
    type: "enforcement.hearing.requested",
    data: { case: of, requestedOn: party.requestedOn },
    personal: { people: [party], handlers },
  },
];

/**
 * CF-64: the head names a chair who did not investigate, a recorder, place, day and hour. Public, unless a secret closes it. The
 * day leaves seven working days to tell the parties.
 */
export function schedule(state: Hearing, command: Schedule, context: Context): Decided {
  const { on, at, place, closed, chair, recorder, of } = command;
  const refused = headOnly(state, context) ?? peopleFault(state, command, context);
  if (refused !== undefined) return refused;
  const latest = latestToTell(on, context);
  if (typeof latest !== "string") return latest;
  const chairName = knownPerson(chair, context.town)?.name ?? chair;
  const scheduledOn = context.today.toString();
  const handlers = [...new Set([...state.handlers, ...handlersOf(of)])];
  return [
    {
      type: "enforcement.hearing.scheduled",
      data: { case: state.case, parties: [...openPlaces(state)], on, at, place, open: closed === undefined },
      personal: { chair, chairName, recorder, latest, scheduledOn, handlers, ...present({ closed }) },
    },
  ];
}

const handlersOf = (of: HeardCase | undefined): readonly string[] =>
  of === undefined ? [] : [...of.handlers, ...of.officers.map(({ sub }) => sub)];

/** CF-64(4), CF-43a: neither chair nor recorder investigated, nor is one of them recused or a party. */
function peopleFault(state: Hearing, { chair, recorder, of }: Schedule, { town }: Context): Rejection | undefined {
  if (chair === recorder) return badInput("enforcement.hearing-recorder-is-chair", article644, "/recorder");
  for (const [field, sub] of [
    ["chair", chair],
    ["recorder", recorder],
  ] as const) {
    const pointer = `/${field}`;
    const handled = state.handlers.includes(sub) || handlersOf(of).includes(sub);
    if (handled || isRecused(of?.recusals ?? [], sub) || isRecused(state.recusals, sub))
      return refuse("enforcement.hearing-handled-case", { person: sub, ...article644 }, pointer);
    if (knownPerson(sub, town) === undefined) return badInput("enforcement.unknown-person", { person: sub }, pointer);
  }
  return undefined;
}

/** CF-64(2), T-12: counted back seven working days from the hearing; today must not be later. T-10: nobody guesses a year. */
function latestToTell(on: string, { calendar, today }: Context): string | Rejection {
  try {
    const latest = latestBefore(calendar, on, 7, "working-day").latest.toString();
    return latest < today.toString()
      ? refuse("enforcement.hearing-too-soon", { latest, on, ...article642 }, "/on")
      : latest;
  } catch (error) {
    if (!(error instanceof NoCalendar)) throw error;
    return refuse("enforcement.hearing-year-unannounced", { on, ...article642, rule: "T-10" }, "/on");
  }
}

/** CF-64(2): to each party, seven working days before. Told later, the hearing is postponed. */
export function noteTold(state: Hearing, command: CommandOf<"note-told">, context: Context): Decided {
  const { party, on, how, proof } = command;
  const refused = staffOnly(state, context);
  if (refused !== undefined) return refused;
  const { plan } = state;
  const one = openParties(state).find((each) => each.party === party);
  if (one === undefined || plan === undefined)
    return badInput("enforcement.hearing-no-such-party", { party }, "/party");
  if (one.told !== undefined) return toldAlready(state, party);
  if (on < plan.scheduledOn || on > context.today.toString())
    return badInput("enforcement.hearing-day", { from: plan.scheduledOn, until: context.today.toString() }, "/on");
  if (on > plan.latest) return refuse("enforcement.hearing-notice-late", { latest: plan.latest, ...article642 }, "/on");
  return [{ type: "enforcement.hearing.told", data: { party, on, how }, personal: { proof } }];
}

/** While another party waits to be told, only the named party is wrong; afterwards the step itself is over. */
const toldAlready = (state: Hearing, party: string): Rejection =>
  openParties(state).some(({ told }) => told === undefined)
    ? badInput("enforcement.hearing-already-told", { party, ...article642 }, "/party")
    : notNow("enforcement.hearing-already-told", { party, ...article642 });

/** CF-64: to another day, for a good reason, as often and as far as the profile says. The parties are told anew. */
export function postpone(state: Hearing, command: CommandOf<"postpone">, context: Context): Decided {
  const { on, at, ground, reasons } = command;
  const refused = headOnly(state, context) === undefined ? undefined : chairOnly(state, context);
  if (refused !== undefined) return refused;
  const { plan, firstPlanned = plan?.on ?? on, postponed, case: of } = state;
  const { most, withinDays } = context.town.enforcement.hearing.postponement;
  const last = toDate(firstPlanned).add({ days: withinDays }).toString();
  if (postponed >= most || on > last)
    return refuse("enforcement.hearing-postponed-enough", { most, last, ...article64 }, "/on");
  const from = plan?.on ?? on;
  if (on <= from) return badInput("enforcement.hearing-day", { from, until: last }, "/on");
  const latest = latestToTell(on, context);
  if (typeof latest !== "string") return latest;
  const scheduledOn = context.today.toString();
  return [
    {
      type: "enforcement.hearing.postponed",
      data: { case: of, parties: [...openPlaces(state)], from, on, at, ground },
      personal: { reasons, latest, scheduledOn },
    },
  ];
}

/** CF-64a: another party of the same case joins this hearing. He is told as the others are. */
export function join(state: Hearing, { id, into, target }: CommandOf<"join">, context: Context): Decided {
  const refused = headOnly(state, context);
  if (refused !== undefined) return refused;
  const fits = target !== undefined && target.case === state.case && id !== into;
  if (!fits || (target.status !== "requested" && target.status !== "scheduled"))
    return badInput("enforcement.hearing-not-joined", { into, ...article64, rule: "CF-64a" }, "/into");
  return [{ type: "enforcement.hearing.joined", data: { into, on: context.today.toString() }, personal: {} }];
}

export function takeIn(state: Hearing, command: CommandOf<"take-in">, { today }: Context): Decided {
  const { from, case: of, parties } = command;
  const late = state.plan !== undefined && state.plan.latest < today.toString();
  if (of !== state.case) return badInput("enforcement.hearing-not-joined", { into: of, rule: "CF-64a" }, "/into");
  if (late) return refuse("enforcement.hearing-notice-late", { latest: state.plan?.latest, ...article642 }, "/into");
  const fresh: readonly HearingParty[] = parties.map(({ told: _told, ...one }) => one);
  return [{ type: "enforcement.hearing.taken-in", data: { from }, personal: { people: fresh } }];
}

/** CF-63: a hearing that is owed is not called off: only where its case goes no further. */
export function callOff(state: Hearing, { of, reasons }: CommandOf<"call-off">, context: Context): Decided {
  const refused = headOnly(state, context);
  if (refused !== undefined) return refused;
  if (of === undefined || of.status === "investigating" || of.status === "suspended")
    return refuse("enforcement.hearing-owed", { article: "行政处罚法63", rule: "CF-63" });
  return [{ type: "enforcement.hearing.called-off", data: { on: context.today.toString() }, personal: { reasons } }];
}
