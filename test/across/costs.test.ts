import { describe, expect, test } from "vitest";
import * as z from "zod";
import { enforcement } from "../../services/enforcement/service.ts";
import type { CloudEvent } from "../../shared/messaging/index.ts";
import {
  aCharge,
  aFiledCase,
  aNotice,
  anAct,
  aWholeTown,
  citizen,
  handOver,
  head,
  officer,
  punishing,
  sha,
  weighTogether,
} from "../enforcement/whole-town.ts";
import { financeBeside } from "./finance-beside.ts";

const start = "2026-01-05";
/** Outside of the planned area, where the town has the power itself. */
const site = { lng: 101.83, lat: 25.1 };
const paperIn = z.looseObject({
  number: z.looseObject({ text: z.looseObject({ zh: z.string() }) }),
  issuedOn: z.string(),
});
const periods = z.looseObject({ remedyPeriods: z.looseObject({ firstDayAfter: z.string() }) });
const demanded = z.looseObject({ demand: z.looseObject({ term: z.looseObject({ due: z.string() }) }) });

/** A villager builds without a permit, and the town demolishes it: both services of one town, until the work is done. */
async function aDemolition() {
  const published: CloudEvent[] = [];
  const team = await aWholeTown(["PN-026"], {
    ...{ on: start, domains: ["building"] },
    told: (event) => void published.push(event),
  });
  const { runtime, settle } = team;
  const office = await financeBeside({ runtime, published, subscriptions: enforcement.subscriptions, settle });
  const who = citizen(1);
  const act = anAct("PN-026", start, { place: site, address: "某村3号" });
  const { id, evidence } = await aFiledCase(team, [who], [act], { complex: true });
  const of = `${id}:P1`;
  const at = `/buildings/${of}:A1`;
  const step = (verb: string, body: object, by = officer(1)) => team.post(`${at}/${verb}`, { ...body }, by);
  const serve = async (kind: string, field: string) => {
    const paper = paperIn.parse((await team.get(at, officer(1)))[field]);
    const named = { kind, number: paper.number.text.zh, issuedOn: paper.issuedOn };
    const { id: delivery } = await team.post("/deliveries", { proceeding: of, paper: named }, officer(1));
    const taken = { on: team.today, to: "self", signedBy: "当事人", proof: sha };
    await team.post(`/deliveries/${String(delivery)}/deliver-by-hand`, taken, officer(1));
    await step("note-service", { delivery });
  };
  await team.post("/proceedings", { case: id, party: "P1" }, officer(1));
  const found = {
    ...{ proceeding: of, act: "A1", with: "officer-2", description: "砖混二层", address: "某村3号", home: true },
    ...{ stage: "under-construction", areaSquareMetres: 120, files: [sha] },
  };
  await team.post("/buildings", found, officer(1));
  await step("countersign", {}, officer(2));
  await step("order-stop", { reasons: "未取得许可" });
  await serve("stop-order", "stopOrder");
  await step("order-correction", { by: "2026-01-20", text: "限期改正" }, head);
  await serve("rectification-order", "correctionOrder");
  await team.turnTo("2026-01-21");
  await step("recheck", { corrected: false, with: "officer-2", files: [sha] });
  const { fine: _fine, ...order } = aCharge(evidence, { code: "PN-026", kinds: ["限期拆除"] });
  const proceeding = await aNotice(team, of, [order]);
  await team.post(`${proceeding}/waive`, { rights: ["defence", "hearing"] }, who.login);
  await weighTogether(team, proceeding);
  await team.post(`${proceeding}/decide`, { ...punishing, performance: { how: "限期自行拆除" } }, head);
  await handOver(team, of, "decision");
  await step("take-decision", { by: "2026-02-05" });
  await team.turnTo("2026-02-06");
  await step("demand", { text: "请自行拆除" });
  await serve("demand", "demand");
  const { demand } = demanded.parse(await team.get(at, officer(1)));
  await team.turnTo(demand.term.due);
  const deciding = { reasons: "逾期不拆", means: ["machines"], estimateFen: 3_000_000 };
  expect(await team.refused(`${at}/decide-enforcement`, deciding, head)).toBe("enforcement.demand-term-open");
  await team.turnTo("2026-03-02");
  await step("decide-enforcement", deciding, head);
  await serve("enforcement-decision", "enforcementDecision");
  await step("publish-notice", { by: "2026-03-17", where: "村公告栏", proof: sha });
  const listing = {
    ...{ with: "officer-2", signature: { how: "refused" }, witnesses: ["村民甲"], files: [sha] },
    things: [{ description: "衣柜", quantity: "1" }],
  };
  await step("list-things", listing);
  const { remedyPeriods } = periods.parse(await team.get(at, officer(1)));
  await team.turnTo(remedyPeriods.firstDayAfter);
  await step("begin-demolition", { means: ["machines"], partyPresent: false, witnesses: ["村民甲"] }, officer(2));
  await step("finish-demolition", { record: sha, recording: sha, signedBy: ["村民甲"] }, officer(2));
  office.runtime.setClock(`${team.today}T02:00:00.000Z`);
  await office.settle();
  return { team, office, who, at, step, claim: `/receivables/enforcement:cost:building:${of}:A1` };
}

describe("QZ-44c, QZ-51: a demolition, its costs, and the money in the treasury", () => {
  test("claimed once by the head, owed in finance by him who built, paid, and posted", async () => {
    const { team, office, who, at, step, claim } = await aDemolition();
    const costs = { items: [{ description: "机械租赁", amountFen: 2_500_000, proof: sha }], salvageFen: 100_000 };
    expect((await office.get(claim, {}, who.login)).status).toBe(404);
    expect(await team.refused(`${at}/claim-costs`, costs, officer(1))).toMatch(/^auth\.|not-the-head$/);
    await step("claim-costs", costs, head);
    await office.settle();
    expect(await team.refused(`${at}/claim-costs`, costs, head)).toBe("enforcement.costs-claimed-already");
    expect((await office.get(claim, {}, who.login)).body).toMatchObject({
      ...{ kind: "cost", owedFen: 2_400_000, surchargeFen: 0, dueOn: team.today },
    });
    expect((await office.get(claim, {}, citizen(2).login)).status).toBe(404);
    const pay = async (amountFen: number, serial: string) => {
      const money = { serial, receipt: `缴款书${serial}`, amountFen, on: team.today };
      const answer = await office.post(`${claim}/receive`, money);
      expect(answer.status, JSON.stringify(answer.body)).toBe(200);
      await office.settle();
      return answer.body;
    };
    expect(await pay(400_000, "GK-1")).toMatchObject({ status: "open", owedFen: 2_000_000 });
    expect(await pay(2_000_000, "GK-2")).toMatchObject({ status: "settled", owedFen: 0 });
    expect((await office.get("/entries", { book: "treasury", year: "2026" })).body).toMatchObject({
      items: [{ totalFen: 400_000 }, { totalFen: 2_000_000 }],
    });
  });
});
