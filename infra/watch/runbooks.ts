import type { CloudPart } from "./health.ts";

/** Sections of infra/README.md that say what to do. */
export const runbooks = [
  "trouble",
  "watch-silent",
  "dead-letters",
  "old-messages",
  "unrelayed",
  "function-errors",
  "relay-behind",
  "set-aside",
  "undelivered",
  "throttles",
  "api-errors",
  "files",
] as const;
export type Runbook = (typeof runbooks)[number];

/** The section for each part of the town that can be in trouble. */
export const runbookOf: Readonly<Record<CloudPart, Runbook>> = {
  tables: "function-errors",
  queues: "undelivered",
  waiting: "old-messages",
  deadLetters: "dead-letters",
  undelivered: "undelivered",
  unrelayed: "unrelayed",
  subscribers: "old-messages",
  sweep: "function-errors",
  setAside: "set-aside",
};
