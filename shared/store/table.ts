/** One item of a service's table. `pk` is the aggregate, `sk` its state or one of its events. */
export interface Item {
  readonly pk: string;
  readonly sk: string;
  readonly [attribute: string]: unknown;
}

export interface Key {
  readonly pk: string;
  readonly sk: string;
}

/** The item is absent, is there and carries no version (an event as it was written), or carries the version that was read. */
export type Expectation = "absent" | "unversioned" | { readonly version: number };

/** A put that holds only while the item is as expected. */
export interface ConditionalPut {
  readonly item: Item;
  readonly expect: Expectation;
}

/** Writes nothing: the transaction holds only while the item is as expected. */
export interface ConditionCheck {
  readonly check: Key;
  readonly expect: Expectation;
}

export type ConditionalWrite = ConditionalPut | ConditionCheck;

/** The key a write is about. */
export const keyOfWrite = (write: ConditionalWrite): Key => ("check" in write ? write.check : write.item);

/** What DynamoDB takes in one transaction; every table keeps to it. */
export const transactionLimits = { items: 100, bytes: 4 * 1024 * 1024 } as const;

export type WriteResult =
  | { readonly written: true; readonly capacity?: number }
  | {
      readonly written: false;
      /** Another transaction was under way on the same items: nothing is known, try again. */
      readonly contended: boolean;
      /** Places of the writes whose condition failed, with the item as it is now. */
      readonly failed: readonly { readonly put: number; readonly current: Item | undefined }[];
    };

export interface Query {
  /** A named index; absent: the table itself. */
  readonly index?: string;
  readonly partition: string;
  /** Bounds of the sort key, both inclusive. */
  readonly from?: string;
  readonly to?: string;
  readonly descending?: boolean;
  readonly limit: number;
  /** Position after which to go on, as an earlier page answered it. */
  readonly after?: Position;
}

export type Position = Readonly<Record<string, string>>;

export interface Page {
  readonly items: readonly Item[];
  readonly last?: Position;
}

/**
 * What the store needs of a database. Two implementations pass one test suite: DynamoDB and memory.
 * Every write is conditional; there is no unconditional put, no update and no delete.
 */
export interface Table {
  /** Identifies the table in signed cursors. */
  readonly name: string;
  /** Strongly consistent, in the order of the keys; one round trip for up to 100 keys. */
  read(keys: readonly Key[]): Promise<readonly (Item | undefined)[]>;
  /** All or nothing; no key twice, within `transactionLimits`. */
  write(writes: readonly ConditionalWrite[]): Promise<WriteResult>;
  query(query: Query): Promise<Page>;
  /** Everything in the table, in an order of its own, page by page; for upkeep only. */
  scan(from: { readonly limit: number; readonly after?: Position }): Promise<Page>;
}

/** Names of the attributes that put an item into a named index. Indexes are few, so that each pair of names is made once. */
export function indexAttributes(index: string): { readonly partition: string; readonly sort: string } {
  const known = attributes.get(index) ?? { partition: `${index}P`, sort: `${index}S` };
  attributes.set(index, known);
  return known;
}
const attributes = new Map<string, { readonly partition: string; readonly sort: string }>();
