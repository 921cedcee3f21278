import * as z from "zod";

/** The number of an official paper as a view shows it. */
export const officialNumber = z.object({
  series: z.string(),
  year: z.int(),
  serial: z.int(),
  text: z.object({ zh: z.string(), en: z.string() }),
});
