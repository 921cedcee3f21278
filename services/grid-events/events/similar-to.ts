import { hoursLater } from "../../../shared/calendar/index.ts";
import type { Runtime } from "../../../shared/service/index.ts";
import type { Loaded } from "../../../shared/store/index.ts";
import { gridEvent } from "./domain/decider.ts";
import type { GridEvent } from "./domain/event.ts";
import {
  cellsAround,
  componentPartition,
  type MatterTrace,
  type SimilarHint,
  similarRuleOf,
  similarTo,
  traceOf,
} from "./domain/similar.ts";

/** Of one part of the index: more of them in the time of a rule are a storm, and no twins. */
const mostLooked = 200;
const mayBeTheSame: ReadonlySet<GridEvent["status"]> = new Set([
  ...(["reported", "accepted", "handling-here", "filed", "dispatched", "returned"] as const),
  ...(["handling", "verifying", "rework", "closed", "rated"] as const),
]);

/** A hint with the matter it leads to. */
export interface SimilarMatter {
  readonly hint: SimilarHint;
  readonly loaded: Loaded<GridEvent>;
}

/**
 * Matters that may be the same as this one, by the index: the likeliest first, at most three.
 * @param refused ids of those that somebody has already found to be others
 */
export async function mattersLike(
  trace: MatterTrace,
  { store, town }: Pick<Runtime, "store" | "town">,
  refused: readonly string[] = [],
): Promise<readonly SimilarMatter[]> {
  const rule = similarRuleOf(trace.category, town.gridEvents);
  if (rule === undefined) return [];
  const span = rule.hours + rule.closedHours;
  const within = { from: hoursLater(trace.reportedAt, -span), to: `${hoursLater(trace.reportedAt, rule.hours)}~` };
  const { place, component } = trace;
  const cells = place === undefined || rule.radiusMetres === 0 ? [] : cellsAround(place, rule.radiusMetres);
  const lists = [
    ...cells.map((partition) => ({ index: "byPlace", partition })),
    ...(component === undefined ? [] : [{ index: "byComponent", partition: componentPartition(component) }]),
  ];
  const pages = await Promise.all(
    lists.map((list) => store.list(gridEvent, { ...list, ...within, descending: true, limit: mostLooked })),
  );
  const found = new Map(
    pages
      .flatMap(({ items }) => items)
      .filter(({ id, state }) => mayBeTheSame.has(state.status) && !refused.includes(id))
      .filter(({ state }) => !state.others.includes(trace.id))
      .map((one) => [one.id, one]),
  );
  const traces = [...found.values()].map(({ id, state }) => traceOf(id, state));
  return similarTo(trace, traces, town.gridEvents).flatMap((hint) => {
    const loaded = found.get(hint.id);
    return loaded === undefined ? [] : [{ hint, loaded }];
  });
}
