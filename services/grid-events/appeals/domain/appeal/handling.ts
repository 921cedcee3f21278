import { extendLimit, recalculate } from "../../../../../shared/calendar/index.ts";
import {
  type Context,
  type Decision,
  present,
  type Rejection,
  theTownItself,
} from "../../../../../shared/decider/index.ts";
import { nextNumber } from "../../../../../shared/papers/official-number.ts";
import { knownPerson } from "../../../../../shared/people/index.ts";
import { isAgainst, isAgainstOffice, isAppellant } from "../concern.ts";
import { answerExtension, answerLimit, confirmationLimit, handlingDayFrom } from "../limits.ts";
import { badInput, notYou, refuse } from "../refusals.ts";
import { type Appeal, type AppealCommandOf, type AppealEvent, levels } from "./appeal.ts";

type Decided = Decision<AppealEvent>;
const on = ({ today }: Context): string => today.toString();
const isOffice = (office: string, { town }: Context): boolean => town.offices.some(({ id }) => id === office);

/**
 * G8, G-12: through any channel. The office of who receives it leads; not where it is said against that office. What comes online is
 * given to an office by the dispatcher.
 */
export function receive(command: AppealCommandOf<"receive">, context: Context): Decided {
  const { channel, person, text, against, handedOver } = command;
  const { office } = context.actor;
  // G-11: it was first received there, and its term goes on from that day.
  const receivedOn = handedOver?.receivedOn ?? on(context);
  const lead = handedOver?.lead;
  if (lead !== undefined && isAgainstOffice({ against }, lead))
    return refuse("grid-events.assignee-is-target", { rule: "G8" }, "/handedOver/lead");
  if (against.kind !== "matter" && against.office !== undefined && !isOffice(against.office, context))
    return badInput("grid-events.unknown-office", { office: against.office }, "/against/office");
  const leads =
    person.owner === undefined &&
    office !== undefined &&
    isOffice(office, context) &&
    !isAgainstOffice({ against }, office) &&
    !isAgainst({ against }, context.actor);
  return [
    {
      type: "grid-events.appeal.received",
      data: {
        number: nextNumber(context, context.town.numbering.appeal),
        ...{ channel, receivedOn, limit: answerLimit(receivedOn, context) },
        ...present({ source: handedOver?.source }),
        handlingDay: handlingDayFrom(context.today, context),
        ...present({ lead: lead ?? (leads ? office : undefined) }),
      },
      personal: { person, text, against },
    },
  ];
}

/** Somebody of the office that leads; never one against whom it is said, nor his office, nor one who answered it before. */
export function assign(state: Appeal, { to }: AppealCommandOf<"assign">, context: Context): Decided {
  const fault = officialFault(state, to, context);
  if (fault !== undefined) return fault;
  if (state.lead !== undefined && to.office !== state.lead)
    return refuse("grid-events.first-receiver-leads", { lead: state.lead, rule: "G-12" }, "/to/office");
  if (state.answers.some(({ by }) => by === to.sub))
    return refuse("grid-events.answered-it-before", { rule: "G8" }, "/to/sub");
  return [{ type: "grid-events.appeal.assigned", data: { lead: to.office }, personal: { assignee: to } }];
}

function officialFault(
  state: Appeal,
  { sub, office }: { sub: string; office: string },
  context: Context,
): Rejection | undefined {
  if (!isOffice(office, context)) return badInput("grid-events.unknown-office", { office }, "/to/office");
  const member = knownPerson(sub, context.town);
  if (member?.office !== office) return badInput("grid-events.unknown-worker", { person: sub }, "/to/sub");
  return isAgainst(state, { sub, name: member.name, office }) || isAgainstOffice(state, office)
    ? refuse("grid-events.assignee-is-target", { rule: "G8" }, "/to")
    : undefined;
}

const isOfTheLead = ({ lead }: Appeal, { office }: Context["actor"]): boolean => lead !== undefined && lead === office;
const dispatches = ({ roles }: Context["actor"]): boolean =>
  roles.some((role) => role === "dispatcher" || role === "supervisor");

/** The lead asks other offices to help: it leads on. */
export function bringIn(state: Appeal, { office }: AppealCommandOf<"bring-in">, context: Context): Decided {
  if (!isOfTheLead(state, context.actor) && !dispatches(context.actor)) return notYou("grid-events.not-the-lead", {});
  if (!isOffice(office, context)) return badInput("grid-events.unknown-office", { office }, "/office");
  if (isAgainstOffice(state, office)) return refuse("grid-events.assignee-is-target", { rule: "G8" }, "/office");
  return state.helpers.includes(office) || state.lead === office
    ? []
    : [{ type: "grid-events.appeal.office-brought-in", data: { office }, personal: {} }];
}

/** Who is meant by a name: from then on neither he nor his office handles it. */
export function identify(_state: Appeal, { target }: AppealCommandOf<"identify">, context: Context): Decided {
  if (knownPerson(target.sub, context.town)?.office !== target.office)
    return badInput("grid-events.unknown-worker", { person: target.sub }, "/target/sub");
  return [{ type: "grid-events.appeal.target-identified", data: {}, personal: { target } }];
}

