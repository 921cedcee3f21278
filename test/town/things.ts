import { beforeAll, describe, expect, test } from "vitest";
import * as z from "zod";
import * as people from "../../infra/demo/people.ts";
import { services } from "../../infra/services.ts";
import { citizenCheck } from "../../shared/identity-codes/index.ts";
import { roles } from "../../shared/town/roles.ts";
import type { LivedTown } from "../support/lived-town.ts";
import { type Answered, type Claims, Persons, strangerWith } from "../support/persons.ts";

/** What is read of one thing, in JSON, in every service. */
const reads = services.flatMap(({ routes }) =>
  routes.filter(({ method, path, produces }) => method === "GET" && path.includes("/{id}") && produces === undefined),
);
const stepsOf = (base: string) =>
  services.flatMap(({ routes }) => routes.filter(({ step, path }) => path === `${base}/{id}/${step}`));

const told = z.looseObject({
  status: z.unknown().optional(),
  /** Of a history; a file for the archive has the last link of its own. */
  chain: z.union([z.looseObject({ intact: z.boolean() }), z.string()]).optional(),
  links: z.array(z.looseObject({ rel: z.string(), path: z.string(), status: z.string().optional() })).optional(),
  actions: z
    .array(z.looseObject({ verb: z.string(), title: z.object({ zh: z.string().min(1), en: z.string().min(1) }) }))
    .optional(),
});

/** Who reads: somebody with every role, and some whom the town knows. */
const readers: readonly Claims[] = [
  strangerWith(roles),
  ...[people.clerk(1), people.supervisor, people.mayor, people.county, people.officer(1), people.officer(2)],
  people.head("enforcement-team"),
  people.gridWorker,
  people.resident(31),
];
/** Queries without which a route answers nothing. */
const needed: Readonly<Record<string, string>> = {
  "/powers/items/{id}/laws": "?on=2026-03-02",
  "/permits/guides/{id}/diff": "?from=1&to=1",
  "/enforcement/penalties/{id}/range": "?party=citizen",
};
const base = (path: string) => path.slice(0, path.indexOf("/{id}"));
const most = 3;

/** Walks all things of a lived town as its people read them, over the manifests of all services. */
export function thingsIn(townOf: () => LivedTown): void {
  let lived: LivedTown;
  let persons: Persons;
  /** Numbers and mobile phones of people, as the states have them. */
  let secrets: readonly string[];
  beforeAll(() => {
    lived = townOf();
    persons = new Persons(lived.town.url);
    const states = [...lived.things.values()].flat().map(({ state }) => state);
    const numbers = states.flatMap((state) => state.match(/(?<![\dA-Za-f])\d{17}[\dX](?![\dA-Za-f])/g) ?? []);
    const phones = states.flatMap((state) => state.match(/(?<="phone":")1[3-9]\d{9}(?=")/g) ?? []);
    secrets = [...new Set([...numbers.filter((one) => citizenCheck(one.slice(0, 17)) === one.at(-1)), ...phones])];
  });

  async function eachRead(
    path: string,
    look: (answer: Answered, who: Claims, address: string) => Promise<void>,
    count = most,
  ) {
    let seen = 0;
    for (const { id } of (lived.things.get(base(path)) ?? []).slice(0, count))
      for (const who of readers) {
        const address = path.replace("{id}", encodeURIComponent(id)) + (needed[path] ?? "");
        const answer = await persons.ask(who, "GET", address);
        if (answer.status !== 200) continue;
        seen += 1;
        await look(answer, who, address);
      }
    return seen;
  }

  describe("what each person reads of a thing", () => {
    test("some numbers and phones are kept of which nothing may be told", () => {
      expect(secrets.length).toBeGreaterThan(40);
    });

    test.each(reads)("$path", async ({ path, allow }) => {
      const offered = stepsOf(base(path));
      await eachRead(path, async ({ text, headers }, who, address) => {
        expect([address, who.sub, secrets.filter((one) => text.includes(one))]).toEqual([address, who.sub, []]);

        const etag = headers.get("etag") ?? "";
        const known = await persons.ask(who, "GET", address, { headers: { "if-none-match": etag } });
        // The address of a file is signed anew for each who asks.
        if (!path.startsWith("/grid-events/released-pictures/"))
          expect([address, known.status, known.text]).toEqual([address, 304, ""]);
        expect(headers.get("cache-control")).toMatch(allow === "public" ? /^public, / : /^no-store$/);

        const { links = [], actions = [], chain } = told.parse(JSON.parse(text));
        expect([address, typeof chain === "object" ? chain.intact : true]).toEqual([address, true]);
        for (const { rel, path: to, status } of links) {
          const found = await persons.ask(who, "GET", to);
          expect([address, rel, to, found.status]).toEqual([address, rel, to, 200]);
          if (status !== undefined) expect(told.parse(JSON.parse(found.text)).status).toBe(status);
        }
        for (const { verb } of actions) {
          const step = offered.find((one) => one.step === verb);
          const opens = step?.allow !== "public" && step?.allow.some((role) => who.roles.includes(role));
          expect([address, verb, opens]).toEqual([address, verb, true]);
        }
      });
    });

    test("most things are read by somebody", async () => {
      const unread: string[] = [];
      for (const { path } of reads) {
        const kept = (lived.things.get(base(path)) ?? []).length;
        const isRead = async (count: number) => (await eachRead(path, async () => undefined, count)) > 0;
        if (kept > 0 && !(await isRead(most)) && !(await isRead(kept))) unread.push(path);
      }
      expect(unread).toEqual([]);
    });
  });
}
