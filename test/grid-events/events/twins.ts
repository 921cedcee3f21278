import { type MatterTrace, similarTo } from "../../../services/grid-events/events/domain/similar.ts";
import type { GridEventRules } from "../../../shared/town/grid-events.ts";
import { numbersFrom } from "../../support/chance.ts";

/** A report of the set, with the one that tells of the same matter. */
export interface SetReport extends MatterTrace {
  readonly twin?: string;
}

const metresPerDegree = 111_195;
const categories = ["road-pit", "street-light", "litter", "dirty-water", "street-trade", "illegal-building", "manhole"];
/** Where people live: most reports come from some twenty places. */
const places = 20;

/**
 * Reports of a month in a town, some of them twins: the same thing told again by somebody else, as far off as a phone measures (some 15 m),
 * some hours later. A tenth names the component. Manholes and holes in the road are of one group.
 */
export function reportsWithTwins(
  seed: number,
  { reports, twins }: { readonly reports: number; readonly twins: number },
) {
  const next = numbersFrom(seed);
  const normal = () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
  const moved = ({ lng, lat }: { readonly lng: number; readonly lat: number }, metres: number) => ({
    lng: lng + (normal() * metres) / (metresPerDegree * Math.cos((lat * Math.PI) / 180)),
    lat: lat + (normal() * metres) / metresPerDegree,
  });
  const start = Date.parse("2026-03-02T00:00:00.000Z");
  const at = (hours: number) => new Date(start + hours * 3_600_000).toISOString();
  const centres = Array.from({ length: places }, () => ({ lng: 101.85 + next() * 0.15, lat: 25.05 + next() * 0.15 }));
  const all: SetReport[] = [];
  const alone = reports - 2 * twins;
  for (let number = 0; number < alone + twins; number += 1) {
    const centre = centres[Math.floor(next() * places)] ?? { lng: 101.9, lat: 25.1 };
    const category = categories[Math.floor(next() * categories.length)] ?? "litter";
    const hours = next() * 30 * 24;
    const place = moved(centre, 400);
    const component = next() < 0.1 ? { component: `532302${String(number).padStart(10, "0")}` } : {};
    const one = { id: `R${number}`, category, reportedAt: at(hours), place, ...component };
    if (number < alone) {
      all.push(one);
      continue;
    }
    const other = category === "road-pit" && next() < 0.3 ? "manhole" : category;
    const quick = category === "street-trade" || category === "litter" ? 5 : 30;
    const twin = {
      ...one,
      id: `T${number}`,
      category: other,
      place: moved(place, 10),
      reportedAt: at(hours + next() * quick),
    };
    all.push({ ...one, place: moved(place, 10), twin: twin.id }, { ...twin, twin: one.id });
  }
  return all.toSorted((a, b) => (a.reportedAt < b.reportedAt ? -1 : 1));
}

/**
 * How good the hints are: the share of twins whose other one is among the first three, and the hints of a report that has none.
 * Each report sees those before it, as it came.
 */
export function hintQuality(all: readonly SetReport[], rules: Pick<GridEventRules, "categories" | "duplicates">) {
  let [found, late, hintsAlone, alone] = [0, 0, 0, 0];
  for (const [at, one] of all.entries()) {
    const hints = similarTo(one, all.slice(0, at), rules);
    if (one.twin === undefined) {
      alone += 1;
      hintsAlone += hints.length;
    } else if (all.slice(0, at).some(({ id }) => id === one.twin)) {
      late += 1;
      if (hints.some(({ id }) => id === one.twin)) found += 1;
    }
  }
  return { reports: all.length, twins: late, recall: found / late, hintsWithoutTwin: hintsAlone / alone };
}
