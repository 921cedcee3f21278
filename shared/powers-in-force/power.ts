import type { DutyList, LawCited, PowerMode, TownRole } from "../contracts/powers.ts";

export type Text = { readonly zh: string; readonly en: string };

/** The organ in whose name an act under the power is done. */
export interface Organ {
  readonly name: Text;
  readonly uscc: string;
}

export interface Letter {
  readonly number: string;
  readonly date: string;
}

/** What an adjustment may change of a power without a new handover (P6); a field not named stays as it is. */
export interface Adjustment {
  readonly name?: Text | undefined;
  readonly itemCode?: string | undefined;
  readonly domain?: string | undefined;
  readonly sourceDepartment?: string | undefined;
  readonly townRole?: TownRole | undefined;
  readonly dutyList?: DutyList | undefined;
  readonly legalBasis?: string | undefined;
  readonly basis?: readonly LawCited[] | undefined;
  /** These three only of a power the town holds on that day. */
  readonly mode?: PowerMode | undefined;
  readonly inWhoseName?: Organ | undefined;
  readonly letter?: Letter | undefined;
}

/** Something that changes whether and how a power may be used, from a day on (its first hour included). */
export type PowerChange =
  | {
      readonly kind: "handed-over";
      readonly from: string;
      readonly mode: PowerMode;
      readonly inWhoseName: Organ;
      readonly letter?: Letter;
      /** P4: in force only once a `ready` made known later than this handover has begun. */
      readonly awaitsReadiness?: true;
    }
  | { readonly kind: "ready"; readonly from: string }
  /** What the law asks of its use is no longer there (CF-42: two officers); a `ready` made known later gives it back. */
  | { readonly kind: "unready"; readonly from: string }
  | ({ readonly kind: "adjusted"; readonly from: string } & Adjustment)
  | {
      readonly kind: "suspended";
      readonly from: string;
      readonly reason: string;
      /** The side that suspended it, where it is recorded. */
      readonly by?: "county" | "town";
    }
  | { readonly kind: "resumed"; readonly from: string }
  | { readonly kind: "recalled"; readonly from: string; readonly document: string };

/** A power with all that ever happened to it, in the order in which it was made known. */
export interface KnownPower {
  readonly code: string;
  /** As listed; adjustments since are among the changes. */
  readonly townRole: TownRole;
  readonly domain?: string;
  readonly basis?: readonly LawCited[];
  readonly dutyList?: DutyList;
  readonly changes: readonly PowerChange[];
}

export type HandedOver = Extract<PowerChange, { kind: "handed-over" }>;
export type Recalled = Extract<PowerChange, { kind: "recalled" }>;
