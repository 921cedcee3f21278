import { describe, expect, test } from "vitest";
import { aFinanceTown, theAccountant, theApprover } from "../finance-town.ts";

const approval = {
  ...{ on: "2026-01-23", document: "强人发〔2026〕1号" },
  ...{ expenditureFen: 1_000_000_00, reserveFen: 20_000_00, turnoverFundFen: 0 },
};

async function aYear() {
  const town = aFinanceTown();
  await town.post("/budget-years", { year: 2026, document: "上年决算" }, theApprover);
  const approve = () => town.post("/budget-years/2026/approve", approval, theApprover);
  const perform = async (duty: string, on: string, more: object = {}) =>
    (await town.post("/budget-years/2026/perform", { duty, on, document: "批复1号", ...more })).body;
  return { ...town, approve, perform };
}

describe("F-3 (预算法52): replies to departments", () => {
  const offices = ["service-centre", "enforcement-team"];

  test("each office is answered once, within 20 days; it answers its units within 15 days after that", async () => {
    const { approve, perform } = await aYear();
    const { body } = await approve();
    expect(body).toMatchObject({ replyBy: "2026-02-12", replies: [] });
    expect(body.unanswered).toContain("service-centre");
    expect(await perform("reply-units", "2026-02-12", { offices })).toMatchObject({
      ...{ code: "finance.office-not-answered", details: { office: "service-centre" } },
    });
    expect(await perform("reply", "2026-01-22", { offices })).toMatchObject({ code: "finance.day-too-early" });
    expect(await perform("reply", "2026-03-03", { offices })).toMatchObject({ code: "finance.day-not-come" });
    const answered = await perform("reply", "2026-02-12", { offices });
    expect(answered.replies).toEqual(offices.map((office) => ({ office, on: "2026-02-12", unitsBy: "2026-02-27" })));
    expect(answered.unanswered).not.toContain("service-centre");
    expect(await perform("reply", "2026-02-13", { offices: offices.slice(1) })).toMatchObject({
      ...{ code: "finance.duty-performed-already", details: { on: "2026-02-12" } },
    });
    const one = { offices: offices.slice(0, 1) };
    expect(await perform("reply-units", "2026-02-11", one)).toMatchObject({ code: "finance.day-too-early" });
    expect((await perform("reply-units", "2026-02-27", one)).replies).toEqual([
      { office: "service-centre", on: "2026-02-12", unitsBy: "2026-02-27", unitsOn: "2026-02-27" },
      { office: "enforcement-team", on: "2026-02-12", unitsBy: "2026-02-27" },
    ]);
    expect(await perform("reply-units", "2026-02-28", one)).toMatchObject({ code: "finance.duty-performed-already" });
  });

  test("a reply names offices of the town, none twice; other duties name none", async () => {
    const { approve, perform } = await aYear();
    expect(await perform("reply", "2026-02-12", { offices })).toMatchObject({ code: "finance.year-not-in-this-state" });
    await approve();
    expect(await perform("reply", "2026-02-12")).toMatchObject({ code: "finance.reply-to-whom" });
    expect(await perform("reply", "2026-02-12", { offices: ["moon"] })).toMatchObject({
      code: "finance.office-unknown",
    });
    expect(await perform("reply", "2026-02-12", { offices: ["toString"] })).toMatchObject({
      code: "finance.office-unknown",
    });
    expect(await perform("reply", "2026-02-12", { offices: ["service-centre", "service-centre"] })).toMatchObject({
      code: "finance.duty-performed-already",
    });
    expect(await perform("publish", "2026-02-12", { offices })).toMatchObject({
      code: "finance.duty-names-no-office",
    });
  });
});

