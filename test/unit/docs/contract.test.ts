import { describe, expect, it } from "vitest";
import * as z from "zod";
import {
  asJson,
  committedDocument,
  committedText,
  contractDocuments,
  presentDocument,
} from "../../../infra/docs/contract/documents.ts";
import type { Node } from "../../../infra/docs/contract/node.ts";
import { printed } from "../../../infra/docs/contract/print.ts";
import { promisesOfEvents, promisesOfRoutes } from "../../../infra/docs/contract/readers.ts";
import { removalsSince } from "../../../infra/docs/contract/removals.ts";
import { statesFile, statesPage } from "../../../infra/docs/contract/states.ts";
import { asyncapi, openapi } from "../../../infra/docs/index.ts";
import { services } from "../../../infra/services.ts";
import type { Route } from "../../../shared/http/route.ts";
import type { Service } from "../../../shared/service/index.ts";
import { tallyService } from "../../support/tally.ts";
import { profile } from "../../support/tally-town.ts";

describe.each(contractDocuments)("the committed document $name", (each) => {
  const now = presentDocument(each, services, profile);

  it("loses nothing within a version: a removal is a new version", async () => {
    const before = committedDocument(await committedText(each.file));
    expect(each.promises(before).kept.size).toBeGreaterThan(100);
    expect(removalsSince(before, now, each.promises)).toEqual([]);
  });

  it("is what the town serves", async () => {
    const same = (await committedText(each.file)) === printed(now);
    expect(same, "The interface has grown or its words have changed: run npm run contract").toBe(true);
  });
});

describe("the committed page of states", () => {
  it("has each cell of each table of moves, and no other", async () => {
    const same = (await committedText(statesFile)) === statesPage(services);
    expect(same, "A table of moves has changed: run npm run contract, and look at what changed in docs/states.md").toBe(
      true,
    );
  });

  it("names a cell that is planted in any aggregate of any service", () => {
    const tables = services.flatMap(({ aggregates }) =>
      aggregates.filter(({ decider }) => decider.moves !== undefined),
    );
    expect(tables.length).toBeGreaterThan(70);
    const before = statesPage(services);
    for (const planted of tables) {
      const { moves = {} } = planted.decider;
      const [state = "", ...others] = Object.keys(moves).toReversed();
      const more = { ...moves, [state]: { ...moves[state], planted: others[0] ?? state } };
      const faulty = { ...planted, decider: { ...planted.decider, moves: more } };
      const all = services.map((one) => ({
        ...one,
        aggregates: one.aggregates.map((each) => (each === planted ? faulty : each)),
      }));
      expect(statesPage(all), planted.name).not.toBe(before);
    }
  });
});

const isOpen = z.literal("public");
const body = z.strictObject({
  name: z.string(),
  colour: z.enum(["red", "blue"]).optional(),
  by: z.discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("citizen"), name: z.string() }),
    z.strictObject({ kind: z.literal("organisation"), uscc: z.string().optional() }),
  ]),
});
const view = z.object({
  id: z.string(),
  status: z.enum(["open", "closed"]),
  rows: z.array(z.object({ on: z.iso.date(), note: z.string().optional() })),
});
const event = z.object({ id: z.string(), outcome: z.enum(["granted", "refused"]), note: z.string().optional() });

const [opening] = tallyService.routes;
const route = (changes: Partial<Route> = {}): Route => {
  if (opening === undefined) throw new Error("the tallies have a route that opens one");
  const stated = { path: "/tally/things", body, returns: view, query: z.object({ page: z.string().optional() }) };
  return { ...opening, allow: ["clerk", "reviewer"], ...stated, ...changes };
};
const service = (changes: Partial<Service> = {}): Service => ({
  ...tallyService,
  routes: [route(), route({ path: "/tally/others" })],
  publishes: { "tally.thing.opened": event, "tally.thing.closed": event },
  ...changes,
});
const routesOf = (one: Service): Node => asJson(openapi([one], profile));
const eventsOf = (one: Service): Node => asJson(asyncapi([one], profile));
const withRoute = (changes: Partial<Route>) => service({ routes: [route(changes), route({ path: "/tally/others" })] });
const withEvent = (data: z.ZodType) =>
  service({ publishes: { "tally.thing.opened": data, "tally.thing.closed": event } });

const routeRemovals = (later: Service) => removalsSince(routesOf(service()), routesOf(later), promisesOfRoutes);
const eventRemovals = (later: Service) => removalsSince(eventsOf(service()), eventsOf(later), promisesOfEvents);

const things = "POST /tally/things";

