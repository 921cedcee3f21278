import { type DomainEvent, deciderOf } from "../../../../shared/decider/index.ts";

/** That a person or body (`party`) filed under a name. The name itself is not kept: `key` is made of keyed digests. */
export interface NameRecord {
  readonly party: string;
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
  begin: { note: ({ party, key }) => [{ type: "permits.name.noted", data: {}, personal: { party, key } }] },
  always: { note: () => [] },
  begun: { "permits.name.noted": ({ personal }) => personal },
  effects: {},
  listed: ({ key, party }) => ({ byCode: { partition: firstOf(key), sort: `${key}#${party}` } }),
});

/** Names that begin with one character stand together. */
export const firstOf = (key: string) => `names:${key.slice(0, key.indexOf("/"))}`;
