import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { beforeAll, describe, expect, test } from "vitest";
import * as z from "zod";
import { services } from "../../infra/services.ts";
import { roles } from "../../shared/town/roles.ts";
import type { LivedTown, Thing } from "../support/lived-town.ts";
import { type Answered, type Claims, Persons, strangerWith } from "../support/persons.ts";

const words = (text: string): readonly string[] => text.split(" ").filter((word) => word !== "");

/** A town is taken over once, before its first week: test/finance/opening tries who reads that. */
const beforeTheWeek = "/finance/openings/";

/** Who may, route by route, written by hand. `any`: with any thing. `own`: only with what names him, or is of his office. */
const rights = z
  .array(z.object({ method: z.string(), path: z.string(), any: z.string(), own: z.string() }))
  .parse(parse(readFileSync(new URL("rights.csv", import.meta.url)), { columns: true }))
  .map(({ method, path, any, own }) => ({
    ...{ method, path, name: `${method} ${path}`, onThing: path.includes("{id}") },
    ...{ any: words(any), own: words(own) },
  }));
type Right = (typeof rights)[number];

let lived: LivedTown;
let persons: Persons;

const baseOf = (path: string) => path.slice(0, path.indexOf("/{id}"));
const at = (path: string, id: string) => path.replace("{id}", encodeURIComponent(id));

function thingsOf(path: string): readonly [Thing, ...Thing[]] {
  const [first, ...more] = lived.things.get(baseOf(path)) ?? [];
  if (first === undefined) throw new Error(`the week left nothing below ${baseOf(path)}`);
  return [first, ...more];
}

type Meaning = "closed" | "hidden" | "open";

/** Steps of a thing's own resource: who may take one with any thing knows of each. */
const steps = new Set(
  services.flatMap(({ routes }) =>
    routes.flatMap(({ method, path, step }) => (step === undefined ? [] : [`${method} ${path}`])),
  ),
);
/** Who joins a matter learns no more of it than that it is there. */
const tellsNothing = "POST /grid-events/events/{id}/join";
const isStep = ({ name }: Right): boolean => steps.has(name) && name !== tellsNothing;

/** What an answer says of the right to know: only a person who may know is told that a body is malformed. */
function meaning({ status, code }: Answered): Meaning {
  if (status >= 500) throw new Error(`${status} ${code}`);
  if (status === 401 || (status === 403 && String(code).startsWith("auth."))) return "closed";
  return status === 404 ? "hidden" : "open";
}

/** A public protocol that has no such file hides nothing. */
const ofFile = ({ path }: Right, seen: Meaning): Meaning =>
  path.endsWith("{file}") && seen === "hidden" ? "open" : seen;

/** What the table says of a stranger with this role. */
function expected({ path, any, own, onThing }: Right, role: string): Meaning {
  if (path.startsWith(beforeTheWeek) && any.includes(role)) return "hidden";
  if (any.includes("public") || any.includes(role)) return "open";
  if (!own.includes(role)) return "closed";
  return onThing ? "hidden" : "open";
}

const ask = (claims: Claims | undefined, { method, path, onThing }: Right, more?: RequestInit) =>
  persons.ask(claims, method, onThing ? at(path, idOf(path)) : path, more);
const idOf = (path: string) => (path.startsWith(beforeTheWeek) ? "town" : thingsOf(path)[0].id);

