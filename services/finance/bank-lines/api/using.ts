import type { Fen } from "../../../../shared/money/index.ts";
import type { Runtime } from "../../../../shared/service/index.ts";
import { member, sha256 } from "../../../../shared/store/index.ts";
import { type BankLineCommand, bankLine } from "../domain/bank-line.ts";

/** A serial number may hold anything; its key is letters and digits. Two banks may use the same number. */
export const lineIdOf = (account: string, serial: string): string =>
  `${account}-${sha256(serial).slice(0, 16).toUpperCase()}`;

/** The bank account that an account of a book is kept at. Where the profile names none, the account of the book stands for it. */
export const accountFor = (
  { town }: Pick<Runtime, "town">,
  { book, money }: { readonly book: string; readonly money: string },
): string =>
  town.finance.bankAccounts.find((one) => one.book === book && one.account === money)?.id ?? `${book}-${money}`;

/** The line with this serial number, as part of a commit: it moves money once. */
export const bankLineMember = (account: string, serial: string) =>
  member(bankLine, lineIdOf(account, serial), { expects: "either" });

/** Puts a line down to what it pays. Above zero: money that came in. */
export const lineUsed = (
  { account, serial, amount }: { readonly account: string; readonly serial: string; readonly amount: Fen },
  of: string,
): BankLineCommand => ({ type: "use", account, serial, for: of, amount });

/** What a line was put down to was wrong: it is free again. */
export const lineReleased = (account: string, serial: string, of: string): BankLineCommand => ({
  ...{ type: "release", account, serial, for: of },
});
