/** Codes that printed papers refuse with; each has its text in `problems.ts`. */
export type PrintedPaperRefusal = "enforcement.paper-not-in-this-state";
