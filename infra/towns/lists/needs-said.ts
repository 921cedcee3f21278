import type { NormNeed } from "../../../shared/town/penalty-norms.ts";

/** What a remark says of a norm, as far as its words are those of the lists. */
export interface SaidInRemark {
  /** For more than the first range. */
  readonly more: readonly NormNeed[];
  /** From where more begins, if it says so. */
  readonly moreFromFen?: number;
  readonly persons: readonly NormNeed[];
  readonly closure: readonly NormNeed[];
  /** Where the first of two ranges ends. */
  readonly firstMaxFen?: number;
  /** The closure comes with the fine. */
  readonly closureWithFine: boolean;
  readonly citizensNarrow: boolean;
  /** FY-23 */
  readonly reviewFirst: boolean;
}

const closure = /closure|停业|停工|停产|暂停施工/;
const more = /\babove\b|\d[\d,]*-\d/;

const needsOf = (clause: string): NormNeed[] => [
  ...(/on refusal|when the order is unmet/.test(clause) ? (["order-unmet"] as const) : []),
  ...(/if serious|grave result/.test(clause) ? (["serious"] as const) : []),
];

/**
 * Reads a remark clause by clause (`;`). Only these words count: "only on refusal", "when the order is unmet", "if serious",
 * "grave result", beside "above", a second range, "persons" or a closure. A person looks at the result in the town's lists.
 */
export function saidIn(remark: string): SaidInRemark {
  const clauses = remark.split(";").map((clause) => clause.trim());
  const among = (about: RegExp) => [...new Set(clauses.filter((one) => about.test(one)).flatMap(needsOf))];
  const from = /\(from (\d+)\)/.exec(remark)?.[1];
  const first = /\b\d+ to (\d+) fen first\b/.exec(remark)?.[1];
  return {
    more: among(more),
    ...(from === undefined ? {} : { moreFromFen: Number(from) }),
    persons: among(/\bpersons\b/),
    closure: among(closure),
    ...(first === undefined ? {} : { firstMaxFen: Number(first) }),
    closureWithFine: clauses.some((one) => closure.test(one) && one.includes("together with the fine")),
    citizensNarrow: remark.startsWith("citizen columns"),
    reviewFirst: clauses.some((one) => /^review (?:comes )?first\b/.test(one)),
  };
}
