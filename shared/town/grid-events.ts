import * as z from "zod";
import { bilingual, id, line } from "./text.ts";

const coded = z.strictObject({ code: id, title: bilingual });

/** The rules of the grid (G1–G14): what is doubtful in law is set here, with its source. */
export const gridEvents = z.strictObject({
  /** G5: kinds of special grids (mine, orchard, market, border) that the town has. */
  specialKinds: z
    .array(coded)
    .refine((kinds) => new Set(kinds.map(({ code }) => code)).size === kinds.length, "a code stands twice / 种类重复"),
  /** G-1 (D): a grid with more households should be split; one with fewer could be joined. */
  households: z
    .strictObject({ most: z.int().min(1), fewest: z.int().min(0), source: line })
    .refine(({ most, fewest }) => fewest <= most, "fewest is above most / 下限高于上限"),
  /** Pieces of a map up to this size come from drawing: notes, no faults. In square metres. */
  sliver: z.strictObject({ squareMetres: z.number().min(0).max(10_000), source: line }),
});
export type GridRules = z.infer<typeof gridEvents>;
