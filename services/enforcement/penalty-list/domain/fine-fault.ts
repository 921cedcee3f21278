import type { Rejection } from "../../../../shared/decider/index.ts";
import type { Circumstances, LighteningGround } from "./circumstances.ts";
import type { PenaltyKind, PenaltyNorm } from "./penalty.ts";
import { kindsIn, rangeOf, tierRange } from "./range-of.ts";
import { badInput, refuse } from "./refusals.ts";

/** A fine as it is proposed or decided. */
export interface ProposedFine {
  readonly amountFen: number;
  /** Name of a tier of the norm. */
  readonly tier: string;
  /** CF-30, CF-32: what makes it lighter. */
  readonly grounds: readonly LighteningGround[];
  /** CF-34a: why it lies outside of its tier, and who approved that. */
  readonly departure?: { readonly reasons: string; readonly approvedBy: string } | undefined;
}

/**
 * Why a fine is unlawful; undefined: it is lawful. CF-34a: above the maximum it is always refused. Below the minimum it needs a
 * ground of CF-30 or CF-32. Inside the range and outside the tier it needs reasons and approval.
 */
export function fineFault(norm: PenaltyNorm, how: Circumstances, fine: ProposedFine): Rejection | undefined {
  const { amountFen, tier, grounds, departure } = fine;
  if (!Number.isSafeInteger(amountFen) || amountFen < 1)
    return badInput("enforcement.fine-of-nothing", {}, "/amountFen");
  const range = rangeOf(norm, how);
  if (range === undefined) return withoutRange(norm, how);
  const said = { ...range, amountFen, legalBasis: norm.legalBasis };
  if (amountFen > range.maxFen)
    return refuse("enforcement.fine-above-maximum", { ...said, article: "行政处罚法38", rule: "CF-34a" }, "/amountFen");
  if (amountFen < range.minFen)
    return grounds.length > 0
      ? undefined
      : refuse(
          "enforcement.fine-below-minimum",
          { ...said, article: "行政处罚法30、32", rule: "CF-34a" },
          "/amountFen",
        );
  if (!norm.tiers.some(({ name }) => name === tier))
    return badInput("enforcement.unknown-tier", { tier, known: norm.tiers.map(({ name }) => name) }, "/tier");
  const band = tierRange(norm, how, tier);
  if (band !== undefined && amountFen >= band.minFen && amountFen <= band.maxFen) return undefined;
  if (departure !== undefined && departure.reasons.trim() !== "" && departure.approvedBy.trim() !== "")
    return undefined;
  return refuse(
    "enforcement.fine-outside-tier",
    { ...said, tier, ...(band === undefined ? {} : { fromFen: band.minFen, toFen: band.maxFen }), ...benchmark },
    "/amountFen",
  );
}

const benchmark = { article: "行政处罚法34", rule: "CF-34a" };

/** No fine is possible: the norm has none for this party yet, or its amount is not known. */
function withoutRange(norm: PenaltyNorm, how: Circumstances): Rejection {
  const said = { legalBasis: norm.legalBasis, article: "行政处罚法38", rule: "CF-38" };
  const { multiple, conditions } = norm;
  if (how.role === "responsible" && conditions?.persons === undefined)
    return refuse("enforcement.persons-not-fined", { ...said, rule: "CF-29b" }, "/amountFen");
  if (!kindsIn(norm, how).includes("罚款"))
    return norm.kinds.includes("罚款")
      ? refuse("enforcement.fine-too-early", { ...said, needs: needsOf(norm, how) }, "/amountFen")
      : refuse("enforcement.kind-not-allowed", { ...said, kinds: ["罚款"], allowed: norm.kinds }, "/kinds");
  if (multiple !== undefined && how.base === undefined)
    return badInput("enforcement.base-missing", { ...said, base: multiple.base }, "/base");
  return refuse("enforcement.fine-without-amount", said, "/amountFen");
}

const needsOf = ({ conditions = {} }: PenaltyNorm, how: Circumstances) => [
  ...(conditions.fineNeeds === undefined ? [] : [conditions.fineNeeds]),
  ...(how.role === "responsible" ? (conditions.persons?.needs ?? []) : []),
];

/** CF-38: kinds that the norm does not allow, or does not allow yet. */
export function kindsFault(
  norm: PenaltyNorm,
  how: Circumstances,
  kinds: readonly PenaltyKind[],
): Rejection | undefined {
  const allowed = kindsIn(norm, how);
  const wrong = kinds.filter((kind) => !allowed.includes(kind));
  if (wrong.length === 0) return undefined;
  return refuse(
    "enforcement.kind-not-allowed",
    { kinds: wrong, allowed, legalBasis: norm.legalBasis, article: "行政处罚法38", rule: "CF-38" },
    "/kinds",
  );
}

/** CF-28: all that the act brought in, costs not deducted, less what goes back to victims. */
export const gainsToConfiscate = (gainsFen: number, refundsFen: number): number => Math.max(0, gainsFen - refundsFen);
