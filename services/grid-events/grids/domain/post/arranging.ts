import type { Context, Decision, OfType, Rejection } from "../../../../../shared/decider/index.ts";
import { knownPerson } from "../../../../../shared/people/index.ts";
import { plannedDayFault } from "../../../common/domain/planned.ts";
import { badInput, notNow, notYou } from "../refusals.ts";
import { absenceOn, termOn } from "./standing.ts";
import type { AssignPost, GridPost, GridPostCommand, GridPostEvent } from "./words.ts";

type CommandOf<T extends GridPostCommand["type"]> = OfType<GridPostCommand, T>;

/** The day given is past. */
function pastDay(day: string, { today }: Pick<Context, "today">, pointer: string): Rejection | undefined {
  const on = today.toString();
  return day < on ? badInput("grid-events.day-past", { day, today: on }, pointer) : undefined;
}

/** Whether a worker holds a post on some day from `from` on. */
const holdsFrom = (post: GridPost | undefined, sub: string, from: string): boolean =>
  post?.terms.some((term) => term.sub === sub && (term.until === undefined || term.until >= from)) === true;

/**
 * G1: gives a post to one of the staff from a day on. His predecessor's last day is the day before. One person does not hold both posts
 * of a grid, because nobody stands in for himself.
 */
export function assign(command: AssignPost, context: Context, state?: GridPost): Decision<GridPostEvent> {
  const { grid, post, sub, from, isOnMap, other } = command;
  const fault = plannedDayFault(from, context, "/from");
  if (fault !== undefined) return fault;
  if (!isOnMap) return badInput("grid-events.unknown-grid", { grid, on: from }, "/grid");
  if (knownPerson(sub, context.town) === undefined)
    return badInput("grid-events.unknown-worker", { person: sub }, "/sub");
  if (holdsFrom(other, sub, from))
    return badInput("grid-events.one-person-on-both-posts", { person: sub, grid }, "/sub");
  const last = state?.terms.at(-1);
  if (last?.sub === sub && last.until === undefined && last.from <= from)
    return notNow("grid-events.holds-it-already", { person: sub, from: last.from });
  return [{ type: "grid-events.grid-post.assigned", data: { grid, post, sub, from } }];
}

/** Ends the last term of a post with a day: today at the earliest. */
export function relieve(
  { terms }: GridPost,
  { last }: CommandOf<"relieve">,
  context: Context,
): Decision<GridPostEvent> {
  const past = pastDay(last, context, "/last");
  if (past !== undefined) return past;
  const term = terms.at(-1);
  const today = context.today.toString();
  if (term === undefined || (term.until !== undefined && term.until < today))
    return notNow("grid-events.post-vacant", { on: today });
  if (last < term.from) return badInput("grid-events.ends-before-it-begins", { last, from: term.from }, "/last");
  return [{ type: "grid-events.grid-post.relieved", data: { sub: term.sub, last } }];
}

/** Dispatchers and leaders arrange every post; a worker says of himself alone that he is away or back. */
function notOwn(sub: string, { actor }: Pick<Context, "actor">): Rejection | undefined {
  const arranges = actor.roles.some((role) => role === "dispatcher" || role === "leader");
  return arranges || actor.sub === sub ? undefined : notYou("grid-events.not-your-post");
}

/** G1: the holder of a post is away on these days; the B post then stands in. */
export function markAbsent(
  state: GridPost,
  { from, until }: CommandOf<"mark-absent">,
  context: Context,
): Decision<GridPostEvent> {
  const past = plannedDayFault(from, context, "/from");
  if (past !== undefined) return past;
  if (until < from) return badInput("grid-events.period-inverted", { from, until }, "/until");
  const term = termOn(state, from);
  if (term === undefined) return notNow("grid-events.post-vacant", { on: from });
  const refused = notOwn(term.sub, context);
  if (refused !== undefined) return refused;
  const clash = state.absences.find((one) => one.sub === term.sub && one.from <= until && from <= one.until);
  if (clash !== undefined)
    return badInput("grid-events.absent-already", { from: clash.from, until: clash.until }, "/from");
  return [{ type: "grid-events.grid-post.absent", data: { sub: term.sub, from, until } }];
}

/** The worker is back on a day that his absence covers; the rest of it falls away. */
export function markBack(state: GridPost, { on }: CommandOf<"mark-back">, context: Context): Decision<GridPostEvent> {
  const past = pastDay(on, context, "/on");
  if (past !== undefined) return past;
  const sub = termOn(state, on)?.sub;
  if (sub === undefined || absenceOn(state, sub, on) === undefined) return notNow("grid-events.not-absent", { on });
  return notOwn(sub, context) ?? [{ type: "grid-events.grid-post.back", data: { sub, on } }];
}
