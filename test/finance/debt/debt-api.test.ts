import { beforeAll, describe, expect, test } from "vitest";
import { ageBandOf } from "../../../services/finance/debt/domain/ageing.ts";
import type { Debt } from "../../../services/finance/debt/domain/debt.ts";
import { debt } from "../../../services/finance/debt/domain/decider.ts";
import { finance } from "../../../services/finance/service.ts";
import { fen } from "../../../shared/money/index.ts";
import { clockworkFor } from "../../../shared/service/index.ts";
import { aContext } from "../../support/tally-town.ts";
import { aFinanceTown, theAccountant, theApprover } from "../finance-town.ts";

type Town = ReturnType<typeof aFinanceTown>;
let town: Town;
const village = () => town.runtime.town.villages[0]?.code ?? "";

const owing = (more: object = {}) => ({
  ...{ debtor: "town", kind: "loan", creditorKind: "organisation", creditor: "广通信用社", purpose: "修路" },
  ...{ document: "借款合同〔2015〕8号", incurredOn: "2015-06-01", dueOn: "2018-06-01", principalFen: 10_000 },
  ...more,
});
const register = async (more: object = {}) => (await town.post("/debts", owing(more))).body;
const paidOut = async (amountFen: number) => {
  const lines = [
    { account: "2001", side: "debit", amountFen },
    { account: "1003", side: "credit", amountFen },
  ];
  const entry = { book: "treasury", nature: "held", effectiveOn: "2026-02-20", text: "还款", lines };
  return String((await town.post("/entries", entry)).body.id);
};
const repay = (id: unknown, more: object) =>
  town.post(`/debts/${id}/repay`, { document: "还款凭证", amountFen: 1000, on: "2026-02-20", ...more });
const lock = (owedFen: number, debtor = "town") =>
  town.post(`/debt-stocks/${debtor}/lock`, { document: "债务核查报告", owedFen }, theApprover);
const owed = async (debtor = "town") => (await town.get(`/debt-stocks/${debtor}`)).body.owedFen;

beforeAll(async () => {
  town = aFinanceTown();
  await town.openBook("treasury", "2026-01");
});

describe("F8: the old stock is registered, and locked at the sum of the paper", () => {
  test("by creditor, purpose and due day; a person's name is masked", async () => {
    expect(await register({ debtor: "moon" })).toMatchObject({ code: "finance.debtor-unknown" });
    expect(await register({ incurredOn: "2026-03-03" })).toMatchObject({ code: "finance.debt-day-in-future" });
    expect(await register({ creditorKind: "person", creditor: "李建国" })).toMatchObject({
      creditor: "李**",
      isOld: true,
    });
    // F-4: what was borrowed after the last day of the old stock is no old debt, also before it is locked.
    for (const kind of ["loan", "guarantee", "collected"])
      expect(await register({ kind, incurredOn: "2026-01-01" })).toMatchObject({ code: "finance.new-debt" });
    expect(await owed()).toBe(10_000);
    expect((await lock(9_999)).body).toMatchObject({ code: "finance.stock-differs" });
    const { body: early } = await town.post(`/debts/${(await register()).id}/claim-reward`, {});
    expect(early).toMatchObject({ code: "finance.stock-not-locked" });
    expect(
      (await town.post("/debt-stocks/town/lock", { document: "核查", owedFen: 20_000 }, theAccountant)).status,
    ).toBe(403);
    expect((await lock(20_000)).body).toMatchObject({ status: "locked", lockedFen: 20_000 });
    expect((await lock(20_000)).body).toMatchObject({ code: "finance.stock-not-in-this-state" });
  });

  test("F-4: after that nothing is added by any name; arrears that arose count and are told", async () => {
    for (const kind of ["loan", "guarantee", "collected"])
      expect(await register({ kind })).toMatchObject({ code: "finance.new-debt" });
    const grown = () => town.heard.filter(({ type }) => type === "finance.debt-stock.grown").map(({ data }) => data);
    expect(grown()).toEqual([]);
    const arrears = { kind: "supplier-arrears", incurredOn: "2026-02-01", dueOn: "2026-02-15", principalFen: 700 };
    expect(await register(arrears)).toMatchObject({ isOld: false, ageBand: "one-year" });
    expect(grown()).toEqual([{ debtor: "town", byFen: 700, owedFen: 20_700 }]);
    expect(JSON.stringify(grown())).not.toContain("信用社");
  });

  test("villages too, each with its own stock", async () => {
    expect(await register({ debtor: village(), principalFen: 300 })).toMatchObject({ debtor: village() });
    expect(await owed(village())).toBe(300);
    await lock(300, village());
    expect(await register({ debtor: village() })).toMatchObject({ code: "finance.new-debt" });
    const { body } = await town.get("/debt-ageing");
    expect(body.items).toContainEqual({
      ...{ debtor: village(), owedFen: 300 },
      ages: { "not-due": 0, "one-year": 0, "three-years": 0, "five-years": 0, longer: 300 },
    });
  });

  test.each([
    ["2026-03-02", "not-due"],
    ["2026-03-01", "one-year"],
    ["2025-03-02", "one-year"],
    ["2025-03-01", "three-years"],
    ["2023-03-02", "three-years"],
    ["2023-03-01", "five-years"],
    ["2021-03-02", "five-years"],
    ["2021-03-01", "longer"],
  ])("ageing: due on %s is %s on 2 March 2026", (dueOn, band) => {
    expect(ageBandOf(dueOn, "2026-03-02")).toBe(band);
  });
});

