import { loadProfileFrom } from "../../infra/towns/load.ts";
import { hintQuality, reportsWithTwins } from "../grid-events/events/twins.ts";

/** How good the hints of the town's profile are, on three seeded sets of a month, and what one report costs among 1,000. */
export function duplicates() {
  const { gridEvents } = loadProfileFrom("guangtong");
  const sets = [1, 2, 3].map((seed) => reportsWithTwins(seed, { reports: 1_000, twins: 200 }));
  const started = performance.now();
  const measured = sets.map((set) => hintQuality(set, gridEvents));
  return { sets: measured, msPerReport: (performance.now() - started) / (sets.length * 1_000) };
}
