import * as z from "zod";
import { bilingual, line, once } from "./text.ts";

/** CF-9, less detention (行政拘留: the police alone, CF-18), and removal (限期拆除), which other laws set. */
export const penaltyKinds = [
  "警告",
  "通报批评",
  "罚款",
  "没收违法所得",
  "没收非法财物",
  "暂扣许可证件",
  "降低资质等级",
  "吊销许可证件",
  "限制开展生产经营活动",
  "责令停产停业",
  "责令关闭",
  "限制从业",
  "限期拆除",
] as const;
export type PenaltyKind = (typeof penaltyKinds)[number];

const fen = z.int().min(0).max(100_000_000_000);
const percent = z.number().min(0).max(100);
export const fineRange = z.strictObject({ minFen: fen, maxFen: fen });

/**
 * A fine as a multiple of `base`. With `fromFen` the law uses it only once the base reaches that value, else the range;
 * with `per` ("m2", "worker") the bounds are fen per unit of the base, not factors.
 */
export const multiple = z.strictObject({
  base: line,
  fromFen: fen.optional(),
  per: line.optional(),
  min: z.number().min(0),
  max: z.number().min(0),
});

/** A discretion tier 裁量档次: the part of the range, in per cent, that may be used. */
const tier = z.strictObject({ name: line, fromPercent: percent, toPercent: percent });

const fields = z.strictObject({
  code: z.string().regex(/^PN-\d{3}$/),
  act: bilingual,
  domain: line,
  legalBasis: line,
  sourceDepartment: line,
  kinds: z.array(z.enum(penaltyKinds)).min(1),
  citizenFine: fineRange.optional(),
  organisationFine: fineRange.optional(),
  multiple: multiple.optional(),
  hearingThresholdFen: fen.optional(),
  limitationYears: z.union([z.literal(2), z.literal(5)]),
  tiers: z.array(tier),
  rectificationDays: z.int().min(0).max(365),
  simpleProcedurePossible: z.boolean(),
  verified: z.enum(["yes", "memory"]),
});

/** A penalty power 处罚事项 of the town's list. Money in fen, rectification in calendar days, limitation in years (CF-36). */
export const listedPenalty = fields
  .superRefine(
    ({ citizenFine }, context) => {
      if (citizenFine !== undefined) ordered(citizenFine, "citizenFine", context);
    },
    once({ citizenFine: fineRange }),
  )
  .superRefine(
    ({ organisationFine }, context) => {
      if (organisationFine !== undefined) ordered(organisationFine, "organisationFine", context);
    },
    once({ organisationFine: fineRange }),
  )
  .superRefine(({ multiple: factor }, context) => {
    if (factor === undefined || factor.min <= factor.max) return;
    refuse(
      context,
      ["multiple"],
      `${factor.min} is more than ${factor.max} / 下限 ${factor.min} 大于上限 ${factor.max}`,
    );
  }, once({ multiple }))
  .superRefine(tiered, once({ kinds: fields.shape.kinds, tiers: fields.shape.tiers }))
  .superRefine(
    ({ kinds, ...amounts }, context) => {
      if (kinds.includes("罚款")) return;
      for (const field of ["citizenFine", "organisationFine", "multiple"] as const) {
        if (amounts[field] !== undefined)
          refuse(context, [field], "an amount, but the kinds have no 罚款 / 无罚款种类却有金额");
      }
    },
    once({ kinds: fields.shape.kinds }),
  );

type Context = z.core.$RefinementCtx<unknown>;
const refuse = (context: Context, path: string[], message: string) =>
  context.addIssue({ code: "custom", path, message });

function ordered({ minFen, maxFen }: z.infer<typeof fineRange>, field: string, context: Context) {
  if (minFen <= maxFen) return;
  refuse(
    context,
    [field, "maxFen"],
    `${maxFen} is less than the minimum ${minFen} / 上限 ${maxFen} 小于下限 ${minFen}`,
  );
}

/** CF-34: the tiers of a fine cover 0 to 100 per cent without a gap or an overlap; without a fine there are none. */
function tiered({ kinds, tiers }: Pick<ListedPenalty, "kinds" | "tiers">, context: Context) {
  const fined = kinds.includes("罚款");
  if (!fined && tiers.length > 0)
    refuse(context, ["tiers"], "tiers, but the kinds have no 罚款 / 无罚款种类却有裁量档次");
  if (!fined) return;
  let reached = 0;
  for (const { name, fromPercent, toPercent } of tiers) {
    if (fromPercent !== reached) {
      return refuse(
        context,
        ["tiers"],
        `${name} begins at ${fromPercent}, not at ${reached} / ${name} 应从 ${reached} 起`,
      );
    }
    if (toPercent <= fromPercent) return refuse(context, ["tiers"], `${name} is empty / ${name} 档为空`);
    reached = toPercent;
  }
  if (reached !== 100)
    refuse(context, ["tiers"], `the tiers end at ${reached}, not at 100 / 档次止于 ${reached}，应到 100`);
}

export type FineRange = z.infer<typeof fineRange>;
export type Multiple = z.infer<typeof multiple>;
export type Tier = z.infer<typeof tier>;
export type ListedPenalty = z.infer<typeof fields>;
