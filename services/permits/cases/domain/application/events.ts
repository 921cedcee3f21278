import type * as z from "zod";
import type { Limit, Posted } from "../../../../../shared/calendar/index.ts";
import type * as published from "../../../../../shared/contracts/permits.ts";
import type * as more from "../../../../../shared/contracts/permits-application.ts";
import type { Person, RecusalGround } from "../../../../../shared/people/index.ts";
import type { GuideContent } from "../../../guides/domain/guide.ts";
import type { Household } from "../household/household.ts";
import type {
  Applicant,
  Conversion,
  Corrections,
  Explanation,
  Hearing,
  HearingNotice,
  Inspection,
  Inspector,
  JointOpinion,
  Limits,
  Pause,
  Place,
  Receipt,
  Review,
  Secrecy,
  Signature,
  Survey,
  ThirdParties,
  ThirdParty,
  Tolerance,
} from "./parts.ts";
import type { Agency, Filed } from "./states.ts";

type Publishing<T extends string, S extends z.ZodType, More = object> = {
  readonly type: `permits.application.${T}`;
  readonly data: z.infer<S> & More;
};
type InHouse<T extends string, D extends object> = { readonly type: `permits.application.${T}`; readonly data: D };
type With<P extends object> = { readonly personal: P };

/** What an examiner found besides. */
interface Found {
  readonly affectsThirdParties?: boolean;
  readonly occupiesFarmland?: boolean;
}

