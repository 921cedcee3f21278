import type * as z from "zod";
import type { Limit } from "../../../../shared/calendar/index.ts";
import type * as published from "../../../../shared/contracts/enforcement-buildings.ts";
import type { OfType } from "../../../../shared/decider/index.ts";
import type { Known } from "../../cases/domain/proceeding/messages.ts";
import type { Proceeding } from "../../cases/domain/proceeding/proceeding.ts";
import type { PowerCopy } from "../../common/domain/known-power.ts";
import type { Delivery } from "../../service-of-papers/domain/delivery.ts";
import type {
  Building,
  BuildingCourt,
  BuildingEnding,
  BuildingRemedy,
  EnforcementMeans,
  ListedThing,
  ServedPaper,
} from "./building.ts";
import type { CostItem } from "./costs.ts";
import type { CostCommand, CostPayment, CostTakenBack } from "./costs-paid.ts";

/** What each step of the town knows: the case, certificates, the proceeding and the power as they stand. */
export interface BuildingKnown extends Known {
  /** Undefined: no such thing. */
  readonly proceeding: Proceeding | undefined;
  readonly power: PowerCopy | undefined;
}
type Knowing<T extends string, More extends object = object> = { readonly type: T } & BuildingKnown & More;

export type RecordBuilding = Knowing<
  "record",
  Pick<Building, "act" | "home" | "stage" | "areaSquareMetres" | "description" | "address"> & {
    readonly proceedingId: string;
    /** The other officer. */
    readonly with: string;
    /** Digests of pictures and measurements. */
    readonly files: readonly string[];
  }
>;
/** QZ-44c: what is inside, as the officers list it. */
export type ListThings = Knowing<
  "list-things",
  {
    readonly with: string;
    readonly things: readonly Pick<ListedThing, "description" | "quantity">[];
    readonly signature: { readonly how: "signed" | "refused" | "absent"; readonly by?: string };
    readonly witnesses: readonly string[];
    readonly files: readonly string[];
  }
>;
export interface HandBack {
  readonly how: "handed-back" | "deposited";
  readonly things: readonly string[];
  /** Who signed: the owner, or the keeper. */
  readonly signedBy: string;
  readonly proof: string;
}

export type BuildingCommand =
  | RecordBuilding
  | Knowing<"countersign">
  | Knowing<"order-stop", { readonly reasons: string }>
  | Knowing<"order-correction", { readonly by: string; readonly text: string }>
  | Knowing<"recheck", { readonly corrected: boolean; readonly files: readonly string[]; readonly with: string }>
  /** `delivery`: undefined without a delivery. Its id is kept as the proof. */
  | Knowing<"note-service", { readonly deliveryId: string; readonly delivery: Delivery | undefined }>
  | Knowing<"take-decision", { readonly by: string }>
  | Knowing<"demand", { readonly text: string }>
  | { readonly type: "state-opinion"; readonly partyKey: string | undefined; readonly text: string }
  | Knowing<"hear-opinion", { readonly adopted: boolean; readonly reasons: string }>
  | Knowing<
      "decide-enforcement",
      {
        readonly reasons: string;
        readonly means: readonly EnforcementMeans[];
        readonly estimateFen: number;
      }
    >
  | Knowing<"publish-notice", { readonly by: string; readonly where: string; readonly proof: string }>
  | Knowing<
      "agree",
      { readonly stages: readonly { readonly what: string; readonly by: string }[]; readonly signed: string }
    >
  | Knowing<"end-agreement", { readonly kept: boolean; readonly reasons: string }>
  | ListThings
  | Knowing<"find-urgent", { readonly reasons: string }>
  | Knowing<
      "begin-demolition",
      {
        readonly means: readonly EnforcementMeans[];
        readonly partyPresent: boolean;
        readonly witnesses: readonly string[];
      }
    >
  | Knowing<"interrupt", { readonly reasons: string; readonly recording?: string }>
  | Knowing<
      "finish-demolition",
      { readonly record: string; readonly recording?: string; readonly signedBy: readonly string[] }
    >
  | Knowing<"hand-back", HandBack>
  | Knowing<
      "claim-costs",
      { readonly items: readonly CostItem[]; readonly salvageFen: number; readonly explanation?: string }
    >
  | Knowing<"apply-to-court", { readonly factsAndBasis: string; readonly object: string }>
  | Knowing<
      "court-answered",
      { readonly accepted: boolean; readonly on: string; readonly document: string; readonly defects?: boolean }
    >
  | Knowing<"court-ruled", { readonly enforce: boolean; readonly on: string; readonly document: string }>
  | Knowing<"note-court-execution", { readonly on: string; readonly document: string }>
  | Knowing<"note-self-demolition", { readonly with: string; readonly files: readonly string[] }>
  | Knowing<
      "note-remedy",
      Pick<BuildingRemedy, "kind" | "filedOn"> & {
        readonly document: string;
        readonly partyKey: string | undefined;
      }
    >
  | Knowing<
      "end-remedy",
      { readonly remedy: string; readonly effect: "upheld" | "withdrawn" | "revoked"; readonly document: string }
    >
  | Knowing<
      "pause",
      {
        readonly ground: NonNullable<Building["pause"]>["ground"];
        readonly harmless: boolean;
        readonly reasons: string;
      }
    >
  | Knowing<"resume", { readonly reasons: string }>
  | Knowing<
      "end",
      {
        readonly ground: Extract<
          BuildingEnding,
          "no-breach" | "dead-without-estate" | "organisation-gone" | "object-gone"
        >;
        readonly reasons: string;
      }
    >
  | Knowing<"close">
  | CostCommand
  | { readonly type: "follow"; readonly proceeding: Proceeding | undefined }
  | { readonly type: "pass-time" };
