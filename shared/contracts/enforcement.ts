import { enforcementCaseEvents } from "./enforcement-cases.ts";

/** What the enforcement service publishes. Nothing here names or identifies a party. */
export const enforcementEvents = { ...enforcementCaseEvents } as const;
