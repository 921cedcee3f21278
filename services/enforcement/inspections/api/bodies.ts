import * as z from "zod";
import { lineOf, textOf } from "../../../../shared/text/index.ts";
import type { Role } from "../../../../shared/town/roles.ts";
import { caseOfficers } from "../../common/api/roles.ts";

export const date = z.iso.date();
export const line = lineOf(200, 2);
export const words = textOf(2_000, 2);
export const person = lineOf(100);
export const place = z.strictObject({ lng: z.number().min(-180).max(180), lat: z.number().min(-90).max(90) });
/** An item of inspection. */
export const itemCode = z.string().regex(/^JC-\d{3}$/);
export const itemCodes = z.array(itemCode).min(1).max(20);
/** A power of the town. */
export const powerCode = z.string().regex(/^[A-Z]{2}-\d{3}$/);
/** One of the premises of an enterprise. */
export const premisesId = z.string().regex(/^M\d{1,3}$/);
export const id = lineOf(60);
export const reasons = z.strictObject({ reasons: words });
export const text = z.strictObject({ zh: lineOf(200, 1), en: lineOf(300, 1) });

/** The office of enforcement. Who reads one is a rule of each. */
export const office = [...caseOfficers, "approver"] as const satisfies readonly Role[];
/** Who looks on all of it. */
export const overseers = ["leader", "supervisor", "archivist"] as const satisfies readonly Role[];
