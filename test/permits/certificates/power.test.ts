import { describe, expect, test } from "vitest";
import { settlementReactions } from "../../../services/permits/certificates/reactions/settlement.ts";
import { knownPower } from "../../../services/permits/common/domain/known-power.ts";
import type { Actor } from "../../../shared/decider/index.ts";
import { instruct } from "../../../shared/service/index.ts";
import { handTo } from "../../support/reacting.ts";
import { theApprover, theClerk, theIssuer, theReviewer, theSecond, theTwo } from "../cases/builders.ts";
import { aForm, aHall } from "../permits-hall.ts";

const today = "2026-03-02";
const document = { number: "1号", date: today };
const theCounty: Actor = { sub: "county-1", name: "县编办", roles: ["county"] };
const theLeader: Actor = { sub: "zhen-zhang", name: "镇长", roles: ["leader"] };
const review = { opinion: "agree", inspectors: theTwo, affectsThirdParties: false };
const noHarm = { grave: false, assessment: "不涉及公共利益" };

/** A certificate in its holder's hand; its power can be told news. */
async function aHolder() {
  const hall = await aHall();
  const id = await hall.file(theClerk);
  const at = `/permits/applications/${id}`;
  await hall.post(theClerk, `${at}/accept`);
  await hall.post(theReviewer, `${at}/review`, review);
  await hall.post(theSecond, `${at}/confirm-survey`);
  await hall.post(theReviewer, `${at}/review`, { opinion: "agree" });
  await hall.post(theApprover, `${at}/decide`, { outcome: "granted" });
  const paper = `/permits/certificates/${await hall.settle(id)}`;
  expect((await hall.post(theIssuer, `${paper}/issue`)).status).toBe(200);
  let sequence = 10;
  const change = async (one: { kind: "recalled"; document: string } | { kind: "suspended"; reason: string }) => {
    sequence += 1;
    const news = { change: { ...one, from: today } };
    const command = { type: "learn" as const, code: "PL-018", sequence, news };
    await instruct({ of: knownPower, id: "PL-018", command }).carryOut(hall.runtime, { id: String(sequence) });
  };
  /** What powers publishes of the recaller's word. */
  const said = async (outcome: "finish" | "transfer", recalledFrom = today) => {
    sequence += 1;
    const event = {
      ...{ specversion: "1.0" as const, id: `settled/${sequence}`, source: "/towns/532302105000/powers" },
      ...{ type: "powers.running-case.certificates-settled", subject: "case-register/PL-018", sequence },
      ...{ time: "2026-03-02T02:00:00.000Z", datacontenttype: "application/json" as const, actor: "county-1" },
      data: { code: "PL-018", recalledFrom, outcome, document: "县编办函9号", to: "县农业农村局", on: today },
    };
    expect(await handTo(settlementReactions, event, hall.runtime)).toEqual([]);
  };
  const recall = () => change({ kind: "recalled", document: "收回1号" });
  return { hall, paper, change, recall, said };
}

const acts: readonly (readonly [string, object])[] = [
  ["suspend", { document }],
  ["propose-revocation", { ground: "procedure", notice: "撤告1号", facts: "查明的事实" }],
  ["cancel", { ground: "withdrawn", document }],
];

describe("P5, CF-24b: acts on a certificate need the power, or the word of who took it back", () => {
  test.each(acts)(
    "%s is refused once the power is recalled, to the office, the leader and the county alike",
    async (verb, body) => {
      const { hall, paper, recall } = await aHolder();
      await recall();
      for (const who of [theApprover, theLeader, theCounty])
        expect(await hall.post(who, `${paper}/${verb}`, body)).toMatchObject({
          status: 422,
          body: { code: "permits.no-power-over-certificate", details: { item: "PL-018", conditions: ["recalled"] } },
        });
    },
  );

  test.each(acts)(
    "%s is possible while the power is in force, and refused while it is suspended",
    async (verb, body) => {
      const suspended = await aHolder();
      await suspended.change({ kind: "suspended", reason: "评估" });
      expect((await suspended.hall.post(theApprover, `${suspended.paper}/${verb}`, body)).body).toMatchObject({
        code: "permits.no-power-over-certificate",
      });
      const { hall, paper } = await aHolder();
      expect((await hall.post(theApprover, `${paper}/${verb}`, body)).status).toBe(200);
    },
  );

  test("what was begun before the recall is not ended after it: neither revoked, nor dropped, nor given back", async () => {
    const { hall, paper, recall } = await aHolder();
    await hall.post(theApprover, `${paper}/propose-revocation`, acts[1]?.[1] ?? {});
    await hall.post(theApprover, `${paper}/suspend`, { document });
    await recall();
    const heard = { on: today, record: "笔录1号" };
    for (const [verb, body] of [
      ["revoke", { heard, publicHarm: noHarm }],
      ["drop-revocation", { reasons: "无必要" }],
      ["resume", {}],
    ] as const)
      expect((await hall.post(theApprover, `${paper}/${verb}`, body)).body).toMatchObject({
        code: "permits.no-power-over-certificate",
      });
  });

  test("the recaller's word lets the town go on; a word for another recall, or a transfer, does not", async () => {
    const { hall, paper, recall, said } = await aHolder();
    await recall();
    const suspend = () => hall.post(theApprover, `${paper}/suspend`, { document });
    await said("finish", "2026-02-01");
    expect((await suspend()).status).toBe(422);
    await said("transfer");
    expect((await suspend()).status).toBe(422);
    await said("finish");
    expect((await suspend()).status).toBe(200);
  });

  test("a renewal or a change is not received under a recalled power", async () => {
    const { hall, paper, recall } = await aHolder();
    await recall();
    for (const kind of ["renewal", "change"] as const) {
      const form = { ...aForm, concerns: { certificate: paper.split("/").at(-1), kind } };
      expect((await hall.post(theClerk, "/permits/applications", form)).body).toMatchObject({
        code: "permits.power-not-in-force",
      });
    }
  });
});
