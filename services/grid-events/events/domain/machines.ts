import type { Decision } from "../../../../shared/decider/index.ts";
import { type GridEvent, openStatuses } from "./event.ts";
import type { CommandOf, EventEvent } from "./messages.ts";
import { about } from "./said.ts";

const open: ReadonlySet<GridEvent["status"]> = new Set(openStatuses);

/** G4: how many machines tell of it now, and how often. They move nothing (P-5), and a matter that is over keeps what it had. */
export function noteMachines(state: GridEvent, { machines }: CommandOf<"note-machines">): Decision<EventEvent> {
  if (!open.has(state.status)) return [];
  return [{ type: "grid-events.event.machines-noted", data: { ...about(state), machines }, personal: {} }];
}

/** P-6: what a camera saw is never shown to the public. */
export const isFromCamera = ({ reporter }: Pick<GridEvent, "reporter">): boolean => reporter.kind === "camera";
