import { describe, expect, test } from "vitest";
import * as z from "zod";
import { finance } from "../../../services/finance/service.ts";
import { clockworkFor } from "../../../shared/service/clockwork.ts";
import { handTo } from "../../support/reacting.ts";
import { aFinanceTown, theApprover, theCashier } from "../finance-town.ts";

const account = "treasury-agent";
const head = "凭证流水号,入账日期,收支,金额,缴款人,缴款账号,附言";
const row = (serial: string, yuan: string, more: { on?: string; word?: string; text?: string } = {}) =>
  `${serial},${more.on ?? "2026-02-10"},${more.word ?? "收"},${yuan},某某公司,53230201,${more.text ?? ""}`;
const base64 = (text: string) => Buffer.from(text).toString("base64");
const page = z.object({
  items: z.array(z.looseObject({ serial: z.string() })),
  total: z.object({ count: z.int() }).optional(),
});

async function aTreasury() {
  const town = aFinanceTown();
  await town.openBook("treasury", "2026-02");
  const send = (rows: readonly string[], openingFen: number, closingFen: number, more: object = {}) =>
    town.post("/statements", {
      ...{ bankAccount: account, from: "2026-02-01", to: "2026-02-28", openingFen, closingFen },
      content: base64([head, ...rows].join("\n")),
      ...more,
    });
  const run = clockworkFor(finance, town.runtime);
  const tick = (stopped?: () => boolean) =>
    run({ upTo: "2026-03-03T00:00:00.000Z", ...(stopped === undefined ? {} : { stopped }) });
  const lines = async (status = "open", bankAccount = account) =>
    page.parse((await town.get("/bank-lines", { bankAccount, status, limit: "100" })).body).items;
  return { ...town, send, tick, lines };
}

describe("F-43: a file of the bank is refused whole or accepted whole", () => {
  test("one bad line refuses all of it, and every bad line is named", async () => {
    const town = await aTreasury();
    const rows = [row("A", "1.00"), row("B", "x"), row("", "1.00"), row("D", "1.00", { on: "2026-03-01" })];
    expect((await town.send(rows, 0, 100)).body).toMatchObject({
      code: "finance.statement-lines-bad",
      details: { count: 3, lines: [{ line: 3 }, { line: 4 }, { line: 5, fault: "day-outside" }] },
    });
    await town.tick();
    expect(await town.lines()).toEqual([]);
  });

  test("opening balance and lines make the closing one, to the fen; its days have come", async () => {
    const town = await aTreasury();
    const rows = [row("A", "1.00"), row("B", "0.40", { word: "支" })];
    expect((await town.send(rows, 10, 71)).body).toMatchObject({ code: "finance.statement-does-not-add-up" });
    for (const to of ["2026-03-03", "9999-12-31"])
      expect((await town.send(rows, 10, 70, { to })).body).toMatchObject({ code: "finance.statement-days" });
    expect((await town.send(rows, 10, 70, { bankAccount: "other" })).body).toMatchObject({
      code: "finance.bank-account-unknown",
    });
    expect((await town.send(rows, 10, 70)).body).toMatchObject({ status: "recording", count: 2, known: 0 });
  });

  test("the encoding is that of the bank: GB18030 where its layout says so", async () => {
    const town = await aTreasury();
    const notGb = { bankAccount: "nongxin-basic", content: Buffer.from([0xff, 0xff, 0x41]).toString("base64") };
    expect((await town.send([], 0, 0, notGb)).body).toMatchObject({ code: "finance.statement-unreadable" });
    // 交易流水号,交易日期,账户余额,对方户名,对方账号,摘要,贷方发生额,借方发生额 as GB18030.
    const gb = [
      ...[0xc3, 0xf7, 0xcf, 0xb8, 0x0a],
      ...[0xbd, 0xbb, 0xd2, 0xd7, 0xc1, 0xf7, 0xcb, 0xae, 0xba, 0xc5, 0x2c],
      ...[0xbd, 0xbb, 0xd2, 0xd7, 0xc8, 0xd5, 0xc6, 0xda, 0x2c],
      ...[0xd5, 0xcb, 0xbb, 0xa7, 0xd3, 0xe0, 0xb6, 0xee, 0x2c],
      ...[0xb6, 0xd4, 0xb7, 0xbd, 0xbb, 0xa7, 0xc3, 0xfb, 0x2c],
      ...[0xb6, 0xd4, 0xb7, 0xbd, 0xd5, 0xcb, 0xba, 0xc5, 0x2c],
      ...[0xd5, 0xaa, 0xd2, 0xaa, 0x2c],
      ...[0xb4, 0xfb, 0xb7, 0xbd, 0xb7, 0xa2, 0xc9, 0xfa, 0xb6, 0xee, 0x2c],
      ...[0xbd, 0xe8, 0xb7, 0xbd, 0xb7, 0xa2, 0xc9, 0xfa, 0xb6, 0xee, 0x0a],
    ];
    const content = Buffer.concat([Buffer.from(gb), Buffer.from("S1,20260210,1.00,,,,1.00,\n")]).toString("base64");
    const { body } = await town.send([], 0, 100, { bankAccount: "nongxin-basic", content });
    expect(body).toMatchObject({ status: "recording", count: 1 });
  });

  test("a file of more than 5,000 lines is refused", async () => {
    const town = await aTreasury();
    const rows = Array.from({ length: 5_001 }, (_, at) => row(`S${at}`, "0.01"));
    expect((await town.send(rows, 0, 5_001)).body).toMatchObject({ code: "finance.statement-too-long" });
  });
});

