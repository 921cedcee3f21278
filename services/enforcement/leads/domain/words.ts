import type { Lead } from "./lead.ts";
import type { LeadCommand, LeadEvent } from "./messages.ts";
import type { leadMoves } from "./moves.ts";
import type { LeadsRefusal } from "./refusals.ts";

/** The words from which the tables of a lead are typed. */
export interface LeadWords {
  readonly state: Lead;
  readonly command: LeadCommand;
  readonly event: LeadEvent;
  readonly moves: typeof leadMoves;
  readonly begins: "receive";
  readonly begun: "enforcement.lead.recorded";
  readonly refusal: LeadsRefusal;
}
