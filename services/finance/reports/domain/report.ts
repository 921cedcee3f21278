import { type Fen, fen, sum } from "../../../../shared/money/index.ts";
import type { budgets, Origin, TreasuryLevel } from "../../../../shared/town/fiscal-scheme.ts";

/** What may be reported: a month's execution, year against year, by class and source, the final accounts. */
export const reportKinds = ["execution", "comparison", "sources", "final-accounts"] as const;
export type ReportKind = (typeof reportKinds)[number];
export const reportSides = ["income", "expense"] as const;
export type ReportSide = (typeof reportSides)[number];
/** The four budgets stay apart; the books of a unit have none of them. */
export type ReportBudget = (typeof budgets)[number] | "unit";

/** A booked line that names a class: above zero as income comes and as expense is paid (F-35). */
export interface ReportEntry {
  readonly effectiveOn: string;
  readonly budget: ReportBudget;
  readonly side: ReportSide;
  readonly class: string;
  readonly level: TreasuryLevel;
  readonly origin: Origin;
  readonly amount: Fen;
}

export const fixedColumns = ["budget", "month", "cumulative", "before", "difference", "total"] as const;
export type ReportColumn = (typeof fixedColumns)[number] | Origin;

/** Which entries a figure adds up: the filter of their list. */
export interface ReportScope {
  readonly year: number;
  readonly from: string;
  readonly to: string;
  readonly class: string;
  readonly origin?: Origin;
}
export interface Figure {
  readonly column: ReportColumn;
  readonly amount: Fen;
  /** Absent for a figure that no entry makes: a budget, a difference. */
  readonly scope?: ReportScope;
}
export interface ReportRow {
  readonly budget: ReportBudget;
  readonly side: ReportSide;
  readonly class: string;
  /** 0 for a class (类), 1 for a section (款), and so on. */
  readonly depth: number;
  readonly figures: readonly Figure[];
  /** Execution of the budget, or growth against the year before, in basis points. */
  readonly rateBps?: number;
}
export interface Report {
  readonly columns: readonly ReportColumn[];
  readonly rows: readonly ReportRow[];
  readonly totals: readonly Omit<ReportRow, "class" | "depth">[];
}

export interface AskedReport {
  readonly kind: ReportKind;
  readonly year: number;
  /** The last month that counts, 1 to 12. */
  readonly month: number;
}
/** Approved income (F-11): its total, and so much of it as is known by class. */
export interface ApprovedIncome {
  readonly total?: Fen;
  readonly byClass: Readonly<Record<string, Fen>>;
  /** Whether all of it is known by class. */
  readonly isWhole: boolean;
}
export interface ReportFacts {
  /** Booked entries that count in the year, and those of the year before where they are compared. */
  readonly now: readonly ReportEntry[];
  readonly before: readonly ReportEntry[];
  /** What the budget gives by class of expenditure. */
  readonly approved: Readonly<Record<string, Fen>>;
  /** The general income that the congress approved; absent: it approved none, or the book is not the treasury's. */
  readonly income?: ApprovedIncome;
  /** To which budget these belong: that of the book that is reported. */
  readonly approvedIn: ReportBudget;
}

const twoDigits = (month: number): string => String(month).padStart(2, "0");
const firstOf = (year: number, month: number): string => `${year}-${twoDigits(month)}-01`;
/** A bound that no day of the month exceeds. */
const lastOf = (year: number, month: number): string => `${year}-${twoDigits(month)}-31`;

interface Counting {
  readonly column: ReportColumn;
  readonly of: (facts: ReportFacts) => readonly ReportEntry[];
  readonly scope: Omit<ReportScope, "class">;
}

/** The columns that entries make, in order. */
function countingOf({ kind, year, month }: AskedReport, facts: ReportFacts): readonly Counting[] {
  const through = (column: ReportColumn, of: number): Counting => ({
    column,
    of: of === year ? ({ now }) => now : ({ before }) => before,
    scope: { year: of, from: firstOf(of, 1), to: lastOf(of, month) },
  });
  switch (kind) {
    case "execution":
      return [
        { column: "month", of: ({ now }) => now, scope: { year, from: firstOf(year, month), to: lastOf(year, month) } },
        through("cumulative", year),
      ];
    case "final-accounts":
      return [through("cumulative", year)];
    case "comparison":
      return [through("cumulative", year), through("before", year - 1)];
    case "sources": {
      const all = through("total", year);
      const origins = [
        ...new Set(facts.now.filter((one) => isIn(one, all.scope)).map(({ origin }) => origin)),
      ].toSorted();
      return [...origins.map((origin) => ({ ...all, column: origin, scope: { ...all.scope, origin } })), all];
    }
  }
}

const isIn = (entry: ReportEntry, { from, to, origin }: Omit<ReportScope, "class">): boolean =>
  entry.effectiveOn >= from && entry.effectiveOn <= to && (origin === undefined || entry.origin === origin);

/** 类 of three digits, 款 of five, 项 of seven, and the code itself. */
const prefixLengths = [3, 5, 7] as const;
const prefixesOf = (code: string): readonly string[] => [
  ...prefixLengths.filter((length) => length < code.length).map((length) => code.slice(0, length)),
  code,
];

/** Part over whole in basis points, half up; undefined without a whole. */
export function shareBps(part: Fen, whole: Fen): number | undefined {
  if (whole <= 0) return undefined;
  const doubled = (BigInt(part) * 20_000n) / BigInt(whole);
  return Number(doubled >= 0n ? (doubled + 1n) / 2n : doubled / 2n);
}

type Key = Pick<ReportRow, "budget" | "side" | "class">;
const keyOf = ({ budget, side, class: code }: Key) => `${budget} ${reportSides.indexOf(side)} ${code}`;

