import { Checkpoint } from "../../../infra/embedded/checkpoint.ts";
import { claimTable } from "../../../infra/embedded/claiming.ts";
import { TownClock } from "../../../infra/embedded/clock.ts";
import { Clockwork } from "../../../infra/embedded/clockwork.ts";
import { Commits, watched } from "../../../infra/embedded/commits.ts";
import { corsFor } from "../../../infra/embedded/cors.ts";
import { Counter } from "../../../infra/embedded/counter.ts";
import { openData } from "../../../infra/embedded/data.ts";
import { filesOf, takeDirectory } from "../../../infra/embedded/data-directory.ts";
import { destinationsOf } from "../../../infra/embedded/destinations.ts";
import { documentsOf } from "../../../infra/embedded/documents.ts";
import { prepareEnvironment } from "../../../infra/embedded/environment.ts";
import { FilesDoor } from "../../../infra/embedded/files-door.ts";
import { frontDoor } from "../../../infra/embedded/front-door.ts";
import { startGateway } from "../../../infra/embedded/gateway.ts";
import { simulatedIdentity } from "../../../infra/embedded/identity.ts";
import { openTown } from "../../../infra/embedded/opening.ts";
import type { TownLog } from "../../../infra/embedded/ops/town-log.ts";
import { queuesOf } from "../../../infra/embedded/queues.ts";
import { serviceRoutes } from "../../../infra/embedded/service-routes.ts";
import { Settling } from "../../../infra/embedded/settling.ts";
import { simulation } from "../../../infra/embedded/simulation.ts";
import { transportOf } from "../../../infra/embedded/transport.ts";
import { meTable } from "../../../infra/me-table.ts";
import { services } from "../../../infra/services.ts";
import { loadTownFrom } from "../../../infra/towns/load.ts";
import { officialCalendar } from "../../../shared/calendar/index.ts";
import { ownPlatform } from "../../../shared/entry-scan/own-platform.ts";
import type { Files } from "../../../shared/files/index.ts";
import { noFiles } from "../../../shared/files/s3-files.ts";
import { problem } from "../../../shared/http/index.ts";
import { observe } from "../../../shared/observability/index.ts";
import type { Runtime, Service } from "../../../shared/service/index.ts";
import { actorKey, queueName } from "../../../shared/service/index.ts";
import { keyedWith } from "../../../shared/service/keyed.ts";
import { cursors, Store, type Table } from "../../../shared/store/index.ts";
import type { Doer } from "./rights.ts";

const secret = "a secret of this test alone, of some length";
const deciding = ["api", "reactions", "clockwork", "opening"] as const;
type Deciding = (typeof deciding)[number];

/** What stands between a function and what it works on. */
export interface Between {
  table(doer: Doer, table: Table, service: Service): Table;
  files(doer: Doer, files: Files): Files;
  /** A request was answered, by its declared route. */
  request(route: string): void;
  /** A service's reactions took a message. */
  message(service: string): void;
}

/** Whose queue it is. */
const serviceOf = (town: string, queue: string) =>
  services.find(({ name }) => queueName(town, name) === queue)?.name ?? "";

/**
 * A town whose functions stand apart, as in the cloud: each kind of function of each service has a table and files of its
 * own in hand, so that `between` hears what each does. All else is that of one machine.
 */
export async function startTownOfFunctions(
  dataDir: string,
  between: Between,
  profile = loadTownFrom("guangtong").profile,
) {
  const { lists } = loadTownFrom("guangtong");
  const { region } = profile.deployment;
  prepareEnvironment(region);
  const parts = new AsyncDisposableStack();
  const files = filesOf(dataDir);
  parts.defer(takeDirectory(dataDir));
  const data = await openData(files, profile, services, undefined);
  parts.defer(() => data.close());
  const clock = new TownClock(files.clock);
  const keyed = keyedWith(secret);
  const calendar = officialCalendar({ notices: profile.calendarNotices });
  const commits = new Map(services.map(({ name }) => [name, new Commits()]));
  const commitsOf = ({ name }: Service) => commits.get(name) ?? new Commits();
  const observability = observe("test", profile.slug);
  const log: TownLog = {
    request: ({ route = "" }) => between.request(route),
    message: ({ queue }) => between.message(serviceOf(profile.slug, queue)),
  };
  const cors = corsFor(profile.deployment.corsOrigins, true);
  const gateway = await startGateway(0, cors, { observability, log }, "127.0.0.1");
  parts.defer(() => gateway.close());
  const filesDoor = new FilesDoor({
    services: services.filter((service) => service.files === true).map(({ name }) => name),
    directory: files.files,
    shelfOf: data.shelfOf,
    ...{ secret, address: gateway.url, region, clock: clock.now },
  });

  const runtimeOf = (service: Service, kind: Deciding): Runtime => {
    const doer = { service: service.name, kind };
    return {
      store: new Store(watched(between.table(doer, data.tableOf(service), service), commitsOf(service))),
      ...{ town: profile, calendar, clock: clock.now, cursors: cursors(secret), keyed, strictAnswers: true },
      files: between.files(doer, filesDoor.files.get(service.name) ?? noFiles),
      scanning: ownPlatform(keyed),
      observability: observe(service.name, profile.slug),
    };
  };
  const running = (kind: Deciding) =>
    services.map((service) => ({ service, runtime: runtimeOf(service, kind), commits: commitsOf(service) }));
  const [apis, reacting, timed, opening] = deciding.map(running);
  if (apis === undefined || reacting === undefined || timed === undefined || opening === undefined)
    throw new TypeError("unreachable");
  const byName = (some: typeof apis) => new Map(some.map(({ service, runtime }) => [service.name, runtime]));

  const checkpoint = new Checkpoint(data.progress);
  const destinations = destinationsOf(services, profile);
  const queues = queuesOf(destinations, region);
  parts.defer(() => queues.stop());
  const transport = transportOf({
    ...{ running: reacting, town: profile, destinations, queues, data, checkpoint, observability, log },
    ...{ retryDelay: 5, counter: new Counter() },
  });
  parts.defer(() => transport.stop());
  const clockwork = new Clockwork(timed, clock.now);
  parts.defer(() => clockwork.stop());
  const settling = new Settling({ clock, clockwork, deliveries: transport.deliveries, commits: [...commits.values()] });
  await Promise.all(apis.map(claimTable));
  const { refused } = await openTown(services, byName(opening), lists);
  if (refused > 0) throw new Error(`${refused} of the opening were refused`);
  transport.start();
  clockwork.start(() => undefined);
  await settling.settle(120_000);
  const identity = simulatedIdentity(files.tokenKey, profile.slug);
  if (identity.issue === undefined) throw new TypeError("unreachable");
  const door = frontDoor({
    routes: serviceRoutes(services, byName(apis), profile.slug),
    identity,
    durable: data.settled,
    health: async () => ({ statusCode: 200 }),
    ops: async () => problem(404, "request.unknown-route"),
    keyOf: (login) => actorKey({ keyed }, login),
    document: documentsOf(services, profile),
    me: async () => meTable(services, profile),
    simulation: simulation({ services, town: profile, clock, settling, queues, issue: identity.issue, keyed }),
  });
  gateway.open(door, filesDoor.serve);
  parts.defer(() => gateway.close());
  parts.defer(() => settling.stop());
  return { url: gateway.url, settle: settling.settle.bind(settling), stop: () => parts.disposeAsync() };
}
