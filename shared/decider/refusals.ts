import { type Moves, possibleIn } from "./moves.ts";
import type { RefusalGround, Rejection } from "./rejection.ts";

/** Makes a refusal: its code, what fills the places of its text, and the value to blame. */
export type Refuse<Code extends string> = (
  code: Code,
  details?: Readonly<Record<string, unknown>>,
  pointer?: string,
) => Rejection;

const refusal =
  (ground: RefusalGround): Refuse<string> =>
  (code, details = {}, pointer) => ({
    rejected: true,
    code,
    ground,
    details,
    ...(pointer === undefined ? {} : { pointer }),
  });

/** The refusals. A sub-context takes them from `refusals`, with its own codes. */
export interface Refusals<Code extends string> {
  /** A rule of law forbids the step (HTTP 422). Give the article in `details.article`. */
  readonly refuse: Refuse<Code>;
  /** The state the aggregate is in does not allow the step (HTTP 409). */
  readonly notNow: Refuse<Code>;
  /** This actor may not take the step in this case (HTTP 403). */
  readonly notYou: Refuse<Code>;
  /** A value contradicts another or something known (HTTP 422, with a pointer). */
  readonly badInput: Refuse<Code>;
  /** Refuses a command that the table of moves does not list for this state; undefined when it does. */
  readonly checkMove: (
    moves: Moves,
    code: Code,
    status: string,
    command: string,
    byItself?: readonly string[],
  ) => Rejection | undefined;
}

const withAnyCode: Refusals<string> = {
  refuse: refusal("rule"),
  notNow: refusal("state"),
  notYou: refusal("actor"),
  badInput: refusal("input"),
  checkMove(moves, code, status, command, byItself = []) {
    const possible = possibleIn(moves, status);
    if (possible.includes(command)) return undefined;
    return refusal("state")(code, { status, command, possible: possible.filter((one) => !byItself.includes(one)) });
  },
};
/** The refusals of a sub-context: each takes only a code that the sub-context has. */
export const refusals = <Code extends string>(): Refusals<Code> => withAnyCode;
