import { notNow, type Rejection } from "./rejection.ts";

/** A table of states and what moves them: `moves[state][command]` is the state it leads to. */
export type Moves = Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>>;

/**
 * Refuses a command that the table does not list for this state.
 * @param byItself moves that time or an event makes, which nobody can send: they are not offered
 * @returns undefined when the move is allowed, else a `state` refusal naming what is possible now.
 */
export function checkMove(
  moves: Moves,
  code: string,
  status: string,
  command: string,
  byItself: readonly string[] = [],
): Rejection | undefined {
  const possible = (Object.hasOwn(moves, status) ? moves[status] : undefined) ?? {};
  if (Object.hasOwn(possible, command)) return undefined;
  return notNow(code, { status, command, possible: Object.keys(possible).filter((one) => !byItself.includes(one)) });
}
