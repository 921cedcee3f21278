import { toDate } from "../../../../shared/calendar/index.ts";
import type { Rejection } from "../../../../shared/decider/index.ts";
import { divideRounded, type Fen, fen, mostFen } from "../../../../shared/money/index.ts";
import { exceptionsOf, placeInScope } from "./class-guards.ts";
import { monthsText } from "./combining.ts";
import type { LineGround, LineInput, Worked } from "./computed.ts";
import { percentText, termText, whole, yuanText } from "./exact.ts";
import { isFactOn } from "./facts.ts";
import { badInput, notNow, refuse } from "./refusals.ts";
import { type LineOf, scopeKey } from "./scheme.ts";

/** How many months of 12 a line counts. */
export const monthsOf = ({ byMonths }: { readonly byMonths: boolean }, { term }: LineGround): number =>
  byMonths ? term.months.length : 12;

/** Income of the term by budget, class and treasury level; costs taken off. Each class names its entries. */
export function measured(line: LineOf<"measure">, { entries }: LineGround): Worked | Rejection {
  const byClass = Map.groupBy(
    entries.filter((entry) => placeInScope(entry, line) !== 0),
    (entry) => `${placeInScope(entry, line) === 1 ? "+" : "-"}${entry.class.slice(0, 5)}`,
  );
  const groups = [...byClass]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, of]) => ({
      isCost: key.startsWith("-"),
      class: key.slice(1),
      entries: of.map(({ id }) => id).toSorted(),
      total: of.reduce((sum, { amount }) => sum + BigInt(amount), 0n),
    }));
  const large = groups.find(({ total }) => isTooLarge(total));
  if (large !== undefined) return tooLarge(line.id);
  const income = groups.filter(({ isCost }) => !isCost).map(({ total }) => total);
  const costs = groups.filter(({ isCost }) => isCost).map(({ total }) => total);
  const plus = (income.length === 0 ? [0n] : income).map(termText).join(" + ");
  return {
    formula: [plus, ...costs.map(termText)].join(" - "),
    exact: whole(groups.reduce((sum, { total, isCost }) => (isCost ? sum - total : sum + total), 0n)),
    inputs: groups.map(
      (group): LineInput => ({
        from: "entries",
        ...{ class: group.class, entries: group.entries, amount: fen(group.total) },
      }),
    ),
    without: exceptionsOf(line),
  };
}

/** Nothing of a town is larger than a hundred billion yuan: a larger figure is an error, not a result. */
export const isTooLarge = (amount: bigint): boolean => amount > BigInt(mostFen) || amount < -BigInt(mostFen);
export const tooLarge = (line: string): Rejection => refuse("finance.settlement-too-large", { line });

/** An amount of the scheme, or of a document of the year. A range owes its lower amount until a document fixes it. */
export function givenBy(line: LineOf<"given">, ground: LineGround): Worked | Rejection {
  const { scheme, facts, year } = ground;
  const fixed = facts.given.find((one) => isFactOn(one, scheme, line.id, year));
  const { between } = line;
  if (fixed !== undefined && line.amount !== undefined) return badInput("finance.given-not-asked", { line: line.id });
  if (fixed !== undefined && between !== undefined && (fixed.amount < between.lower || fixed.amount > between.upper))
    return refuse("finance.given-outside-range", { line: line.id, document: fixed.document });
  const amount = fixed?.amount ?? line.amount ?? between?.lower;
  if (amount === undefined) return { missing: [{ what: "amount", line: line.id, of: String(year) }], inputs: [] };
  const document = fixed?.document ?? scheme.document;
  return {
    ...byMonthsOf(amount, monthsOf(line, ground)),
    inputs: [{ from: "document", document, year, amount }],
  };
}

const byMonthsOf = (amount: Fen, months: number) => ({
  formula: `${yuanText(whole(amount))}${monthsText(months)}`,
  exact: months === 12 ? whole(amount) : { dividend: BigInt(amount) * BigInt(months), divisor: 12n },
});

/** The years of a base (F-21): named, or the last ones before the scheme or before each year. */
function baseYearsOf({ years }: LineOf<"average">, { scheme, year }: LineGround): readonly number[] {
  if (!("last" in years)) return years;
  const before = years.before === "fixed" ? toDate(scheme.from).year : year;
  return Array.from({ length: years.last }, (_, at) => before - years.last + at);
}

/** F-21: the mean of settled years of the same scope. Refuses a year that is missing: it is not 0. */
export function averageOf(line: LineOf<"average">, ground: LineGround): Worked | Rejection {
  const measure = ground.scheme.lines.find((one) => one.id === line.of);
  const key = measure?.kind === "measure" ? scopeKey(measure) : "";
  const figures = [];
  for (const year of baseYearsOf(line, ground)) {
    const figure = ground.facts.settled.find((one) => one.year === year && scopeKey(one.scope) === key);
    if (figure === undefined)
      return notNow("finance.base-year-missing", { line: line.id, year, article: "预算法实施条例 83" });
    figures.push(figure);
  }
  const total = figures.reduce((sum, { amount }) => sum + BigInt(amount), 0n);
  const months = monthsOf(line, ground);
  const part = months === 12 ? { by: 1n, of: 1n } : { by: BigInt(months), of: 12n };
  return {
    formula: `(${figures.map(({ amount }) => termText(BigInt(amount))).join(" + ")}) ÷ ${figures.length}${monthsText(months)}`,
    exact: { dividend: total * part.by, divisor: BigInt(figures.length) * part.of },
    inputs: figures.map(({ document, year, amount }): LineInput => ({ from: "document", document, year, amount })),
  };
}

/** F-22, F-53: 递增上解 and 递减补助. The amount is rounded every year. */
export function grown(line: LineOf<"growth">, ground: LineGround): Worked | Rejection {
  const { scheme, year } = ground;
  const factor = BigInt(line.direction === "rising" ? 10_000 + line.bps : 10_000 - line.bps);
  let amount = BigInt(line.first);
  const steps = [amount];
  for (let at = line.firstYear; at < year; at += 1) {
    amount = divideRounded(amount * factor, 10_000n, scheme.rounding);
    if (isTooLarge(amount)) return tooLarge(line.id);
    steps.push(amount);
  }
  const months = monthsOf(line, ground);
  const sign = line.direction === "rising" ? "+" : "-";
  const rate = steps.length > 1 ? ` (${sign}${percentText(line.bps)})` : "";
  return {
    formula: `${steps.map(termText).join(" → ")}${rate}${monthsText(months)}`,
    exact: months === 12 ? whole(amount) : { dividend: amount * BigInt(months), divisor: 12n },
    inputs: [{ from: "document", document: scheme.document, year: line.firstYear, amount: line.first }],
  };
}
