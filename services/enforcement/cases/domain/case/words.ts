import type { CasesRefusal } from "../refusals.ts";
import type { PenaltyCase } from "./case.ts";
import type { CaseCommand, CaseEvent } from "./messages.ts";
import type { caseMoves } from "./moves.ts";

/** The words from which the tables of a case are typed. */
export interface CaseWords {
  readonly state: PenaltyCase;
  readonly command: CaseCommand;
  readonly event: CaseEvent;
  readonly moves: typeof caseMoves;
  readonly begins: "propose" | "begin-split";
  readonly begun: "enforcement.case.proposed" | "enforcement.case.split-off";
  readonly refusal: CasesRefusal;
}
