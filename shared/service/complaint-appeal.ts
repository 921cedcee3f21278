import type { Keyed } from "../parties/keyed.ts";
import { sha256 } from "../store/index.ts";

/** The id of the appeal that a complaint becomes when it is handed over (G8): one, however often it is told. */
export const complaintAppealId = (complaint: string): string =>
  sha256(`complaint-appeal|${complaint}`).slice(0, 20).toUpperCase();

/**
 * What an appeal knows of who complained: it opens this one appeal to his login. Two digits say in which of 256 lists it stands
 * for him; they stand for some hundred people of a town. The rest leads from no appeal to another.
 */
export const appealHolder = (appeal: string, sub: string, keyed: Keyed): string =>
  `${handedOverList(sub, keyed)}${keyed("appeal-holder", `${appeal}|${sub}`, 24)}`;

/** In which list the appeals lie that were handed over for this login, among those of others. */
export const handedOverList = (sub: string, keyed: Keyed): string => keyed("appeal-holders", sub, 2);
