import type * as z from "zod";
import type { Limit } from "../../../../shared/calendar/index.ts";
import type * as published from "../../../../shared/contracts/permits.ts";
import type { InForce, Organ } from "../../../../shared/powers-in-force/index.ts";
import type { Guide, GuideContent, Step } from "../guide/guide.ts";
import type { PowerCopy } from "../known-power.ts";

type Text = { readonly zh: string; readonly en: string };

export interface Applicant {
  readonly kind: "citizen" | "organisation";
  readonly name: string;
  readonly idNumber: string;
  readonly phone: string;
}

export interface OfficialNumber {
  readonly series: string;
  readonly year: number;
  readonly serial: number;
  readonly text: Text;
}

/** What is wrong with the materials, told once and whole (XK-32-4). */
export interface Corrections {
  readonly notifiedOn: string;
  readonly missing: readonly string[];
  readonly explanation?: string;
}

/** What every application has, in whatever state. */
export interface Filed {
  readonly item: { readonly code: string; readonly name: Text; readonly guideVersion: number };
  /** The guide as it stood on the day of filing. */
  readonly guide: GuideContent;
  readonly office: string;
  readonly channel: "window" | "online" | "agent";
  readonly applicant: Applicant;
  /** Who filed it himself, the resident or his agent, and may follow it. */
  readonly owner?: string;
  readonly receivedOn: string;
  readonly receivedBy: string;
  readonly given: readonly string[];
}

export interface Received extends Filed {
  readonly status: "received";
  /** The day from which the organ has the materials as they are now. */
  readonly materialsOn: string;
  /** XK-32-4: five working days to say what is missing. */
  readonly acceptanceLimit: Limit;
  readonly corrections?: Corrections;
}
export interface Incomplete extends Filed {
  readonly status: "incomplete";
  readonly corrections: Corrections;
}

export interface Review {
  readonly step: Step;
  readonly by: string;
  readonly on: string;
  readonly opinion: "agree" | "disagree";
  readonly inspectors?: readonly string[];
}

/** XK-42-1: what the head approved, and the reasons that the applicant must be told. */
export interface ApprovedExtension {
  readonly workingDays: number;
  readonly on: string;
  readonly by: string;
  readonly reasons: string;
}

/** The two limits of an accepted case: the law's, where it gives one, and the promise. */
export interface Limits {
  readonly statutory?: Limit;
  readonly promised: Limit;
}
export type LimitName = keyof Limits & ("statutory" | "promised");

export interface Running extends Filed {
  readonly acceptedOn: string;
  /** Absent when the law deems it accepted. */
  readonly acceptedBy?: string;
  readonly limits: Limits;
  readonly missed: readonly LimitName[];
  /** The first unannounced day for which the limits have been looked at again. */
  readonly recountedFor?: string;
  readonly pending: readonly Step[];
  readonly reviews: readonly Review[];
  readonly extension?: ApprovedExtension;
}
export interface Accepted extends Running {
  readonly status: "accepted";
}
export interface Paused extends Running {
  readonly status: "paused";
  readonly pause: Pause;
}

interface Decided extends Running {
  readonly decidedOn: string;
  readonly decidedBy: string;
}
export interface Granted extends Decided {
  readonly status: "granted";
  readonly number: OfficialNumber;
  readonly inWhoseName: Organ;
  readonly validUntil?: string;
}
export interface Refused extends Decided {
  readonly status: "refused";
  readonly reasons: string;
}
export interface Forwarded extends Running {
  readonly status: "forwarded";
  readonly forwardedOn: string;
  readonly to: string;
}
export interface Declined extends Filed {
  readonly status: "declined";
  readonly declinedOn: string;
  readonly ground: DeclineGround;
  readonly competentOrgan?: string;
}
export interface Withdrawn extends Filed {
  readonly status: "withdrawn";
  readonly withdrawnOn: string;
}
export interface Closed extends Decided {
  readonly status: "closed";
  readonly outcome: "granted" | "refused";
  readonly closedOn: string;
  readonly number?: OfficialNumber;
  readonly reasons?: string;
}
export type Application =
  | Received
  | Incomplete
  | Accepted
  | Paused
  | Granted
  | Refused
  | Forwarded
  | Declined
  | Withdrawn
  | Closed;
