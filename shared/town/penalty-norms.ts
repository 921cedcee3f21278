import * as z from "zod";
import { fineRange, multiple, penaltyKinds } from "./listed-penalties.ts";
import { isoDate, line } from "./text.ts";

const code = z.string().regex(/^PN-\d{3}$/);
const fen = z.int().min(0).max(100_000_000_000);

/** What has to be there before a norm allows something: an order or a warning not followed, or a serious case (情节严重). */
export const normNeeds = ["order-unmet", "warning-unmet", "serious"] as const;
const needs = z.array(z.enum(normNeeds)).max(normNeeds.length);

/** Whether the cited article was found to say so; the rest is from memory, or doubtful. */
export const verifications = ["yes", "memory", "doubtful"] as const;

const notLess = (least: "minFen", most: "maxFen") => ({
  message: `${most} is less than ${least} / 上限小于下限`,
  path: [most],
});

/** CF-37: the norm of a penalty for acts up to a day, before the law changed. */
export const listedEarlierNorm = z
  .strictObject({
    code,
    actUntil: isoDate,
    legalBasis: line,
    kinds: z.array(z.enum(penaltyKinds)).min(1),
    citizenFine: fineRange.refine(({ minFen, maxFen }) => minFen <= maxFen, notLess("minFen", "maxFen")).optional(),
    organisationFine: fineRange
      .refine(({ minFen, maxFen }) => minFen <= maxFen, notLess("minFen", "maxFen"))
      .optional(),
    multiple: multiple.optional(),
    fineNeeds: z.enum(normNeeds).optional(),
    firstRange: z.strictObject({ maxFen: fen, moreFromFen: fen, moreIf: needs.min(1) }).optional(),
    closureNeeds: needs.min(1).optional(),
    note: line.optional(),
    verified: z.enum(verifications),
  })
  .refine(
    ({ kinds, citizenFine, organisationFine, multiple: factor }) =>
      kinds.includes("罚款") || [citizenFine, organisationFine, factor].every((one) => one === undefined),
    { message: "an amount, but the kinds have no 罚款 / 无罚款种类却有金额", path: ["kinds"] },
  );

/** What the row of ranges of a penalty cannot say. A penalty without a row is not examined. */
export const listedConditions = z.strictObject({
  code,
  /** No fine of anybody without it. */
  fineNeeds: z.enum(normNeeds).optional(),
  /** The range ends at `maxFen`; more only if one of `moreIf` is met, and then from `moreFromFen` on. */
  firstRange: z.strictObject({ maxFen: fen, moreFromFen: fen, moreIf: needs.min(1) }).optional(),
  /** CF-29b: responsible persons are fined too; `needs` (one of them) says when, empty: at once. */
  persons: z
    .strictObject({ minFen: fen, maxFen: fen, needs })
    .refine(({ minFen, maxFen }) => minFen <= maxFen, notLess("minFen", "maxFen"))
    .optional(),
  /** Closure and a stop of business only if one of these is met. */
  closureNeeds: needs.min(1).optional(),
  /** The citizen range is for some citizens only; another one has the range of an organisation. */
  citizensNarrow: z.literal(true).optional(),
  /** CF-29: another norm on the same act. */
  also: z.strictObject({ basis: line, maxFen: fen }).optional(),
  /** QZ-44b: against a decision with one of these kinds a law gives its own days for a suit (土地管理法83). */
  suit: z.strictObject({ days: z.literal(15), kinds: z.array(z.enum(penaltyKinds)).min(1), basis: line }).optional(),
  /** FY-23: against a decision by this norm review comes first, and by which article. */
  reviewFirst: z.strictObject({ basis: line }).optional(),
  remark: line.optional(),
  source: line,
});

export type NormNeed = (typeof normNeeds)[number];
export type Verified = (typeof verifications)[number];
export type ListedEarlierNorm = z.infer<typeof listedEarlierNorm>;
export type ListedConditions = z.infer<typeof listedConditions>;
