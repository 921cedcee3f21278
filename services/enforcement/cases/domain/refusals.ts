/** Codes with which cases, evidence and penalties on the spot refuse; each has its text in `problems/`. */
export type CasesRefusal = "enforcement.case-not-in-this-state";
