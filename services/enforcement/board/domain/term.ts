/** What a term is about: the kinds by which a board sorts. */
export const matterKinds = [
  "filing",
  "evidence",
  "seizure",
  "notice",
  "hearing",
  "decision",
  "transfer",
  "service",
  "payment",
  "demand",
  "court-window",
  "goods",
  "order",
  "inspection",
  "on-spot",
  "letter",
  "legal-review",
  "review-answer",
  "building",
  "substitution",
  "publication",
  "venue-duty",
  "meeting",
] as const;
export type MatterKind = (typeof matterKinds)[number];

/** Whose act is awaited. */
export const awaited = ["town", "party", "organ"] as const;

/** Something that waits for an act, and its last day; without a day the law sets none. */
export interface Term {
  readonly kind: MatterKind;
  readonly due?: string;
  readonly waitsFor: (typeof awaited)[number];
  /** Whose work it is besides those who handle the thing. */
  readonly also?: readonly string[];
}

/** Days are local, `YYYY-MM-DD`. */
export interface Horizon {
  readonly today: string;
  /** The last day that counts as soon. */
  readonly until: string;
}

export const standings = ["overdue", "soon", "undated", "later"] as const;
export type Standing = (typeof standings)[number];

/** A term is not late on its last day. */
export function standingOf({ due }: Pick<Term, "due">, { today, until }: Horizon): Standing {
  if (due === undefined) return "undated";
  if (due < today) return "overdue";
  return due <= until ? "soon" : "later";
}

/** Of a limit: a term in a year whose calendar is not announced may have no last day yet. */
export const dated = (
  kind: MatterKind,
  due: string | null | undefined,
  waitsFor: Term["waitsFor"] = "town",
): readonly Term[] => (due === null || due === undefined ? [] : [{ kind, due, waitsFor }]);
