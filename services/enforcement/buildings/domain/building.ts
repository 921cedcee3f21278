import type { Limit } from "../../../../shared/calendar/index.ts";
import type { OfficialNumber } from "../../../../shared/papers/official-number.ts";
import type { Place } from "../../../../shared/territory/index.ts";
import type { CostClaim } from "./costs-paid.ts";

/** QZ-44a, QZ-44b: by the planning law the town demolishes itself; by the land law the court is asked. Never mixed. */
export const buildingWays = ["planning", "land"] as const;
export type BuildingWay = (typeof buildingWays)[number];

export const buildingStatuses = [
  "recorded",
  "found",
  "ordered",
  "decided",
  "demanded",
  "enforcing",
  "demolishing",
  "demolished",
  "before-court",
  "with-court",
  "paused",
  "ended",
] as const;
export type BuildingStatus = (typeof buildingStatuses)[number];

/** A paper of the building that the service of papers serves. Without `servedOn` it has no effect. */
export interface ServedPaper {
  readonly number: OfficialNumber;
  readonly issuedOn: string;
  readonly servedOn?: string;
}

/** QZ-36: what the party says against the demand, and what came of it. */
export interface DemandOpinion {
  readonly on: string;
  readonly heard?: { readonly on: string; readonly adopted: boolean };
}

/** What is used to enforce. QZ-43(2): nothing is cut off from a home. */
export const enforcementMeans = ["machines", "by-hand", "cut-water", "cut-power", "cut-heat", "cut-gas"] as const;
export type EnforcementMeans = (typeof enforcementMeans)[number];

/** A thing that stood inside, and how it went back. */
export interface ListedThing {
  readonly id: string;
  readonly description: string;
  readonly quantity: string;
  readonly returned?: { readonly on: string; readonly how: "handed-back" | "deposited" };
}

/** QZ-44c: what was inside, listed by two officers before witnesses. */
export interface ThingsInside {
  readonly on: string;
  readonly by: string;
  readonly things: readonly ListedThing[];
}

/** Time in which the demolition was at work. Instants. */
export interface WorkSession {
  readonly from: string;
  /** QZ-43: then the night or a holiday begins, and the work stops by itself. */
  readonly until: string;
  readonly urgent: boolean;
  readonly to?: string;
}

/** FY-20, SS-46: a review or a suit against the decision to enforce. Those against the order stand in its proceeding. */
export interface BuildingRemedy {
  readonly id: string;
  readonly kind: "review" | "suit";
  readonly filedOn: string;
  readonly endedOn?: string;
  readonly effect?: "upheld" | "withdrawn" | "revoked";
}

export const buildingPauseGrounds = ["unable", "third-party-claim", "irreparable-harm"] as const;
export const buildingEndings = [
  "corrected",
  "no-breach",
  "demolished-by-party",
  "demolished",
  "by-court",
  "court-refused",
  "dead-without-estate",
  "organisation-gone",
  "object-gone",
  "decision-revoked",
  "not-resumed",
] as const;
export type BuildingEnding = (typeof buildingEndings)[number];

/** QZ-44b, QZ-53: the application to the court, by the land law alone. */
export interface BuildingCourt {
  readonly number: OfficialNumber;
  readonly appliedOn: string;
  readonly acceptance: Limit;
  readonly acceptedOn?: string;
  readonly ruling?: Limit;
  readonly ruledOn?: string;
}

/** An illegal building (违法建筑), from the finding to its end. One act of one party is one building. */
export interface Building {
  readonly status: BuildingStatus;
  readonly way: BuildingWay;
  readonly case: string;
  readonly proceeding: string;
  readonly act: string;
  readonly code: string;
  readonly party: string;
  readonly handlers: readonly string[];
  readonly recordedOn: string;
  readonly recordedBy: string;
  readonly with: string;
  /** The party or somebody else lives in it. */
  readonly home: boolean;
  readonly stage: "under-construction" | "finished";
  readonly areaSquareMetres: number;
  readonly description: string;
  readonly place: Place;
  readonly address: string;
  readonly stopOrder?: ServedPaper;
  readonly order?: ServedPaper & { readonly by: string };
  /** CF-T1: on this day two officers saw that it was not put right. */
  readonly unmetOn?: string;
  /** The decision to demolish, as its proceeding has it. */
  readonly decision?: {
    readonly number: string;
    readonly servedOn: string;
    readonly suit: "six-months" | "fifteen-days";
    /** Until then the party demolishes himself. */
    readonly by: string;
  };
  readonly demand?: ServedPaper & { readonly term?: Limit; readonly opinion?: DemandOpinion };
  /** QZ-37: the decision to enforce. */
  readonly enforcement?: ServedPaper & {
    readonly means: readonly EnforcementMeans[];
    /** QZ-51: the cost told beforehand. */
    readonly estimateFen: number;
  };
  /** QZ-44: the public notice, with the last day on which the party may still demolish himself. */
  readonly notice?: { readonly number: OfficialNumber; readonly on: string; readonly by: string };
  readonly things?: ThingsInside;
  /** QZ-43: urgent on this day, as the head decided. */
  readonly urgency?: { readonly on: string };
  readonly work: readonly WorkSession[];
  readonly remedies: readonly BuildingRemedy[];
  readonly agreement?: { readonly on: string; readonly lastDay: string };
  readonly pause?: {
    readonly ground: (typeof buildingPauseGrounds)[number];
    readonly on: string;
    readonly harmless: boolean;
    readonly was: BuildingStatus;
  };
  readonly court?: BuildingCourt;
  readonly demolishedOn?: string;
  readonly claim?: CostClaim;
  /** The decision fell after the building was gone. */
  readonly restitutionDueOn?: string;
  readonly ending?: { readonly on: string; readonly how: BuildingEnding };
}

/** Whether each thing that was inside went back to its owner or to a keeper. */
export const allReturned = ({ things }: Pick<Building, "things">): boolean =>
  things?.things.every(({ returned }) => returned !== undefined) !== false;
