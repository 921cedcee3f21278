import { theTownItself } from "../decider/index.ts";
import { traceparentOfEvent } from "../observability/trace-context.ts";
import type { StoredEvent } from "../store/items.ts";
import { withKeys } from "../store/logins.ts";
import type { CloudEvent } from "./cloud-event.ts";

/** Where a service's events come from: the only source from which a consumer believes the service's types. */
export const sourceOf = (townCode: string, service: string) => `/towns/${townCode}/${service}`;

/** D7: the actor by his key; the town itself by its name. A login never leaves the house. */
const publicActorOf = ({ by, actor }: StoredEvent): string =>
  by ?? (actor === theTownItself.sub ? theTownItself.sub : "unknown");

/**
 * A stored event as subscribers see it: without personal data, logins, hashes and commands. A field kept apart is its digest. Of the
 * personal part only the digests go out that its decider publishes.
 */
export function toCloudEvent(event: StoredEvent, service: string, townCode: string): CloudEvent {
  const subject = `${event.aggregate}/${event.id}`;
  return {
    specversion: "1.0",
    id: `${subject}/${event.sequence}`,
    source: sourceOf(townCode, service),
    type: event.type,
    subject,
    time: event.time,
    datacontenttype: "application/json",
    sequence: event.sequence,
    actor: publicActorOf(event),
    ...traceOf(event, `${subject}/${event.sequence}`),
    data: { ...withKeys(event.data, event.told), ...publishedPart(event) },
  };
}

/** What of the personal part is published: a digest; nothing once it is erased. */
function publishedPart({ published = [], personal = {} }: StoredEvent): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(personal).filter(([name]) => published.includes(name)));
}

/** An event of before kept the whole header of its request. */
function traceOf({ trace, traceparent }: StoredEvent, id: string): { readonly traceparent?: string } {
  if (trace !== undefined) return { traceparent: traceparentOfEvent(trace, id) };
  return typeof traceparent === "string" ? { traceparent } : {};
}
