import { byMachineIn, datedLaterIn, handedInOnIn, peopleNamedIn } from "../../../../shared/case-rules/index.ts";

export type { Naming, WithOfficers } from "../../../../shared/case-rules/index.ts";

/** P-5: a person decides what is to anybody's disadvantage. */
export const byMachine = byMachineIn("enforcement");
/** A document that something rests on is not of a day to come. */
export const datedLater = datedLaterIn("enforcement");
/** T-4: the day on which a statement or a request counts as handed in. Staff of the case record the day of posting. */
export const handedInOn = handedInOnIn("enforcement", ["officer", "squad-leader", "clerk", "supervisor"]);
/** The people a command names, with the names that the town has of them. */
export const peopleNamed = peopleNamedIn("enforcement");
