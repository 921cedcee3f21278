import type { Runtime } from "../service/runtime.ts";
import { StoreBusy } from "../store/joint.ts";
import type { Item, Position } from "../store/table.ts";

/** Where the messages lie that were set aside. */
export const parkedPartition = "parked";

/** A message that nothing can come of, and why. */
export interface Parked {
  readonly id: string;
  readonly type: string;
  readonly reason: string;
  readonly parkedAt: string;
  /** Kind and id of what it waits for: it goes on by itself once that is there. */
  readonly waitsFor?: string;
}

/** What was done about a parked message, and why. */
export interface Settled {
  /** `gone-on`: what it waited for came, and it went on by itself. */
  readonly how: "sent-again" | "discarded" | "gone-on";
  readonly why: string;
  readonly at: string;
}

/**
 * Sets aside a message that no repetition can help, with its reason; a second time changes nothing.
 * @param sentAgain operators sent it again, and it came to nothing for the same reason: it is parked since now
 */
export async function park(runtime: Runtime, message: Omit<Parked, "parkedAt">, sentAgain = false): Promise<void> {
  const item = { pk: parkedPartition, sk: sortOf(message), ...message, parkedAt: runtime.clock() };
  const result = await runtime.store.table.write([{ item, expect: "absent" }]);
  if (!result.written && result.contended) throw new StoreBusy("parked");
  if (!result.written) return parkAgain(runtime, message, result.failed[0]?.current, sentAgain);
  told(runtime, message);
}

/** One that was settled, or sent again, and comes to nothing again is parked again. */
async function parkAgain(
  runtime: Runtime,
  message: Omit<Parked, "parkedAt">,
  before: Item | undefined,
  sentAgain: boolean,
): Promise<void> {
  if (before === undefined || (before.settled === undefined && !sentAgain)) return;
  const { settled: _settled, waitsFor: _waitsFor, ...rest } = before;
  const item = {
    ...rest,
    ...message,
    pk: before.pk,
    sk: before.sk,
    version: nextOf(before),
    parkedAt: runtime.clock(),
  };
  const result = await runtime.store.table.write([{ item, expect: asRead(before) }]);
  if (!result.written && result.contended) throw new StoreBusy("parked");
  if (result.written) told(runtime, message);
}

/** What is parked is written without a version first. */
const asRead = ({ version }: Item) => (typeof version === "number" ? { version } : "unversioned");
const nextOf = ({ version }: Item) => (typeof version === "number" ? version : 0) + 1;

function told(runtime: Runtime, { type, reason }: Omit<Parked, "parkedAt">): void {
  runtime.observability.count("EventsParked");
  runtime.observability.warn("event parked", { type, reason });
}

/** What is parked and not settled, in the order of its ids; at most so many. */
export async function parkedOf({ store }: Pick<Runtime, "store">, most = 100): Promise<readonly Parked[]> {
  const found: Parked[] = [];
  let after: Position | undefined;
  do {
    const query = { partition: parkedPartition, limit: 100 };
    const page = await store.table.query(after === undefined ? query : { ...query, after });
    found.push(...page.items.flatMap(parkedIn));
    after = page.last;
  } while (after !== undefined && found.length < most);
  return found.slice(0, most);
}

/** Notes what was done about a parked message: it leaves the list. @returns whether it was there */
export async function settleParked(
  { store, clock }: Pick<Runtime, "store" | "clock">,
  one: Pick<Parked, "id" | "reason">,
  settled: Omit<Settled, "at">,
): Promise<boolean> {
  const [before] = await store.table.read([{ pk: parkedPartition, sk: sortOf(one) }]);
  if (before === undefined || parkedIn(before).length === 0) return false;
  const item = { ...before, settled: { ...settled, at: clock() }, version: nextOf(before) };
  const result = await store.table.write([{ item, expect: asRead(before) }]);
  if (!result.written && result.contended) throw new StoreBusy("parked");
  return result.written;
}

const sortOf = ({ id, reason }: Pick<Parked, "id" | "reason">) => `${id}|${reason}`;

function parkedIn({ id, type, reason, parkedAt, settled, waitsFor }: Item): Parked[] {
  if (settled !== undefined) return [];
  if (typeof id !== "string" || typeof type !== "string") return [];
  return typeof reason === "string" && typeof parkedAt === "string"
    ? [{ id, type, reason, parkedAt, ...(typeof waitsFor === "string" ? { waitsFor } : {}) }]
    : [];
}
