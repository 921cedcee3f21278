import * as z from "zod";
import { appealEvents } from "./grid-appeals.ts";
import { deliveryEvents } from "./grid-deliveries.ts";
import { deviceEvents } from "./grid-devices.ts";
import { environmentEvents } from "./grid-environment.ts";
import { matterEvents } from "./grid-matters.ts";
import { mediationEvents } from "./grid-mediation.ts";
import { pictureEvents } from "./grid-pictures.ts";

const date = z.iso.date();

/** G1: from this day on another map of grids counts. Matters of earlier days keep the grid they had. */
export const gridMapAdopted = z.object({
  from: date,
  grids: z.int(),
  specialGrids: z.int(),
  adoptedOn: date,
  document: z.string().exactOptional(),
});
/** G1: its first day has come. Open matters are handed over to its grids. */
export const gridMapBegan = z.object({ from: date });
/** G1: a map is taken back before its first day. */
export const gridMapWithdrawn = z.object({ from: date, on: date });

/** What the service publishes. Nothing here names a worker or a person who reports. */
export const gridEventsEvents = {
  "grid-events.grid-map.adopted": gridMapAdopted,
  "grid-events.grid-map.began": gridMapBegan,
  "grid-events.grid-map.withdrawn": gridMapWithdrawn,
  ...matterEvents,
  ...appealEvents,
  ...mediationEvents,
  ...pictureEvents,
  ...deviceEvents,
  ...environmentEvents,
  ...deliveryEvents,
} as const;
