import { type Decider, type DomainEvent, isRejection, type Rejection, refusals } from "../decider/index.ts";
import { type Committed, committed, writesOf } from "./committing.ts";
import type { Asked, Done, Expects } from "./execution.ts";
import type { FactReference } from "./facts.ts";
import { type Folding, folded, stateIn, storedEvents } from "./folding.ts";
import { isStoredState, type StoredState, stateKey } from "./items.ts";
import type { Series, Taking } from "./numbers.ts";
import type { Remembering } from "./remembering.ts";
import { isErased } from "./retained.ts";
import { type Item, keyOfWrite, type Table } from "./table.ts";
import { tooMuchAtOnce } from "./transaction-size.ts";

/** Thrown when a crowd on one item outlasts all attempts; nothing was written, the caller may try again. */
export class StoreBusy extends Error {
  override readonly name = "StoreBusy";
}

const attempts = 40;
const { notNow } = refusals<"record.erased">();

/** One aggregate of a commit, its types forgotten. */
export interface JointMember {
  readonly of: Decider<unknown, unknown, DomainEvent>;
  readonly id: string;
  readonly expects: Expects;
  readonly expectedVersion?: number;
}

/** A commit of one or more aggregates, its types forgotten. */
export interface Joint extends Asked {
  readonly members: readonly JointMember[];
  readonly facts: readonly FactReference<unknown>[];
  /** One command for each member. */
  commands(facts: readonly unknown[], before: readonly unknown[]): readonly unknown[];
}

/** `member` is the place of the member that was in the way. */
export type JointResult =
  | { readonly kind: "done"; readonly repeated: boolean; readonly members: readonly Done<unknown, DomainEvent>[] }
  | { readonly kind: "rejected"; readonly member: number; readonly rejection: Rejection }
  | { readonly kind: "not-found"; readonly member: number }
  | { readonly kind: "stale"; readonly member: number; readonly version: number }
  | { readonly kind: "reused-command-id" };

/** What is known of the table at one attempt. */
interface Reading {
  /** The members' items; undefined: not there, or not read because the member is to be new. */
  readonly items: readonly (StoredState | undefined)[];
  readonly factItems: readonly (StoredState | undefined)[];
  /** The facts' states: the same list for as long as the facts are the same. */
  readonly facts: readonly unknown[];
  /** Whether the members that are to be new were read too. */
  readonly whole: boolean;
}

type Lost = { readonly kind: "lost"; readonly contended: boolean; readonly reading: Reading };

/**
 * Carries out one command on its members: at most one read and one transaction, all or nothing. A lost race is decided
 * again on what won it.
 * @throws StoreBusy when the race is lost too often
 */
export async function carryOut(
  table: Table,
  series: Series,
  joint: Joint,
  memory?: Pick<Remembering, "recalls" | "forget">,
): Promise<JointResult> {
  const keys = keysOf(joint);
  // In its turn among a crowd it looks at what those before it left.
  for (const { of, id } of joint.members) if (of.crowded === true) memory?.forget([stateKey(of.aggregate, id)]);
  let recalled = keys.some((key) => memory?.recalls(key));
  let reading = await readFirst(table, joint);
  for (let attempt = 1; attempt <= attempts; attempt += 1) {
    const settled = (await repetitionOf(table, joint, reading)) ?? settledOf(joint, reading);
    const result = settled ?? (await attemptOn(table, series, joint, reading));
    if (recalled && !isLasting(result)) {
      // What was read earlier in the request leads to a commit, on its condition, or to nothing: it is read afresh.
      memory?.forget(keys);
      recalled = false;
      reading = await readFirst(table, joint);
      continue;
    }
    if (settled !== undefined) return settled;
    if (result.kind === "rejected" && !reading.whole) {
      // What the rules refuse now may be the repetition of what they allowed: only then are the new ones read.
      reading = await readNew(table, joint, reading);
      if (joint.members.some(({ expects }, at) => expects === "new" && reading.items[at] !== undefined)) continue;
    }
    if (result.kind !== "lost") return result;
    reading = result.reading;
    if (result.contended || attempt > 2) await pause(attempt);
  }
  throw new StoreBusy(`${joint.members.map(({ of }) => of.aggregate).join(", ")} ${attempts} attempts`);
}

