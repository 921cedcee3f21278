import type { Place } from "../../../../../shared/territory/index.ts";
import type { EnvironmentRefusal } from "../refusals.ts";
import type { checkMoves } from "./moves.ts";

export const checkStatuses = ["scheduled", "clean", "warned", "exposed", "fixed", "put-right", "called-off"] as const;
export type CheckStatus = (typeof checkStatuses)[number];
export const responsibleKinds = ["village", "organisation", "person"] as const;

/** Who is to put it right. A person is kept and never shown to the public. */
export interface Responsible {
  readonly kind: (typeof responsibleKinds)[number];
  readonly name: string;
  /** Of an organisation: its credit code. */
  readonly idNumber?: string;
}
/** What was found on the spot. */
export interface Found {
  readonly on: string;
  readonly problems: readonly string[];
  readonly text: string;
  readonly before: readonly string[];
}
/** What was put right, as somebody of the house reports it. */
export interface PutRight {
  readonly on: string;
  readonly by: string;
  readonly text: string;
  readonly after: readonly string[];
}
/** What everybody reads on the exposure list. */
export interface Exposure {
  readonly on: string;
  readonly text: string;
  readonly pictures: readonly string[];
}

/** An unannounced inspection of the environment (明查暗访, G11), from its plan to the end. */
export interface EnvironmentCheck {
  readonly status: CheckStatus;
  readonly on: string;
  readonly plannedAt: string;
  readonly village: string;
  readonly site: string;
  readonly place?: Place;
  readonly inspectors: readonly string[];
  readonly found?: Found;
  readonly responsible?: Responsible;
  /** Its last day; after it nobody has to wait any longer. */
  readonly warnedUntil?: string;
  readonly overdue: boolean;
  readonly answer?: PutRight;
  readonly exposure?: Exposure;
}

interface Of<T extends string> {
  readonly type: T;
}
export type CheckCommand =
  | (Of<"plan"> & Pick<EnvironmentCheck, "on" | "village" | "site" | "inspectors"> & { readonly place?: Place })
  | (Of<"visit"> & {
      readonly problems: readonly string[];
      readonly text: string;
      readonly before: readonly string[];
      readonly responsible?: Responsible;
    })
  | (Of<"fix"> & { readonly text: string; readonly after: readonly string[] })
  | (Of<"check"> & { readonly putRight: boolean; readonly notes: string })
  | (Of<"expose"> & { readonly text?: string; readonly pictures: readonly string[] })
  | (Of<"call-off"> & { readonly reasons: string })
  | Of<"pass-time">;
export type CheckCommandOf<T extends CheckCommand["type"]> = Extract<CheckCommand, { type: T }>;

interface Told<T extends string, D extends object, P extends object = object> {
  readonly type: `grid-events.environment-check.${T}`;
  readonly data: D;
  readonly personal: P;
}
export type CheckEvent =
  | Told<"scheduled", Pick<EnvironmentCheck, "on" | "village">, Pick<EnvironmentCheck, "site" | "inspectors" | "place">>
  | Told<"found-clean", { readonly on: string }, Pick<Found, "text" | "before">>
  | Told<
      "warned",
      { readonly on: string; readonly problems: readonly string[]; readonly until: string },
      Pick<Found, "text" | "before"> & { readonly responsible: Responsible }
    >
  | Told<"fixed", { readonly on: string; readonly inTime: boolean }, Pick<PutRight, "text" | "after">>
  | Told<"put-right", { readonly on: string }, { readonly notes: string }>
  | Told<"not-put-right", { readonly on: string }, { readonly notes: string }>
  | Told<"overdue", { readonly due: string; readonly village: string }>
  | Told<
      "exposed",
      { readonly on: string; readonly village: string; readonly problems: readonly string[] },
      Omit<Exposure, "on">
    >
  | Told<"called-off", { readonly on: string }, { readonly reasons: string }>;

export interface CheckWords {
  readonly state: EnvironmentCheck;
  readonly command: CheckCommand;
  readonly event: CheckEvent;
  readonly moves: typeof checkMoves;
  readonly begins: "plan";
  readonly begun: "grid-events.environment-check.scheduled";
  readonly refusal: EnvironmentRefusal;
}
