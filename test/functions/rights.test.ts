import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { setImmediate as turn } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import * as z from "zod";
import {
  foreseen,
  workingKinds as kinds,
  rightsOf,
  seen,
  unseenRights,
  type WorkingKind,
} from "../../infra/constructs/rights.ts";
import { type Measured, measured } from "../../infra/cost/measured.ts";
import { Town } from "../../infra/demo/client.ts";
import { dispatcher, resident } from "../../infra/demo/people.ts";
import { services } from "../../infra/services.ts";
import { loadProfileFrom } from "../../infra/towns/load.ts";
import { dueIndex } from "../../shared/store/index.ts";
import { aDataDirectory } from "../support/embedded.ts";
import { Consumption } from "../support/functions/consumption.ts";
import { readAll } from "../support/functions/reading-all.ts";
import { Rights } from "../support/functions/rights.ts";
import { type Between, startTownOfFunctions } from "../support/functions/town-of-functions.ts";
import { keptInFile, liveThrough, thingsIn } from "../support/lived-town.ts";

vi.setConfig({ testTimeout: 3_600_000, hookTimeout: 3_600_000 });

const rights = new Rights();
const consumption = new Consumption(loadProfileFrom("guangtong"));
const between: Between = {
  table: (doer, table, service) => rights.table(doer, consumption.table(doer, table, service)),
  files: (doer, files) => rights.files(doer, consumption.files(doer, files)),
  request: (route) => consumption.request(route),
  message: (service) => consumption.message(service),
};
let found: Measured;
let statuses: ReadonlyMap<number, number>;
let stop = async () => {};

/** Papers and files go within the months that the town lives, so that it is seen who removes them. */
function soonErased() {
  const profile = loadProfileFrom("guangtong");
  const { file, paper } = profile.retention;
  const retention = { ...profile.retention, file: { ...file, keep: "P60D" }, paper: { ...paper, keep: "P60D" } };
  return { ...profile, retention };
}

/** Two lamps' reports with the number of one component: the dispatcher is shown the one beside the other. */
async function reportAComponent(url: string): Promise<void> {
  const town = new Town(url);
  const said = { category: "street-light", urgency: "ordinary", text: "路灯不亮〔示例〕", address: "东街〔示例〕5号" };
  const lamp = { ...said, place: { lng: 101.97, lat: 25.125 }, component: "5323020105000017" };
  await town.made("/grid-events/events", lamp, resident(33));
  const id = await town.made("/grid-events/events", lamp, resident(34));
  await town.get(`/grid-events/events/${id}`, z.looseObject({}), dispatcher);
}

beforeAll(async () => {
  vi.spyOn(console, "log").mockReturnValue();
  const directory = await aDataDirectory();
  const town = await startTownOfFunctions(directory.path, between, soonErased());
  stop = async () => {
    await town.stop();
    await directory.remove();
  };
  const kept = keptInFile(directory.path);
  consumption.reset();
  await liveThrough(new Town(town.url), kept, town.settle);
  const things = await thingsIn(kept);
  const count = (path: string) => things.get(path)?.length ?? 0;
  found = {
    things: {
      permits: count("/permits/applications"),
      cases: count("/enforcement/cases"),
      rectifications: count("/enforcement/rectifications"),
      gridEvents: count("/grid-events/events"),
      payments: count("/finance/payments"),
    },
    services: Object.fromEntries(services.map(({ name }) => [name, { ...consumption.of(name) }])),
  };
  // Connections that waited meanwhile are closed, and this process has to hear of it
  for (let count = 0; count < 10; count += 1) await turn();
  await reportAComponent(town.url);
  statuses = await readAll(town.url, things);
  if (process.env.RIGHTS === "write") write();
});
afterAll(() => stop());

const usedBy = (service: string, kind: WorkingKind): readonly string[] => [...rights.of({ service, kind })].toSorted();

function write(): void {
  const all = services.map(({ name }) => [
    name,
    Object.fromEntries(kinds.map((kind) => [kind, usedBy(name, kind)] as const).filter(([, used]) => used.length > 0)),
  ]);
  const keep = (path: string, what: object) =>
    writeFileSync(join(import.meta.dirname, "../../infra", path), `${JSON.stringify(what, undefined, 2)}\n`);
  keep("constructs/rights.json", Object.fromEntries(all));
  keep("cost/measured.json", found);
}

const functions = services.flatMap(({ name }) => kinds.map((kind) => [name, kind] as const));

describe("least privilege, proved by a town that lived", () => {
  test("it was read by every role, list by list", () => {
    expect(statuses.get(200)).toBeGreaterThan(500);
    expect([...statuses.keys()].filter((status) => status >= 500)).toEqual([]);
  });

  test.each(functions)("%s %s: what is on record is what it used (npm run rights)", (service, kind) => {
    expect(seen[service]?.[kind] ?? []).toEqual(usedBy(service, kind));
  });

  test.each(functions)("%s %s has no right too few, and none too many without a reason", (name, kind) => {
    const service = services.find((one) => one.name === name);
    const granted = service === undefined ? [] : rightsOf(service, kind);
    const used = usedBy(name, kind);
    expect(granted).toEqual(expect.arrayContaining([...used]));
    const reasons = { ...unseenRights, ...foreseen[`${name} ${kind}`] };
    const unused = granted.filter((right) => !used.includes(right) && reasons[right] === undefined);
    // A list of people's own goes by an index that only its filter asks
    expect(unused.filter((right) => kind !== "api" || !right.startsWith("dynamodb:Query index/"))).toEqual([]);
  });

  test("a right that a function has unseen is used by another of its kind", () => {
    for (const kind of ["api", "reactions", "clockwork"] as const) {
      const used = new Set(services.flatMap(({ name }) => usedBy(name, kind)));
      for (const service of services)
        for (const right of rightsOf(service, kind))
          if (right !== "s3:ListBucket bucket" && foreseen[`${service.name} ${kind}`]?.[right] === undefined)
            expect([...used], `${service.name} ${kind}`).toContain(right);
    }
  });

  test.each(services)("every index of $name is asked by one of its functions", ({ name, indexes }) => {
    const asked = kinds.flatMap((kind) => usedBy(name, kind));
    for (const index of [...indexes.map((one) => one.name), dueIndex])
      expect(asked, index).toContain(`dynamodb:Query index/${index}`);
  });

  test("no function scans, updates or deletes a record", () => {
    const allowed =
      /^(dynamodb:(BatchGetItem|PutItem|ConditionCheckItem|Query)|s3:(GetObject|PutObject|DeleteObject|ListBucket)) /;
    for (const [service, kind] of functions)
      for (const right of usedBy(service, kind)) expect(right, `${service} ${kind}`).toMatch(allowed);
  });
});

describe("money: what the cost is reckoned from", () => {
  /** Batches, retries and the second in which a thing happens differ a little from run to run. */
  const near = (now: number, kept: number) => Math.abs(now - kept) <= Math.max(20, 0.25 * kept);

  test("the town had as many things of each kind as on record (npm run rights)", () => {
    expect(found.things).toEqual(measured.things);
  });

  test.each(services)(
    "$name consumes what is on record, give or take a quarter (npm run rights, then npm run cost into infra/README.md)",
    ({ name }) => {
      const kept = measured.services[name];
      for (const [what, now] of Object.entries(found.services[name] ?? {})) {
        const before = Object.entries(kept ?? {}).find(([one]) => one === what)?.[1] ?? 0;
        expect([what, now, before, near(now, before)]).toEqual([what, now, before, true]);
      }
    },
  );
});