/** Every class with entries or a budget, and each class above it. */
function keysOf(counting: readonly Counting[], facts: ReportFacts, withBudget: boolean): readonly Key[] {
  const keys = new Map<string, Key>();
  const add = (one: Key) => {
    for (const code of prefixesOf(one.class)) {
      const key = { budget: one.budget, side: one.side, class: code };
      keys.set(keyOf(key), key);
    }
  };
  for (const { of, scope } of counting) for (const entry of of(facts).filter((one) => isIn(one, scope))) add(entry);
  if (withBudget) {
    for (const code of Object.keys(facts.approved)) add({ budget: facts.approvedIn, side: "expense", class: code });
    for (const code of Object.keys(facts.income?.byClass ?? {}))
      add({ budget: "general", side: "income", class: code });
  }
  return [...keys.values()].toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
}

const isUnder = (code: string, of: string): boolean => code === of || code.startsWith(of);

/** F-35: a report of booked figures only. Each figure says which entries it adds up; sums are sums of the figures shown. */
export function reportOf(asked: AskedReport, facts: ReportFacts): Report {
  const { kind } = asked;
  const counting = countingOf(asked, facts);
  const withBudget = kind === "execution" || kind === "final-accounts";
  const figuresOf = (key: Key): readonly Figure[] => {
    const own = (one: ReportEntry) =>
      one.budget === key.budget && one.side === key.side && isUnder(one.class, key.class);
    const counted = counting.map(
      ({ column, of, scope }): Figure => ({
        column,
        amount: sum(of(facts).flatMap((one) => (own(one) && isIn(one, scope) ? [one.amount] : []))),
        scope: { ...scope, class: key.class },
      }),
    );
    const approved = withBudget ? approvedOf(key, facts) : undefined;
    return [
      ...(approved === undefined ? [] : [{ column: "budget" as const, amount: approved }]),
      ...counted,
      ...(kind === "comparison" ? [{ column: "difference" as const, amount: differenceOf(counted) }] : []),
    ];
  };
  const rows = keysOf(counting, facts, withBudget).map((key): ReportRow => {
    const figures = figuresOf(key);
    const length = prefixLengths.findIndex((one) => one >= key.class.length);
    return { ...key, depth: length < 0 ? prefixLengths.length : length, figures, ...rated(kind, figures) };
  });
  const columns = columnsOf(kind, counting);
  return { columns, rows, totals: totalsOf(kind, rows, columns, facts.income) };
}

/** What was approved of a class; undefined where nobody has said, also where only a class above it was approved. */
function approvedOf(key: Key, { approved, approvedIn, income }: ReportFacts): Fen | undefined {
  if (key.side === "expense") return key.budget === approvedIn ? sum(amountsUnder(approved, key.class)) : undefined;
  if (income === undefined || key.budget !== "general") return undefined;
  const { byClass, isWhole } = income;
  const own = amountsUnder(byClass, key.class);
  if (own.length > 0) return sum(own);
  return isWhole && !Object.keys(byClass).some((code) => isUnder(key.class, code)) ? fen(0) : undefined;
}

const amountsUnder = (amounts: Readonly<Record<string, Fen>>, of: string): readonly Fen[] =>
  Object.entries(amounts).flatMap(([code, amount]) => (isUnder(code, of) ? [amount] : []));

const amountIn = (figures: readonly Figure[], column: ReportColumn): Fen =>
  figures.find((one) => one.column === column)?.amount ?? fen(0);
const differenceOf = (figures: readonly Figure[]): Fen =>
  fen(amountIn(figures, "cumulative") - amountIn(figures, "before"));

const columnsOf = (kind: ReportKind, counting: readonly Counting[]): readonly ReportColumn[] => [
  ...(kind === "execution" || kind === "final-accounts" ? (["budget"] as const) : []),
  ...counting.map(({ column }) => column),
  ...(kind === "comparison" ? (["difference"] as const) : []),
];

function rated(kind: ReportKind, figures: readonly Figure[]): { readonly rateBps?: number } {
  if (kind === "sources") return {};
  const rateBps =
    kind === "comparison"
      ? shareBps(amountIn(figures, "difference"), amountIn(figures, "before"))
      : shareBps(amountIn(figures, "cumulative"), amountIn(figures, "budget"));
  return rateBps === undefined ? {} : { rateBps };
}

/** The sums of each budget and side over its first classes, as they are shown. */
function totalsOf(
  kind: ReportKind,
  rows: readonly ReportRow[],
  columns: readonly ReportColumn[],
  income: ApprovedIncome | undefined,
): Report["totals"] {
  const first = rows.filter(({ depth }) => depth === 0);
  const groups = new Map<string, { budget: ReportBudget; side: ReportSide; own: ReportRow[] }>();
  for (const row of first) {
    const key = `${row.budget} ${row.side}`;
    const group = groups.get(key) ?? { budget: row.budget, side: row.side, own: [] };
    group.own.push(row);
    groups.set(key, group);
  }
  return [...groups.values()].map(({ budget, side, own }) => {
    const isOfIncome = budget === "general" && side === "income";
    const summed = (column: ReportColumn): Figure[] => {
      const found = own.flatMap(({ figures: all }) => all.filter((one) => one.column === column));
      if (column === "budget" && isOfIncome && income?.isWhole !== true)
        return income?.total === undefined ? [] : [{ column, amount: income.total }];
      return found.length === 0 ? [] : [{ column, amount: sum(found.map(({ amount }) => amount)) }];
    };
    const figures = columns.flatMap(summed);
    return { budget, side, figures, ...rated(kind, figures) };
  });
}