/** Tries each route of the house with people of every role, on the things of a town. */
export function rightsIn(townOf: () => LivedTown): void {
  beforeAll(() => {
    lived = townOf();
    persons = new Persons(lived.town.url);
  });

  test("P-1: each route of the house has a row, and each row a route", () => {
    const served = services.flatMap(({ routes }) => routes.map(({ method, path }) => `${method} ${path}`));
    expect(rights.map(({ name }) => name).toSorted()).toEqual(served.toSorted());
  });

  describe("P-1: a stranger of each role finds each route open, hidden or closed as the table says", () => {
    test.each(rights)("$name", async (right) => {
      const told = async (who: Claims | undefined) => ofFile(right, meaning(await ask(who, right)));
      const seen = roles.map(async (role) => [role, await told(strangerWith([role]))]);
      const nobody = await told(undefined);
      expect(Object.fromEntries(await Promise.all(seen))).toEqual(
        Object.fromEntries(roles.map((role) => [role, expected(right, role)])),
      );
      expect(nobody).toBe(right.any.includes("public") ? "open" : "closed");
    });
  });

  /** One role may read each thing, or takes another step with each, and the other takes this step: together they may. */
  function together(right: Right, pair: readonly string[]): Meaning {
    const alone = pair.map((role) => expected(right, role));
    if (alone.includes("open")) return "open";
    const knows = (role: string) =>
      rights.some(
        (one) =>
          one.onThing &&
          baseOf(one.path) === baseOf(right.path) &&
          (isStep(one) || one.path.endsWith("/{id}")) &&
          one.any.includes(role),
      );
    const reads = right.method === "POST" && pair.some(knows);
    return alone.includes("hidden") ? (reads ? "open" : "hidden") : "closed";
  }

  test("P-1: who has two roles may what either may, and no more", async () => {
    for (const [place, right] of rights.entries()) {
      const pairs = [3, 7, 11].map((step) =>
        [place, place * step + step].map((one) => roles[one % roles.length] ?? "ops"),
      );
      for (const pair of pairs) {
        const seen = ofFile(right, meaning(await ask(strangerWith(pair), right)));
        // One role reads the thing, the other opens a page of it: together they may read the page.
        const isPage = right.method === "GET" && right.onThing && !right.path.endsWith("/{id}") && seen === "open";
        const wanted =
          isPage && together({ ...right, method: "POST" }, pair) === "open" ? "open" : together(right, pair);
        expect([right.name, pair, seen]).toEqual([right.name, pair, wanted]);
      }
    }
  });

  /** People whom states name: residents and agents by their logins. */
  const named = (states: readonly string[]) => [
    ...new Set(
      states.flatMap((state) => [...state.matchAll(/"((?:resident|agent)-[\w-]+)"/g)].map(([, sub = ""]) => sub)),
    ),
  ];

  /** Parties of cases, by the claim of their tokens. */
  const parties = () => {
    const kinds = ["proceedings", "on-spot-penalties", "rectifications", "guidances", "enterprises"];
    const states = kinds.flatMap((kind) => (lived.things.get(`/enforcement/${kind}`) ?? []).map(({ state }) => state));
    const keys = states.flatMap((state) => [...state.matchAll(/"key":"([0-9A-F]{24})"/g)].map(([, key = ""]) => key));
    return [...new Set(keys)];
  };

  describe("P-1: what is somebody's own is read by those whom it names, and by no other", () => {
    const owned = rights.filter(({ method, onThing, own, path }) => {
      const single = onThing && path.endsWith("/{id}");
      return method === "GET" && single && own.some((role) => role === "resident" || role === "agent");
    });
    test.each(owned)("$path", async ({ path, own }) => {
      const cases = new Map(thingsOf("/permits/applications/{id}").map(({ id, state }) => [id, state]));
      const about = ({ state }: Thing) =>
        state + [...state.matchAll(/P[LS]-\d{3}\.[0-9A-Z]{16}/g)].map(([id]) => cases.get(id) ?? "").join("");
      // A delivery, an address, a fine and a paper are those of the party of what they belong to.
      const files = ["proceedings", "on-spot-penalties", "rectifications", "inspections"];
      const proceedings = files.flatMap((one) => lived.things.get(`/enforcement/${one}`) ?? []);
      // A picture is of the one who reported its matter.
      const matters = path.includes("/pictures/") ? (lived.things.get("/grid-events/events") ?? []) : [];
      const matterOf = (thing: Thing) =>
        matters
          .filter(({ id }) => thing.state.includes(`"${id}"`))
          .map(({ state }) => state)
          .join("");
      const whose = (thing: Thing) =>
        about(thing) +
        matterOf(thing) +
        proceedings
          // Finance knows a claim by its service and its id; that of a demolition by its building, an act of the proceeding.
          .filter(
            ({ id }) =>
              thing.id === id ||
              [`"${id}"`, `"enforcement:${id}"`, `cost:building:${id}:`].some((one) => thing.state.includes(one)),
          )
          .map(({ state }) => state)
          .join("");
      // Of many things those that name somebody come first: their order by ids is chance.
      const names = (thing: Thing) => named([whose(thing)]).length;
      const things = thingsOf(path)
        .toSorted((one, other) => names(other) - names(one))
        .slice(0, 12);
      const people = [
        ...named([...cases.values(), ...things.map((one) => one.state + matterOf(one))]).map((sub) => ({
          sub,
          mark: sub,
          more: {},
        })),
        ...parties().map((party, at) => ({ sub: `party-${at}`, mark: party, more: { party } })),
      ];
      let seen = 0;
      for (const thing of things)
        for (const { sub, mark, more } of people) {
          const role = sub.startsWith("agent") ? "agent" : "resident";
          if (!own.includes(role)) continue;
          const answer = meaning(await persons.ask({ sub, roles: [role], ...more }, "GET", at(path, thing.id)));
          expect(["closed", "hidden", whose(thing).includes(`"${mark}"`) ? "open" : "hidden"]).toContain(answer);
          if (answer === "open") seen += 1;
        }
      expect(seen).toBeGreaterThan(0);
    });
  });

  describe("P-1: a list shows nothing that the single thing would refuse", () => {
    const listed = rights.filter(
      ({ method, path }) => method === "GET" && rights.some(({ name }) => name === `GET ${path}/{id}`),
    );
    const page = z.object({ items: z.array(z.looseObject({ id: z.string().optional() })) });
    test.each(listed)("$path", async ({ path, any, own }) => {
      const who = named([...(lived.things.get(path) ?? [])].map(({ state }) => state));
      const owners = who.map((sub): Claims => ({ sub, roles: [sub.startsWith("agent") ? "agent" : "resident"] }));
      const staff = [...any, ...own].filter((role) => role !== "public").map((role) => strangerWith([role]));
      for (const claims of [...owners, ...staff]) {
        const answer = await persons.ask(claims, "GET", path);
        if (answer.status !== 200) continue;
        for (const { id } of page.parse(JSON.parse(answer.text)).items) {
          if (id === undefined) continue;
          const single = await persons.ask(claims, "GET", `${path}/${encodeURIComponent(id)}`);
          expect([claims, id, single.status]).toEqual([claims, id, 200]);
        }
      }
    });
  });

  describe("D6: nothing tells a stranger that a thing exists", () => {
    const closed = rights.filter(({ onThing, any }) => onThing && !any.includes("public"));
    const requests: readonly RequestInit[] = [
      {},
      { headers: { "if-match": '"1"', "if-none-match": '"1"' } },
      { headers: { "idempotency-key": "stranger-1" } },
      { headers: { "accept-language": "en", "content-type": "text/plain" } },
    ];
    /** Everything of an answer, save what differs between any two: its time and its request. */
    const told = ({ status, text, headers }: Answered, id: string) => ({
      status,
      text: text.replaceAll(encodeURIComponent(id), "{id}").replaceAll(id, "{id}"),
      headers: [...headers].filter(([name]) => name !== "date" && name !== "x-request-id"),
    });
    test.each(closed)("$name", async ({ method, path, any }) => {
      const id = idOf(path);
      const missing = `${id.slice(0, -4)}${id.endsWith("0000") ? "1111" : "0000"}`;
      for (const role of ["resident", "agent"].filter((one) => !any.includes(one)))
        for (const request of requests) {
          const [real, unreal] = await Promise.all(
            [id, missing].map(async (one) =>
              told(await persons.ask(strangerWith([role]), method, at(path, one), request), one),
            ),
          );
          expect(real).toEqual(unreal);
        }
    });
  });
}
