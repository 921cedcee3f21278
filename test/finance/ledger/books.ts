import type { Account, Chart } from "../../../services/finance/ledger/domain/accounts.ts";
import type { Entry } from "../../../services/finance/ledger/domain/entry.ts";
import type { Line, PostingDraft, PostingGround, Side } from "../../../services/finance/ledger/domain/posting.ts";
import { fen } from "../../../shared/money/index.ts";
import vectors from "../../vectors/vectors.json" with { type: "json" };

const { source: _source, ...byKind } = vectors.accounts;
const more: Readonly<Record<string, Partial<Account>>> = {
  "1001": { isMoney: true },
  "1002": { isMoney: true },
  "1011": { isMoney: true },
  "2103": { isHandedOn: true },
};
const closing: Readonly<Record<string, Partial<Account>>> = {
  income: { kind: "income", closesInto: "3301" },
  expense: { kind: "expense", closesInto: "3301" },
  budgetIncome: { kind: "income", closesInto: "8101" },
  budgetExpense: { kind: "expense", closesInto: "8101" },
};

/** The chart of units as the vectors have it (F-27). */
export const unitChart: Chart = {
  year: 2027,
  book: "unit",
  document: "政府会计制度（财会〔2017〕25号）",
  accounts: Object.entries(byKind).flatMap(([kind, accounts]) =>
    Object.entries(accounts).map(
      ([code, name]): Account => ({
        ...{ code, name, kind: "stands", set: kind.startsWith("budget") ? "budgetary" : "financial" },
        ...closing[kind],
        ...more[code],
      }),
    ),
  ),
};

export const line = (side: Side, account: string, amount: number): Line => ({ side, account, amount: fen(amount) });
export const debit = (account: string, amount: number): Line => line("debit", account, amount);
export const credit = (account: string, amount: number): Line => line("credit", account, amount);

/** A salary paid: in both sets. */
export const paid = (amount: number): readonly Line[] => [
  debit("5001", amount),
  credit("4001", amount),
  debit("7101", amount),
  credit("6001", amount),
];
export const draft = (more: Partial<PostingDraft> = {}): PostingDraft => ({
  source: { service: "permits", id: "e-1" },
  nature: "budget-cash",
  effectiveOn: "2027-03-10",
  text: "工资",
  lines: paid(123456),
  ...more,
});
export const ground: PostingGround = {
  chart: unitChart,
  today: "2027-03-10",
  actor: { roles: ["accountant"] },
  isOpening: false,
};
export const entry = (sequence: number, more: Partial<Entry> = {}): Entry => ({
  ...draft(),
  ...{ id: `e-${sequence}`, enteredOn: "2027-03-10", period: { period: "2027-03" } },
  ...more,
});