const keysOf = ({ members, facts }: Joint) => [...members, ...facts].map(({ of, id }) => stateKey(of.aggregate, id));

/** It was committed, now or before: nothing that is read later changes it. */
const isLasting = (result: JointResult | Lost) =>
  result.kind === "done" && (result.repeated || result.members.some(({ events }) => events.length > 0));

async function readFirst(table: Table, { members, facts }: Joint): Promise<Reading> {
  const known = members.filter(({ expects }) => expects !== "new");
  const keys = [...known, ...facts].map(({ of, id }) => stateKey(of.aggregate, id));
  const found = keys.length === 0 ? [] : await table.read(keys);
  const factItems = facts.map(({ id }, at) => ownItem(found[known.length + at], id));
  return {
    items: members.map((one) => anyItem(found[known.indexOf(one)])),
    factItems,
    facts: await statesOf(table, facts, factItems),
    whole: known.length === members.length,
  };
}

async function readNew(table: Table, { members }: Joint, reading: Reading): Promise<Reading> {
  const fresh = members.filter(({ expects }, at) => expects === "new" && reading.items[at] === undefined);
  if (fresh.length === 0) return { ...reading, whole: true };
  const found = await table.read(fresh.map(({ of, id }) => stateKey(of.aggregate, id)));
  const items = members.map((one, at) => reading.items[at] ?? anyItem(found[fresh.indexOf(one)]));
  return { ...reading, items, whole: true };
}

const anyItem = (item: Item | undefined) => (isStoredState(item) ? item : undefined);
/** What stands before the dot of an id must be the same too. */
const ownItem = (item: Item | undefined, id: string) => (isStoredState(item) && item.id === id ? item : undefined);

const statesOf = (table: Table, of: readonly { readonly of: Folding<unknown> }[], items: Reading["items"]) =>
  Promise.all(
    of.map(({ of: kind }, at) => {
      const item = items[at];
      return item === undefined ? undefined : stateIn(table, kind, item);
    }),
  );

const rememberedBy = (item: StoredState | undefined, commandId: string) =>
  item?.commands.find(([known]) => known === commandId);

/** The answer of the first time, if one of the members remembers the command. A repetition is never stale. */
async function repetitionOf(table: Table, joint: Joint, { items }: Reading): Promise<JointResult | undefined> {
  const { members, commandId, bodyDigest } = joint;
  const remembered = items.map((item) => rememberedBy(item, commandId)).filter((one) => one !== undefined);
  if (remembered.length === 0) return undefined;
  const other = members.findIndex(({ id, expects }, at) => expects === "existing" && items[at]?.id !== id);
  if (other >= 0) return { kind: "not-found", member: other };
  if (remembered.some(([, digest]) => digest !== bodyDigest)) return { kind: "reused-command-id" };
  const whole = await readNew(table, joint, { items, factItems: [], facts: [], whole: false });
  const done = await Promise.all(members.map(({ of }, at) => asAfter(table, of, whole.items[at], commandId)));
  const missing = done.indexOf(undefined);
  if (missing >= 0) return { kind: "not-found", member: missing };
  return { kind: "done", repeated: true, members: done.flatMap((one) => one ?? []) };
}

/** A member as it was after the command; as it is now if the command changed nothing of it. */
async function asAfter(
  table: Table,
  of: JointMember["of"],
  item: StoredState | undefined,
  commandId: string,
): Promise<Done<unknown, DomainEvent> | undefined> {
  if (item === undefined) return undefined;
  const { id, version, commands } = item;
  const after = commands.find(([known]) => known === commandId)?.[2];
  if (after === version) return { id, version, state: await stateIn(table, of, item), events: [] };
  const events = await storedEvents(table, of.aggregate, id, after ?? version);
  const last = after ?? events.findLast(({ command }) => command === commandId)?.sequence;
  const state = last === undefined ? undefined : folded(of, events.slice(0, last));
  if (last === undefined || state === undefined)
    return { id, version, state: await stateIn(table, of, item), events: [] };
  return { id, version: last, state, events: [] };
}

