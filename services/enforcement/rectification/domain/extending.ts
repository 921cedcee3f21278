import { extendLimit, hasCertainlyPassed, isOverdue, recalculate } from "../../../../shared/calendar/index.ts";
import { type Context, type Decision, isRejection, present } from "../../../../shared/decider/index.ts";
import { byMachine, handedInOn } from "../../common/domain/case-rules.ts";
import { leadsOneOf } from "../../common/domain/led.ts";
import type { AskExtension, CommandOf, RectificationEvent } from "./messages.ts";
import { about } from "./ordering.ts";
import type { Rectification } from "./rectification.ts";
import { badInput, notNow, notYou, refuse } from "./refusals.ts";
import { headOnly, isOrderedParty } from "./who.ts";

type Decided = Decision<RectificationEvent>;
const article28 = { article: "行政处罚法28", rule: "CF-28" };

/** The party asks for himself, by his login. What he says otherwise, an officer of the order or the counter records with its paper. */
function speaker(state: Rectification, paper: string | undefined, { actor }: Context) {
  if (isOrderedParty(state, actor)) return "party" as const;
  const records = actor.roles.includes("clerk") || state.officers.some(({ sub }) => sub === actor.sub);
  if (!records) return notYou("enforcement.order-party-only", article28);
  return paper === undefined ? badInput("enforcement.order-paper-missing", article28, "/paper") : ("officer" as const);
}

/** More time is asked for with reasons, before the last day is over. T-4: what was posted in time is in time. */
export function askExtension(state: Rectification, command: AskExtension, context: Context): Decided {
  const { reasons, paper, posted } = command;
  const by = speaker(state, paper, context);
  if (typeof by !== "string") return by;
  const sent = handedInOn({ posted, own: by === "party", since: state.issuedOn ?? state.draftedOn }, context);
  if (isRejection(sent)) return sent;
  const { limit, extension } = state;
  if (extension !== undefined) return refuse("enforcement.order-extended-already", article28);
  if (limit !== undefined && hasCertainlyPassed(context.calendar, limit, sent))
    return refuse("enforcement.order-extension-late", { due: limit.due, ...article28 });
  return [
    {
      type: "enforcement.rectification.extension-asked",
      data: { on: sent.toString(), by },
      personal: { reasons, ...present({ paper }) },
    },
  ];
}

/** The squad leader or the head decides, never one who made the order or looked at the place (L1). */
export function decideExtension(
  state: Rectification,
  command: CommandOf<"decide-extension">,
  context: Context,
): Decided {
  const { granted, days, reasons } = command;
  const { actor, calendar, today, town } = context;
  const machine = byMachine(actor);
  if (machine !== undefined) return machine;
  const team = state.officers.map(({ sub }) => sub);
  const squad = leadsOneOf(actor, team, town);
  const own = [...state.officers, ...(state.check?.officers ?? [])].some(({ sub }) => sub === actor.sub);
  const refused = squad && !own ? undefined : headOnly(state, context);
  if (refused !== undefined) return refused;
  const { extension, limit } = state;
  if (extension === undefined || extension.decided !== undefined || limit === undefined)
    return notNow("enforcement.order-extension-not-asked", article28);
  const most = town.enforcement.rectification.mostExtensionDays;
  if (granted !== (days !== undefined) || (days ?? 1) > most)
    return badInput("enforcement.order-extension-days", { most, ...article28 }, "/days");
  const on = today.toString();
  const longer = days === undefined ? undefined : extendLimit(calendar, limit, { ...article28, length: days });
  return [
    {
      type: "enforcement.rectification.extension-decided",
      data: { on, granted, ...present({ days, limit: longer }) },
      personal: { reasons },
    },
  ];
}

/** The party says that it is put right, with pictures if he has them; two officers look at it then. */
export const reportDone = (
  state: Rectification,
  { note, files }: CommandOf<"report-done">,
  { actor, today }: Context,
): Decided =>
  isOrderedParty(state, actor)
    ? [{ type: "enforcement.rectification.done-reported", data: { on: today.toString() }, personal: { note, files } }]
    : notYou("enforcement.order-party-only", article28);

/** The last day is over and nobody has looked: told once. A calendar announced since moves the day. */
export function passTime(state: Rectification, { calendar, today }: Context): Decided {
  const { limit, late } = state;
  if (late || limit === undefined || !isOverdue(limit, today)) return [];
  const anew = recalculate(calendar, limit);
  if (!isOverdue(anew, today))
    return [{ type: "enforcement.rectification.limit-recounted", data: { limit: anew }, personal: {} }];
  return [
    {
      type: "enforcement.rectification.overdue",
      data: { ...about(state), due: anew.due ?? limit.start },
      personal: {},
    },
  ];
}
