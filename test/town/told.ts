import { createHash } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import * as z from "zod";
import * as people from "../../infra/demo/people.ts";
import { services } from "../../infra/services.ts";
import { citizenCheck, parseUscc } from "../../shared/identity-codes/index.ts";
import { someCitizenNumbers } from "../support/citizen-numbers.ts";
import type { LivedTown } from "../support/lived-town.ts";
import { type Answered, type Claims, Persons } from "../support/persons.ts";
import { publishedIn, recordedIn } from "../support/town-events.ts";

let lived: LivedTown;
let persons: Persons;

/** Whether a text holds a name as a word of its own: `clerk-1` is not in `clerk-10`. */
const names = (text: string, login: string) =>
  new RegExp(`(?<![\\w-])${login.replace(/[-.]/g, "\\$&")}(?![\\w-])`).test(text);

/** Every login that somebody acted with or was named by: of the town's people, of residents, of agents. */
function loginsOf(directory: string): readonly string[] {
  const acted = recordedIn(directory).map(({ event }) => event.actor);
  const { staff, heads } = lived.running.town.profile;
  const all = new Set([...acted, ...[...staff, ...heads].map(({ sub }) => sub), people.agent.sub]);
  all.delete("clockwork");
  return [...all];
}

/** The address of a public route for each thing it is read of, and one without a thing. */
function addressesOf(path: string): readonly string[] {
  if (!path.includes("{id}")) return [path];
  const base = path.slice(0, path.indexOf("/{id}"));
  return (lived.things.get(base) ?? []).slice(0, 20).map(({ id }) => path.replace("{id}", encodeURIComponent(id)));
}

const anybody = services
  .flatMap(({ routes }) => routes)
  .filter(({ method, allow }) => method === "GET" && allow === "public");

/** What strangers and subscribers are told after a week: nobody's login, and no digest of a number that one could try out. */
export function namesIn(townOf: () => LivedTown): void {
  beforeAll(() => {
    lived = townOf();
    persons = new Persons(lived.town.url);
  });

  describe("D7: no login of anybody", () => {
    test("in any public answer", async () => {
      const logins = loginsOf(lived.directory);
      expect(logins.length).toBeGreaterThan(40);
      let asked = 0;
      for (const { path } of anybody)
        for (const address of addressesOf(path)) {
          const { status, text } = await persons.ask(undefined, "GET", address);
          if (status === 200) asked += 1;
          expect([address, logins.filter((login) => names(text, login))]).toEqual([address, []]);
        }
      expect(asked).toBeGreaterThan(100);
    });

    test("in any event that leaves the house, nor in the document that describes them", async () => {
      const logins = loginsOf(lived.directory);
      const events = publishedIn(lived.directory);
      expect(new Set(events.map(({ type }) => type)).size).toBeGreaterThan(50);
      for (const event of events) {
        const text = JSON.stringify(event);
        expect([event.type, logins.filter((login) => names(text, login))]).toEqual([event.type, []]);
      }
      const told = await (await fetch(`${lived.town.url}/asyncapi.json`)).text();
      expect(logins.filter((login) => names(told, login))).toEqual([]);
    });
  });

  test("D4: no digest of a person's number that one could find by trying, in public answers or events", async () => {
    const stored = [...lived.things.values()].flat().map(({ state }) => state);
    // A stretch of digits within a digest is nobody's number.
    const digits = stored.flatMap((state) => state.match(/(?<![\dA-Za-f])\d{17}[\dX](?![\dA-Za-f])/g) ?? []);
    const numbers = new Set(digits.filter((number) => citizenCheck(number.slice(0, 17)) === number.at(-1)));
    expect(numbers.size).toBeGreaterThan(20);
    const tried = [...numbers].flatMap((number) =>
      ["", "party|", "citizen|", "resident-id|", "party|citizen|", "party|resident-id|"].map((before) =>
        createHash("sha256").update(`${before}${number}`).digest("hex").slice(0, 12),
      ),
    );
    let told = JSON.stringify(publishedIn(lived.directory)).toLowerCase();
    for (const { path } of anybody)
      for (const address of addressesOf(path))
        told += (await persons.ask(undefined, "GET", address)).text.toLowerCase();
    expect(tried.filter((digest) => told.includes(digest))).toEqual([]);
    expect([...numbers].filter((number) => told.includes(number.toLowerCase()))).toEqual([]);
  });
}

interface Numbered {
  readonly idNumber: string;
  readonly document?: string;
  readonly phone: string;
}

/** A thousand generated people: identity cards, and of each fifth another paper; each with his own phone. */
function aThousand(): readonly Numbered[] {
  return someCitizenNumbers(1_000).map((idNumber, at) => {
    const phone = at % 3 === 0 ? `0878-${String(7_300_000 + at)}` : `139${String(41_000_000 + at * 7)}`;
    const serial = String(61_000_000 + at * 13);
    switch (at % 10) {
      case 0:
        return { idNumber: `E${serial}`, document: "passport", phone };
      case 1:
        return { idNumber: `H${serial}`, document: "hk-mo-travel-permit", phone };
      case 2:
        return { idNumber: `${serial}71`, document: "tw-travel-permit", phone };
      case 3: {
        const body = `810000${idNumber.slice(6, 17)}`;
        return { idNumber: body + citizenCheck(body), document: "hk-mo-tw-residence-permit", phone };
      }
      default:
        return { idNumber, phone };
    }
  });
}

