/**
 * Why a command was refused. `state`: the state does not allow it; `rule`: a rule of law forbids it;
 * `actor`: this person may not do it to this case; `input`: the values do not fit together.
 */
export type RefusalGround = "state" | "rule" | "actor" | "input";

export interface Rejection {
  readonly rejected: true;
  /** Stable, `<service>.<reason>`, e.g. `permits.power-not-in-force`. */
  readonly code: string;
  readonly ground: RefusalGround;
  /** What fills the places of the explaining text and is shown beside it; never personal data. */
  readonly details: Readonly<Record<string, unknown>>;
  /** JSON pointer into the body, where one value is to blame. */
  readonly pointer?: string;
}

export type Decision<E> = readonly E[] | Rejection;

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

/** The four refusals. A sub-context takes them from `refusals`, with its own codes. */
export interface Refusals<Code extends string> {
  /** A rule of law forbids the step (HTTP 422). Give the article in `details.article`. */
  readonly refuse: Refuse<Code>;
  /** The state the aggregate is in does not allow the step (HTTP 409). */
  readonly notNow: Refuse<Code>;
  /** This actor may not take the step in this case (HTTP 403). */
  readonly notYou: Refuse<Code>;
  /** A value contradicts another or something known (HTTP 422, with a pointer). */
  readonly badInput: Refuse<Code>;
}

const anyRefusals: Refusals<string> = {
  refuse: refusal("rule"),
  notNow: refusal("state"),
  notYou: refusal("actor"),
  badInput: refusal("input"),
};
export const { refuse, notNow, notYou, badInput } = anyRefusals;

/** The refusals of a sub-context: each takes only a code that the sub-context has. */
export const refusals = <Code extends string>(): Refusals<Code> => anyRefusals;

export const isRejection = (decision: object): decision is Rejection => "rejected" in decision;
