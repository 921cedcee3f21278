import type { Keyed } from "../../../../shared/parties/index.ts";
import type { DocumentKind } from "./kinds.ts";

/**
 * A document's id follows from its kind and the event it follows from: a redelivery draws up nothing new. Nobody computes it without
 * the town's secret.
 */
export const documentIdOf = (keyed: Keyed, kind: DocumentKind, event: string) =>
  keyed("document", `${kind}|${event}`, 26);

/** The receipt for what was handed in follows from the first event of its case. */
export const receiptIdOf = (keyed: Keyed, application: string) =>
  documentIdOf(keyed, "receipt", `application/${application}/1`);
