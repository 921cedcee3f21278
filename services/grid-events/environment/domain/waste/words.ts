import type { EnvironmentRefusal } from "../refusals.ts";
import type { wasteMoves } from "./moves.ts";

/** G12: household → village → town → county (户集、村收、镇运、县处理), in this order. */
export const wasteStages = ["household", "village", "town", "county"] as const;
export type WasteStage = (typeof wasteStages)[number];

/** What became of a stage on a day. */
export interface StageDone {
  readonly stage: WasteStage;
  /** Absent: it was missed, and nobody has made it up. */
  readonly at?: string;
  readonly late: boolean;
  readonly kilograms?: number;
}
/** A month of a village: how many stages were due, done in time, made up late, and missed. */
export interface WasteMonth {
  readonly month: string;
  readonly due: number;
  readonly inTime: number;
  readonly late: number;
  /** What was carried: each day's load once, as its last weighed stage weighed it. */
  readonly kilograms: number;
}
/** The daily rounds of a village. */
export interface WastePlan {
  readonly status: "running" | "stopped";
  readonly village: string;
  /** The day that runs, and until when each of its stages is in time: `HH:MM`. */
  readonly on: string;
  readonly latest: Readonly<Record<WasteStage, string>>;
  readonly stages: readonly StageDone[];
  /** The latest thirteen. */
  readonly months: readonly WasteMonth[];
}

export type WasteCommand =
  | { readonly type: "begin"; readonly village: string; readonly from: string }
  | {
      readonly type: "record";
      readonly stage: WasteStage;
      readonly kilograms?: number;
      /** Whether he looks after a grid of the village today. */
      readonly isHisVillage: boolean;
    }
  | { readonly type: "stop" }
  | { readonly type: "pass-time" };
export type WasteCommandOf<T extends WasteCommand["type"]> = Extract<WasteCommand, { type: T }>;

interface Told<T extends string, D extends object> {
  readonly type: `grid-events.waste-plan.${T}`;
  readonly data: D;
}
type Latest = Pick<WastePlan, "on" | "latest">;
export type WasteEvent =
  | Told<"started", { readonly village: string } & Latest>
  | Told<
      "recorded",
      { readonly village: string; readonly on: string; readonly stage: WasteStage; readonly late: boolean } & {
        readonly kilograms?: number;
      }
    >
  | Told<"missed", { readonly village: string; readonly on: string; readonly stage: WasteStage }>
  | Told<"day-begun", Latest>
  | Told<"stopped", { readonly on: string }>;

export interface WasteWords {
  readonly state: WastePlan;
  readonly command: WasteCommand;
  readonly event: WasteEvent;
  readonly moves: typeof wasteMoves;
  readonly begins: "begin";
  readonly begun: "grid-events.waste-plan.started";
  readonly refusal: EnvironmentRefusal;
}
