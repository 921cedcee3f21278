import type { GridEvent } from "../../events/domain/event.ts";

/**
 * Whether a matter is still what the writer of an entry saw: its state, its round, what it is and where. What a clock or a
 * reader added since changes nothing for him.
 */
export const isSameMatter = (then: GridEvent, now: GridEvent): boolean =>
  then.status === now.status &&
  then.round === now.round &&
  then.category === now.category &&
  then.urgency === now.urgency &&
  then.where.grid === now.where.grid;
