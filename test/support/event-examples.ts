import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { exampleFields } from "../../infra/docs/event-examples.ts";
import { services } from "../../infra/services.ts";
import { theTownItself } from "../../shared/decider/index.ts";
import { toCloudEvent } from "../../shared/messaging/index.ts";
import type { Service } from "../../shared/service/index.ts";
import { toldOf } from "../../shared/store/logins.ts";
import { keyed } from "./keyed.ts";
import { type SampledEvent, sample, sampleDirectory } from "./samples.ts";

/** A sampled event with the aggregate and the shape it was kept in. */
interface Kept {
  readonly aggregate: string;
  readonly shape: number;
  readonly event: SampledEvent;
}

/** An example of each published event, as subscribers receive it: the richest of the kept samples that is no long read. */
export const eventExamples = (): Readonly<Record<string, object>> =>
  Object.fromEntries(services.flatMap((service) => [...examplesOf(service)]));

function examplesOf(service: Service): ReadonlyMap<string, object> {
  const kept = Map.groupBy(keptOf(service.name), ({ event }) => event.type);
  const examples = new Map<string, object>();
  for (const [type, schema] of Object.entries(service.publishes)) {
    const sent = (kept.get(type) ?? [])
      .filter(({ event }) => schema.safeParse(event.data).success)
      .toSorted((one, other) => other.shape - one.shape)
      .map((one) => exampleFields.parse(asSent(one, service)));
    const best = richest(sent);
    if (best !== undefined) examples.set(type, best);
  }
  return examples;
}

const longest = 1_200;

/** The one that says most and is not too long; else the shortest. The first of several that are alike. */
function richest<T>(all: readonly T[]): T | undefined {
  const sized = all.map((one) => ({ one, size: JSON.stringify(one).length }));
  const short = sized.filter(({ size }) => size <= longest);
  const order =
    short.length > 0 ? short.toSorted((a, b) => b.size - a.size) : sized.toSorted((a, b) => a.size - b.size);
  return order[0]?.one;
}

/** The event as it leaves the house: without personal data, keys in the places of logins. */
function asSent({ aggregate, shape, event }: Kept, service: Service) {
  const { personal: _personal, actor, ...rest } = event;
  const keyOf = (login: string) => keyed("actor", login, 16);
  const logins = service.aggregates.find(({ decider }) => decider.aggregate === aggregate)?.decider.logins;
  const told = toldOf(event.data, logins, keyOf);
  const stored = {
    ...{
      ...rest,
      aggregate,
      shape,
      id: keyed("example", aggregate, 24),
      pk: "",
      sk: "",
      previous: "",
      hash: "",
      actor,
    },
    ...(actor === theTownItself.sub ? {} : { by: keyOf(actor) }),
    ...(told === undefined ? {} : { told }),
  };
  return toCloudEvent(stored, service.name, "");
}

/** Every login that acted in a kept sample. */
export const loginsSampled = (): ReadonlySet<string> =>
  new Set(
    services
      .flatMap(({ name }) => keptOf(name))
      .map(({ event }) => event.actor)
      .filter((actor) => actor !== theTownItself.sub),
  );

function keptOf(service: string): readonly Kept[] {
  const folder = sampleDirectory(service);
  return readdirSync(folder)
    .toSorted()
    .map((file) => sample.parse(JSON.parse(readFileSync(join(folder, file), "utf8"))))
    .flatMap(({ aggregate, shape, histories }) =>
      histories.flatMap(({ events }) => events.map((event): Kept => ({ aggregate, shape, event }))),
    );
}
