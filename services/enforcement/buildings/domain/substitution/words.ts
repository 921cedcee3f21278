import type * as z from "zod";
import type { Limit } from "../../../../../shared/calendar/index.ts";
import type * as published from "../../../../../shared/contracts/enforcement-buildings.ts";
import type { OfType } from "../../../../../shared/decider/index.ts";
import type { OfficerCopy } from "../../../common/domain/known-power.ts";
import type { Delivery } from "../../../service-of-papers/domain/delivery.ts";
import type { ServedPaper } from "../building.ts";
import type { CostItem } from "../costs.ts";
import type { CostCommand, CostPayment, CostTakenBack } from "../costs-paid.ts";
import type { BuildingKnown } from "../messages.ts";
import type { BuildingRefusal } from "../refusals.ts";
import type { substitutionMoves } from "./moves.ts";
import type { Substitution } from "./substitution.ts";

type Ordinary = NonNullable<Substitution["ordinary"]>;
type AtOnce = NonNullable<Substitution["atOnce"]>;
type Knowing<T extends string, More extends object = object> = { readonly type: T } & BuildingKnown & More;

export type SubstitutionCommand =
  | Knowing<
      "demand",
      Pick<Ordinary, "act" | "ground" | "task"> & {
        readonly proceedingId: string;
        readonly description: string;
        /** The last day that the decision gave. */
        readonly by: string;
      }
    >
  | {
      readonly type: "remove-at-once";
      readonly what: AtOnce["what"];
      readonly site: AtOnce["site"];
      readonly place: AtOnce["place"];
      readonly domain: string;
      readonly with: string;
      readonly description: string;
      readonly partyPresent: boolean;
      /** Where he is known: his name, and the key of his number. */
      readonly party?: { readonly name: string; readonly key: string };
      readonly files: readonly string[];
      readonly officers: readonly OfficerCopy[];
    }
  | Knowing<"note-service", { readonly deliveryId: string; readonly delivery: Delivery | undefined }>
  | Knowing<
      "decide",
      {
        readonly reasons: string;
        readonly performer: string;
        readonly estimateFen: number;
        readonly plannedFor: string;
      }
    >
  | Knowing<"remind", { readonly text: string }>
  | Knowing<"perform", { readonly record: string; readonly signedBy: readonly string[] }>
  | Knowing<"stop", { readonly reasons: string }>
  | { readonly type: "tell-party"; readonly on: string; readonly proof: string }
  | Knowing<
      "claim-costs",
      { readonly items: readonly CostItem[]; readonly salvageFen: number; readonly explanation?: string }
    >
  | CostCommand
  | Knowing<"close", { readonly reasons: string }>
  | { readonly type: "pass-time" };
export type SubstitutionCommandOf<T extends SubstitutionCommand["type"]> = OfType<SubstitutionCommand, T>;

type Of<T extends string, D extends object, P extends object = object> = {
  readonly type: `enforcement.substitution.${T}`;
  readonly data: D;
  readonly personal: P;
};
type Publishing<T extends string, S extends z.ZodType, P extends object = object> = Of<T, z.infer<S> & object, P>;
interface On {
  readonly on: string;
}
type Paper = Pick<ServedPaper, "number" | "issuedOn">;

export type SubstitutionEvent =
  | Of<"demanded", Paper & Ordinary, { readonly description: string; readonly handlers: readonly string[] }>
  | Of<
      "removed-at-once",
      On & Pick<AtOnce, "what" | "site" | "partyPresent" | "tellBy"> & { readonly files: readonly string[] },
      {
        readonly description: string;
        readonly place: AtOnce["place"];
        readonly handlers: readonly string[];
        readonly name?: string;
        readonly party?: string;
      }
    >
  | Of<
      "paper-served",
      On & { readonly paper: "demand" | "decision" | "reminder"; readonly delivery: string; readonly term?: Limit }
    >
  | Of<
      "decided",
      Paper & { readonly estimateFen: number; readonly plannedFor: string },
      { readonly reasons: string; readonly performer: string }
    >
  | Of<"reminded", Paper, { readonly text: string }>
  | Publishing<
      "performed",
      typeof published.substitutionPerformed,
      { readonly record?: string; readonly signers?: readonly string[] }
    >
  | Of<"stopped", On, { readonly reasons: string }>
  | Of<"closed", On, { readonly reasons: string }>
  | Of<"party-told", On, { readonly proof: string }>
  | Publishing<
      "costs-claimed",
      typeof published.substitutionCosts,
      {
        readonly explanation?: string;
        readonly items: readonly { readonly text: string; readonly amountFen: number; readonly proof: string }[];
      }
    >
  | Of<"cost-paid", CostPayment>
  | Of<"cost-payment-taken-back", CostTakenBack>
  | Publishing<"party-untold", typeof published.substitutionUntold>;

/** The words from which the tables of substitute performance are typed. */
export interface SubstitutionWords {
  readonly state: Substitution;
  readonly command: SubstitutionCommand;
  readonly event: SubstitutionEvent;
  readonly moves: typeof substitutionMoves;
  readonly begins: "demand" | "remove-at-once";
  readonly begun: "enforcement.substitution.demanded" | "enforcement.substitution.removed-at-once";
  readonly refusal: BuildingRefusal;
}
