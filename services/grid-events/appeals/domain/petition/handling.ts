import { extendLimit, hasCertainlyPassed, recalculate } from "../../../../../shared/calendar/index.ts";
import { handedInOnIn } from "../../../../../shared/case-rules/index.ts";
import { type Context, type Decision, isRejection, present } from "../../../../../shared/decider/index.ts";
import { nextNumber } from "../../../../../shared/papers/official-number.ts";
import { knownPerson } from "../../../../../shared/people/index.ts";
import type { Role } from "../../../../../shared/town/roles.ts";
import { isAgainst, isAgainstOffice, isAppellant } from "../concern.ts";
import {
  conclusionExtension,
  petitionConclusion,
  petitionReply,
  reviewLimit,
  reviewWindow,
  transferObjection,
} from "../limits.ts";
import { badInput, notNow, notYou, refuse } from "../refusals.ts";
import type { Petition, PetitionCommandOf, PetitionEvent, Stage } from "./petition.ts";

type Decided = Decision<PetitionEvent>;
const on = ({ today }: Context): string => today.toString();
const isOffice = (office: string, { town }: Context): boolean => town.offices.some(({ id }) => id === office);

/** S-10: fifteen days to say whether it is taken on. Transferred from above: five working days to object. */
export function receive(command: PetitionCommandOf<"receive">, context: Context): Decided {
  const { person, text, against, transferredBy } = command;
  if (against.kind !== "matter" && against.office !== undefined && !isOffice(against.office, context))
    return badInput("grid-events.unknown-office", { office: against.office }, "/against/office");
  const day = on(context);
  return [
    {
      type: "grid-events.petition.received",
      data: {
        number: nextNumber(context, context.town.numbering.petition),
        ...{ receivedOn: day, limit: petitionReply(day, context) },
        ...(transferredBy === undefined
          ? {}
          : { transferred: { by: transferredBy, objectBy: transferObjection(day, context) } }),
      },
      personal: { person, text, against },
    },
  ];
}

export function identify(_state: Petition, { target }: PetitionCommandOf<"identify">, context: Context): Decided {
  if (knownPerson(target.sub, context.town)?.office !== target.office)
    return badInput("grid-events.unknown-worker", { person: target.sub }, "/target/sub");
  return [{ type: "grid-events.petition.target-identified", data: {}, personal: { target } }];
}

/** S-11: taken on by an office that it does not concern. The sixty days run from the acceptance, once. */
export function accept(state: Petition, { to }: PetitionCommandOf<"accept">, context: Context): Decided {
  const { town } = context;
  if (!isOffice(to.office, context)) return badInput("grid-events.unknown-office", { office: to.office }, "/to/office");
  const member = knownPerson(to.sub, town);
  if (member?.office !== to.office) return badInput("grid-events.unknown-worker", { person: to.sub }, "/to/sub");
  if (isAgainst(state, { ...to, name: member.name }) || isAgainstOffice(state, to.office))
    return refuse("grid-events.assignee-is-target", { rule: "S-11" }, "/to");
  const limit =
    state.status === "accepted" || state.lead !== undefined ? state.limit : petitionConclusion(on(context), context);
  return [
    {
      type: "grid-events.petition.accepted",
      data: { on: on(context), lead: to.office, limit },
      personal: { assignee: to },
    },
  ];
}

/** S-10: not the town's: back to the organ that transferred it, within five working days. */
export function giveBack(state: Petition, { reasons }: PetitionCommandOf<"return">, context: Context): Decided {
  if (state.transferred === undefined)
    return notNow("grid-events.petition-not-in-this-state", { status: state.status, command: "return", possible: [] });
  const { due } = recalculate(context.calendar, state.transferred.objectBy);
  if (due !== null && on(context) > due) return refuse("grid-events.window-over", { due, article: "信访工作条例23" });
  return [{ type: "grid-events.petition.returned", data: { on: on(context) }, personal: { reasons } }];
}

/** S-10: what belongs to litigation, arbitration, reconsideration or another way of law is sent there, and told to the person. */
export function sendElsewhere(
  _state: Petition,
  { way, reasons }: PetitionCommandOf<"send-elsewhere">,
  { town }: Context,
): Decided {
  return town.gridEvents.appeals.legalWays.some(({ code }) => code === way)
    ? [{ type: "grid-events.petition.sent-elsewhere", data: { way }, personal: { reasons } }]
    : badInput("grid-events.unknown-way", { way }, "/way");
}

/** S-11: thirty days more, once, when the organ's head agrees; the reasons are told. Before the sixty are over. */
export function extend(state: Petition, { reasons }: PetitionCommandOf<"extend">, context: Context): Decided {
  const { actor, calendar, town } = context;
  if (!town.heads.some(({ sub, of }) => sub === actor.sub && of === "government"))
    return notYou("grid-events.needs-the-head", { rule: "S-11" });
  if (state.extended) return refuse("grid-events.extended-already", { rule: "S-11" });
  const { due } = recalculate(calendar, state.limit);
  if (due !== null && on(context) > due) return refuse("grid-events.late-already", { due });
  const limit = extendLimit(calendar, state.limit, conclusionExtension);
  return [{ type: "grid-events.petition.extended", data: { limit }, personal: { reasons } }];
}

