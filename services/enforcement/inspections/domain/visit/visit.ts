import type { Limit } from "../../../../../shared/calendar/index.ts";
import type { OfficialNumber } from "../../../../../shared/papers/official-number.ts";
import type { Place } from "../../../../../shared/territory/index.ts";
import type { InspectionOccasion } from "../../../../../shared/town/enforcement-inspections.ts";
import type { CaseOfficer } from "../../../common/domain/two-officers.ts";

export const visitManners = ["planned", "surprise", "joint"] as const;
/** Who comes along. None of them is one of the two, and none signs as an officer (IN-1). */
export const companionRoles = [
  "expert",
  "tester",
  "observer",
  "police",
  "department",
  "grid-worker",
  "auxiliary",
] as const;
export interface Companion {
  readonly name: string;
  readonly as: (typeof companionRoles)[number];
}

/** Why it is inspected, and on what that rests. */
export interface Occasion {
  readonly kind: InspectionOccasion;
  /** The lead, the draw, the campaign or the inspection before. */
  readonly ref?: string;
  readonly document?: { readonly title: string; readonly date: string };
}

/** An item in the version that was published when the visit was proposed. */
export interface VisitItem {
  readonly code: string;
  readonly number: number;
  readonly name: { readonly zh: string; readonly en: string };
  readonly domain: string;
  readonly powers: readonly string[];
  readonly points: readonly string[];
}

export const findingResults = ["ok", "breach", "put-right", "not-checked"] as const;
/** What was seen of one point. A breach names the power that it falls under. */
export interface Finding {
  readonly item: string;
  readonly point: string;
  readonly result: (typeof findingResults)[number];
  readonly power?: string;
  readonly note?: string;
}

/** IN-3: how the record was signed by the enterprise. */
export type RecordSigning =
  | { readonly how: "signed"; readonly name: string; readonly signedPages: number }
  | { readonly how: "refused" | "absent"; readonly reasons: string; readonly witness?: string };

export interface VisitRecord {
  readonly on: string;
  readonly by: string;
  readonly findings: readonly Finding[];
  readonly summary: string;
  readonly sha256: string;
  readonly pages: number;
  readonly files: readonly string[];
  readonly signing: RecordSigning;
  readonly lateReasons?: string;
}

export const scanReasons = ["emergency", "down"] as const;
/** IN-7: the scan before entry, or why there was none. */
export interface VisitScan {
  readonly receipt?: { readonly number: string; readonly at: string };
  readonly without?: { readonly ground: (typeof scanReasons)[number]; readonly reasons: string };
  /** When the platform was down: until when it is put in. */
  readonly by?: Limit;
}

export const visitStatuses = [
  "proposed",
  "approved",
  "not-approved",
  "called-off",
  "joined",
  "lapsed",
  "entered",
  "not-held",
  "recorded",
  "signed",
  "told",
] as const;
export const lateMarks = ["approval", "scan", "result"] as const;
export type LateMark = (typeof lateMarks)[number];

/** An inspection of an enterprise (行政检查), from the proposal to the result told. */
export interface SiteInspection {
  readonly status: (typeof visitStatuses)[number];
  readonly enterprise: string;
  readonly items: readonly VisitItem[];
  readonly occasion: Occasion;
  /** IN-4: whether the cap counts it. */
  readonly counted: boolean;
  readonly manner: (typeof visitManners)[number];
  readonly departments: readonly string[];
  readonly from: string;
  readonly until: string;
  readonly proposedOn: string;
  readonly proposedBy: string;
  /** Of the enterprise, as it was on file. */
  readonly name: string;
  readonly key: string;
  readonly address: string;
  readonly place: Place;
  readonly officers: readonly CaseOfficer[];
  readonly companions: readonly Companion[];
  readonly separately?: string;
  readonly urgent?: { readonly reasons: string; readonly toldHead: string };
  readonly approval?: { readonly by: string; readonly on: string; readonly afterwards: boolean };
  /** Of the notice. */
  readonly number?: OfficialNumber;
  readonly approveBy?: Limit;
  readonly announced?: { readonly on: string; readonly how: string };
  readonly scan?: VisitScan;
  readonly entry?: { readonly on: string; readonly at: string; readonly by: string };
  readonly notHeld?: { readonly on: string; readonly ground: string };
  readonly record?: VisitRecord;
  /** The lead of each breach, by the place of its finding. */
  readonly leads: readonly { readonly finding: number; readonly lead: string }[];
  readonly resultBy?: Limit;
  readonly result?: {
    readonly on: string;
    readonly number: OfficialNumber;
    readonly how: string;
    readonly text: string;
    readonly putRightBy?: string;
  };
  /** The inspection that looks again. */
  readonly next?: string;
  readonly into?: string;
  readonly late: readonly LateMark[];
}

export const isBreach = ({ result }: Finding): boolean => result === "breach";
/** What an inspection found that no lead follows: put right at once, or not yet signed by the other officer. */
export const withoutLead = ({
  record,
  leads,
}: SiteInspection): readonly { readonly at: number; readonly finding: Finding }[] =>
  (record?.findings ?? []).flatMap((finding, at) =>
    (isBreach(finding) || finding.result === "put-right") && !leads.some((one) => one.finding === at)
      ? [{ at, finding }]
      : [],
  );
