import { isStoredState, type StoredState } from "./items.ts";
import { type Item, indexAttributes, type Key, type Position, type Query, type Table } from "./table.ts";

/** What one read takes. */
const mostKeys = 100;

/**
 * A page of the states in a list. An index that holds keys tells where they are, and they are read as they stand now;
 * a state that has left the list since the index was told is left out.
 */
export async function listedStates(
  table: Table,
  query: Query & { readonly index: string },
): Promise<{ readonly items: readonly StoredState[]; readonly last?: Position }> {
  const { items, last } = await table.query(query);
  const keys = items.filter((item) => !isStoredState(item)).map(({ pk, sk }) => ({ pk, sk }));
  const whole = keys.length === 0 ? items : (await readAll(table, keys)).filter((item) => standsIn(item, query));
  return { items: whole.filter(isStoredState), ...(last === undefined ? {} : { last }) };
}

async function readAll(table: Table, keys: readonly Key[]): Promise<readonly (Item | undefined)[]> {
  const parts: (readonly Key[])[] = [];
  for (let at = 0; at < keys.length; at += mostKeys) parts.push(keys.slice(at, at + mostKeys));
  return (await Promise.all(parts.map((part) => table.read(part)))).flat();
}

function standsIn(item: Item | undefined, { index, partition, from = "", to }: Query & { readonly index: string }) {
  const names = indexAttributes(index);
  const sort = item?.[names.sort];
  if (typeof sort !== "string" || item?.[names.partition] !== partition) return false;
  return sort >= from && (to === undefined || sort <= to);
}
