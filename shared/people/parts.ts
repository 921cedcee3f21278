/** The parts that people take in a case, in the order in which a case lives through them. */
export const parts = [
  "took-in",
  "accepted",
  "examined",
  "inspected",
  "chaired",
  "reviewed",
  "decided",
  "issued",
] as const;
export type Part = (typeof parts)[number];

/** A part that a person took, by the `sub` of his token. */
export interface PartTaken {
  readonly part: Part;
  readonly sub: string;
}

/** Two parts of one case that two different people take, with the rule that says so. */
export interface Separation {
  readonly between: readonly [Part, Part];
  readonly rule: string;
  readonly article?: string;
}

/**
 * L1: neither the counter nor an examiner decides, and the person who decides does not issue. XK-48: the chair of a
 * hearing has not examined the case, and does not examine or decide it afterwards.
 */
export const separations: readonly Separation[] = [
  { between: ["took-in", "decided"], rule: "L1" },
  { between: ["accepted", "decided"], rule: "L1" },
  { between: ["examined", "decided"], rule: "L1" },
  { between: ["inspected", "decided"], rule: "L1" },
  { between: ["reviewed", "decided"], rule: "L1" },
  { between: ["decided", "issued"], rule: "L1" },
  { between: ["chaired", "examined"], rule: "XK-48", article: "行政许可法48(3)" },
  { between: ["chaired", "inspected"], rule: "XK-48", article: "行政许可法48(3)" },
  { between: ["chaired", "decided"], rule: "XK-48", article: "行政许可法48(3)" },
];

/**
 * The separation that keeps a person from a part, because he took another in the same case; undefined: nothing does.
 * It holds between persons, not between roles: the order of the two parts does not count.
 */
export function conflictOf(
  sub: string,
  wanted: Part,
  taken: readonly PartTaken[],
  rules: readonly Separation[] = separations,
): (Separation & { readonly took: Part }) | undefined {
  for (const rule of rules) {
    const [one, other] = rule.between;
    if (one !== wanted && other !== wanted) continue;
    const opposite = one === wanted ? other : one;
    if (taken.some((part) => part.sub === sub && part.part === opposite)) return { ...rule, took: opposite };
  }
  return undefined;
}
