import { isStoredState, type StoredState } from "./items.ts";
import { type Item, indexAttributes, type Key, type Position, type Query, type Table } from "./table.ts";

/** What one read takes. */
const mostKeys = 100;

/** A list as an index has it: one partition, and bounds of its order. */
export type Bounds = Pick<Query, "partition" | "from" | "to"> & { readonly index: string };

/** Where a state stands in the order of an index. The next page begins behind it. */
export interface Place {
  readonly sort: string;
  readonly pk: string;
}

export interface Span {
  readonly limit: number;
  readonly descending?: boolean | undefined;
  readonly after?: Place | undefined;
}

/**
 * A page of the states in a list. An index that holds keys tells where they are, and they are read as they stand now;
 * a state that has left the list since the index was told is left out.
 */
export async function listedStates(
  table: Table,
  query: Query & { readonly index: string },
): Promise<{ readonly items: readonly StoredState[]; readonly last?: Position }> {
  const { items, last } = await table.query(query);
  const found = await wholeOf(table, items);
  return {
    items: found.filter((item) => isStoredState(item) && standsIn(item, query)).filter(isStoredState),
    ...(last === undefined ? {} : { last }),
  };
}

/**
 * A page of several lists of one kind, merged in the order of their sort keys. Each list is asked for one page; nothing
 * is read that is not shown, save for the keys of the other lists.
 */
export async function statesAcross(table: Table, lists: readonly Bounds[], span: Span) {
  const { entries, more } = await entriesAcross(table, lists, span);
  const whole = await wholeOf(
    table,
    entries.map(({ item }) => item),
  );
  const items = entries.flatMap(({ place, of }, at) => {
    const item = whole[at];
    return isStoredState(item) && standsIn(item, of) ? [{ item, place }] : [];
  });
  const last = entries.at(-1)?.place;
  return { items, ...(more && last !== undefined ? { last } : {}) };
}

/** How many stand in these lists, by their keys alone; no more than `most` are counted. */
export async function countAcross(table: Table, lists: readonly Bounds[], most: number): Promise<number> {
  let counted = 0;
  for (const list of lists) {
    let after: Position | undefined;
    do {
      const query = { ...list, limit: most - counted };
      const page = await table.query(after === undefined ? query : { ...query, after });
      counted += page.items.length;
      after = page.last;
      if (counted >= most) return counted;
    } while (after !== undefined);
  }
  return counted;
}

interface Entry {
  readonly item: Item;
  readonly place: Place;
  readonly of: Bounds;
}

async function entriesAcross(table: Table, lists: readonly Bounds[], { limit, descending = false, after }: Span) {
  const ordered = (one: Place, other: Place) => (descending ? -1 : 1) * byPlace(one, other);
  const pages = await Promise.all(
    lists.map(async (list) => {
      const bounds = behind(list, after, descending);
      if (bounds === undefined) return { entries: [], more: false };
      const { items, last } = await table.query({ ...list, ...bounds, limit, descending });
      const entries = items.flatMap((item): Entry[] => {
        const sort = item[indexAttributes(list.index).sort];
        return typeof sort === "string" ? [{ item, place: { sort, pk: item.pk }, of: list }] : [];
      });
      return { entries, more: last !== undefined };
    }),
  );
  // Of a list that goes on, nothing behind its last entry is known yet.
  const ends = pages.flatMap(({ entries, more }) => (more ? entries.slice(-1) : []));
  const known = pages
    .flatMap(({ entries }) => entries)
    .filter(({ place }) => ends.every((end) => ordered(place, end.place) <= 0))
    .sort((one, other) => ordered(one.place, other.place));
  const shown = known.slice(0, limit);
  const all = pages.reduce((sum, { entries }) => sum + entries.length, 0);
  return { entries: shown, more: pages.some(({ more }) => more) || shown.length < all };
}

/** Where a list goes on behind a place, which may be that of another list; undefined: nothing of it is left. */
function behind(
  { index, partition, from, to }: Bounds,
  after: Place | undefined,
  descending: boolean,
): { readonly after?: Position } | undefined {
  if (after === undefined) return {};
  const names = indexAttributes(index);
  const beyond = descending
    ? from !== undefined && byBytes(after.sort, from) < 0
    : to !== undefined && byBytes(after.sort, to) > 0;
  if (beyond) return undefined;
  const before = descending
    ? to !== undefined && byBytes(after.sort, to) > 0
    : from !== undefined && byBytes(after.sort, from) < 0;
  if (before) return {};
  return { after: { pk: after.pk, sk: "state", [names.partition]: partition, [names.sort]: after.sort } };
}

/** Every table orders by the bytes of UTF-8, which is not the order of JavaScript's texts. */
const byBytes = (one: string, other: string) =>
  one === other ? 0 : Buffer.compare(Buffer.from(one), Buffer.from(other));
const byPlace = (one: Place, other: Place) => byBytes(one.sort, other.sort) || byBytes(one.pk, other.pk);

/** The items, those of an index of keys read whole; what is gone is left empty. */
async function wholeOf(table: Table, items: readonly Item[]): Promise<readonly (Item | undefined)[]> {
  const keys = items.filter((item) => !isStoredState(item)).map(({ pk, sk }) => ({ pk, sk }));
  return keys.length === 0 ? items : readAll(table, keys);
}

async function readAll(table: Table, keys: readonly Key[]): Promise<readonly (Item | undefined)[]> {
  const parts: (readonly Key[])[] = [];
  for (let at = 0; at < keys.length; at += mostKeys) parts.push(keys.slice(at, at + mostKeys));
  return (await Promise.all(parts.map((part) => table.read(part)))).flat();
}

function standsIn(item: Item | undefined, { index, partition, from = "", to }: Bounds) {
  const names = indexAttributes(index);
  const sort = item?.[names.sort];
  if (typeof sort !== "string" || item?.[names.partition] !== partition) return false;
  return sort >= from && (to === undefined || sort <= to);
}
