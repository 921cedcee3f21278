import { describe, expect, test } from "vitest";
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
    const { body: transfer } = await post("/entries", income(500_000, { item: "11001", origin: "transfer" }));
    const advance = (entry: unknown, amount: number) => ({
      ...staff,
      advances: [line({ line: "per-head", year: 2026, document: "县财预1号", entry, amount })],
    });
    expect((await compute(advance(ordinary.id, 1))).body).toMatchObject({ code: "finance.advance-not-booked" });
    expect((await compute(advance(transfer.id, 500_001))).body).toMatchObject({ code: "finance.advance-not-booked" });
    expect((await compute(advance(transfer.id, 500_000))).body).toMatchObject({ sheet: { advancedFen: 500_000 } });
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
  });
});
