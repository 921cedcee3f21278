import type { Queue, QueueCommand, QueueEvent, WindowVerb } from "./queue.ts";
import type { HallRefusal } from "./refusals.ts";

/** The words from which the tables of a queue are typed. Its tickets, windows and bookings have moves; it has none. */
export interface QueueWords {
  readonly state: Queue;
  readonly command: QueueCommand;
  readonly event: QueueEvent;
  readonly moves: Record<never, never>;
  readonly begins: "take" | "book" | "arrive" | WindowVerb;
  readonly begun: "permits.queue.opened";
  readonly refusal: HallRefusal;
}
