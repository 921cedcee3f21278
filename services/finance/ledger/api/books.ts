import * as z from "zod";
import { isRejection, present } from "../../../../shared/decider/index.ts";
import { create, list, type Route, resource, type Viewing } from "../../../../shared/http/index.ts";
import { fen, fenSchema, mostFen, sum } from "../../../../shared/money/index.ts";
import type { Runtime } from "../../../../shared/service/index.ts";
import { everythingIn, type Loaded } from "../../../../shared/store/index.ts";
import { lineOf } from "../../../../shared/text/index.ts";
import { financeReaders } from "../../common/roles.ts";
import { accountOf, accountSets, bookKinds, chartFor } from "../domain/accounts.ts";
import { book, everyBook } from "../domain/book/decider.ts";
import { type Book, type BookCommand, bookMoves, type Checker, checkers } from "../domain/book/words.ts";
import { firstOpen, settlingOf } from "../domain/periods.ts";
import { entriesOf, ledgerEntry } from "../domain/posted/decider.ts";
import { bookAbsent } from "../domain/refusals.ts";
import { fileBalance } from "./by-file.ts";
import { figuresNow, handoverBody, handoverFields, noFigures, shownHandover } from "./handover.ts";
import { month, openingBalances, standingsAt } from "./opening.ts";
import { balancesThrough } from "./standing.ts";

export { month } from "./opening.ts";

const bookView = z.object({
  id: z.string(),
  version: z.int(),
  status: z.enum(["opening", "open"]),
  kind: z.enum(bookKinds),
  name: z.object({ zh: z.string(), en: z.string() }),
  first: month,
  /** The first month that is not closed. */
  next: month,
  closedThrough: month.optional(),
  shut: month.optional(),
  reconciled: z.array(z.enum(checkers)),
  settledYears: z.array(z.int()),
  /** The year whose income and expense are being closed. */
  closing: z.int().optional(),
  closedYears: z.array(z.int()),
  document: z.string(),
  ...handoverFields,
});

const nameOf = (id: string, { town }: Pick<Runtime, "town">) =>
  town.finance.books.find((one) => one.id === id)?.name ?? { zh: id, en: id };

const view = ({ id, version, state }: Loaded<Book>, { runtime }: Pick<Viewing, "runtime">) => ({
  ...{ id, version, status: state.status, kind: state.kind, name: { ...nameOf(id, runtime) }, first: state.first },
  ...{ next: firstOpen(state), reconciled: [...state.reconciled], settledYears: [...state.settled] },
  ...{ document: state.document, closedYears: [...(state.closedYears ?? [])] },
  ...(state.closing === undefined ? {} : { closing: state.closing.year }),
  ...(state.through === undefined ? {} : { closedThrough: state.through }),
  ...(state.shut === undefined ? {} : { shut: state.shut }),
  ...shownHandover(state),
});

const books = resource({
  of: book,
  at: "/finance/books",
  staff: financeReaders,
  moves: bookMoves,
  statusOf: ({ status }) => status,
  returns: bookView,
  view,
  absent: bookAbsent,
});

/** The vouchers of a period as they stand. Nothing arrives in a period that is shut. */
async function vouchersOf({ store }: Pick<Runtime, "store">, id: string, period: string) {
  const entries = await everythingIn(store, ledgerEntry, { index: "byStatus", partition: entriesOf(id, period) });
  const given = entries.flatMap(({ state }) => Object.entries(state.vouchers ?? {}));
  const vouchers = Object.fromEntries(
    accountSets.map((set) => [set, given.flatMap(([of, number]) => (of === set ? [number] : []))]),
  );
  return { vouchers, unrecorded: entries.filter(({ state }) => state.vouchers === undefined).length };
}

/** What the books say at the end of a month of the money that a statement is about. */
async function booksAt(runtime: Runtime, id: string, { kind, first }: Book, upTo: string, by: Checker) {
  const year = Number(upTo.slice(0, 4));
  const chart = chartFor(runtime.town.finance.charts, kind, year);
  if (isRejection(chart)) return fen(0);
  const balances = await balancesThrough(runtime, { id, first, chart });
  const amounts = balances.flatMap(({ account, effective }) =>
    accountOf(chart, account)?.checkedWith !== by
      ? []
      : Object.entries(effective).flatMap(([at, { debit, credit }]) => (at <= upTo ? [fen(debit - credit)] : [])),
  );
  return sum(amounts);
}

const anyAmount = fenSchema.min(-mostFen).max(mostFen);
const none = { vouchers: {}, unrecorded: 0 };
const nothing = z.strictObject({});
const year = z.int().min(2000).max(2200);

