import { queue } from "../../../services/permits/hall/domain/decider.ts";
import type { Queue, QueueCommand, QueueEvent, QueueName, Take } from "../../../services/permits/hall/domain/queue.ts";
import { instantAt, todayIn } from "../../../shared/calendar/index.ts";
import {
  type Actor,
  type Context,
  type Decision,
  isRejection,
  type Recorded,
  theTownItself,
} from "../../../shared/decider/index.ts";
import { calendar, town } from "../../support/deciding.ts";
import { aResident, theClerk } from "../cases/builders.ts";

/** A Monday. */
export const monday = "2026-03-02";
export const theKiosk: Actor = { sub: "kiosk-1", name: "取号机", roles: ["device"] };
export const anotherClerk: Actor = { ...theClerk, sub: "clerk-2", name: "李四" };
export const anotherResident: Actor = { ...aResident, sub: "resident-2" };
export const general: QueueName = { group: "general", date: monday };

export const takeTicket = (more: Partial<Take> = {}): Take => ({ type: "take", queue: general, ...more });

/** What a decision knows at a time of day (`HH:MM`) in the town, or at an instant. */
export function at(time: string, actor: Actor = theTownItself, date = monday): Context {
  const now = time.length === 5 ? instantAt(date, time) : time;
  return { now, today: todayIn(now), actor, calendar, town, numbers: { take: () => 1 } };
}

/** A queue that lives through a day. */
export class HallDay {
  readonly events: Recorded<QueueEvent>[] = [];
  #state: Queue | undefined;

  get state(): Queue {
    if (this.#state === undefined) throw new Error("the queue has not begun");
    return this.#state;
  }

  status = (number: string) => this.state.tickets.find((ticket) => ticket.number === number)?.status;
  get numbers() {
    return this.state.tickets.map(({ number }) => number);
  }

  tell(command: QueueCommand, time: string, actor: Actor = theClerk): Decision<QueueEvent> {
    const context = at(time, actor);
    const decision = queue.decide(this.#state, command, context);
    if (isRejection(decision)) return decision;
    for (const event of decision) {
      const recorded = { ...event, sequence: this.events.length + 1, time: context.now, actor: actor.sub };
      this.#state = queue.evolve(this.#state, recorded);
      this.events.push(recorded);
    }
    return decision;
  }

  does(command: QueueCommand, time: string, actor?: Actor): this {
    const decision = this.tell(command, time, actor);
    if (isRejection(decision)) throw new Error(`${command.type} refused: ${JSON.stringify(decision)}`);
    return this;
  }

  /** As many tickets from the kiosk, a minute apart from 09:00 on. */
  taken(count: number): this {
    for (let nth = 0; nth < count; nth += 1) this.does(takeTicket(), `09:${String(nth).padStart(2, "0")}`, theKiosk);
    return this;
  }

  opened(window = "general-1", actor: Actor = theClerk, time = "08:30"): this {
    return this.does({ type: "open-window", queue: general, window }, time, actor);
  }

  /** Calls the next and answers its number. */
  called(time: string, window = "general-1", actor: Actor = theClerk): string | undefined {
    this.does({ type: "call", window }, time, actor);
    return this.state.latest;
  }

  /** Acts on every deadline up to a time. */
  letPass(time: string): this {
    for (let due = queue.nextDeadline?.(this.state); due !== undefined && due <= at(time).now; ) {
      this.does({ type: "pass-time" }, due, theTownItself);
      const next = queue.nextDeadline?.(this.state);
      if (next === due) throw new Error(`the deadline ${due} stands still`);
      due = next;
    }
    return this;
  }
}

/** One window open, one ticket at it, in the state. */
export function aTicketThat(
  status: "waiting" | "called" | "serving" | "served" | "no-show" | "transferred" | "left" | "unserved" | "unfinished",
): HallDay {
  const day = new HallDay().opened().taken(1);
  const number = "A001";
  switch (status) {
    case "waiting":
      return day;
    case "left":
      return day.does({ type: "leave", number }, "09:05");
    case "unserved":
      return day.letPass("19:00");
  }
  day.called("09:05");
  switch (status) {
    case "called":
      return day;
    case "transferred":
      return day.does({ type: "transfer", number, to: "rural" }, "09:06");
    case "no-show":
      day.does({ type: "recall", number }, "09:06").does({ type: "recall", number }, "09:07");
      return day.does({ type: "no-show", number }, "09:08");
  }
  day.does({ type: "serve", number }, "09:06");
  if (status === "unfinished") return day.letPass("19:00");
  return status === "serving" ? day : day.does({ type: "finish", number }, "09:20");
}
