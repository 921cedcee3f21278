import { type Deadline, Due, deadlineAt } from "./due.ts";
import { type Loadable, ready } from "./later.ts";
import type { Aggregate } from "./manifest.ts";
import type { Runtime } from "./runtime.ts";
import { setAside, takeBack, whichAreSetAside } from "./set-aside.ts";

/** So many steps one aggregate may take in one sweep: three years of a daily deadline. */
const mostSteps = 1000;
/** So many of them at one instant. */
const mostAtOnce = 50;

export interface Swept {
  /** How many steps were taken. */
  readonly done: number;
  /** How many aggregates are set aside: their deadline makes no progress. */
  readonly failed: number;
}

interface Asked {
  /** Acts on deadlines up to this instant; by default up to now. */
  readonly upTo?: string;
  /** Asked before each step; true ends the sweep, and the next one goes on. */
  readonly stopped?: () => boolean;
}

/** So much of a service as its schedule needs. An aggregate may be loaded with its first deadline. */
export interface Timed {
  readonly aggregates: readonly Loadable<Aggregate, "name">[];
}

/**
 * The Lambda handler of a service's schedule: acts on every deadline that has passed, in the order in which they fell
 * due. A step moves the deadline on in its own transaction, so that a second sweep finds nothing to do twice. An
 * aggregate whose deadline makes no progress is set aside with its reason; the others go on, and the next sweep tries it
 * again.
 */
export function clockworkFor(service: Timed, runtime: Runtime) {
  return async ({ upTo, stopped }: Asked = {}): Promise<Swept> => {
    const sweep = new Sweep(service, runtime, upTo ?? runtime.clock());
    try {
      return await sweep.run(stopped ?? (() => false));
    } finally {
      runtime.observability.flush();
    }
  };
}

type Step = { readonly next: string | undefined } | { readonly reason: string };

class Sweep {
  readonly #service: Timed;
  readonly #runtime: Runtime;
  readonly #upTo: string;
  readonly #due: Due;
  readonly #steps = new Map<string, number>();
  readonly #failed = new Set<string>();
  #done = 0;

  constructor(service: Timed, runtime: Runtime, upTo: string) {
    this.#service = service;
    this.#runtime = runtime;
    this.#upTo = upTo;
    this.#due = new Due(runtime, upTo);
  }

  async run(stopped: () => boolean): Promise<Swept> {
    const { observability } = this.#runtime;
    const before = await whichAreSetAside(this.#runtime, this.#upTo);
    let ended = false;
    while (!ended && !stopped()) {
      const deadline = await this.#due.next();
      if (deadline === undefined) ended = true;
      else await this.#act(deadline, stopped);
    }
    if (ended) for (const which of before) if (!this.#failed.has(nameOf(which))) await takeBack(this.#runtime, which);
    if (this.#failed.size > 0) observability.count("DeadlinesSetAside", this.#failed.size);
    return { done: this.#done, failed: this.#failed.size };
  }

  /** Takes one step after another while the aggregate's deadline is the same instant. */
  async #act(deadline: Deadline, stopped: () => boolean): Promise<void> {
    const { aggregate, id, due } = deadline;
    const name = nameOf(deadline);
    if (this.#failed.has(name)) return;
    for (let atOnce = 1; !stopped(); atOnce += 1) {
      const steps = (this.#steps.get(name) ?? 0) + 1;
      this.#steps.set(name, steps);
      const step = atOnce > mostAtOnce || steps > mostSteps ? { reason: "too-many-steps" } : await this.#step(deadline);
      if ("reason" in step) return this.#setAside(deadline, step.reason);
      if (step.next === due) continue;
      if (step.next !== undefined) this.#due.put([deadlineAt(step.next, aggregate, id)]);
      return;
    }
  }

  async #step({ aggregate, id, due }: Deadline): Promise<Step> {
    try {
      const named = this.#service.aggregates.find(({ name }) => name === aggregate);
      const kind = named === undefined ? undefined : await ready(named);
      const passed = await kind?.onDeadline?.(this.#runtime, id, due);
      if (passed?.done !== true) return { reason: passed?.code ?? "no-handler" };
      this.#done += passed.steps;
      return { next: passed.next };
    } catch (error) {
      this.#runtime.observability.error("deadline failed", error, { aggregate });
      return { reason: error instanceof Error ? error.name : typeof error };
    }
  }

  async #setAside({ aggregate, id, due }: Deadline, reason: string): Promise<void> {
    this.#failed.add(nameOf({ aggregate, id }));
    this.#runtime.observability.warn("deadline set aside", { aggregate, due, reason });
    await setAside(this.#runtime, { aggregate, id, due, reason });
  }
}

const nameOf = ({ aggregate, id }: Pick<Deadline, "aggregate" | "id">) => `${aggregate}/${id}`;