describe("F-12 (预算法67至71): adjustments and earmarked transfers", () => {
  const came = (item: string) => ({
    ...{ book: "treasury", nature: "budget-cash", effectiveOn: "2026-02-20", text: "专项转移支付" },
    lines: [
      { account: "1003", side: "debit", amountFen: 300_000 },
      { account: "4011", side: "credit", amountFen: 300_000, item, level: "town", origin: "transfer" },
    ],
  });
  async function withTransfer() {
    const town = await aYear();
    await town.openBook("treasury", "2026-01");
    const entry = async (item: string) => (await town.post("/entries", came(item))).body.id;
    const line = async (more: object) => {
      const asked = { year: 2026, item: "2130142", purpose: "高标准农田", document: "县财农3号", amountFen: 300_000 };
      return (await town.post("/budget-lines", { ...asked, ground: "earmarked", ...more }, theApprover)).body;
    };
    return { ...town, entry, line };
  }

  test("an earmarked transfer is no adjustment: its line takes nothing of what the congress approved", async () => {
    const { approve, entry, line, get } = await withTransfer();
    const transfer = await entry("1100321");
    expect(await line({ entry: transfer })).toMatchObject({ code: "finance.budget-not-approved" });
    await approve();
    const before = (await get("/budget-years/2026")).body.leftFen;
    expect(await line({})).toMatchObject({ code: "finance.earmarked-without-entry" });
    expect(await line({ entry: transfer, ground: "congress" })).toMatchObject({
      code: "finance.earmarked-without-entry",
    });
    expect(await line({ entry: transfer, amountFen: 300_001 })).toMatchObject({ code: "finance.entry-used-up" });
    expect(await line({ entry: transfer, amountFen: 200_000 })).toMatchObject({ ground: "earmarked", entry: transfer });
    expect(await line({ entry: transfer, amountFen: 100_001 })).toMatchObject({ code: "finance.entry-used-up" });
    expect((await get("/budget-years/2026")).body).toMatchObject({
      ...{ leftFen: before, earmarkedFen: 200_000, earmarkedToReportFen: 200_000 },
    });
  });

  test("a general transfer, one of last year and one that was taken back carry no line", async () => {
    const { approve, entry, line, post } = await withTransfer();
    await approve();
    expect(await line({ entry: await entry("11002") })).toMatchObject({ code: "finance.entry-not-earmarked" });
    expect(await line({ entry: "nothing" })).toMatchObject({ code: "finance.entry-unknown" });
    await post("/budget-years", { year: 2025, document: "上年决算" }, theApprover);
    await post("/budget-years/2025/approve", { ...approval, on: "2025-01-23" }, theApprover);
    expect(await line({ entry: await entry("11003"), year: 2025 })).toMatchObject({
      code: "finance.earmarked-of-another-year",
    });
    const gone = await entry("11003");
    await post(`/entries/${gone}/reverse`, { reasons: "记错" });
    expect(await line({ entry: gone })).toMatchObject({ code: "finance.entry-moves-nothing" });
    const used = await entry("11003");
    await line({ entry: used });
    expect((await post(`/entries/${used}/reverse`, { reasons: "记错" })).body).toMatchObject({
      code: "finance.entry-in-use",
    });
  });

  test("the congress is told of it; what comes after the report is reported next", async () => {
    const { approve, entry, line, perform } = await withTransfer();
    await approve();
    expect(await perform("report-earmarked", "2026-03-01")).toMatchObject({ code: "finance.nothing-to-report" });
    await line({ entry: await entry("11003") });
    expect(await perform("report-earmarked", "2026-01-22")).toMatchObject({ code: "finance.day-too-early" });
    expect(await perform("report-earmarked", "2026-03-01")).toMatchObject({
      ...{ earmarkedFen: 300_000, earmarkedToReportFen: 0 },
    });
    expect(await perform("report-earmarked", "2026-03-01")).toMatchObject({ code: "finance.nothing-to-report" });
    await line({ entry: await entry("11003") });
    expect(await perform("report-earmarked", "2026-03-02")).toMatchObject({
      ...{ earmarkedFen: 600_000, earmarkedToReportFen: 0 },
    });
  });

  test("F-39: each adjustment is filed with the county; one filing tells of all since the last one", async () => {
    const { approve, perform, post, get } = await aYear();
    await approve();
    const adjust = () => post("/budget-years/2026/adjust", { byFen: 100, document: "决议" }, theApprover);
    expect(await perform("file-adjustments", "2026-03-01")).toMatchObject({ code: "finance.nothing-to-file" });
    await adjust();
    await adjust();
    expect((await get("/budget-years/2026")).body).toMatchObject({ adjustmentsToFile: 2 });
    expect(await perform("file-adjustments", "2026-03-03")).toMatchObject({ code: "finance.day-not-come" });
    expect(await perform("file-adjustments", "2026-03-01")).toMatchObject({ adjustmentsToFile: 0 });
    expect(await perform("file-adjustments", "2026-03-01")).toMatchObject({ code: "finance.nothing-to-file" });
  });

  test("an adjustment says which of the four grounds it has; new debt is closed to a town (F-4)", async () => {
    const { approve, post } = await aYear();
    await approve();
    const adjust = async (trigger: string) =>
      (await post("/budget-years/2026/adjust", { byFen: 100, document: "决议", trigger }, theApprover)).body;
    expect(await adjust("debt")).toMatchObject({ code: "finance.no-borrowing" });
    for (const trigger of ["total", "stabilisation-fund", "key-cuts"])
      expect(await adjust(trigger)).toMatchObject({ status: "approved" });
    expect((await post("/budget-years/2026/adjust", { byFen: 1, document: "决议" }, theAccountant)).status).toBe(403);
  });
});
