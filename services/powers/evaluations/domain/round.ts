import { type Context, type Decision, deciderOf, type OfType } from "../../../../shared/decider/index.ts";
import { evaluatedFrom } from "./evaluated-from.ts";
import { type EvaluationRefusal, notNow } from "./refusals.ts";

/** All powers of a year being evaluated: which they are, and how far it is. */
export interface EvaluationRound {
  readonly year: number;
  readonly interim: boolean;
  /** The day it was asked for: an evaluation in the interim is one of this day. */
  readonly on: string;
  /** Whose login asked for it. */
  readonly by: string;
  readonly codes: readonly string[];
  /** Codes before this place are looked at. */
  readonly next: number;
  readonly opened: number;
}

type EvaluationRoundCommand =
  | {
      readonly type: "begin";
      readonly year: number;
      readonly interim: boolean;
      readonly codes: readonly string[];
    }
  /** The codes from a place up to another are looked at; of these so many evaluations are new. */
  | { readonly type: "carry-on"; readonly from: number; readonly next: number; readonly opened: number };

type EvaluationRoundEvent =
  | { readonly type: "powers.evaluation-round.begun"; readonly data: Omit<EvaluationRound, "next" | "opened"> }
  | {
      readonly type: "powers.evaluation-round.carried-on";
      readonly data: { readonly year: number; readonly next: number; readonly of: number; readonly opened: number };
    };

interface EvaluationRoundWords {
  readonly state: EvaluationRound;
  readonly command: EvaluationRoundCommand;
  readonly event: EvaluationRoundEvent;
  readonly moves: Record<never, never>;
  readonly begins: "begin";
  readonly begun: "powers.evaluation-round.begun";
  readonly refusal: EvaluationRefusal;
}

/** P6, A11: the evaluations of a year are opened part by part, by events, however many powers there are. */
export const evaluationRound = deciderOf<EvaluationRoundWords>({
  aggregate: "evaluation-round",
  shape: 1,
  logins: ["by"],
  begin: { begin },
  always: {
    /** One that is under way goes on; one that is done is begun again, and completes what is missing. */
    begin: (state, command, context) => (isCarriedOut(state) ? begin(command, context) : []),
    "carry-on": carryOn,
  },
  begun: { "powers.evaluation-round.begun": ({ data }) => ({ ...data, next: 0, opened: 0 }) },
  effects: {
    "powers.evaluation-round.carried-on": (state, { data: { next, opened } }) => ({ ...state, next, opened }),
  },
});

/** Whether each power of the round was looked at. */
export const isCarriedOut = ({ codes, next }: EvaluationRound): boolean => next >= codes.length;

/** One a year; of those before its end one a day. */
export const evaluationRoundId = (year: number, interimOn?: string): string =>
  interimOn === undefined ? `${year}` : `${year}-interim-${interimOn}`;

function begin(
  { year, interim, codes }: OfType<EvaluationRoundCommand, "begin">,
  context: Context,
): Decision<EvaluationRoundEvent> {
  const on = context.today.toString();
  const from = evaluatedFrom(year, context);
  if (!interim && on < from) return notNow("powers.year-not-over", { year, from });
  const { sub: by } = context.actor;
  return [
    { type: "powers.evaluation-round.begun", data: { year, interim, on, by, codes } },
    { type: "powers.evaluation-round.carried-on", data: { year, next: 0, of: codes.length, opened: 0 } },
  ];
}

/** Parts go in their order, and each is told once. */
function carryOn(
  state: EvaluationRound,
  { from, next, opened }: OfType<EvaluationRoundCommand, "carry-on">,
): Decision<EvaluationRoundEvent> {
  const { year, codes } = state;
  if (state.next !== from || next <= from) return [];
  return [
    {
      type: "powers.evaluation-round.carried-on",
      data: { year, next, of: codes.length, opened: state.opened + opened },
    },
  ];
}
