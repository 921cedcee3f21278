import { describe, expect, test } from "vitest";
import { aGridTown, eastStreet, market, theMap } from "../grid-town.ts";

const monday = "2026-03-02";
async function aDividedTown() {
  const town = aGridTown();
  await town.adopt(monday);
  const gridOf = (lng: number, lat: number, more: Record<string, string> = {}) =>
    town.get("/grid-of-place", { lng: String(lng), lat: String(lat), ...more });
  return { ...town, gridOf };
}
const centre = { lng: 101.9012345, lat: 25.0987654 };

describe("G-18: the grid of a place, asked by anybody", () => {
  test("the deepest ordinary grid, with special ones over it (G5)", async () => {
    const { gridOf } = await aDividedTown();
    const { body } = await gridOf(101.903, 25.1005);
    expect(body).toMatchObject({ on: monday, map: monday, special: [{ code: market, kind: "market" }], near: [] });
    const { body: inEast } = await gridOf(101.97, 25.125);
    expect(inEast).toMatchObject({ grid: { village: "532302105001", name: "东街三片" } });
  });

  test("where grids meet in a corner the smallest code counts, the parts before the whole", async () => {
    const { gridOf } = await aDividedTown();
    const { body } = await gridOf(centre.lng, centre.lat);
    expect(body).toMatchObject({ grid: { code: `${eastStreet.slice(0, 12)}002` } });
  });

  test("within the accuracy the neighbours are a hint", async () => {
    const { gridOf } = await aDividedTown();
    const { body } = await gridOf(centre.lng, centre.lat, { accuracy: "5" });
    expect(body.near).toContain("532302105200001");
    expect(body).toMatchObject({ accuracy: 5 });
  });

  test("G-19: a datum that is named is converted, none is guessed; what was given is told", async () => {
    const { gridOf } = await aDividedTown();
    const { body: plain } = await gridOf(101.920305, 25.098378);
    expect(plain).toMatchObject({ datum: "WGS-84", place: { lng: 101.920305, lat: 25.098378 } });
    const { body: converted } = await gridOf(101.920305, 25.098378, { datum: "GCJ-02" });
    expect(converted).toMatchObject({ datum: "GCJ-02", given: { lng: 101.920305, lat: 25.098378 } });
    expect(converted.place).not.toEqual(plain.place);
  });

  test("outside of the town is refused, swapped axes are named, both by what was given", async () => {
    const { gridOf } = await aDividedTown();
    expect(await gridOf(102.1, 25.1)).toMatchObject({ status: 422, body: { code: "grid-events.outside-the-town" } });
    expect(await gridOf(25.1, 101.9)).toMatchObject({
      status: 422,
      body: { code: "grid-events.axes-swapped", details: { lng: 25.1, lat: 101.9 } },
    });
    expect(await gridOf(181, 25.1)).toMatchObject({ status: 422, body: { code: "request.invalid" } });
  });

  test("on the line of the town: in the town; a hair outside: not", async () => {
    const { gridOf } = await aDividedTown();
    expect((await gridOf(102.015451, 25.1)).status).toBe(200);
    expect((await gridOf(102.0154511, 25.1)).status).toBe(422);
  });

  test("in a gap, or before the first map, a place has no grid and is taken all the same", async () => {
    const town = await aDividedTown();
    const { body } = await town.gridOf(101.9, 25.1, { on: "2026-03-01" });
    expect(body).toMatchObject({ on: "2026-03-01", special: [], near: [] });
    expect(body).not.toHaveProperty("grid");
    expect(body).not.toHaveProperty("map");
  });

  test("G-18: the answer of a day is that of its map, also when maps come later", async () => {
    const town = await aDividedTown();
    const whole = { ...theMap, features: theMap.features.filter(({ properties }) => !("parent" in properties)) };
    expect((await town.adopt("2026-03-03", whole)).status).toBe(201);
    const codeOn = async (on: string) => (await town.gridOf(101.97, 25.125, { on })).body.grid;
    expect(await codeOn(monday)).toMatchObject({ name: "东街三片" });
    expect(await codeOn("2026-03-03")).toMatchObject({ code: eastStreet });
  });
});
