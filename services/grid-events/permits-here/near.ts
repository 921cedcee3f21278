import { todayIn } from "../../../shared/calendar/index.ts";
import type { Runtime } from "../../../shared/service/index.ts";
import { everythingIn, type Loaded } from "../../../shared/store/index.ts";
import type { Place } from "../../../shared/territory/index.ts";
import { cellKeysAround, metresBetween } from "../grids/domain/around.ts";
import { type KnownPermit, knownPermit, permitPartition, standingOn } from "./domain/known-permit.ts";

/** So many are told of one place: the nearest. */
const most = 10;

/** A permit near a place, as it stands today. */
export interface PermitNear {
  readonly id: string;
  readonly number: string;
  readonly item: string;
  readonly name: KnownPermit["name"];
  readonly standing: KnownPermit["standing"];
  readonly validUntil?: string;
  readonly metres: number;
}

/** Whether the town relates a category to permits at all: only then is their absence a word. */
export const asksForPermits = (category: string, { town }: Pick<Runtime, "town">): boolean =>
  town.gridEvents.permits.items.some(({ categories }) => categories.includes(category));

/** Permits for what a category is about within the radius of the profile: those in force first, then the nearest. */
export async function permitsNear(category: string, place: Place, runtime: Runtime): Promise<readonly PermitNear[]> {
  const { items, radiusMetres } = runtime.town.gridEvents.permits;
  const wanted = new Set(items.filter(({ categories }) => categories.includes(category)).map(({ item }) => item));
  if (wanted.size === 0) return [];
  const lists = cellKeysAround(place, radiusMetres).map((cell) => ({
    index: "byPlace",
    partition: permitPartition(cell),
  }));
  // Every one of these squares: in a market street the nearest is not among the first by its key.
  const found = (await Promise.all(lists.map((list) => everythingIn(runtime.store, knownPermit, list)))).flat();
  const today = todayIn(runtime.clock()).toString();
  return found
    .flatMap((one) => nearOf(one, place, today))
    .filter(({ item, metres }) => wanted.has(item) && metres <= radiusMetres)
    .toSorted(
      (one, other) =>
        Number(other.standing === "valid") - Number(one.standing === "valid") || one.metres - other.metres,
    )
    .slice(0, most);
}

function nearOf({ id, state }: Loaded<KnownPermit>, place: Place, today: string): readonly PermitNear[] {
  if (state.place === undefined) return [];
  const { number, item, name, validUntil } = state;
  const metres = Math.round(metresBetween(place, state.place));
  const until = validUntil === undefined ? {} : { validUntil };
  return [{ id, number, item, name, standing: standingOn(state, today), metres, ...until }];
}
