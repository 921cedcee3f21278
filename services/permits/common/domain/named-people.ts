import { peopleNamedIn } from "../../../../shared/case-rules/index.ts";

export { type Naming, subOf, type WithOfficers } from "../../../../shared/case-rules/index.ts";

/** The people a command names: see `shared/case-rules`. */
export const peopleNamed = peopleNamedIn("permits");
