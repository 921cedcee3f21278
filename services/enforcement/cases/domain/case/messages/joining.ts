import type { CaseParty, ListedAct } from "../case.ts";
import type { ProposedAct, WithOfficers, WithPowers } from "./filing.ts";
import type { ActData, ActPersonal, CaseEventOf, PartyData, PartyPersonal } from "./said.ts";

export interface AddAct extends WithPowers, WithOfficers {
  readonly type: "add-act";
  readonly act: ProposedAct;
  readonly listed: readonly ListedAct[];
  readonly reasons: string;
}
export interface AddParty {
  readonly type: "add-party";
  readonly party: CaseParty;
  /** The acts he did. */
  readonly acts: readonly string[];
  readonly reasons: string;
}

/** CF-57c: a new name or a merger: the successor goes on. Heirs inherit no undecided penalty. */
export interface SucceedParty {
  readonly type: "succeed-party";
  readonly party: string;
  readonly ground: "renamed" | "merged" | "divided";
  readonly name: string;
  readonly idNumber: string;
  readonly key: string;
  readonly document: string;
}

/** Commands: acts and parties that join later. */
export type JoiningCommand = AddAct | AddParty | SucceedParty;

/** Events: acts and parties that join later. */
export type JoiningEvent =
  | CaseEventOf<"act-added", { readonly act: ActData }, { readonly said: ActPersonal; readonly reasons: string }>
  | CaseEventOf<
      "party-added",
      { readonly party: PartyData; readonly acts: readonly string[] },
      { readonly person: PartyPersonal; readonly reasons: string }
    >
  | CaseEventOf<
      "party-succeeded",
      { readonly id: string; readonly ground: SucceedParty["ground"]; readonly on: string },
      Pick<SucceedParty, "name" | "idNumber" | "key" | "document">
    >;
