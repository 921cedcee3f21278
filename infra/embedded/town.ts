import { DynamoDBStreamsClient } from "@aws-sdk/client-dynamodb-streams";
import { observe } from "../../shared/observability/index.ts";
import { type Service, subscriberQueueName, tableName } from "../../shared/service/index.ts";
import { documentClient } from "../../shared/store/index.ts";
import type { Town } from "../towns/load.ts";
import { Checkpoint } from "./checkpoint.ts";
import { claimTable } from "./claiming.ts";
import { TownClock } from "./clock.ts";
import { Clockwork } from "./clockwork.ts";
import { corsFor } from "./cors.ts";
import { Counter } from "./counter.ts";
import { filesOf, takeDirectory } from "./data-directory.ts";
import { wantedByQueue } from "./destinations.ts";
import { documentsOf } from "./documents.ts";
import { DrawingThread } from "./drawing.ts";
import { durabilityOf, elsewhere } from "./durability.ts";
import { externalEndpoint, startEngine } from "./engine.ts";
import { indexStream, trimStream } from "./engine-file.ts";
import { localClient } from "./environment.ts";
import { keptText, newSecret } from "./files.ts";
import { FilesDoor } from "./files-door.ts";
import { frontDoor } from "./front-door.ts";
import { startGateway } from "./gateway.ts";
import { oidcIdentity, simulatedIdentity } from "./identity.ts";
import { returnMemoryWhenQuiet } from "./memory.ts";
import { openTown, version } from "./opening.ts";
import { openQueueDoor } from "./queue-door.ts";
import { startQueues } from "./queues.ts";
import { runtimesOf } from "./runtimes.ts";
import { serviceRoutes } from "./service-routes.ts";
import { Settling } from "./settling.ts";
import { simulation } from "./simulation.ts";
import type { RunningTown } from "./start.ts";
import { provideTable } from "./tables.ts";
import { feedKey, transportOf } from "./transport.ts";

interface Spec {
  readonly town: Town;
  readonly services: readonly Service[];
  readonly dataDir: string;
  readonly port: number;
  readonly publicUrl: string | undefined;
  readonly queuesPort: number;
  readonly simulation: boolean;
  readonly retryDelay: number;
  readonly alone: boolean;
}

/** Puts a town together: each part is given what it needs, and told to stop in the opposite order. */
export async function runTown(spec: Spec): Promise<RunningTown> {
  const parts = new AsyncDisposableStack();
  try {
    return await assemble(spec, parts);
  } catch (error) {
    await parts.disposeAsync();
    throw error;
  }
}

