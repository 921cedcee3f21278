import { type DomainEvent, deciderOf } from "../../../../shared/decider/index.ts";

export const contactCounts = ["activities", "personVisits", "matters", "solved"] as const;
type Count = (typeof contactCounts)[number];
/** G9: outings, how many people went on them, matters that came of them, and those that were settled. */
export type ContactCounts = Readonly<Record<Count, number>>;
export interface ContactTally extends ContactCounts {
  readonly village: string;
  readonly month: string;
}
export interface AddToContacts extends Partial<ContactCounts> {
  readonly type: "add";
  readonly village: string;
  readonly month: string;
}
type ContactsAdded = DomainEvent & {
  readonly type: "grid-events.contact-tally.added";
  readonly data: Partial<ContactCounts> & { readonly village: string; readonly month: string };
};
interface ContactTallyWords {
  readonly state: ContactTally;
  readonly command: AddToContacts;
  readonly event: ContactsAdded;
  readonly moves: Record<never, never>;
  readonly begins: never;
  readonly begun: never;
  readonly refusal: never;
}
export const noContacts: ContactCounts = { activities: 0, personVisits: 0, matters: 0, solved: 0 };
export const plusContacts = (one: ContactCounts, other: Partial<ContactCounts>): ContactCounts => ({
  activities: one.activities + (other.activities ?? 0),
  personVisits: one.personVisits + (other.personVisits ?? 0),
  matters: one.matters + (other.matters ?? 0),
  solved: one.solved + (other.solved ?? 0),
});
export const contactTallyId = (month: string, village: string): string => `${month}:${village}`;
export const contactTallies = (month: string): string => `contact-tally:${month}`;

/** Counts of a village and a month. They change with what they count, in one transaction. */
export const contactTally = deciderOf<ContactTallyWords>({
  aggregate: "contact-tally",
  shape: 1,
  crowded: true,
  begin: {},
  empty: { village: "", month: "", ...noContacts },
  always: {
    add: (_state, { type: _type, ...data }) =>
      contactCounts.every((name) => (data[name] ?? 0) === 0) ? [] : [{ type: "grid-events.contact-tally.added", data }],
  },
  begun: {},
  effects: {
    "grid-events.contact-tally.added": (state, { data }) => ({
      ...{ village: data.village, month: data.month },
      ...plusContacts(state, data),
    }),
  },
  listed: ({ village, month }) => ({ byStatus: { partition: contactTallies(month), sort: village } }),
});

/** That a matter came of a visit, and whether it was settled. */
export interface VisitMatter {
  readonly village: string;
  readonly solved: boolean;
}
export type VisitMatterCommand = { readonly type: "note"; readonly village: string } | { readonly type: "settle" };
type VisitMatterEvent = DomainEvent &
  (
    | { readonly type: "grid-events.visit-matter.noted"; readonly data: { readonly village: string } }
    | { readonly type: "grid-events.visit-matter.settled"; readonly data: Readonly<Record<never, never>> }
  );
interface VisitMatterWords {
  readonly state: VisitMatter;
  readonly command: VisitMatterCommand;
  readonly event: VisitMatterEvent;
  readonly moves: Record<never, never>;
  readonly begins: "note";
  readonly begun: "grid-events.visit-matter.noted";
  readonly refusal: never;
}
/** By the id of the matter. It is counted as settled once, also where it is taken up again. */
export const visitMatter = deciderOf<VisitMatterWords>({
  aggregate: "visit-matter",
  shape: 1,
  begin: { note: ({ village }) => [{ type: "grid-events.visit-matter.noted", data: { village } }] },
  always: {
    note: () => [],
    settle: ({ solved }) => (solved ? [] : [{ type: "grid-events.visit-matter.settled", data: {} }]),
  },
  begun: { "grid-events.visit-matter.noted": ({ data: { village } }) => ({ village, solved: false }) },
  effects: { "grid-events.visit-matter.settled": (state) => ({ ...state, solved: true }) },
});