export type BuildingCommandOf<T extends BuildingCommand["type"]> = OfType<BuildingCommand, T>;

type Of<T extends string, D extends object, P extends object = object> = {
  readonly type: `enforcement.building.${T}`;
  readonly data: D;
  readonly personal: P;
};
type Publishing<T extends string, S extends z.ZodType, P extends object = object> = {
  readonly type: `enforcement.building.${T}`;
  readonly data: z.infer<S>;
  readonly personal: P;
};
interface On {
  readonly on: string;
}
type Paper = Pick<ServedPaper, "number" | "issuedOn">;

export type BuildingEvent =
  | Of<
      "recorded",
      On &
        Pick<
          Building,
          "way" | "case" | "proceeding" | "party" | "act" | "code" | "home" | "stage" | "areaSquareMetres"
        > & { readonly files: readonly string[] },
      Pick<Building, "description" | "place" | "address" | "handlers"> & { readonly login: string }
    >
  | Of<"countersigned", On>
  | Of<"stop-ordered", Paper, { readonly reasons: string }>
  | Of<"correction-ordered", Paper & { readonly by: string }, { readonly text: string }>
  | Of<"rechecked", On & { readonly files: readonly string[] }, { readonly handlers: readonly string[] }>
  | Of<"paper-served", On & { readonly paper: PaperOfBuilding; readonly delivery: string; readonly term?: Limit }>
  | Of<"decision-taken", NonNullable<Building["decision"]>>
  | Of<"demanded", Paper, { readonly text: string }>
  | Of<"opinion-stated", On, { readonly text: string }>
  | Of<"opinion-heard", On & { readonly adopted: boolean }, { readonly reasons: string }>
  | Publishing<"enforcement-decided", typeof published.buildingEnforcementDecided, { readonly reasons: string }>
  | Publishing<"notice-published", typeof published.buildingNoticePublished, { readonly proof: string }>
  | Of<
      "agreed",
      On & { readonly lastDay: string; readonly signed: string },
      { readonly stages: readonly { readonly text: string; readonly on: string }[] }
    >
  | Of<"agreement-ended", On & { readonly kept: boolean }, { readonly reasons: string }>
  | Of<
      "things-listed",
      On & {
        readonly count: number;
        readonly signature: "signed" | "refused" | "absent";
        readonly files: readonly string[];
      },
      {
        readonly things: readonly { readonly ref: string; readonly text: string; readonly quantity: string }[];
        readonly login: string;
        readonly signedBy?: string;
        readonly witnesses: readonly string[];
      }
    >
  | Of<"found-urgent", On, { readonly reasons: string }>
  | Publishing<
      "demolition-begun",
      typeof published.buildingDemolitionBegun,
      { readonly witnesses: readonly string[]; readonly handlers: readonly string[] }
    >
  | Of<
      "demolition-interrupted",
      {
        readonly at: string;
        readonly because: "officers" | "night" | "holiday" | "remedy" | "day-over";
        readonly recording?: string;
      },
      { readonly reasons?: string }
    >
  | Publishing<
      "demolished",
      typeof published.buildingDemolished,
      { readonly record: string; readonly recording?: string; readonly signers: readonly string[] }
    >
  | Of<
      "things-returned",
      On & { readonly how: "handed-back" | "deposited"; readonly proof: string; readonly things: readonly string[] },
      { readonly signedBy: string }
    >
  | Publishing<
      "costs-claimed",
      typeof published.costsClaimed,
      {
        readonly explanation?: string;
        readonly items: readonly { readonly text: string; readonly amountFen: number; readonly proof: string }[];
      }
    >
  | Of<"cost-paid", CostPayment>
  | Of<"cost-payment-taken-back", CostTakenBack>
  | Of<
      "court-asked",
      On & Pick<BuildingCourt, "number" | "acceptance">,
      { readonly factsAndBasis: string; readonly object: string }
    >
  | Of<"court-answered", On & { readonly accepted: boolean; readonly ruling?: Limit }, { readonly document: string }>
  | Of<"court-ruled", On & { readonly enforce: boolean }, { readonly document: string }>
  | Of<"remedy-filed", Pick<BuildingRemedy, "id" | "kind" | "filedOn">, { readonly document: string }>
  | Of<
      "remedy-ended",
      On & { readonly remedy: string; readonly effect: "upheld" | "withdrawn" | "revoked" },
      { readonly document: string }
    >
  | Of<"paused", On & Pick<NonNullable<Building["pause"]>, "ground" | "harmless">, { readonly reasons: string }>
  | Of<"resumed", On, { readonly reasons: string }>
  | Publishing<"ended", typeof published.buildingEnded, { readonly reasons?: string }>
  | Publishing<"restitution-due", typeof published.buildingRestitutionDue>;

/** Papers of a building that the service of papers brings to the party. */
export const papersOfBuilding = ["stop-order", "rectification-order", "demand", "enforcement-decision"] as const;
export type PaperOfBuilding = (typeof papersOfBuilding)[number];
