import type { MovesOf } from "../../../../../shared/decider/index.ts";
import type { CheckCommand, EnvironmentCheck } from "./words.ts";

/** States of an inspection and what moves them. Time alone exposes nobody. */
export const checkMoves = {
  scheduled: { visit: ["clean", "warned"], "call-off": "called-off" },
  warned: { fix: "fixed", expose: "exposed", "pass-time": "warned" },
  exposed: { fix: "fixed" },
  fixed: { check: ["put-right", "warned", "exposed"], "pass-time": "fixed" },
  clean: {},
  "put-right": {},
  "called-off": {},
} as const satisfies MovesOf<EnvironmentCheck, CheckCommand>;
