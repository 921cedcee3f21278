import type { Actor, Rejection } from "../../../../shared/decider/index.ts";
import { type Fen, mostFen, sum } from "../../../../shared/money/index.ts";
import type { Origin, TreasuryLevel } from "../../../../shared/town/fiscal-scheme.ts";
import { type Account, type AccountSet, accountOf, type Chart, hasParts, setsOf } from "./accounts.ts";
import type { RecordOfEntry } from "./record-of-entry.ts";
import { badInput, notNow, notYou, refuse } from "./refusals.ts";

export const sides = ["debit", "credit"] as const;
export type Side = (typeof sides)[number];

export interface Line {
  readonly account: string;
  readonly side: Side;
  readonly amount: Fen;
  /** Class of revenue or expenditure (F-18), where the account is kept by class. */
  readonly item?: string;
  /** Of which treasury the income is (国库级次). */
  readonly level?: TreasuryLevel;
  /** What the money is, in any class: a fine stays a fine (CF-74). */
  readonly origin?: Origin;
}

/**
 * What kind of matter a posting of a unit is (F-26). `budget-cash`: cash within the budget, both sets. `accrual`: no money moves,
 * financial set only. `handed-on`: collected for the treasury. `held`: kept for others. `opening`: balances taken over.
 */
export const postedNatures = ["budget-cash", "accrual", "handed-on", "held", "opening"] as const;
/** `closing`: income and expense close at the end of a year; the town posts it by itself. */
export const natures = [...postedNatures, "closing"] as const;
export type Nature = (typeof natures)[number];

/** What made a posting: one event or one command of a service. The same source posts once. */
export interface Source {
  readonly service: string;
  readonly id: string;
}

/** What is to be posted. Lines are immutable: a wrong one is reversed. */
export interface PostingDraft {
  readonly source: Source;
  readonly nature: Nature;
  /** ISO date on which it counts. The date of entry is the day on which it is posted. */
  readonly effectiveOn: string;
  readonly text: string;
  readonly lines: readonly Line[];
  /** The record that posts it; absent: a person posts it by hand. */
  readonly postedFor?: RecordOfEntry;
  /** Id of the posting that this one takes back. */
  readonly reverses?: string;
  /** A matter of the final accounts: the settling period takes it (决算清理期). */
  readonly isSettlement?: boolean;
  /** The year whose income and expense it closes: it stands in the settling period of that year. */
  readonly closes?: number;
}

/** A posting and the balances it moves are one transaction of at most 100 items. A bigger matter is a batch. */
export const mostLines = 40;

/** The id under which a source posts: a repeated event finds what it posted. */
export const postingIdOf = ({ service, id }: Source): string => `${service}:${id}`;

/** What a posting is held against. */
export interface PostingGround {
  readonly chart: Chart;
  /** ISO date of the town. */
  readonly today: string;
  readonly actor: Pick<Actor, "roles">;
  /** Whether the book is still being opened: only then may balances be taken over. */
  readonly isOpening: boolean;
}

/** F-26, F-49: what forbids a posting; undefined when it may be made. */
export function postingRefusal(
  draft: PostingDraft,
  { chart, today, actor, isOpening }: PostingGround,
): Rejection | undefined {
  return (
    bookkeeperRefusal(actor) ??
    (draft.effectiveOn > today
      ? badInput("finance.effective-in-future", { on: draft.effectiveOn }, "/effectiveOn")
      : undefined) ??
    linesRefusal(draft.lines, chart) ??
    balanceRefusal(draft.lines, chart) ??
    incomeRefusal(draft.lines, chart) ??
    (draft.nature === "opening" ? takingOverRefusal(draft.lines, chart, isOpening) : undefined) ??
    (chart.book === "unit" ? parallelRefusal(draft, chart) : undefined)
  );
}

/** F-49 (会计法 35(2)): a cashier keeps no books, also with other roles beside. */
export const bookkeeperRefusal = ({ roles }: Pick<Actor, "roles">): Rejection | undefined =>
  roles.includes("cashier") ? notYou("finance.keeps-no-books", { article: "会计法 35(2)" }) : undefined;

