import type { Change, Charge, Confiscation, Proceeding } from "./proceeding.ts";

/** CF-28: what is confiscated in money: all gains, less what goes back to victims. */
export const confiscatedFen = (one: Confiscation | undefined): number =>
  one === undefined ? 0 : one.gainsFen - one.refundsFen;

/** What a charge weighs, in fen. */
export const fineFen = ({ fine }: Charge): number => fine?.amountFen ?? 0;

const sum = (amounts: readonly number[]) => amounts.reduce((total, each) => total + each, 0);
export const totalFine = (charges: readonly Charge[]): number => sum(charges.map(fineFen));
export const totalConfiscation = (charges: readonly Charge[]): number =>
  sum(charges.map(({ confiscation }) => confiscatedFen(confiscation)));

/** How charges made anew stand to those before (CF-45, CF-57b). `other`: not heavier, but on other facts or another basis. */
export type Weight = "not-heavier" | "other" | "heavier";

/** CF-57b: heavier by an amount or a kind, or other by a fact, an act or a basis. What is only left out is lighter. */
export function weigh(anew: readonly Charge[], before: readonly Charge[]): Weight {
  const pairs = anew.map((charge) => ({ charge, old: before.find(({ act }) => act === charge.act) }));
  if (pairs.some(({ charge, old }) => old === undefined || isHeavier(charge, old))) return "heavier";
  if (totalFine(anew) > totalFine(before) || totalConfiscation(anew) > totalConfiscation(before)) return "heavier";
  return pairs.some(({ charge, old }) => old === undefined || isOther(charge, old)) ? "other" : "not-heavier";
}

const isHeavier = (charge: Charge, old: Charge) =>
  fineFen(charge) > fineFen(old) ||
  confiscatedFen(charge.confiscation) > confiscatedFen(old.confiscation) ||
  charge.kinds.some((kind) => !old.kinds.includes(kind)) ||
  (charge.confiscation?.goods ?? []).some((one) => old.confiscation?.goods.includes(one) !== true);

const isOther = (charge: Charge, old: Charge) =>
  charge.code !== old.code ||
  charge.law.legalBasis !== old.law.legalBasis ||
  charge.law.version !== old.law.version ||
  charge.facts.some(({ text }) => !old.facts.some((fact) => fact.text === text)) ||
  // CF-46a: evidence that the party was not told of does not count against him.
  evidenceOf([charge]).some((id) => !evidenceOf([old]).includes(id));

/** The evidence of charges. */
export const evidenceOf = (charges: readonly Charge[]): readonly string[] => [
  ...new Set(charges.flatMap(({ facts }) => facts.flatMap(({ evidence }) => evidence))),
];

/** What each act costs the party now: as decided, and as changed since. */
export function amountsOf(state: Pick<Proceeding, "charges"> & { readonly changes?: readonly Change[] }) {
  const last = state.changes?.at(-1)?.amounts ?? [];
  return (state.charges?.items ?? []).map((charge) => {
    const changed = last.find(({ act }) => act === charge.act);
    return {
      act: charge.act,
      fineFen: changed?.fineFen ?? fineFen(charge),
      confiscateFen: changed?.confiscateFen ?? confiscatedFen(charge.confiscation),
    };
  });
}

type Owing = Pick<Proceeding, "charges"> & {
  readonly decision?: { readonly outcome: string };
  readonly changes?: readonly Change[];
};

/** What the party owes under the decision as it stands: nothing, unless he is punished. */
export function owed(state: Owing): { readonly fineFen: number; readonly gainsFen: number } {
  const amounts = state.decision?.outcome === "punish" ? amountsOf(state) : [];
  return { fineFen: sum(amounts.map((one) => one.fineFen)), gainsFen: sum(amounts.map((one) => one.confiscateFen)) };
}
