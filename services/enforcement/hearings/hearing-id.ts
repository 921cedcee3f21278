import { sha256 } from "../../../shared/store/index.ts";

/** An id of its own: one party reads from it nothing of another. */
export const hearingIdOf = (id: string, requestedOn: string): string =>
  sha256(`hearing|${id}|${requestedOn}`).slice(0, 20).toUpperCase();
