/** Paths at which machines report, not people: they have a limit of their own, and wait for people on one machine. */
export const machinePaths: ReadonlySet<string> = new Set(["/grid-events/device-messages"]);
