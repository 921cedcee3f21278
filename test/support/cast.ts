import { expect } from "vitest";
import type { Actor } from "../../shared/decider/index.ts";
import type { Runtime, Service } from "../../shared/service/index.ts";
import { memoryTable, Store, type Table } from "../../shared/store/index.ts";
import { type Answered, talkTo } from "./http.ts";
import { offersTold, readersOf } from "./offers.ts";
import type { Asked } from "./tally-town.ts";

type Claims = NonNullable<Asked["claims"]>;

/** A table with the same items: what is tried on it changes nothing of the first. */
async function copyOf(table: Table): Promise<Table> {
  const inner = memoryTable(table.name);
  const { table: copy } = new Store(inner);
  let after: Parameters<Table["scan"]>[0]["after"];
  do {
    const { items, last } = await table.scan({ limit: 100, ...(after === undefined ? {} : { after }) });
    for (const item of items) await copy.write([{ item, expect: "absent" }]);
    after = last;
  } while (after !== undefined);
  return inner;
}

/** Bodies that some step took, by its path with `{id}`. */
type Bodies = Map<string, string>;

interface Found {
  /** Steps that were offered, and taken by the person to whom they were offered. */
  readonly taken: Set<string>;
  readonly wrong: string[];
  tried: number;
}

const rolesIn = (claims: Claims) =>
  String(claims.roles)
    .replace(/^\[|\]$/g, "")
    .split(" ");

type But = readonly (number | `${string} ${number}`)[];

interface Thing {
  readonly at: string;
  readonly id: string;
  /** Refusals that follow from the part or the day that a body names, of any step (`409`) or of one (`end 403`). */
  readonly but: But;
}

/**
 * Holds what each of a cast is offered on one thing against what the thing answers him: every step of his roles is tried, on
 * a copy of the town. An open offer is never refused to his person or for the state; what is blocked or missing never works.
 */
async function tryCast(
  service: Service,
  runtime: Runtime,
  cast: readonly Claims[],
  bodies: Bodies,
  { at, id, but }: Thing,
  found: Found,
): Promise<void> {
  const steps = service.routes.filter(({ step, path }) => step !== undefined && path === `${at}/{id}/${step}`);
  const fresh = async () => talkTo(service, { ...runtime, store: new Store(await copyOf(runtime.store.table)) });
  /** The same again is answered as done, and changes nothing. */
  const isChanged = async ({ body }: Answered, claims: Claims) => {
    const [reader] = readersOf(service, at);
    const before =
      reader === undefined ? undefined : await (await fresh())({ path: reader.path.replace("{id}", id), claims });
    return before?.body.version !== body.version;
  };
  let ask = await fresh();
  for (const claims of cast) {
    const offers = await offersTold(service, ask, claims, at, id);
    if (offers === undefined) continue;
    for (const { step = "", path, allow } of steps) {
      const body = bodies.get(path);
      const opens = allow !== "public" && rolesIn(claims).some((role) => allow.some((one) => one === role));
      if (body === undefined || !opens) continue;
      const offer = offers.find(({ verb }) => verb === step);
      const open = offer !== undefined && offer.blocked === undefined;
      const answer = await ask({ method: "POST", path: `${at}/${id}/${step}`, body, claims });
      found.tried += 1;
      const said = open ? "offered" : (offer?.blocked?.code ?? "not offered");
      const refused = [403, 404, 409].filter((status) => !but.includes(status) && !but.includes(`${step} ${status}`));
      const isWrong = open
        ? refused.includes(answer.status)
        : answer.status === 200 && (await isChanged(answer, claims));
      const what = `${path} as ${claims.sub}: ${said}, answered ${answer.status} ${answer.body.code ?? ""} ${body}`;
      if (isWrong) found.wrong.push(what);
      if (answer.status !== 200) continue;
      if (open) found.taken.add(path);
      ask = await fresh();
    }
  }
}

interface Town {
  readonly runtime: Runtime;
  settle(): Promise<void>;
  day?(date: string): void;
}

/** What happens to a thing: who takes which step with which body; or what was published is delivered; or another day comes. */
export type Life = readonly (
  | readonly [verb: string, by: Actor, body?: object]
  | readonly [wait: "settle"]
  | readonly [wait: "day", date: string]
)[];

/** Lives of things of a service, before a cast that tries every step at each stage. */
export function theatre<T extends Town>(
  service: Service,
  cast: readonly Claims[],
  {
    open,
    tell,
  }: {
    readonly open: () => Promise<T>;
    readonly tell: (town: T, by: Actor, path: string, body: object) => Promise<Answered>;
  },
) {
  const bodies: Bodies = new Map();
  const found: Found = { taken: new Set(), wrong: [], tried: 0 };

  /** Lives a life twice: first to learn what may be sent, then with the whole cast before each step. */
  async function live(begin: (town: T) => Promise<string>, at: string, life: Life, but: But = []): Promise<void> {
    const already = found.wrong.length;
    for (const tries of [false, true]) {
      const town = await open();
      const thing = { at, id: await begin(town), but };
      for (const [verb, by, body = {}] of life) {
        if (tries) await tryCast(service, town.runtime, cast, bodies, thing, found);
        if (by === undefined) {
          await town.settle();
          continue;
        }
        if (typeof by === "string") {
          town.day?.(by);
          continue;
        }
        const answer = await tell(town, by, `${at}/${thing.id}/${verb}`, body);
        expect([verb, answer.status], JSON.stringify(answer.body)).toEqual([verb, 200]);
        bodies.set(`${at}/{id}/${verb}`, JSON.stringify(body));
      }
      if (tries) await tryCast(service, town.runtime, cast, bodies, thing, found);
    }
    expect(found.wrong.slice(already)).toEqual([]);
  }

  return { live, found, lived: () => [...bodies.keys()] };
}
