import * as z from "zod";
import { penaltyKinds } from "../../../../shared/town/listed-penalties.ts";
import { text } from "../../common/api/schemas.ts";
import { normNeeds, verifications } from "../domain/penalty.ts";

const fen = z.int().min(0);
const needs = z.array(z.enum(normNeeds));
export const fineRangeView = z.object({ minFen: fen, maxFen: fen });
export const kindsView = z.array(z.enum(penaltyKinds));

const multipleView = z.object({
  base: z.string(),
  fromFen: fen.optional(),
  per: z.string().optional(),
  min: z.number(),
  max: z.number(),
});
const tierView = z.object({ name: z.string(), fromPercent: z.number(), toPercent: z.number() });

const conditionsView = z.object({
  fineNeeds: z.enum(normNeeds).optional(),
  firstRange: z.object({ maxFen: fen, moreFromFen: fen, moreIf: needs }).optional(),
  persons: fineRangeView.extend({ needs }).optional(),
  closureNeeds: needs.optional(),
  citizensNarrow: z.boolean().optional(),
  also: z.object({ basis: z.string(), maxFen: fen }).optional(),
  suit: z.object({ days: z.int(), kinds: kindsView, basis: z.string() }).optional(),
  reviewFirst: z.object({ basis: z.string() }).optional(),
  remark: z.string().optional(),
  source: z.string().optional(),
});

export const normView = z.object({
  legalBasis: z.string(),
  kinds: kindsView,
  citizenFine: fineRangeView.optional(),
  organisationFine: fineRangeView.optional(),
  multiple: multipleView.optional(),
  tiers: z.array(tierView),
  conditions: conditionsView.optional(),
});

const verified = z.enum(verifications);

const leniencyView = z.object({
  list: z.enum(["noPenalty", "firstTime", "mitigation", "noCoercion"]),
  conditions: text,
});

export const penaltyView = z.object({
  code: z.string(),
  version: z.int(),
  notice: text,
  /** Which version of the entry this is, and since when it stands. */
  listVersion: z.int(),
  listedOn: z.iso.date(),
  act: text,
  domain: z.string(),
  sourceDepartment: z.string(),
  verified,
  limitationYears: z.int(),
  rectificationDays: z.int(),
  simpleProcedurePossible: z.boolean(),
  norm: normView,
  before: z.array(normView.extend({ actUntil: z.iso.date(), note: z.string().optional(), verified })),
  leniency: z.array(leniencyView),
  /** CF-39: who punishes, and what can be done against it, where and for how long. */
  organ: text,
  remedies: z.object({
    reviewOrgan: text,
    reviewDays: z.int(),
    /** SS-46: absent where the law of the act sets its own days for every decision by it. */
    suitMonths: z.int().optional(),
    /** QZ-44b: the law's own days, against decisions with one of these kinds. */
    shorterSuit: z.object({ days: z.int(), kinds: kindsView, basis: z.string() }).optional(),
    reviewFirst: z.boolean(),
    /** FY-23: by what review comes first; absent where it does not. */
    reviewFirstBy: z.string().optional(),
    /** FY-23: whether review comes first where the penalty is decided on the spot; absent where it cannot be. */
    reviewFirstOnTheSpot: z.boolean().optional(),
  }),
});

export const penaltyRow = penaltyView
  .pick({
    code: true,
    version: true,
    listVersion: true,
    act: true,
    domain: true,
    verified: true,
    simpleProcedurePossible: true,
  })
  .extend({ kinds: kindsView, legalBasis: z.string() });

/** Said wherever the list is shown. */
export const illustrative = {
  zh: "清单、裁量档次、改正期限为示例，由本镇法制人员替换；verified 为 memory、doubtful 的条文未经核对",
  en: "The list, its tiers and days to correct are illustrative; norms marked memory or doubtful were not checked",
};
