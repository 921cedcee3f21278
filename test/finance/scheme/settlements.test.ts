import { describe, expect, test } from "vitest";
import { settlement } from "../../../services/finance/scheme/domain/settlement/decider.ts";
import type { SettlementDue } from "../../../services/finance/scheme/domain/settlement/dues.ts";
import { paidRefusal } from "../../../services/finance/scheme/domain/settlement/paying.ts";
import { fen } from "../../../shared/money/index.ts";
import { aContext } from "../../support/tally-town.ts";
import { aFinanceTown, theApprover } from "../finance-town.ts";

const line = (more: object) => ({ scheme: "guangtong-excess", version: 1, ...more });
const income = (amountFen: number, more: object = {}, effectiveOn = "2026-02-20") => ({
  ...{ book: "treasury", nature: "budget-cash", effectiveOn, text: "税款入库" },
  lines: [
    { account: "1003", side: "debit", amountFen },
    { account: "4001", side: "credit", amountFen, item: "10101", level: "town", origin: "ordinary", ...more },
  ],
});
const staff = { counts: [{ unit: "staff", from: "2026-01-01", count: 109, document: "县人社〔2026〕3号" }] };

async function aYear() {
  const town = aFinanceTown();
  await town.openBook("treasury", "2026-01");
  await town.post("/entries", income(1_700_000_000));
  const compute = async (facts: object = staff) => {
    const again = await town.post("/settlements/2026/compute", { facts });
    return again.status === 404 ? town.post("/settlements", { year: 2026, facts }) : again;
  };
  const step = (verb: string, body: object = {}) =>
    town.post(`/settlements/2026/${verb}`, { document: "县财〔2027〕8号", ...body }, theApprover);
  const nextYear = () => town.runtime.setClock("2027-03-01T02:00:00.000Z");
  return { ...town, compute, step, nextYear };
}

