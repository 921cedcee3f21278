import { describe, expect, test } from "vitest";
import * as z from "zod";
import { refusalsOf } from "../../../infra/docs/words.ts";
import { isPaymentCode } from "../../../services/finance/receivables/domain/payment-code.ts";
import { finance } from "../../../services/finance/service.ts";
import type { Actor } from "../../../shared/decider/index.ts";
import type { CloudEvent } from "../../../shared/messaging/index.ts";
import { maskedPayer } from "../../../shared/parties/index.ts";
import { actorKey } from "../../../shared/service/index.ts";
import { someCitizenNumbers } from "../../support/citizen-numbers.ts";
import { partyId } from "../../support/keyed.ts";
import { handTo } from "../../support/reacting.ts";
import { aFinanceTown, theCashier } from "../finance-town.ts";

const [his = "", hers = ""] = someCitizenNumbers(2).map(partyId);
const resident = (party?: string): Actor => ({
  ...{ sub: `resident-${party ?? "unverified"}`, name: "王大山", roles: ["resident"] },
  ...(party === undefined ? {} : { party }),
});
const body = resident(partyId("91532302MA6K3UQ48X"));
const coded = z.looseObject({ paymentCode: z.string() });

/** A town with a fee of his, a fine of hers, a fine of a body, and a fee of somebody unknown. */
async function aTownWithPayers() {
  const town = aFinanceTown();
  await town.openBook("treasury", "2026-01");
  const { runtime } = town;
  const context = { keyOf: (name: string) => actorKey(runtime, name), now: "2026-03-02T01:00:00.000Z" };
  const payer = (kind: "citizen" | "organisation", key = "") => maskedPayer(context, { kind, key });
  const hand = (type: string, subject: string, data: object) => {
    const event: CloudEvent = {
      ...{ specversion: "1.0", source: "/town", type, subject, id: `${subject}/${type}`, data: { ...data } },
      ...{ time: context.now, datacontenttype: "application/json", sequence: 1, actor: "town" },
    };
    return handTo(finance.subscriptions, event, runtime);
  };
  const fee = { itemCode: "PS-065", amountFen: 10_00, basis: "民法典", dueOn: "2026-03-16" };
  const fine = { decision: "罚1号", fineFen: 1_000_00, gainsFen: 0, due: "2026-03-16", surcharge: true };
  const of = (id: string) => ({ case: id, proceeding: `${id}:P1` });
  await hand("permits.fee.due", "application/A1", { ...fee, ...payer("citizen", his) });
  await hand("permits.fee.due", "application/A2", fee);
  await hand("enforcement.fine.due", "fine/C1:P1", { ...of("C1"), ...fine, ...payer("citizen", hers) });
  await hand("enforcement.fine.due", "fine/C2:P1", { ...of("C2"), ...fine, ...payer("organisation", body.party) });
  const mine = async (actor: Actor, query: Record<string, string> = {}) => {
    const { items } = z
      .object({ items: z.array(z.looseObject({ id: z.string() })) })
      .parse((await town.get("/receivables", query, actor)).body);
    return items.map(({ id }) => id);
  };
  const codeFor = async (id: string, actor?: Actor) =>
    coded.parse((await town.get(`/receivables/${id}`, {}, actor)).body).paymentCode;
  return { ...town, hand, mine, codeFor, payer };
}
const masked = /^\*{16}\d{4}$/;

describe("P-1: a payer reads his own claims", () => {
  test("by his verified login he reads his own; those of others are not there for him", async () => {
    const town = await aTownWithPayers();
    expect(await town.mine(resident(his))).toEqual(["permits:A1"]);
    expect(await town.mine(resident(hers))).toEqual(["enforcement:C1:P1"]);
    expect((await town.get("/receivables/permits:A1", {}, resident(his))).body).toMatchObject({
      ...{ owedFen: 10_00, dueOn: "2026-03-16", payerKind: "citizen", received: [] },
    });
    for (const id of ["enforcement:C1:P1", "permits:A2", "permits:none"]) {
      expect((await town.get(`/receivables/${id}`, {}, resident(his))).status).toBe(404);
      expect((await town.get(`/receivables/${id}/notice/html`, {}, resident(his))).status).toBe(404);
      expect((await town.get(`/receivables/${id}/notice/pdf`, {}, resident(his))).status).toBe(404);
    }
  });

  test("a login that nobody verified reads nothing, also not what has no known payer", async () => {
    const town = await aTownWithPayers();
    expect(await town.mine(resident())).toEqual([]);
    expect((await town.get("/receivables/permits:A2", {}, resident())).status).toBe(404);
  });

  test("staff see all; what an accountant owes himself is asked for by itself", async () => {
    const town = await aTownWithPayers();
    const owing: Actor = { ...theCashier, party: his };
    expect(await town.mine(owing)).toHaveLength(4);
    expect(await town.mine(owing, { mine: "true" })).toEqual(["permits:A1"]);
    expect(await town.mine(owing, { mine: "true", status: "settled" })).toEqual([]);
  });

  test("CF-67, CF-72: he sees what is due when, what was paid, and the surcharge of the day", async () => {
    const town = await aTownWithPayers();
    const receive = { serial: "GK-1", receipt: "缴1号", amountFen: 400_00, on: "2026-03-02" };
    await town.post("/receivables/enforcement:C1:P1/receive", receive);
    town.runtime.setClock("2026-03-18T02:00:00.000Z");
    expect((await town.get("/receivables/enforcement:C1:P1", {}, resident(hers))).body).toMatchObject({
      ...{ receivedFen: 400_00, surchargeFen: 36_00, lateDays: 2, owedFen: 636_00, overdue: true },
      received: [{ amountFen: 400_00, on: "2026-03-02" }],
    });
  });
});

