import * as z from "zod";
import { id, line } from "./text.ts";

/**
 * XK-48: a hearing on a permit is noticed so many working days before. The law does not say whether they are clear days
 * (T-12): `clear` leaves one more. Set locally: say by what.
 */
export const hearingNotice = z.strictObject({ workingDays: z.int().min(7).max(60), clear: z.boolean(), source: line });

/** XK-26: the town's office that has its say where a department is named in a joint step (联审), by department. */
export const jointOffices = z.record(id, id);
