import { handedInOnIn } from "../../../../shared/case-rules/index.ts";

/** T-4: see `shared/case-rules`. */
export const handedInOn = handedInOnIn("permits");
