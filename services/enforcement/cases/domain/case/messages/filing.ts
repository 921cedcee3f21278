import type { Limit } from "../../../../../../shared/calendar/index.ts";
import type { OfficerCopy, PowerCopy } from "../../../../../../shared/powers-in-force/index.ts";
import type {
  CaseAct,
  CaseOfficer,
  CaseParty,
  CaseSource,
  DismissalGround,
  ListedAct,
  OtherFiling,
  PaperEntry,
} from "../case.ts";
import type { SettledPower } from "../powers.ts";
import type { AboutCase, ActsPersonal, ActsSaid, CaseEventOf, PartiesPersonal, PartiesSaid } from "./said.ts";

/** What a command that judges powers is given: the copies of the powers it names, and what was decided of recalled ones. */
export interface WithPowers {
  readonly powers: readonly PowerCopy[];
  readonly settled?: readonly SettledPower[];
}

/** The certificates of the officers that a command names. */
export interface WithOfficers {
  readonly officers: readonly OfficerCopy[];
}

/** An act as it is proposed; what the list says of it comes from the penalty list. */
export type ProposedAct = Omit<CaseAct, keyof ListedAct | "id" | "power"> & { readonly code: string };
export interface Propose extends WithOfficers {
  readonly type: "propose";
  readonly acts: readonly ProposedAct[];
  /** What the list says of the codes among the acts. */
  readonly listed: readonly ListedAct[];
  readonly parties: readonly CaseParty[];
  /** CF-42: by their logins. */
  readonly investigators: readonly string[];
  readonly source: CaseSource;
  readonly elsewhere?: OtherFiling;
}
export interface Approve extends WithPowers, WithOfficers {
  readonly type: "approve";
  readonly reasons?: string;
}
export interface Dismiss {
  readonly type: "dismiss";
  readonly ground: DismissalGround;
  readonly reasons: string;
}

/** Before the filing the proposal is put right. A field not named stays as it is. */
export interface Correct {
  readonly type: "correct";
  readonly acts?: readonly ProposedAct[];
  readonly listed: readonly ListedAct[];
  readonly parties?: readonly CaseParty[];
  readonly elsewhere?: OtherFiling;
  readonly reasons: string;
}

/** CF-43a: another head takes the filing on himself. */
export interface ConfirmFiling {
  readonly type: "confirm-filing";
  readonly reasons: string;
}

/** Commands: proposing, filing and dismissing a case. */
export type FilingCommand = Propose | Approve | Dismiss | Correct | ConfirmFiling;

/** Events: proposing, filing and dismissing a case. */
export type FilingEvent =
  | CaseEventOf<
      "proposed",
      ActsSaid &
        PartiesSaid & {
          readonly source: CaseSource;
          readonly elsewhere?: OtherFiling;
          readonly on: string;
          readonly fileBy: Limit;
        },
      ActsPersonal & PartiesPersonal & { readonly officers: readonly CaseOfficer[] }
    >
  | CaseEventOf<
      "corrected",
      Partial<ActsSaid & PartiesSaid> & { readonly elsewhere?: OtherFiling; readonly fileBy: Limit },
      Partial<ActsPersonal & PartiesPersonal> & { readonly reasons: string }
    >
  | CaseEventOf<
      "filed",
      AboutCase & {
        readonly filedOn: string;
        readonly clock: Limit;
        readonly powers: Readonly<Record<string, NonNullable<CaseAct["power"]>>>;
        readonly paper: PaperEntry;
      },
      { readonly reasons?: string }
    >
  | CaseEventOf<
      "dismissed",
      {
        readonly ground: DismissalGround;
        readonly on: string;
        readonly items: readonly string[];
        readonly source: CaseSource;
      },
      { readonly reasons: string }
    >
  | CaseEventOf<"filing-confirmed", { readonly on: string }, { readonly reasons: string }>
  | CaseEventOf<"filing-extended", { readonly fileBy: Limit }, { readonly reasons: string }>;
