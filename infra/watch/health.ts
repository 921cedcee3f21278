import { overdueIn } from "../../shared/service/overdue.ts";
import type { Table } from "../../shared/store/table.ts";
import { ok, type Part, type Probe, trouble } from "../embedded/ops/health.ts";
import type { QueueFigures } from "./queues.ts";
import type { WatchedNames } from "./watched.ts";

interface Looking {
  readonly names: WatchedNames;
  /** @returns undefined for a queue that is not there */
  readonly figures: (queue: string) => Promise<QueueFigures | undefined>;
  readonly tableOf: (name: string) => Table;
  /** Now, ISO 8601 in UTC. */
  readonly now: () => string;
}

export type CloudPart =
  | "tables"
  | "queues"
  | "waiting"
  | "deadLetters"
  | "undelivered"
  | "unrelayed"
  | "subscribers"
  | "sweep"
  | "setAside";

/** So long a deadline may have passed before the clockwork counts as standing still, and a message may wait. */
const limits = { sweep: 5 * 60_000, waiting: 15 * 60_000, unread: 1_000 } as const;

/**
 * How a town in the cloud is, part by part: the same words for `npm run ops -- health --cloud` and for the watch.
 * Where each part's remedy stands in infra/README.md is in `runbookOf`.
 */
export function cloudProbes(looking: Looking): Readonly<Record<CloudPart, Probe>> {
  const { names, tableOf, now } = looking;
  const nonEmpty = new NonEmpty();
  return {
    async tables() {
      await Promise.all(names.tables.map((name) => tableOf(name).read([probeKey])));
      return ok({ tables: names.tables.length });
    },
    async queues() {
      const all = [...names.inboxes, ...names.subscribers, ...names.dead, ...names.undelivered, ...names.unrelayed];
      const found = await each(all, looking.figures);
      const missing = found.filter(({ figures }) => figures === undefined).map(({ queue }) => queue);
      if (missing.length === 0) return ok({ queues: all.length });
      return trouble("failing", `缺少队列：${missing.join(" ")}`, `queues are missing: ${missing.join(" ")}`);
    },
    async waiting() {
      const found = await each(names.inboxes, looking.figures);
      const old = found.filter(({ queue, figures }) => nonEmpty.since(queue, figures, now()) > limits.waiting);
      const figures = { waiting: sum(found) };
      if (old.length === 0) return ok(figures);
      const told = old.map(({ queue }) => queue).join(" ");
      return trouble("degraded", `消息积压：${told}`, `messages wait too long: ${told}`, figures);
    },
    deadLetters: () => mustBeEmpty(looking, names.dead, "有死信待处理", "dead letters wait"),
    undelivered: () => mustBeEmpty(looking, names.undelivered, "有事件未能投递", "events were not delivered"),
    unrelayed: () => mustBeEmpty(looking, names.unrelayed, "有事件未能转发", "events were not relayed"),
    async subscribers() {
      const found = await each(names.subscribers, looking.figures);
      const unread = found.filter(({ figures }) => (figures?.waiting ?? 0) >= limits.unread);
      const figures = { waiting: sum(found) };
      if (unread.length === 0) return ok(figures);
      const told = unread.map(({ queue }) => queue).join(" ");
      return trouble("degraded", `订阅方没有读取：${told}`, `a subscriber does not read: ${told}`, figures);
    },
    async sweep() {
      const late = new Date(Date.parse(now()) - limits.sweep).toISOString();
      const { overdue } = await overdueOf(looking, late);
      if (overdue === 0) return ok();
      return trouble("failing", "到期事项未再检查", "deadlines are no longer looked at", { overdue });
    },
    async setAside() {
      const { setAside } = await overdueOf(looking, now());
      if (setAside === 0) return ok({ setAside });
      return trouble("degraded", "有到期事项被搁置", "deadlines are set aside: see GET /<service>/set-aside", {
        setAside,
      });
    },
  };
}

/** Nothing lies there: to ask for it costs least. */
const probeKey = { pk: "town#probe", sk: "state" } as const;

async function overdueOf({ names, tableOf }: Looking, upTo: string) {
  const all = await Promise.all(names.timed.map((name) => overdueIn(tableOf(name), upTo)));
  return {
    overdue: all.reduce((count, one) => count + one.overdue, 0),
    setAside: all.reduce((count, one) => count + one.setAside, 0),
  };
}

async function each(queues: readonly string[], figures: Looking["figures"]) {
  return Promise.all(queues.map(async (queue) => ({ queue, figures: await figures(queue) })));
}

async function mustBeEmpty(looking: Looking, queues: readonly string[], zh: string, en: string): Promise<Part> {
  const found = await each(queues, looking.figures);
  const some = found.filter(({ figures }) => figures !== undefined && figures.waiting + figures.inFlight > 0);
  if (some.length === 0) return ok({ messages: 0 });
  const told = some.map(({ queue }) => queue).join(" ");
  return trouble("degraded", `${zh}：${told}`, `${en}: ${told}`, { messages: sum(some) });
}

const sum = (found: readonly { readonly figures: QueueFigures | undefined }[]) =>
  found.reduce((all, { figures }) => all + (figures?.waiting ?? 0) + (figures?.inFlight ?? 0), 0);

/** Since when each look found messages in a queue. It is remembered by this process alone, so a new one begins anew. */
class NonEmpty {
  readonly #since = new Map<string, string>();

  /** @returns for how many milliseconds no look found the queue empty */
  since(queue: string, figures: QueueFigures | undefined, now: string): number {
    if (figures === undefined || figures.waiting + figures.inFlight === 0) {
      this.#since.delete(queue);
      return 0;
    }
    const first = this.#since.get(queue) ?? now;
    this.#since.set(queue, first);
    return Date.parse(now) - Date.parse(first);
  }
}
