import type { Context, Rejection } from "../../../../shared/decider/index.ts";
import { areaOf, type Place, whereIs } from "../../../../shared/territory/index.ts";
import { looksSwapped } from "./datum.ts";
import type { MapRules } from "./read-map.ts";
import { badInput } from "./refusals.ts";

type Town = Context["town"];

const territoryOf = ({ territory }: Town) =>
  territory.features.flatMap(({ properties, geometry }) => (properties.role === "town" ? [geometry.coordinates] : []));

/** What the town holds a map of grids against. */
export const mapRulesOf = (town: Town): MapRules => ({
  town: town.code,
  villages: town.villages.map(({ code }) => code),
  territory: territoryOf(town),
  specialKinds: town.gridEvents.specialKinds.map(({ code }) => code),
  sliver: town.gridEvents.sliver.squareMetres,
  households: town.gridEvents.households,
});

/**
 * G-18: why a place is not taken: it lies outside of the town. Where it would lie in the town with its axes swapped this is said; the
 * axes are not swapped for the caller. The line of the town belongs to the town.
 * @param given as the client named it
 * @param place the same in WGS 84
 */
export function placeFault(given: Place, place: Place, town: Town): Rejection | undefined {
  const territory = territoryOf(town);
  if (whereIs(place, areaOf(territory)) !== "outside") return undefined;
  const corners = territory.flat(2);
  const [lngs, lats] = [corners.map(([lng]) => lng), corners.map(([, lat]) => lat)];
  const box = [Math.min(...lngs), Math.min(...lats), Math.max(...lngs), Math.max(...lats)] as const;
  return looksSwapped(given, box)
    ? badInput("grid-events.axes-swapped", { ...given }, "?lng")
    : badInput("grid-events.outside-the-town", { ...given }, "?lng");
}