/** What happened to an application. `data` may be published; names, numbers and free text stand in `personal`. */
export type ApplicationEvent =
  | (Publishing<
      "received",
      typeof published.applicationReceived,
      { readonly guide: GuideContent; readonly given: readonly string[]; readonly acceptanceLimit: Limit } & Pick<
        Filed,
        "organ" | "townRole" | "onFile" | "residence"
      > & { readonly postedOn?: string }
    > &
      With<{
        readonly applicant: Applicant;
        readonly owner?: string;
        readonly party?: string;
        readonly agency?: Agency;
        readonly place?: Place;
        readonly household?: Household;
        readonly posted?: Posted;
      }>)
  | (Publishing<"corrections-notified", typeof published.correctionsNotified> & {
      readonly personal?: Pick<Corrections, "explanation" | "unobtainable">;
    })
  | InHouse<
      "corrected",
      {
        readonly given: readonly string[];
        readonly on: string;
        readonly complete: boolean;
        readonly acceptanceLimit: Limit;
      }
    >
  | Publishing<
      "accepted",
      typeof published.applicationAccepted,
      Limits & {
        readonly receipt?: Receipt;
        readonly acceptedBy?: string;
        readonly tolerance?: Tolerance;
        readonly inspection?: Inspection;
        readonly joint?: readonly string[];
      }
    >
  | Publishing<"recorded", typeof more.applicationRecorded, { readonly receipt: Receipt }>
  | (Publishing<"declined", typeof published.applicationDeclined, { readonly receipt?: Receipt }> & {
      readonly personal?: { readonly reasons: string; readonly facts?: string };
    })
  | (InHouse<"located", { readonly on: string }> & With<{ readonly place: Place }>)
  | (InHouse<"household-stated", { readonly on: string }> & With<{ readonly household: Household }>)
  | InHouse<"supplemented", { readonly given: readonly string[]; readonly on: string }>
  | InHouse<"consulted", { readonly offices: readonly string[]; readonly on: string }>
  | InHouse<"joint-opinion", JointOpinion & Found>
  | (InHouse<"survey-recorded", Omit<Survey, "signatures">> & With<{ readonly persons: readonly Person[] }>)
  | InHouse<"survey-signed", Signature>
  | InHouse<"reviewed", Review & Found>
  | (InHouse<"disagreement-resolved", { readonly on: string }> & With<{ readonly reasons: string }>)
  | (Publishing<"inspectors-assigned", typeof more.inspectorsAssigned> &
      With<{ readonly inspectors: readonly Inspector[] }>)
  | InHouse<"inspection-late", { readonly due: string }>
  | (Publishing<"third-parties-informed", typeof more.thirdPartiesInformed, { readonly request: Limit }> &
      With<{ readonly parties: readonly ThirdParty[] }>)
  | (InHouse<"parties-heard", { readonly on: string }> & With<Omit<NonNullable<ThirdParties["heard"]>, "on">>)
  | (InHouse<"hearing-requested", { readonly on: string; readonly organise: Limit }> & {
      readonly personal?: { readonly posted: Posted };
    })
  | (Publishing<
      "hearing-called",
      typeof more.hearingCalled,
      { readonly pause?: Pause; readonly limits: Limits; readonly notices?: readonly string[] }
    > &
      With<Pick<HearingNotice, "chair" | "chairedBy" | "place">>)
  | (InHouse<"chair-replaced", { readonly on: string }> & With<Required<Pick<HearingNotice, "chair" | "chairedBy">>>)
  | (InHouse<
      "recusal-asked",
      {
        readonly on: string;
        readonly ground: RecusalGround;
        readonly askedFor: "himself" | "applicant" | "at-the-counter";
      }
    > &
      With<{ readonly person: string; readonly reasons: string; readonly request?: string }>)
  | (InHouse<
      "recusal-decided",
      {
        readonly on: string;
        readonly recused: boolean;
        readonly earlierActsStand?: boolean;
        /** XK-47: a hearing that does not stand is held again within so long. */
        readonly organise?: Limit;
      }
    > &
      With<{ readonly person: string; readonly reasons: string; readonly meeting?: string }>)
  | InHouse<
      "hearing-recorded",
      { readonly held: NonNullable<Hearing["held"]>; readonly on: string; readonly limits: Limits }
    >
  | (InHouse<"found-on-file", { readonly on: string }> & With<{ readonly materials: readonly string[] }>)
  | (InHouse<"agency-ended", { readonly on: string }> & With<{ readonly owner?: string }>)
  | (InHouse<"disclosed", Record<never, never>> & With<{ readonly reason: string }>)
  | InHouse<"paused", { readonly pause: Pause; readonly limits: Limits; readonly notices?: readonly string[] }>
  | InHouse<"resumed", { readonly on: string; readonly limits: Limits; readonly told?: true }>
  | (InHouse<"extended", { readonly workingDays: number; readonly on: string; readonly limits: Limits }> &
      With<{ readonly reasons: string }>)
  | InHouse<"limits-recounted", { readonly limits: Limits; readonly recountedFor?: string }>
  | InHouse<"acceptance-recounted", { readonly acceptanceLimit: Limit; readonly lookAgainOn?: string }>
  | Publishing<"limit-missed", typeof published.limitMissed>
  | (Publishing<"overdue-explained", typeof more.overdueExplained> & With<Pick<Explanation, "reasons">>)
  | Publishing<
      "granted",
      typeof published.applicationGranted,
      { readonly secrecy?: Secrecy; readonly conversion?: Conversion }
    >
  | (Publishing<"refused", typeof published.applicationRefused> & With<{ readonly reasons: string }>)
  | Publishing<"forwarded", typeof published.applicationForwarded>
  | (Publishing<"upper-decided", typeof more.upperDecided> & { readonly personal?: { readonly reasons: string } })
  | (Publishing<"withdrawn", typeof published.applicationWithdrawn> & {
      readonly personal?: { readonly statement: string };
    })
  | Publishing<"renewed", typeof more.applicationRenewed>
  | Publishing<"closed", typeof published.applicationClosed>
  | { readonly type: "permits.fee.due"; readonly data: z.infer<typeof more.feeDue> }
  | {
      readonly type: "permits.fee.payer-named";
      readonly data: { readonly authorisation: string; readonly on: string };
    }
  | { readonly type: "permits.fee.paid"; readonly data: z.infer<typeof more.feePaid> }
  | { readonly type: "permits.fee.payment-taken-back"; readonly data: z.infer<typeof more.feePaymentTakenBack> };

export type EventOf<T extends ApplicationEvent["type"]> = Extract<ApplicationEvent, { type: T }>;
