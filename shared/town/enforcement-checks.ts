import { domainCodes } from "./domains.ts";
import type { EnforcementRules } from "./enforcement.ts";
import type { TownProfile } from "./profile.ts";
import type { Problem } from "./text.ts";

interface Known {
  readonly enforcement: EnforcementRules;
  readonly staff: readonly { readonly sub: string }[];
  readonly domains: TownProfile["domains"];
  readonly gridEvents: TownProfile["gridEvents"];
}

/** Domains of the rules and of matters sent on as leads are domains of penalties, legal reviewers are staff, and a counsel's contract does not end before it begins. */
export function enforcementProblems({ enforcement, staff, domains, gridEvents }: Known): Problem[] {
  const known = new Set(domainCodes({ domains }, "penalties"));
  const people = new Set(staff.map(({ sub }) => sub));
  const { filing, clock, publication } = enforcement;
  const rows = [
    ...Object.keys(filing.byDomain).map((domain) => ({ domain, path: ["enforcement", "filing", "byDomain", domain] })),
    ...Object.keys(clock).map((domain) => ({ domain, path: ["enforcement", "clock", domain] })),
    ...publication.effect.domains.map((domain, at) => ({
      domain,
      path: ["enforcement", "publication", "effect", "domains", at],
    })),
    ...gridEvents.categories.flatMap(({ lead }, at) =>
      lead?.domain === undefined
        ? []
        : [{ domain: lead.domain, path: ["gridEvents", "categories", at, "lead", "domain"] }],
    ),
  ];
  return [
    ...rows.flatMap(({ domain, path }) =>
      known.has(domain) ? [] : [{ path, message: `no penalty domain ${domain} / 无此处罚领域 ${domain}` }],
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
