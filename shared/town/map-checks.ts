import { areaOf, whereIs } from "../territory/area.ts";
import { sayFinding } from "../territory/findings.ts";
import { checkRings } from "../territory/rings.ts";
import type { TownProfile } from "./profile.ts";
import type { Problem } from "./text.ts";

type Rings = readonly (readonly (readonly [number, number])[])[];

/** X6: areas of the profile are sound: no ring crosses itself, holes lie within, and the planned area lies in the town. */
export function mapProblems({ territory, splits }: TownProfile): Problem[] {
  const features = territory.features.map(({ properties, geometry }, at) => ({
    path: ["territory", "features", at, "geometry"],
    name: properties.name.zh,
    polygons: [geometry.coordinates],
  }));
  const areas = splits.flatMap(({ name, area }, at) => {
    const polygons: readonly Rings[] =
      area.kind === "territory" ? [] : area.kind === "polygon" ? [area.coordinates] : area.coordinates;
    return [{ path: ["splits", at, "area"], name: name.zh, polygons }];
  });
  const faults = [...features, ...areas].flatMap(({ path, ...one }) =>
    checkRings([{ ...one, properties: {} }])
      .findings.filter(({ level }) => level === "fault")
      .map((finding) => ({ path, message: sayFinding(finding) })),
  );
  // Only of sound areas can one say whether a place lies in them.
  return faults.length > 0 ? faults : beyondTheTown(territory);
}

function beyondTheTown({ features }: TownProfile["territory"]): Problem[] {
  const of = (role: string) => features.filter(({ properties }) => properties.role === role);
  const town = areaOf(of("town").map(({ geometry }) => geometry.coordinates));
  return of("plannedArea").flatMap((feature) => {
    const corners = feature.geometry.coordinates.flat().map(([lng, lat]) => ({ lng, lat }));
    const at = corners.find((corner) => whereIs(corner, town) === "outside");
    const path = ["territory", "features", features.indexOf(feature), "geometry"];
    const names = [feature.properties.name.zh];
    return at === undefined ? [] : [{ path, message: sayFinding({ code: "outside", level: "fault", names, at }) }];
  });
}
