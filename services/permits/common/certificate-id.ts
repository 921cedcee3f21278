import { sha256 } from "../../../shared/store/index.ts";

/** The id of the certificate follows from the event that grants it: a redelivery draws up nothing new. */
export const certificateIdOf = (grantingEvent: string) =>
  sha256(`certificate|${grantingEvent}`).slice(0, 20).toUpperCase();
