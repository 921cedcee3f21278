import type { Limit } from "../../../../shared/calendar/index.ts";
import type { Organ } from "../../../../shared/powers-in-force/index.ts";
import type { Applicant, OfficialNumber } from "../../common/domain/applicant.ts";

/** What is drawn up when an application is granted: paper to be, numbered and sealed. What is optional came later. */
export interface Drawn {
  readonly application: string;
  readonly item: { readonly code: string; readonly name: { readonly zh: string; readonly en: string } };
  readonly title: string;
  readonly number: OfficialNumber;
  /** GB/T 36904 identifier (ID-6). */
  readonly licenceId: string;
  readonly holder: Omit<Applicant, "phone">;
  /** Who filed for it himself and may see it. */
  readonly owner?: string;
  /** In whose name and seal: the town's, or of the organ that entrusted it (P3). */
  readonly issuer: Organ;
  /** The office that decided, and answers for it. */
  readonly office?: string;
  readonly decidedOn: string;
  readonly decidedBy: string;
  readonly validUntil?: string;
  /** How long one grant runs, from the guide: a deemed renewal adds as much. */
  readonly validityMonths?: number;
  /** XK-79: the item bears on public safety, health or life. */
  readonly safety?: boolean;
  /** The certificate that this one renews or changes; it ends when this is issued. */
  readonly replaces?: { readonly certificate: string; readonly kind: ConcernKind };
}
export type ConcernKind = "renewal" | "change";

/** XK-50: when to apply at the latest, and when the holder is reminded. ISO dates. */
export interface RenewalWindow {
  readonly latest: string;
  readonly remindOn: string;
}

/** A renewal applied for and not decided. */
export interface PendingRenewal {
  readonly application: string;
  readonly filedOn: string;
  /** After the latest day: whether silence then still renews is not settled, and the profile's to say. */
  readonly late: boolean;
  /** The organ has asked for corrections and waits: it is not silent. */
  readonly incomplete?: true;
  /** Passed on to the organ that decides (XK-T2); its silence until expiry renews like the town's own. */
  readonly forwarded?: true;
}

/** How a renewal fares, as its certificate hears of it. */
export type RenewalNews = "incomplete" | "complete" | "forwarded" | "granted" | "ended";

/** XK-50-2: the organ was silent until expiry, and the law renewed. */
export interface DeemedRenewal {
  readonly application: string;
  readonly on: string;
  readonly until: string;
}

/** XK-69: what may be revoked for, and what must be. */
export const mayRevoke = ["abuse", "ultra-vires", "procedure", "unqualified"] as const;
export const mustRevoke = ["fraud", "bribery"] as const;
export const revocationGrounds = [...mayRevoke, ...mustRevoke] as const;
export type RevocationGround = (typeof revocationGrounds)[number];

/** The holder has been told what is intended and why, and may be heard. */
export interface Proposal {
  readonly ground: RevocationGround;
  readonly notice: string;
  readonly on: string;
  readonly facts: string;
}

export interface PaperOf {
  readonly number: string;
  readonly date: string;
}
export interface Suspension {
  readonly from: string;
  readonly until?: string;
  readonly document: PaperOf;
}

/** XK-70: why a permit's registration is cancelled; `renewed` and `changed` when another certificate takes its place. */
export const cancellationGrounds = [
  "expired",
  "holder-died",
  "holder-ended",
  "revoked",
  "withdrawn",
  "force-majeure",
  "other-by-law",
] as const;
export type CancellationGround = (typeof cancellationGrounds)[number] | "renewed" | "changed";

export interface Issued extends Drawn {
  readonly issuedOn: string;
  readonly issuedBy: string;
  /** How it reached the holder: one visit less, if not in person (L13). */
  readonly handedOver?: "in-person" | "courier" | "electronic";
  /** L9: the agent who came for it, by his authorisation; absent: the holder. */
  readonly collectedBy?: { readonly kind: "agent"; readonly authorisation: string };
  readonly window?: RenewalWindow;
  readonly reminded?: true;
  readonly pending?: PendingRenewal;
  readonly renewed?: { readonly application: string; readonly on: string };
  readonly deemed?: readonly DeemedRenewal[];
  readonly proposal?: Proposal;
}
export type DrawnUp = Drawn & {
  readonly status: "drawn-up";
  readonly delivery: Limit;
  readonly deliveryMissed?: true;
  readonly proposal?: Proposal;
};
/** What a certificate keeps when it has ended: one that ended before its issue was never handed over. */
export type Kept = Drawn & Partial<Omit<Issued, keyof Drawn>>;
export type Valid = Issued & { readonly status: "valid" };
export type Suspended = Issued & { readonly status: "suspended"; readonly suspension: Suspension };
export type Expired = Issued & { readonly status: "expired"; readonly expiredOn: string };
export type Revoked = Kept & {
  readonly status: "revoked";
  readonly revokedOn: string;
  readonly ground: RevocationGround;
  /** XK-69(4): what the holder lost in good faith is made good, except where he got it by fraud or bribery. */
  readonly compensation: "due" | "none";
  readonly lossFen?: number;
};
export type Cancelled = Kept & {
  readonly status: "cancelled";
  readonly cancelledOn: string;
  readonly ground: CancellationGround;
  readonly document?: PaperOf;
  readonly replacedBy?: string;
};
export type Certificate = DrawnUp | Valid | Suspended | Expired | Revoked | Cancelled;
