import { type Decision, deciderOf } from "../../../../shared/decider/index.ts";

/** What a worker chose for himself. Off until he says otherwise (G-13). */
export interface PatrolChoice {
  readonly checkIns: boolean;
  readonly tracks: boolean;
}
export type ChoosePatrol = PatrolChoice & { readonly type: "choose" };
type PatrolChosen = { readonly type: "grid-events.patrol-choice.made"; readonly data: PatrolChoice };

interface PatrolChoiceWords {
  readonly state: PatrolChoice;
  readonly command: ChoosePatrol;
  readonly event: PatrolChosen;
  readonly moves: Record<never, never>;
  readonly begins: never;
  readonly begun: never;
  readonly refusal: never;
}

/** Nobody chose anything yet. */
export const nothingChosen: PatrolChoice = { checkIns: false, tracks: false };

const choose = (state: PatrolChoice, { checkIns, tracks }: ChoosePatrol): Decision<PatrolChosen> =>
  state.checkIns === checkIns && state.tracks === tracks
    ? []
    : [{ type: "grid-events.patrol-choice.made", data: { checkIns, tracks } }];

/** G-13: whether a worker writes down where he is: he alone says so, and takes it back when he likes. */
export const patrolChoice = deciderOf<PatrolChoiceWords>({
  aggregate: "patrol-choice",
  shape: 1,
  unnamed: ["grid-events.patrol-choice.made"],
  begin: {},
  always: { choose },
  empty: nothingChosen,
  begun: {},
  effects: { "grid-events.patrol-choice.made": (_state, { data }) => ({ ...data }) },
});