describe("a removal from the routes is named", () => {
  it.each<readonly [what: string, later: Service, named: string]>([
    ["a route", service({ routes: [route({ path: "/tally/others" })] }), `removed: ${things}`],
    ["a role", withRoute({ allow: ["clerk"] }), `removed: ${things} is open to reviewer`],
    ["a parameter", withRoute({ query: z.object({}) }), `removed: ${things} query page`],
    ["a field of a body", withRoute({ body: body.omit({ colour: true }) }), `removed: ${things} body.colour`],
    ["a field of an answer", withRoute({ returns: view.omit({ id: true }) }), `removed: ${things} 201.id`],
    [
      "a field in a list",
      withRoute({ returns: view.extend({ rows: z.array(z.object({ on: z.iso.date() })) }) }),
      `removed: ${things} 201.rows[].note`,
    ],
    [
      "the certainty of a field of an answer",
      withRoute({ returns: view.partial({ status: true }) }),
      `removed: ${things} 201.status is always there`,
    ],
    [
      "a value of an answer",
      withRoute({ returns: view.extend({ status: z.enum(["open"]) }) }),
      `removed: ${things} 201.status = "closed"`,
    ],
    [
      "a value of a body",
      withRoute({ body: body.extend({ colour: z.enum(["red"]).optional() }) }),
      `removed: ${things} body.colour = "blue"`,
    ],
    ["a type", withRoute({ returns: view.extend({ id: z.int() }) }), `removed: ${things} 201.id is of type string`],
    ["a status", withRoute({ status: 200 }), `removed: ${things} 201`],
  ])("%s", (_what, later, named) => {
    expect(routeRemovals(later)).toEqual([named]);
  });

  it("and so is a field that a body newly requires", () => {
    const later = withRoute({ body: body.extend({ colour: z.enum(["red", "blue"]), size: z.int() }) });
    expect(routeRemovals(later)).toEqual([
      `newly: ${things} body.colour is required`,
      `newly: ${things} body.size is required`,
    ]);
  });

  it("and so is one that a body newly requires of one kind of person only", () => {
    const organisation = z.strictObject({ kind: z.literal("organisation"), uscc: z.string() });
    const citizen = z.strictObject({ kind: z.literal("citizen"), name: z.string() });
    const later = withRoute({ body: body.extend({ by: z.discriminatedUnion("kind", [citizen, organisation]) }) });
    expect(routeRemovals(later)).toEqual([`newly: ${things} body.by(kind "organisation").uscc is required`]);
  });

  it("and so are listed values where any text was taken", () => {
    const later = withRoute({ body: body.extend({ name: z.enum(["a", "b"]) }) });
    expect(routeRemovals(later)).toEqual([`newly: ${things} body.name takes only listed values`]);
  });
});

it("a file may be said more exactly later, and then keeps its fields", () => {
  const asFile = (returns: z.ZodType) => routesOf(withRoute({ produces: "application/geo+json", returns }));
  const [text, whole, less] = [asFile(z.string()), asFile(view), asFile(view.omit({ id: true }))];
  expect(removalsSince(text, whole, promisesOfRoutes)).toEqual([]);
  expect(removalsSince(whole, less, promisesOfRoutes)).toEqual([`removed: ${things} 201.id`]);
});

describe("a removal from the events is named", () => {
  it.each<readonly [what: string, later: Service, named: string]>([
    ["an event type", service({ publishes: { "tally.thing.closed": event } }), "removed: tally.thing.opened"],
    ["a field", withEvent(event.omit({ note: true })), "removed: tally.thing.opened.data.note"],
    [
      "a value",
      withEvent(event.extend({ outcome: z.enum(["granted"]) })),
      'removed: tally.thing.opened.data.outcome = "refused"',
    ],
    [
      "the certainty of a field",
      withEvent(event.partial({ id: true })),
      "removed: tally.thing.opened.data.id is always there",
    ],
  ])("%s", (_what, later, named) => {
    expect(eventRemovals(later)).toContain(named);
  });
});

describe("what is no removal", () => {
  it.each<readonly [what: string, later: Service]>([
    ["a new route", service({ routes: [...service().routes, route({ path: "/tally/more" })] })],
    ["a route that is opened to everybody", withRoute({ allow: isOpen.value })],
    ["a field of an answer", withRoute({ returns: view.extend({ more: z.string() }) })],
    ["a value of an answer", withRoute({ returns: view.extend({ status: z.enum(["open", "closed", "lost"]) }) })],
    ["a field that a body may hold", withRoute({ body: body.extend({ more: z.string().optional() }) })],
    ["a field that a body need no longer hold", withRoute({ body: body.partial({ name: true }) })],
    [
      "a new object with a field of its own that is required",
      withRoute({ body: body.extend({ more: z.strictObject({ inner: z.string() }).optional() }) }),
    ],
    ["an answer that several routes share by name", service({ routes: [route(), route({ path: "/tally/others" })] })],
  ])("%s", (_what, later) => {
    expect(routeRemovals(later)).toEqual([]);
  });

  it.each<readonly [what: string, later: Service]>([
    ["a new type", service({ publishes: { ...service().publishes, "tally.thing.lost": event } })],
    ["a field", withEvent(event.extend({ more: z.string() }))],
  ])("%s of an event", (_what, later) => {
    expect(eventRemovals(later)).toEqual([]);
  });

  it("anything in a new version", () => {
    const later = { ...routesOf(service({ routes: [] })), info: { version: "another" } };
    expect(removalsSince(routesOf(service()), later, promisesOfRoutes)).toEqual([]);
  });
});

it("prints the same text for the same content in another order", () => {
  const text = printed({ b: [1, { d: 2, c: "x".repeat(130) }], a: {} });
  expect(text).toBe(printed({ a: {}, b: [1, { c: "x".repeat(130), d: 2 }] }));
  expect(JSON.parse(text)).toEqual({ a: {}, b: [1, { c: "x".repeat(130), d: 2 }] });
});
