/** Codes that several parts of the service refuse with. */
export type CommonRefusal =
  | "powers.date-past"
  | "powers.decision-not-published"
  | "powers.letter-missing"
  | "powers.not-in-force"
  | "powers.period-inverted"
  | "powers.unknown-domain";
