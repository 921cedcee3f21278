import { datedLaterIn } from "../../../../shared/case-rules/index.ts";

/** A document that something rests on is not of a day to come. */
export const datedLater = datedLaterIn("permits");
