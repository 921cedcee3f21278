import * as z from "zod";
import { postedSchema } from "../../../../shared/calendar/index.ts";
import { concern } from "../../../../shared/contracts/permits-application.ts";
import { divisionCode } from "../../../../shared/identity-codes/index.ts";
import { party as applicant } from "../../../../shared/parties/index.ts";
import { lineOf } from "../../../../shared/text/index.ts";
import { authority } from "../../common/api/schemas.ts";
import { household } from "./household-schema.ts";

export const materialName = lineOf(100);
export const materials = z.array(materialName).max(50);
export { party as applicant } from "../../../../shared/parties/index.ts";

/** WGS 84, degrees, longitude and latitude. */
export const place = z.strictObject({ lng: z.number().min(-180).max(180), lat: z.number().min(-90).max(90) });

/** An application as it is received: later steps judge again what was filed in it. */
export const received = z.strictObject({
  itemCode: z.string().regex(/^P[LS]-\d{3}$/),
  applicant,
  materials,
  channel: z.enum(["window", "online", "agent"]).default("window"),
  concerns: concern
    .extend({ certificate: lineOf(60) })
    .strict()
    .optional(),
  residence: divisionCode.optional(),
  place: place.optional(),
  household: household.optional(),
  authorisation: authority.optional(),
  posted: postedSchema.optional(),
});
