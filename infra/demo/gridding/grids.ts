import { readFileSync } from "node:fs";
import * as z from "zod";
import { dispatcher, gridWorker, mayor } from "../people.ts";
import { line } from "../show.ts";
import type { Week } from "../week.ts";

/** The grid of the day: part of a community, with a worker and a stand-in. */
export const grid = "532302105001001";
export const inGrid = { lng: 101.97, lat: 25.125 };
const drawn = new URL("../../towns/guangtong/grids.geojson", import.meta.url);
const standing = z.object({ id: z.string() });
const check = z.object({ grids: z.int(), faults: z.int() });
const post = z.object({ id: z.string() });

/** The map is checked and adopted (G1). In a town that goes on it stands already. */
export async function drawTheGrids({
  town,
  today,
}: Pick<Week, "town"> & { readonly today: { toString(): string } }): Promise<void> {
  const map: unknown = JSON.parse(readFileSync(drawn, "utf8"));
  const { grids, faults } = await town.post("/grid-events/grid-maps/check", { map }, check, dispatcher);
  const known = await town.all("/grid-events/grid-maps", standing, mayor);
  const from = today.toString();
  if (known.length === 0) await town.act("/grid-events/grid-maps", { from, map, document: "广政发〔示例〕3号" }, mayor);
  const posts = await town.all("/grid-events/posts", post, dispatcher);
  if (!posts.some(({ id }) => id === `${grid}-a`))
    for (const [kind, sub] of [
      ["a", gridWorker.sub],
      ["b", "grid-worker-2"],
    ])
      await town.act("/grid-events/posts", { grid, post: kind, sub, from }, dispatcher);
  line(`网格图 ${grids} 个网格、${faults} 处差错；A 岗、B 岗到位`, "the map of grids, and who looks after one");
}
