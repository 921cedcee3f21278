import type { Limit } from "../../../../shared/calendar/index.ts";
import type { OfficialNumber } from "../../../../shared/papers/official-number.ts";
import type { Place } from "../../../../shared/territory/index.ts";
import type { CaseParty, Text } from "../../cases/domain/case/case.ts";
import type { CaseOfficer } from "../../common/domain/two-officers.ts";

/** What the penalty list says of the breach on the day of the order. */
export interface OrderedAct {
  /** Code of the penalty list. */
  readonly code: string;
  readonly name: Text;
  readonly domain: string;
  readonly legalBasis: string;
}

export const orderFindings = ["corrected", "not-corrected"] as const;

/** CF-33a: two officers looked again at the place. One records it, another signs with his own login. */
export interface OrderCheck {
  readonly on: string;
  readonly finding: (typeof orderFindings)[number];
  /** CF-33: a slight breach, and what harm it did, as they saw it. */
  readonly slight: boolean;
  readonly harm: "none" | "slight" | "grave";
  readonly officers: readonly CaseOfficer[];
  readonly by: string;
  readonly notes: string;
  /** Digests of the pictures. */
  readonly files: readonly string[];
}

/** The party asked for more time before the last day. */
export interface OrderExtension {
  readonly askedOn: string;
  readonly by: "party" | "officer";
  readonly reasons: string;
  readonly decided?: {
    readonly on: string;
    readonly granted: boolean;
    readonly days?: number;
    readonly reasons: string;
  };
}

export const lettingOffGrounds = ["minor", "first-time"] as const;
export type LettingOffGround = (typeof lettingOffGrounds)[number];

/** CF-33, CF-33b: no penalty after the breach was put right. It is a decision: numbered, reasoned, served. */
export interface LettingOff {
  readonly number: OfficialNumber;
  readonly on: string;
  readonly by: string;
  readonly ground: LettingOffGround;
  readonly reasons: string;
  readonly educatedOn: string;
  /** CF-33a: digest of the signed promise. */
  readonly promise?: string;
  readonly served?: { readonly on: string; readonly how: string };
}

export const orderStatuses = [
  "unsigned",
  "issued",
  "binding",
  "corrected",
  "unmet",
  "let-off",
  "proposed",
  "revoked",
  "dropped",
] as const;
export type OrderStatus = (typeof orderStatuses)[number];

/** An order to correct (责令改正通知书, CF-28), from its draft to what came of it. */
export interface Rectification {
  readonly status: OrderStatus;
  readonly act: OrderedAct;
  /** How long the party has, as the list and the profile say. */
  readonly time: { readonly days: number; readonly unit: "day" | "working-day" };
  readonly party: CaseParty;
  readonly foundOn: string;
  readonly place: Place;
  readonly address: string;
  readonly facts: string;
  /** What he has to do. */
  readonly demands: string;
  /** Digests of pictures of the breach. */
  readonly files: readonly string[];
  readonly officers: readonly CaseOfficer[];
  readonly recordedBy: string;
  readonly draftedOn: string;
  /** The oral guidance that came before it. */
  readonly guidance?: string;
  /** The case and its act, where there is a case already. */
  readonly of?: { readonly case: string; readonly act: string };
  readonly number?: OfficialNumber;
  readonly issuedOn?: string;
  readonly served?: { readonly on: string; readonly how: string };
  /** CF-61: counted from the service; before it the order has no effect. */
  readonly limit?: Limit;
  readonly extension?: OrderExtension;
  /** The party says that he has put it right. */
  readonly reportedOn?: string;
  readonly check?: OrderCheck & { readonly signedBy?: string };
  readonly late: boolean;
  readonly lettingOff?: LettingOff;
  /** The case that was proposed from it. */
  readonly case?: string;
  readonly endedOn?: string;
}
