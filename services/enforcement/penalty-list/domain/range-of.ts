import { type Circumstances, isMet, isOneMet } from "./circumstances.ts";
import type { FineRange, Multiple, PenaltyKind, PenaltyNorm } from "./penalty.ts";

/** Kinds by which business stops (停产停业, 关闭). */
const closures: ReadonlySet<PenaltyKind> = new Set(["责令停产停业", "责令关闭"]);

/** The kinds that a norm allows in this case: a fine, or a closure, may need an order that was not followed. */
export function kindsIn({ kinds, conditions = {} }: PenaltyNorm, how: Circumstances): readonly PenaltyKind[] {
  const { fineNeeds, closureNeeds = [], persons } = conditions;
  if (how.role === "responsible")
    return persons !== undefined && mayFine(conditions, how) && isOneMet(persons.needs, how) ? ["罚款"] : [];
  return kinds.filter(
    (kind) =>
      !(kind === "罚款" && fineNeeds !== undefined && !isMet(fineNeeds, how)) &&
      !(closures.has(kind) && !isOneMet(closureNeeds, how)),
  );
}

const mayFine = ({ fineNeeds }: NonNullable<PenaltyNorm["conditions"]>, how: Circumstances) =>
  fineNeeds === undefined || isMet(fineNeeds, how);

/**
 * The range of a fine in this case, in fen: by kind of party and role, by a multiple of the base, and by what the norm needs
 * first. Undefined: the norm allows no fine here, or the law sets no amount, or the base of the multiple is not known.
 * CF-29b: a responsible person is fined only where the norm says so.
 */
export function rangeOf(norm: PenaltyNorm, how: Circumstances): FineRange | undefined {
  if (!kindsIn(norm, how).includes("罚款")) return undefined;
  const whole = wholeRange(norm, how);
  const first = norm.conditions?.firstRange;
  if (whole === undefined || first === undefined || how.role === "responsible") return whole;
  if (!first.moreIf.some((need) => isMet(need, how)))
    return { minFen: whole.minFen, maxFen: Math.min(whole.maxFen, first.maxFen) };
  return { minFen: Math.max(whole.minFen, first.moreFromFen), maxFen: whole.maxFen };
}

/** The range that the tiers divide: the one of the norm, before any order was given. */
export function wholeRange(norm: PenaltyNorm, how: Circumstances): FineRange | undefined {
  const { citizenFine, organisationFine, multiple, conditions } = norm;
  if (how.role === "responsible") {
    const persons = conditions?.persons;
    return persons === undefined ? undefined : { minFen: persons.minFen, maxFen: persons.maxFen };
  }
  const stated = how.party === "citizen" && how.asOrganisation !== true ? citizenFine : organisationFine;
  if (multiple === undefined) return stated;
  const { base } = how;
  if (multiple.fromFen === undefined) return stated ?? multiplied(multiple, base);
  // The law switches at a value of the base, so that without it neither range is known to be the right one.
  if (base === undefined) return undefined;
  return base >= multiple.fromFen ? multiplied(multiple, base) : stated;
}

/** Bounds of a multiple in whole fen: the lower one is rounded up, the upper one down, so that neither is passed. */
function multiplied({ min, max }: Multiple, base: number | undefined): FineRange | undefined {
  if (base === undefined) return undefined;
  const product = (factor: number) => BigInt(Math.round(factor * parts)) * BigInt(base);
  const minFen = Number((product(min) + BigInt(parts) - 1n) / BigInt(parts));
  const maxFen = Number(product(max) / BigInt(parts));
  return { minFen: Math.min(minFen, maxFen), maxFen };
}
/** Factors of the lists have four decimals at most. */
const parts = 10_000;

/**
 * CF-34: the part of the range that a tier allows, in fen. Undefined where there is no range, or no tier of that name, or the
 * tier lies wholly outside of what this case allows.
 */
export function tierRange(norm: PenaltyNorm, how: Circumstances, name: string): FineRange | undefined {
  const [allowed, whole] = [rangeOf(norm, how), wholeRange(norm, how)];
  const tier = norm.tiers.find((one) => one.name === name);
  if (allowed === undefined || whole === undefined || tier === undefined) return undefined;
  const width = whole.maxFen - whole.minFen;
  const minFen = Math.max(allowed.minFen, whole.minFen + Math.ceil((width * tier.fromPercent) / 100));
  const maxFen = Math.min(allowed.maxFen, whole.minFen + Math.floor((width * tier.toPercent) / 100));
  return minFen <= maxFen ? { minFen, maxFen } : undefined;
}
