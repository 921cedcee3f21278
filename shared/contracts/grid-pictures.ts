import * as z from "zod";

const about = { event: z.string(), attempt: z.int() };

/** G2: a picture of a matter is there, cleaned of what it told besides. */
export const pictureReceived = z.object({
  ...about,
  cleaned: z.object({ bytes: z.int(), sha256: z.string() }),
  orientation: z.int().exactOptional(),
});
/** G2: it did not come in time. */
export const pictureDropped = z.object(about);

export const pictureEvents = {
  "grid-events.picture.received": pictureReceived,
  "grid-events.picture.dropped": pictureDropped,
} as const;