/** Books of the town: opened, shut, checked, closed (F-43, F-47). */
export const bookRoutes: readonly Route[] = [
  list("GET /finance/books", {
    summary: { zh: "账簿", en: "Books" },
    allow: financeReaders,
    of: book,
    returns: bookView,
    find: () => ({ index: "byStatus", partition: everyBook }),
    view,
  }),
  create("POST /finance/books", {
    summary: { zh: "建账：自某月起，凭文件", en: "Open a book of the town's profile with its first month" },
    allow: ["finance-approver"],
    of: book,
    body: z.strictObject({ book: lineOf(40), first: month, document: lineOf(200, 1) }),
    id: ({ body }) => body.book,
    run: ({ body }): BookCommand => ({ type: "open", ...body }),
    returns: books.returns,
    view: books.view,
  }),
  books.read({ zh: "一本账簿", en: "One book" }, financeReaders),
  books.step("finish-opening", {
    summary: { zh: "期初余额录入完毕", en: "Say that all opening balances are taken over" },
    allow: ["finance-approver"],
    body: nothing,
    run: () => ({ type: "finish-opening" }),
  }),
  books.step("shut", {
    summary: { zh: "截止当月入账，准备结账", en: "Let the month take no more postings, to close it" },
    allow: ["accountant", "finance-approver"],
    body: nothing,
    run: () => ({ type: "shut" }),
  }),
  books.step("reconcile", {
    summary: {
      zh: "与银行、国库对账：对账单余额加差异等于账面余额",
      en: "Check the shut month by a statement: its balance and the differences make the balance of the books",
    },
    allow: ["accountant"],
    body: z.strictObject({
      with: z.enum(checkers),
      statementFen: anyAmount,
      differences: z
        .array(z.strictObject({ text: lineOf(200, 1), amountFen: anyAmount }))
        .max(100)
        .default([]),
      document: lineOf(200, 1),
    }),
    learn: async ({ id, body, runtime }) => {
      const found = await runtime.store.load(book, id);
      const { shut } = found?.state ?? {};
      if (found === undefined || shut === undefined) return { booksFen: fen(0) };
      const booksFen = await booksAt(runtime, id, found.state, shut, body.with);
      return {
        booksFen,
        ...present({ fileFen: await fileBalance(runtime, { book: id, month: shut, by: body.with }) }),
      };
    },
    run: ({ body, learnt = { booksFen: fen(0) } }) => ({ type: "reconcile", ...body, ...learnt }),
  }),
  books.step("close", {
    summary: { zh: "结账，不再打开", en: "Close the shut month; it never opens again" },
    allow: ["finance-approver"],
    body: nothing,
    learn: async ({ id, runtime }) => {
      const shut = (await runtime.store.load(book, id))?.state.shut;
      return shut === undefined ? none : vouchersOf(runtime, id, shut);
    },
    run: ({ learnt = none }) => ({ type: "close", ...learnt }),
  }),
  books.step("hand-over", {
    summary: {
      zh: "会计工作交接：编制移交清册，账面资金与对账单相符（负责人可代不能到场的人办理）",
      en: "Hand the book over: the list, and money as the statement has it; the head may do it for another",
    },
    allow: ["accountant", "finance-approver"],
    body: handoverBody,
    learn: ({ id, runtime }) => figuresNow(runtime, id),
    learnsFromTable: true,
    run: ({ body, learnt = noFigures }) => ({
      ...{ type: "hand-over", ...body, unrecorded: learnt.unrecorded },
      ...learnt.figures,
    }),
  }),
  books.step("sign-handover", {
    summary: {
      zh: "交接签字：接管人、监交人各自登录签字",
      en: "Sign the handover, as its successor or its supervisor",
    },
    allow: ["accountant", "finance-approver", "leader"],
    body: nothing,
    learn: ({ id, runtime }) => figuresNow(runtime, id),
    learnsFromTable: true,
    run: ({ learnt = noFigures }) => ({ type: "sign-handover", ...learnt }),
  }),
  books.step("close-income", {
    summary: {
      zh: "年终结转收支：决算清理期不再入账，收支科目逐批转入结余",
      en: "Close income and expense of a year: its settling period takes nothing else, and each account goes to zero",
    },
    allow: ["finance-approver"],
    body: z.strictObject({ year }),
    run: ({ body }) => ({ type: "close-income", ...body }),
  }),
  books.step("settle", {
    summary: { zh: "决算清理期结束", en: "End the settling period of a year" },
    allow: ["finance-approver"],
    body: z.strictObject({ year }),
    learn: async ({ id, body, runtime }) => ({
      ...(await vouchersOf(runtime, id, settlingOf(body.year))),
      balances: await standingsAt(runtime, id, body.year),
    }),
    run: ({ body, learnt = { ...none, balances: {} } }) => ({ type: "settle", year: body.year, ...learnt }),
  }),
  openingBalances,
  books.history({ zh: "账簿的经过", en: "History of a book" }, financeReaders),
];

export const toBook = (id: string) => books.link("book", { zh: "账簿", en: "Book" }, id);
