import { describe, expect, test } from "vitest";
import { finance } from "../../../services/finance/service.ts";
import type { CloudEvent } from "../../../shared/messaging/index.ts";
import { sha256 } from "../../../shared/store/index.ts";
import { handTo } from "../../support/reacting.ts";
import { aFinanceTown, theAccountant, theApprover, theCashier } from "../finance-town.ts";

const code = "7KQF-93TR";
const told = (what: string, data: object, id = "RW1"): CloudEvent => ({
  ...{ specversion: "1.0", source: "/town", type: `grid-events.reward.${what}`, subject: `reward/${id}` },
  ...{ id: `${id}/${what}/${JSON.stringify(data)}`, time: "2026-03-02T01:00:00.000Z" },
  ...{ datacontenttype: "application/json", sequence: 1, actor: "town", data: { ...data } },
});
const granted = (sumFen = 50_00) => told("granted", { codeDigest: sha256(code), sumFen, on: "2026-03-01" });

async function aRewardingTown(...events: CloudEvent[]) {
  const town = aFinanceTown();
  await town.openBook();
  await town.post("/budget-years", { year: 2026, document: "上年决算" }, theApprover);
  const approval = { on: "2026-03-02", document: "人大决议", expenditureFen: 1_000_000_00, reserveFen: 10_000_00 };
  await town.post("/budget-years/2026/approve", { ...approval, turnoverFundFen: 0 }, theApprover);
  const item = { year: 2026, item: "2010301", purpose: "举报奖励", ground: "congress", document: "人大决议" };
  const { body } = await town.post("/budget-lines", { ...item, amountFen: 60_00 }, theApprover);
  const line = String(body.id);
  await town.post(`/budget-lines/${line}/plan`, { upToFen: 60_00, document: "用款计划" }, theApprover);
  const hand = (event: CloudEvent) => handTo(finance.subscriptions, event, town.runtime);
  for (const event of events) expect(await hand(event)).toEqual([]);
  const step = async (verb: string, sent: object, actor = theApprover, id = "RW1") =>
    (await town.post(`/rewards/${id}/${verb}`, sent, actor)).body;
  const left = async () => (await town.get(`/budget-lines/${line}`)).body;
  return { ...town, line, hand, step, left };
}

