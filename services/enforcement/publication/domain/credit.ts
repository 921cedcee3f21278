import { toDate } from "../../../../shared/calendar/index.ts";
import type { PenaltyKind } from "../../../../shared/town/listed-penalties.ts";
import type { TownProfile } from "../../../../shared/town/profile.ts";

export const creditClasses = ["minor", "ordinary", "serious"] as const;
export type CreditClass = (typeof creditClasses)[number];

/** CF-48a: from which day it may be repaired, and the day from which it is shown no more. */
export interface Credit {
  readonly class: CreditClass;
  readonly earliestRepair: string;
  readonly until: string;
}

type Rules = {
  readonly enforcement: { readonly publication: Pick<TownProfile["enforcement"]["publication"], "credit"> };
};

/** CF-48a: warnings and criticism are minor; the profile says which kinds and items are serious; all others are ordinary. */
export function creditClass(
  { kinds, codes }: { readonly kinds: readonly PenaltyKind[]; readonly codes: readonly string[] },
  { enforcement }: Rules,
): CreditClass {
  const { minor, serious, seriousCodes } = enforcement.publication.credit;
  if (kinds.some((kind) => serious.includes(kind)) || codes.some((code) => seriousCodes.includes(code)))
    return "serious";
  return kinds.every((kind) => minor.includes(kind)) ? "minor" : "ordinary";
}

/** CF-48a (信用修复管理办法): months from the decision, at the shortest and at the longest. A minor one is not shown. */
const months = {
  minor: { least: 0, most: 3 },
  ordinary: { least: 3, most: 12 },
  serious: { least: 12, most: 36 },
} as const satisfies Record<CreditClass, { readonly least: number; readonly most: number }>;

/** CF-48a: the times count from the day of the decision, also of a decision that was changed since. */
export function creditOf(of: CreditClass, decidedOn: string): Credit {
  const { least, most } = months[of];
  const after = (length: number) => toDate(decidedOn).add({ months: length }).toString();
  return { class: of, earliestRepair: after(least), until: after(most) };
}
