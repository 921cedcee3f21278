import type { KnownCase, KnownParty } from "../../cases/domain/proceeding/known-case.ts";
import type { Decision, Proceeding } from "../../cases/domain/proceeding/proceeding.ts";
import { ageRule } from "../../penalty-list/domain/index.ts";
import type { FellFor } from "./publication.ts";

/** The items, kinds and acts of a decision. */
export function decisionOf({ charges }: Pick<Proceeding, "charges">) {
  const items = charges?.items ?? [];
  return {
    acts: items.map(({ act }) => act),
    codes: [...new Set(items.map(({ code }) => code))],
    kinds: [...new Set(items.flatMap(({ kinds }) => kinds))],
    bases: [...new Set(items.map(({ law }) => law.legalBasis))],
  };
}

/** The decision of a proceeding, with what became of it. */
export type WithDecision = Extract<Proceeding, { readonly decision: Decision }>;
export const withDecision = (decided: Proceeding | undefined): WithDecision | undefined =>
  decided !== undefined && "decision" in decided ? decided : undefined;

/** A party with the number that only the case keeps. */
type NumberedParty = KnownParty & { readonly idNumber?: string };
export type NumberedCase = KnownCase & { readonly parties: readonly NumberedParty[] };

/** The party as the case knows him, with his number and birth. */
export const partyIn = (of: NumberedCase, { party }: Pick<Proceeding, "party">): NumberedParty =>
  of.parties.find(({ id }) => id === party.id) ?? party;

/** 未成年人保护法103: a person who was under eighteen at the first of his acts, or still is, is not shown in public. */
export function isYoung(of: KnownCase, decided: Proceeding, today: string): boolean {
  const { kind, bornOn } = partyIn(of, decided);
  if (kind === "organisation" || bornOn === undefined) return false;
  const { acts } = decisionOf(decided);
  const days = of.acts.filter(({ id }) => acts.includes(id)).map(({ from }) => from);
  return [...days, today].some((on) => ageRule(bornOn, on) !== "full");
}

/** What became of a decision, as far as it touches its publication (CF-48). */
export interface Fate {
  readonly fell: FellFor;
  readonly document?: string;
}

/** CF-48: revoked, void or declared unlawful; or changed since it was shown with so many changes. */
export function fateOf(decided: Proceeding | undefined, number: string, changesShown: number): Fate | undefined {
  const found = withDecision(decided);
  if (decided === undefined) return undefined;
  // Another decision took its place: it had been revoked.
  if (found === undefined || found.decision.number.text.zh !== number) return { fell: "revoked" };
  if (found.status === "overturned") return { fell: found.overturned.how, document: found.overturned.document.number };
  if (found.remedies.some(({ effect }) => effect === "unlawful")) return { fell: "unlawful" };
  const last = found.changes.at(-1);
  return last !== undefined && found.changes.length > changesShown
    ? { fell: "changed", document: last.document.number }
    : undefined;
}
