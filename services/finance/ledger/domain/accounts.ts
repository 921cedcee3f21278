import type { Rejection } from "../../../../shared/decider/index.ts";
import type { budgets } from "../../../../shared/town/fiscal-scheme.ts";
import { notNow } from "./refusals.ts";

/** Sets of entries; each balances by itself (F-26). The town treasury keeps one of its own (F-29). */
export const accountSets = ["financial", "budgetary", "treasury"] as const;
export type AccountSet = (typeof accountSets)[number];

/** Whose books: a unit keeps two sets in parallel (F-26), the town treasury one (F-29). */
export const bookKinds = ["unit", "treasury"] as const;
export type BookKind = (typeof bookKinds)[number];
export const setsOf: Readonly<Record<BookKind, readonly AccountSet[]>> = {
  unit: ["financial", "budgetary"],
  treasury: ["treasury"],
};

/** One account of a chart (F-27). */
export interface Account {
  readonly code: string;
  readonly name: string;
  readonly set: AccountSet;
  /** `stands`: its balance goes on into the next year. */
  readonly kind: "stands" | "income" | "expense";
  /** Cash, bank or quota: what can be paid out. */
  readonly isMoney?: boolean;
  /** By whose statement its balance is checked before a month is closed (F-43). */
  readonly checkedWith?: "bank" | "treasury";
  /** What is collected for the treasury and handed on whole, as 应缴财政款: never a budget entry (F-26). */
  readonly isHandedOn?: boolean;
  /** The account into which income or expense closes at the end of the year. */
  readonly closesInto?: string;
  /** Which of the four budgets its income or expense belongs to (预算法 5). */
  readonly budget?: (typeof budgets)[number];
}

/** The accounts of a kind of book in one year: data, with the document that sets them. */
export interface Chart {
  readonly year: number;
  readonly book: BookKind;
  readonly document: string;
  readonly accounts: readonly Account[];
}

/** What is wrong with a chart. */
export interface ChartFault {
  readonly fault: "code-twice" | "set-of-another-book" | "closes-into-nothing" | "kind-unlike-parent";
  readonly account: string;
}

/** The account with this code. */
export const accountOf = ({ accounts }: Chart, code: string): Account | undefined =>
  accounts.find((one) => one.code === code);

/** Whether entries are made on deeper accounts only: 2307 has parts when there is 230701. */
export const hasParts = ({ accounts }: Chart, code: string): boolean =>
  accounts.some((one) => one.code !== code && one.code.startsWith(code));

/** A chart as the profile has it: for some years. */
export type KeptChart = Omit<Chart, "year"> & { readonly years: readonly number[] };

/** The chart of a kind of book for a year. Refuses a year that has none yet: no chart is carried on by itself. */
export function chartFor(charts: readonly KeptChart[], book: BookKind, year: number): Chart | Rejection {
  const found = charts.find((one) => one.book === book && one.years.includes(year));
  return found === undefined ? notNow("finance.year-without-chart", { year }) : { ...found, year };
}

/** Holds a chart against itself: a chart with a fault is not taken into use. */
export function chartFaults(chart: Chart): readonly ChartFault[] {
  const sets = setsOf[chart.book];
  return chart.accounts.flatMap((account, at): ChartFault[] => {
    const { code, set, kind, closesInto } = account;
    const into = closesInto === undefined ? undefined : accountOf(chart, closesInto);
    const closes = into !== undefined && into.kind === "stands" && into.set === set && !hasParts(chart, into.code);
    const above = chart.accounts.filter((one) => one.code !== code && code.startsWith(one.code));
    const faults: readonly (readonly [boolean, ChartFault["fault"]])[] = [
      [chart.accounts.findIndex((one) => one.code === code) !== at, "code-twice"],
      [!sets.includes(set), "set-of-another-book"],
      [kind === "stands" ? closesInto !== undefined : !closes, "closes-into-nothing"],
      [above.some((one) => one.set !== set || one.kind !== kind), "kind-unlike-parent"],
    ];
    return faults.flatMap(([isThere, fault]) => (isThere ? [{ fault, account: code }] : []));
  });
}
