import type { Keyed } from "../parties/keyed.ts";
import { sha256 } from "../store/index.ts";

/** The id of the appeal that a complaint becomes when it is handed over (G8): one, however often it is told. */
export const complaintAppealId = (complaint: string): string =>
  sha256(`complaint-appeal|${complaint}`).slice(0, 20).toUpperCase();

/** What an appeal knows of who complained: it opens this one appeal to his login, and says nothing of him. */
export const appealHolder = (appeal: string, sub: string, keyed: Keyed): string =>
  keyed("appeal-holder", `${appeal}|${sub}`, 24);
