import { type Context, type Decision, deciderOf, type MovesOf, type OfType, refusals } from "../decider/index.ts";

/** Codes with which a hold refuses. */
export type HoldRefusal = "retention.hold-not-in-this-state" | "retention.nothing-to-hold";
const { badInput } = refusals<HoldRefusal>();

/** Nothing of a record is erased while a suit, a review or an audit needs it (P-8). */
export interface Hold {
  readonly status: "standing" | "lifted";
  /** The kind of record, and its id. */
  readonly aggregate: string;
  readonly record: string;
  /** What asks for it: the number of the suit, the letter of the audit. */
  readonly document: string;
  readonly reason: string;
  readonly placedOn: string;
  readonly placedBy: string;
  readonly lifted?: { readonly on: string; readonly by: string; readonly reason: string };
}

export type HoldCommand =
  | {
      readonly type: "place";
      readonly aggregate: string;
      readonly record: string;
      readonly document: string;
      readonly reason: string;
      /** Whether there is such a record, with a personal part left. */
      readonly known: boolean;
    }
  | { readonly type: "lift"; readonly reason: string };

export type HoldEvent =
  | {
      readonly type: "retention.held";
      readonly data: { readonly aggregate: string; readonly record: string; readonly on: string };
      readonly personal: { readonly document: string; readonly reason: string };
    }
  | {
      readonly type: "retention.lifted";
      readonly data: { readonly on: string };
      readonly personal: { readonly reason: string };
    };

export const holdMoves = {
  standing: { lift: "lifted" },
  lifted: { place: "standing" },
} as const satisfies MovesOf<Hold, HoldCommand>;

interface HoldWords {
  readonly state: Hold;
  readonly command: HoldCommand;
  readonly event: HoldEvent;
  readonly moves: typeof holdMoves;
  readonly begins: "place";
  readonly begun: "retention.held";
  readonly refusal: HoldRefusal;
}

/** One for each record: placed, lifted, and placed again if it must be. */
export const hold = deciderOf<HoldWords>({
  aggregate: "hold",
  shape: 1,
  moves: holdMoves,
  impossible: "retention.hold-not-in-this-state",
  begin: { place },
  steps: {
    place: (_state, command, context) => place(command, context),
    lift: (_state, { reason }, { today }) => [
      { type: "retention.lifted", data: { on: today.toString() }, personal: { reason } },
    ],
  },
  begun: {
    "retention.held": ({ data: { on: placedOn, ...of }, personal, actor: placedBy }) => ({
      ...{ status: "standing", ...of, ...personal, placedOn, placedBy },
    }),
  },
  effects: {
    "retention.lifted": (state, { data: { on }, personal: { reason }, actor: by }) => ({
      ...{ ...state, status: "lifted", lifted: { on, by, reason } },
    }),
  },
  listed: ({ status, placedOn }, id) => ({ byCode: { partition: `hold:${status}`, sort: `${placedOn}#${id}` } }),
  ended: ({ status }) => status === "lifted",
  retainedAs: "text",
});

/** P-8: a hold is of a record that is there, and that still has what could be erased. */
function place(
  { type: _type, known, document, reason, ...of }: OfType<HoldCommand, "place">,
  { today }: Context,
): Decision<HoldEvent> {
  if (!known) return badInput("retention.nothing-to-hold", of, "/record");
  return [{ type: "retention.held", data: { ...of, on: today.toString() }, personal: { document, reason } }];
}

/** The id of the hold on a record. An id of an application bears a dot, which has a meaning of its own in a key. */
export const holdIdOf = (aggregate: string, id: string) => `${aggregate}~${id.replaceAll(".", "~")}`;
