import * as z from "zod";

/** QZ-51: what was claimed for the work, and what finance received of it. */
export const costsView = z.object({
  claimedOn: z.iso.date(),
  claimedFen: z.int(),
  paidFen: z.int(),
  openFen: z.int(),
  paidOn: z.iso.date().optional(),
});
