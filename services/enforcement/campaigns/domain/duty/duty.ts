import type * as z from "zod";
import type * as published from "../../../../../shared/contracts/enforcement-campaigns.ts";
import type { MovesOf } from "../../../../../shared/decider/index.ts";
import type { Enterprise } from "../../../inspections/domain/enterprise/enterprise.ts";
import type { DutyKind } from "../campaign/campaign.ts";
import type { CampaignsRefusal } from "../refusals.ts";

/** What a venue found by itself, and whether it put it right. */
export interface SelfFound {
  readonly text: string;
  readonly putRight: boolean;
}
export interface HandedIn {
  readonly on: string;
  /** Its own login, or an officer who keeps the signed paper. */
  readonly by: string;
  readonly channel: "online" | "paper";
  readonly signedBy: string;
  readonly sha256: string;
  readonly problems: readonly SelfFound[];
}

/** E11: a safety pledge (责任状) or a self-inspection (自查自纠) that a venue owes. */
export interface VenueDuty {
  readonly status: "due" | "handed-in" | "accepted";
  readonly kind: DutyKind;
  readonly enterprise: string;
  readonly campaign?: string;
  readonly askedOn: string;
  readonly by: string;
  readonly text: string;
  readonly name: string;
  readonly key: string;
  readonly handedIn?: HandedIn;
  readonly checked?: { readonly on: string; readonly by: string; readonly note: string; readonly accepted: boolean };
  readonly returned: number;
  readonly late: boolean;
}

interface Asked {
  readonly kind: DutyKind;
  readonly enterprise: string;
  readonly campaign?: string;
  readonly by: string;
  readonly text: string;
  readonly state: Enterprise | undefined;
}
export type DutyCommand =
  | ({ readonly type: "ask" } & Asked)
  /** By the plan of a campaign that was approved. */
  | ({ readonly type: "ask-by-plan" } & Asked)
  | {
      readonly type: "hand-in";
      readonly signedBy: string;
      readonly sha256: string;
      readonly problems: readonly SelfFound[];
    }
  | { readonly type: "check"; readonly accepted: boolean; readonly note: string; readonly by?: string }
  | { readonly type: "pass-time" };

type Of<T extends string, D extends object, P extends object = object> = {
  readonly type: `enforcement.venue-duty.${T}`;
  readonly data: D;
  readonly personal: P;
};
export type DutyEvent =
  | Of<
      "asked",
      Pick<VenueDuty, "kind" | "enterprise" | "campaign" | "askedOn" | "by">,
      Pick<VenueDuty, "text" | "name" | "key">
    >
  | Of<"handed-in", Pick<HandedIn, "on" | "channel" | "sha256">, Pick<HandedIn, "signedBy" | "problems">>
  | Of<"accepted", { readonly on: string }, { readonly note: string }>
  | Of<"returned", { readonly on: string; readonly by: string }, { readonly note: string }>
  | Of<"overdue", z.infer<typeof published.venueDutyOverdue>>;

export const dutyMoves = {
  due: { "hand-in": "handed-in", "pass-time": "due" },
  "handed-in": { check: ["accepted", "due"], "pass-time": "handed-in" },
  accepted: { "pass-time": "accepted" },
} as const satisfies MovesOf<VenueDuty, DutyCommand>;

export interface DutyWords {
  readonly state: VenueDuty;
  readonly command: DutyCommand;
  readonly event: DutyEvent;
  readonly moves: typeof dutyMoves;
  readonly begins: "ask" | "ask-by-plan";
  readonly begun: "enforcement.venue-duty.asked";
  readonly refusal: CampaignsRefusal;
}
