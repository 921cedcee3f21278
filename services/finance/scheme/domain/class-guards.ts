import type { Rejection } from "../../../../shared/decider/index.ts";
import { namesFines, returnsFines } from "../../ledger/domain/fines-returned.ts";
import type { FiscalEntry } from "./facts.ts";
import { refuse } from "./refusals.ts";
import { type Scheme, type SchemeLine, type Scope, scopeKey, usedBy } from "./scheme.ts";

/** Classes that no measure holds, in any budget (F-guard, F-51, 预算法 35). */
const neverHeld = [
  { prefix: "10305", code: "finance.scheme-holds-fines", article: "行政处罚法 74" },
  { prefix: "105", code: "finance.scheme-holds-debt", article: "预算法 35" },
  { prefix: "110", code: "finance.scheme-holds-transfers", article: "预算法 27" },
] as const;

/** Government funds, land proceeds among them: they belong to a budget of their own and join no tax base. */
const governmentFunds = "10301";
const isFund = (code: string): boolean => code.startsWith(governmentFunds);

/** Classes inside a measure that it is read without; the statement says so. "All non-tax income" holds no fines. */
export const exceptionsOf = ({ budget, include }: Scope): readonly string[] =>
  [...neverHeld.map(({ prefix }) => prefix), ...(budget === "general" ? [governmentFunds] : [])].filter((prefix) =>
    include.some((one) => prefix.startsWith(one)),
  );

/** Whether a scheme may count the money of an entry at all: origin and class both decide (F-guard, XK-59). */
const maySchemeCount = ({ origin, class: code }: FiscalEntry): boolean =>
  origin === "ordinary" && !neverHeld.some(({ prefix }) => code.startsWith(prefix));

/** What an entry adds to a measure: 1, taken off as a cost: -1, not in it: 0. */
export function placeInScope(entry: FiscalEntry, { budget, include, less, level }: Scope): 1 | -1 | 0 {
  if (entry.budget !== budget || entry.level !== level || !maySchemeCount(entry)) return 0;
  if (budget === "general" && isFund(entry.class)) return 0;
  if (include.some((prefix) => entry.class.startsWith(prefix))) return 1;
  return less.some((prefix) => entry.class.startsWith(prefix)) ? -1 : 0;
}

/** Administrative fees, permit fees among them. A wider class that holds them is read without the permit fees, by their origin. */
const fees = "10304";

/**
 * CF-74, XK-59: an amount that no class measures cannot be held against a class. One that its title or its id calls a fine, or a fee of a
 * permit, is refused. So is a line whose title or purpose says that such money is returned.
 */
function namedRefusals(line: SchemeLine): readonly Rejection[] {
  const isAmount = line.kind === "given" || line.kind === "growth" || line.kind === "perUnit";
  const names = [line.title ?? "", line.id];
  const isNamed = isAmount
    ? names.some((one) => /罚/.test(one) || namesFines(one))
    : [...names, line.kind === "setAside" ? line.purpose : ""].some(returnsFines);
  const article = "行政处罚法 74、行政许可法 59";
  return isNamed ? [refuse("finance.scheme-gives-back", { line: line.id, article })] : [];
}

/** CF-74, XK-59, 预算法 35: refuses a measure that names a class which no scheme may hold, and an amount that is named after it. */
export function measureRefusals(line: SchemeLine): readonly Rejection[] {
  if (line.kind !== "measure") return namedRefusals(line);
  return line.include.flatMap((code): readonly Rejection[] => {
    const details = { line: line.id, class: code };
    const held = neverHeld.find(({ prefix }) => code.startsWith(prefix));
    if (held !== undefined) return [refuse(held.code, { ...details, article: held.article })];
    if (code.startsWith(fees)) return [refuse("finance.scheme-holds-fees", { ...details, article: "行政许可法 59" })];
    if (line.budget === "general" && isFund(code))
      return [refuse("finance.scheme-land-in-tax-base", { line: line.id, article: "预算法 5" })];
    const isIncome = code.startsWith("101") || code.startsWith("103");
    return isIncome ? [] : [refuse("finance.scheme-class-not-income", details)];
  });
}

/** Land proceeds never join a tax base. A guarantee that counts them says so. */
export function landRefusals({ lines }: Scheme): readonly Rejection[] {
  const budgetsOf = new Map<string, ReadonlySet<string>>();
  return lines.flatMap((line): readonly Rejection[] => {
    const used = new Set(usedBy(line).flatMap((id) => [...(budgetsOf.get(id) ?? [])]));
    budgetsOf.set(line.id, line.kind === "measure" ? new Set([line.budget]) : used);
    const isBase = ["average", "above", "below", "tiers", "rate"].includes(line.kind);
    if (isBase && used.has("funds") && used.size > 1)
      return [refuse("finance.scheme-land-in-tax-base", { line: line.id, article: "预算法 5" })];
    const isSilent = line.kind === "topUp" && !line.countsLand && used.has("funds");
    return isSilent ? [refuse("finance.scheme-land-not-named", { line: line.id })] : [];
  });
}

/** 同口径: an average is of a measure, and an excess is held against a base of the same scope. */
export function scopeRefusals({ lines }: Scheme): readonly Rejection[] {
  const lineOf = (id: string) => lines.find((one) => one.id === id);
  return lines.flatMap((line): readonly Rejection[] => {
    if (line.kind === "average")
      return lineOf(line.of)?.kind === "measure"
        ? []
        : [refuse("finance.scheme-average-not-measured", { line: line.id, of: line.of })];
    if (line.kind !== "above" && line.kind !== "below") return [];
    const measure = lineOf(line.of);
    const base = lineOf(line.kind === "above" ? line.over : line.under);
    const measured = base?.kind === "average" ? lineOf(base.of) : undefined;
    if (measured?.kind !== "measure") return [];
    const isSame = measure?.kind === "measure" && scopeKey(measure) === scopeKey(measured);
    return isSame ? [] : [refuse("finance.scheme-base-other-scope", { line: line.id, of: line.of })];
  });
}
