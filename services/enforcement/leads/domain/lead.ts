import type { Limit } from "../../../../shared/calendar/index.ts";
import type { Place } from "../../../../shared/territory/index.ts";
import type { CaseOfficer } from "../../common/domain/two-officers.ts";

export const leadSources = [
  "grid",
  "patrol",
  "complaint",
  "permits",
  "police",
  "transfer",
  "campaign",
  "inspection",
] as const;

/** Where a lead comes from (E6, E8). `id` is that of the event, paper or campaign there. */
export interface LeadSource {
  readonly kind: (typeof leadSources)[number];
  readonly id?: string;
}

/** `breach`: somebody broke a rule. `conduct`: how the town's own officers acted (CF-75). */
export const leadMatters = ["breach", "conduct"] as const;

export const leadFindings = ["breach", "no-breach", "unclear"] as const;

/** CF-42, CF-54: what two officers found at the place. One records it, another signs with his own login. */
export interface LeadCheck {
  readonly on: string;
  readonly finding: (typeof leadFindings)[number];
  /** CF-27: it may be a crime. */
  readonly suspectedCrime: boolean;
  readonly officers: readonly CaseOfficer[];
  readonly by: string;
  readonly notes: string;
  /** Digests of pictures and papers of the check. */
  readonly files: readonly string[];
}

export const leadDismissalGrounds = [
  "no-breach",
  "not-proved",
  "minor-and-corrected",
  "time-barred",
  "too-vague",
  "not-for-enforcement",
] as const;
export const leadTransferGrounds = ["outside-the-town", "no-power", "filed-elsewhere", "crime"] as const;

export interface JoinedInto {
  readonly kind: "lead" | "case";
  readonly id: string;
}

/** What came of a lead, as its source is told. */
export interface LeadReply {
  readonly on: string;
  readonly ground?: string;
  readonly reasons?: string;
  readonly organ?: string;
  readonly into?: JoinedInto;
  /** CF-75: whether something was put right. */
  readonly corrected?: boolean;
}

export const leadStatuses = [
  "received",
  "checked",
  "verified",
  "proposed",
  "filed",
  "dismissed",
  "transferred",
  "joined",
  "answered",
] as const;
export type LeadStatus = (typeof leadStatuses)[number];

/** The person or body that a lead accuses. The number he is known by is not kept, only his key. */
export interface Accused {
  readonly name: string;
  readonly key?: string;
}

/** A lead (线索): what somebody saw, from its receipt to what came of it. */
export interface Lead {
  readonly status: LeadStatus;
  readonly source: LeadSource;
  readonly matter: (typeof leadMatters)[number];
  readonly channel: "online" | "in-person" | "officer" | "service";
  readonly anonymous: boolean;
  readonly domain?: string;
  /** Code of the penalty list. */
  readonly item?: string;
  readonly text: string;
  readonly address: string;
  readonly place?: Place;
  readonly happenedOn?: string;
  readonly accused?: Accused;
  /** Who informs is protected: read for a reason on record only. */
  readonly informant?: { readonly name: string; readonly phone: string };
  /** The resident who informed by his own login, and follows it. */
  readonly owner?: string;
  /** CF-75: the officers whose conduct it is about. */
  readonly concerned: readonly string[];
  readonly receivedOn: string;
  /** The instant of receipt. */
  readonly receivedAt: string;
  /** CF-36a: the first recorded knowledge of an organ with the power. */
  readonly discoveredOn: string;
  /** CF-54a; of conduct no term runs. */
  readonly fileBy?: Limit;
  readonly late: boolean;
  /** Whether the event that tells of its receipt is out. */
  readonly told: boolean;
  readonly check?: LeadCheck;
  readonly case?: string;
  /** Leads that were joined to this one. */
  readonly joined: readonly string[];
  readonly reply?: LeadReply;
}
