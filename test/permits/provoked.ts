import type { Decision } from "../../shared/decider/index.ts";

/** Refusal code → what provokes it. */
export type Provoked = Readonly<Record<string, () => Decision<object>>>;
