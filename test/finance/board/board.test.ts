import { beforeAll, describe, expect, test } from "vitest";
import { finance } from "../../../services/finance/service.ts";
import type { Actor } from "../../../shared/decider/index.ts";
import type { CloudEvent } from "../../../shared/messaging/index.ts";
import { Store, sha256, type Table } from "../../../shared/store/index.ts";
import { claimsFor } from "../../support/claims.ts";
import { talkTo } from "../../support/http.ts";
import { handTo } from "../../support/reacting.ts";
import { aFinanceTown, anEntry, theAccountant, theApprover, theCashier } from "../finance-town.ts";

const told = (type: string, subject: string, data: object): CloudEvent => ({
  ...{ specversion: "1.0", source: "/town", type, subject, id: `${type}/${subject}` },
  ...{ time: "2026-03-02T01:00:00.000Z", datacontenttype: "application/json", sequence: 1, actor: "town" },
  data: { ...data },
});
const supervisor: Actor = { sub: "supervisor-1", name: "督查", roles: ["supervisor"], office: "party-government" };

describe("F-11, F-49: what waits for whom", () => {
  let town: ReturnType<typeof aFinanceTown>;
  beforeAll(async () => {
    town = aFinanceTown();
    await town.openBook();
    await town.openBook("treasury", "2026-01");
    const hand = (event: CloudEvent) => handTo(finance.subscriptions, event, town.runtime);
    const fine = { decision: "罚1号", fineFen: 300_00, gainsFen: 0, due: "2026-03-16", surcharge: true };
    await hand(told("enforcement.fine.due", "fine/C1:P1", { case: "C1", proceeding: "C1:P1", ...fine }));
    await hand(
      told("enforcement.fine.due", "fine/C2:P1", { case: "C2", proceeding: "C2:P1", ...fine, due: "2026-05-16" }),
    );
    await hand(
      told("permits.fee.due", "application/A1", {
        itemCode: "PS-065",
        amountFen: 10_00,
        basis: "民法典",
        dueOn: "2026-05-16",
      }),
    );
    const paid = { serial: "GK-1", receipt: "R1", amountFen: 12_00, on: "2026-03-02" };
    await town.post("/receivables/permits:A1/receive", paid);
    await town.post("/receivables/permits:A1/propose-refund", { amountFen: 2_00, document: "退1号" });
    const granted = { codeDigest: sha256("AAAA-BBBB"), sumFen: 50_00, on: "2026-03-01" };
    await hand(told("grid-events.reward.granted", "reward/RW1", granted));
    await town.post("/entries", anEntry());
    town.runtime.setClock("2026-04-02T02:00:00.000Z");
  });
  const board = async (actor: Actor) => (await town.get("/board", {}, actor)).body;
  const waiting = async (actor: Actor) => {
    const { items } = await board(actor);
    return Array.isArray(items) ? items.map(({ duty, id }) => `${duty} ${id}`) : [];
  };

  test("the accountant sees vouchers, claims that are late and months that are over", async () => {
    const own = await waiting(theAccountant);
    expect(own).toContain("collect-claim enforcement:C1:P1");
    expect(own.filter((one) => one.startsWith("collect-claim"))).toHaveLength(1);
    expect(own.filter((one) => one.startsWith("record-voucher"))).toHaveLength(2);
    expect(own).toEqual(expect.arrayContaining(["shut-month town-government", "shut-month treasury"]));
    expect(own.some((one) => one.startsWith("approve"))).toBe(false);
  });

  test("the approver sees what awaits approval, and the cashier nothing before it", async () => {
    expect(await waiting(theApprover)).toEqual(["approve-refund permits:A1", "approve-reward RW1"]);
    expect(await waiting(theCashier)).toEqual([]);
  });

  test("a step moves it from one board to the next", async () => {
    await town.post("/receivables/permits:A1/approve-refund", {}, theApprover);
    expect(await waiting(theApprover)).toEqual(["approve-reward RW1"]);
    expect(await waiting(theAccountant)).toContain("pay-refund permits:A1");
    await town.post("/books/treasury/shut", {});
    expect(await waiting(theApprover)).toContain("close-month treasury");
  });

  test("a list that several duties look into is read once", async () => {
    const { store } = town.runtime;
    const read: string[] = [];
    const table: Table = {
      ...store.table,
      query: (query) => {
        if (query.index === "byStatus") read.push(query.partition);
        return store.table.query(query);
      },
    };
    const looking = { ...town.runtime, store: new Store(table) };
    await talkTo(finance, looking)({ path: "/finance/board", claims: claimsFor(supervisor) });
    expect(read).toContain("debt:unpaid");
    expect(read.filter((one, at) => read.indexOf(one) !== at)).toEqual([]);
  });

  test("overseers see all of it, and each duty says how many there are", async () => {
    const all = await board(supervisor);
    expect(all).toMatchObject({ on: "2026-04-02" });
    expect(all.duties).toContainEqual({ duty: "approve-reward", count: 1, more: false });
    expect(await waiting(supervisor)).toEqual(expect.arrayContaining(["approve-reward RW1", "pay-refund permits:A1"]));
  });
});
