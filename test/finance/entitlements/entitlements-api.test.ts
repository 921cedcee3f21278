import { beforeAll, describe, expect, test } from "vitest";
import { finance } from "../../../services/finance/service.ts";
import type { CloudEvent } from "../../../shared/messaging/index.ts";
import { clockworkFor } from "../../../shared/service/index.ts";
import { handTo } from "../../support/reacting.ts";
import { aFinanceTown, theAccountant, theApprover } from "../finance-town.ts";

type Town = ReturnType<typeof aFinanceTown>;
const paper = (on = "2026-01-20") => ({ number: "县财〔2026〕8号", on });
const transferred = (amountFen: number, more: object = {}) => ({
  ...{ book: "treasury", nature: "budget-cash", effectiveOn: "2026-02-20", text: "县财政拨款" },
  lines: [
    { account: "1003", side: "debit", amountFen },
    { account: "4011", side: "credit", amountFen, item: "11002", level: "town", origin: "transfer", ...more },
  ],
});
const promised = (more: object = {}) => ({
  ...{ title: "税收返还", payer: "county", promisedOn: "2026-01-20", document: paper() },
  basis: { kind: "amount", amountFen: 1000, formula: "2000 × 50%" },
  dueOn: "2026-02-19",
  ...more,
});

let town: Town;
const enter = async (more: object = {}) => (await town.post("/entitlements", promised(more))).body;
const idOf = async (more: object = {}): Promise<string> => String((await enter(more)).id);
const entry = async (amountFen: number, more: object = {}) =>
  String((await town.post("/entries", transferred(amountFen, more))).body.id);
const read = async (id: string) => (await town.get(`/entitlements/${id}`)).body;
const allocate = (entryId: string, parts: readonly [string, number][], payer = "county") =>
  town.post("/transfer-receipts", {
    ...{ entry: entryId, payer },
    parts: parts.map(([entitlement, amountFen]) => ({ entitlement, amountFen })),
  });

beforeAll(async () => {
  town = aFinanceTown();
  await town.openBook("treasury", "2026-01");
});

describe("F7: what is promised is entered as the paper says", () => {
  test.each([
    ["a payer that nobody knows", { payer: "moon" }, "payer-unknown"],
    ["a paper of tomorrow", { document: paper("2026-03-03") }, "paper-in-future"],
    ["a promise of tomorrow", { promisedOn: "2026-03-03" }, "paper-in-future"],
    ["a range upside down", { basis: { kind: "range", lowerFen: 2, upperFen: 1 } }, "range-inverted"],
    ["a last day before the promise", { dueOn: "2026-01-19" }, "due-before-promise"],
    [
      "F-41: a notice of a bureau",
      { dueOn: undefined, transfer: { kind: "special", approvedOn: "2026-01-20", notifiedBy: "housing" } },
      "transfer-notice-of-other",
    ],
    [
      "F-33: another last day than law's",
      { transfer: { kind: "special", approvedOn: "2026-01-20", notifiedBy: "finance" } },
      "due-day-twice",
    ],
    ["an amount by word of mouth", { document: undefined }, "amount-without-document"],
  ])("not %s", async (_, more, code) => {
    expect(await enter(more)).toMatchObject({ code: `finance.${code}` });
  });

  test("F-33: the county's notice sets the last day, 60 days of its congress for a special transfer", async () => {
    const transfer = { kind: "special", approvedOn: "2026-01-20", notifiedBy: "finance" };
    expect(await enter({ dueOn: undefined, transfer })).toMatchObject({ dueOn: "2026-03-21", state: "running" });
  });

  test("due on the last day that there is: entered, and nobody is reminded", async () => {
    const one = await enter({ dueOn: "9999-12-31" });
    expect(one).toMatchObject({ dueOn: "9999-12-31", state: "running" });
    expect(one).not.toHaveProperty("remindOn");
  });

  test("a word is open and never zero; a range owes its lower bound until a document fixes it", async () => {
    const word = await enter({ document: undefined, basis: { kind: "promise" }, dueOn: undefined });
    expect(word).toMatchObject({ status: "promised", state: "open", isWithoutDocument: true });
    expect(word).not.toHaveProperty("owedFen");
    const range = await idOf({ basis: { kind: "range", lowerFen: 300, upperFen: 500 } });
    expect(await read(range)).toMatchObject({ owedFen: 300, outstandingFen: 300 });
    const fix = (amountFen: number) =>
      town.post(`/entitlements/${range}/fix`, { amountFen, document: paper() }, theApprover);
    expect((await fix(501)).body).toMatchObject({ code: "finance.fixed-outside-range" });
    expect((await fix(500)).body).toMatchObject({ owedFen: 500, fixed: { amountFen: 500 } });
    expect((await fix(400)).body).toMatchObject({ code: "finance.fixed-already" });
    const sure = await idOf();
    expect(
      (await town.post(`/entitlements/${sure}/fix`, { amountFen: 1, document: paper() }, theApprover)).body,
    ).toMatchObject({ code: "finance.fixing-not-needed" });
  });

  test("a promise of a settlement's line is entered once", async () => {
    const settles = { year: 2026, scheme: "guangtong-excess", version: 1, line: "subsidy" };
    const word = { settles, basis: { kind: "promise" } };
    expect(await enter(word)).toMatchObject({ id: "settlement:2026:guangtong-excess:1:subsidy" });
    expect(await enter(word)).toMatchObject({ code: "finance.entered-already" });
  });
});

