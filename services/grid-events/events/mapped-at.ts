import { todayIn } from "../../../shared/calendar/index.ts";
import type { Runtime } from "../../../shared/service/index.ts";
import { type Datum, measured } from "../grids/domain/datum.ts";
import { ancestorsOf } from "../grids/domain/grid-map.ts";
import { gridsAt, gridsWithin } from "../grids/domain/place-index.ts";
import { mapOn } from "../grids/index.ts";
import type { Mapped } from "./domain/messages.ts";

/** What the map of today makes of a place. */
export async function mappedAt(
  runtime: Runtime,
  at: {
    readonly place: { readonly lng: number; readonly lat: number };
    readonly datum: Datum;
    readonly accuracy?: number | undefined;
  },
): Promise<Mapped | undefined> {
  const map = await mapOn(runtime, todayIn(runtime.clock()).toString());
  if (map === undefined) return undefined;
  const { place } = measured(at.place, at.datum);
  const found = gridsAt(map, place);
  const parents = new Map(map.grids.map(({ code, parent }) => [code, parent]));
  return {
    ...found,
    near: at.accuracy === undefined ? [] : gridsWithin(map, place, at.accuracy),
    above: found.ordinary === undefined ? [] : ancestorsOf(found.ordinary, parents),
  };
}