function linesRefusal(lines: readonly Line[], chart: Chart): Rejection | undefined {
  if (lines.length < 2) return badInput("finance.lines-too-few", {}, "/lines");
  if (lines.length > mostLines) return badInput("finance.lines-too-many", { most: mostLines }, "/lines");
  for (const [at, { account: code, amount }] of lines.entries()) {
    if (!(Number.isSafeInteger(amount) && amount > 0 && amount <= mostFen))
      return badInput("finance.amount-not-positive", { line: at + 1 }, `/lines/${at}/amountFen`);
    const account = accountOf(chart, code);
    if (account === undefined)
      return badInput("finance.account-unknown", { account: code, year: chart.year }, `/lines/${at}/account`);
    if (hasParts(chart, code)) return badInput("finance.account-has-parts", { account: code }, `/lines/${at}/account`);
    if (!setsOf[chart.book].includes(account.set))
      return badInput("finance.other-set", { account: code }, `/lines/${at}/account`);
  }
  return undefined;
}

const linesIn = (lines: readonly Line[], chart: Chart, holds: (account: Account) => boolean): readonly Line[] =>
  lines.filter(({ account }) => {
    const found = accountOf(chart, account);
    return found !== undefined && holds(found);
  });

/** Sum of one side. */
export const totalOf = (lines: readonly Line[], side: Side): Fen =>
  sum(lines.filter((line) => line.side === side).map(({ amount }) => amount));

/** F-26: debits equal credits inside each set. */
export function balanceRefusal(lines: readonly Line[], chart: Chart): Rejection | undefined {
  for (const set of setsOf[chart.book]) {
    const own = linesIn(lines, chart, (account) => account.set === set);
    const [debit, credit] = [totalOf(own, "debit"), totalOf(own, "credit")];
    if (debit !== credit) return refuse("finance.not-balanced", { set, debit, credit, article: "会计法 15" });
  }
  return undefined;
}

/** Whether a posting carries income or expense over into the balance of the year: it is no revenue. */
export const isCarriedOver = (lines: readonly Line[], chart: Chart): boolean => {
  const into = new Set(lines.map(({ account }) => accountOf(chart, account)?.closesInto));
  return lines.some(({ account }) => into.has(account));
};

/** F-18, F-20, CF-74: income of a budget says its class, its treasury level and its origin. Without them no scheme could count it. */
function incomeRefusal(lines: readonly Line[], chart: Chart): Rejection | undefined {
  if (isCarriedOver(lines, chart)) return undefined;
  const at = lines.findIndex(({ account: code, item, level, origin }) => {
    const account = accountOf(chart, code);
    const isIncome = account?.budget !== undefined && account.kind === "income";
    return isIncome && (level === undefined || origin === undefined || !/^1\d{2,11}$/.test(item ?? ""));
  });
  return at < 0
    ? undefined
    : badInput("finance.income-not-classified", { line: at + 1, article: "预算法 27、46" }, `/lines/${at}`);
}

/** Balances are taken over once, and income and expense begin at zero. */
function takingOverRefusal(lines: readonly Line[], chart: Chart, isOpening: boolean): Rejection | undefined {
  if (!isOpening) return notNow("finance.opened-already");
  const [moving] = linesIn(lines, chart, ({ kind }) => kind !== "stands");
  return moving === undefined ? undefined : refuse("finance.opening-income", { account: moving.account });
}

const article = "政府会计制度（平行记账）";

/** F-26: which sets a matter of a unit needs, and which it must leave alone. */
function parallelRefusal({ nature, lines }: PostingDraft, chart: Chart): Rejection | undefined {
  const of = (set: AccountSet) => linesIn(lines, chart, (account) => account.set === set);
  const handedOn = linesIn(lines, chart, ({ isHandedOn = false }) => isHandedOn);
  const money = linesIn(lines, chart, ({ isMoney = false, set }) => isMoney && set === "financial");
  if (nature === "opening" || nature === "closing") return undefined;
  if (nature === "budget-cash") {
    const isWhole = of("financial").length > 0 && of("budgetary").length > 0;
    if (!isWhole) return refuse("finance.budget-entry-missing", { article });
    return handedOn.length > 0 ? refuse("finance.budget-entry-not-allowed", { nature, article }) : undefined;
  }
  if (of("budgetary").length > 0) return refuse("finance.budget-entry-not-allowed", { nature, article });
  if (nature === "handed-on") return handedOn.length === 0 ? refuse("finance.not-to-hand-on", { article }) : undefined;
  const moves = totalOf(money, "debit") !== totalOf(money, "credit");
  return nature === "accrual" && moves ? refuse("finance.money-moves", { article }) : undefined;
}

/** The other way round, as a reversal or a return posts it. */
export const turned = (lines: readonly Line[]): readonly Line[] =>
  lines.map((line) => ({ ...line, side: line.side === "debit" ? "credit" : "debit" }));
