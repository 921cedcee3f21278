import * as z from "zod";
import { basisPointsSchema, fenSchema, mostFen, nonNegativeFenSchema } from "../money/index.ts";
import { lineOf } from "../text/index.ts";

/** The four budgets stay apart (预算法 5). Land proceeds belong to `funds`. */
export const budgets = ["general", "funds", "state-capital", "social-insurance"] as const;
export const treasuryLevels = ["central", "province", "city", "county", "town"] as const;

const id = z.string().regex(/^[a-z][a-z0-9-]{0,39}$/);
const year = z.int().min(1994).max(2200);
const amount = nonNegativeFenSchema.max(mostFen);
const signed = fenSchema.min(-mostFen).max(mostFen);
const share = basisPointsSchema.max(10_000);
const named = { id, title: lineOf(60, 1).optional() };

/** Whether a scheme of a part of a year counts this line by months of 12. `false` when its document says so. */
const byMonths = z.boolean().default(true);

/** What a measure counts. Base and measure have the same scope (同口径). */
export const scopeSchema = z.strictObject({
  budget: z.enum(budgets),
  include: z
    .array(z.string().regex(/^\d{3,12}$/))
    .min(1)
    .max(100),
  /** Classes of cost that are taken off: land proceeds less costs are net proceeds (纯收益). */
  less: z
    .array(z.string().regex(/^2\d{2,11}$/))
    .max(100)
    .default([]),
  level: z.enum(treasuryLevels),
});
export type Scope = z.infer<typeof scopeSchema>;

/** One line of a scheme. It uses earlier lines only. */
export const schemeLineSchema = z.discriminatedUnion("kind", [
  z.strictObject({ ...named, kind: z.literal("measure"), ...scopeSchema.shape }),
  z.strictObject({
    ...named,
    kind: z.literal("given"),
    /** Negative: a remittance below zero is a fixed subsidy (定额补助, F-20). */
    amount: signed.optional(),
    between: z.strictObject({ lower: amount, upper: amount }).optional(),
    byMonths,
  }),
  z.strictObject({
    ...named,
    kind: z.literal("average"),
    of: id,
    /** Named years; or the last years before the scheme (`fixed`) or before each year (`rolling`). */
    years: z.union([
      z.array(year).min(1).max(10),
      z.strictObject({ last: z.int().min(1).max(10), before: z.enum(["fixed", "rolling"]) }),
    ]),
    byMonths,
  }),
  z.strictObject({
    ...named,
    kind: z.literal("growth"),
    first: amount,
    firstYear: year,
    bps: share,
    direction: z.enum(["rising", "falling"]),
    byMonths,
  }),
  z.strictObject({ ...named, kind: z.literal("above"), of: id, over: id }),
  z.strictObject({ ...named, kind: z.literal("below"), of: id, under: id }),
  z.strictObject({
    ...named,
    kind: z.literal("tiers"),
    of: id,
    bands: z
      .array(z.strictObject({ upTo: amount.nullable(), bps: share }))
      .min(1)
      .max(20),
  }),
  z.strictObject({ ...named, kind: z.literal("rate"), of: id, bps: share }),
  z.strictObject({
    ...named,
    kind: z.literal("perUnit"),
    unit: lineOf(40, 1),
    rates: z
      .array(z.strictObject({ from: z.iso.date(), perYear: amount }))
      .min(1)
      .max(40),
  }),
  z.strictObject({ ...named, kind: z.literal("sum"), of: z.array(id).min(1).max(60) }),
  z.strictObject({ ...named, kind: z.literal("minus"), of: id, less: z.array(id).min(1).max(60) }),
  z.strictObject({
    ...named,
    kind: z.literal("topUp"),
    of: id,
    to: amount,
    countsLand: z.boolean().default(false),
    byMonths,
  }),
  z.strictObject({ ...named, kind: z.literal("cap"), of: id, at: id }),
  z.strictObject({ ...named, kind: z.literal("setAside"), of: id, purpose: lineOf(100, 1) }),
  z.strictObject({ ...named, kind: z.literal("if"), of: id, condition: lineOf(40, 1) }),
]);
export type SchemeLine = z.infer<typeof schemeLineSchema>;
export type LineOf<Kind extends SchemeLine["kind"]> = Extract<SchemeLine, { kind: Kind }>;

/**
 * A fiscal scheme (财政体制) as data (F-19, F-46): the county decides it, and its document stands in it. Amounts are fen.
 * What the shape cannot say, `schemeRefusals` does.
 */
export const schemeSchema = z.strictObject({
  id,
  version: z.int().min(1).max(1000),
  document: lineOf(200, 1),
  payer: lineOf(40, 1),
  /** Who gets what is paid. Only the treasury of the town may: a share for the unit that collects is refused. */
  payee: z.enum(["town", "collecting-unit"]).default("town"),
  from: z.iso.date(),
  to: z.iso.date(),
  rounding: z.enum(["half-up", "half-even", "floor", "ceil"]),
  /** Days after agreement within which the payer pays. */
  dueDays: z.int().min(0).max(365),
  lines: z.array(schemeLineSchema).min(1).max(60),
  /** Lines that the payer owes the town. */
  pays: z.array(id).max(60).default([]),
  /** Lines that the town owes the payer. */
  owes: z.array(id).max(60).default([]),
  /** The line with what the town has in all. The sheet adds these of all schemes. */
  inAll: id.optional(),
});
export type Scheme = z.infer<typeof schemeSchema>;

const document = lineOf(200, 1);
/** A fact names the version of the scheme: two versions of one year never count it twice. */
const ofLine = { scheme: id, version: z.int().min(1).max(1000), line: id, year, document };

/** Facts with documents that no entry can give. */
export const schemeFactsSchema = z.strictObject({
  /** Revenue of base years as settled, under the scope in which it was counted. */
  settled: z
    .array(z.strictObject({ scope: scopeSchema, year, amount: fenSchema.min(-mostFen).max(mostFen), document }))
    .max(500)
    .default([]),
  /** Amounts that a document fixes for one year. */
  given: z
    .array(z.strictObject({ ...ofLine, amount: signed }))
    .max(500)
    .default([]),
  /** Heads, villages, residents, from a day on. */
  counts: z
    .array(
      z.strictObject({ unit: lineOf(200, 1), from: z.iso.date(), count: z.int().min(0).max(10_000_000), document }),
    )
    .max(500)
    .default([]),
  /** The establishment (编制) of staff, from a day on. */
  posts: z
    .array(z.strictObject({ from: z.iso.date(), count: z.int().min(0).max(10_000_000), document }))
    .max(500)
    .default([]),
  /** Whether the condition of a line was met. */
  conditions: z
    .array(z.strictObject({ ...ofLine, met: z.boolean() }))
    .max(500)
    .default([]),
  /** Advances on a line: paid first, settled later (预算法 52). `entry` is the receipt in the books. */
  advances: z
    .array(z.strictObject({ ...ofLine, entry: lineOf(200, 1), amount: nonNegativeFenSchema.max(mostFen) }))
    .max(500)
    .default([]),
});
export type SchemeFacts = z.infer<typeof schemeFactsSchema>;

/**
 * Where the money of an entry comes from. Origin decides, not only the class: a permit fee hides in 10304, confiscated goods in
 * 10307. Only `ordinary` money enters a scheme.
 */
export const origins = [
  "ordinary",
  "fine",
  "fine-surcharge",
  "confiscated-goods",
  "permit-fee",
  "debt",
  "transfer",
  "held-for-others",
] as const;
export type Origin = (typeof origins)[number];
export type TreasuryLevel = (typeof treasuryLevels)[number];
