import { hoursLater, todayIn } from "../../../../shared/calendar/index.ts";
import type { Context, Decision } from "../../../../shared/decider/index.ts";
import { type GridEvent, type Proof, picturesAfter, picturesNamed } from "./event.ts";
import type { CommandOf, EventEvent } from "./messages.ts";
import { badInput } from "./refusals.ts";
import { about } from "./said.ts";

type Decided = Decision<EventEvent>;

/** Pictures after that are named and not there yet. */
const awaited = (state: GridEvent): readonly string[] =>
  picturesAfter(state).filter((one) => !state.received.includes(one));

/** A picture that the matter names is there, cleaned of what it told besides. */
export function notePicture(state: GridEvent, { sha256 }: CommandOf<"note-picture">): Decided {
  if (!picturesNamed(state).includes(sha256)) return badInput("grid-events.picture-unknown", { rule: "G2" }, "/sha256");
  if (state.received.includes(sha256)) return [];
  return [{ type: "grid-events.event.picture-received", data: about(state), personal: { sha256 } }];
}

/** G2: who closes names his pictures, and sends them when he has a network: within the hours of the profile. */
export const picturesDue = (
  { received, proof }: Pick<GridEvent, "received"> & { readonly proof: Proof },
  { now, town }: Pick<Context, "now" | "town">,
): { readonly picturesDue?: string } =>
  "without" in proof || proof.pictures.every((one) => received.includes(one))
    ? {}
    : { picturesDue: hoursLater(now, town.gridEvents.pictures.uploadHours) };

/** The instant at which pictures after are found to be missing. */
export const unprovedAt = (state: GridEvent): string | undefined =>
  state.unproved === true || awaited(state).length === 0 ? undefined : state.picturesDue;

/** G2: pictures after that did not come are told once. Another person then looks at the place, without a lot. */
export function unprovedInTime(state: GridEvent, { now }: Pick<Context, "now">): readonly EventEvent[] {
  const due = unprovedAt(state);
  if (due === undefined || now < due) return [];
  const data = { ...about(state), missing: awaited(state).length, on: todayIn(state.closedAt ?? now).toString() };
  return [{ type: "grid-events.event.unproved", data, personal: {} }];
}
