import type { Keyed } from "../parties/keyed.ts";
import type { EntryScans } from "./entry-scans.ts";

/** A platform within the town: a code is the enterprise's id with a mark that nobody makes without the town's secret. */
export function ownPlatform(keyed: Keyed): EntryScans {
  const codeOf = (enterprise: string) => `${enterprise}.${keyed("entry-code", enterprise, 16)}`;
  return {
    codeOf,
    scan: async ({ code, inspection, at }) => {
      const [enterprise = ""] = code.split(".");
      if (code !== codeOf(enterprise)) return "unknown";
      return { number: `RQ${keyed("entry-receipt", `${code}|${inspection}|${at}`, 16)}`, enterprise, at };
    },
  };
}
