import type * as z from "zod";
import type * as published from "../../../../../shared/contracts/enforcement-campaigns.ts";
import type { MovesOf } from "../../../../../shared/decider/index.ts";
import type { OfficialNumber } from "../../../../../shared/papers/official-number.ts";
import type { Enterprise } from "../../../inspections/domain/enterprise/enterprise.ts";
import type { InspectionItem } from "../../../inspections/domain/item/item.ts";
import type { CampaignsRefusal } from "../refusals.ts";

export const stageKinds = ["mobilise", "self-inspection", "inspection", "review"] as const;
export const dutyKinds = ["pledge", "self-inspection"] as const;
export type DutyKind = (typeof dutyKinds)[number];

/** A stage of a campaign. Only in one of the kind `inspection` anybody is inspected. */
export interface Stage {
  readonly kind: (typeof stageKinds)[number];
  readonly from: string;
  readonly until: string;
  readonly text: string;
}
/** E11: what each venue hands in, and until when. */
export interface PlannedDuty {
  readonly kind: DutyKind;
  readonly by: string;
  readonly text: string;
}
export const observerKinds = ["deputy", "adviser", "resident", "press", "trade"] as const;
export interface Observer {
  readonly name: string;
  readonly as: (typeof observerKinds)[number];
}
export type Origin =
  | { readonly kind: "own" }
  | {
      readonly kind: "ordered";
      readonly organ: string;
      readonly document?: { readonly title: string; readonly date: string };
    };

/** What a plan says (IN-6). It has no place for a number of cases, fines or inspections (IN-8). */
export interface CampaignPlan {
  readonly name: string;
  readonly origin: Origin;
  readonly aims: string;
  readonly domains: readonly string[];
  readonly items: readonly string[];
  readonly stages: readonly Stage[];
  readonly venues: readonly string[];
  readonly duties: readonly PlannedDuty[];
  readonly observers: readonly Observer[];
}

/** A campaign (专项整治): plan, approval, stages, inspections, and its end. */
export interface Campaign extends CampaignPlan {
  readonly status: "drafted" | "approved" | "running" | "closed" | "abandoned";
  readonly proposedOn: string;
  readonly proposedBy: string;
  readonly number?: OfficialNumber;
  readonly approvedOn?: string;
  /** With the bureau of justice. */
  readonly filed?: { readonly on: string; readonly document: string };
  readonly published?: { readonly on: string; readonly where: string };
  readonly inspections: readonly { readonly id: string; readonly enterprise: string }[];
  readonly closed?: { readonly on: string; readonly report: string };
  readonly late: boolean;
}

export const untilOf = ({ stages }: Pick<CampaignPlan, "stages">): string =>
  stages
    .map(({ until }) => until)
    .toSorted()
    .at(-1) ?? "";
export const fromOf = ({ stages }: Pick<CampaignPlan, "stages">): string =>
  stages.map(({ from }) => from).toSorted()[0] ?? "";

export type CampaignCommand =
  | {
      readonly type: "propose";
      readonly plan: CampaignPlan;
      readonly itemStates: readonly (InspectionItem | undefined)[];
      readonly enterprises: readonly (Enterprise | undefined)[];
    }
  | { readonly type: "approve" }
  | { readonly type: "file-with-justice"; readonly on: string; readonly document: string }
  | { readonly type: "publish"; readonly where: string }
  | {
      readonly type: "add-venue";
      readonly enterprise: string;
      readonly state: Enterprise | undefined;
      readonly reasons: string;
    }
  | {
      readonly type: "inspect";
      readonly id: string;
      readonly inspection: string;
      readonly enterprise: string;
      readonly state: Enterprise | undefined;
      readonly items: readonly string[];
      readonly from: string;
      readonly until: string;
      readonly manner: string;
      readonly departments: readonly string[];
    }
  /** `open`: inspections of it that are not over. */
  | { readonly type: "close"; readonly report: string; readonly open: readonly string[] }
  | { readonly type: "abandon"; readonly reasons: string; readonly open: readonly string[] }
  | { readonly type: "pass-time" };

type Of<T extends string, D extends object, P extends object = object> = {
  readonly type: `enforcement.campaign.${T}`;
  readonly data: D;
  readonly personal: P;
};
type Publishing<T extends string, S extends z.ZodType<object>, P extends object = object> = Of<T, z.infer<S>, P>;

export type CampaignEvent =
  | Of<
      "proposed",
      Pick<CampaignPlan, "origin" | "domains" | "items" | "stages" | "venues" | "duties"> & { readonly on: string },
      Pick<CampaignPlan, "name" | "aims" | "observers">
    >
  | Of<"approved", { readonly on: string; readonly number: OfficialNumber }>
  | Of<"filed", { readonly on: string; readonly document: string }>
  | Publishing<"published", typeof published.campaignPublished, { readonly where: string }>
  | Of<"venue-added", { readonly enterprise: string }, { readonly reasons: string }>
  | Of<"inspection-proposed", { readonly inspection: string; readonly enterprise: string }>
  | Publishing<"closed", typeof published.campaignClosed, { readonly report: string }>
  | Publishing<"abandoned", typeof published.campaignAbandoned, { readonly reasons: string }>
  | Publishing<"overdue", typeof published.campaignOverdue>;

export const campaignMoves = {
  drafted: { approve: "approved", abandon: "abandoned" },
  approved: { "file-with-justice": "approved", publish: "running", abandon: "abandoned" },
  running: {
    "add-venue": "running",
    inspect: "running",
    close: "closed",
    abandon: "abandoned",
    "pass-time": "running",
  },
  closed: { "pass-time": "closed" },
  abandoned: { "pass-time": "abandoned" },
} as const satisfies MovesOf<Campaign, CampaignCommand>;

export interface CampaignWords {
  readonly state: Campaign;
  readonly command: CampaignCommand;
  readonly event: CampaignEvent;
  readonly moves: typeof campaignMoves;
  readonly begins: "propose";
  readonly begun: "enforcement.campaign.proposed";
  readonly refusal: CampaignsRefusal;
}
