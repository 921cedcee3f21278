/** Codes that several parts of the service refuse with. */
export type CommonRefusal =
  | "grid-events.day-past"
  | "grid-events.day-too-far"
  | "grid-events.period-inverted"
  | "grid-events.unknown-worker";
