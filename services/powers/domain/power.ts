import type { PowerCategory, PowerMode, TownRole } from "../../../shared/contracts/powers.ts";
import type { Letter, Organ, PowerChange } from "../../../shared/powers-in-force/index.ts";

type Text = { readonly zh: string; readonly en: string };

/** A power of the town's list: what it is, and all that happened to it. */
export interface Power {
  readonly code: string;
  /** 31-character implementation code (ID-8). */
  readonly itemCode: string;
  readonly name: Text;
  readonly category: PowerCategory;
  readonly domain: string;
  readonly legalBasis: string;
  readonly sourceDepartment: string;
  readonly townRole: TownRole;
  readonly changes: readonly PowerChange[];
  /** Days on which a handover already made takes effect, and which have not been announced yet; earliest first. */
  readonly awaits: readonly string[];
}

/** The decision that hands a power over, and who took it. */
export interface Authority {
  readonly kind: "province" | "county";
  readonly document: string;
  readonly date: string;
  readonly published: boolean;
  /** XK-25: needed to hand over another organ's permit power. */
  readonly stateCouncilApproval?: string;
}

export interface ListPower {
  readonly type: "list";
  readonly power: Omit<Power, "changes" | "awaits">;
}
export interface HandOver {
  readonly type: "hand-over";
  readonly mode: PowerMode;
  readonly inWhoseName: Organ;
  readonly inForceFrom: string;
  readonly letter?: Letter;
  /** Absent for a statutory power: the law itself is the authority. */
  readonly authority?: Authority;
}
export interface Suspend {
  readonly type: "suspend";
  readonly from: string;
  readonly reason: string;
}
export interface Resume {
  readonly type: "resume";
  readonly from: string;
}
export interface Recall {
  readonly type: "recall";
  readonly from: string;
  readonly document: string;
}
export interface ComeIntoForce {
  readonly type: "come-into-force";
}
export type PowerCommand = ListPower | HandOver | Suspend | Resume | Recall | ComeIntoForce;

export type PowerEvent =
  | { readonly type: "powers.power.listed"; readonly data: ListPower["power"] }
  | {
      readonly type: "powers.power.handed-over";
      readonly data: { readonly code: string } & Omit<HandOver, "type">;
    }
  | { readonly type: "powers.power.came-into-force"; readonly data: { readonly code: string; readonly on: string } }
  | {
      readonly type: "powers.power.suspended";
      readonly data: { readonly code: string; readonly from: string; readonly reason: string };
    }
  | { readonly type: "powers.power.resumed"; readonly data: { readonly code: string; readonly from: string } }
  | {
      readonly type: "powers.power.recalled";
      readonly data: { readonly code: string; readonly from: string; readonly document: string };
    };
