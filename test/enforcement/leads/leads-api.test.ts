import { beforeEach, describe, expect, test } from "vitest";
import * as z from "zod";
import { knownOfficer } from "../../../services/enforcement/common/domain/known-power.ts";
import { caseReactions } from "../../../services/enforcement/leads/reactions/cases.ts";
import { listedPenalty } from "../../../services/enforcement/penalty-list/domain/listed-penalty.ts";
import type { CloudEvent } from "../../../shared/messaging/cloud-event.ts";
import { instruct } from "../../../shared/service/index.ts";
import { anEnforcementTown } from "../enforcement-town.ts";
import { aSquadOf } from "../squads.ts";
import {
  aResident,
  inTown,
  officer1,
  officer2,
  theAccused,
  theHead,
  theMayor,
  theSquadLeader,
  theSupervisor,
} from "./builders.ts";

const made = z.looseObject({ id: z.string() });
const code = "PN-150";

let town: ReturnType<typeof anEnforcementTown>;

beforeEach(async () => {
  town = anEnforcementTown();
  for (const sub of ["officer-1", "officer-2"]) await town.certify(sub);
  await aSquadOf(theSquadLeader.sub, ["officer-1"], town.runtime);
  await instruct({
    of: listedPenalty,
    id: code,
    expects: "either",
    command: {
      type: "list",
      content: {
        code,
        act: { zh: "占道经营", en: "Trading on the road" },
        domain: "trade",
        sourceDepartment: "县市场监督管理局",
        limitationYears: 2,
        rectificationDays: 0,
        simpleProcedurePossible: true,
        norm: { legalBasis: "条例1", kinds: ["警告"], tiers: [{ name: "一般", fromPercent: 0, toPercent: 100 }] },
        verified: "yes",
      },
    },
  }).carryOut(town.runtime, { id: "list|1" });
});

const tip = (more: object = {}) => ({
  text: "夜间占道经营",
  address: "某街1号",
  place: inTown,
  accused: { name: "某摊贩", idNumber: "11010519491231002X" },
  informant: { name: "欧阳娜娜", phone: "13812345678" },
  ...more,
});
async function inform(more: object = {}, by = aResident) {
  const answer = await town.post("/enforcement/leads", tip(more), by);
  expect(answer.status).toBe(201);
  return `/enforcement/leads/${made.parse(answer.body).id}`;
}
const check = { with: ["officer-2"], checkedOn: "2026-09-01", finding: "breach", domain: "trade", notes: "现场属实" };
async function verified(more: object = {}) {
  const at = await inform(more);
  expect((await town.post(`${at}/verify`, check, officer1)).status).toBe(200);
  expect(await town.post(`${at}/countersign`, {}, officer2)).toMatchObject({ body: { status: "verified" } });
  return at;
}
const proposal = {
  acts: [
    {
      ...{ code, by: ["P1"], from: "2026-08-20", until: "2026-08-20", harm: false },
      ...{ place: inTown, address: "某街1号", facts: "占道摆摊经营" },
    },
  ],
  parties: [
    {
      ...{ id: "P1", kind: "citizen", role: "principal", name: "欧阳娜娜", idNumber: "11010519491231002X" },
      ...{ phone: "13812345678", address: "某村2号" },
    },
  ],
  investigators: ["officer-1", "officer-2"],
};

describe("SS-47, FY-23: what the informant may do when the town does nothing", () => {
  const seen = z.looseObject({
    inaction: z.looseObject({ actBy: z.looseObject({ rule: z.string(), due: z.string() }), reviewFirst: z.boolean() }),
  });
  test("two months from the receipt, then review comes before suit; only he is told", async () => {
    const at = await inform();
    const { inaction } = seen.parse((await town.get(at, {}, aResident)).body);
    expect(inaction).toMatchObject({ reviewFirst: true, actBy: { rule: "SS-47", due: "2026-11-02" } });
    expect((await town.get(at, {}, theHead)).body).not.toHaveProperty("inaction");
  });
  test("once it was answered there is nothing to wait for", async () => {
    const at = await inform();
    expect(await town.post(`${at}/dismiss`, { ground: "too-vague", reasons: "无法核查" }, theHead)).toMatchObject({
      status: 200,
    });
    expect((await town.get(at, {}, aResident)).body).not.toHaveProperty("inaction");
  });
});

