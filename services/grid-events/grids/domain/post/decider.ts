import { deciderOf } from "../../../../../shared/decider/index.ts";
import type { GridRefusal } from "../refusals.ts";
import { assign, markAbsent, markBack, relieve } from "./arranging.ts";
import { dayBefore } from "./standing.ts";
import type { Absence, GridPost, GridPostCommand, GridPostEvent, PostTerm } from "./words.ts";

/** So many terms and absences are kept in the state, the latest; all of them are in the history. */
const kept = 50;

/** A post of a grid: given to a worker, who may be away, and taken from him (G1). */
export const gridPost = deciderOf<{
  readonly state: GridPost;
  readonly command: GridPostCommand;
  readonly event: GridPostEvent;
  readonly moves: Record<never, never>;
  readonly begins: "assign";
  readonly begun: "grid-events.grid-post.assigned";
  readonly refusal: GridRefusal;
}>({
  aggregate: "grid-post",
  shape: 1,
  logins: ["sub"],
  begin: { assign: (command, context) => assign(command, context) },
  always: {
    assign: (state, command, context) => assign(command, context, state),
    relieve,
    "mark-absent": markAbsent,
    "mark-back": markBack,
  },
  begun: {
    "grid-events.grid-post.assigned": ({ data: { grid, post, sub, from } }, before) => ({
      ...{ grid, post, absences: before?.absences ?? [] },
      terms: [...endedBefore(before?.terms ?? [], from), { sub, from }].slice(-kept),
    }),
  },
  effects: {
    "grid-events.grid-post.relieved": (state, { data: { last } }) => ({
      ...state,
      terms: state.terms.map((term, at, { length }) => (at === length - 1 ? { ...term, until: last } : term)),
    }),
    "grid-events.grid-post.absent": (state, { data: { sub, from, until } }) => ({
      ...state,
      absences: [...state.absences, { sub, from, until }].slice(-kept),
    }),
    "grid-events.grid-post.back": (state, { data }) => ({
      ...state,
      absences: state.absences.flatMap((one) => cutShort(one, data)),
    }),
  },
  listed: (_state, id) => ({ byStatus: { partition: everyPost, sort: id } }),
});

/** The partition of `byStatus` in which every post stands. */
export const everyPost = "grid-post:all";

/** The terms before a day: what begins later gives way to the new holder. */
const endedBefore = (terms: readonly PostTerm[], from: string): readonly PostTerm[] =>
  terms
    .filter((term) => term.from < from)
    .map((term) => (term.until === undefined || term.until >= from ? { ...term, until: dayBefore(from) } : term));

/** What is left of an absence whose worker is back on a day. */
function cutShort(absence: Absence, { sub, on }: { readonly sub: string; readonly on: string }): readonly Absence[] {
  if (absence.sub !== sub || absence.from > on || absence.until < on) return [absence];
  return absence.from === on ? [] : [{ ...absence, until: dayBefore(on) }];
}
