import * as z from "zod";
import { gridWorker } from "../../../infra/demo/people.ts";
import { services } from "../../../infra/services.ts";
import { roles } from "../../../shared/town/roles.ts";
import { readings } from "../../town/reads.ts";
import type { Thing } from "../lived-town.ts";
import { Persons, strangerWith } from "../persons.ts";

const routes = services.flatMap((service) => service.routes).filter(({ method }) => method === "GET");

/** What a filter may be asked for, where its schema lists no values. */
const samples: Readonly<Record<string, string>> = {
  ...{ office: "service-centre", domain: "agriculture", code: "PL-001", itemCode: "PL-001", item: "PL-001" },
  ...{ grid: "532302105001001", village: "532302105001", year: "2026", month: "2026-03", on: "2026-03-02" },
};

const described = z.object({
  properties: z.record(z.string(), z.object({ enum: z.array(z.unknown()).optional() }).catch({})).default({}),
});

/** A list with each of its filters, one at a time. */
function filtered(): string[] {
  return routes.flatMap(({ path, query }) => {
    if (path.includes("{") || !(query instanceof z.ZodObject)) return [];
    const { properties } = described.parse(z.toJSONSchema(query, { io: "input", unrepresentable: "any" }));
    return Object.entries(properties).flatMap(([name, { enum: values }]) => {
      const value = values?.[0] ?? samples[name] ?? "example";
      return name === "limit" || name === "cursor" ? [] : [`${path}?${name}=${encodeURIComponent(String(value))}`];
    });
  });
}

/** What is below a thing: itself, its history and all else that is read by its id alone. */
const below = (things: ReadonlyMap<string, readonly Thing[]>): string[] =>
  routes.flatMap(({ path }) => {
    const [above = "", ...rest] = path.split("/{id}");
    const found = rest.length === 1 && !rest[0]?.includes("{") ? (things.get(above) ?? []) : [];
    return found.slice(0, 2).map(({ id }) => `${above}/${encodeURIComponent(id)}${rest[0]}`);
  });

const told = z.object({ next: z.string() });

/** A worker's copy is brought up to date, twice. */
async function readChanges(persons: Persons): Promise<void> {
  const path = "/grid-events/changes";
  let since = "";
  for (let round = 0; round < 2; round += 1) {
    const { text } = await persons.ask(gridWorker, "GET", `${path}${since}`, {});
    since = `?since=${encodeURIComponent(told.parse(JSON.parse(text)).next)}`;
  }
}

/**
 * Reads all that a town has to read: each list by each role alone and with each of its filters, and what lies below things.
 * A list goes by another index for a resident than for an officer. @returns how often which status was answered
 */
export async function readAll(
  url: string,
  things: ReadonlyMap<string, readonly Thing[]>,
): Promise<Map<number, number>> {
  const persons = new Persons(url);
  const statuses = new Map<number, number>();
  const all = { ...strangerWith([...roles]), office: "service-centre" };
  const asked = [
    ...roles.flatMap((role) =>
      readings.map((path) => ({ by: { ...strangerWith([role]), office: "service-centre" }, path })),
    ),
    ...[...readings, ...filtered(), ...below(things)].map((path) => ({ by: all, path })),
  ];
  for (const { by, path } of asked) {
    const { status } = await persons.ask(by, "GET", path, { redirect: "manual" });
    statuses.set(status, (statuses.get(status) ?? 0) + 1);
  }
  await readChanges(persons);
  return statuses;
}