function opinion(
  state: Petition,
  { organ, result, text }: PetitionCommandOf<"conclude" | "review">,
  stage: Stage,
  context: Context,
): PetitionEvent {
  const { due } = recalculate(context.calendar, state.limit);
  const inTime = due === null || on(context) <= due;
  return {
    type: "grid-events.petition.concluded",
    data: { on: on(context), stage, result, inTime },
    personal: { organ, text },
  };
}

export function conclude(state: Petition, command: PetitionCommandOf<"conclude">, context: Context): Decided {
  if (state.assignee?.sub !== context.actor.sub) return notYou("grid-events.not-the-lead", {});
  return [opinion(state, command, "conclusion", context)];
}

/** The person's window runs from the day on which he received the opinion; of the last one no window runs. */
export function deliver(state: Petition, { on: day }: PetitionCommandOf<"deliver">, context: Context): Decided {
  const last = state.opinions.at(-1);
  if (last === undefined || day < last.on || day > on(context))
    return badInput("grid-events.day-to-come", { from: last?.on ?? day, until: on(context) }, "/on");
  if (last.deliveredOn !== undefined) return [];
  const window = last.stage === "re-review" ? undefined : reviewWindow(day, context);
  return [{ type: "grid-events.petition.delivered", data: { on: day, ...present({ window }) }, personal: {} }];
}

/**
 * S-11: the person, within thirty days that roll over days of rest; before the delivery no window runs against him. Staff record it for
 * a person who has no login, and what came by post: posted within the window it is in time (T-4), also after the window made the
 * opinion final.
 */
export function askReview(state: Petition, command: PetitionCommandOf<"ask-review">, context: Context): Decided {
  const { reasons, posted } = command;
  const { actor, calendar } = context;
  const forHim = (state.person.owner === undefined || posted !== undefined) && isCounter(actor);
  if (!isAppellant(state, actor) && !forHim) return notYou("grid-events.not-the-person", {});
  const last = state.opinions.at(-1)?.stage;
  if (state.status === "final" && (posted === undefined || last === "re-review"))
    return notNow("grid-events.petition-not-in-this-state", { status: "final", command: "ask-review", possible: [] });
  const sent = handedInOn({ posted, own: isAppellant(state, actor), since: state.opinions.at(-1)?.on }, context);
  if (isRejection(sent)) return sent;
  const window = state.window === undefined ? undefined : recalculate(calendar, state.window);
  if (window !== undefined && hasCertainlyPassed(calendar, window, sent))
    return refuse("grid-events.window-over", { due: window.due, article: "信访工作条例35、36" });
  const stage = last === "review" ? "re-review" : "review";
  const data = { stage, limit: reviewLimit(on(context), context) } as const;
  return [{ type: "grid-events.petition.review-asked", data, personal: { reasons, ...present({ posted }) } }];
}
const counter = ["clerk", "dispatcher"] as const satisfies readonly Role[];
const isCounter = ({ roles }: Context["actor"]): boolean => counter.some((role) => roles.includes(role));
const handedInOn = handedInOnIn("grid-events", counter);

/** S-11: by the organ above: not by one that decided before, nor by a person who did. After the re-review it is final. */
export function review(state: Petition, command: PetitionCommandOf<"review">, context: Context): Decided {
  const { actor } = context;
  if (state.opinions.some(({ by }) => by === actor.sub))
    return notYou("grid-events.reviewed-by-itself", { rule: "S-11" });
  if (state.opinions.some(({ organ }) => organ === command.organ))
    return refuse("grid-events.organ-decided-before", { organ: command.organ, rule: "S-11" }, "/organ");
  const stage = state.status === "review-asked" ? "review" : "re-review";
  const given = opinion(state, command, stage, context);
  return stage === "review"
    ? [given]
    : [given, { type: "grid-events.petition.final", data: { on: on(context), stage }, personal: {} }];
}

export function withdraw(state: Petition, context: Context): Decided {
  return isAppellant(state, context.actor)
    ? [{ type: "grid-events.petition.withdrawn", data: { on: on(context) }, personal: {} }]
    : notYou("grid-events.not-the-person", {});
}

export function disclose(state: Petition, { reason }: PetitionCommandOf<"disclose">, { actor }: Context): Decided {
  const may =
    actor.roles.some((role) => role === "dispatcher" || role === "supervisor") || state.assignee?.sub === actor.sub;
  return may
    ? [{ type: "grid-events.petition.disclosed", data: {}, personal: { reason } }]
    : notYou("grid-events.not-the-lead", {});
}
