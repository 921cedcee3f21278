import { partyKey } from "../../shared/parties/index.ts";
import { keyedWith } from "../../shared/service/keyed.ts";

/** The digest of the tests' town. */
export const keyed = keyedWith("a secret of the tests, long enough for them");

/** What a person or body is known by in the tests' town. */
export const partyId = (idNumber: string) => partyKey(keyed, { idNumber });
