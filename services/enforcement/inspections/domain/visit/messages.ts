import type * as z from "zod";
import type { Limit } from "../../../../../shared/calendar/index.ts";
import type * as published from "../../../../../shared/contracts/enforcement-inspections.ts";
import type { OfficialNumber } from "../../../../../shared/papers/official-number.ts";
import type { OfficerCopy, PowerCopy } from "../../../common/domain/known-power.ts";
import type { Lead } from "../../../leads/domain/lead.ts";
import type { Enterprise } from "../enterprise/enterprise.ts";
import type { InspectionItem } from "../item/item.ts";
import type { Companion, Occasion, SiteInspection, scanReasons, VisitItem, VisitRecord } from "./visit.ts";

/** What is read of the service before somebody proposes or enters. */
export interface VisitKnown {
  readonly enterpriseState: Enterprise | undefined;
  readonly itemStates: readonly (InspectionItem | undefined)[];
  readonly powers: readonly PowerCopy[];
  readonly certificates: readonly OfficerCopy[];
}
export interface Propose extends VisitKnown {
  readonly type: "propose";
  readonly enterprise: string;
  readonly premises: string;
  readonly items: readonly string[];
  readonly occasion: Occasion;
  readonly manner: SiteInspection["manner"];
  readonly departments: readonly string[];
  readonly from: string;
  readonly until: string;
  readonly officers: readonly string[];
  readonly companions: readonly Companion[];
  readonly separately?: string;
  readonly urgent?: { readonly reasons: string; readonly toldHead: string };
  /** The lead that is the occasion. */
  readonly lead: Lead | undefined;
}
export interface Enter extends VisitKnown {
  readonly type: "enter";
  readonly shown: { readonly cards: boolean; readonly notice: boolean };
  readonly withoutScan?: { readonly ground: (typeof scanReasons)[number]; readonly reasons: string };
}
/** What the platform answered, with the instant. */
export type Scanned =
  | { readonly number: string; readonly enterprise: string; readonly at: string }
  | "down"
  | "unknown";

export interface RecordVisit {
  readonly type: "record";
  readonly findings: VisitRecord["findings"];
  readonly summary: string;
  readonly sha256: string;
  readonly pages: number;
  readonly files: readonly string[];
  readonly signing: VisitRecord["signing"];
  readonly lateReasons?: string;
  readonly chargedFen: number;
}
export type VisitCommand =
  | Propose
  | { readonly type: "approve"; readonly conflicts: Enterprise["conflicts"] }
  | { readonly type: "decline"; readonly reasons: string }
  | { readonly type: "call-off"; readonly reasons: string }
  | {
      readonly type: "change-officers";
      readonly officers: readonly string[];
      readonly certificates: readonly OfficerCopy[];
      readonly conflicts: Enterprise["conflicts"];
      readonly reasons: string;
      /** By the order of the draw. */
      readonly drawn?: true;
    }
  | { readonly type: "announce"; readonly on: string; readonly how: "by-hand" | "phone" | "electronic" }
  | { readonly type: "scan"; readonly scanned: Scanned }
  | Enter
  | {
      readonly type: "note-not-held";
      readonly ground: "closed" | "refused" | "force-majeure";
      readonly reasons: string;
    }
  | RecordVisit
  | { readonly type: "countersign"; readonly leads: SiteInspection["leads"] }
  | {
      readonly type: "tell-result";
      readonly how: "by-hand" | "mail" | "electronic";
      readonly text: string;
      readonly proof: string;
      readonly putRightBy?: string;
    }
  | {
      readonly type: "re-inspect";
      readonly next: string;
      readonly from: string;
      readonly requested: boolean;
      readonly nextStatus?: string;
    }
  | { readonly type: "join"; readonly into: string; readonly target: SiteInspection | undefined }
  | {
      readonly type: "take-in";
      readonly from: string;
      readonly source: SiteInspection | undefined;
      readonly certificates: readonly OfficerCopy[];
    }
  | { readonly type: "pass-time" };

export type CommandOf<T extends VisitCommand["type"]> = Extract<VisitCommand, { type: T }>;

type Of<T extends string, D extends object, P extends object = object> = {
  readonly type: `enforcement.site-inspection.${T}`;
  readonly data: D;
  readonly personal: P;
};
type Publishing<T extends string, S extends z.ZodType<object>, P extends object = object> = Of<T, z.infer<S>, P>;
interface Reasoned {
  readonly reasons: string;
}

export type VisitEvent =
  | Of<
      "proposed",
      Pick<
        SiteInspection,
        "enterprise" | "items" | "occasion" | "counted" | "manner" | "departments" | "from" | "until" | "proposedOn"
      >,
      Pick<SiteInspection, "name" | "key" | "address" | "place" | "officers" | "companions" | "separately" | "urgent">
    >
  | Publishing<"approved", typeof published.siteInspectionApproved, { readonly number?: OfficialNumber }>
  | Of<"declined", { readonly on: string }, Reasoned>
  | Of<"called-off", { readonly on: string }, Reasoned>
  | Of<"officers-changed", { readonly on: string }, Pick<SiteInspection, "officers"> & Reasoned>
  | Of<"announced", { readonly on: string; readonly how: string }>
  | Of<"scanned", { readonly receipt: { readonly number: string; readonly at: string } }>
  | Of<
      "entered",
      { readonly on: string; readonly at: string; readonly approveBy?: Limit; readonly scanBy?: Limit },
      Pick<SiteInspection, "officers"> & {
        readonly without?: { readonly ground: (typeof scanReasons)[number]; readonly reasons: string };
      }
    >
  | Of<"not-held", { readonly on: string; readonly ground: string }, Reasoned>
  | Of<"recorded", Pick<VisitRecord, "on" | "sha256" | "pages">, Omit<VisitRecord, "on" | "by" | "sha256" | "pages">>
  | Of<"signed", { readonly on: string; readonly leads: SiteInspection["leads"]; readonly resultBy: Limit }>
  | Publishing<
      "result-told",
      typeof published.siteInspectionResultTold,
      { readonly number: OfficialNumber; readonly text: string; readonly proof: string }
    >
  | Of<"re-inspection-proposed", { readonly next: string }>
  | Of<"joined", { readonly into: string; readonly on: string }>
  | Of<"taken-in", { readonly from: string; readonly items: readonly VisitItem[] }, Pick<SiteInspection, "officers">>
  | Of<"lapsed", { readonly on: string }>
  | Publishing<"overdue", typeof published.siteInspectionOverdue>;
