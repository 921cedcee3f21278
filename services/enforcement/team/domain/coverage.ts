import type { Temporal } from "temporal-polyfill";
import { officerFaults } from "../../../../shared/powers-in-force/index.ts";
import type { OfficerCopy } from "../../common/domain/known-power.ts";

/** How a certificate stands on a day. */
export interface CertificateOn {
  readonly certificate: string;
  readonly sub: string;
  readonly domains: readonly string[];
  /** Its last day. */
  readonly until?: string;
  /** What keeps the officer from acting; empty: nothing. */
  readonly conditions: readonly string[];
  /** It is in force, and ends within the days of the profile. */
  readonly endsSoon: boolean;
}

/** How a certificate stands on that day (CF-42), by the last time it was certified. */
export function certificateOn(copy: OfficerCopy, on: Temporal.PlainDate, warningDays: number): CertificateOn {
  const day = on.toString();
  const certified = copy.changes
    .filter((change) => change.kind === "certified")
    .toSorted((one, other) => (one.from < other.from ? -1 : one.from > other.from ? 1 : 0));
  const last = certified.findLast(({ from }) => from <= day) ?? certified[0];
  const conditions = officerFaults(copy, on).map(({ condition }) => condition);
  return {
    certificate: copy.certificate,
    sub: copy.sub,
    domains: last?.domains ?? [],
    ...(last === undefined ? {} : { until: last.until }),
    conditions,
    endsSoon: conditions.length === 0 && last !== undefined && last.until <= on.add({ days: warningDays }).toString(),
  };
}

/** How many different people may act in each domain on that day; CF-42 needs two. */
export function coverageOf(domains: readonly string[], officers: readonly OfficerCopy[], on: Temporal.PlainDate) {
  return domains.map((domain) => {
    const able = officers.filter((one) => officerFaults(one, on, domain).length === 0).map(({ sub }) => sub);
    const people = new Set(able).size;
    return { domain, officers: people, enough: people >= 2 };
  });
}
