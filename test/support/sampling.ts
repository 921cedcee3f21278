import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll } from "vitest";
import * as z from "zod";
import { services } from "../../infra/services.ts";
import type { Refolding } from "../../shared/store/index.ts";
import { keepExchanges } from "./exchanges.ts";
import { type SampledEvent, sampleDirectory, sampledEvent, sampleOf } from "./samples.ts";

/**
 * `npm run samples`: listens to every event that the tests fold, and keeps few histories that hold each type of event.
 * A sample that is there already is never written again.
 */

interface Heard {
  readonly kind: Refolding;
  readonly file: string;
  /** For each set of types the shortest history that holds just these. */
  readonly histories: Map<string, readonly SampledEvent[]>;
  /** The history of a state, by the state's text. */
  readonly told: Map<string, readonly SampledEvent[]>;
}

const most = 20_000;

function listenTo(service: string, kind: Refolding): Heard {
  const file = join(sampleDirectory(service), `${kind.aggregate}.${kind.shape}.json`);
  const heard: Heard = { kind, file, histories: new Map(), told: new Map() };
  const evolve = kind.evolve.bind(kind);
  Object.assign(kind, {
    evolve(state: unknown, event: Parameters<typeof evolve>[1]) {
      const after = evolve(state, event);
      const before = state === undefined ? [] : heard.told.get(JSON.stringify(state));
      if (before !== undefined) keep(heard, after, [...before, sampledEvent.parse(event)]);
      return after;
    },
  });
  return heard;
}

function keep({ histories, told }: Heard, state: unknown, history: readonly SampledEvent[]): void {
  if (history.length > 40) return;
  if (told.size > most) told.clear();
  told.set(JSON.stringify(state), history);
  const types = [...new Set(history.map(({ type }) => type))].toSorted().join();
  if (history.length < (histories.get(types)?.length ?? Number.POSITIVE_INFINITY)) histories.set(types, history);
}

/** Few histories that together hold every type of event. */
function chosen(histories: readonly (readonly SampledEvent[])[]): (readonly SampledEvent[])[] {
  const open = new Set(histories.flat().map(({ type }) => type));
  const taken: (readonly SampledEvent[])[] = [];
  const worth = (history: readonly SampledEvent[]) =>
    new Set(history.map(({ type }) => type).filter((type) => open.has(type))).size / (history.length + 2);
  while (open.size > 0) {
    const best = histories.reduce((one, other) => (worth(other) > worth(one) ? other : one));
    taken.push(best);
    for (const { type } of best) open.delete(type);
  }
  return taken;
}

const run = z.object({ heard: z.array(z.custom<Heard>()), written: z.set(z.string()) });
/** The tests of a worker share their modules, but not this one: what was heard outlives the file of tests. */
const kept = run.safeParse(Reflect.get(globalThis, "samples")).data ?? {
  heard: services.flatMap(({ name, aggregates }) => aggregates.map(({ decider }) => listenTo(name, decider))),
  written: new Set<string>(),
};
Reflect.set(globalThis, "samples", kept);

afterAll(() => {
  keepExchanges();
  for (const { kind, file, histories } of kept.heard) {
    if (histories.size === 0 || (existsSync(file) && !kept.written.has(file))) continue;
    kept.written.add(file);
    mkdirSync(join(file, ".."), { recursive: true });
    const sample = sampleOf(kind, chosen([...histories.values()]));
    writeFileSync(file, `${JSON.stringify(sample, undefined, 1)}\n`);
  }
});
