import { Temporal } from "temporal-polyfill";
import { startOfDay, todayIn } from "../../shared/calendar/index.ts";
import {
  type Actor,
  type Context,
  type Decider,
  type Decision,
  type DomainEvent,
  isRejection,
  type Recorded,
  theTownItself,
} from "../../shared/decider/index.ts";
import { on } from "./deciding.ts";

/** An aggregate that lives: told commands on days, its deadlines acted on as time passes. */
export class Living<S, C, E extends DomainEvent> {
  readonly events: Recorded<E>[] = [];
  readonly #decider: Decider<S, C, E>;
  readonly #know: (date: string, actor: Actor) => Context;
  #state: S | undefined;

  constructor(decider: Decider<S, C, E>, know: (date: string, actor: Actor) => Context = on) {
    this.#decider = decider;
    this.#know = know;
  }

  get state(): S {
    if (this.#state === undefined) throw new Error("nothing has begun");
    return this.#state;
  }

  get types(): string[] {
    return this.events.map(({ type }) => type);
  }

  tell(command: C, date: string, actor: Actor = theTownItself): Decision<E> {
    const known = this.#know(date, actor);
    const decision = this.#decider.decide(this.#state, command, known);
    if (isRejection(decision)) return decision;
    for (const event of decision) {
      const recorded = { ...event, sequence: this.events.length + 1, time: known.now, actor: actor.sub };
      this.#state = this.#decider.evolve(this.#state, recorded);
      this.events.push(recorded);
    }
    return decision;
  }

  lawfully(command: C, date: string, actor?: Actor): this {
    const decision = this.tell(command, date, actor);
    if (isRejection(decision)) throw new Error(`refused: ${JSON.stringify(decision)}`);
    return this;
  }

  /** Acts on every deadline up to the first hour of a day, each on its own day; answers those days. */
  letPass(until: string): string[] {
    const days: string[] = [];
    for (;;) {
      const due = this.#decider.nextDeadline?.(this.state);
      if (due === undefined || Temporal.Instant.compare(due, startOfDay(until)) > 0) return days;
      if (days.length > 50) throw new Error("the clockwork does not come to rest");
      const command = this.#decider.onDeadline?.(this.state);
      if (command === undefined) throw new Error("a deadline without a command");
      const date = todayIn(due).toString();
      this.lawfully(command, date);
      if (this.#decider.nextDeadline?.(this.state) === due) throw new Error(`the deadline ${due} stands still`);
      days.push(date);
    }
  }
}
