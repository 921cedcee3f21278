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

export const isRejection = (decision: object): decision is Rejection => "rejected" in decision;
