import type { Keyed } from "../../../../shared/parties/index.ts";

/**
 * One publication for each decision of a proceeding: a decision made anew has another number. The public reads this id, so it
 * leads to no case and to no other party of it.
 */
export const publicationIdOf = (keyed: Keyed, proceeding: string, number: string): string =>
  keyed("publication", `${proceeding}|${number}`, 20);
