import type { Keyed } from "../../../../../shared/parties/index.ts";

/** CF-33a: the register of one party's acts of one kind. Nobody computes it without the town's secret. */
export const penalRecordId = (keyed: Keyed, partyKey: string, code: string): string =>
  keyed("penal-record", `${partyKey}|${code}`, 24);
