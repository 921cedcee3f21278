import type { FiledCase, PaperEntry, stopGrounds, withdrawalGrounds } from "../case.ts";
import type { WithPowers } from "./filing.ts";
import type { AboutCase, CaseEventOf } from "./said.ts";

export interface Withdraw {
  readonly type: "withdraw";
  readonly ground: (typeof withdrawalGrounds)[number];
  readonly reasons: string;
}
export interface Stop extends WithPowers {
  readonly type: "stop";
  readonly ground: (typeof stopGrounds)[number];
  readonly reasons: string;
}
export interface Close {
  readonly type: "close";
  /** Digest of the closing report. */
  readonly report: string;
  /** Items of the case that lie with the town still. */
  readonly lying: readonly string[];
}
export interface Reopen {
  readonly type: "reopen";
  readonly ground: "overturned" | "ended-wrongly";
  readonly document: string;
  readonly reasons: string;
}

/** Commands: how a case ends, and begins again. */
export type EndingCommand = Withdraw | Stop | Close | Reopen;

/** Events: how a case ends, and begins again. */
export type EndingEvent =
  | CaseEventOf<
      "withdrawn",
      AboutCase & { readonly ground: Withdraw["ground"]; readonly on: string },
      { readonly reasons: string }
    >
  | CaseEventOf<
      "stopped",
      AboutCase & { readonly ground: Stop["ground"]; readonly on: string },
      { readonly reasons: string }
    >
  | CaseEventOf<
      "closed",
      AboutCase & { readonly on: string; readonly paper: PaperEntry; readonly ending: FiledCase["ending"] }
    >
  | CaseEventOf<
      "reopened",
      AboutCase & { readonly ground: Reopen["ground"]; readonly on: string },
      { readonly document: string; readonly reasons: string }
    >;
