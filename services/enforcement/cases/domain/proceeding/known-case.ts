import type { Recusal } from "../../../../../shared/people/index.ts";
import type { Place } from "../../../../../shared/territory/index.ts";

export type PartyKind = "citizen" | "organisation" | "sole-trader";
export type PartyRole = "principal" | "responsible";

/** A party of a case, as its proceeding needs to know him. */
export interface KnownParty {
  readonly id: string;
  readonly kind: PartyKind;
  readonly role: PartyRole;
  /** CF-29b: the unit for which a responsible person answers. */
  readonly of?: string;
  readonly name: string;
  readonly address: string;
  /** CF-57c: the operator of an individual business. */
  readonly operator?: string;
  /** What he is known by: the claim `party` of his token. */
  readonly key: string;
  readonly bornOn?: string;
  /** CF-31: the days without mental capacity. */
  readonly incapable?: readonly { readonly from: string; readonly until?: string }[];
}

/** An act of a case: what was done, when, and under which penalty of the list it falls. */
export interface KnownAct {
  readonly id: string;
  readonly code: string;
  readonly domain: string;
  /** Ids of the parties who did it. */
  readonly by: readonly string[];
  readonly from: string;
  /** Absent: the act goes on. */
  readonly until?: string;
  readonly place: Place;
}

/** A piece of evidence in the register of a case (CF-46). */
export interface KnownEvidence {
  readonly id: string;
  readonly kind: string;
  /** The acts that it proves. */
  readonly acts: readonly string[];
  /** Digests of its files. */
  readonly sha256: readonly string[];
  readonly collectedOn: string;
  readonly established: boolean;
  readonly excluded?: string;
}

/** A measure on goods or places (CF-56, QZ-25). */
export interface KnownMeasure {
  readonly id: string;
  readonly kind: "preservation" | "seal" | "seizure";
  readonly until: string;
  /** The party whose goods they are; absent: not known. */
  readonly party?: string;
  readonly ended?: { readonly on: string };
}

/** What a proceeding knows of its case. A case is one by its form. */
export interface KnownCase {
  readonly status: string;
  readonly filedOn?: string;
  readonly acts: readonly KnownAct[];
  readonly parties: readonly KnownParty[];
  readonly officers: readonly { readonly sub: string; readonly name: string; readonly certificate: string }[];
  /** All who ever were its officers. */
  readonly handlers: readonly string[];
  readonly recusals: readonly Recusal[];
  readonly evidence: readonly KnownEvidence[];
  /** CF-46a: digests of the files that have come in. */
  readonly files: readonly string[];
  /** Absent before the filing. */
  readonly measures?: readonly KnownMeasure[];
  /** CF-27b: whom a court has fined. */
  readonly police?: { readonly courtFined?: readonly string[] };
  readonly report?: { readonly on: string; readonly complex?: true; readonly suspectedCrime?: true };
}