async function assemble(spec: Spec, parts: AsyncDisposableStack): Promise<RunningTown> {
  const { services, dataDir, town } = spec;
  const { profile } = town;
  const files = filesOf(dataDir);
  const observability = observe("embedded", profile.slug);
  parts.defer(takeDirectory(dataDir));
  const cors = corsFor(profile.deployment.corsOrigins, spec.simulation);
  const gateway = await startGateway(spec.port, cors, observability);
  parts.defer(() => gateway.close());
  const identity = spec.simulation ? simulatedIdentity(files.tokenKey, profile.slug) : oidcIdentity(profile);
  const clock = new TownClock(spec.simulation ? files.clock : undefined);

  let durable = async (): Promise<void> => undefined;
  const checkpoint = new Checkpoint(files.checkpoint, () => durable());
  const warn = (about: string, why: string | undefined) => {
    if (why !== undefined) observability.warn(about, { why });
  };
  if (externalEndpoint() === undefined)
    warn("stream not trimmed", trimStream(files.database, consumedTables(spec, checkpoint)));
  const [engine, queues] = await Promise.all([startEngine(files), startQueues(profile.deployment.region)]);
  parts.defer(() => engine.stop());
  parts.defer(() => queues.stop());

  const access = (endpoint: string) =>
    engine.external ? { endpoint } : localClient(endpoint, profile.deployment.region);
  const client = documentClient(access(engine.endpoint));
  const streams = new DynamoDBStreamsClient(access(engine.streamsEndpoint));
  parts.defer(() => client.destroy());
  parts.defer(() => streams.destroy());
  const provided = services.map(
    async (service) => [service.name, await provideTable(client, profile.slug, service)] as const,
  );
  const streamArns = new Map(await Promise.all(provided));
  if (!engine.external) warn("stream not indexed", indexStream(files.database));
  const durability = engine.external ? elsewhere : await durabilityOf(files.wal);
  parts.defer(() => durability.close());
  durable = () => durability.settled();

  const filesDoor = new FilesDoor({
    services: services.filter((service) => service.files === true).map(({ name }) => name),
    directory: files.files,
    secret: keptText(files.urlSecret, newSecret),
    address: spec.publicUrl ?? gateway.url,
    region: profile.deployment.region,
    clock: clock.now,
  });
  const memory = spec.alone ? returnMemoryWhenQuiet() : { touch: () => undefined, stop: () => undefined };
  parts.defer(memory.stop);
  const drawing = new DrawingThread();
  parts.defer(() => drawing.stop());
  const running = runtimesOf({
    services,
    town: profile,
    client,
    clock: clock.now,
    cursorSecret: keptText(files.cursorSecret, newSecret),
    files: filesDoor.files,
    strictAnswers: spec.simulation,
    drawing: drawing.draw,
    onCommit() {
      durability.committed();
      memory.touch();
    },
  });
  const runtimes = new Map(running.map(({ service, runtime }) => [service.name, runtime]));
  const { retryDelay } = spec;
  const counter = new Counter();
  const transport = await transportOf({
    ...{ running, town: profile, queues, streams, streamArns, checkpoint, observability, retryDelay, counter },
  });
  parts.defer(() => checkpoint.save());
  parts.defer(() => transport.stop());
  const clockwork = new Clockwork(running, clock.now);
  parts.defer(() => clockwork.stop());
  const settling = new Settling({
    clock,
    clockwork,
    deliveries: transport.deliveries,
    commits: running.map(({ commits }) => commits),
  });

  await Promise.all(running.map(claimTable));
  const holders = profile.subscribers.map(({ id }) => ({
    accessKeyId: id,
    secretAccessKey: keptText(files.queueKey(id), newSecret),
    queue: subscriberQueueName(profile.slug, id),
  }));
  const queueDoor = holders.length === 0 ? undefined : await openQueueDoor(queues, holders, spec.queuesPort);
  parts.defer(() => queueDoor?.close());

  const opened = await openTown(files.opening, services, runtimes, town.lists);
  transport.start();
  clockwork.start((error) => observability.error("clockwork failed", error));
  if (opened) await settling.settle().catch(() => warn("opening goes on", "not every service has heard of it yet"));
  const door = frontDoor({
    routes: serviceRoutes(services, runtimes, profile.slug),
    identity,
    durable,
    health: () => ({ ...clockwork.health(), town: profile.slug, now: clock.now(), version }),
    document: documentsOf(services, profile),
    simulation: identity.issue === undefined ? {} : simulation({ clock, settling, queues, issue: identity.issue }),
  });
  gateway.open((arrived) => {
    memory.touch();
    return counter.serve(() => door(arrived));
  }, filesDoor.serve);
  parts.defer(() => gateway.close());
  parts.defer(() => settling.stop());

  let stopping: Promise<void> | undefined;
  return {
    url: gateway.url,
    queuesEndpoint: queueDoor?.endpoint,
    queueKeys: holders,
    queues,
    town,
    simulation: spec.simulation,
    dataDir,
    enginePid: engine.pid,
    runtimes,
    settle: (milliseconds) => settling.settle(milliseconds),
    failed: engine.died,
    stop() {
      stopping ??= parts.disposeAsync();
      return stopping;
    },
  };
}

/** Per table, up to where all the queues fed from its stream had consumed it when the town last ended. */
function consumedTables({ services, town: { profile } }: Spec, checkpoint: Checkpoint): ReadonlyMap<string, bigint> {
  return new Map(
    services.map((service) => {
      const queues = [...wantedByQueue(service, services, profile).keys()];
      const keys = queues.map((queue) => feedKey(service.name, queue));
      return [tableName(profile.slug, service.name), checkpoint.consumed(keys)];
    }),
  );
}
