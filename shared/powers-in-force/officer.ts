import type { Temporal } from "temporal-polyfill";
import type { FailedCondition } from "./conditions.ts";

/** Something that changes whether an officer may act, from a day on. */
export type OfficerChange =
  | {
      readonly kind: "certified";
      readonly from: string;
      /** The last day of the certificate. */
      readonly until: string;
      /** Ids of the profile's domains. */
      readonly domains: readonly string[];
    }
  | { readonly kind: "suspended"; readonly from: string }
  | { readonly kind: "resumed"; readonly from: string }
  | { readonly kind: "withdrawn"; readonly from: string };

/** An officer's certificate 行政执法证, with all that happened to it in the order in which it was made known. */
export interface KnownOfficer {
  /** Number of the certificate. */
  readonly certificate: string;
  /** The person it belongs to: in the register as tokens name him, in a copy by his key. */
  readonly sub: string;
  readonly changes: readonly OfficerChange[];
}

/**
 * What keeps an officer from acting on a day in a domain (P5); empty: nothing does. Of two changes on one day the later
 * made known prevails; to be certified anew lifts a suspension.
 */
export function officerFaults(
  officer: KnownOfficer | undefined,
  on: Temporal.PlainDate,
  domain?: string,
): FailedCondition[] {
  if (officer === undefined) return [{ condition: "officer-unknown" }];
  const day = on.toString();
  const ordered = [...officer.changes].sort((one, other) =>
    one.from < other.from ? -1 : one.from > other.from ? 1 : 0,
  );
  let valid: Extract<OfficerChange, { kind: "certified" | "withdrawn" }> | undefined;
  let suspended: FailedCondition[] = [];
  for (const change of ordered.filter(({ from }) => from <= day)) {
    if (change.kind === "certified" || change.kind === "withdrawn") valid = change;
    suspended = change.kind === "suspended" ? [{ condition: "officer-suspended", from: change.from }] : [];
  }
  if (valid?.kind === "withdrawn") return [{ condition: "officer-withdrawn", from: valid.from }];
  if (valid === undefined) {
    const next = ordered.find(({ kind }) => kind === "certified");
    return next === undefined
      ? [{ condition: "officer-unknown" }]
      : [{ condition: "officer-not-yet-certified", from: next.from }];
  }
  const { until, domains } = valid;
  return [
    ...(until < day ? [{ condition: "officer-expired" as const, until }] : []),
    ...suspended,
    ...(domain === undefined || domains.includes(domain)
      ? []
      : [{ condition: "officer-of-another-domain" as const, domains }]),
  ];
}
