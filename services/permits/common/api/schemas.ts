import * as z from "zod";
import { lineOf } from "../../../../shared/text/index.ts";

/** A text in both languages. */
export const text = z.object({ zh: z.string(), en: z.string() });

export { officialNumber } from "../../../../shared/papers/official-number-schema.ts";

/** L9: the id of the authorisation on which what an agent brings rests. */
export const authority = lineOf(60);

/** Who stands behind it is shown for a stated reason, on record. */
export const forReason = z.strictObject({ reason: lineOf(500, 4) });
