import * as z from "zod";
import { workingDayFrom } from "./calendar.ts";
import { openTreasury } from "./days/payments.ts";
import { accountant, financeHead } from "./people.ts";
import { heading, line, table } from "./show.ts";
import type { Week } from "./week.ts";

const made = z.object({ id: z.string() });
const book = z.object({ next: z.string(), closedThrough: z.string().optional() });
const balances = z.object({ items: z.array(z.object({ account: z.string(), balanceFen: z.int() })) });
const report = z.object({
  rows: z.array(
    z.object({
      ...{ class: z.string(), className: z.string(), depth: z.int() },
      figures: z.array(z.object({ column: z.string(), text: z.string() })),
    }),
  ),
});
const settlement = z.object({
  status: z.string(),
  sheet: z.object({
    schemes: z.array(
      z.object({
        lines: z.array(
          z.object({
            ...{ id: z.string(), title: z.string().optional(), formula: z.string().optional() },
            resultFen: z.int().optional(),
          }),
        ),
      }),
    ),
    missing: z.array(z.object({ line: z.string(), of: z.string() })),
  }),
});

const yuan = (fen: number | undefined): string => (fen === undefined ? "待定 open" : (fen / 100).toFixed(2));
const inTreasury = "/finance/books/treasury";

/** A tax that reached the treasury, posted by its class, level and origin. */
async function takeTax({ town, today }: Week, item: string, amountFen: number): Promise<void> {
  const lines = [
    { account: "1003", side: "debit", amountFen },
    { account: "4001", side: "credit", amountFen, item, level: "town", origin: "ordinary" },
  ];
  const entry = { book: "treasury", nature: "budget-cash", effectiveOn: today.toString(), text: "税款入库", lines };
  await town.post("/finance/entries", entry, made, accountant);
}

/** F-43, F-47: vouchers are numbered, the month is shut, checked with bank and treasury, and closed. */
async function closeMonth({ town }: Week): Promise<string> {
  const unrecorded = await town.all("/finance/entries?book=treasury", made, accountant);
  for (const { id } of unrecorded)
    await town.act(`/finance/entries/${encodeURIComponent(id)}/record-voucher`, {}, accountant);
  const { next } = await town.get(inTreasury, book, financeHead);
  await town.act(`${inTreasury}/shut`, {}, accountant);
  const { items } = await town.get(`${inTreasury}/balances?month=${next}`, balances, accountant);
  const money = items.find(({ account }) => account === "1003")?.balanceFen ?? 0;
  const checks = [
    { with: "treasury", statementFen: money, document: "国库对账单" },
    { with: "bank", statementFen: 0, document: "财政专户对账单" },
  ];
  for (const check of checks) await town.act(`${inTreasury}/reconcile`, check, accountant);
  await town.act(`${inTreasury}/close`, {}, financeHead);
  line(
    `${next}：${unrecorded.length} 张凭证编号，与国库对账 ${yuan(money)} 元一致，结账`,
    `${next}: vouchers numbered, the books equal the treasury's statement, the month is closed`,
  );
  return next;
}

/** The months of the week are closed, the month is reported, and the year is settled with the county as far as it goes. */
export async function monthEnd(week: Week): Promise<void> {
  const { town } = week;
  await openTreasury(week, week.today.toString());
  await takeTax(week, "10101", 1_234_567_89);
  await takeTax(week, "10104", 345_678_90);
  const first = week.today.with({ day: 1 }).add({ months: 1 });
  await week.turnTo("09:00", workingDayFrom(first));
  heading(`月末 ${week.today}：结账、报表、结算`, "The end of the month: closed, reported, settled");
  let closed = "";
  while (closed < first.subtract({ months: 1 }).toString().slice(0, 7)) closed = await closeMonth(week);
  await town.refuses("finance.month-runs", `${inTreasury}/shut`, {}, accountant);
  const [year = "", month = ""] = closed.split("-");
  const { rows } = await town.get(
    `${inTreasury}/report?kind=execution&year=${year}&month=${Number(month)}`,
    report,
    financeHead,
  );
  table(
    ["科目 class", "名称 name", "本月 month", "累计 so far"],
    rows.map(({ class: code, className, figures }) => {
      const of = (column: string) => figures.find((one) => one.column === column)?.text ?? "";
      return [code, className, of("month"), of("cumulative")];
    }),
  );
  await settle(week, Number(year));
}

/** F-19 to F-25: the settlement of the year from booked entries; what has no document yet stays open, and is not zero. */
async function settle({ town }: Week, year: number): Promise<void> {
  const staff = { unit: "staff", from: `${year}-01-01`, count: 109, document: "县人社3号" };
  const asked = { year, facts: { counts: [staff] } };
  const { sheet } = await town.post("/finance/settlements", asked, settlement, accountant);
  table(
    ["项目 line", "计算式 formula", "元 yuan"],
    sheet.schemes.flatMap(({ lines }) =>
      lines.map(({ id, title, formula, resultFen }) => [title ?? id, formula ?? "", yuan(resultFen)]),
    ),
  );
  await town.refuses(
    "finance.settlement-year-runs",
    `/finance/settlements/${year}/send`,
    { document: "强政函1号" },
    financeHead,
  );
  line(
    `${year}年度结算草稿：罚款、许可收费不计入；年度未结束，暂不送县`,
    "the settlement is a draft: fines and fees are not in it, and the year is not over",
  );
}
