import type { MovesOf } from "../../../../../shared/decider/index.ts";
import type { WasteCommand, WastePlan } from "./words.ts";

/** States of a village's rounds and what moves them. */
export const wasteMoves = {
  running: { record: "running", stop: "stopped", "pass-time": "running" },
  stopped: { begin: "running" },
} as const satisfies MovesOf<WastePlan, WasteCommand>;
