import type { DocumentKind } from "../../../../../shared/parties/index.ts";
import type { Organ } from "../../../../../shared/powers-in-force/index.ts";
import type { Place } from "../../../../../shared/territory/index.ts";

export interface Text {
  readonly zh: string;
  readonly en: string;
}

/** What the penalty list says of an act on the day on which it joined the case. */
export interface ListedAct {
  readonly code: string;
  readonly name: Text;
  readonly domain: string;
  readonly sourceDepartment: string;
  readonly limitationYears: 2 | 5;
}

/** One act of a case (CF-29a): its facts, its place, its days, and the parties who did it. */
export interface CaseAct extends ListedAct {
  /** Within the case: `A1`, `A2`. */
  readonly id: string;
  /** Ids of the parties who did it. */
  readonly by: readonly string[];
  readonly from: string;
  /** CF-36: its last day; absent: it still goes on. */
  readonly until?: string;
  /** CF-36a: the first day on which an organ with the power knew of it on record. */
  readonly discoveredOn: string;
  /** CF-36: life, health or financial safety, with harm. */
  readonly harm: boolean;
  /** CF-38: the version of the power's entry on the day of filing, and the organ in whose name the town acts. */
  readonly power?: { readonly version: number; readonly since?: string; readonly inWhoseName: Organ };
  readonly place: Place;
  readonly address: string;
  readonly facts: string;
}

export const partyKinds = ["citizen", "organisation", "sole-trader"] as const;

export type CasePartyKind = (typeof partyKinds)[number];

/** CF-31: the days of a mental incapacity, and what proves it. Without `until` it lasts. */
export interface Incapacity {
  readonly from: string;
  readonly until?: string;
  readonly basis: string;
}

/** A party of a case. CF-29b: a responsible person is a party of his own. */
export interface CaseParty {
  /** Within the case: `P1`, `P2`. */
  readonly id: string;
  readonly kind: CasePartyKind;
  readonly role: "principal" | "responsible";
  /** CF-29b: the party for which he is responsible. */
  readonly of?: string;
  /** CF-57c: the party whose place he took by succession. */
  readonly succeeds?: string;
  /** What the person is known by: the claim `party` of his token. */
  readonly key: string;
  readonly name: string;
  /** CF-57c: the operator of a sole trader (个体工商户); `name` is the name of the firm. */
  readonly operator?: string;
  readonly document?: DocumentKind;
  readonly idNumber: string;
  readonly phone: string;
  readonly address: string;
  /** CF-30: of a natural person. */
  readonly bornOn?: string;
  readonly incapable?: readonly Incapacity[];
}

/** An officer of a case, with the certificate under which he acts (CF-42). */
export interface CaseOfficer {
  readonly sub: string;
  readonly name: string;
  readonly certificate: string;
}
