import * as z from "zod";

/** L9: for how many days at the most a villager may authorise an agent; no statute says (local rule, D). */
export const agents = z.strictObject({ longestDays: z.int().min(1).max(3650) });
