import { type Node, nodeAt } from "./node.ts";
import type { Promises } from "./promises.ts";

/**
 * What the readers of an earlier document can no longer count on, each in one line; none in a new version.
 * A place that is gone is named once, without all that lay in it.
 */
export function removalsSince(before: Node, now: Node, read: (document: Node) => Promises): readonly string[] {
  if (nodeAt(before, "info").version !== nodeAt(now, "info").version) return [];
  const earlier = read(before);
  const later = read(now);
  const missing = new Set([...earlier.kept].filter((line) => !later.kept.has(line)));
  const gone = [...missing].filter((line) => !outerPlaces(line).some((place) => missing.has(place)));
  const demanded = [...later.demands].filter(
    ([demand, place]) => !earlier.demands.has(demand) && earlier.kept.has(place),
  );
  return [...gone.map((line) => `removed: ${line}`), ...demanded.map(([demand]) => `newly: ${demand}`)].toSorted();
}

/** The places in which a line lies: `GET /a 200.items[]` for `GET /a 200.items[].id`. */
const outerPlaces = (line: string) => [...line.matchAll(/[ .[(]/g)].map(({ index }) => line.slice(0, index));
