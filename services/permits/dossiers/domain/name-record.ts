import { type DomainEvent, deciderOf, type IndexKey } from "../../../../shared/decider/index.ts";

/** That a person or body (`party`) filed under a name. The name itself is not kept: `key` is made of keyed digests. */
export interface NameRecord {
  /** Absent: erased when its time was over (P-8). */
  readonly party?: string;
  readonly key: string;
}

export type NameCommand = { readonly type: "note"; readonly party: string; readonly key: string };
export type NameEvent = DomainEvent & {
  readonly type: "permits.name.noted";
  readonly data: Record<never, never>;
  readonly personal: NameRecord;
};

interface NameWords {
  readonly state: NameRecord;
  readonly command: NameCommand;
  readonly event: NameEvent;
  readonly moves: Record<never, never>;
  readonly begins: "note";
  readonly begun: "permits.name.noted";
  readonly refusal: never;
}

/** The names under which people filed, so that the counter finds their cases. Noted again it is the same. */
export const nameRecord = deciderOf<NameWords>({
  aggregate: "name",
  shape: 1,
  begin: { note: ({ party, key }) => noted(party, key) },
  always: { note: ({ party: known }, { party, key }) => (known === undefined ? noted(party, key) : []) },
  begun: { "permits.name.noted": ({ personal }) => personal },
  effects: {},
  /** P-8: over as soon as it is noted; noted again with a later filing. */
  ended: () => true,
  retainedAs: "party",
  listed: ({ key, party }): Readonly<Record<string, IndexKey>> =>
    party === undefined ? {} : { byCode: { partition: firstOf(key), sort: `${key}#${party}` } },
});

const noted = (party: string, key: string): NameEvent[] => [
  { type: "permits.name.noted", data: {}, personal: { party, key } },
];

/** Names that begin with one character stand together. */
export const firstOf = (key: string) => `names:${key.slice(0, key.indexOf("/"))}`;
