import type { Facts, Observability } from "./index.ts";

/** The words by which a town's alarm in the cloud knows a line of trouble; no other line holds them. */
export const troubleWords = "the town is in trouble";

/** Says that a part of the town is in trouble: somebody has to look. */
export const tellTrouble = (observability: Pick<Observability, "warn">, part: string, facts: Facts = {}): void =>
  observability.warn(troubleWords, { part, ...facts });
