import { dueIndex, type Item, indexAttributes, type Key, type Position, type Table } from "../store/index.ts";
import type { Runtime } from "./runtime.ts";

/** An aggregate whose deadline the clockwork could not act on, and why. */
export interface SetAside {
  readonly aggregate: string;
  readonly id: string;
  /** The instant at which the deadline fell due. */
  readonly due: string;
  /** The code of a refusal, `no-progress`, `too-many-steps`, or the name of a failure. */
  readonly reason: string;
  /** The instant of the sweep that found it. */
  readonly since: string;
}

type Which = Pick<SetAside, "aggregate" | "id">;

const partition = "set-aside";
const prefix = `${partition}#`;
const keyOf = ({ aggregate, id }: Which): Key => ({ pk: `${prefix}${aggregate}#${id}`, sk: "state" });
const page = 100;

interface Reading {
  readonly store: { readonly table: Pick<Table, "query"> };
}

interface Writing {
  readonly store: { readonly table: Table };
}

/** The aggregates that are set aside for a deadline up to this instant; the index may be some milliseconds old. */
export async function whichAreSetAside({ store }: Reading, upTo: string): Promise<readonly Which[]> {
  const found: Which[] = [];
  let after: Position | undefined;
  do {
    const query = { index: dueIndex, partition, to: `${upTo}~`, limit: page };
    const { items, last } = await store.table.query(after === undefined ? query : { ...query, after });
    found.push(...items.flatMap(({ pk }) => whichOf(pk)));
    after = last;
  } while (after !== undefined);
  return found;
}

/** The first hundred aggregates that are set aside, each with its reason. */
export async function readSetAside({ store }: Runtime): Promise<readonly SetAside[]> {
  const { items } = await store.table.query({ index: dueIndex, partition, limit: page });
  const whole = items.length === 0 ? [] : await store.table.read(items.map(({ pk, sk }) => ({ pk, sk })));
  return whole.flatMap((item) => setAsideIn(item));
}

/** Records that a deadline makes no progress. The same deadline with the same reason is recorded once. */
export async function setAside(runtime: Writing & Pick<Runtime, "clock">, one: Omit<SetAside, "since">): Promise<void> {
  const [before] = await runtime.store.table.read([keyOf(one)]);
  const [known] = setAsideIn(before);
  if (known?.due === one.due && known.reason === one.reason) return;
  const names = indexAttributes(dueIndex);
  const place = { [names.partition]: partition, [names.sort]: `${one.due}#${one.aggregate}#${one.id}` };
  await put(runtime, before, { ...keyOf(one), ...one, since: runtime.clock(), ...place });
}

/** Records that an aggregate goes on: it leaves the list of those set aside. */
export async function takeBack(runtime: Runtime, which: Which): Promise<void> {
  const [before] = await runtime.store.table.read([keyOf(which)]);
  if (setAsideIn(before).length > 0) await put(runtime, before, { ...keyOf(which), ...which });
}

/** Another sweep may write the same at the same time: then its record stands, and the next sweep looks again. */
async function put({ store }: Writing, before: Item | undefined, item: Item): Promise<void> {
  const version = typeof before?.version === "number" ? before.version : undefined;
  const expect = version === undefined ? "absent" : { version };
  await store.table.write([{ item: { ...item, version: (version ?? 0) + 1 }, expect }]);
}

function whichOf(pk: string): Which[] {
  const [aggregate = "", ...id] = pk.startsWith(prefix) ? pk.slice(prefix.length).split("#") : [];
  return aggregate === "" ? [] : [{ aggregate, id: id.join("#") }];
}

function setAsideIn(item: Item | undefined): SetAside[] {
  if (item === undefined) return [];
  const { aggregate, id, due, reason, since } = item;
  if (typeof due !== "string" || typeof reason !== "string" || typeof since !== "string") return [];
  return typeof aggregate === "string" && typeof id === "string" ? [{ aggregate, id, due, reason, since }] : [];
}
