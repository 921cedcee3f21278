import type { PowerCategory } from "../../../../shared/contracts/powers.ts";

/** What must be there before a power is used (P4): people with a certificate or training in its domain, a seal, a venue. */
export const peopleConditions = ["officers", "trained", "seconded"] as const;
export const thingConditions = ["seal", "venue"] as const;

export type Condition =
  | { readonly kind: (typeof peopleConditions)[number]; readonly atLeast: number }
  | { readonly kind: (typeof thingConditions)[number] };

/** A condition that is not met; `found` is how many there are. */
export type Unmet = Condition & { readonly found: number };

/** Two officers with certificates of the domain act together: without them the law lets no such power be used. */
const twoOfficers = { kind: "officers", atLeast: 2 } as const satisfies Condition;
const lawful: Readonly<Partial<Record<PowerCategory, { readonly article: string; readonly rule: string }>>> = {
  penalty: { article: "行政处罚法42", rule: "CF-42" },
  inspection: { article: "国办发〔2024〕54号5", rule: "IN-3" },
  coercion: { article: "行政强制法18", rule: "QZ-18" },
};

/** The article by which a power of this kind has conditions, even where its form says nothing; undefined: it has none by law. */
export const lawOfConditions = (category: PowerCategory) => lawful[category];

/** The conditions of a power: its form's, and the law's where the form says nothing or less. */
export function conditionsOf(category: PowerCategory, own: readonly Condition[] = []): readonly Condition[] {
  if (lawful[category] === undefined) return own;
  const others = own.filter(({ kind }) => kind !== "officers");
  const officers = own.map((one) => (one.kind === "officers" ? one.atLeast : 0));
  return [{ kind: "officers", atLeast: Math.max(twoOfficers.atLeast, ...officers) }, ...others];
}

/** Whether what is lacking stops the power by law, and is not a warning only. */
export const stopsByLaw = (category: PowerCategory, unmet: readonly Unmet[]): boolean =>
  lawful[category] !== undefined && unmet.some(({ kind, found }) => kind === "officers" && found < twoOfficers.atLeast);
