import { GetQueueUrlCommand, SQSClient } from "@aws-sdk/client-sqs";
import { toQueue } from "../../shared/messaging/to-queue.ts";
import { observe } from "../../shared/observability/index.ts";
import type { Service } from "../../shared/service/index.ts";
import { functionName, queueName, subscriberQueueName, tableName, wallClock } from "../../shared/service/index.ts";
import { documentClient, dynamoTable } from "../../shared/store/dynamo-table.ts";
import { Store, type Table } from "../../shared/store/index.ts";
import type { TownProfile } from "../../shared/town/profile.ts";
import { CloudDeadLetters, urlOf } from "../dead-letters/cloud.ts";
import { beginDiscard } from "../dead-letters/discarded.ts";
import { ParkedEvents } from "../dead-letters/parked.ts";
import { replayInto } from "../dead-letters/replay.ts";
import { wantedByQueue } from "../embedded/destinations.ts";

import { ok, type Part, TownHealth, trouble } from "../embedded/ops/health.ts";
import { cloudProbes } from "../watch/health.ts";
import { QueueReader } from "../watch/queues.ts";
import { watchedIn } from "../watch/watched.ts";
import { type Chosen, meant, reasonIn } from "./chosen.ts";
import { streamAge } from "./stream-age.ts";
import { OpsProblem } from "./town-client.ts";

/** The town's tables and queues in the cloud, for commands; close it at the end. */
export function cloudTown(town: TownProfile, services: readonly Service[]) {
  const { region } = town.deployment;
  const database = documentClient({ region });
  const sqs = new SQSClient({ region });
  const tables = new Map<string, Table>(
    services.map(({ name }) => [name, dynamoTable(tableName(town.slug, name), database)]),
  );
  const stored = (service: string) => {
    const table = tables.get(service) ?? tables.values().next().value;
    if (table === undefined) throw new OpsProblem(`no service ${service}`);
    return { store: new Store(table), clock: wallClock };
  };
  const reader = new QueueReader(sqs);
  const letters = new CloudDeadLetters(sqs, town, services);
  const parked = new ParkedEvents({
    tables: new Map([...tables.keys()].map((service) => [service, stored(service)])),
    townCode: town.code,
    async sendTo(service) {
      const url = await urlOf(sqs, queueName(town.slug, service));
      return url === undefined ? undefined : toQueue(sqs, url);
    },
  });
  return {
    tables,
    /** Each part of the town as its watch sees it, and how far each relay is behind. */
    health: (
      ageOf: AgeOf = (relay) => streamAge(relay, wallClock(), { region, credentials: sqs.config.credentials }),
    ) =>
      new TownHealth({
        ...cloudProbes({
          names: watchedIn(services, town),
          figures: (queue) => reader.figures(queue),
          tableOf: (name) => dynamoTable(name, database),
          now: wallClock,
        }),
        stream: () => streamOf(services, town, ageOf),
      }).parts(),
    dead: () => letters.list(),
    sendAgain: (chosen: Chosen) => letters.sendAgain(meant("dead", chosen)),
    discard: (chosen: Chosen) => {
      const why = reasonIn(chosen);
      return letters.discard(meant("dead", chosen), ({ queue, event, type, id }) =>
        beginDiscard(stored(type.slice(0, type.indexOf("."))), { queue, event: event ?? id, type, why, reason: "" }),
      );
    },
    parked: () => parked.list(),
    sendParkedAgain: (chosen: Chosen) => parked.sendAgain(meant("parked", chosen)),
    discardParked: (chosen: Chosen) => {
      const why = reasonIn(chosen);
      return parked.discard(meant("parked", chosen), why);
    },
    /** Sends a subscriber all its events again from an instant on. @returns how many */
    async replay(subscriber: string, from: string): Promise<number> {
      const queue = subscriberQueueName(town.slug, subscriber);
      if (!town.subscribers.some(({ id }) => id === subscriber))
        throw new OpsProblem(`no subscriber ${subscriber} / 没有该订阅方`);
      const { QueueUrl = "" } = await sqs.send(new GetQueueUrlCommand({ QueueName: queue }));
      const published = services.flatMap((service) => {
        const types = wantedByQueue(service, services, town).get(queue);
        const table = tables.get(service.name);
        return types === undefined || table === undefined ? [] : [{ service: service.name, table, types }];
      });
      const utc = new Date(from).toISOString();
      return replayInto(
        toQueue(sqs, QueueUrl),
        published,
        { from: utc, townCode: town.code },
        observe("ops", town.slug),
      );
    },
    close() {
      database.destroy();
      sqs.destroy();
    },
  };
}

/** How old the oldest event was that a relay read lately, in milliseconds. */
type AgeOf = (relay: string) => Promise<number>;

/** A relay that is so far behind is trouble, in milliseconds. */
const behindFrom = 5 * 60_000;

async function streamOf(services: readonly Service[], town: TownProfile, ageOf: AgeOf): Promise<Part> {
  const relays = services
    .filter(({ publishes }) => Object.keys(publishes).length > 0)
    .map(({ name }) => functionName(town.slug, name, "relay"));
  const ages = await Promise.all(relays.map(async (relay) => ({ relay, age: await ageOf(relay) })));
  const figures = { oldestSeconds: Math.round(Math.max(0, ...ages.map(({ age }) => age)) / 1000) };
  const behind = ages.filter(({ age }) => age >= behindFrom).map(({ relay }) => relay);
  if (behind.length === 0) return ok(figures);
  const told = behind.join(" ");
  return trouble("degraded", `事件未能转发：${told}`, `events are not relayed: ${told}`, figures);
}
