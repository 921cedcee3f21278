import { dueIndex, type Item, type Position } from "../store/index.ts";
import type { Runtime } from "./runtime.ts";

/** A deadline as the index holds it; `sort` orders all of a service's deadlines. */
export interface Deadline {
  readonly sort: string;
  readonly due: string;
  readonly aggregate: string;
  readonly id: string;
}

const batch = 50;

/** The instant of the earliest deadline of all, passed or not, or of the earliest later than `after`; undefined: none. */
export async function nextDeadline(runtime: Runtime, after?: string): Promise<string | undefined> {
  const from = after === undefined ? {} : { from: `${after}~` };
  const page = await runtime.store.table.query({ index: dueIndex, partition: "due", limit: 1, ...from });
  return page.items.flatMap(deadlineOf)[0]?.due;
}

/**
 * The deadlines up to an instant, in order: those in the table, and those that acting on one brings (`put`). Each place
 * in the order is handed out once, so that it comes to an end.
 */
export class Due {
  readonly #runtime: Runtime;
  readonly #upTo: string;
  readonly #known = new Set<string>();
  #waiting: readonly Deadline[] = [];
  #read = "";
  #more: Position | "first" | undefined = "first";

  constructor(runtime: Runtime, upTo: string) {
    this.#runtime = runtime;
    this.#upTo = upTo;
  }

  /** Adds a deadline that an aggregate has now; one later than the instant, or handed out already, is left out. */
  put(deadlines: readonly Deadline[]): void {
    const fresh = deadlines.filter(({ sort, due }) => due <= this.#upTo && !this.#known.has(sort));
    for (const { sort } of fresh) this.#known.add(sort);
    if (fresh.length > 0) this.#waiting = [...this.#waiting, ...fresh].sort((a, b) => (a.sort < b.sort ? -1 : 1));
  }

  /** The earliest deadline that is left; undefined: there is no other. */
  async next(): Promise<Deadline | undefined> {
    while (this.#more !== undefined && (this.#waiting[0]?.sort ?? "~") > this.#read) await this.#readOn(this.#more);
    const [first, ...rest] = this.#waiting;
    this.#waiting = rest;
    return first;
  }

  async #readOn(after: Position | "first"): Promise<void> {
    const query = { index: dueIndex, partition: "due", to: `${this.#upTo}~`, limit: batch };
    const page = await this.#runtime.store.table.query(after === "first" ? query : { ...query, after });
    const found = page.items.flatMap(deadlineOf);
    this.put(found);
    this.#read = found.at(-1)?.sort ?? this.#read;
    this.#more = page.last;
  }
}

export const deadlineAt = (due: string, aggregate: string, id: string): Deadline => ({
  sort: `${due}#${aggregate}#${id}`,
  due,
  aggregate,
  id,
});

/** The deadline that an entry of the index stands for. */
export function deadlineOf(item: Item): Deadline[] {
  const sort = item[`${dueIndex}S`];
  const [due, aggregate, ...id] = typeof sort === "string" ? sort.split("#") : [];
  return due === undefined || aggregate === undefined ? [] : [deadlineAt(due, aggregate, id.join("#"))];
}