describe("P7, F-2: a reward is paid against its code, from a line, by three people", () => {
  test("approved, paid once, booked; the grid service hears of it, and the line has paid", async () => {
    const town = await aRewardingTown(granted());
    expect(await town.step("approve", { line: town.line })).toMatchObject({ status: "approved", sumFen: 50_00 });
    expect(await town.left()).toMatchObject({ heldFen: 50_00, availableFen: 10_00 });
    expect(await town.step("hand-out", { code: "7KQF-93TX" }, theCashier)).toMatchObject({
      code: "finance.reward-code-wrong",
    });
    expect(await town.step("hand-out", { code }, theCashier)).toMatchObject({
      status: "paid",
      handedOutOn: "2026-03-02",
    });
    expect(await town.step("hand-out", { code }, theCashier)).toMatchObject({
      code: "finance.reward-not-in-this-state",
    });
    const sent = town.heard.filter(({ type }) => type === "finance.reward.paid");
    expect(sent.map(({ data }) => data)).toEqual([{ reward: "RW1", on: "2026-03-02" }]);
    expect(await town.step("book", {}, theAccountant)).toMatchObject({ status: "booked" });
    expect(await town.left()).toMatchObject({ heldFen: 0, paidFen: 50_00, availableFen: 10_00 });
    expect(await town.reversedByHand()).toEqual([["finance.entry-of-record", "reward"]]);
    const { body: trial } = await town.get("/books/town-government/trial-balance", { year: "2026" });
    expect(trial).toMatchObject({
      sets: [
        { debitFen: 50_00, creditFen: 50_00 },
        { debitFen: 50_00, creditFen: 50_00 },
      ],
    });
  });

  test("F-10: handed out in December, it is spent in that year, also where it is booked after the line lapsed", async () => {
    const town = await aRewardingTown(granted());
    town.runtime.setClock("2026-12-31T02:00:00.000Z");
    await town.step("approve", { line: town.line });
    await town.step("hand-out", { code }, theCashier);
    expect(await town.left()).toMatchObject({ heldFen: 0, paidFen: 50_00 });
    town.runtime.setClock("2027-01-05T02:00:00.000Z");
    await town.post(`/budget-lines/${town.line}/lapse`, {}, theApprover);
    expect(await town.left()).toMatchObject({ status: "lapsed", leftFen: 10_00 });
    expect(await town.step("book", {}, theAccountant)).toMatchObject({ status: "booked" });
    expect(await town.left()).toMatchObject({ leftFen: 10_00, paidFen: 50_00 });
    const { body } = await town.get("/entries", { book: "town-government", year: "2026" });
    expect(body.items).toMatchObject([{ effectiveOn: "2026-12-31", totalFen: 100_00, period: "2026-12" }]);
  });

  test("F-2: approved and not handed out, it is paid from no line that lapsed", async () => {
    const town = await aRewardingTown(granted());
    await town.step("approve", { line: town.line });
    town.runtime.setClock("2027-01-05T02:00:00.000Z");
    expect(await town.step("hand-out", { code }, theCashier)).toMatchObject({ code: "finance.line-of-another-year" });
    await town.post(`/budget-lines/${town.line}/lapse`, {}, theApprover);
    expect(await town.step("hand-out", { code }, theCashier)).toMatchObject({ code: "finance.reward-without-line" });
    expect(await town.step("take-approval-back", {})).toMatchObject({ status: "granted" });
  });

  test("no code, no name and no key of a person is kept", async () => {
    const town = await aRewardingTown(granted());
    await town.step("approve", { line: town.line });
    await town.step("hand-out", { code }, theCashier);
    expect(JSON.stringify(town.heard)).not.toContain(code);
  });

  test("F-49: who approved does not pay, and a cashier books nothing", async () => {
    const town = await aRewardingTown(granted());
    const both = { ...theApprover, roles: ["finance-approver", "cashier"] as const };
    await town.step("approve", { line: town.line }, both);
    expect(await town.step("hand-out", { code }, both)).toMatchObject({ code: "finance.reward-same-person" });
    await town.step("hand-out", { code }, theCashier);
    const keeper = { ...theCashier, roles: ["cashier", "accountant"] as const };
    expect(await town.step("book", {}, keeper)).toMatchObject({ code: "finance.keeps-no-books" });
  });

  test("a line that has too little holds nothing", async () => {
    const town = await aRewardingTown(granted(60_01));
    expect(await town.step("approve", { line: town.line })).toMatchObject({ code: "finance.over-budget" });
    expect((await town.get("/rewards")).body.items).toMatchObject([{ id: "RW1", status: "granted" }]);
  });

  test("taken back or withdrawn, the line is free; what was paid stays paid", async () => {
    const town = await aRewardingTown(granted());
    await town.step("approve", { line: town.line });
    expect(await town.step("take-approval-back", {})).toMatchObject({ status: "granted" });
    expect(await town.left()).toMatchObject({ heldFen: 0 });
    await town.step("approve", { line: town.line });
    expect(await town.hand(told("withdrawn", { on: "2026-03-02" }))).toEqual([]);
    expect(await town.left()).toMatchObject({ heldFen: 0 });
    expect(await town.step("hand-out", { code }, theCashier)).toMatchObject({
      code: "finance.reward-not-in-this-state",
    });
    const paid = await aRewardingTown(granted());
    await paid.step("approve", { line: paid.line });
    await paid.step("hand-out", { code }, theCashier);
    expect(await paid.hand(told("withdrawn", { on: "2026-03-02" }))).toEqual([]);
    expect((await paid.get("/rewards/RW1")).body).toMatchObject({ status: "paid" });
  });

  test("the same event twice grants once; with another sum it is set aside; a withdrawal before its cause waits", async () => {
    const town = await aRewardingTown(granted(), granted());
    expect(await town.hand(granted(70_00))).toEqual(["grid-events.reward.granted: finance.reward-granted-otherwise"]);
    const early = told("withdrawn", { on: "2026-03-02" }, "RW2");
    expect(await town.hand(early)).toEqual(["grid-events.reward.withdrawn: not-found"]);
  });
});
