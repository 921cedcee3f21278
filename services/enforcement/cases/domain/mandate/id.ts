import type { Keyed } from "../../../../../shared/parties/index.ts";

/** Nobody computes it without the town's secret, though he knew the key of the person. */
export const mandateId = (keyed: Keyed, key: string): string => keyed("mandate", key, 26);