/** G-11 (D): once, for what is difficult; the head of the unit that leads, or the town's leader, agrees. */
export function extend(state: Appeal, { reasons }: AppealCommandOf<"extend">, context: Context): Decided {
  const { actor, calendar, town } = context;
  const isHead = town.heads.some(
    ({ sub, office, of }) => sub === actor.sub && (of === "government" || office === state.lead),
  );
  if (!isHead) return notYou("grid-events.needs-the-head", { rule: "G-11" });
  if (state.extended) return refuse("grid-events.extended-already", { rule: "G-11" });
  const { due } = recalculate(calendar, state.limit);
  if (due !== null && due < on(context)) return refuse("grid-events.late-already", { due });
  const limit = extendLimit(calendar, state.limit, answerExtension(town));
  return [{ type: "grid-events.appeal.extended", data: { limit }, personal: { reasons } }];
}

/** Answered by the person it was given to; once raised by a leader of the town, then by the county. */
export function answer(state: Appeal, { outcome, text }: AppealCommandOf<"answer">, context: Context): Decided {
  const { actor, calendar } = context;
  if (!answersAt(state, actor)) return notYou("grid-events.not-for-this-level", { level: state.level });
  if (state.answers.some(({ by }) => by === actor.sub)) return notYou("grid-events.answered-it-before", { rule: "G8" });
  const { due } = recalculate(calendar, state.limit);
  return [
    {
      type: "grid-events.appeal.answered",
      data: { on: on(context), inTime: due === null || on(context) <= due, level: state.level, outcome },
      personal: { text, confirmBy: confirmationLimit(on(context), context) },
    },
  ];
}

function answersAt({ level, assignee }: Appeal, { sub, roles }: Context["actor"]): boolean {
  if (level === "town") return roles.includes("leader");
  if (level === "county") return roles.includes("county");
  return assignee?.sub === sub;
}

/** The person himself; or staff who did not answer it, with the slip that he signed (回音签). */
function slipFault(
  state: Appeal,
  { slip, holder }: { readonly slip?: string; readonly holder?: string },
  { actor }: Context,
): Rejection | undefined {
  if (isAppellant(state, actor, holder)) return undefined;
  const hasLogin = state.person.owner !== undefined || state.person.holder !== undefined;
  if (actor.sub === theTownItself.sub || hasLogin || !records(actor)) return notYou("grid-events.not-the-person", {});
  if (state.answers.some(({ by }) => by === actor.sub)) return notYou("grid-events.answered-it-before", { rule: "G8" });
  return slip === undefined ? badInput("grid-events.slip-missing", {}, "/slip") : undefined;
}
const records = ({ roles }: Context["actor"]): boolean =>
  roles.some((role) => role === "dispatcher" || role === "clerk" || role === "supervisor");

/** G8: the person confirms. Silence is not consent: nothing else leads here. */
export function confirm(state: Appeal, { slip, holder }: AppealCommandOf<"confirm">, context: Context): Decided {
  const fault = slipFault(state, present({ slip, holder }), context);
  return fault ?? [{ type: "grid-events.appeal.confirmed", data: { on: on(context) }, personal: present({ slip }) }];
}

/** G8: not content: it goes up a level, with a term of its own. Above the county there are only the ways of law. */
export function raise(state: Appeal, { slip, reasons, holder }: AppealCommandOf<"raise">, context: Context): Decided {
  const fault = slipFault(state, present({ slip, holder }), context);
  if (fault !== undefined) return fault;
  const raised = goesUp(state, context, present({ slip, reasons }));
  return raised === undefined
    ? refuse("grid-events.highest-level", { ways: context.town.gridEvents.appeals.legalWays.map(({ code }) => code) })
    : [raised];
}

/** Undefined: there is no level above. */
export function goesUp(
  { level }: Appeal,
  context: Context,
  personal: Extract<AppealEvent, { type: "grid-events.appeal.raised" }>["personal"],
): AppealEvent | undefined {
  const next = levels[levels.indexOf(level) + 1];
  return next === undefined
    ? undefined
    : {
        type: "grid-events.appeal.raised",
        data: { level: next, limit: answerLimit(on(context), context) },
        personal,
      };
}

export function withdraw(state: Appeal, { holder }: AppealCommandOf<"withdraw">, context: Context): Decided {
  return isAppellant(state, context.actor, holder)
    ? [{ type: "grid-events.appeal.withdrawn", data: { on: on(context) }, personal: {} }]
    : notYou("grid-events.not-the-person", {});
}

/** What has its own way in law is sent there, and the person is told which (S-11). */
export function sendElsewhere(
  _state: Appeal,
  { way, reasons }: AppealCommandOf<"send-elsewhere">,
  context: Context,
): Decided {
  return context.town.gridEvents.appeals.legalWays.some(({ code }) => code === way)
    ? [{ type: "grid-events.appeal.sent-elsewhere", data: { way }, personal: { reasons } }]
    : badInput("grid-events.unknown-way", { way }, "/way");
}

/** Who appeals is read by who handles it, for a reason, on record. */
export function disclose(state: Appeal, { reason }: AppealCommandOf<"disclose">, { actor }: Context): Decided {
  const may = dispatches(actor) || state.assignee?.sub === actor.sub;
  return may
    ? [{ type: "grid-events.appeal.disclosed", data: {}, personal: { reason } }]
    : notYou("grid-events.not-the-lead", {});
}
