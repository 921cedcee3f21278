import { type Decision, deciderOf, type MovesOf, type OfType, refusals } from "../../shared/decider/index.ts";
import { withHolds } from "../../shared/holds/index.ts";
import { aggregate, part, type Service } from "../../shared/service/index.ts";
import { tallyService } from "./tally.ts";

const { notNow } = refusals<"letters.closed">();

interface Sender {
  readonly kind: "citizen" | "organisation";
  readonly name: string;
  readonly idNumber: string;
  readonly phone: string;
}

/** A letter to the town: the smallest record with personal parts of every kind. */
export interface Letter {
  readonly status: "open" | "closed";
  readonly sender: Sender;
  readonly owner?: string;
  readonly place: { readonly lat: number; readonly lon: number };
  readonly notes: readonly string[];
  readonly by: string;
}
export type LetterCommand =
  | { readonly type: "write"; readonly sender: Sender; readonly owner?: string }
  | { readonly type: "note"; readonly text: string }
  | { readonly type: "close" }
  | { readonly type: "reopen" };
export type LetterEvent =
  | {
      readonly type: "letters.letter.written";
      readonly data: { readonly on: string };
      readonly personal: Pick<Letter, "sender" | "owner" | "place">;
    }
  | {
      readonly type: "letters.letter.noted";
      readonly data: Record<never, never>;
      readonly personal: { readonly text: string };
    }
  | { readonly type: "letters.letter.closed" | "letters.letter.reopened"; readonly data: Record<never, never> };

const moves = {
  open: { note: "open", close: "closed" },
  closed: { reopen: "open" },
} as const satisfies MovesOf<Letter, LetterCommand>;

interface LetterWords {
  readonly state: Letter;
  readonly command: LetterCommand;
  readonly event: LetterEvent;
  readonly moves: typeof moves;
  readonly begins: "write";
  readonly begun: "letters.letter.written";
  readonly refusal: "letters.closed";
}

export const letter = deciderOf<LetterWords>({
  aggregate: "letter",
  shape: 1,
  moves,
  impossible: "letters.closed",
  begin: { write },
  always: { write: () => notNow("letters.closed") },
  steps: {
    note: (_state, { text }) => [{ type: "letters.letter.noted", data: {}, personal: { text } }],
    close: () => [{ type: "letters.letter.closed", data: {} }],
    reopen: () => [{ type: "letters.letter.reopened", data: {} }],
  },
  begun: {
    "letters.letter.written": ({ personal, actor: by }) => ({ status: "open", ...personal, notes: [], by }),
  },
  effects: {
    "letters.letter.noted": (state, { personal: { text } }) => ({ ...state, notes: [...state.notes, text] }),
    "letters.letter.closed": (state) => ({ ...state, status: "closed" }),
    "letters.letter.reopened": (state) => ({ ...state, status: "open" }),
  },
  listed: ({ owner }, id): Record<string, { partition: string; sort: string }> =>
    owner === undefined ? {} : { byCode: { partition: `letters:${owner}`, sort: id } },
  ended: ({ status }) => status === "closed",
});

function write({ sender, owner }: OfType<LetterCommand, "write">): Decision<LetterEvent> {
  const place = { lat: 25.04, lon: 102.71 };
  const personal = { sender, place, ...(owner === undefined ? {} : { owner }) };
  return [{ type: "letters.letter.written", data: { on: "2026-10-12" }, personal }];
}

/** A service of letters alone, and of holds on them. */
export const letterService: Service = {
  ...tallyService,
  name: "letters",
  ...withHolds("letters", part({ aggregates: [aggregate(letter)] })),
  indexes: [{ name: "byCode", projection: "keys" }],
  subscriptions: [],
  publishes: {},
  opening: () => [],
};
