/** What must be there before a power is used (P4): people with a certificate or training in its domain, a seal, a venue. */
export const peopleConditions = ["officers", "trained", "seconded"] as const;
export const thingConditions = ["seal", "venue"] as const;

export type Condition =
  | { readonly kind: (typeof peopleConditions)[number]; readonly atLeast: number }
  | { readonly kind: (typeof thingConditions)[number] };

/** A condition that is not met; `found` is how many there are. */
export type Unmet = Condition & { readonly found: number };
