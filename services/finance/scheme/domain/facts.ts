import * as z from "zod";
import type { Rejection } from "../../../../shared/decider/index.ts";
import { fenSchema, mostFen, nonNegativeFenSchema } from "../../../../shared/money/index.ts";
import { badInput, refuse } from "./refusals.ts";
import { budgets, scopeKey, scopeSchema, treasuryLevels } from "./scheme.ts";

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

/** What a scheme reads of a booked entry (F-35). It counts on the day on which the money reaches the treasury (F-10). */
export const fiscalEntrySchema = z.strictObject({
  id: z.string().min(1),
  effectiveOn: z.iso.date(),
  budget: z.enum(budgets),
  class: z.string().regex(/^\d{3,12}$/),
  level: z.enum(treasuryLevels),
  origin: z.enum(origins),
  /** Negative for a refund (退库): it lowers the year in which it is paid. */
  amount: fenSchema.min(-mostFen).max(mostFen),
});
export type FiscalEntry = z.infer<typeof fiscalEntrySchema>;

const document = z.string().min(1);
const year = z.int().min(1994).max(2200);
/** A fact names the version of the scheme: two versions of one year never count it twice. */
const ofLine = { scheme: z.string().min(1), version: z.int().min(1), line: z.string().min(1), year, document };

/** Facts with documents that no entry can give. */
export const schemeFactsSchema = z.strictObject({
  /** Revenue of base years as settled, under the scope in which it was counted. */
  settled: z
    .array(z.strictObject({ scope: scopeSchema, year, amount: fenSchema.min(-mostFen).max(mostFen), document }))
    .default([]),
  /** Amounts that a document fixes for one year. */
  given: z.array(z.strictObject({ ...ofLine, amount: nonNegativeFenSchema.max(mostFen) })).default([]),
  /** Heads, villages, residents, from a day on. */
  counts: z
    .array(
      z.strictObject({ unit: z.string().min(1), from: z.iso.date(), count: z.int().min(0).max(10_000_000), document }),
    )
    .default([]),
  /** The establishment (编制) of staff, from a day on. */
  posts: z.array(z.strictObject({ from: z.iso.date(), count: z.int().min(0).max(10_000_000), document })).default([]),
  /** Whether the condition of a line was met. */
  conditions: z.array(z.strictObject({ ...ofLine, met: z.boolean() })).default([]),
  /** Advances on a line: paid first, settled later (预算法 52). `entry` is the receipt in the books. */
  advances: z
    .array(z.strictObject({ ...ofLine, entry: z.string().min(1), amount: nonNegativeFenSchema.max(mostFen) }))
    .default([]),
});
export type SchemeFacts = z.infer<typeof schemeFactsSchema>;

type LineFact = Pick<SchemeFacts["given"][number], "scheme" | "version" | "line" | "year">;

/** Whether a fact is on this line of this version of a scheme, in this year. */
export const isFactOn = (
  fact: LineFact,
  { id, version }: { readonly id: string; readonly version: number },
  line: string,
  year: number,
): boolean => fact.scheme === id && fact.version === version && fact.line === line && fact.year === year;

const twiceIn = (keys: readonly string[]): string | undefined => keys.find((key, at) => keys.indexOf(key) !== at);
const lineKey = ({ scheme, version, line, year }: LineFact): string => `${scheme} ${version} ${line} ${year}`;

/** Refuses two facts on one matter: which of them counts must not hang on their order. */
export function factsRefusal(facts: SchemeFacts): Rejection | undefined {
  const twice =
    twiceIn(facts.settled.map(({ scope, year }) => `${scopeKey(scope)} ${year}`)) ??
    twiceIn(facts.given.map(lineKey)) ??
    twiceIn(facts.conditions.map(lineKey)) ??
    twiceIn(facts.counts.map(({ unit, from }) => `${unit} ${from}`)) ??
    twiceIn(facts.posts.map(({ from }) => `posts ${from}`)) ??
    twiceIn(facts.advances.map((one) => `${one.entry} ${lineKey(one)}`));
  return twice === undefined ? undefined : badInput("finance.fact-twice", { matter: twice });
}

/** Refuses an entry that stands twice among the entries of a year: it is counted once or not at all. */
export function entriesRefusal(entries: readonly FiscalEntry[]): Rejection | undefined {
  const seen = new Set<string>();
  for (const { id } of entries) {
    if (seen.has(id)) return refuse("finance.entry-twice", { entry: id, article: "预算法实施条例 83" });
    seen.add(id);
  }
  return undefined;
}