describe("F-43: accepted lines are recorded, once", () => {
  test("2,000 lines, stopped after any step and gone on with: each line once, and the account free again", async () => {
    const town = await aTreasury();
    const rows = Array.from({ length: 2_000 }, (_, at) => row(`S${at}`, "0.01"));
    const { body } = await town.send(rows, 0, 2_000);
    expect(body).toMatchObject({ status: "recording", count: 2_000 });
    const next = [row("N1", "1.00", { on: "2026-03-01" })];
    const march = { from: "2026-03-01", to: "2026-03-01" };
    expect((await town.send(next, 2_000, 2_100, march)).body).toMatchObject({
      code: "finance.statement-being-recorded",
    });
    for (let steps = 1; steps < 7; steps += 1) {
      let left = steps;
      await town.tick(() => left-- === 0);
    }
    const between = await town.get(`/statements/${body.id}`);
    const { recordedLines } = z.looseObject({ recordedLines: z.int() }).parse(between.body);
    expect(between.body).toMatchObject({ status: "recording" });
    expect([recordedLines > 0, recordedLines % 45]).toEqual([true, 0]);
    expect(await town.tick()).toMatchObject({ failed: 0 });
    expect((await town.get(`/statements/${body.id}`)).body).toMatchObject({
      ...{ status: "recorded", recordedLines: 2_000 },
    });
    const shown = town.heard.filter(({ type }) => type === "finance.bank-line.shown");
    expect(new Set(shown.map(({ data }) => JSON.stringify(data))).size).toBe(2_000);
    expect(shown).toHaveLength(2_000);
    expect((await town.send(next, 2_000, 2_100, march)).status).toBe(201);
  });

  test("the same file and an overlap move nothing twice; a gap is refused", async () => {
    const town = await aTreasury();
    const rows = [row("A", "1.00"), row("B", "1.00")];
    expect((await town.send(rows, 0, 200)).status).toBe(201);
    await town.tick();
    expect((await town.send(rows, 0, 200)).status).toBe(409);
    expect((await town.send([...rows, ""], 0, 200)).body).toMatchObject({ code: "finance.statement-brings-nothing" });
    const more = [...rows, row("C", "0.50")];
    expect((await town.send(more.slice(2), 300, 350)).body).toMatchObject({
      code: "finance.statement-does-not-join",
      details: { openingFen: 300, lastFen: 200 },
    });
    expect((await town.send(more, 0, 250)).body).toMatchObject({ count: 3, known: 2 });
    await town.tick();
    expect(await town.lines()).toHaveLength(3);
    const changed = [row("A", "2.00"), row("D", "1.00")];
    expect((await town.send(changed, 0, 300)).body).toMatchObject({
      code: "finance.statement-lines-bad",
      details: { lines: [{ line: 2, fault: "serial-otherwise" }] },
    });
  });

  test("each is matched, proposed or open; a line of another amount moves nothing", async () => {
    const town = await aTreasury();
    const due = { itemCode: "PS-065", amountFen: 10_00, basis: "民法典", dueOn: "2026-03-16" };
    const event = {
      ...{ specversion: "1.0" as const, source: "/town", type: "permits.fee.due", subject: "application/A1", id: "e1" },
      ...{ time: "2026-02-01T01:00:00.000Z", datacontenttype: "application/json" as const, sequence: 1, actor: "town" },
      data: due,
    } as const;
    expect(await handTo(finance.subscriptions, event, town.runtime)).toEqual([]);
    const tax = {
      ...{ item: "10101", level: "town", paidBy: { kind: "various" }, period: "2026-02", document: "缴款书1号" },
      on: "2026-02-10",
    };
    const book = (serial: string, amountFen: number) => town.post("/revenues", { ...tax, serial, amountFen });
    await book("GK-1", 500);
    await book("GK-2", 700);
    const rows = [row("GK-1", "5.00"), row("GK-2", "7.01"), row("GK-3", "10.00"), row("GK-4", "3.00")];
    expect((await town.send(rows, 0, 25_01)).status).toBe(201);
    await town.tick();
    const serials = async (status: string) => (await town.lines(status)).map(({ serial }) => serial);
    expect(await serials("matched")).toEqual(["GK-1"]);
    expect(await serials("differs")).toEqual(["GK-2"]);
    expect(await serials("open")).toEqual(["GK-4"]);
    expect(await town.lines("proposed")).toMatchObject([
      { serial: "GK-3", proposed: "receivable:permits:A1", counterparty: "某某公司", accountEnd: "0201" },
    ]);
    expect((await book("GK-4", 301)).body).toMatchObject({ code: "finance.line-of-other-amount" });
    expect((await book("GK-4", 300)).status).toBe(201);
    const receive = { serial: "GK-3", receipt: "票据1", amountFen: 10_00, on: "2026-02-10" };
    expect((await town.post("/receivables/permits:A1/receive", receive)).body).toMatchObject({ status: "settled" });
    expect((await serials("matched,awaited")).toSorted()).toEqual(["GK-1", "GK-3", "GK-4"]);
  });

  test("F-43: a month is checked by the file of the bank where it covers the month", async () => {
    const town = await aTreasury();
    expect((await town.send([row("A", "1.00")], 0, 100)).status).toBe(201);
    await town.tick();
    await town.post("/books/treasury/shut", {}, theApprover);
    const check = (statementFen: number, differences: readonly object[] = []) =>
      town.post("/books/treasury/reconcile", { with: "treasury", statementFen, differences, document: "对账单" });
    expect((await check(0)).body).toMatchObject({ code: "finance.statement-not-as-file" });
    expect((await check(100)).body).toMatchObject({ code: "finance.statement-differs" });
    expect((await check(100, [{ text: "待记账", amountFen: -100 }])).body).toMatchObject({ reconciled: ["treasury"] });
  });

  test("F-43: a month without a new line has an end all the same, and is checked by it", async () => {
    const town = await aTreasury();
    const early = { from: "2026-02-01", to: "2026-02-20" };
    expect((await town.send([row("A", "1.00")], 0, 100, early)).status).toBe(201);
    await town.tick();
    await town.post("/books/treasury/shut", {}, theApprover);
    const check = (statementFen: number) =>
      town.post("/books/treasury/reconcile", {
        ...{ with: "treasury", statementFen, document: "对账单" },
        differences: [{ text: "待记账", amountFen: -statementFen }],
      });
    // Nothing covers the end of February yet: any paper would do.
    expect((await town.send([row("A", "1.00")], 0, 100)).body).toMatchObject({
      status: "recorded",
      count: 1,
      known: 1,
    });
    expect((await town.send([row("A", "1.00"), ""], 0, 100)).body).toMatchObject({
      code: "finance.statement-brings-nothing",
    });
    expect((await check(5)).body).toMatchObject({ code: "finance.statement-not-as-file" });
    expect((await check(100)).body).toMatchObject({ reconciled: ["treasury"] });
    // A file without any line goes on from the last balance, and from no other.
    town.runtime.setClock("2026-04-01T02:00:00.000Z");
    const march = { from: "2026-03-01", to: "2026-03-31" };
    expect((await town.send([], 99, 99, march)).body).toMatchObject({ code: "finance.statement-does-not-join" });
    expect((await town.send([], 100, 100, march)).body).toMatchObject({ status: "recorded", count: 0 });
    const april = { from: "2026-04-01", to: "2026-04-01" };
    expect((await town.send([row("B", "1.00", { on: "2026-04-01" })], 100, 200, april)).status).toBe(201);
  });

  test("F-43: a line is explained by an entry of exactly its amount, once, until it is taken back", async () => {
    const town = await aTreasury();
    const interest = async (amountFen: number) => {
      const lines = [
        { account: "1003", side: "debit", amountFen },
        { account: "4001", side: "credit", amountFen, item: "10307", level: "town", origin: "ordinary" },
      ];
      const posted = { book: "treasury", nature: "budget-cash", effectiveOn: "2026-02-20", text: "利息收入", lines };
      return String((await town.post("/entries", posted)).body.id);
    };
    const tax = { item: "10101", level: "town", paidBy: { kind: "various" }, period: "2026-02", document: "缴款书1号" };
    const { body: booked } = await town.post("/revenues", {
      ...tax,
      on: "2026-02-10",
      serial: "GK-1",
      amountFen: 3_00,
    });
    const rows = [row("GK-1", "3.00"), row("LX-1", "3.00"), row("LX-2", "3.00")];
    expect((await town.send(rows, 0, 9_00)).status).toBe(201);
    await town.tick();
    const [first, second] = (await town.lines("open")).map(({ id }) => String(id));
    const explain = async (line: string | undefined, entry: unknown) =>
      (await town.post(`/bank-lines/${line}/explain`, { entry })).body;
    const [right, wrong] = [await interest(3_00), await interest(3_01)];
    expect(await explain(first, wrong)).toMatchObject({ code: "finance.entry-does-not-explain" });
    expect(await explain(first, booked.postedAs)).toMatchObject({ code: "finance.entry-does-not-explain" });
    expect(await explain(first, "treasury:finance:none")).toMatchObject({ code: "finance.entry-does-not-explain" });
    expect(await explain(first, right)).toMatchObject({ status: "matched", paysFor: `entry:${right}` });
    expect(await explain(second, right)).toMatchObject({ code: "finance.entry-used-already" });
    expect((await town.post(`/entries/${right}/reverse`, { reasons: "记错" })).body).toMatchObject({
      code: "finance.entry-in-use",
    });
    const [used = { id: "" }] = (await town.lines("matched")).filter(({ serial }) => serial === "GK-1");
    expect(await explain(String(used.id), right)).toMatchObject({ code: "finance.serial-used" });
    const unexplain = async (line: unknown) => (await town.post(`/bank-lines/${line}/unexplain`, {})).body;
    expect(await unexplain(used.id)).toMatchObject({ code: "finance.line-not-explained" });
    expect(await unexplain(first)).toMatchObject({ status: "open" });
    expect(await explain(second, right)).toMatchObject({ status: "matched" });
  });

  test("F-43: a line that was booked and taken back before a file showed it is awaited no more", async () => {
    const town = await aTreasury();
    const tax = { item: "10101", level: "town", paidBy: { kind: "various" }, period: "2026-02", document: "缴款书1号" };
    const { body } = await town.post("/revenues", { ...tax, on: "2026-02-10", serial: "GK-1", amountFen: 3_00 });
    expect(await town.lines("awaited")).toMatchObject([{ serial: "GK-1" }]);
    await town.post(`/revenues/${body.id}/reverse`, { reasons: "记错" });
    expect(await town.lines("awaited")).toEqual([]);
    const [released] = await town.lines("released");
    expect((await town.post(`/bank-lines/${released?.id}/explain`, { entry: "treasury:x" })).body).toMatchObject({
      code: "finance.line-not-shown",
    });
  });

  test("a cashier sends files and keeps no books", async () => {
    const town = await aTreasury();
    const content = base64([head, row("A", "1.00")].join("\n"));
    const file = {
      bankAccount: account,
      from: "2026-02-01",
      to: "2026-02-28",
      openingFen: 0,
      closingFen: 100,
      content,
    };
    expect((await town.post("/statements", file, theCashier)).status).toBe(201);
  });
});
