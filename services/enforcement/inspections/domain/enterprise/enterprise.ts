import type { MovesOf } from "../../../../../shared/decider/index.ts";
import type { Place } from "../../../../../shared/territory/index.ts";
import type { InspectionOccasion } from "../../../../../shared/town/enforcement-inspections.ts";
import type { InspectionsRefusal } from "../refusals.ts";

export const enterpriseKinds = ["organisation", "sole-trader"] as const;

/** One of its premises. */
export interface Premises {
  readonly id: string;
  readonly address: string;
  readonly place: Place;
}

/** Why an officer keeps away from an enterprise (CF-43). */
export const conflictGrounds = ["relative", "interest", "former-employee", "other"] as const;
export interface Conflict {
  readonly sub: string;
  readonly certificate: string;
  readonly ground: (typeof conflictGrounds)[number];
}

/** An inspection as the register of its enterprise counts it. `off`: it did not take place. */
export interface BookedVisit {
  readonly id: string;
  readonly items: readonly string[];
  readonly from: string;
  readonly until: string;
  readonly occasion: InspectionOccasion;
  /** IN-4: whether the cap counts it. */
  readonly counted: boolean;
  /** The lead or the inspection that it follows. */
  readonly ref?: string;
  readonly status: "planned" | "held" | "off";
}

/** IN-5: what another organ found, which is used as long as it is valid. */
export interface OtherResult {
  readonly item: string;
  readonly organ: string;
  readonly document: string;
  readonly on: string;
  readonly until: string;
}

/** An enterprise of the town's register (检查对象): one record for all its premises, so that one cap holds for all. */
export interface Enterprise {
  readonly status: "listed" | "closed";
  readonly kind: (typeof enterpriseKinds)[number];
  readonly domains: readonly string[];
  readonly registeredOn: string;
  readonly name: string;
  /** What its own login is known by. */
  readonly key: string;
  readonly premises: readonly Premises[];
  readonly conflicts: readonly Conflict[];
  readonly visits: readonly BookedVisit[];
  readonly results: readonly OtherResult[];
}

export interface Book {
  readonly type: "book";
  readonly visit: Omit<BookedVisit, "counted" | "status">;
  /** How often a year each item may be checked at one enterprise, where the item says so itself. */
  readonly perYear: Readonly<Record<string, number>>;
  /** IN-5: why it is a visit of its own. */
  readonly separately?: string;
  readonly urgent: boolean;
}
export type EnterpriseCommand =
  | ({ readonly type: "register" } & Pick<Enterprise, "kind" | "domains" | "name" | "key" | "premises">)
  | ({ readonly type: "amend" } & Partial<Pick<Enterprise, "domains" | "name" | "premises">>)
  | { readonly type: "declare-conflict"; readonly conflict: Conflict }
  | ({ readonly type: "note-result" } & OtherResult)
  | { readonly type: "close" }
  | { readonly type: "reopen" }
  | Book
  | { readonly type: "release"; readonly id: string }
  | { readonly type: "note-held"; readonly id: string }
  /** IN-5: one visit takes in the items of another. */
  | { readonly type: "merge"; readonly from: string; readonly into: string };

type Of<T extends string, D extends object, P extends object = object> = {
  readonly type: `enforcement.enterprise.${T}`;
  readonly data: D;
  readonly personal: P;
};
export type EnterpriseEvent =
  | Of<
      "registered",
      Pick<Enterprise, "kind" | "domains" | "registeredOn">,
      Pick<Enterprise, "name" | "key" | "premises">
    >
  | Of<"amended", Partial<Pick<Enterprise, "domains">>, Partial<Pick<Enterprise, "name" | "premises">>>
  | Of<"conflict-declared", Pick<Conflict, "ground">, Pick<Conflict, "sub" | "certificate">>
  | Of<"result-noted", OtherResult>
  | Of<"closed", { readonly on: string }>
  | Of<"reopened", { readonly on: string }>
  | Of<"visit-booked", { readonly visit: BookedVisit }, { readonly separately?: string }>
  | Of<"visit-released", { readonly id: string }>
  | Of<"visit-held", { readonly id: string }>
  | Of<"visits-merged", { readonly from: string; readonly into: string }>;

export const enterpriseMoves = {
  listed: {
    amend: "listed",
    "declare-conflict": "listed",
    "note-result": "listed",
    close: "closed",
    book: "listed",
    release: "listed",
    "note-held": "listed",
    merge: "listed",
  },
  // What was planned before it closed still comes to an end.
  closed: { reopen: "listed", release: "closed", "note-held": "closed" },
} as const satisfies MovesOf<Enterprise, EnterpriseCommand>;

export interface EnterpriseWords {
  readonly state: Enterprise;
  readonly command: EnterpriseCommand;
  readonly event: EnterpriseEvent;
  readonly moves: typeof enterpriseMoves;
  readonly begins: "register";
  readonly begun: "enforcement.enterprise.registered";
  readonly refusal: InspectionsRefusal;
}
