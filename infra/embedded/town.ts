import { rmSync } from "node:fs";
import { todayIn } from "../../shared/calendar/index.ts";
import { observe } from "../../shared/observability/index.ts";
import { actorKey, type Service, subscriberQueueName, wallClock } from "../../shared/service/index.ts";
import { keyedWith } from "../../shared/service/keyed.ts";
import type { Town } from "../towns/load.ts";
import { jsonAnswer } from "./answer.ts";
import { Checkpoint } from "./checkpoint.ts";
import { claimTable } from "./claiming.ts";
import { TownClock } from "./clock.ts";
import { Clockwork } from "./clockwork.ts";
import { corsFor } from "./cors.ts";
import { Counter } from "./counter.ts";
import { openData } from "./data.ts";
import { filesOf, takeDirectory } from "./data-directory.ts";
import { destinationsOf } from "./destinations.ts";
import { documentsOf } from "./documents.ts";
import { DrawingProcess } from "./drawing.ts";
import { keptText, newSecret, writeWholeNow } from "./files.ts";
import { FilesDoor } from "./files-door.ts";
import { frontDoor } from "./front-door.ts";
import { type Arrived, startGateway } from "./gateway.ts";
import { oidcIdentity, simulatedIdentity } from "./identity.ts";
import { notLookedAfter, returnMemoryWhenQuiet } from "./memory.ts";
import { openTown, version } from "./opening.ts";
import { Backups } from "./ops/backups.ts";
import { DailyLog } from "./ops/daily-log.ts";
import { DeadLetters } from "./ops/dead-letters.ts";
import { opsDoor } from "./ops/ops-door.ts";
import { healthOf } from "./ops/probes.ts";
import { townLog } from "./ops/town-log.ts";
import { openQueueDoor } from "./queue-door.ts";
import { queuesOf } from "./queues.ts";
import { runtimesOf } from "./runtimes.ts";
import { serviceRoutes } from "./service-routes.ts";
import { Settling } from "./settling.ts";
import { simulation } from "./simulation.ts";
import type { RunningTown } from "./start.ts";
import { transportOf } from "./transport.ts";

interface Spec {
  readonly town: Town;
  readonly services: readonly Service[];
  readonly dataDir: string;
  /** A DynamoDB engine outside of this process; undefined: the town keeps its data itself. */
  readonly dynamodb: string | undefined;
  readonly host: string;
  readonly port: number;
  readonly publicUrl: string | undefined;
  readonly queuesPort: number;
  readonly simulation: boolean;
  readonly retryDelay: number;
  readonly alone: boolean;
}

const wallDay = () => todayIn(wallClock()).toString();

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
  const daily = new DailyLog(files.log, profile.deployment.logRetentionDays, wallDay);
  parts.defer(() => daily.close());
  const log = townLog(daily);
  const gateway = await startGateway(spec.port, cors, { observability, log }, spec.host);
  parts.defer(() => gateway.close());
  const identity = spec.simulation ? simulatedIdentity(files.tokenKey, profile.slug) : oidcIdentity(profile);
  const clock = new TownClock(spec.simulation ? files.clock : undefined);

  const warn = (about: string, why: string) => observability.warn(about, { why });
  const data = await openData(files, profile, services, spec.dynamodb);
  parts.defer(() => data.close());
  const checkpoint = new Checkpoint(data.progress);
  const destinations = destinationsOf(services, profile);
  const queues = queuesOf(destinations, profile.deployment.region);
  parts.defer(() => queues.stop());

  const filesDoor = new FilesDoor({
    services: services.filter((service) => service.files === true).map(({ name }) => name),
    directory: files.files,
    shelfOf: data.shelfOf,
    secret: keptText(files.urlSecret, newSecret),
    address: spec.publicUrl ?? gateway.url,
    region: profile.deployment.region,
    clock: clock.now,
  });
  const memory = spec.alone ? returnMemoryWhenQuiet() : notLookedAfter;
  parts.defer(memory.stop);
  const drawing = new DrawingProcess();
  parts.defer(() => drawing.stop());
  const townSecret = keptText(files.townSecret, newSecret);
  const running = runtimesOf({
    services,
    town: profile,
    tableOf: data.tableOf,
    clock: clock.now,
    cursorSecret: keptText(files.cursorSecret, newSecret),
    townSecret,
    files: filesDoor.files,
    strictAnswers: spec.simulation,
    drawing: drawing.draw,
    onCommit: memory.touch,
  });
  const runtimes = new Map(running.map(({ service, runtime }) => [service.name, runtime]));
  const { retryDelay } = spec;
  const counter = new Counter();
  const transport = transportOf({
    ...{ running, town: profile, destinations, queues, data, checkpoint, observability, retryDelay, counter, log },
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
  const queueDoor =
    holders.length === 0 ? undefined : await openQueueDoor(queues.subscribers, holders, spec.queuesPort);
  parts.defer(() => queueDoor?.close());

  const keyed = keyedWith(townSecret);
  let refused: number | undefined;
  const backups = new Backups({
    ...{ dataDir, files, town: profile.slug, version, settled: data.settled, outside: spec.dynamodb !== undefined },
  });
  const deadLetters = new DeadLetters({
    ...{ town: profile, deliveries: transport.deliveries, queues, runtimes, wake: transport.wake },
  });
  const health = healthOf({
    ...{ dataDir, data, deliveries: transport.deliveries, clockwork, clock, identity, log: daily },
    ...{ opening: () => refused, lastBackup: () => backups.last(), simulation: spec.simulation },
    parked: () => deadLetters.parked.list(),
  });
  const ops = opsDoor({
    name: profile.name,
    key: keptText(files.opsKey, newSecret),
    health,
    deadLetters,
    backups,
    replay: async (subscriber, from) => transport.replay(subscriberQueueName(profile.slug, subscriber), from),
  });

  const opened = await openTown(services, runtimes, town.lists);
  refused = opened.refused;
  transport.start();
  clockwork.start((error) => observability.error("clockwork failed", error));
  if (opened.anything) {
    await settling.settle().catch(() => warn("opening goes on", "not every service has heard of it yet"));
    memory.giveBack();
  }
  const door = frontDoor({
    routes: serviceRoutes(services, runtimes, profile.slug),
    identity,
    durable: data.settled,
    health: async () => {
      const { status, parts } = await health.short();
      const { setAside } = clockwork.health();
      const told = { status, parts, ...(setAside === undefined ? {} : { setAside }), town: profile.slug };
      return jsonAnswer({ ...told, now: clock.now(), version }, status === "failing" ? 503 : 200);
    },
    ops,
    publicUrl: spec.publicUrl,
    keyOf: (login) => actorKey({ keyed }, login),
    document: documentsOf(services, profile),
    me: async () => (await import("../me-table.ts")).meTable(services, profile),
    simulation:
      identity.issue === undefined
        ? {}
        : simulation({
            services,
            town: profile,
            clock,
            settling,
            queues,
            issue: identity.issue,
            keyed,
          }),
  });
  const answering = (arrived: Arrived) => {
    memory.touch();
    return counter.serve(() => door(arrived));
  };
  gateway.open(
    answering,
    filesDoor.serve,
    services.flatMap(({ protocols = [] }) => protocols),
  );
  memory.touch();
  writeWholeNow(files.address, gateway.url);
  parts.defer(() => rmSync(files.address, { force: true }));
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
    runtimes,
    settle: (milliseconds) => settling.settle(milliseconds),
    stop() {
      stopping ??= parts.disposeAsync();
      return stopping;
    },
  };
}
