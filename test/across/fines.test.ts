import { describe, expect, test } from "vitest";
import * as z from "zod";
import { enforcement } from "../../services/enforcement/service.ts";
import type { CloudEvent } from "../../shared/messaging/index.ts";
import { theMayor } from "../enforcement/payment/builders.ts";
import {
  aCharge,
  accountant,
  aFiledCase,
  aNotice,
  anAct,
  aWholeTown,
  citizen,
  handOver,
  head,
  mayor,
  officer,
  punishing,
  reviewer,
  sha,
} from "../enforcement/whole-town.ts";
import { theApprover } from "../finance/finance-town.ts";
import { financeBeside } from "./finance-beside.ts";

const owing = z.object({ owed: z.object({ openFen: z.int(), surchargeFen: z.int() }) });
const claim = z.object({ owedFen: z.int(), surchargeFen: z.int() });

/** Enforcement and finance of one town, a fine of 1,000 yuan served on 10 March, due on 25 March. */
async function aFineInBoth() {
  const published: CloudEvent[] = [];
  const team = await aWholeTown(["PN-070"], { told: (event) => void published.push(event) });
  const { runtime, settle: settleTeam } = team;
  const office = await financeBeside({
    ...{ runtime, published, subscriptions: enforcement.subscriptions },
    settle: settleTeam,
  });
  const { id, at: atCase, evidence } = await aFiledCase(team, [citizen(1)], [anAct("PN-070", "2026-03-02")]);
  const of = `${id}:P1`;
  const at = await aNotice(team, of, [aCharge(evidence)]);
  const turnTo = async (day: string) => {
    await team.turnTo(day);
    office.runtime.setClock(`${day}T02:00:00.000Z`);
    await office.settle();
  };
  await turnTo("2026-03-10");
  await team.post(`${at}/decide`, punishing, head);
  await handOver(team, of, "decision");
  await office.settle();
  const inFinance = `/receivables/enforcement:${of}`;
  const claimed = async () => (await office.get(inFinance)).body;
  /** Both services say on this day that so much is owed. */
  const bothOwe = async (openFen: number, surchargeFen = 0) => {
    const told = owing.parse(await team.get(`/fines/${of}`, accountant)).owed;
    expect(told).toMatchObject({ openFen, surchargeFen });
    expect(claim.parse(await claimed())).toEqual({ owedFen: openFen, surchargeFen });
  };
  const receive = async (amountFen: number, serial: string) => {
    const body = { serial, receipt: `缴款书${serial}`, amountFen, on: team.today };
    const answer = await office.post(`${inFinance}/receive`, body);
    expect(answer.status, JSON.stringify(answer.body)).toBe(200);
    await office.settle();
  };
  const tell = async (
    path: string,
    body: Readonly<Record<string, unknown>>,
    actor: Parameters<typeof team.post>[2],
  ) => {
    await team.post(path, body, actor);
    await office.settle();
  };
  return { team, office, of, at, atCase, turnTo, claimed, bothOwe, receive, tell, inFinance };
}

describe("a fine from its decision to the end, in enforcement and in finance", () => {
  test("CF-66, CF-72: instalments, one of them late, its surcharge, and the case is closed", async () => {
    const { team, of, at, atCase, turnTo, claimed, bothOwe, receive, tell } = await aFineInBoth();
    await bothOwe(100_000);
    const plan = [
      { amountFen: 40_000, due: "2026-04-30" },
      { amountFen: 60_000, due: "2026-06-30" },
    ];
    const asked = { kind: "instalments", plan, reasons: "确有经济困难" };
    await turnTo("2026-03-20");
    await tell(`/fines/${of}/ask-deferral`, asked, officer(1));
    await tell(`/fines/${of}/decide-deferral`, { approved: true, reasons: "属实" }, theMayor);
    await turnTo("2026-04-30");
    await bothOwe(100_000);
    await receive(40_000, "GK-1");
    await bothOwe(60_000);
    // On its last day it is not late; two days later three per cent of the late part are due for each.
    await turnTo("2026-06-30");
    await bothOwe(60_000);
    await turnTo("2026-07-02");
    await bothOwe(63_600, 3_600);
    await receive(60_000, "GK-2");
    await bothOwe(3_600, 3_600);
    expect(await claimed()).toMatchObject({ status: "open" });
    await turnTo("2026-07-06");
    await bothOwe(3_600, 3_600);
    await receive(3_600, "GK-3");
    await bothOwe(0, 3_600);
    expect(await claimed()).toMatchObject({ status: "settled", receivedFen: 103_600 });
    expect(await team.get(`/fines/${of}`, accountant)).toMatchObject({ status: "paid" });
    await tell(`${at}/perform`, { performed: { what: "order", on: team.today }, proof: sha }, officer(1));
    await tell(`${at}/end`, { ground: "performed" }, officer(1));
    expect(await team.post(`${atCase}/close`, { report: sha }, head)).toMatchObject({ status: "closed" });
  });

  test("F-36: annulled in review after payment, it goes back in the next year, and no settlement moves", async () => {
    const { office, at, turnTo, claimed, receive, tell, inFinance } = await aFineInBoth();
    await receive(100_000, "GK-1");
    expect(await claimed()).toMatchObject({ status: "settled", refundableFen: 0 });
    const settled = async () => (await office.post("/settlements", { year: 2026 })).body;
    const { sheet } = await settled();
    await turnTo("2026-04-20");
    await tell(
      `${at}/note-remedy`,
      { kind: "review", document: { number: "复议受理1号", date: "2026-04-20" }, filedOn: "2026-04-20" },
      reviewer,
    );
    await turnTo("2026-12-28");
    await tell(
      `${at}/end-remedy`,
      { remedy: "R1", effect: "revoked", document: { number: "复议决定1号", date: "2026-12-28" } },
      mayor,
    );
    expect(await claimed()).toMatchObject({ owedFen: 0, refundableFen: 100_000 });
    await turnTo("2027-01-11");
    const propose = await office.post(`${inFinance}/propose-refund`, { amountFen: 100_000, document: "退1号" });
    expect(propose.status, JSON.stringify(propose.body)).toBe(200);
    expect((await office.post(`${inFinance}/approve-refund`, {}, theApprover)).status).toBe(200);
    const paid = await office.post(`${inFinance}/pay-refund`, { on: "2027-01-11", serial: "TK-1" });
    expect(paid.body).toMatchObject({ refundableFen: 0, refunds: [{ amountFen: 100_000 }] });
    await office.settle();
    const turnover = async (year: string) => (await office.get("/books/treasury/trial-balance", { year })).body.sets;
    // The money that came stands in 2026, what went back in 2027.
    expect(await turnover("2026")).toMatchObject([{ debitFen: 100_000, creditFen: 100_000 }]);
    expect(await turnover("2027")).toMatchObject([{ debitFen: 100_000, creditFen: 100_000 }]);
    expect((await office.post("/settlements/2026/compute", {})).body).toMatchObject({ number: 1, sheet });
  });
});
