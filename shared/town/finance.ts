import * as z from "zod";

import { fenSchema } from "../money/index.ts";
import { isoDate } from "../text/index.ts";
import { budgets, origins, schemeFactsSchema, schemeSchema, treasuryLevels } from "./fiscal-scheme.ts";
import { bilingual, id, line } from "./text.ts";

const accountCode = z.string().regex(/^\d{4,12}$/);
const account = z.strictObject({
  code: accountCode,
  name: line,
  set: z.enum(["financial", "budgetary", "treasury"]),
  kind: z.enum(["stands", "income", "expense"]),
  isMoney: z.boolean().exactOptional(),
  checkedWith: z.enum(["bank", "treasury"]).exactOptional(),
  isHandedOn: z.boolean().exactOptional(),
  closesInto: accountCode.exactOptional(),
  /** Which of the four budgets its income or expense belongs to: its lines then say class, treasury level and origin. */
  budget: z.enum(budgets).exactOptional(),
});

/** The accounts of one kind of book in some years (F-27, F-29). No chart is carried on into a year by itself. */
const chart = z.strictObject({
  years: z.array(z.int().min(2000).max(2200)).min(1),
  book: z.enum(["unit", "treasury"]),
  document: line,
  accounts: z.array(account).min(1),
});

const book = z.strictObject({ id, kind: z.enum(["unit", "treasury"]), name: bilingual });

export const revenueKinds = ["tax", "non-tax", "land", "transfer"] as const;
export type RevenueKind = (typeof revenueKinds)[number];

const isOfClass = ({ items }: { readonly items: readonly string[] }, prefix: string): boolean =>
  items.some((one) => one.startsWith(prefix));

const classOfKind = { tax: "101", "non-tax": "103", land: "1030148", transfer: "110" } as const satisfies Readonly<
  Record<RevenueKind, string>
>;

/**
 * F-15 to F-17: income that the town may take, with its legal basis. What no row names has none and is refused. The row says what the
 * money is (CF-74): nobody chooses it when he books. Debt (105) is no income of a town (F-4); class 10305 is a fine under any name.
 */
const revenueSource = z
  .strictObject({
    id,
    title: line,
    kind: z.enum(revenueKinds),
    items: z.array(z.string().regex(/^1\d{2,11}$/)).min(1),
    levels: z.array(z.enum(treasuryLevels)).min(1),
    origin: z.enum(origins),
    account: accountCode,
    basis: line,
    from: isoDate,
    to: isoDate.exactOptional(),
  })
  .refine((one) => !isOfClass(one, "105"), "debt is no income of a town (预算法35) / 债务收入不得列入")
  .refine(
    (one) => !isOfClass(one, "10305") || ["fine", "fine-surcharge", "confiscated-goods"].includes(one.origin),
    "class 10305 is a fine / 10305为罚没收入",
  )
  .refine(
    (one) =>
      (one.kind === "transfer") === (one.origin === "transfer") && (one.kind === "transfer") === isOfClass(one, "110"),
    "a transfer is of class 110 and of that origin / 转移性收入",
  )
  // F-15, F-16, F-52: social insurance (102) and the housing fund are no income of a town.
  .refine(
    ({ kind, items }) => items.every((one) => one.startsWith(classOfKind[kind])),
    "tax is of class 101, other income of 103, land of 1030148, a transfer of 110 / 收入类别与科目不符",
  );
export type RevenueSource = z.infer<typeof revenueSource>;

/** How a bank writes its file: which column holds what, how it is encoded, how a day and a sign are written. */
const bankLayout = z.strictObject({
  encoding: z.enum(["utf-8", "gb18030"]),
  /** Filled lines above the names of the columns. */
  skip: z.int().min(0).max(50).default(0),
  date: z.enum(["2026-03-02", "20260302", "2026/3/2"]),
  newestFirst: z.boolean().default(false),
  columns: z.strictObject({
    serial: line,
    on: line,
    balance: line.exactOptional(),
    name: line.exactOptional(),
    number: line.exactOptional(),
    text: line.exactOptional(),
  }),
  sign: z.discriminatedUnion("by", [
    z.strictObject({ by: z.literal("sign"), amount: line }),
    z.strictObject({ by: z.literal("column"), in: line, out: line }),
    z.strictObject({ by: z.literal("word"), amount: line, word: line, in: line, out: line }),
  ]),
});
export type BankLayout = z.infer<typeof bankLayout>;

/** A bank account of the town, the account of a book that it is, and how its bank writes files. */
const bankAccount = z.strictObject({ id, name: line, bank: line, book: id, account: accountCode, layout: bankLayout });

/** A series of numbers, and how a number of it is printed. */
const numberSeries = z.strictObject({ series: id, text: bilingual });

const receiptNumbers = {
  fee: { series: "fiscal-receipt-fee", text: { zh: "非税〔{year}〕{serial}", en: "Fee receipt {serial} of {year}" } },
  penalty: {
    series: "fiscal-receipt-penalty",
    text: { zh: "罚没〔{year}〕{serial}", en: "Penalty receipt {serial} of {year}" },
  },
  cost: {
    series: "fiscal-receipt-cost",
    text: { zh: "代履〔{year}〕{serial}", en: "Cost receipt {serial} of {year}" },
  },
  income: {
    series: "fiscal-receipt-income",
    text: { zh: "非税综〔{year}〕{serial}", en: "Income receipt {serial} of {year}" },
  },
} as const;

