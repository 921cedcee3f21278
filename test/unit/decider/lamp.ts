import {
  become,
  type Decision,
  deciderOf,
  keep,
  type MovesOf,
  type OfType,
  refusals,
  type Tables,
} from "../../../shared/decider/index.ts";

/** A street lamp (路灯): the smallest aggregate with three states, of which each has a field of its own. */
interface Hung {
  readonly street: string;
  readonly watts?: number;
}
export interface Dark extends Hung {
  readonly status: "dark";
}
export interface Lit extends Hung {
  readonly status: "lit";
  readonly since: string;
  readonly dimmed?: true;
}
export interface Broken extends Hung {
  readonly status: "broken";
  readonly cause: string;
}
export type Lamp = Dark | Lit | Broken;

export type LampCommand =
  | { readonly type: "hang"; readonly street: string }
  | { readonly type: "light" | "darken" }
  | { readonly type: "report"; readonly cause: string }
  | { readonly type: "look" };
export type LampEvent =
  | { readonly type: "lamp.hung"; readonly data: { readonly street: string } }
  | { readonly type: "lamp.lit" | "lamp.darkened" | "lamp.looked-at"; readonly data: object }
  | { readonly type: "lamp.broken"; readonly data: { readonly cause: string } };
export type LampRefusal = "lamp.not-in-this-state" | "lamp.not-yours";
export type Decided = Decision<LampEvent>;

export const { notYou } = refusals<LampRefusal>();

export const lampMoves = {
  dark: { light: "lit", report: "broken" },
  lit: { darken: "dark", report: "broken" },
  broken: {},
} as const satisfies MovesOf<Lamp, LampCommand>;

export interface LampWords {
  readonly state: Lamp;
  readonly command: LampCommand;
  readonly event: LampEvent;
  readonly moves: typeof lampMoves;
  readonly begins: "hang";
  readonly begun: "lamp.hung";
  readonly refusal: LampRefusal;
}

export const hung = keep<Hung>({ street: true, watts: true });

export const light = (_state: Dark): Decided => [{ type: "lamp.lit", data: {} }];
export const darken = (_state: Lit): Decided => [{ type: "lamp.darkened", data: {} }];
export const report = (_state: Dark | Lit, { cause }: OfType<LampCommand, "report">): Decided => [
  { type: "lamp.broken", data: { cause } },
];

export const lampTables: Tables<LampWords> = {
  aggregate: "lamp",
  shape: 1,
  moves: lampMoves,
  impossible: "lamp.not-in-this-state",
  byItself: ["report"],
  begin: { hang: ({ street }) => [{ type: "lamp.hung", data: { street } }] },
  guard: (_state, { type }, { actor }) =>
    type === "light" && actor.roles.length === 0 ? notYou("lamp.not-yours") : undefined,
  steps: { light, darken, report },
  always: { look: () => [{ type: "lamp.looked-at", data: {} }] },
  begun: { "lamp.hung": ({ data }) => ({ status: "dark", ...data }) },
  effects: {
    "lamp.lit": {
      dark: (state, { time }) => become<Lit, Hung>(hung(state), { status: "lit", since: time, dimmed: undefined }),
    },
    "lamp.darkened": (state) => become<Dark, Hung>(hung(state), { status: "dark" }),
    "lamp.broken": (state, { data }) => become<Broken, Hung>(hung(state), { status: "broken", cause: data.cause }),
    "lamp.looked-at": (state) => state,
  },
};

export const lamp = deciderOf<LampWords>(lampTables);

export const lampDecider = deciderOf<LampWords>(lampTables);
