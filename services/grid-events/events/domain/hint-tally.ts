import { deciderOf } from "../../../../shared/decider/index.ts";

/** Hints of one month that somebody followed, and that somebody refused. */
export interface HintTally {
  readonly accepted: number;
  readonly refused: number;
}
export interface CountHint {
  readonly type: "count";
  readonly accepted: boolean;
}
interface HintCounted {
  readonly type: "grid-events.hint-tally.counted";
  readonly data: { readonly accepted: boolean };
}
interface HintTallyWords {
  readonly state: HintTally;
  readonly command: CountHint;
  readonly event: HintCounted;
  readonly moves: Record<never, never>;
  readonly begins: never;
  readonly begun: never;
  readonly refusal: never;
}

/** How good the hints are, by month: two numbers, counted with the step itself. */
export const hintTally = deciderOf<HintTallyWords>({
  aggregate: "hint-tally",
  shape: 1,
  begin: {},
  always: { count: (_state, { accepted }) => [{ type: "grid-events.hint-tally.counted", data: { accepted } }] },
  empty: { accepted: 0, refused: 0 },
  begun: {},
  effects: {
    "grid-events.hint-tally.counted": ({ accepted, refused }, { data }) =>
      data.accepted ? { accepted: accepted + 1, refused } : { accepted, refused: refused + 1 },
  },
});
