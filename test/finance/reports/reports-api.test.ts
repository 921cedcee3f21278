import { unzipSync } from "fflate";
import { beforeAll, describe, expect, test } from "vitest";
import * as z from "zod";
import { reportView } from "../../../services/finance/reports/api/reports.ts";
import { writeXlsx } from "../../../shared/spreadsheet/index.ts";
import { aFinanceTown, theApprover, theCashier } from "../finance-town.ts";

type Town = ReturnType<typeof aFinanceTown>;
const income = (item: string, amountFen: number, effectiveOn: string, origin = "ordinary") => ({
  ...{ book: "treasury", nature: "budget-cash", effectiveOn, text: "入库" },
  lines: [
    { account: "1003", side: "debit", amountFen },
    { account: "4001", side: "credit", amountFen, item, level: "town", origin },
  ],
});

describe("F-35: a report of the treasury", () => {
  let town: Town;
  beforeAll(async () => {
    town = aFinanceTown();
    await town.openBook("treasury", "2026-01");
    await town.post("/entries", income("10101", 123_456, "2026-01-20"));
    await town.post("/entries", income("10104", 50_000, "2026-02-10"));
    await town.post("/entries", income("10104", 7, "2026-02-28"));
    await town.post("/entries", income("10305", 900, "2026-02-11", "fine"));
  });
  const report = async (query: Record<string, string>) =>
    reportView.parse((await town.get("/books/treasury/report", { year: "2026", ...query }, theCashier)).body);

  test("each figure leads to the entries that make it", async () => {
    const body = await report({ kind: "execution", month: "2" });
    const row = body.rows.find((one) => one.class === "10104");
    expect(row).toMatchObject({ className: "企业所得税", depth: 1 });
    expect(row?.figures[0]).toMatchObject({ column: "month", amountFen: 50_007, text: "500.07" });
    const linked = body.rows.flatMap(({ figures }) => figures.filter(({ entries }) => entries !== undefined));
    expect(linked).toHaveLength(2 * body.rows.length);
    for (const { amountFen, entries = "" } of linked) {
      const url = new URL(entries, "http://town");
      const { body: listed } = await town.get(
        url.pathname.replace("/finance", ""),
        Object.fromEntries(url.searchParams),
      );
      const { items } = z.object({ items: z.array(z.object({ totalFen: z.int() })) }).parse(listed);
      expect(items.reduce((total, { totalFen }) => total + totalFen, 0)).toBe(amountFen);
    }
    expect(body).toMatchObject({
      closed: false,
      totals: [{ figures: [{ amountFen: 50_907 }, { amountFen: 174_363 }] }],
    });
  });

  test("in ten thousand yuan it says how it was rounded", async () => {
    const body = await report({ kind: "sources", amountsIn: "wan" });
    expect(body.totals[0]?.figures.at(-1)).toMatchObject({ amountFen: 174_363, text: "0.17" });
    expect(body.notes.join()).toContain("四舍五入");
  });

  test("a book that there is not and a year without a chart are not found", async () => {
    expect((await town.get("/books/nobody/report")).status).toBe(404);
    expect((await town.get("/books/treasury/report", { year: "2001" })).status).toBe(404);
    expect((await town.get("/books/treasury/report", { month: "13" })).status).toBe(400);
  });

  test("page, PDF and CSV hold the same figures", async () => {
    const query = { kind: "comparison", year: "2026", month: "2" };
    const raw = async (ending: string) =>
      (await town.get(`/books/treasury/report.${ending}`, query, theApprover)).body.text;
    expect(await raw("html")).toContain("1,743.63");
    expect(await raw("csv")).toContain("一般公共预算,收入,10104,企业所得税,500.07,0.00,500.07,");
    const pdf = await town.get("/books/treasury/report.pdf", query, theApprover);
    expect(pdf.status).toBe(200);
    const sheet = await town.get("/books/treasury/report.xlsx", query, theApprover);
    expect(sheet.status).toBe(200);
    expect((await town.get("/books/nobody/report.xlsx", query)).status).toBe(404);
  });
});

