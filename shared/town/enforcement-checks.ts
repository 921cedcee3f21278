import type { EnforcementRules } from "./enforcement.ts";
import type { Problem } from "./text.ts";

interface Known {
  readonly enforcement: EnforcementRules;
  readonly staff: readonly { readonly sub: string }[];
  readonly domains: readonly { readonly id: string; readonly list: string }[];
}

/** Domains of the rules are domains of penalties, legal reviewers are staff, and a counsel's contract does not end before it begins. */
export function enforcementProblems({ enforcement, staff, domains }: Known): Problem[] {
  const known = new Set(domains.filter(({ list }) => list === "penalties").map(({ id }) => id));
  const people = new Set(staff.map(({ sub }) => sub));
  const rows = [
    ...Object.keys(enforcement.filing.byDomain).map((domain) => ({ domain, path: ["filing", "byDomain", domain] })),
    ...Object.keys(enforcement.clock).map((domain) => ({ domain, path: ["clock", domain] })),
    ...enforcement.publication.effect.domains.map((domain, at) => ({
      domain,
      path: ["publication", "effect", "domains", at],
    })),
  ];
  return [
    ...rows.flatMap(({ domain, path }) =>
      known.has(domain)
        ? []
        : [{ path: ["enforcement", ...path], message: `no penalty domain ${domain} / 无此处罚领域 ${domain}` }],
    ),
    ...enforcement.legalReviewers.flatMap(({ sub }, at) =>
      people.has(sub)
        ? []
        : [
            {
              path: ["enforcement", "legalReviewers", at, "sub"],
              message: `${sub} is not in staff / 人员名册无 ${sub}`,
            },
          ],
    ),
    ...enforcement.counsels.flatMap(({ from, until }, at) =>
      from <= until
        ? []
        : [{ path: ["enforcement", "counsels", at, "until"], message: `ends before ${from} / 止期早于 ${from}` }],
    ),
    ...clockFaults(enforcement),
  ];
}

/** CF-60a: nobody extends by collective decision what the head does not extend first. */
const clockFaults = ({ clock }: EnforcementRules): Problem[] =>
  Object.entries(clock).flatMap(([domain, { extensionDays, collectiveDays }]) =>
    collectiveDays !== undefined && extensionDays === undefined
      ? [
          {
            path: ["enforcement", "clock", domain, "extensionDays"],
            message: "a collective extension without one by the head / 有集体延期而无负责人延期",
          },
        ]
      : [],
  );
