import { toDate } from "../../../../shared/calendar/index.ts";
import type { Place } from "../../../../shared/territory/index.ts";

/** What two matters may share. */
export const sharedMarks = ["place", "act", "party", "time"] as const;
export type SharedMark = (typeof sharedMarks)[number];

/** What a lead or a case is compared by. */
export interface Trace {
  readonly places: readonly Place[];
  readonly items: readonly string[];
  /** Keys and names of whom it accuses. */
  readonly parties: readonly string[];
  readonly from: string;
  readonly until: string;
}

/** How near is the same place, and how near is the same time: for a hint alone, nothing follows from it. */
const nearMetres = 100;
const nearDays = 15;

/** What two matters share, in the order of the marks. */
export function sharedBy(one: Trace, other: Trace): readonly SharedMark[] {
  const found: Record<SharedMark, boolean> = {
    place: one.places.some((place) => other.places.some((that) => metresBetween(place, that) <= nearMetres)),
    act: one.items.some((item) => other.items.includes(item)),
    party: one.parties.some((party) => other.parties.includes(party)),
    time: daysApart(one, other) <= nearDays,
  };
  return sharedMarks.filter((mark) => found[mark]);
}

/** Worth a hint: the same party or the same place, and one thing more. Whether it is the same matter a person says. */
export const isWorthAHint = (shared: readonly SharedMark[]): boolean =>
  shared.length >= 2 && (shared.includes("party") || shared.includes("place"));

const metresOfDegree = 111_320;

/** Over some hundred metres the earth is flat. */
function metresBetween(one: Place, other: Place): number {
  const north = (one.lat - other.lat) * metresOfDegree;
  const east = (one.lng - other.lng) * metresOfDegree * Math.cos((one.lat * Math.PI) / 180);
  return Math.hypot(north, east);
}

function daysApart(one: Trace, other: Trace): number {
  if (one.from <= other.until && other.from <= one.until) return 0;
  const [earlier, later] = one.until < other.from ? [one.until, other.from] : [other.until, one.from];
  return toDate(earlier).until(toDate(later)).days;
}
