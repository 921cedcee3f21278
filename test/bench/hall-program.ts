import { corsFor } from "../../infra/embedded/cors.ts";
import { openData } from "../../infra/embedded/data.ts";
import { filesOf, takeDirectory } from "../../infra/embedded/data-directory.ts";
import { prepareEnvironment } from "../../infra/embedded/environment.ts";
import { frontDoor } from "../../infra/embedded/front-door.ts";
import { startGateway } from "../../infra/embedded/gateway.ts";
import { simulatedIdentity } from "../../infra/embedded/identity.ts";
import { runtimesOf } from "../../infra/embedded/runtimes.ts";
import { serviceRoutes } from "../../infra/embedded/service-routes.ts";
import { loadTownFrom } from "../../infra/towns/load.ts";
import { permits } from "../../services/permits/service.ts";
import { problem } from "../../shared/http/index.ts";
import { observe } from "../../shared/observability/index.ts";
import { wallClock } from "../../shared/service/index.ts";
import { openPermits } from "./opened.ts";

/**
 * The commands of permits alone as a program of its own: `node hall-program.ts DIRECTORY`. It has the gateway, the token check,
 * and the store of a running town. It has no reactions, no clockwork, and no queues.
 */
const directory = process.argv[2] ?? ".";
const { profile, lists } = loadTownFrom("guangtong");
prepareEnvironment(profile.deployment.region);
const files = filesOf(directory);
const leave = takeDirectory(directory);
const identity = simulatedIdentity(files.tokenKey, profile.slug);
const data = await openData(files, profile, [permits], undefined);
const running = runtimesOf({
  services: [permits],
  town: profile,
  tableOf: data.tableOf,
  clock: wallClock,
  cursorSecret: "bench",
  townSecret: "a secret of the bench, long enough for it",
  files: new Map(),
  strictAnswers: false,
  drawing: () => Promise.reject(new Error("nothing is drawn here")),
  onCommit: () => undefined,
});
const runtimes = new Map(running.map(({ service, runtime }) => [service.name, runtime]));
for (const { runtime } of running) await openPermits(runtime, lists);
const observability = observe("embedded", profile.slug);
const gateway = await startGateway(0, corsFor([], false), { observability, log: { request: () => undefined } });
const nothing = async () => undefined;
gateway.open(
  frontDoor({
    routes: serviceRoutes([permits], runtimes, profile.slug),
    identity,
    durable: data.settled,
    health: async () => ({ statusCode: 200 }),
    ops: async () => problem(404, "request.unknown-route"),
    keyOf: (login) => login,
    document: nothing,
    me: async () => ({ town: profile.slug, offices: {}, roles: {}, routes: [] }),
    simulation: {},
  }),
  nothing,
);
const issued = (role: "clerk" | "reviewer" | "approver", office: string, number = 1) =>
  identity.issue?.({ sub: `${role}-${number}`, name: role, roles: [role], office });
const tokens = {
  clerk: await issued("clerk", "service-centre"),
  reviewer: await issued("reviewer", "agriculture-centre"),
  second: await issued("reviewer", "agriculture-centre", 2),
  approver: await issued("approver", "agriculture-centre"),
};
console.log(JSON.stringify({ url: gateway.url, tokens }));
process.once("SIGTERM", async () => {
  await gateway.close();
  await data.close();
  await leave();
  process.exit(0);
});