describe("CF-67: the payment code", () => {
  test("the payer sees it whole; of a person others see four digits, of a body all", async () => {
    const town = await aTownWithPayers();
    const whole = await town.codeFor("permits:A1", resident(his));
    expect(isPaymentCode(whole)).toBe(true);
    expect(whole.slice(0, 6)).toBe("532302");
    expect(await town.codeFor("permits:A1")).toMatch(masked);
    expect((await town.codeFor("permits:A1")).slice(-4)).toBe(whole.slice(-4));
    expect(await town.codeFor("permits:A2")).toMatch(masked);
    expect(isPaymentCode(await town.codeFor("enforcement:C2:P1"))).toBe(true);
    expect(await town.codeFor("enforcement:C2:P1", body)).toBe(await town.codeFor("enforcement:C2:P1"));
    const listed = coded.parse(
      z.object({ items: z.array(coded) }).parse((await town.get("/receivables", {}, resident(his))).body).items[0],
    );
    expect(listed.paymentCode).toBe(whole);
  });

  test("P-1: who reads it for a payer without a login says how he tells it, and that is on record", async () => {
    const town = await aTownWithPayers();
    const show = (id: string, actor = theCashier) =>
      town.post(`/receivables/${id}/show-code`, { how: "at-the-counter" }, actor);
    const { body: shown } = await show("permits:A1");
    expect(coded.parse(shown).paymentCode).toBe(await town.codeFor("permits:A1", resident(his)));
    expect((await show("permits:A1", resident(his))).status).toBe(403);
    expect(town.heard.map(({ type, data }) => [type, data])).toContainEqual([
      "finance.receivable.code-shown",
      { how: "at-the-counter", by: theCashier.sub },
    ]);
    expect(JSON.stringify(town.heard)).not.toContain(coded.parse(shown).paymentCode);
  });

  test("the notice says sum, day and code; where nothing is owed there is none", async () => {
    const town = await aTownWithPayers();
    const page = async (actor?: Actor) =>
      String((await town.get("/receivables/enforcement:C1:P1/notice/html", {}, actor)).body.text);
    const code = await town.codeFor("enforcement:C1:P1", resident(hers));
    const spaced = code.replaceAll(/(.{4})(?=.)/g, "$1 ");
    const own = await page(resident(hers));
    for (const said of ["缴款通知书", spaced, "1,000.00元", "2026年3月16日", "第七十二条"]) expect(own).toContain(said);
    const others = await page();
    expect(others).not.toContain(spaced);
    expect(others).toContain(code.slice(-4));
    await town.post("/receivables/permits:A1/receive", {
      ...{ serial: "GK-1", receipt: "缴1号", amountFen: 10_00, on: "2026-03-02" },
    });
    expect((await town.get("/receivables/permits:A1/notice/html", {}, resident(his))).body).toMatchObject({
      code: "finance.nothing-owed",
    });
    const routes = finance.routes.filter(({ path }) => path.includes("{id}/notice/"));
    expect(routes.map((route) => refusalsOf(route).includes(409))).toEqual([true, true]);
  });
});

describe("QZ-51: what a demolition or another one's work cost is a claim of its own", () => {
  test("it is owed from the day on which it is claimed, and carries no surcharge", async () => {
    const town = await aTownWithPayers();
    const told = { case: "C1", proceeding: "C1:P1", act: "A1", on: "2026-03-02", amountFen: 5_000_00 };
    expect(
      await town.hand("enforcement.building.costs-claimed", "building/C1:P1", {
        ...told,
        ...town.payer("citizen", hers),
      }),
    ).toEqual([]);
    const id = "enforcement:cost:building:C1:P1";
    town.runtime.setClock("2026-05-04T02:00:00.000Z");
    expect((await town.get(`/receivables/${id}`, {}, resident(hers))).body).toMatchObject({
      ...{ kind: "cost", owedFen: 5_000_00, surchargeFen: 0, overdue: true },
    });
    const receive = { serial: "GK-9", receipt: "缴9号", amountFen: 5_000_00, on: "2026-03-03" };
    expect((await town.post(`/receivables/${id}/receive`, receive)).body).toMatchObject({ status: "settled" });
    const entries = await town.get("/entries", { book: "treasury", year: "2026" });
    expect(entries.body).toMatchObject({ items: [{ totalFen: 5_000_00 }] });
  });
});
