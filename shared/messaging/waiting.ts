import type { Runtime } from "../service/runtime.ts";
import { StoreBusy } from "../store/joint.ts";
import type { Item } from "../store/table.ts";
import type { CloudEvent } from "./cloud-event.ts";

/** So many events wait for one thing; what comes beyond stays parked until an operator sends it again. */
const mostWaiting = 50;
const attempts = 10;

type Reading = Pick<Runtime, "store">;
const keyOf = (missing: string) => ({ pk: `waiting#${missing}`, sk: "state" });
const textsIn = (item: Item | undefined): readonly string[] =>
  Array.isArray(item?.events) ? item.events.filter((one) => typeof one === "string") : [];
/** A message is known by its source and its id. */
export const nameOf = ({ source, id }: Pick<CloudEvent, "source" | "id">) => `${source}|${id}`;

/** The aggregate that an event is of. */
export const groupOf = ({ source, subject }: Pick<CloudEvent, "source" | "subject">) => `${source}|${subject}`;

/**
 * Lets an event wait for what it is about, in the order of arrival. The same event again changes nothing.
 * @param missing kind and id of what is not there yet, e.g. `fine/C1:P1`
 * @returns false where too many wait already
 */
export async function letWait(runtime: Reading, missing: string, event: CloudEvent): Promise<boolean> {
  const name = nameOf(event);
  let waits = true;
  await change(runtime, missing, async (texts) => {
    const isKnown = (await eventsIn(texts)).some((one) => nameOf(one) === name);
    waits = isKnown || texts.length < mostWaiting;
    return isKnown || !waits ? texts : [...texts, JSON.stringify(event)];
  });
  return waits;
}

/** The events that wait for a thing, those that came first before the others; those of one aggregate by their sequence. */
export async function waitingFor({ store }: Reading, missing: string): Promise<readonly CloudEvent[]> {
  const [item] = await store.table.read([keyOf(missing)]);
  return inSequence(await eventsIn(textsIn(item)));
}

/** Each aggregate keeps the places that its events have, and fills them by their sequence. */
function inSequence(events: readonly CloudEvent[]): readonly CloudEvent[] {
  const sorted = new Map(
    [...Map.groupBy(events, groupOf)].map(([key, own]) => [key, own.toSorted((a, b) => a.sequence - b.sequence)]),
  );
  return events.map((event) => sorted.get(groupOf(event))?.shift() ?? event);
}

/** These events wait no more. */
export async function stopWaiting(
  runtime: Reading,
  missing: string,
  events: readonly Pick<CloudEvent, "id" | "source">[],
): Promise<void> {
  const gone = new Set(events.map(nameOf));
  await change(runtime, missing, async (texts) => {
    const known = await eventsIn(texts);
    return texts.filter((_text, at) => known[at] === undefined || !gone.has(nameOf(known[at])));
  });
}

/** Changes the list on the condition that it is as read. @throws StoreBusy after many lost races */
async function change(
  { store }: Reading,
  missing: string,
  to: (texts: readonly string[]) => Promise<readonly string[]>,
): Promise<void> {
  for (let at = 0; at < attempts; at += 1) {
    const [before] = await store.table.read([keyOf(missing)]);
    const texts = textsIn(before);
    const after = await to(texts);
    if (after.length === texts.length) return;
    const version = typeof before?.version === "number" ? before.version : undefined;
    const item = { ...keyOf(missing), events: after, version: (version ?? 0) + 1 };
    const expect = version === undefined ? ("absent" as const) : { version };
    if ((await store.table.write([{ item, expect }])).written) return;
  }
  throw new StoreBusy("waiting");
}

/** What reads schemas comes with the first event that waits. */
async function eventsIn(texts: readonly string[]): Promise<readonly CloudEvent[]> {
  if (texts.length === 0) return [];
  const { cloudEvent } = await import("./cloud-event.ts");
  return texts.map((text) => cloudEvent.parse(JSON.parse(text)));
}
