import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { bundlesOf } from "../../infra/bundling/build.ts";
import { entryOf, exportedName } from "../../infra/bundling/entries.ts";
import { toldOf } from "../../infra/bundling/telling.ts";
import { placesOf } from "../../infra/on-demand/index.ts";
import { services } from "../../infra/services.ts";
import type { Service } from "../../shared/service/index.ts";
import { guangtong } from "./town.ts";

const root = resolve(import.meta.dirname, "../..");
const manifestOf = ({ name }: Service) => `services/${name}/service.ts`;
const directory = mkdtempSync(join(tmpdir(), "qiangzhen-on-demand-"));
afterAll(() => rmSync(directory, { recursive: true, force: true }));

const run = (code: string) =>
  JSON.parse(
    execFileSync(process.execPath, ["--input-type=module", "-e", code], {
      env: {
        TOLD_IN: directory,
        AWS_REGION: "cn-northwest-1",
        TABLE_NAME: "t",
        TOWN_SECRET: "s".repeat(32),
        TOWN: "guangtong",
        POWERTOOLS_LOG_LEVEL: "SILENT",
        POWERTOOLS_METRICS_DISABLED: "true",
      },
      stdio: ["ignore", "pipe", "pipe"],
    }).toString(),
  );

const kinds = ["api", "reactions", "clockwork"] as const;
const shownName = (service: Service, kind: (typeof kinds)[number]) => `${service.name}-${kind}`;
/** The bundles of all functions, each of which shows its service besides. */
const bundles = await bundlesOf(
  Object.fromEntries(
    services.flatMap((service) =>
      kinds.map((kind) => [shownName(service, kind), `${entryOf(service, kind)}\nexport { service };`]),
    ),
  ),
);

/** The file of the bundle of a function. */
function shown(service: Service, kind: (typeof kinds)[number]): string {
  const place = mkdtempSync(join(directory, kind));
  for (const { name, contents } of bundles.get(shownName(service, kind)) ?? [])
    writeFileSync(join(place, name), contents);
  for (const [name, text] of Object.entries(toldOf(service, guangtong, {}))) writeFileSync(join(directory, name), text);
  return join(place, "index.mjs");
}

describe.each(services.map((service) => ({ service, name: service.name })))("$name on demand", ({ service, name }) => {
  const places = placesOf(root, manifestOf(service), exportedName(name));

  test("all of it is loaded by itself, save what the manifest alone makes for the operators and archivists", () => {
    const whole = ({ at }: { readonly at: { readonly module: string } }) => at.module === manifestOf(service);
    const paths = new Set(places.routes.filter(whole).map(({ path }) => path.split("/").slice(0, 3).join("/")));
    const made = [`/${name}/holds`, `/${name}/parked`, `/${name}/set-aside`];
    expect([...paths].filter((path) => !made.includes(path))).toEqual([]);
    expect([...places.subscriptions, ...places.aggregates].filter(whole)).toEqual([]);
  });

  test("the function of its API looks up what the service knows of who asks", () => {
    const kind = run(`const { service } = await import(${JSON.stringify(shown(service, "api"))});
      console.log(JSON.stringify(typeof service.acquaint));`);
    expect(kind).toBe(service.acquaint === undefined ? "undefined" : "function");
  });

  test("a bundle loads each route, reaction and decider that the manifest names, in its order", () => {
    const loaded = (kind: "api" | "reactions" | "clockwork", list: string, seen: string) =>
      run(`const { service } = await import(${JSON.stringify(shown(service, kind))});
        const all = [];
        for (const one of service.${list}) { const it = await one.load(); all.push(${seen}); }
        console.log(JSON.stringify(all));`);
    const routes = service.routes.map((route) => [route.method, route.path, "counts" in route]);
    expect(loaded("api", "routes", '[it.method, it.path, "counts" in it]')).toEqual(routes);
    if (service.protocols !== undefined && service.protocols.length > 0)
      expect(loaded("api", "protocols", "[it.at, typeof it.renders]")).toEqual(
        service.protocols.map(({ at }) => [at, "function"]),
      );
    expect(loaded("reactions", "subscriptions", "it.type")).toEqual(service.subscriptions.map(({ type }) => type));
    const timed = service.aggregates.map(({ name: of, onDeadline }) => [of, onDeadline !== undefined]);
    expect(loaded("clockwork", "aggregates", "[it.name, it.onDeadline !== undefined]")).toEqual(timed);
  });

  test("with what adds to a resource loaded, all its steps, links and its reading are stated", () => {
    const stated = (modules: readonly string[]): Record<string, number> =>
      run(`const all = {};
        for (const module of ${JSON.stringify(modules.map((module) => join(root, module)))})
          for (const one of Object.values(await import(module)))
            if (typeof one?.stated === "function") all[one.at] = one;
        console.log(JSON.stringify(Object.fromEntries(Object.entries(all).map(([at, one]) => [at, one.stated()]))));`);
    const home = (at: string) => places.resources[at] ?? "";
    const whole = stated([manifestOf(service), ...Object.keys(places.additions).map(home)]);
    if (name === "permits") expect(Object.keys(places.additions)).toContain("/permits/applications");
    for (const [at, modules] of Object.entries(places.additions)) {
      expect(stated([home(at), ...modules])[at]).toBe(whole[at]);
      expect(stated([home(at)])[at]).toBeLessThan(whole[at] ?? 0);
    }
  });
});

test("a bundled api answers its first request: whom it does not know, and what it does not have", () => {
  const [service] = services;
  if (service === undefined) throw new Error("there is no service");
  const asked = (method: string, path: string) => ({
    version: "2.0",
    rawPath: path,
    headers: { "accept-language": "en" },
    requestContext: { requestId: "r", http: { method, path } },
  });
  const answers = run(`const { handler } = await import(${JSON.stringify(shown(service, "api"))});
    const context = { getRemainingTimeInMillis: () => 1000 };
    const all = [];
    for (const event of ${JSON.stringify([asked("GET", "/powers/set-aside"), asked("GET", "/powers/nothing")])}) {
      const { statusCode, body } = await handler(event, context);
      all.push([statusCode, JSON.parse(body).code]);
    }
    console.log(JSON.stringify(all));`);
  expect(answers).toEqual([
    [401, "auth.missing"],
    [404, "request.unknown-route"],
  ]);
});
