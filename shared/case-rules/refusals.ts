/** What every service that carries cases refuses alike; each under its own name. */
export type CaseRule =
  | "document-dated-later"
  | "person-decides"
  | "person-differs"
  | "posted-before-told"
  | "posted-in-future"
  | "posting-recorded-by-staff"
  | "unknown-person";

/** The codes of these refusals in a service, e.g. `permits.person-decides`. */
export type CaseRuleRefusal<Service extends string> = `${Service}.${CaseRule}`;
