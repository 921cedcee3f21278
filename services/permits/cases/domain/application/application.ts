/** The words in which the rules of an application are written: its parts, states, commands and events. */
export type * from "./commands.ts";
export type * from "./events.ts";
export * from "./parts.ts";
export type * from "./states.ts";