/** What needs no decision: a member is unknown, its personal parts are erased, or it is not in the version the caller saw. */
function settledOf({ members }: Joint, { items }: Reading): JointResult | undefined {
  for (const [member, { of, id, expects, expectedVersion }] of members.entries()) {
    const item = items[member];
    if (expects === "existing" && item?.id !== id) return { kind: "not-found", member };
    if (item !== undefined && isErased(of, item))
      return { kind: "rejected", member, rejection: notNow("record.erased") };
    if (item === undefined || expectedVersion === undefined || item.version === expectedVersion) continue;
    return { kind: "stale", member, version: item.version };
  }
  return undefined;
}

async function attemptOn(table: Table, series: Series, joint: Joint, reading: Reading): Promise<JointResult | Lost> {
  const { members, context } = joint;
  const before = await statesOf(table, members, reading.items);
  const commands = joint.commands(reading.facts, before);
  const decide = (numbers: Taking): readonly (readonly DomainEvent[])[] | JointResult => {
    const decided: (readonly DomainEvent[])[] = [];
    for (const [member, { of }] of members.entries()) {
      const decision = of.decide(before[member], commands[member], { ...context, numbers });
      if (isRejection(decision)) return { kind: "rejected", member, rejection: decision };
      decided.push(decision);
    }
    return decided;
  };
  const first = series.taking();
  const decided = decide(first);
  if (isResult(decided)) return decided;
  if (first.series === undefined) return commit(table, series, joint, reading, before, decided, first);
  return series.inTurn(first.series, async () => {
    const taking = series.taking();
    const numbered = decide(taking);
    return isResult(numbered) ? numbered : commit(table, series, joint, reading, before, numbered, taking);
  });
}

async function commit(
  table: Table,
  series: Series,
  joint: Joint,
  reading: Reading,
  before: readonly unknown[],
  decided: readonly (readonly DomainEvent[])[],
  taking: Taking,
): Promise<JointResult | Lost> {
  const results: Committed[] = [];
  for (const [at, member] of joint.members.entries()) {
    const result = committed(joint, member, reading.items[at], before[at], decided[at] ?? []);
    if (result === undefined) return { kind: "not-found", member: at };
    results.push(result);
  }
  const done: JointResult = { kind: "done", repeated: false, members: results.map((one) => one.done) };
  if (results.every(({ done: { events } }) => events.length === 0)) return done;
  const writes = writesOf(results, joint.facts, reading.factItems, taking);
  const refused = tooMuchAtOnce(writes);
  if (refused !== undefined) return { kind: "rejected", member: 0, rejection: refused };
  const result = await table.write(writes);
  if (result.written) {
    for (const [name, last] of taking.entries()) series.learn(name, last);
    return done;
  }
  const now = new Map<string, Item | undefined>();
  for (const { put, current } of result.failed) {
    const write = writes[put];
    if (write === undefined) continue;
    const name = "item" in write ? write.item.series : undefined;
    if (typeof name === "string" && typeof current?.version === "number") series.learn(name, current.version);
    else now.set(keyText(keyOfWrite(write)), current);
  }
  return { kind: "lost", contended: result.contended, reading: await refreshed(table, joint, reading, now) };
}

const keyText = ({ pk, sk }: { readonly pk: string; readonly sk: string }) => JSON.stringify([pk, sk]);

/** The reading with what the refused conditions told of members and held facts. */
async function refreshed(
  table: Table,
  { members, facts }: Joint,
  reading: Reading,
  now: ReadonlyMap<string, Item | undefined>,
): Promise<Reading> {
  const told = ({ of, id }: Pick<JointMember, "of" | "id"> | FactReference<unknown>) =>
    keyText(stateKey(of.aggregate, id));
  const items = members.map((one, at) => anyItem(now.get(told(one))) ?? reading.items[at]);
  if (!facts.some((one) => now.has(told(one)))) return { ...reading, items };
  const factItems = facts.map((one, at) =>
    now.has(told(one)) ? ownItem(now.get(told(one)), one.id) : reading.factItems[at],
  );
  return { ...reading, items, factItems, facts: await statesOf(table, facts, factItems) };
}

const isResult = (decided: readonly (readonly DomainEvent[])[] | JointResult): decided is JointResult =>
  "kind" in decided;

/** Full jitter, at most 100 ms: only who met another write under way, or lost more than twice, waits. */
const pause = (attempt: number) =>
  new Promise((resolve) => setTimeout(resolve, Math.random() * Math.min(100, 5 * 2 ** attempt)));
