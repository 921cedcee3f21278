/** Codes that several parts of the service refuse with. */
export type CommonRefusal =
  | "permits.case-takes-no-materials"
  | "permits.fee-without-basis"
  | "permits.material-not-asked"
  | "permits.material-not-in-this-state"
  | "permits.material-not-scanned"
  | "permits.material-not-there"
  | "permits.no-such-application"
  | "permits.no-such-window"
  | "permits.not-your-office"
  | "permits.not-yours"
  | "permits.posted-in-future"
  | "permits.posting-recorded-by-staff"
  | "permits.own-case"
  | "permits.unknown-file"
  | "permits.unknown-item"
  | "permits.unknown-office"
  | "permits.withdrawal-without-statement";
