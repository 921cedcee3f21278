import { beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "../../../shared/decider/index.ts";
import { aFinanceTown, theAccountant, theApprover } from "../finance-town.ts";

type Town = ReturnType<typeof aFinanceTown>;
let town: Town;
let supplier: string;
const theClerk: Actor = { ...theAccountant, sub: "clerk-1", name: "办事员", roles: ["clerk"] };

const aContract = (more: object = {}) => ({
  ...{ title: "村庄保洁", supplier, document: "保洁合同1号", totalFen: 3000, quorum: 5 },
  ...{ fullFromBps: 9000, nothingBelowBps: 6000 },
  terms: [
    { month: "2026-01", amountFen: 1000 },
    { month: "2026-02", amountFen: 1001 },
    { month: "2026-03", amountFen: 999 },
  ],
  ...more,
});
const sign = async (more: object = {}) => (await town.post("/service-contracts", aContract(more), theApprover)).body;
const accept = async (id: unknown, more: object = {}, actor = theClerk) =>
  (
    await town.post(
      `/service-contracts/${id}/record-acceptance`,
      { month: "2026-01", record: "验收记录", present: 5, agreed: 3, resultBps: 9000, ...more },
      actor,
    )
  ).body;
const paidOut = async (amountFen: number) => {
  const lines = [
    { account: "5001", side: "debit", amountFen, item: "2120501" },
    { account: "1003", side: "credit", amountFen },
  ];
  const entry = { book: "treasury", nature: "budget-cash", effectiveOn: "2026-02-20", text: "保洁费", lines };
  return String((await town.post("/entries", entry)).body.id);
};
const pay = async (id: unknown, month: string, amountFen: number, entry?: string, actor = theAccountant) =>
  (
    await town.post(
      `/service-contracts/${id}/pay`,
      { month, amountFen, entry: entry ?? (await paidOut(amountFen)) },
      actor,
    )
  ).body;

beforeAll(async () => {
  town = aFinanceTown();
  await town.openBook("treasury", "2026-01");
  const account = { kind: "organisation", name: "洁美保洁社", bank: "农信社", account: "6228480012345678901" };
  supplier = String((await town.post("/payees", account)).body.id);
});

describe("F12: services bought", () => {
  test("a contract names its supplier, and its months make its total", async () => {
    expect(await sign({ supplier: "none" })).toMatchObject({ code: "finance.supplier-unknown" });
    expect(await sign({ totalFen: 3001 })).toMatchObject({ code: "finance.terms-unlike-total" });
    expect(await sign({ fullFromBps: 5999 })).toMatchObject({ code: "finance.result-bounds-inverted" });
    const [first] = aContract().terms;
    expect(await sign({ terms: [first, first], totalFen: 2000 })).toMatchObject({ code: "finance.terms-twice" });
    expect(await sign()).toMatchObject({ status: "running" });
  });

  test("the villagers accept a month that is over: enough of them, and more than half", async () => {
    const { id } = await sign();
    expect(await accept(id, { month: "2025-12" })).toMatchObject({ code: "finance.term-unknown" });
    expect(await accept(id, { month: "2026-03" })).toMatchObject({ code: "finance.service-period-runs" });
    expect(await accept(id, { present: 5, agreed: 6 })).toMatchObject({ code: "finance.more-agreed-than-came" });
    expect(await accept(id, { present: 4, agreed: 4 })).toMatchObject({ code: "finance.villagers-did-not-accept" });
    expect(await accept(id, { present: 6, agreed: 3 })).toMatchObject({ code: "finance.villagers-did-not-accept" });
    expect(await pay(id, "2026-01", 1)).toMatchObject({ code: "finance.service-not-accepted" });
    expect(await accept(id, { present: 5, agreed: 3 })).toMatchObject({ terms: [{ payableFen: 1000 }, {}, {}] });
    expect(await accept(id)).toMatchObject({ code: "finance.accepted-already" });
  });

  test.each([
    [10_000, 1001],
    [9000, 1001],
    [8999, 901],
    [6000, 601],
    [5999, 0],
  ])("a result of %i basis points of 1001 fen pays %i", async (resultBps, payableFen) => {
    const { id } = await sign();
    const { terms } = await accept(id, { month: "2026-02", resultBps });
    expect(terms).toMatchObject([{}, { payableFen }, {}]);
  });

  test("pay by result, by another person, each fen of an entry once", async () => {
    const { id } = await sign();
    await accept(id, {}, theAccountant);
    expect(await pay(id, "2026-01", 1000)).toMatchObject({ code: "finance.acceptor-pays-not" });
    const other = { ...theAccountant, sub: "accountant-2" };
    expect(await pay(id, "2026-04", 1, undefined, other)).toMatchObject({ code: "finance.term-unknown" });
    const entry = await paidOut(1000);
    expect(await pay(id, "2026-01", 1001, entry, other)).toMatchObject({ code: "finance.above-result" });
    expect(await pay(id, "2026-01", 600, entry, other)).toMatchObject({ terms: [{ paidFen: 600 }, {}, {}] });
    expect(await pay(id, "2026-01", 401, undefined, other)).toMatchObject({ code: "finance.above-result" });
    expect(await pay(id, "2026-01", 1, entry, other)).toMatchObject({ code: "finance.entry-used-already" });
    const back = (of: string) => town.post(`/service-contracts/${id}/take-back`, { entry: of }, theApprover);
    expect((await back("treasury:finance:none")).body).toMatchObject({ code: "finance.contract-holds-no-payment" });
    expect((await back(entry)).body).toMatchObject({ terms: [{ paidFen: 0 }, {}, {}] });
    const end = () => town.post(`/service-contracts/${id}/end`, { document: "终止协议" }, theApprover);
    expect((await end()).body).toMatchObject({ status: "ended" });
    expect(await accept(id, { month: "2026-02" })).toMatchObject({ code: "finance.contract-not-in-this-state" });
    expect(await pay(id, "2026-01", 1000, entry, other)).toMatchObject({ terms: [{ paidFen: 1000 }, {}, {}] });
  });
});