export type Status = Application["status"];

/** XK-32-1 no permit is needed; XK-32-2 another organ is competent. */
export type DeclineGround = "no-permit-needed" | "outside-competence";

/** XK-45: what may stop the clock. */
export const pauseKinds = [
  "hearing",
  "bidding",
  "auction",
  "inspection",
  "testing",
  "quarantine",
  "appraisal",
  "expert-review",
] as const;
export interface Pause {
  readonly kind: (typeof pauseKinds)[number];
  readonly from: string;
  /** The written notice that tells the applicant the time needed. */
  readonly notice: { readonly number: string; readonly deliveredOn: string; readonly neededDays: number };
}

export interface Receive {
  readonly type: "receive";
  readonly applicant: Applicant;
  readonly materials: readonly string[];
  readonly channel: Filed["channel"];
  readonly itemCode: string;
  readonly guide: Guide | undefined;
  readonly power: PowerCopy | undefined;
}
export type ApplicationCommand =
  | Receive
  | { readonly type: "notify-corrections"; readonly missing: readonly string[]; readonly explanation?: string }
  | { readonly type: "correct"; readonly materials: readonly string[] }
  | { readonly type: "accept" }
  | { readonly type: "decline"; readonly ground: DeclineGround; readonly competentOrgan?: string }
  | {
      readonly type: "review";
      readonly opinion: Review["opinion"];
      readonly inspectors?: readonly string[];
    }
  | { readonly type: "pause"; readonly kind: Pause["kind"]; readonly notice?: Pause["notice"] }
  | { readonly type: "resume" }
  | { readonly type: "extend"; readonly workingDays: number; readonly reasons: string }
  | Decide
  | { readonly type: "forward"; readonly power: PowerCopy | undefined }
  | { readonly type: "withdraw" }
  | { readonly type: "deliver" }
  | { readonly type: "close" }
  | { readonly type: "pass-time" }
  | { readonly type: "disclose"; readonly reason: string };
export interface Decide {
  readonly type: "decide";
  readonly outcome: "granted" | "refused";
  readonly reasons?: string;
  readonly power: PowerCopy | undefined;
}

type Publishing<T extends string, S extends z.ZodType, More = object> = {
  readonly type: `permits.application.${T}`;
  readonly data: z.infer<S> & More;
};
interface InHouse<T extends string, D> {
  readonly type: `permits.application.${T}`;
  readonly data: D;
}

/** What somebody writes in his own words may name a person: it is `personal`, never `data`. */
export type ApplicationEvent =
  | (Publishing<
      "received",
      typeof published.applicationReceived,
      { readonly guide: GuideContent; readonly given: readonly string[]; readonly acceptanceLimit: Limit }
    > & { readonly personal: { readonly applicant: Applicant; readonly owner?: string } })
  | (Publishing<"corrections-notified", typeof published.correctionsNotified> & {
      readonly personal?: { readonly explanation: string };
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
  | Publishing<"accepted", typeof published.applicationAccepted, Limits>
  | Publishing<"declined", typeof published.applicationDeclined>
  | InHouse<"reviewed", Review>
  | (InHouse<"disclosed", Record<never, never>> & { readonly personal: { readonly reason: string } })
  | InHouse<"paused", { readonly pause: Pause; readonly limits: Limits }>
  | InHouse<"resumed", { readonly on: string; readonly limits: Limits }>
  | (InHouse<"extended", { readonly workingDays: number; readonly on: string; readonly limits: Limits }> & {
      readonly personal: { readonly reasons: string };
    })
  | InHouse<"limits-recounted", { readonly limits: Limits; readonly recountedFor?: string }>
  | InHouse<"acceptance-recounted", { readonly acceptanceLimit: Limit }>
  | Publishing<"limit-missed", typeof published.limitMissed>
  | Publishing<"granted", typeof published.applicationGranted>
  | (Publishing<"refused", typeof published.applicationRefused> & { readonly personal: { readonly reasons: string } })
  | Publishing<"forwarded", typeof published.applicationForwarded>
  | Publishing<"withdrawn", typeof published.applicationWithdrawn>
  | Publishing<"closed", typeof published.applicationClosed>;

export type InForceToday = Extract<InForce, { inForce: true }>;