describe("F-19 to F-25, F-35: the settlement of a year", () => {
  test("is computed from the books to the fen, and again the same", async () => {
    const { compute, get } = await aYear();
    const { body } = await compute();
    // The base is 1,343,207,407 fen; half of 356,792,593 is rounded half up; 108 posts of 109 heads count.
    expect(body).toMatchObject({
      status: "draft",
      number: 1,
      sheet: { dueFen: 178_396_297 + 300_000_000 + 216_000_000 },
    });
    expect((await compute()).body).toMatchObject({ number: 1, version: body.version });
    const { body: listed } = await get("/settlements");
    expect(listed.items).toMatchObject([{ year: 2026 }]);
    const { body: behind } = await get("/entries", {
      book: "treasury",
      year: "2026",
      item: "10101",
      origin: "ordinary",
    });
    expect(behind.items).toHaveLength(1);
  });

  test("CF-74: a fine, a permit fee or confiscated goods change no figure, under any class", async () => {
    const { compute, post } = await aYear();
    const { body: before } = await compute();
    for (const origin of ["fine", "fine-surcharge", "confiscated-goods", "permit-fee", "transfer"])
      expect((await post("/entries", income(5_000_000, { origin }))).status).toBe(201);
    expect((await compute()).body).toMatchObject({ number: 1, sheet: before.sheet });
  });

  test("income without class, level or origin is refused", async () => {
    const { post } = await aYear();
    for (const [field, value] of [
      ["level", undefined],
      ["origin", undefined],
      ["item", "20101"],
    ] as const)
      expect((await post("/entries", income(100, { [field]: value }))).body).toMatchObject({
        code: "finance.income-not-classified",
      });
  });

  test("a late entry makes the next sheet, a draft again, with what changed by line", async () => {
    const { compute, step, post, nextYear } = await aYear();
    await compute();
    nextYear();
    await step("send");
    expect((await step("agree")).body).toMatchObject({ status: "agreed" });
    await post("/entries", income(100));
    const { body } = await compute();
    expect(body).toMatchObject({ status: "draft", number: 2 });
    expect(body.changes).toMatchObject([
      { line: "tax", differenceFen: 100 },
      { line: "excess" },
      { line: "reward", differenceFen: 50 },
    ]);
    expect(body.answered).toBeUndefined();
  });

  test("is sent when the year is over, and is of no year to come", async () => {
    const { compute, step, post } = await aYear();
    await compute();
    expect((await step("send")).body).toMatchObject({ code: "finance.settlement-year-runs" });
    expect((await step("agree")).body).toMatchObject({ code: "finance.settlement-not-in-this-state" });
    expect((await post("/settlements", { year: 2027 })).body).toMatchObject({ code: "finance.settlement-of-no-year" });
  });

  test("a line without its count is open, and no total holds it", async () => {
    const { compute } = await aYear();
    expect((await compute({})).body).toMatchObject({
      sheet: {
        dueFen: 178_396_297 + 300_000_000,
        missing: expect.arrayContaining([expect.objectContaining({ what: "heads" })]),
      },
    });
  });

  test("F-35: an advance is covered by a transfer in the books", async () => {
    const { compute, post } = await aYear();
    const { body: ordinary } = await post("/entries", income(500_000));
    const { body: transfer } = await post(
      "/entries",
      income(500_000, { account: "4011", item: "11001", origin: "transfer" }),
    );
    const advance = (entry: unknown, amount: number) => ({
      ...staff,
      advances: [line({ line: "per-head", year: 2026, document: "县财预1号", entry, amount })],
    });
    expect((await compute(advance(ordinary.id, 1))).body).toMatchObject({ code: "finance.advance-not-booked" });
    expect((await compute(advance(transfer.id, 500_001))).body).toMatchObject({ code: "finance.advance-not-booked" });
    expect((await compute(advance(transfer.id, 500_000))).body).toMatchObject({ sheet: { advancedFen: 500_000 } });
    // The same advance told again uses its entry once; its money pays no other promise, and it is not taken back.
    expect((await compute(advance(transfer.id, 500_000))).body).toMatchObject({ number: 1 });
    const { body: word } = await post("/entitlements", {
      ...{ title: "奖补", payer: "county", promisedOn: "2026-01-20", basis: { kind: "promise" } },
    });
    const parts = [{ entitlement: word.id, amountFen: 1 }];
    expect((await post("/transfer-receipts", { entry: transfer.id, payer: "county", parts })).body).toMatchObject({
      code: "finance.entry-used-up",
    });
    expect((await post(`/entries/${transfer.id}/reverse`, { reasons: "记错" })).body).toMatchObject({
      code: "finance.entry-in-use",
    });
    const { body: other } = await post("/entries", income(700, { account: "4011", item: "11001", origin: "transfer" }));
    await post("/transfer-receipts", {
      ...{ entry: other.id, payer: "county", parts: [{ entitlement: word.id, amountFen: 300 }] },
    });
    expect((await compute(advance(other.id, 401))).body).toMatchObject({ code: "finance.entry-used-up" });
    expect((await compute(advance(other.id, 400))).body).toMatchObject({ sheet: { advancedFen: 500_400 } });
    // Told as nothing, the first advance gives its entry free: its money pays a promise, or is taken back.
    expect((await compute(advance(transfer.id, 0))).body).toMatchObject({ sheet: { advancedFen: 400 } });
    expect((await post(`/entries/${transfer.id}/reverse`, { reasons: "记错" })).body).toMatchObject({
      status: "reversed",
    });
    expect((await post(`/entries/${other.id}/reverse`, { reasons: "记错" })).body).toMatchObject({
      code: "finance.entry-in-use",
    });
  });
});

