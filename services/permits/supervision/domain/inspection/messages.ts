import type * as z from "zod";
import type { Limit } from "../../../../../shared/calendar/index.ts";
import type * as published from "../../../../../shared/contracts/permits-inspections.ts";
import type { Recusal } from "../../../../../shared/people/index.ts";
import type { Certificate } from "../../../certificates/domain/states.ts";
import type { Naming, WithOfficers } from "../../../common/domain/named-people.ts";
import type {
  Acknowledgement,
  Archived,
  Conduct,
  Finding,
  Inspector,
  MeasureKind,
  Point,
  Recorded,
  Result,
  Subject,
  Supervised,
  ToBeHeld,
} from "./inspection.ts";

/** `inspectors` are named by their logins: each is a person whom the town knows. */
export interface Arrangement extends WithOfficers {
  readonly by: string;
  readonly place: string;
  readonly inspectors: readonly Naming[];
}
export interface Plan extends Arrangement {
  readonly type: "plan";
  readonly supervised: Supervised | undefined;
  readonly announced: boolean;
  /** Routine inspections are counted within the year of `by`, from 1; one for a cause has a brief. */
  readonly occasion:
    | { readonly kind: "routine"; readonly round: number }
    | { readonly kind: "for-cause"; readonly brief: string };
}
/** What follows by itself from a report looked into, or from a day given for putting right. */
export interface Begin {
  readonly type: "begin";
  readonly subject: Subject;
  readonly place: string;
  readonly inspectors: readonly Inspector[];
  readonly why:
    | { readonly kind: "report"; readonly report: string; readonly by: string; readonly brief: string }
    | { readonly kind: "re-inspection"; readonly inspection: string; readonly putRightBy: string };
}
export interface RecordIt extends Omit<Recorded, "recordedBy"> {
  readonly type: "record";
  /** XK-58: what was asked for it, in fen. */
  readonly chargedFen: number;
}
export interface Act {
  readonly type: "act";
  readonly measures: readonly MeasureKind[];
  readonly reasons: string;
  /** The certificate as it stands now. */
  readonly certificate: Certificate | undefined;
}
export type InspectionCommand =
  | Plan
  | Begin
  | (Partial<Arrangement> & {
      readonly type: "rearrange";
      readonly reasons: string;
      readonly recusals?: readonly Recusal[];
    })
  | { readonly type: "call-off" | "hold-anew"; readonly reasons: string }
  | RecordIt
  | { readonly type: "sign"; readonly remarks?: string }
  | { readonly type: "acknowledge"; readonly acknowledgement: Acknowledgement; readonly conduct: Conduct }
  | Act
  | { readonly type: "annotate"; readonly text: string }
  | { readonly type: "pass-time" };

type Publishing<T extends string, S extends z.ZodType, More = object> = {
  readonly type: `permits.inspection.${T}`;
  readonly data: z.infer<S> & More;
};
type InHouse<T extends string, D extends object, P extends object = object> = {
  readonly type: `permits.inspection.${T}`;
  readonly data: D;
  readonly personal: P;
};
type Kept = Pick<ToBeHeld, "subject" | "occasion" | "place" | "inspectors" | "brief" | "report" | "follows">;

/** What would tell the holder why he was chosen, or who reported him, is `personal` like all that people write. */
export type InspectionEvent =
  | InHouse<
      "planned",
      Pick<ToBeHeld, "announced" | "plannedOn" | "by" | "limit"> & {
        readonly certificate: string;
        readonly points: readonly Point[];
      },
      Kept
    >
  | Publishing<"announced", typeof published.inspectionAnnounced>
  | InHouse<
      "rearranged",
      { readonly by?: string },
      Partial<Pick<ToBeHeld, "by" | "place" | "inspectors">> & { readonly reasons: string }
    >
  | InHouse<"called-off" | "to-be-held-anew", { readonly on: string }, { readonly reasons: string }>
  | InHouse<
      "recorded",
      { readonly heldOn: string; readonly result: Result; readonly putRightBy?: string; readonly signing: Limit },
      { readonly findings: readonly Finding[]; readonly summary: string }
    >
  | InHouse<"signed", { readonly on: string }, { readonly remarks?: string }>
  | InHouse<
      "acknowledged",
      { readonly on: string; readonly how: Acknowledgement["how"] },
      { readonly acknowledgement: Acknowledgement; readonly conduct: Conduct }
    >
  | Publishing<"conduct-stated", typeof published.conductStated>
  | Publishing<"concluded", typeof published.inspectionConcluded, { readonly handling?: Limit }>
  | (Publishing<"acted", typeof published.inspectionActed> & {
      readonly data: { readonly measures: NonNullable<Archived["acted"]>["measures"] };
      readonly personal: { readonly reasons: string };
    })
  | Publishing<"handed-over", typeof published.inspectionHandedOver>
  | InHouse<"annotated", { readonly on: string }, { readonly text: string }>
  | Publishing<"overdue", typeof published.inspectionOverdue>
  | InHouse<"limit-recounted", { readonly limit: Limit }>;