describe("repaid by entries of the books, planned, rewarded", () => {
  let id: unknown;
  let first: string;

  beforeAll(async () => {
    town = aFinanceTown();
    await town.openBook("treasury", "2026-01");
    id = (await register()).id;
    await lock(10_000);
  });

  test("the town names the entry, and each fen of it repays once", async () => {
    first = await paidOut(4000);
    expect((await repay(id, {})).body).toMatchObject({ code: "finance.repayment-not-booked" });
    expect((await repay(id, { entry: first, on: "2026-03-03" })).body).toMatchObject({
      code: "finance.debt-day-in-future",
    });
    expect((await repay(id, { entry: first, amountFen: 4001 })).body).toMatchObject({ code: "finance.entry-used-up" });
    expect((await repay(id, { entry: first, amountFen: 10_001 })).body).toMatchObject({
      code: "finance.repaid-above-debt",
    });
    expect((await repay(id, { entry: first, amountFen: 4000 })).body).toMatchObject({ owedFen: 6000, repaidFen: 4000 });
    expect((await repay(id, { entry: first, amountFen: 1 })).body).toMatchObject({
      code: "finance.entry-used-already",
    });
    expect(await owed()).toBe(6000);
    const own = await register({ debtor: village() });
    expect((await repay(own.id, { amountFen: 10_000 })).body).toMatchObject({ status: "cleared" });
    expect((await repay(own.id, { amountFen: 1 })).body).toMatchObject({ code: "finance.debt-not-in-this-state" });
  });

  test("a reward is for old debt that was repaid, once for each fen, and becomes an entitlement", async () => {
    const claim = (of = id) => town.post(`/debts/${of}/claim-reward`, {});
    expect((await claim()).body).toMatchObject({ rewardedFen: 4000 });
    expect((await town.get(`/entitlements/debt-paid:${id}:1`)).body).toMatchObject({
      ...{ origin: "debt-paid", payer: "county", owedFen: 400 },
    });
    expect((await claim()).body).toMatchObject({ code: "finance.nothing-to-reward" });
    const back = (entry: string) => town.post(`/debts/${id}/take-back`, { entry }, theApprover);
    expect((await back(first)).body).toMatchObject({ code: "finance.repayment-rewarded" });
    const wrong = await paidOut(500);
    await repay(id, { entry: wrong, amountFen: 500 });
    expect((await back(wrong)).body).toMatchObject({ owedFen: 6000 });
    expect((await back("treasury:finance:none")).body.code).toMatch(/^finance\.(repayment-holds-no-entry|entry-)/);
    expect(await owed()).toBe(6000);
    const grown = await register({ kind: "wages", incurredOn: "2026-02-01" });
    await repay(grown.id, { entry: await paidOut(100), amountFen: 100 });
    expect((await claim(grown.id)).body).toMatchObject({ code: "finance.nothing-to-reward" });
  });

  test("a plan makes what is owed, day by day; a day that is not kept is told once", async () => {
    const plan = (...parts: readonly [string, number][]) =>
      town.post(`/debts/${id}/plan`, { parts: parts.map(([by, amountFen]) => ({ by, amountFen })) }, theApprover);
    expect((await plan(["2026-04-01", 5999])).body).toMatchObject({ code: "finance.plan-unlike-debt" });
    expect((await plan(["2026-03-01", 6000])).body).toMatchObject({ code: "finance.plan-day-passed" });
    const twice = await plan(["2026-04-01", 3000], ["2026-04-01", 3000]);
    expect(twice.body).toMatchObject({ code: "finance.plan-days-disordered" });
    expect((await plan(["2026-04-01", 1000], ["2026-05-01", 2000], ["2026-06-01", 3000])).status).toBe(200);
    await repay(id, { entry: await paidOut(1000), amountFen: 1000 });
    const run = clockworkFor(finance, town.runtime);
    const missed = () => town.heard.filter(({ type }) => type === "finance.debt.plan-missed").map(({ data }) => data);
    for (const [now, told] of [
      ["2026-04-01T16:00:00.000Z", 0],
      ["2026-05-01T15:59:59.000Z", 0],
      ["2026-05-01T16:00:00.000Z", 1],
      ["2026-05-20T16:00:00.000Z", 1],
    ] as const) {
      town.runtime.setClock(now);
      await run();
      expect(missed()).toHaveLength(told);
    }
    expect(missed()).toEqual([{ debtor: "town", by: "2026-05-01", missingFen: 2000 }]);
  });

  test("what nobody asks for by hand", () => {
    const context = { ...aContext(), numbers: { take: () => 1 } };
    const state: Debt = {
      ...{ status: "unpaid", debtor: "town", kind: "loan", creditorKind: "organisation", creditor: "信用社" },
      ...{ purpose: "修路", document: "合同", incurredOn: "2015-01-01", dueOn: "2018-01-01", principal: fen(10) },
      ...{ isOld: true, repayments: [], rewarded: fen(0), rewards: 0 },
    };
    expect(debt.decide(state, { type: "pass-time" }, context)).toMatchObject({ code: "finance.no-plan-day-yet" });
    expect(debt.decide(state, { type: "take-back", entry: "e" }, context)).toMatchObject({
      code: "finance.repayment-holds-no-entry",
    });
  });
});

