import { become, keep, type MovesOf, refusals, type Tables } from "../../../shared/decider/index.ts";
import type { ProblemTexts } from "../../../shared/http/index.ts";
import {
  type Broken,
  type Decided,
  darken,
  hung,
  type Lamp,
  type LampCommand,
  type LampEvent,
  type LampRefusal,
  type LampWords,
  type Lit,
  lampTables,
  light,
  report,
} from "./lamp.ts";

/*
 * What must not compile. `npm run check` runs `tsc`, and it fails on a line here that does compile.
 * Each fault is one that once was silent.
 */
const { begin, begun, effects, always } = lampTables;
const { refuse, notNow } = refusals<LampRefusal>();

// A command of the moves without a rule.
// @ts-expect-error
export const noRule: Tables<LampWords>["steps"] = { light, darken };

// A rule of a command that the moves do not know.
// @ts-expect-error
export const surplusRule: Tables<LampWords>["steps"] = { light, darken, report, polish: report };

// A cell of the moves that its rule does not take: `darken` knows lit lamps only.
interface MoreMoves extends Omit<LampWords, "moves"> {
  readonly moves: LampWords["moves"] & { readonly broken: { readonly darken: "dark" } };
}
// @ts-expect-error
export const cellWithoutRule: Tables<MoreMoves>["steps"] = { light, darken, report };

// A command that stands neither in the moves nor beside them.
interface MoreCommands extends Omit<LampWords, "command"> {
  readonly command: LampCommand | { readonly type: "polish" };
}
// @ts-expect-error
export const unknownCommand: Tables<MoreCommands>["always"] = always;

// A beginning without a rule.
// @ts-expect-error
export const noBeginning: Tables<LampWords>["begin"] = {};

// A state without a row, and a row without a state.
export const noRow = {
  dark: { light: "lit" },
  lit: {},
  // @ts-expect-error
} as const satisfies MovesOf<Lamp, LampCommand>;
export const noState = {
  dark: {},
  lit: {},
  broken: {},
  // @ts-expect-error
  stolen: {},
} as const satisfies MovesOf<Lamp, LampCommand>;

// A move to a state that does not exist, and one by a command that does not.
export const nowhere = {
  // @ts-expect-error
  dark: { light: "stolen" },
  // @ts-expect-error
  lit: { polish: "lit" },
  broken: {},
} as const satisfies MovesOf<Lamp, LampCommand>;

// An event without an effect, and an effect of no event.
const { "lamp.broken": breaks, ...forgotten } = effects;
// @ts-expect-error
export const noEffect: Tables<LampWords>["effects"] = forgotten;
export const surplusEffect: Tables<LampWords>["effects"] = {
  ...forgotten,
  "lamp.broken": breaks,
  // @ts-expect-error
  "lamp.sold": breaks,
};

// A new event in the union without a line in the table.
interface MoreEvents extends Omit<LampWords, "event"> {
  readonly event: LampEvent | { readonly type: "lamp.cleaned"; readonly data: object };
}
export const newEvent: Pick<Tables<MoreEvents>, "begin" | "begun" | "effects"> = {
  begin,
  begun,
  // @ts-expect-error
  effects,
};

// A field that the table of kept fields forgets, and one that the state does not have.
// @ts-expect-error
export const forgetsWatts = keep<Hung>({ street: true });
// @ts-expect-error
export const keepsColour = keep<Hung>({ street: true, watts: true, colour: true });

// A field that is neither kept nor produced, the optional one too.
// @ts-expect-error
export const notSince = (lamp: Lamp) => become<Lit, Hung>(hung(lamp), { status: "lit", dimmed: undefined });
// @ts-expect-error
export const notDimmed = (lamp: Lamp) => become<Lit, Hung>(hung(lamp), { status: "lit", since: "2026-03-02" });
export const surplusField = (lamp: Lamp) =>
  // @ts-expect-error
  become<Broken, Hung>(hung(lamp), { status: "broken", cause: "storm", mended: true });
type Hung = ReturnType<typeof hung>;

// A refusal with a code that the sub-context does not have.
// @ts-expect-error
export const unknownCode = (): Decided => refuse("lamp.unheard-of");
// @ts-expect-error
export const wrongCode: Tables<LampWords>["impossible"] = "lamp.unheard-of";
// A code without its text, and a text without its code; words are not codes.
const text = { zh: "路灯", en: "lamp" };
// @ts-expect-error
export const noText = { "lamp.not-yours": text } satisfies ProblemTexts<LampRefusal>;
export const surplusText = {
  "lamp.not-in-this-state": text,
  "lamp.not-yours": text,
  // @ts-expect-error
  "lamp.unheard-of": text,
  "word.lit": text,
} satisfies ProblemTexts<LampRefusal>;
export const knownCode = (): Decided => notNow("lamp.not-yours");