describe("F-25: disputes by line", () => {
  const disputed = (more: object) => line({ reasons: "口径不同", ...more });

  test("both figures stand, the undisputed part falls due, and a document settles the rest", async () => {
    const { compute, step, nextYear } = await aYear();
    await compute();
    nextYear();
    await step("send");
    const refused = async (disputes: object[]) => (await step("dispute", { disputes })).body.code;
    const reward = disputed({ line: "reward", theirsFen: 100 });
    expect(await refused([reward, reward])).toBe("finance.disputed-twice");
    expect(await refused([disputed({ line: "nothing", theirsFen: 1 })])).toBe("finance.disputed-line-unknown");
    expect(await refused([disputed({ line: "subsidy", theirsFen: 300_000_000 })])).toBe(
      "finance.dispute-without-difference",
    );
    expect(await refused([disputed({ line: "tax", theirsFen: 1 })])).toBe("finance.dispute-says-no-payment");
    const { body } = await step("dispute", { disputes: [reward] });
    expect(body).toMatchObject({ status: "disputed", disputes: [{ oursFen: 178_396_297, theirsFen: 100 }] });
    expect(body.dues).toMatchObject([
      { line: "reward", undisputedFen: 100, dueOn: "2027-03-31" },
      { line: "subsidy", undisputedFen: 300_000_000 },
      { line: "per-head" },
    ]);
    const ruled = async (...rulings: object[]) => (await step("resolve", { rulings })).body;
    const other = line({ line: "subsidy", amountFen: 1 });
    expect(await ruled(other)).toMatchObject({ code: "finance.ruling-on-undisputed" });
    expect(await ruled(line({ line: "reward", amountFen: 170_000_000 }))).toMatchObject({
      status: "resolved",
      dues: [{ line: "reward", amountFen: 170_000_000, undisputedFen: 170_000_000 }, {}, {}],
    });
  });

  test.each([
    [99, "finance.ruling-outside-both"],
    [100, undefined],
    [178_396_297, undefined],
    [178_396_298, "finance.ruling-outside-both"],
    [-1, "finance.ruling-outside-both"],
  ])("F-35: a ruling lies between both figures: %i", async (amountFen, code) => {
    const { compute, step, nextYear } = await aYear();
    await compute();
    nextYear();
    await step("send");
    await step("dispute", { disputes: [disputed({ line: "reward", theirsFen: 100 })] });
    const { body } = await step("resolve", { rulings: [line({ line: "reward", amountFen })] });
    expect(body.code).toBe(code);
    if (code !== undefined) expect(body.errors).toMatchObject([{ pointer: "/rulings/0/amountFen" }]);
  });

  test("each disputed line is settled, none is left out", async () => {
    const { compute, step, nextYear } = await aYear();
    await compute();
    nextYear();
    await step("send");
    await step("dispute", {
      disputes: [disputed({ line: "reward", theirsFen: 1 }), disputed({ line: "subsidy", theirsFen: 2 })],
    });
    expect((await step("resolve", { rulings: [line({ line: "reward", amountFen: 5 })] })).body).toMatchObject({
      code: "finance.ruling-incomplete",
    });
  });
});

