/** What the enforcement service publishes. Nothing here names or identifies a party. */
export const enforcementEvents = {} as const;
