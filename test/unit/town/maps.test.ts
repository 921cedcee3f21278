import { describe, expect, test } from "vitest";
import { loadTown } from "../../../shared/town/profile.ts";
import { profile } from "../../support/tally-town.ts";

const [town, planned] = profile.territory.features;
if (town === undefined || planned === undefined) throw new Error("the profile has two features");
const [outer = []] = town.geometry.coordinates;
const loading = (territory: object) => loadTown({ ...profile, territory });
const drawn = (feature: object, ...others: object[]) => ({ type: "FeatureCollection", features: [feature, ...others] });
const ring = (coordinates: unknown) => ({ ...town, geometry: { type: "Polygon", coordinates: [coordinates] } });

describe("X6: the map of a profile", () => {
  test("is taken as a tool writes it", () => {
    const multi = {
      type: "MultiPolygon",
      coordinates: [town.geometry.coordinates.map((one) => one.map((at) => [...at, 1890.5]))],
    };
    const written = {
      ...{
        name: "镇域",
        crs: { type: "name", properties: { name: "urn:ogc:def:crs:OGC:1.3:CRS84" } },
        bbox: [1, 2, 3, 4],
      },
      ...drawn({ ...town, id: 1, properties: { ...town.properties, fid: 7, note: null }, geometry: multi }, planned, {
        type: "Feature",
        properties: {},
        geometry: null,
      }),
    };
    expect(loading(written).territory).toEqual(profile.territory);
  });

  test("another coordinate system is refused", () => {
    const crs = { type: "name", properties: { name: "EPSG:3857" } };
    expect(() => loading({ crs, ...profile.territory })).toThrow(/territory/);
  });

  test("a territory that crosses itself is refused, with a place; the same ring in order is not", () => {
    const [, second = [0, 0], , , , sixth = [0, 0]] = outer;
    const crossed = outer.with(1, sixth).with(5, second);
    expect(() => loading(drawn(ring(crossed), planned))).toThrow(/边界自相交.*@\d+\.\d+,\d+\.\d+/);
    expect(loading(drawn(ring(outer), planned)).territory.features).toHaveLength(2);
  });

  test("a planned area that reaches beyond the town is refused", () => {
    const geometry = { ...planned.geometry, coordinates: [outer.map(([lng, lat]) => [lng + 0.0001, lat])] };
    expect(() => loading(drawn(town, { ...planned, geometry }))).toThrow(/超出上级范围/);
    const within = { ...planned.geometry, coordinates: town.geometry.coordinates };
    expect(loading(drawn(town, { ...planned, geometry: within })).territory.features).toHaveLength(2);
  });
});
