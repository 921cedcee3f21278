import * as z from "zod";
import { line } from "../../../../shared/text/index.ts";

/** A text in both languages. */
export const text = z.object({ zh: z.string(), en: z.string() });

/** The logins of the officers who do something together (CF-42). */
export const officersNamed = z.array(line).min(1).max(20);

/** An officer as a case names him. */
export const officerView = z.object({ sub: z.string(), name: z.string(), certificate: z.string() });
