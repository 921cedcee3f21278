import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as z from "zod";

const corner = z.tuple([z.number(), z.number()]);
type Corner = z.output<typeof corner>;
const features = z.object({
  features: z.array(
    z.object({
      properties: z.object({ code: z.string(), parent: z.string().optional(), special: z.string().optional() }),
      geometry: z.object({ type: z.literal("Polygon"), coordinates: z.array(z.array(corner)) }),
    }),
  ),
});
const file = join(import.meta.dirname, "../../infra/towns/guangtong/grids.geojson");

interface Triangle {
  readonly code: string;
  readonly ring: readonly Corner[];
  readonly parent?: string;
}

/** The corner of a triangle's raster: `i` and `j` of `parts` steps along two of its sides. */
const between = ([a, b, c]: readonly [Corner, Corner, Corner], i: number, j: number, parts: number): Corner => {
  const at = (axis: 0 | 1) => a[axis] + ((b[axis] - a[axis]) * i + (c[axis] - a[axis]) * j) / parts;
  return [at(0), at(1)];
};

function divided({ code, ring }: Triangle, parts: number): Triangle[] {
  const [a, b, c] = ring;
  if (a === undefined || b === undefined || c === undefined) throw new Error(`${code} is no triangle`);
  const at = (i: number, j: number) => between([a, b, c], i, j, parts);
  const small: (readonly Corner[])[] = [];
  for (let i = 0; i < parts; i += 1)
    for (let j = 0; i + j < parts; j += 1) {
      small.push([at(i, j), at(i + 1, j), at(i, j + 1), at(i, j)]);
      if (i + j < parts - 1) small.push([at(i + 1, j), at(i + 1, j + 1), at(i, j + 1), at(i + 1, j)]);
    }
  return small.map((one, number) => ({
    ...{ code: `${code.slice(0, 12)}${String(number + 101)}`, ring: one, parent: code },
  }));
}

/** The made-up grids of the town, each divided into the square of `parts`: with 13 there are 2,028 of them within twelve. */
export function gridMosaic(parts = 13) {
  const { features: all } = features.parse(JSON.parse(readFileSync(file, "utf8")));
  const first = all
    .filter(({ properties: { parent, special } }) => parent === undefined && special === undefined)
    .map(({ properties: { code }, geometry }): Triangle => ({ code, ring: geometry.coordinates[0] ?? [] }));
  return [...first, ...first.flatMap((one) => divided(one, parts))];
}

export const asGeoJson = (grids: readonly Triangle[]) => ({
  type: "FeatureCollection",
  features: grids.map(({ code, ring, parent }) => ({
    type: "Feature",
    properties: { code, name: code, ...(parent === undefined ? {} : { parent }) },
    geometry: { type: "Polygon", coordinates: [ring] },
  })),
});

/** A place inside of each small grid, in an order that mixes them. */
export function placesIn(grids: readonly Triangle[], count: number): { readonly lng: number; readonly lat: number }[] {
  const small = grids.filter(({ parent }) => parent !== undefined);
  return Array.from({ length: count }, (_one, at) => {
    const [a, b, c] = small[(at * 977) % small.length]?.ring ?? [];
    if (a === undefined || b === undefined || c === undefined) throw new Error("no grid");
    const share = 0.2 + ((at * 37) % 100) / 500;
    const axis = (of: 0 | 1) => a[of] + (b[of] - a[of]) * share + (c[of] - a[of]) * (0.5 - share / 2);
    return { lng: axis(0), lat: axis(1) };
  });
}
