import * as z from "zod";
import { polygon } from "./territory.ts";
import { bilingual, id, isoDate, line, listCode } from "./text.ts";

const area = z.discriminatedUnion("kind", [
  /** The features of the profile's own territory with this role, e.g. the planned area of 41 km². */
  z.strictObject({ kind: z.literal("territory"), role: z.enum(["town", "plannedArea"]) }),
  polygon.extend({ kind: z.literal("polygon") }),
  /** Several areas: the streets named, a line of road with its width. */
  z.strictObject({
    kind: z.literal("polygons"),
    coordinates: z.array(polygon.shape.coordinates).min(1),
  }),
]);

/**
 * P8 按区域划分管辖: of some items, or of a domain's, the town has the places inside or outside an area and the county the
 * rest. `line` says who has a place exactly on the line: of an outer ring, of a hole, or where two areas of one split meet.
 * An item's own splits take the place of its domain's. Longitude and latitude are WGS 84 (CGCS 2000 is as good; GCJ-02,
 * as phone maps show it, is not).
 */
export const split = z
  .strictObject({
    id,
    name: bilingual,
    items: z.array(listCode).default([]),
    /** Ids of the profile's domains. */
    domains: z.array(line).default([]),
    area,
    town: z.enum(["inside", "outside"]),
    line: z.enum(["town", "county"]),
    from: isoDate,
    /** The last day; without it, until further notice. */
    until: isoDate.optional(),
    legalBasis: line,
  })
  .refine(({ items, domains }) => items.length + domains.length > 0, "names an item or a domain / 须指明事项或领域")
  .refine(({ from, until = "9999-12-31" }) => from <= until, {
    path: ["until"],
    message: "ends before it begins / 止日早于起日",
  });

export type Split = z.infer<typeof split>;
