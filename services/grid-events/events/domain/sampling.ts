import { startOfDay, todayIn } from "../../../../shared/calendar/index.ts";
import type { Context, Decision } from "../../../../shared/decider/index.ts";
import type { GridEvent } from "./event.ts";
import type { CommandOf, EventEvent } from "./messages.ts";
import { unprovedAt } from "./pictured.ts";
import { notNow, notYou, refuse } from "./refusals.ts";
import { about } from "./said.ts";
import { byMachine, isReporter } from "./who.ts";

type Decided = Decision<EventEvent>;

/** G2: whether a matter that was solved in the grid is in the sample, and what another person found. */
export interface Sample {
  /** The day whose seed decided. */
  readonly on: string;
  readonly drawn: boolean;
  readonly found?: { readonly right: boolean; readonly at: string };
}

/** The day after which it is drawn: while that day lasts nobody knows its seed, so that nobody closes by it. */
export const drawnFor = ({ status, solved, closedAt, sample }: GridEvent): string | undefined => {
  const waits = (status === "closed" || status === "rated") && solved?.how === "in-the-grid" && sample === undefined;
  return waits && closedAt !== undefined ? todayIn(closedAt).toString() : undefined;
};
/** The instant at which it is drawn. */
export const drawingAt = (state: GridEvent): string | undefined => {
  const on = drawnFor(state);
  return on === undefined
    ? undefined
    : startOfDay(
        todayIn(state.closedAt ?? "")
          .add({ days: 1 })
          .toString(),
      );
};

/** The day whose seed draws it next, unless its pictures after are due before. */
export const nextDrawFor = (state: GridEvent): string | undefined => {
  const [drawing, unproved] = [drawingAt(state), unprovedAt(state)];
  return drawing === undefined || (unproved !== undefined && unproved < drawing) ? undefined : drawnFor(state);
};

/** The seed of the day decides, and nobody else. */
export function draw(state: GridEvent, { on, drawn }: CommandOf<"draw">): Decided {
  if (drawnFor(state) !== on) return [];
  return [{ type: "grid-events.event.sampled", data: { ...about(state), on, drawn }, personal: {} }];
}

/** G2: another person looks at the place: neither who solved it, nor who reported it. Once. */
export function checkSample(
  state: GridEvent,
  { right, notes }: CommandOf<"check-sample">,
  { actor }: Context,
): Decided {
  const refused = byMachine(actor);
  if (refused !== undefined) return refused;
  if (state.sample?.drawn !== true) return notNow("grid-events.not-in-the-sample", { rule: "G2" });
  if (state.sample.found !== undefined) return refuse("grid-events.nothing-changed", {});
  if (state.solved?.by.includes(actor.sub) === true || isReporter(state, actor))
    return notYou("grid-events.handler-cannot-verify", { rule: "G2" });
  return [{ type: "grid-events.event.sample-checked", data: { ...about(state), right }, personal: { notes } }];
}
