export { byMachineIn } from "./by-machine.ts";
export { datedLaterIn } from "./dated.ts";
export { type Naming, peopleNamedIn, subOf, type WithOfficers } from "./named-people.ts";
export { handedInOnIn } from "./posted.ts";
export type { CaseRuleRefusal } from "./refusals.ts";
export { caseRuleTexts } from "./texts.ts";
