import type { CaseRuleRefusal } from "../../../../shared/case-rules/index.ts";

/** Codes that several parts of the service refuse with. */
export type CommonRefusal =
  | CaseRuleRefusal<"permits">
  | "permits.case-takes-no-materials"
  | "permits.fee-without-basis"
  | "permits.material-not-asked"
  | "permits.material-obtained-by-sharing"
  | "permits.material-not-in-this-state"
  | "permits.material-not-scanned"
  | "permits.material-not-there"
  | "permits.no-such-application"
  | "permits.no-such-window"
  | "permits.not-an-inspector"
  | "permits.not-your-office"
  | "permits.not-yours"
  | "permits.own-case"
  | "permits.unknown-file"
  | "permits.unknown-item"
  | "permits.unknown-office"
  | "permits.withdrawal-without-statement";
