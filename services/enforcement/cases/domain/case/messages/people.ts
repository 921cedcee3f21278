import type { RecusalGround } from "../../../../../../shared/people/index.ts";
import type { CaseOfficer } from "../case.ts";
import type { WithOfficers } from "./filing.ts";
import type { CaseEventOf } from "./said.ts";

export interface ChangeOfficers extends WithOfficers {
  readonly type: "change-officers";
  readonly investigators: readonly string[];
  readonly reasons: string;
}
export interface AskRecusal {
  readonly type: "ask-recusal";
  readonly person: string;
  readonly ground: RecusalGround;
  readonly reasons: string;
  /** The written request of a party that an officer or the counter records. */
  readonly request?: { readonly party: string; readonly sha256: string };
  /** The party for whom his proceeding asks, in one commit with it: by his own login or by that of his agent. */
  readonly spokenFor?: string;
}
export interface DecideRecusal {
  readonly type: "decide-recusal";
  readonly person: string;
  readonly recused: boolean;
  /** CF-43a: what he did before stands only if the head says so. */
  readonly earlierActsStand?: boolean;
  readonly reasons: string;
  /** Minutes of the meeting that decides about the head. */
  readonly meeting?: string;
}

/** Commands: officers of a case and recusals. */
export type PeopleCommand = ChangeOfficers | AskRecusal | DecideRecusal;

/** Events: officers of a case and recusals. */
export type PeopleEvent =
  | CaseEventOf<
      "officers-changed",
      { readonly on: string },
      { readonly officers: readonly CaseOfficer[]; readonly reasons: string }
    >
  | CaseEventOf<
      "recusal-asked",
      { readonly on: string; readonly ground: RecusalGround },
      { readonly person: string; readonly reasons: string; readonly request?: AskRecusal["request"] }
    >
  | CaseEventOf<
      "recusal-decided",
      {
        readonly on: string;
        readonly recused: boolean;
        readonly earlierActsStand?: boolean;
        /** Evidence that falls with what he did. */
        readonly falls: readonly string[];
        /** He filed the case, and that falls too. */
        readonly filingFalls?: true;
      },
      { readonly person: string; readonly reasons: string; readonly meeting?: string }
    >;
