import {
  type Context,
  type Decision,
  type DomainEvent,
  deciderOf,
  type MovesOf,
} from "../../../../shared/decider/index.ts";
import { knownPerson } from "../../../../shared/people/index.ts";
import { badInput, type HouseholdsRefusal } from "./refusals.ts";

/** A household as its cadre knows it. It is protected. */
export interface Household {
  readonly name: string;
  readonly phone?: string;
  readonly address: string;
  readonly people: number;
}
/** Who looks after which household (包组联户, G9). */
export interface HouseholdContact {
  readonly status: "linked" | "unlinked";
  readonly village: string;
  readonly linkedAt: string;
  readonly cadre: string;
  readonly household: Household;
}
type Cadre = { readonly cadre: string };
export type ContactCommand =
  | ({ readonly type: "link"; readonly village: string; readonly household: Household } & Cadre)
  | ({ readonly type: "hand-over" } & Cadre)
  | { readonly type: "change-household"; readonly household: Household }
  | { readonly type: "unlink"; readonly reasons: string }
  | { readonly type: "disclose"; readonly reason: string };

interface Told<T extends string, D extends object, P extends object> extends DomainEvent {
  readonly type: `grid-events.household-contact.${T}`;
  readonly data: D & Readonly<Record<string, unknown>>;
  readonly personal: P & Readonly<Record<string, unknown>>;
}
export type ContactEvent =
  | Told<"linked", { readonly village: string }, Pick<HouseholdContact, "cadre" | "household">>
  | Told<"handed-over", object, Cadre>
  | Told<"household-changed", object, Pick<HouseholdContact, "household">>
  | Told<"unlinked", { readonly on: string }, { readonly reasons: string }>
  | Told<"disclosed", object, { readonly reason: string }>;

export const contactMoves = {
  linked: { "hand-over": "linked", "change-household": "linked", unlink: "unlinked", disclose: "linked" },
  unlinked: { disclose: "unlinked" },
} as const satisfies MovesOf<HouseholdContact, ContactCommand>;

interface ContactWords {
  readonly state: HouseholdContact;
  readonly command: ContactCommand;
  readonly event: ContactEvent;
  readonly moves: typeof contactMoves;
  readonly begins: "link";
  readonly begun: "grid-events.household-contact.linked";
  readonly refusal: HouseholdsRefusal;
}
type Decided = Decision<ContactEvent>;
type CommandOf<T extends ContactCommand["type"]> = Extract<ContactCommand, { type: T }>;

const unknownCadre = (cadre: string, { town }: Context) =>
  knownPerson(cadre, town) === undefined
    ? badInput("grid-events.unknown-worker", { person: cadre }, "/cadre")
    : undefined;

function link({ village, cadre, household }: CommandOf<"link">, context: Context): Decided {
  if (!context.town.villages.some(({ code }) => code === village))
    return badInput("grid-events.contact-village", { village }, "/village");
  const personal = { cadre, household };
  return (
    unknownCadre(cadre, context) ?? [{ type: "grid-events.household-contact.linked", data: { village }, personal }]
  );
}

function handOver(state: HouseholdContact, { cadre }: CommandOf<"hand-over">, context: Context): Decided {
  const unknown = unknownCadre(cadre, context);
  if (unknown !== undefined || state.cadre === cadre) return unknown ?? [];
  return [{ type: "grid-events.household-contact.handed-over", data: {}, personal: { cadre } }];
}

/** The contact of a cadre with a household (G9). */
export const householdContact = deciderOf<ContactWords>({
  aggregate: "household-contact",
  shape: 1,
  ended: ({ status }) => status === "unlinked",
  retainedAs: "voice",
  moves: contactMoves,
  impossible: "grid-events.contact-not-in-this-state",
  begin: { link },
  steps: {
    "hand-over": handOver,
    "change-household": (_state, { household }) => [
      { type: "grid-events.household-contact.household-changed", data: {}, personal: { household } },
    ],
    unlink: (_state, { reasons }, { today }) => [
      { type: "grid-events.household-contact.unlinked", data: { on: today.toString() }, personal: { reasons } },
    ],
    // P-15: who read the household with its number, and why, is on record.
    disclose: (_state, { reason }) => [
      { type: "grid-events.household-contact.disclosed", data: {}, personal: { reason } },
    ],
  },
  begun: {
    "grid-events.household-contact.linked": ({ data: { village }, personal: { cadre, household }, time }) => ({
      ...{ status: "linked", linkedAt: time, village, cadre, household },
    }),
  },
  effects: {
    "grid-events.household-contact.handed-over": (state, { personal: { cadre } }) => ({ ...state, cadre }),
    "grid-events.household-contact.household-changed": (state, { personal: { household } }) => ({
      ...state,
      household,
    }),
    "grid-events.household-contact.unlinked": (state) => ({ ...state, status: "unlinked" }),
    "grid-events.household-contact.disclosed": (state) => state,
  },
  listed: ({ status, village, cadre, linkedAt }, id) => {
    const sort = `${linkedAt}#${id}`;
    return {
      byStatus: { partition: `household-contact:${status}`, sort },
      byGrid: { partition: `household-contact:${village}`, sort },
      byDoer: { partition: `household-contact:${cadre}`, sort },
    };
  },
});