describe("a receipt goes to named entitlements, each fen once", () => {
  test("only transfers that the books hold, no more than there is, and to its payer", async () => {
    const id = await idOf();
    const other = await idOf({ payer: "housing" });
    const tax = await entry(5000, { account: "4001", origin: "ordinary", item: "10101" });
    const money = await entry(600);
    expect((await allocate("treasury:finance:none", [[id, 1]])).body).toMatchObject({ code: "finance.entry-unknown" });
    expect((await allocate(tax, [[id, 1]])).body).toMatchObject({ code: "finance.entry-used-up" });
    expect((await allocate(money, [[id, 601]])).body).toMatchObject({ code: "finance.entry-used-up" });
    expect((await allocate(money, [[other, 1]])).body).toMatchObject({ code: "finance.allocated-to-other-payer" });
    expect((await allocate(money, [["none", 1]])).status).toBe(404);
    const twice = await allocate(money, [
      [id, 1],
      [id, 1],
    ]);
    expect(twice.body).toMatchObject({ code: "finance.allocated-twice" });
    expect(await read(id)).toMatchObject({ receivedFen: 0 });
  });

  test("its rest goes to others; an entry in use is reversed only after it was taken back", async () => {
    const [a, b] = [await idOf(), await idOf()];
    const money = await entry(1500);
    expect((await allocate(money, [[a, 1000]])).status).toBe(201);
    expect(await read(a)).toMatchObject({ status: "met", state: "paid", outstandingFen: 0 });
    const more = (amountFen: number, payer = "county", entitlement = b) =>
      town.post(`/transfer-receipts/${money}/allocate`, { payer, parts: [{ entitlement, amountFen }] });
    expect((await more(501)).body).toMatchObject({ code: "finance.entry-used-up" });
    expect((await more(1, "housing")).body).toMatchObject({ code: "finance.receipt-of-other-payer" });
    expect((await more(1, "county", a)).body).toMatchObject({ code: "finance.allocated-twice" });
    expect((await more(500)).status).toBe(200);
    const reverse = () => town.post(`/entries/${money}/reverse`, { reasons: "记错账户" });
    expect((await reverse()).body).toMatchObject({ code: "finance.entry-in-use" });
    const drop = () => town.post(`/entitlements/${a}/drop`, { document: paper() }, theApprover);
    expect((await drop()).body).toMatchObject({ code: "finance.money-came-for-it" });
    expect((await town.post(`/transfer-receipts/${money}/take-back`, {}, theApprover)).body).toMatchObject({
      status: "free",
    });
    expect(await read(a)).toMatchObject({ status: "owed", outstandingFen: 1000 });
    expect((await reverse()).status).toBe(200);
    expect((await more(1)).body).toMatchObject({ code: "finance.entry-moves-nothing" });
    expect((await drop()).body).toMatchObject({ status: "dropped" });
    expect((await drop()).body).toMatchObject({ code: "finance.entitlement-not-in-this-state" });
    expect((await town.post(`/transfer-receipts/${money}/take-back`, {}, theApprover)).body).toMatchObject({
      code: "finance.transfer-receipt-not-in-this-state",
    });
  });

  test("sixteen at once take no more than the entry has", async () => {
    const money = await entry(1000);
    const first = await idOf();
    await allocate(money, [[first, 100]]);
    const ids = await Promise.all(Array.from({ length: 16 }, () => idOf()));
    const answers = await Promise.all(
      ids.map((entitlement) =>
        town.post(`/transfer-receipts/${money}/allocate`, {
          payer: "county",
          parts: [{ entitlement, amountFen: 100 }],
        }),
      ),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(9);
  });
});

describe("F9, P7: a duty that was admitted with money is owed by its department", () => {
  const admitted = (moneyFen: number): CloudEvent => ({
    ...{ specversion: "1.0", source: "/town", type: "powers.duty.admitted", subject: "duty/D1", id: `D1/${moneyFen}` },
    ...{ time: "2026-03-02T01:00:00.000Z", datacontenttype: "application/json", sequence: 2, actor: "town" },
    data: {
      ...{ department: "housing", title: "农房抗震改造摸底", basis: "县政办〔2026〕5号", moneyFen, on: "2026-03-02" },
      ...{ period: { from: "2026-03-10", to: "2026-12-31" }, ground: "approved", overdue: false },
      ...{
        workload: { unit: "户", perYear: 100, persons: 1 },
        approval: { document: "县政办〔2026〕5号", by: "县政府", date: "2026-02-01" },
      },
    },
  });
  const hand = (event: CloudEvent) => handTo(finance.subscriptions, event, town.runtime);

  test("once, from the day on which it begins; without money nothing is owed", async () => {
    expect(await hand(admitted(0))).toEqual([]);
    expect((await town.get("/entitlements/duty:D1")).status).toBe(404);
    expect(await hand(admitted(80_000))).toEqual([]);
    expect(await hand(admitted(80_000))).toEqual([]);
    expect(await read("duty:D1")).toMatchObject({
      origin: "duty",
      payer: "housing",
      owedFen: 80_000,
      dueOn: "2026-03-10",
    });
    const { body } = await town.get("/promised-and-paid");
    expect(JSON.stringify(body)).toContain("农房抗震改造摸底");
  });
});

describe("what is overdue", () => {
  test("is told the day after, and again 30 days later; what is paid is not", async () => {
    const own = aFinanceTown();
    town = own;
    await own.openBook("treasury", "2026-01");
    const id = await idOf({ dueOn: "2026-03-10" });
    const paid = await idOf({ dueOn: "2026-03-10" });
    await allocate(await entry(1000), [[paid, 1000]]);
    const run = clockworkFor(finance, own.runtime);
    const told = () => own.heard.filter(({ type }) => type === "finance.entitlement.overdue").length;
    for (const [now, times] of [
      ["2026-03-10T15:59:59.000Z", 0],
      ["2026-03-10T16:00:00.000Z", 1],
      ["2026-04-09T15:59:59.000Z", 1],
      ["2026-04-09T16:00:00.000Z", 2],
    ] as const) {
      own.runtime.setClock(now);
      await run();
      expect(told()).toBe(times);
    }
    expect(await read(id)).toMatchObject({ state: "overdue", ageDays: 31, reminders: 2, remindOn: "2026-05-10" });
    expect((await own.get("/promised-and-paid")).body).toMatchObject({
      ...{ owedFen: 2000, receivedFen: 1000, outstandingFen: 1000, overdueFen: 1000, openPromises: 0 },
      lines: [
        { id, state: "overdue" },
        { id: paid, state: "paid" },
      ],
    });
  });

  test("a letter asks for it, with a number that has no gap, as a page and as a PDF", async () => {
    const late = await idOf({ dueOn: "2026-03-10" });
    const open = await idOf({ document: undefined, basis: { kind: "promise" }, dueOn: undefined });
    const other = await idOf({ payer: "housing", dueOn: "2026-03-10" });
    const running = await idOf({ dueOn: "2027-03-10" });
    const write = (entitlements: readonly unknown[], payer = "county") =>
      town.post("/demand-letters", { payer, entitlements }, theApprover);
    expect((await write([running])).body).toMatchObject({ code: "finance.nothing-to-demand" });
    expect((await write(["none"])).body).toMatchObject({ code: "finance.nothing-to-demand" });
    expect((await write([other])).body).toMatchObject({ code: "finance.letter-to-other-payer" });
    expect((await write([late, late])).body).toMatchObject({ code: "finance.demanded-twice" });
    expect((await town.post("/demand-letters", { payer: "county", entitlements: [late] }, theAccountant)).status).toBe(
      403,
    );
    const { body } = await write([late, open]);
    expect(body).toMatchObject({
      number: "广财函〔2026〕1号",
      payerName: "禄丰市人民政府",
      lines: [{ outstandingFen: 1000 }, { state: "open" }],
    });
    const { body: page } = await town.get(`/demand-letters/${body.id}/html`);
    expect(page.text).toContain("待核定");
    expect(page.text).toContain("2000 × 50%");
    const pdf = await town.get(`/demand-letters/${body.id}/pdf`);
    expect(pdf.status).toBe(200);
    expect((await write([late])).body).toMatchObject({ number: "广财函〔2026〕2号" });
  });
});