describe("F-11, F-35: income against what the congress approved", () => {
  const approval = { on: "2026-01-23", document: "决议", expenditureFen: 100_00, reserveFen: 1_00, turnoverFundFen: 0 };
  async function aYear(income: object) {
    const town = aFinanceTown();
    await town.openBook("treasury", "2026-01");
    await town.post("/budget-years", { year: 2026, document: "上年决算" }, theApprover);
    const { status, body } = await town.post("/budget-years/2026/approve", { ...approval, ...income }, theApprover);
    const booked = [
      ["10101", 600],
      ["10104", 150],
      ["10399", 40],
    ] as const;
    for (const [item, amount] of booked) await town.post("/entries", income2026(item, amount));
    const read = async (ending = "") => town.get(`/books/treasury/report${ending}`, { year: "2026", month: "2" });
    return { status, body, read, report: async () => reportView.parse((await read()).body) };
  }
  const income2026 = (item: string, amountFen: number) => income(item, amountFen, "2026-02-10");
  const ofIncome = (all: readonly { side: string; budget: string }[]) =>
    all.filter(({ side, budget }) => side === "income" && budget === "general");
  const budgets = (body: z.output<typeof reportView>) =>
    Object.fromEntries(
      body.rows
        .filter(({ side }) => side === "income")
        .map((one) => [one.class, one.figures.find(({ column }) => column === "budget")?.amountFen]),
    );

  test("by class: each class shows its own, a class above them the sum, and the total is the sum of those shown", async () => {
    const revenues = [
      { item: "10101", amountFen: 1_000 },
      { item: "10104", amountFen: 500 },
      { item: "10307", amountFen: 80 },
    ];
    const town = await aYear({ revenues, transfersFen: 300 });
    expect(town.body).toMatchObject({ revenueFen: 1_580, revenues });
    const body = await town.report();
    expect(budgets(body)).toEqual({
      "101": 1_500,
      10101: 1_000,
      10104: 500,
      "103": 80,
      10307: 80,
      10399: 0,
      "110": 300,
    });
    const [total] = ofIncome(body.totals);
    expect(total).toMatchObject({ figures: [{ column: "budget", amountFen: 1_880 }, {}, { amountFen: 790 }] });
    expect(body.rows.find((one) => one.class === "101")).toMatchObject({ rateBps: 5_000 });
  });

  test("in total only: the total shows it, and no class is said to have none", async () => {
    const town = await aYear({ revenueFen: 1_580 });
    const body = await town.report();
    expect(Object.values(budgets(body)).filter((one) => one !== undefined)).toEqual([]);
    expect(ofIncome(body.totals)[0]).toMatchObject({
      figures: [{ column: "budget", amountFen: 1_580 }, {}, {}],
      rateBps: 5_000,
    });
    const lines = String((await town.read(".csv")).body.text).split("\r\n");
    expect(lines.find((one) => one.includes(",10101,"))).toMatch(/,,6\.00,6\.00,$/);
    expect(lines.find((one) => one.includes("收入,,合计"))).toContain(",15.80,7.90,7.90,50.00%");
    for (const ending of [".html", ".xlsx"]) expect((await town.read(ending)).status).toBe(200);
  });

  test("where no income was approved, no budget of it is shown", async () => {
    const body = await (await aYear({})).report();
    expect(ofIncome(body.totals)[0]).toMatchObject({ figures: [{ column: "month" }, { column: "cumulative" }] });
  });

  test.each([
    ["a transfer", [{ item: "110", amountFen: 1 }], "finance.approved-income-class"],
    ["debt", [{ item: "10501", amountFen: 1 }], "finance.approved-income-class"],
    ["money of a fund", [{ item: "1030148", amountFen: 1 }], "finance.approved-income-class"],
    [
      "a class and one below it",
      [
        { item: "101", amountFen: 1 },
        { item: "10101", amountFen: 1 },
      ],
      "finance.approved-income-twice",
    ],
    ["a total that is not their sum", [{ item: "101", amountFen: 1 }], "finance.approved-income-differs"],
  ])("refused by class: %s", async (_what, revenues, code) => {
    const { body } = await aYear({ revenues, revenueFen: 2 });
    expect(body.code).toBe(code);
  });
});

describe("a sheet", () => {
  const textOf = (files: Record<string, Uint8Array>, name: RegExp) => {
    const found = Object.entries(files).find(([path]) => name.test(path));
    return new TextDecoder().decode(found?.[1]);
  };
  test("amounts are number cells; codes, account numbers and what looks like a formula are text", async () => {
    const bytes = await writeXlsx({
      name: "表",
      columns: [
        { title: "编码", kind: "text", width: 12 },
        { title: "账号", kind: "text", width: 24 },
        { title: "说明", kind: "text", width: 20 },
        { title: "金额", kind: "amount", width: 16 },
      ],
      rows: [
        ["0101", "6228480012345678901", '=HYPERLINK("http://x")', 1234.5],
        ["", "", "+1", -0.07],
      ],
    });
    const files = unzipSync(bytes);
    const sheet = textOf(files, /sheet1\.xml$/);
    expect(sheet).not.toContain("<f>");
    expect(sheet).toMatch(/<v>1234\.5<\/v>/);
    expect(sheet).toMatch(/<v>-0\.07<\/v>/);
    const shared = textOf(files, /sharedStrings\.xml$/);
    for (const text of ["0101", "6228480012345678901", "=HYPERLINK", "+1"]) expect(`${shared}${sheet}`).toContain(text);
    expect(sheet).not.toMatch(/<v>(0101|6228480012345678901)<\/v>/);
  });
  test("a number in a column of text is refused", async () => {
    const columns = [{ title: "编码", kind: "text" as const, width: 12 }];
    await expect(writeXlsx({ name: "表", columns, rows: [[101]] })).rejects.toThrow("column of text");
  });
});
