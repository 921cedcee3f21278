import * as z from "zod";
import type { Rejection } from "../../../../shared/decider/index.ts";
import { fenSchema, mostFen } from "../../../../shared/money/index.ts";
import { budgets, origins, type SchemeFacts, treasuryLevels } from "../../../../shared/town/fiscal-scheme.ts";
import { badInput, refuse } from "./refusals.ts";
import { scopeKey } from "./scheme.ts";

export { origins, type SchemeFacts, schemeFactsSchema } from "../../../../shared/town/fiscal-scheme.ts";

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

/** What each kind of fact is on: a second one on the same matter takes its place. */
const keyOf = {
  settled: ({ scope, year }: SchemeFacts["settled"][number]) => `${scopeKey(scope)} ${year}`,
  given: lineKey,
  conditions: lineKey,
  counts: ({ unit, from }: SchemeFacts["counts"][number]) => `${unit} ${from}`,
  posts: ({ from }: SchemeFacts["posts"][number]) => `posts ${from}`,
  advances: (one: SchemeFacts["advances"][number]) => `${one.entry} ${lineKey(one)}`,
};

/** Refuses two facts on one matter: which of them counts must not hang on their order. */
export function factsRefusal(facts: SchemeFacts): Rejection | undefined {
  const twice =
    twiceIn(facts.settled.map(keyOf.settled)) ??
    twiceIn(facts.given.map(keyOf.given)) ??
    twiceIn(facts.conditions.map(keyOf.conditions)) ??
    twiceIn(facts.counts.map(keyOf.counts)) ??
    twiceIn(facts.posts.map(keyOf.posts)) ??
    twiceIn(facts.advances.map(keyOf.advances));
  return twice === undefined ? undefined : badInput("finance.fact-twice", { matter: twice });
}

const merged = <One>(old: readonly One[], next: readonly One[], key: (one: One) => string): One[] => [
  ...new Map([...old, ...next].map((one) => [key(one), one])).values(),
];

/** Facts that stand, with later ones: a later fact on the same matter takes the place of the earlier one. */
export const withFacts = (old: SchemeFacts, next: SchemeFacts): SchemeFacts => ({
  settled: merged(old.settled, next.settled, keyOf.settled),
  given: merged(old.given, next.given, keyOf.given),
  conditions: merged(old.conditions, next.conditions, keyOf.conditions),
  counts: merged(old.counts, next.counts, keyOf.counts),
  posts: merged(old.posts, next.posts, keyOf.posts),
  advances: merged(old.advances, next.advances, keyOf.advances),
});

/** Refuses an entry that stands twice among the entries of a year: it is counted once or not at all. */
export function entriesRefusal(entries: readonly FiscalEntry[]): Rejection | undefined {
  const seen = new Set<string>();
  for (const { id } of entries) {
    if (seen.has(id)) return refuse("finance.entry-twice", { entry: id, article: "预算法实施条例 83" });
    seen.add(id);
  }
  return undefined;
}
