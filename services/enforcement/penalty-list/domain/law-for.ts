import type { Circumstances } from "./circumstances.ts";
import type { FineRange, Penalty, PenaltyKind, PenaltyNorm } from "./penalty.ts";
import { kindsIn, rangeOf, wholeRange } from "./range-of.ts";

/** When an act was done, and when it is decided about. Days as ISO text; without `until` the act goes on. */
export interface ActTime {
  readonly from: string;
  readonly until?: string | undefined;
  readonly decidedOn: string;
}

/** The law that judges an act. `none`: no penalty, because the law of one of the two days does not forbid it. */
export type LawChosen =
  | {
      readonly version: "now" | "before";
      readonly norm: PenaltyNorm;
      readonly because: "no-change" | "in-force-at-the-act" | "ends-under-the-new-law" | "new-law-is-lighter";
    }
  | { readonly version: "none"; readonly because: "lawful-now" | "lawful-then" };

/**
 * CF-37 (行政处罚法37, 从旧兼从轻): the law of the day of the act; the law of the deciding day if it is lighter or does not forbid
 * the act any more. CF-37a: an act that ends under the new law follows the new law.
 */
export function lawFor({ norm, before = [] }: Penalty, act: ActTime, how: Circumstances): LawChosen {
  const judging = normOn(norm, before, act.decidedOn);
  const ended = act.until ?? act.decidedOn;
  const then = normOn(norm, before, ended < act.decidedOn ? ended : act.decidedOn);
  const began = normOn(norm, before, act.from);
  if (then === judging) {
    if (how.lawfulNow === true) return { version: "none", because: "lawful-now" };
    if (how.lawfulThen === true && began === then) return { version: "none", because: "lawful-then" };
    const version = judging === norm ? "now" : "before";
    if (began !== then) return { version, norm: judging, because: "ends-under-the-new-law" };
    return { version, norm: judging, because: before.length === 0 ? "no-change" : "in-force-at-the-act" };
  }
  if (how.lawfulThen === true) return { version: "none", because: "lawful-then" };
  if (how.lawfulNow === true) return { version: "none", because: "lawful-now" };
  return isLighter(judging, then, how)
    ? { version: judging === norm ? "now" : "before", norm: judging, because: "new-law-is-lighter" }
    : { version: "before", norm: then, because: "in-force-at-the-act" };
}

/** The norm in force on a day: the first of the earlier ones that had not ended, else that of today. */
const normOn = (norm: PenaltyNorm, before: NonNullable<Penalty["before"]>, day: string): PenaltyNorm =>
  before.toSorted((one, other) => (one.actUntil < other.actUntil ? -1 : 1)).find(({ actUntil }) => day <= actUntil) ??
  norm;

/**
 * CF-37a: whether one norm is lighter than another in this case: by the kinds that it allows, then by the maximum of the fine,
 * then by the minimum. Where an amount is not known, or all is equal, it is not.
 */
export function isLighter(one: PenaltyNorm, other: PenaltyNorm, how: Circumstances): boolean {
  const kinds = compareKinds(kindsIn(one, how), kindsIn(other, how));
  if (kinds !== 0) return kinds < 0;
  const [first, second] = [rangeOf(one, how), rangeOf(other, how)];
  if (first === undefined || second === undefined) return false;
  return first.maxFen === second.maxFen ? first.minFen < second.minFen : first.maxFen < second.maxFen;
}

/** CF-9: from the lightest to the heaviest. A warning never makes a norm heavier that allows more than a warning. */
const weight: Readonly<Record<PenaltyKind, number>> = {
  警告: 1,
  通报批评: 1,
  罚款: 2,
  没收违法所得: 3,
  没收非法财物: 3,
  暂扣许可证件: 4,
  降低资质等级: 5,
  限制开展生产经营活动: 6,
  限期拆除: 6,
  责令停产停业: 7,
  吊销许可证件: 8,
  责令关闭: 9,
  限制从业: 9,
};

/** The heaviest kinds first; where they are alike the next ones; fewer are lighter. */
function compareKinds(ones: readonly PenaltyKind[], others: readonly PenaltyKind[]): number {
  const [first, second] = [heaviest(ones), heaviest(others)];
  for (const [at, mine] of first.entries()) {
    const difference = mine - (second[at] ?? 0);
    if (difference !== 0) return difference;
  }
  return first.length - second.length;
}

function heaviest(kinds: readonly PenaltyKind[]): readonly number[] {
  const weights = kinds.map((kind) => weight[kind]).toSorted((one, other) => other - one);
  const beyond = weights.filter((one) => one > 1);
  return beyond.length > 0 ? beyond : weights.slice(0, 1);
}

/** CF-29: the range that a norm allows in this case, and the norm's citation. */
export interface FineCandidate {
  readonly law: string;
  readonly range: Partial<FineRange> & Pick<FineRange, "maxFen">;
}

/**
 * CF-29 (行政处罚法29, 一事不二罚): of several norms that one act breaks, the one with the higher fine; one fine only. Of two with
 * the same maximum the higher minimum counts, then the first.
 */
export const higherFine = <C extends FineCandidate>(candidates: readonly C[]): C | undefined =>
  candidates.reduce<C | undefined>((best, one) => (best === undefined || isHigher(one, best) ? one : best), undefined);

const isHigher = ({ range: one }: FineCandidate, { range: other }: FineCandidate) =>
  one.maxFen === other.maxFen ? (one.minFen ?? 0) > (other.minFen ?? 0) : one.maxFen > other.maxFen;

/** CF-29: the fines that one act may bring, by this norm and by the other one that its conditions name. */
export function finesOfAct(norm: PenaltyNorm, how: Circumstances): readonly FineCandidate[] {
  const range = rangeOf(norm, how);
  const also = norm.conditions?.also;
  return [
    ...(range === undefined ? [] : [{ law: norm.legalBasis, range }]),
    ...(also === undefined || how.role === "responsible" ? [] : [{ law: also.basis, range: { maxFen: also.maxFen } }]),
  ];
}

/**
 * CF-29: where another norm on the same act has the higher fine, that one is applied: its maximum, and its citation before the
 * list's. The tiers keep their sums; the highest one reaches to the new maximum. A responsible person has only his own range.
 */
export function underHigherNorm(norm: PenaltyNorm, how: Circumstances): PenaltyNorm {
  const { conditions, multiple, legalBasis, citizenFine, organisationFine, tiers } = norm;
  const also = conditions?.also;
  const own = wholeRange(norm, how);
  if (also === undefined || own === undefined || multiple !== undefined || how.role === "responsible") return norm;
  if (also.maxFen <= own.maxFen || conditions?.firstRange !== undefined) return norm;
  const range = { minFen: own.minFen, maxFen: also.maxFen };
  const scale = (own.maxFen - own.minFen) / (range.maxFen - range.minFen);
  const top = Math.max(...tiers.map(({ toPercent }) => toPercent));
  return {
    ...norm,
    legalBasis: `${also.basis}；${legalBasis}`,
    citizenFine: citizenFine && range,
    organisationFine: organisationFine && range,
    tiers: tiers.map(({ name, fromPercent, toPercent }) => ({
      name,
      fromPercent: fromPercent * scale,
      toPercent: toPercent === top ? 100 : toPercent * scale,
    })),
  };
}
