import type { Keyed } from "../../../shared/parties/index.ts";

/** The id of the certificate follows from the event that grants it: a redelivery draws up nothing new. Nobody computes it without the town's secret. */
export const certificateIdOf = (keyed: Keyed, grantingEvent: string) => keyed("certificate", grantingEvent, 20);
