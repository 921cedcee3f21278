import type { TownProfile } from "../town/profile.ts";
import type { Split } from "../town/splits.ts";
import { type Area, areaOf, type Place, type Polygons, whereIs } from "./area.ts";

type Mapped = Omit<Split, "area"> & { readonly area: Area };

/** A town's map, ready to be asked. */
export interface Territory {
  readonly town: Area;
  readonly splits: readonly Mapped[];
}

export type MappedTown = Pick<TownProfile, "territory" | "splits">;

const known = new WeakMap<MappedTown, Territory>();

/** The map of a profile; worked out once per profile. */
export function territoryOf(town: MappedTown): Territory {
  const before = known.get(town);
  if (before !== undefined) return before;
  const territory = {
    town: areaOf(featuresOf(town, "town")),
    splits: town.splits.map(({ area, ...split }) => ({ ...split, area: areaOf(polygonsOf(town, area)) })),
  };
  known.set(town, territory);
  return territory;
}

const featuresOf = ({ territory }: MappedTown, role: "town" | "plannedArea"): Polygons =>
  territory.features.filter(({ properties }) => properties.role === role).map(({ geometry }) => geometry.coordinates);

function polygonsOf(town: MappedTown, area: Split["area"]): Polygons {
  switch (area.kind) {
    case "territory":
      return featuresOf(town, area.role);
    case "polygon":
      return [area.coordinates];
    case "polygons":
      return area.coordinates;
  }
}

/** What a place is asked about: an item, and the domain it belongs to. */
export interface Matter {
  readonly code: string;
  readonly domain?: string | undefined;
}

/** The splits that bear on a matter on a day (ISO date): its own, or else those of its domain. */
export function splitsOf({ splits }: Territory, { code, domain }: Matter, day: string): readonly Mapped[] {
  const valid = splits.filter(({ from, until = "9999-12-31" }) => from <= day && day <= until);
  const own = valid.filter(({ items }) => items.includes(code));
  return own.length > 0 || domain === undefined ? own : valid.filter(({ domains }) => domains.includes(domain));
}

/** A split that gives a place to the county; `town`: the place is outside the town altogether. */
export interface GivenAway {
  readonly split: string;
  readonly name: Split["name"];
  readonly legalBasis?: string;
}

/**
 * P8: the splits by which a place is not the town's in this matter on this day; none: the town may act there. The town's
 * own border counts as within the town.
 */
export function givenAway(territory: Territory, matter: Matter, place: Place, day: string): readonly GivenAway[] {
  const outside = whereIs(place, territory.town) === "outside" ? [beyond] : [];
  const others = splitsOf(territory, matter, day).filter(({ area, town, line }) => {
    const where = whereIs(place, area);
    return where === "on the line" ? line === "county" : where !== town;
  });
  return [...outside, ...others.map(({ id, name, legalBasis }) => ({ split: id, name, legalBasis }))];
}

const beyond: GivenAway = { split: "town", name: { zh: "本镇行政区域", en: "the town" } };