describe("F8: no project without the county's written opinion, and none on debt", () => {
  const opening = async (more: object = {}) =>
    (
      await town.post(
        "/project-openings",
        {
          ...{ debtor: "town", project: "农贸市场改造", estimateFen: 1000 },
          sources: [{ means: "budget", amountFen: 1000, document: "人大决议" }],
          opinion: { number: "县政函〔2026〕5号", on: "2026-02-01" },
          ...more,
        },
        theApprover,
      )
    ).body;

  test("it needs the opinion of a day that has come, and all its money", async () => {
    expect(await opening({ opinion: undefined })).toMatchObject({ code: "finance.no-written-opinion" });
    expect(await opening({ opinion: { number: "县政函", on: "2027-02-01" } })).toMatchObject({
      code: "finance.debt-day-in-future",
    });
    expect(await opening({ debtor: "moon" })).toMatchObject({ code: "finance.debtor-unknown" });
    expect(await opening({ estimateFen: 1001 })).toMatchObject({ code: "finance.project-not-covered" });
    expect(await opening()).toMatchObject({ project: "农贸市场改造", debtor: "town" });
    expect(await opening({ debtor: village() })).toMatchObject({ debtor: village() });
  });

  test.each(["loan", "guarantee", "builder-advances", "arrears"])("not by %s, also for a part", async (means) => {
    const sources = [
      { means: "budget", amountFen: 1000, document: "人大决议" },
      { means, amountFen: 1, document: "协议" },
    ];
    expect(await opening({ sources })).toMatchObject({ code: "finance.project-by-debt" });
  });
});
