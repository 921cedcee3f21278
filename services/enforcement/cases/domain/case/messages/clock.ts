import type { Limit } from "../../../../../../shared/calendar/index.ts";
import type { OfficialNumber } from "../../../../../../shared/papers/official-number.ts";
import type { ExcludedKind, LateKind, Suspension } from "../case.ts";
import type { AboutCase, CaseEventOf } from "./said.ts";

/** CF-54a, CF-60a: the filing term or the ninety days, as far as the sector's rule allows. */
export interface Extend {
  readonly type: "extend";
  readonly reasons: string;
  /** Minutes of the collective discussion, where the rule asks for one. */
  readonly meeting?: string;
}

/** CF-60a: time that the sector's rule takes out of the ninety days. */
export interface ExcludeTime {
  readonly type: "exclude-time";
  readonly what: Exclude<ExcludedKind, "suspension">;
  readonly from: string;
  readonly to: string;
}
export interface Suspend {
  readonly type: "suspend";
  readonly ground: Suspension["ground"];
  readonly reasons: string;
}
export interface Resume {
  readonly type: "resume";
  readonly reasons: string;
}

/** Commands: terms of a case: longer, stopped, passed. */
export type ClockCommand = Extend | ExcludeTime | Suspend | Resume | { readonly type: "pass-time" };

/** Events: terms of a case: longer, stopped, passed. */
export type ClockEvent =
  | CaseEventOf<
      "extended",
      { readonly clock: Limit; readonly by: "head" | "collective" },
      { readonly reasons: string; readonly meeting?: string }
    >
  | CaseEventOf<"time-excluded", { readonly clock: Limit; readonly what: ExcludedKind }>
  | CaseEventOf<
      "suspended",
      AboutCase & { readonly ground: Suspension["ground"]; readonly from: string; readonly clock: Limit },
      { readonly reasons: string }
    >
  | CaseEventOf<"resumed", AboutCase & { readonly on: string; readonly clock: Limit }, { readonly reasons: string }>
  | CaseEventOf<"limit-recounted", { readonly what: LateKind; readonly limit: Limit }>
  | CaseEventOf<
      "overdue",
      { readonly what: LateKind; readonly due: string; readonly of?: string; readonly number?: OfficialNumber }
    >;
