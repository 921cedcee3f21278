/** A table of states and what moves them: `moves[state][command]` is the state it leads to. */
export type Moves = Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>>;

/** The commands that the table lists for a state; none for a state it does not know. */
export const possibleIn = (moves: Moves, status: string): string[] =>
  Object.keys((Object.hasOwn(moves, status) ? moves[status] : undefined) ?? {});
