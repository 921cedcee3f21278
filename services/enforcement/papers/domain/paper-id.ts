import type { Keyed } from "../../../../shared/parties/index.ts";
import type { PaperKind } from "./kinds.ts";

/**
 * A paper's id follows from its kind, the event it tells of, and the party it goes to: a redelivery draws up nothing new. Nobody
 * computes it without the town's secret.
 */
export const paperIdOf = (keyed: Keyed, kind: PaperKind, event: string, party?: string): string =>
  keyed("enforcement-paper", `${kind}|${event}${party === undefined ? "" : `|${party}`}`, 26);