/**
 * F-30, F-54 (M, 国办发〔2022〕20号, 财预〔2006〕402号): what the county may run: the budget is compiled jointly, payments are agreed to, purchases are the county's. Receipt
 * forms come from the county in any case. Budget power, ownership and use of money, and approval stay with the town.
 */
export const countyKeptParts = ["budget", "payments", "purchases"] as const;
export type CountyKeptPart = (typeof countyKeptParts)[number];
const countyKept = z.strictObject({
  document: line,
  from: isoDate,
  to: isoDate.exactOptional(),
  parts: z.array(z.enum(countyKeptParts)).min(1),
});

/** The document by which the county runs a part of the town's finance on a day, an ISO date; undefined: the town runs it itself (F-54). */
export const countyRuns = (
  { countyKept: mode }: Pick<z.infer<typeof finance>, "countyKept">,
  part: CountyKeptPart,
  on: string,
): string | undefined =>
  mode?.parts.includes(part) === true && mode.from <= on && on <= (mode.to ?? "9999-12-31") ? mode.document : undefined;

/** The money of a town (F1–F17): what is data of the town or doubtful in law is set here, with its source. */
export const finance = z.strictObject({
  books: z
    .array(book)
    .min(1)
    .refine((books) => new Set(books.map((one) => one.id)).size === books.length, "an id stands twice / 账簿重复"),
  charts: z.array(chart).min(1),
  /** F-26, F-28 (D): the accounts on which a payment from a budget line is entered in both sets. */
  paymentAccounts: z.strictObject({
    book: id,
    expense: accountCode,
    money: accountCode,
    budgetExpense: accountCode,
    budgetMoney: accountCode,
  }),
  /** F-10, F-18: where money that came into the treasury for a claim is entered, and its class by kind of claim. */
  receiptAccounts: z.strictObject({
    book: id,
    money: accountCode,
    income: accountCode,
    /** `cost` (D): what a demolition or another one's work cost the town (QZ-51). */
    items: z.strictObject({ fee: line, penalty: line, cost: line.default("10399") }),
  }),
  /**
   * CF-70 (D): fiscal receipts have the numbers of the stock that the county issued. Only of a kind that the county's own system numbers
   * (财政电子票据), with the document that says so, they are numbered here as that system does, by kind and year. `income`: other non-tax
   * income (F17).
   */
  fiscalReceipts: z
    .strictObject({
      ...{ fee: numberSeries, penalty: numberSeries, cost: numberSeries },
      income: numberSeries.default(receiptNumbers.income),
      byTheCounty: z
        .strictObject({ kinds: z.array(z.enum(["fee", "penalty", "cost", "income"])).min(1), document: line })
        .exactOptional(),
    })
    .default(receiptNumbers),
  /** F-43: bank accounts and how their files are written. */
  bankAccounts: z.array(bankAccount).default([]),
  /** What income rests on (F-15, F-16, F-52), by class, treasury level and day. */
  revenueSources: z.array(revenueSource).default([]),
  /** F-12 (M): the classes of earmarked transfers (专项转移支付) in the yearly table. */
  earmarkedClasses: z
    .array(z.string().regex(/^110\d{2,9}$/))
    .min(1)
    .default(["11003"]),
  /** F-54 (乡财县管): what the county runs of the town's finance, by which document and since when. Absent: the town runs it itself. */
  countyKept: countyKept.exactOptional(),
  /** F10: above this amount the county agrees first. Absent: the mode asks for no agreement. */
  agreementAboveFen: fenSchema.min(0).exactOptional(),
  /** Last day of the settling period (决算清理期) in the year after, `01-31` (D). */
  settlingUntil: z.string().regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/),
  /** Fiscal schemes (财政体制, F-19), each with its document; several may be in force at once. */
  schemes: z.array(schemeSchema).default([]),
  /** Facts with documents that no entry gives: base years as settled, the establishment, amounts of a year. */
  fiscalFacts: schemeFactsSchema.prefault({}),
  /** F7, F-41: what the town is owed from above. */
  entitlements: z.strictObject({
    /** Days between two reminders of what is overdue (D). */
    reminderEveryDays: z.int().min(1).max(366),
    /** The county's finance office: it alone gives notice of transfers. */
    notifier: id,
    /** How letters to payers are numbered. */
    letters: numberSeries,
    source: line,
  }),
  /** F8: the old stock of debt, and what is given for debt that was repaid (以奖代补). */
  debt: z.strictObject({
    /** Last day on which old debt was incurred. */
    cutoff: z.iso.date(),
    reward: z.strictObject({
      bps: z.int().min(0).max(10_000),
      document: line,
      payer: id,
      dueDays: z.int().min(0).max(366),
    }),
    source: line,
  }),
  /** F-15, F-18: what classes of revenue and expenditure are called, by the yearly table of the ministry. */
  classes: z.array(z.strictObject({ code: z.string().regex(/^\d{3,12}$/), name: line })).default([]),
  /** Where the opening entries hold debts and assets that the registers hold too (D). */
  opening: z.strictObject({
    book: id,
    debtAccounts: z.array(accountCode).min(1),
    assetAccounts: z.array(accountCode).min(1),
    source: line,
  }),
  source: line,
});
export type FinanceRules = z.infer<typeof finance>;
