import type { DutyList, LawCited, PowerCategory, PowerMode, TownRole } from "../../../../shared/contracts/powers.ts";
import type { Adjustment, Letter, Organ, PowerChange } from "../../../../shared/powers-in-force/index.ts";
import type { Condition, Unmet } from "../../common/domain/conditions.ts";
import type { Side } from "./sides.ts";

type Text = { readonly zh: string; readonly en: string };

/** A power of the town's list: what it is, and all that happened to it. */
export interface Power {
  readonly code: string;
  /** 31-character implementation code (ID-8). */
  readonly itemCode: string;
  readonly name: Text;
  readonly category: PowerCategory;
  readonly domain: string;
  /** As the list writes it. */
  readonly legalBasis: string;
  /** The same law by law. */
  readonly basis?: readonly LawCited[];
  readonly sourceDepartment: string;
  readonly townRole: TownRole;
  /** CF-24b. */
  readonly dutyList?: DutyList;
  /** The day it was put on the list. */
  readonly listedOn?: string;
  readonly changes: readonly PowerChange[];
  /** Days on which a handover already made takes effect, and which have not been announced yet; earliest first. */
  readonly awaits: readonly string[];
  /** Handover forms already carried out. */
  readonly forms?: readonly string[];
  /** Conditions of the last handover (P4). */
  readonly conditions?: readonly Condition[];
  /** Which of them are not met: a warning, unless the law stops the power (CF-42). */
  readonly unmet?: readonly Unmet[];
  /** CF-42: the first day of a handover that asked for less than the law does; nobody has judged it by the law yet. */
  readonly judgedByLawFrom?: string;
  /** CF-T2: the last day on which it was looked at whether its laws still are law. */
  readonly basisLookedAt?: string;
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

/** X5: an import holds the list; nobody else changes an entry. */
export type ImportHolds = true;

export interface ListPower {
  readonly type: "list";
  readonly power: Omit<
    Power,
    "listedOn" | "changes" | "awaits" | "forms" | "conditions" | "unmet" | "judgedByLawFrom" | "basisLookedAt"
  >;
  readonly importHolds?: ImportHolds | undefined;
}
export interface HandOver {
  readonly type: "hand-over";
  readonly mode: PowerMode;
  readonly inWhoseName: Organ;
  readonly inForceFrom: string;
  readonly letter?: Letter;
  /** Absent for a statutory power: the law itself is the authority. */
  readonly authority?: Authority;
  /** P4: in force only once its conditions are met. */
  readonly awaitsReadiness?: true;
  readonly conditions?: readonly Condition[];
  /** The handover form both parties signed; absent: the town is being opened. */
  readonly form?: string;
  /** Last day of an entrustment (CF-20). */
  readonly until?: string;
}
/** P4: the conditions of a handover that waits for them are met from that day. */
export interface Ready {
  readonly type: "ready";
  readonly from: string;
}
/** P6: what is named changes from that day, without a new handover; another mode or name needs its authority and letter. */
export interface Adjust extends Adjustment {
  readonly type: "adjust";
  readonly from: string;
  /** The county's document, for what only the county changes. */
  readonly document?: string | undefined;
  readonly authority?: Authority;
  readonly importHolds?: ImportHolds | undefined;
}
export interface Suspend {
  readonly type: "suspend";
  readonly from: string;
  readonly reason: string;
  /** Where the town itself carries it out: the side that decided it. */
  readonly by?: Side | undefined;
}
export interface Resume {
  readonly type: "resume";
  readonly from: string;
}
export interface Recall {
  readonly type: "recall";
  readonly from: string;
  readonly document: string;
  /** Where the town itself carries it out: the side that decided it. */
  readonly by?: Side | undefined;
}
/** P4: what of its conditions is not met now; none: all is well again. */
export interface NoteReadiness {
  readonly type: "note-readiness";
  readonly unmet: readonly Unmet[];
}
/** CF-T2: a law the power rests on ends today. */
export interface LookAtBasis {
  readonly type: "look-at-basis";
}
/** CF-42: a handover that asked for less than the law does is judged by the law from today. */
export interface HoldToLaw {
  readonly type: "hold-to-law";
}
export interface ComeIntoForce {
  readonly type: "come-into-force";
}
export type PowerCommand =
  | ListPower
  | HandOver
  | Ready
  | Adjust
  | Suspend
  | Resume
  | Recall
  | NoteReadiness
  | LookAtBasis
  | HoldToLaw
  | ComeIntoForce;

export type PowerEvent =
  | { readonly type: "powers.power.listed"; readonly data: ListPower["power"] }
  | {
      readonly type: "powers.power.handed-over";
      readonly data: { readonly code: string } & Omit<HandOver, "type">;
    }
  | { readonly type: "powers.power.ready"; readonly data: { readonly code: string; readonly from: string } }
  | {
      readonly type: "powers.power.adjusted";
      readonly data: { readonly code: string } & Omit<Adjust, "type" | "importHolds">;
    }
  | {
      readonly type: "powers.power.readiness-noted";
      readonly data: { readonly code: string; readonly unmet: readonly Unmet[] };
    }
  | {
      readonly type: "powers.power.unready";
      readonly data: {
        readonly code: string;
        readonly from: string;
        readonly unmet: readonly Unmet[];
        readonly article: string;
        readonly rule: string;
      };
    }
  | {
      readonly type: "powers.power.basis-repealed";
      readonly data: { readonly code: string; readonly laws: readonly LawCited[]; readonly on: string };
    }
  | { readonly type: "powers.power.basis-looked-at"; readonly data: { readonly code: string; readonly on: string } }
  | {
      readonly type: "powers.power.held-to-law";
      readonly data: {
        readonly code: string;
        readonly from: string;
        readonly until?: string;
        readonly domain: string;
        readonly conditions: readonly Condition[];
      };
    }
  | { readonly type: "powers.power.came-into-force"; readonly data: { readonly code: string; readonly on: string } }
  | {
      readonly type: "powers.power.suspended";
      readonly data: { readonly code: string; readonly from: string; readonly reason: string; readonly by?: Side };
    }
  | { readonly type: "powers.power.resumed"; readonly data: { readonly code: string; readonly from: string } }
  | {
      readonly type: "powers.power.recalled";
      readonly data: { readonly code: string; readonly from: string; readonly document: string; readonly by?: Side };
    };
