import type { Context, Decision, Rejection } from "../../../../shared/decider/index.ts";
import type { GridEvent } from "./event.ts";
import { risen } from "./levels.ts";
import { isFromCamera } from "./machines.ts";
import type { CommandOf, EventEvent } from "./messages.ts";
import { badInput, notYou, refuse } from "./refusals.ts";
import { about, categoryOf, categoryTerm } from "./said.ts";
import { answerTo } from "./told.ts";
import { byMachine, isReporter, notOnDuty } from "./who.ts";

type Decided = Decision<EventEvent>;

/**
 * G2: it is the same as another matter, and dealt with there. A person says so, with reasons; a hint alone merges nothing. It counts
 * as reported and is never filed (G-17). Its reporter is told what comes of the other one.
 */
export function merge(state: GridEvent, command: CommandOf<"merge">, context: Context): Decided {
  const { into, isSelf, isKnown, hinted, reasons, duty } = command;
  const refused = byMachine(context.actor) ?? notOnDuty(state, duty, context.actor);
  if (refused !== undefined) return refused;
  if (isSelf) return badInput("grid-events.merged-into-itself", {}, "/into");
  if (!isKnown) return badInput("grid-events.unknown-matter", {}, "/into");
  const data = { ...about(state), into, hinted, ...answerTo(state, "merged", context) };
  return [{ type: "grid-events.event.merged", data, personal: { reasons } }];
}

/**
 * G-8: another matter is dealt with here. Where that one was accepted earlier, the term runs from there: nobody waits longer because
 * two reports became one.
 */
export function takeIn(state: GridEvent, { from, whole }: CommandOf<"take-in">, context: Context): Decided {
  const people = 1 + (whole?.joined ?? 0);
  const earlier = whole?.acceptedAt;
  const { acceptedAt, pauses } = state;
  const runs = earlier !== undefined && acceptedAt !== undefined && earlier < acceptedAt;
  const term = runs ? { term: categoryTerm(state, "terms", earlier, { pauses, context }), since: earlier } : {};
  return [
    { type: "grid-events.event.took-in", data: { ...about(state), from, people, ...term }, personal: {} },
    ...risen({ ...state, joined: state.joined + people }, context),
  ];
}

/** G2: a hint is refused: somebody looked, and it is another matter. */
export function notSame(
  state: GridEvent,
  { other, isKnown, duty }: CommandOf<"not-same">,
  { actor }: Context,
): Decided {
  const refused = byMachine(actor) ?? notOnDuty(state, duty, actor);
  if (refused !== undefined) return refused;
  if (!isKnown) return badInput("grid-events.unknown-matter", {}, "/other");
  if (state.others.includes(other)) return refuse("grid-events.nothing-changed", { other }, "/other");
  return [{ type: "grid-events.event.hint-refused", data: { ...about(state), other }, personal: {} }];
}

/** Whether residents who see the matter may join it: one of the public, whose place nobody has to hide. */
export const isJoinable = (state: Pick<GridEvent, "category" | "reporter">, town: Context["town"]): boolean => {
  const known = categoryOf(state.category, town);
  return !isFromCamera(state) && known?.public === true && !known.sensitive;
};

/** G2: a resident joins it instead of reporting it again. He is told what comes of it. Once each. */
export function join(state: GridEvent, _command: CommandOf<"join">, context: Context): Decided {
  const { actor, town } = context;
  if (!isJoinable(state, town))
    return notYou("grid-events.category-not-public", { category: state.category, rule: "G14" });
  if (isReporter(state, actor)) return refuse("grid-events.joined-already", {});
  return [
    { type: "grid-events.event.joined", data: { ...about(state), people: state.joined + 1 }, personal: {} },
    ...risen({ ...state, joined: state.joined + 1 }, context),
  ];
}

/** A report that tells of several matters: another one begins from it, for the same reporter, with the pictures chosen for it. */
export function split(
  state: GridEvent,
  { part, pictures = [], duty }: CommandOf<"split">,
  { actor }: Context,
): Decided {
  const unknown = pictures.findIndex((one) => !state.pictures.includes(one));
  const refused: Rejection | undefined =
    byMachine(actor) ??
    notOnDuty(state, duty, actor) ??
    (unknown === -1 ? undefined : badInput("grid-events.picture-unknown", { rule: "G2" }, `/pictures/${unknown}`));
  return refused ?? [{ type: "grid-events.event.split", data: { ...about(state), part }, personal: {} }];
}
