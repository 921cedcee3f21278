import { dueIndex, type Item } from "../store/index.ts";
import type { Service } from "./manifest.ts";
import type { Runtime } from "./runtime.ts";

const batch = 50;

/**
 * The Lambda handler of a service's schedule: acts on every deadline that has passed, in the order in which they fell
 * due. Acting moves the deadline on in the same transaction, so that a second sweep finds nothing to do twice.
 * @returns how many deadlines were acted on, and how many failed and stay for the next sweep
 */
export function clockworkFor(service: Service, runtime: Runtime) {
  return async (): Promise<{ done: number; failed: number }> => {
    const seen = new Set<string>();
    let done = 0;
    for (let more = true; more; ) {
      const due = await dueNow(runtime, batch + seen.size);
      const open = due.filter(({ sort }) => !seen.has(sort));
      for (const deadline of open) {
        seen.add(deadline.sort);
        if (await act(service, runtime, deadline)) done += 1;
      }
      more = open.length > 0;
    }
    runtime.observability.count("DeadlinesActedOn", done);
    runtime.observability.flush();
    return { done, failed: seen.size - done };
  };
}

interface Deadline {
  readonly sort: string;
  readonly due: string;
  readonly aggregate: string;
  readonly id: string;
}

/** Deadlines up to this instant, earliest first. */
async function dueNow(runtime: Runtime, limit: number): Promise<Deadline[]> {
  const page = await runtime.store.table.query({ index: dueIndex, partition: "due", to: `${runtime.clock()}~`, limit });
  return page.items.flatMap(deadlineOf);
}

/** The instant of the earliest deadline of all, passed or not, or of the earliest later than `after`; undefined: none. */
export async function nextDeadline(runtime: Runtime, after?: string): Promise<string | undefined> {
  const from = after === undefined ? {} : { from: `${after}~` };
  const page = await runtime.store.table.query({ index: dueIndex, partition: "due", limit: 1, ...from });
  return page.items.flatMap(deadlineOf)[0]?.due;
}

function deadlineOf(item: Item): Deadline[] {
  const sort = item[`${dueIndex}S`];
  const [due, aggregate, ...id] = typeof sort === "string" ? sort.split("#") : [];
  if (typeof sort !== "string" || due === undefined || aggregate === undefined) return [];
  return [{ sort, due, aggregate, id: id.join("#") }];
}

async function act(service: Service, runtime: Runtime, { due, aggregate, id }: Deadline): Promise<boolean> {
  try {
    const kind = service.aggregates.find(({ name }) => name === aggregate);
    const carried = await kind?.onDeadline?.(runtime, id, due);
    if (carried?.done === true) return true;
    runtime.observability.warn("deadline refused", { aggregate, code: carried?.code ?? "no-handler" });
  } catch (error) {
    runtime.observability.error("deadline failed", error, { aggregate });
  }
  return false;
}