describe("F7: what a settlement gives the town, until it is paid", () => {
  const at = (one: string) => `/entitlements/settlement:2026:guangtong-excess:1:${one}`;

  test("a disputed line owes what both grant until the ruling; paid is what came by the books", async () => {
    const { compute, step, post, get, nextYear } = await aYear();
    await compute();
    const pay = (remittances: object[] = []) => post("/settlements/2026/pay", { remittances }, theApprover);
    expect((await get(at("reward"))).status).toBe(404);
    nextYear();
    await step("send");
    expect((await pay()).body).toMatchObject({ code: "finance.settlement-not-in-this-state" });
    await step("dispute", { disputes: [line({ line: "reward", theirsFen: 100, reasons: "口径不同" })] });
    expect((await get(at("reward"))).body).toMatchObject({ owedFen: 100, upperFen: 178_396_297, dueOn: "2027-03-31" });
    expect((await get(at("subsidy"))).body).toMatchObject({ owedFen: 300_000_000, origin: "settlement" });
    await step("resolve", { rulings: [line({ line: "reward", amountFen: 170_000_000 })] });
    expect((await get(at("reward"))).body).toMatchObject({ basis: "amount", owedFen: 170_000_000 });
    expect((await pay()).body).toMatchObject({ code: "finance.settlement-outstanding" });

    const due = 170_000_000 + 300_000_000 + 216_000_000;
    const { body: money } = await post("/entries", income(due, { account: "4011", item: "11001", origin: "transfer" }));
    const part = (of: string, amountFen: number) => ({ entitlement: at(of).slice("/entitlements/".length), amountFen });
    const all = [part("reward", 170_000_000), part("subsidy", 300_000_000), part("per-head", 215_999_999)];
    expect((await post("/transfer-receipts", { entry: money.id, payer: "county", parts: all })).status).toBe(201);
    expect((await pay()).body).toMatchObject({ code: "finance.settlement-outstanding" });
    await post(`/transfer-receipts/${money.id}/take-back`, {}, theApprover);
    const whole = [...all.slice(0, 2), part("per-head", 216_000_000)];
    await post(`/transfer-receipts/${money.id}/allocate`, { payer: "county", parts: whole });
    const none = line({ line: "reward", entry: money.id, amountFen: 1 });
    expect((await pay([none])).body).toMatchObject({ code: "finance.remittance-not-owed" });
    expect((await pay()).body).toMatchObject({ status: "paid", paidOn: "2027-03-01" });
    const { body: page } = await get("/promised-and-paid");
    expect(page).toMatchObject({ owedFen: due, receivedFen: due, outstandingFen: 0 });
  });

  test("预算法52: money that came on a promise before the settlement stands on its sheet, and is owed no more", async () => {
    const { compute, step, post, get, nextYear } = await aYear();
    const settles = { year: 2026, scheme: "guangtong-excess", version: 1, line: "subsidy" };
    const promise = { title: "定额补助预拨", payer: "county", promisedOn: "2026-01-20", settles };
    const document = { number: "县财〔2026〕9号", on: "2026-01-20" };
    const basis = { kind: "range", lowerFen: 300_000_000, upperFen: 500_000_000 };
    await post("/entitlements", { ...promise, document, basis });
    const paid = async (amountFen: number) => {
      const transfer = income(amountFen, { account: "4011", item: "11001", origin: "transfer" });
      const { body: money } = await post("/entries", transfer);
      const parts = [{ entitlement: at("subsidy").slice("/entitlements/".length), amountFen }];
      return (await post("/transfer-receipts", { entry: money.id, payer: "county", parts })).status;
    };
    const dueOf = (body: Record<string, unknown>) =>
      Array.isArray(body.dues) ? body.dues.find(({ line: of }) => of === "subsidy") : undefined;
    expect(await paid(200_000_000)).toBe(201);
    const { body: first } = await compute();
    expect(first).toMatchObject({ number: 1, sheet: { advancedFen: 200_000_000 } });
    expect(dueOf(first)).toMatchObject({
      amountFen: 300_000_000,
      advancedFen: 200_000_000,
      outstandingFen: 100_000_000,
    });
    // More came before it was answered: another sheet. The same again: none.
    expect(await paid(50_000_000)).toBe(201);
    expect((await compute()).body).toMatchObject({ number: 2, sheet: { advancedFen: 250_000_000 } });
    expect((await compute()).body).toMatchObject({ number: 2 });
    nextYear();
    await step("send");
    await step("agree");
    // On the page of what was promised the same fen counts once.
    expect((await get(at("subsidy"))).body).toMatchObject({ owedFen: 300_000_000, outstandingFen: 50_000_000 });
    expect(await paid(50_000_000)).toBe(201);
    const { body: after } = await compute();
    expect(after).toMatchObject({ number: 2, status: "agreed" });
    expect((await get(at("subsidy"))).body).toMatchObject({ status: "met", outstandingFen: 0 });
  });

  test("what the town owes is paid by entries of the books, each fen once", () => {
    const due = (more: Partial<SettlementDue>): SettlementDue => ({
      ...{ scheme: "s", version: 1, line: "remit", payer: "town", to: "county", advanced: fen(0), received: fen(0) },
      ...{ amount: fen(500), outstanding: fen(500) },
      ...more,
    });
    const code = (dues: SettlementDue[], amounts: number[]) => {
      const ref = { scheme: "s", version: 1, line: "remit", entry: "e" };
      const remittances = amounts.map((amount) => ({ ...ref, amount: fen(amount) }));
      return paidRefusal(dues, { remittances, received: [] })?.code ?? "paid";
    };
    expect(code([due({})], [])).toBe("finance.settlement-outstanding");
    expect(code([due({})], [200, 299])).toBe("finance.settlement-outstanding");
    expect(code([due({})], [200, 300])).toBe("paid");
    expect(code([due({})], [501])).toBe("finance.settlement-outstanding");
    // F-20: a negative result of a line that pays the town is owed by it.
    expect(code([due({ to: "town", outstanding: fen(-500) })], [])).toBe("finance.settlement-outstanding");
    expect(code([due({ to: "town", outstanding: fen(-500) })], [500])).toBe("paid");
    const { outstanding: _, ...open } = due({ to: "town" });
    expect(code([open], [])).toBe("finance.settlement-outstanding");
  });

  test("an answer counts for the sheet that was seen", async () => {
    const { compute, step, runtime, nextYear } = await aYear();
    await compute();
    nextYear();
    await step("send");
    const { state } = (await runtime.store.load(settlement, "2026")) ?? {};
    const known = { ...aContext(), numbers: { take: () => 1 } };
    for (const command of [
      { type: "agree", document: "县财1号", seen: 0 },
      { type: "dispute", document: "县财1号", disputes: [], seen: 0 },
    ] as const)
      expect(settlement.decide(state, command, known)).toMatchObject({ code: "finance.settlement-moved-on" });
    expect(settlement.decide(state, { type: "agree", document: "县财1号", seen: 1 }, known)).toHaveLength(1);
  });
});

