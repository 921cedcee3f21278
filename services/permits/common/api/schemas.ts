import * as z from "zod";
import { lineOf, personOrBodyName } from "../../../../shared/text/index.ts";

/** A text in both languages. */
export const text = z.object({ zh: z.string(), en: z.string() });

export { officialNumber } from "../../../../shared/papers/official-number-schema.ts";

/** L9: the id of the authorisation on which what an agent brings rests. */
export const authority = lineOf(60);

/** A person by the name in his token. */
export const person = lineOf(100);

/** The same, and what is said of him besides: name and certificate are looked up, and must be the same where they are said. */
export const personNamed = z.union([
  person,
  z.strictObject({
    sub: person,
    name: personOrBodyName.exactOptional(),
    certificateNo: lineOf(60).exactOptional(),
  }),
]);
