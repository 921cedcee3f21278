import * as z from "zod";
import { bilingual } from "./text.ts";

/** What the town's printed documents say that no statute does. */
export const documents = z.strictObject({
  /** Where the QR code of a document leads; `{id}` is the document's. */
  verifyAt: z.url({ protocol: /^https?$/ }).refine((url) => url.includes("{id}"), "names {id} / 必须含 {id}"),
  /** XK-38, SS-46: the court that hears suits against the town; local, to be confirmed. */
  court: bilingual,
  /** An example without legal effect: seals are drawn and say so. Otherwise their place is left to the stamp or the signing service. */
  specimen: z.boolean(),
});