describe("F-46: what-if and the printed sheet", () => {
  test("another scheme changes what it changes and writes nothing; one with fines is refused with its article", async () => {
    const { compute, post, get } = await aYear();
    const { body } = await compute();
    const measure = (include: string[]) => ({ id: "tax", kind: "measure", budget: "general", include, level: "town" });
    const under = (include: string[]) =>
      post("/settlements/2026/what-if", {
        schemes: [
          {
            ...{ id: "other", version: 1, document: "方案", payer: "county", from: "2026-01-01", to: "2026-12-31" },
            ...{ rounding: "floor", dueDays: 30, pays: ["share"] },
            lines: [measure(include), { id: "share", kind: "rate", of: "tax", bps: 1000 }],
          },
        ],
      });
    expect((await under(["101"])).body).toMatchObject({ sheet: { dueFen: 170_000_000 } });
    const { body: refused } = await under(["10305"]);
    expect(refused).toMatchObject({ code: "finance.scheme-holds-fines" });
    expect(JSON.stringify(refused)).toContain("行政处罚法 74");
    expect((await get("/settlements/2026")).body).toMatchObject({ version: body.version });
  });

  test("the sheet can be printed and checked by hand", async () => {
    const { compute, get } = await aYear();
    await compute();
    const { body } = await get("/settlements/2026/html");
    const text = String(body.text);
    expect(text).toContain("17,000,000.00 - 13,432,074.07");
    expect(text).toContain("1,783,962.97");
    expect(text).toContain("四舍五入");
    expect((await get("/settlements/2026/pdf")).status).toBe(200);
  });
});