describe("leads over HTTP", () => {
  test("CF-54: the case is proposed in one commit with the lead, discovered and received as the lead was", async () => {
    const at = await verified();
    expect(await town.post(`${at}/propose`, proposal, officer1)).toMatchObject({
      status: 200,
      body: { status: "proposed" },
    });
    const { case: of } = z.looseObject({ case: z.string() }).parse((await town.get(at, {}, officer1)).body);
    expect(await town.get(`/enforcement/cases/${of}`, {}, officer1)).toMatchObject({
      status: 200,
      body: {
        status: "proposed",
        source: { kind: "lead", receivedOn: "2026-09-01" },
        acts: [{ discoveredOn: "2026-09-01" }],
      },
    });
  });
  test("a case that is refused leaves the lead as it was", async () => {
    const at = await verified();
    const refused = { ...proposal, investigators: ["officer-1"] };
    expect(await town.post(`${at}/propose`, refused, officer1)).toMatchObject({
      status: 422,
      body: { code: "enforcement.two-officers" },
    });
    expect(await town.get(at, {}, officer1)).toMatchObject({ body: { status: "verified" } });
  });
  test("the head's word on the case reaches the lead, and no other case's does", async () => {
    const at = await verified();
    const id = at.split("/").at(-1) ?? "";
    await town.post(`${at}/propose`, proposal, officer1);
    const { case: of = "" } = z.looseObject({ case: z.string() }).parse((await town.get(at, {}, officer1)).body);
    const filed = caseReactions.find(({ type }) => type === "enforcement.case.filed");
    const tell = async (subject: string) => {
      const event: CloudEvent = {
        specversion: "1.0",
        id: `${subject}|2`,
        source: "enforcement",
        type: "enforcement.case.filed",
        subject,
        time: "2026-09-01T02:00:00Z",
        datacontenttype: "application/json",
        sequence: 2,
        actor: "K",
        data: { source: { kind: "lead", id, receivedOn: "2026-09-01" }, filedOn: "2026-09-01" },
      };
      for (const one of filed?.react(event) ?? [])
        expect(await one.carryOut(town.runtime, { id: event.id })).toMatchObject({ done: true });
    };
    await tell("case/ANOTHER");
    expect(await town.get(at, {}, officer1)).toMatchObject({ body: { status: "proposed" } });
    await tell(`case/${of}`);
    expect(await town.get(at, {}, officer1)).toMatchObject({ body: { status: "filed" } });
  });

  test("who informs reads what came of it, and nobody reads who informs without a reason", async () => {
    const at = await verified();
    for (const actor of [officer1, theHead, theMayor, theSupervisor, aResident]) {
      const { status, body } = await town.get(at, {}, actor);
      expect(status).toBe(200);
      expect(JSON.stringify(body)).not.toMatch(/欧阳|13812345678|resident-1/);
    }
    expect((await town.get(at, {}, aResident)).body).not.toHaveProperty("check");
    const history = await town.get(`${at}/history`, {}, theMayor);
    expect(JSON.stringify(history.body)).not.toContain("resident-1");
    expect((await town.post(`${at}/informant`, { reason: "需要补充询问" }, officer1)).status).toBe(403);
    expect(await town.post(`${at}/informant`, { reason: "需要补充询问" }, theHead)).toMatchObject({
      status: 200,
      body: { informant: { name: "欧阳娜娜" } },
    });
    await town.post(`${at}/dismiss`, { ground: "minor-and-corrected", reasons: "已改正" }, theSquadLeader);
    expect(await town.get(at, {}, aResident)).toMatchObject({
      body: { status: "dismissed", reply: { ground: "minor-and-corrected", reasons: "已改正" } },
    });
  });
  test("another resident and the accused find nothing; lists show each his own", async () => {
    const at = await inform();
    const id = at.split("/").at(-1);
    for (const actor of [{ ...aResident, sub: "resident-7" }, theAccused])
      expect(await town.get(at, {}, actor)).toMatchObject({ status: 404 });
    expect(await town.get("/enforcement/leads", {}, aResident)).toMatchObject({ body: { items: [{ id }] } });
    expect(await town.get("/enforcement/leads", {}, theAccused)).toMatchObject({ body: { items: [] } });
    expect(await town.get("/enforcement/leads", { source: "complaint" }, officer1)).toMatchObject({
      body: { items: [{ id }] },
    });
    expect(await town.get("/enforcement/leads", { late: "true" }, officer1)).toMatchObject({ body: { items: [] } });
  });
  test("E8: a duplicate is a hint with what it shares, joined by a person; the other one takes it in", async () => {
    const first = await inform();
    const second = await inform({ text: "又见占道经营" }, { ...aResident, sub: "resident-7" });
    const id = first.split("/").at(-1) ?? "";
    expect(await town.get(second, {}, officer1)).toMatchObject({
      body: { status: "received", similar: [{ kind: "lead", id, shares: ["place", "party", "time"] }] },
    });
    expect((await town.get(second, {}, { ...aResident, sub: "resident-7" })).body).not.toHaveProperty("similar");
    const joining = { into: { kind: "lead", id }, reasons: "同一摊贩" };
    expect((await town.post(`${second}/join`, joining, officer1)).status).toBe(403);
    const nowhere = { ...joining, into: { kind: "lead", id: "NOWHERE" } };
    expect((await town.post(`${second}/join`, nowhere, theSquadLeader)).status).toBeGreaterThanOrEqual(400);
    expect(await town.post(`${second}/join`, joining, theSquadLeader)).toMatchObject({
      status: 200,
      body: { status: "joined" },
    });
    expect(await town.get(first, {}, officer1)).toMatchObject({ body: { joined: [second.split("/").at(-1)] } });
  });
  test("CF-75: a complaint about officers, by their certificates, is not there for them", async () => {
    const at = await inform({ matter: "conduct", concerns: { certificates: ["云E53231"] } });
    for (const actor of [officer1, officer2, theHead]) expect((await town.get(at, {}, actor)).status).toBe(404);
    expect(await town.post(`${at}/answer`, { corrected: false, reasons: "查无此事" }, theSupervisor)).toMatchObject({
      status: 200,
      body: { status: "answered" },
    });
    expect(await town.runtime.store.load(knownOfficer, "云E53231")).toBeDefined();
  });
});
