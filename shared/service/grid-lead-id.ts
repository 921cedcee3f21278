import { sha256 } from "../store/index.ts";

/** The id of the lead that a round of a matter becomes at enforcement (E6): once in each round, however often it is told. */
export const gridLeadId = (event: string, round: number): string =>
  sha256(`grid-lead|${event}|${round}`).slice(0, 20).toUpperCase();

/** The round of a matter that a lead is of, up to the one that runs; undefined: an officer recorded it by himself. */
export const roundOfLead = (lead: string, event: string, round: number): number | undefined =>
  Array.from({ length: round }, (_none, at) => at + 1).find((one) => gridLeadId(event, one) === lead);