const page = z.object({ items: z.array(z.looseObject({ id: z.string() })), next: z.string().optional() });
const created = z.object({ id: z.string() });

/** D1 over HTTP, on a town that works: what a thousand people's numbers meet from the counter to the log. */
export function numbersIn(townOf: () => LivedTown): void {
  const everyone = aThousand();
  const shown: string[] = [];
  const logged: string[] = [];
  const ids: string[] = [];
  const spies = (["log", "info", "warn", "error", "debug"] as const).map((level) => ({ level }));

  const ask = async (claims: Claims | undefined, method: string, path: string, body?: object): Promise<Answered> => {
    const send = () => persons.ask(claims, method, path, body === undefined ? {} : { body: JSON.stringify(body) });
    // A connection that waited long is closed by the town: the next one is not.
    const answered = await send().catch(send);
    shown.push(answered.text, JSON.stringify(Object.fromEntries(answered.headers)));
    return answered;
  };

  describe("D1: of a thousand people no number is told whole", () => {
    beforeAll(async () => {
      lived = townOf();
      persons = new Persons(lived.town.url);
      for (const { level } of spies)
        vi.spyOn(console, level).mockImplementation(
          (...said: unknown[]) => void logged.push(said.map(String).join(" ")),
        );
      vi.spyOn(process.stdout, "write").mockImplementation((said) => {
        logged.push(String(said));
        return true;
      });
      for (const [at, { idNumber, document, phone }] of everyone.entries()) {
        const applicant = {
          kind: "citizen",
          name: "周某某",
          idNumber,
          phone,
          ...(document === undefined ? {} : { document }),
        };
        const filed = await ask(people.clerk(at % 2 === 0 ? 1 : 2), "POST", "/permits/applications", {
          ...{ itemCode: "PL-015", materials: [], applicant },
        });
        if (filed.status !== 201) throw new Error(`${at}: ${filed.status} ${filed.text}`);
        ids.push(created.parse(JSON.parse(filed.text)).id);
      }
      await lived.running.settle(120_000);
    });
    afterAll(() => void vi.mocked(process.stdout.write).mockRestore());

    const told = (text: string) =>
      everyone.flatMap(({ idNumber, phone }) => [idNumber, phone]).filter((one) => text.includes(one));

    test("some of them pass for a credit code", () => {
      expect(everyone.filter(({ idNumber }) => parseUscc(idNumber).ok).length).toBeGreaterThan(10);
    });

    test("in no view, list, search, history, notice or duty list", async () => {
      for (const [at, id] of ids.entries()) {
        if (at % 10 === 0) await ask(people.supervisor, "GET", `/permits/applications/${id}/history`);
        if (at % 5 === 0) await ask(people.clerk(1), "GET", `/permits/applications/${id}`);
        if (at % 20 === 0) {
          const { idNumber, document } = everyone[at] ?? { idNumber: "" };
          const by = { idNumber, ...(document === undefined ? {} : { document }) };
          await ask(people.clerk(1), "POST", "/permits/applications/search", by);
          await ask(people.clerk(1), "GET", `/permits/assignments/${id}`);
        }
      }
      const lists = services
        .flatMap(({ routes }) => routes)
        .filter(({ method, path, query }) => method === "GET" && !path.includes("{") && query instanceof z.ZodObject);
      const staff = [people.clerk(1), people.supervisor, people.mayor, people.approver("agriculture-centre")];
      for (const { path, query } of lists)
        for (const who of staff) {
          const paged = query instanceof z.ZodObject && "cursor" in query.shape;
          let cursor = "";
          for (let turn = 0; turn < 12; turn += 1) {
            const { status, text } = await ask(who, "GET", paged ? `${path}?limit=100${cursor}` : path);
            const next = status === 200 && paged ? page.safeParse(JSON.parse(text)).data?.next : undefined;
            if (next === undefined) break;
            cursor = `&cursor=${encodeURIComponent(next)}`;
          }
        }
      expect(told(shown.join("\n"))).toEqual([]);
      expect(shown.join("\n").split("周**").length).toBeGreaterThan(1_000);
    });

    test("in no paper: its letters, and the register of them", async () => {
      let read = 0;
      for (const id of ids.filter((_id, at) => at % 10 === 0)) {
        const { text } = await ask(people.clerk(1), "GET", `/permits/applications/${id}/documents`);
        for (const paper of page.parse(JSON.parse(text)).items) {
          const { status } = await ask(people.clerk(1), "GET", `/permits/documents/${paper.id}/html`);
          if (status === 200) read += 1;
        }
      }
      expect(read).toBeGreaterThanOrEqual(100);
      expect(told(shown.join("\n"))).toEqual([]);
    });

    test("in no event, nor in what an event says openly in the file, of any service", () => {
      const open = recordedIn(lived.directory).map(({ event }) => {
        const { personal: _personal, ...rest } = event;
        return JSON.stringify(rest);
      });
      expect(told(open.join("\n"))).toEqual([]);
      expect(told(JSON.stringify(publishedIn(lived.directory)))).toEqual([]);
    });

    test("in no line of the log", () => {
      lived.running.runtimes.get("permits")?.observability.warn("the end of the log");
      expect(logged.join("\n")).toContain("the end of the log");
      expect(told(logged.join("\n"))).toEqual([]);
    });
  });
}
