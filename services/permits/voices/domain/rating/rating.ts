import type * as z from "zod";
import type { Limit } from "../../../../../shared/calendar/index.ts";
import type * as published from "../../../../../shared/contracts/permits-voices.ts";
import type { Matter } from "./matter.ts";

/** S-1: 5 非常满意, 4 满意, 3 基本满意, 2 不满意, 1 非常不满意. */
export type Grade = 1 | 2 | 3 | 4 | 5;
export const gradeNames = { 5: "非常满意", 4: "满意", 3: "基本满意", 2: "不满意", 1: "非常不满意" } as const;

/** S-1: the two lowest are 差评. */
export const isPoor = (grade: Grade) => grade <= 2;

export type RatingStatus =
  | "given"
  | "to-call-back"
  | "to-classify"
  | "to-rectify"
  | "rectified"
  | "explained"
  | "appealed"
  | "closed"
  | "excluded";
export type Finding = "easy" | "hard" | "groundless";
export type Lateness = "call-back" | "rectification";

/** A rating (好差评, L17). Who gave it, for what, and what he wrote never leave by a view of the state as a whole. */
export interface Rating {
  readonly status: RatingStatus;
  readonly grade: Grade;
  readonly setting: "on-site" | "online";
  readonly item?: string;
  readonly office: string;
  readonly window?: string;
  readonly givenOn: string;
  readonly givenAt: string;
  readonly announced: boolean;
  readonly kind: Matter["kind"];
  readonly ref: string;
  readonly owner?: string;
  readonly handlers: readonly string[];
  readonly comment?: string;
  /** Whom to call back; without it there is nobody to call. */
  readonly caller?: { readonly name: string; readonly phone: string };
  readonly assignee?: string;
  readonly calls: readonly { readonly on: string; readonly by: string; readonly reached: boolean }[];
  readonly finding?: Finding;
  readonly notes: readonly string[];
  readonly followUp?: Limit;
  readonly rectification?: Limit;
  /** Set by who took it into the ledger, where the profile sets no limit. */
  readonly rectifyBy?: string;
  readonly overdue: readonly Lateness[];
  /** The state an appeal came from, to which it goes back if it fails. */
  readonly before?: "to-call-back" | "to-classify";
  readonly appeals: number;
}

export interface Give {
  readonly type: "give";
  readonly matter: Matter | undefined;
  readonly grade: Grade;
  readonly comment?: string;
  readonly phone?: string;
}
export type RatingCommand =
  | Give
  | { readonly type: "assign"; readonly to: string }
  | { readonly type: "contact"; readonly reason: string }
  | { readonly type: "call-back"; readonly reached: boolean; readonly note: string }
  | { readonly type: "classify"; readonly finding: Finding; readonly note: string; readonly due?: string }
  | { readonly type: "rectify"; readonly note: string }
  | { readonly type: "check"; readonly passed: boolean; readonly note: string }
  | { readonly type: "appeal"; readonly note: string }
  | { readonly type: "decide-appeal"; readonly upheld: boolean; readonly note: string }
  | { readonly type: "pass-time" };

type Of<T extends string, D extends object> = { readonly type: `permits.rating.${T}`; readonly data: D };
type Noted<T extends string, D extends object> = Of<T, D> & { readonly personal: { readonly note: string } };

export type RatingEvent =
  | (Of<
      "submitted",
      Pick<Rating, "grade" | "setting" | "item" | "office" | "window" | "givenOn" | "kind" | "followUp" | "assignee">
    > & { readonly personal: Pick<Rating, "ref" | "owner" | "handlers" | "comment" | "caller"> })
  | Of<"assigned", { readonly to: string }>
  | (Of<"contact-disclosed", Record<never, never>> & { readonly personal: { readonly reason: string } })
  | Noted<"called-back", { readonly on: string; readonly reached: boolean }>
  | Noted<"classified", { readonly finding: Finding; readonly rectification?: Limit; readonly rectifyBy?: string }>
  | Noted<"rectified", { readonly on: string }>
  | Noted<"checked", { readonly passed: boolean; readonly on: string }>
  | Noted<"appealed", { readonly on: string }>
  | Noted<"appeal-decided", { readonly upheld: boolean; readonly on: string }>
  | Of<"limit-recounted", { readonly limit: Lateness; readonly to: Limit }>
  | { readonly type: "permits.rating.given"; readonly data: z.infer<typeof published.ratingGiven> }
  | { readonly type: "permits.rating.overdue"; readonly data: z.infer<typeof published.ratingOverdue> };
