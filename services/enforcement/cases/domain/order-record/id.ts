import type { Keyed } from "../../../../../shared/parties/index.ts";

/** The register of one party's unmet orders about one kind of act. Nobody computes it without the town's secret. */
export const orderRecordId = (keyed: Keyed, partyKey: string, code: string): string =>
  keyed("order-record", `${partyKey}|${code}`, 24);
