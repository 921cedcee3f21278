import { createHash } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import * as z from "zod";
import type { Actor } from "../../../shared/decider/index.ts";
import { partyId } from "../../support/keyed.ts";
import {
  aContent,
  finding,
  officer1,
  officer2,
  officer3,
  sha,
  start,
  theEnterprise,
  theGridWorker,
  theHead,
  theSupervisor,
  visitDay,
} from "./builders.ts";
import { anEnterpriseBody, anInspectedTown, anItemBody, type InspectedTown, usccs } from "./inspected-town.ts";

const ok = { status: 200 };
let town: InspectedTown;
beforeEach(async () => {
  town = await anInspectedTown();
});
const post = (path: string, body: object, actor: Actor = officer1) => town.post(path, body, actor);
const get = (path: string, actor?: Actor, query: Record<string, string> = {}) => town.get(path, actor, query);
const day = (date: string) => town.day(date);
const owner: Actor = { ...theEnterprise, party: partyId(usccs[0]) };

const plan = (enterprise: string, more: object = {}) => ({
  ...{ enterprise, premises: "M1", items: ["JC-001"], officers: ["officer-1", "officer-2"] },
  ...{ from: visitDay, until: "2026-03-06", ...more },
});
const anEnterprise = (uscc: string = usccs[0]) => town.enterprise(uscc);
async function aVisit(enterprise: string, more: object = {}): Promise<string> {
  const made = await post("/inspections", plan(enterprise, more));
  expect(made).toMatchObject({ status: 201 });
  return `/inspections/${made.body.id}`;
}

/** What the tests read of answers. */
const rows = z.array(z.looseObject({ id: z.string().optional(), code: z.string().optional() }));
const signedLeads = z.array(z.object({ lead: z.string() })).min(1);
const told = z.object({
  seed: z.string(),
  word: z.string(),
  seedDigest: z.string(),
  poolDigest: z.string(),
  pool: z.object({ text: z.string(), venues: z.array(z.string()) }),
  drawn: z.array(z.object({ label: z.string(), officers: z.array(z.string()), inspection: z.string().optional() })),
});
const held = z.looseObject({
  enterprise: z.string(),
  officers: z.array(z.object({ sub: z.string(), certificate: z.string() })),
});

const breach = { ...finding("minors"), result: "breach", power: "PN-070", note: "接纳两名未成年人" };
const record = (more: object = {}) => ({
  ...{ findings: [breach, finding("register")], summary: "现场情况", sha256: sha, pages: 2 },
  ...{ signing: { how: "signed", name: "经营者", signedPages: 2 }, ...more },
});

describe("an inspection from its proposal to the result and the lead", () => {
  test("approved, scanned, entered, recorded, signed by the other, one found one filed, told, looked at again", async () => {
    const enterprise = await anEnterprise();
    const at = await aVisit(enterprise, { manner: "surprise" });
    expect(await get(at, owner)).toMatchObject({ status: 404 });
    expect(await post(`${at}/approve`, {}, theHead)).toMatchObject({
      ...ok,
      body: { number: { text: { zh: "广通检通〔2026〕1号" } } },
    });
    day(visitDay);
    const early = { shown: { cards: true, notice: true } };
    expect(await post(`${at}/enter`, early)).toMatchObject({
      status: 422,
      body: { code: "enforcement.inspection-scan-missing" },
    });
    const { entryCode } = (await get(`/enterprises/${enterprise}`, owner)).body;
    expect((await get(`/enterprises/${enterprise}`, officer1)).body).not.toHaveProperty("entryCode");
    expect(await post(`${at}/scan`, { code: `${entryCode}X` })).toMatchObject({
      status: 422,
      body: { code: "enforcement.inspection-scan-other" },
    });
    expect(await post(`${at}/scan`, { code: entryCode })).toMatchObject({
      ...ok,
      body: { scan: { asked: true, receipt: { number: expect.stringMatching(/^RQ/) } } },
    });
    expect(await post(`${at}/enter`, early)).toMatchObject(ok);
    expect(await get(at, owner)).toMatchObject({ ...ok, body: { status: "entered", occasion: { kind: "routine" } } });
    expect(await post(`${at}/record`, record())).toMatchObject({ ...ok, body: { withoutLead: [{ finding: 0 }] } });
    expect(await post(`${at}/countersign`, {})).toMatchObject({ status: 403 });
    const signed = await post(`${at}/countersign`, {}, officer2);
    expect(signed).toMatchObject({ ...ok, body: { leads: [{ finding: 0 }], withoutLead: [] } });
    const [{ lead } = { lead: "" }] = signedLeads.parse(signed.body.leads);
    expect(await get(`/leads/${lead}`, officer1)).toMatchObject({
      ...ok,
      body: {
        source: { kind: "inspection", id: at.split("/").at(-1) },
        domain: "trade",
        item: "PN-070",
        status: "received",
      },
    });
    expect(
      await post(`${at}/tell-result`, { how: "by-hand", text: "限期整改", proof: sha, putRightBy: "2026-03-09" }),
    ).toMatchObject(ok);
    const next = { officers: ["officer-1", "officer-2"], from: "2026-03-09", until: "2026-03-11" };
    const again = await post(`${at}/re-inspect`, next);
    expect(again).toMatchObject(ok);
    expect(await get(`/inspections/${again.body.next}`, officer1)).toMatchObject({
      ...ok,
      body: { status: "proposed", counted: false, occasion: { kind: "re-inspection", ref: at.split("/").at(-1) } },
    });
    expect(await post(`${at}/re-inspect`, next)).toMatchObject({ status: 409 });
    expect((await get(at, owner)).body).not.toHaveProperty("leads");
    expect((await get(`/enterprises/${enterprise}`, owner)).body.yearly).toEqual({
      year: "2026",
      cap: 2,
      counted: 1,
      outside: 0,
    });
    expect((await get(`/enterprises/${enterprise}`, officer1)).body.yearly).toMatchObject({ counted: 1, outside: 1 });
  });

  test("IN-3: approval, notice, record and result have papers; those of a surprise are not there for the enterprise", async () => {
    const enterprise = await anEnterprise();
    const at = await aVisit(enterprise, { manner: "surprise" });
    expect(await post(`${at}/approve`, {}, theHead)).toMatchObject(ok);
    const papersFor = async (actor: Actor) => {
      expect(await town.settle()).toEqual([]);
      const { body } = await get(`${at}/papers`, actor);
      return z.array(z.looseObject({ id: z.string(), kind: z.string(), number: z.string() })).parse(body.items);
    };
    const before = await papersFor(officer1);
    expect(before.map(({ kind, number }) => [kind, number])).toEqual([
      ["inspection-approval", "广通检通〔2026〕1号"],
      ["inspection-notice", "广通检通〔2026〕1号"],
    ]);
    expect(await get(`${at}/papers`, owner)).toMatchObject({ status: 404 });
    for (const { id } of before)
      for (const path of ["", "/html", "/history"])
        expect(await get(`/papers/${id}${path}`, owner)).toMatchObject({ status: 404 });
    day(visitDay);
    const { entryCode } = (await get(`/enterprises/${enterprise}`, owner)).body;
    expect(await post(`${at}/scan`, { code: entryCode })).toMatchObject(ok);
    expect(await post(`${at}/enter`, { shown: { cards: true, notice: true } })).toMatchObject(ok);
    expect(await post(`${at}/record`, record())).toMatchObject(ok);
    expect(await post(`${at}/countersign`, {}, officer2)).toMatchObject(ok);
    expect(await post(`${at}/tell-result`, { how: "by-hand", text: "限期整改", proof: sha })).toMatchObject(ok);
    expect((await papersFor(owner)).map(({ kind }) => kind)).toEqual(["inspection-notice", "inspection-result"]);
    expect((await papersFor(officer1)).map(({ kind }) => kind)).toContain("visit-record");
    const recordOf = (await papersFor(officer1)).find(({ kind }) => kind === "visit-record")?.id;
    expect(await get(`/papers/${recordOf}/html`, officer1)).toMatchObject(ok);
    expect(await get(`/papers/${recordOf}/html`, owner)).toMatchObject({ status: 404 });
    expect(await get(`/papers/${recordOf}/html`, theSupervisor)).toMatchObject({ status: 404 });
    const masked = await get(`/papers/${recordOf}/masked`, theSupervisor);
    const text = Buffer.from(String(masked.body.text), "base64").toString();
    expect(text).toContain("接纳两名未成年人");
    expect(text).not.toContain("经营者");
  });

  test("nobody else finds it; an enterprise lists its own", async () => {
    const at = await aVisit(await anEnterprise());
    await post(`${at}/approve`, {}, theHead);
    expect(await post(`${at}/announce`, { on: start, how: "phone" })).toMatchObject(ok);
    const stranger = { ...owner, party: partyId(usccs[1]) };
    for (const actor of [stranger, { ...officer1, office: "agriculture-centre" }]) {
      expect(await get(at, actor)).toMatchObject({ status: 404 });
      expect((await get("/inspections", actor)).body.items).toEqual([]);
    }
    expect((await get("/inspections", owner)).body.items).toHaveLength(1);
    expect(await get(at, theSupervisor)).toMatchObject(ok);
    expect(await get("/inspections", theGridWorker)).toMatchObject({ status: 403 });
  });
});

describe("IN-4: the cap holds, also for two at once and for one enterprise twice", () => {
  const separately = "营业时间不同";
  test("the third routine check is refused; a complaint passes and is shown as such", async () => {
    const enterprise = await anEnterprise();
    const both = await Promise.all([1, 2, 3].map(() => post("/inspections", plan(enterprise, { separately }))));
    expect(both.map(({ status }) => status).toSorted()).toEqual([201, 201, 422]);
    expect(both.find(({ status }) => status === 422)?.body).toMatchObject({
      code: "enforcement.inspection-cap",
      details: { cap: 2 },
    });
    const tip = await post("/leads", {
      text: "网吧夜里接纳未成年人",
      address: "人民路1号",
      source: { kind: "patrol" },
    });
    const occasion = { kind: "lead", ref: tip.body.id };
    const passed = await post("/inspections", plan(enterprise, { separately, occasion }));
    expect(passed).toMatchObject({ status: 201, body: { counted: false } });
    expect(await post("/inspections", plan(enterprise, { separately, occasion }))).toMatchObject({
      status: 422,
      body: { code: "enforcement.inspection-same-ground" },
    });
    const paper = { kind: "data", document: { title: "监测预警1号", date: start } };
    expect(await post("/inspections", plan(enterprise, { separately, occasion: paper }))).toMatchObject({
      status: 201,
    });
    expect(await post("/inspections", plan(enterprise, { separately, occasion: paper }))).toMatchObject({
      status: 422,
      body: { code: "enforcement.inspection-same-ground" },
    });
    const outside = await get("/inspections", officer1, { enterprise, outside: "true", status: "proposed" });
    expect(outside.body.items).toMatchObject([{ counted: false }, { counted: false }]);
  });
  test("one enterprise stands on the register once", async () => {
    await anEnterprise();
    expect((await post("/enterprises", anEnterpriseBody(usccs[0]))).status).toBeGreaterThanOrEqual(400);
  });
  test("declined, called off, not held: the place is free again", async () => {
    const enterprise = await anEnterprise();
    const one = await aVisit(enterprise, { separately });
    await aVisit(enterprise, { separately });
    expect(await post("/inspections", plan(enterprise, { separately }))).toMatchObject({ status: 422 });
    expect(await post(`${one}/decline`, { reasons: "可书面核查" }, theHead)).toMatchObject(ok);
    const third = await aVisit(enterprise, { separately });
    expect(await post(`${third}/call-off`, { reasons: "企业停产" })).toMatchObject(ok);
    const fourth = await aVisit(enterprise, { separately });
    expect(await post(`${fourth}/approve`, {}, theHead)).toMatchObject(ok);
    day(visitDay);
    expect(await post(`${fourth}/note-not-held`, { ground: "closed", reasons: "停电" })).toMatchObject(ok);
    expect(await post("/inspections", plan(enterprise, { separately, from: "2026-03-05" }))).toMatchObject({
      status: 201,
    });
  });
});

describe("IN-5 综合查一次", () => {
  test("two plans of one week are proposed to be joined, and joined into one visit", async () => {
    const enterprise = await anEnterprise();
    const one = await aVisit(enterprise);
    const later = plan(enterprise, { items: ["JC-002"], from: "2026-03-11", until: "2026-03-12" });
    expect(await post("/inspections", later)).toMatchObject({
      status: 422,
      body: { code: "enforcement.inspection-to-be-joined" },
    });
    const two = await aVisit(enterprise, { ...later, separately: "另行安排" });
    const into = two.split("/").at(-1);
    expect((await get(one, officer1)).body.joinable).toMatchObject([{ id: into, items: ["JC-002"] }]);
    expect(await post(`${one}/join`, { into })).toMatchObject({ ...ok, body: { status: "joined", into } });
    expect(rows.parse((await get(two, officer1)).body.items).map(({ code }) => code)).toEqual(["JC-002", "JC-001"]);
    expect((await get(`/enterprises/${enterprise}`, officer1)).body).toMatchObject({ yearly: { counted: 1 } });
    expect(await post(`${two}/join`, { into })).toMatchObject({ status: 422 });
  });
});

describe("IN-2: the list is public", () => {
  test("what is published is read by anybody; a draft is not", async () => {
    expect(await post("/inspection-items", anItemBody("JC-003"))).toMatchObject({ status: 201 });
    expect(rows.parse((await get("/inspection-items")).body.items).map(({ id }) => id)).toEqual(["JC-001", "JC-002"]);
    expect(await get("/inspection-items/JC-003")).toMatchObject({ status: 404 });
    expect((await get("/inspection-items/JC-001")).body).toMatchObject({ number: 1, status: "listed" });
    expect(await post("/inspection-items/JC-001/revise", aContent({ legalBasis: "新条例" }))).toMatchObject(ok);
    expect((await get("/inspection-items/JC-001")).body.legalBasis).toBe(aContent().legalBasis);
    expect((await get("/inspection-items/JC-001/office", officer1)).body.legalBasis).toBe("新条例");
    expect((await get("/inspection-items/drafts", officer1)).body.items).toHaveLength(1);
    const enterprise = await anEnterprise();
    expect(await post("/inspections", plan(enterprise, { items: ["JC-003"] }))).toMatchObject({
      status: 422,
      body: { code: "enforcement.inspection-item-unpublished" },
    });
  });
});

describe("双随机", () => {
  const hash = (text: string) => createHash("sha256").update(text).digest("hex");
  test("the digest first, then the seed; anybody computes it again; what was drawn is proposed", async () => {
    const enterprises = await Promise.all(usccs.map((uscc) => anEnterprise(uscc)));
    const venues = enterprises.map((enterprise) => ({ enterprise, premises: "M1" }));
    const body = {
      title: "三月抽查",
      items: ["JC-001"],
      from: "2026-03-09",
      until: "2026-03-20",
      count: 2,
      venues,
      officers: ["officer-1", "officer-2", "officer-3"],
    };
    const made = await post("/inspection-draws", body);
    expect(made).toMatchObject({ status: 201, body: { number: { text: { zh: "广通抽〔2026〕1号" } } } });
    const at = `/inspection-draws/${made.body.id}`;
    const before = (await get(at)).body;
    expect(before).not.toHaveProperty("seed");
    expect(before).not.toHaveProperty("venues");
    expect(await post(`${at}/draw`, { word: "龙川江" })).toMatchObject({ status: 403 });
    expect(await post(`${at}/draw`, { word: "龙川江" }, theSupervisor)).toMatchObject(ok);
    const { seed, word, pool, seedDigest, poolDigest, drawn } = told.parse((await get(at)).body);
    expect([hash(seed), hash(pool.text)]).toEqual([seedDigest, poolDigest]);
    expect([before.seedDigest, before.poolDigest]).toEqual([seedDigest, poolDigest]);
    const order = pool.venues.map((label) => [hash(`${seed}|${word}|venue|${label}`), label] as const).sort();
    expect(drawn.map(({ label }) => label)).toEqual(order.slice(0, 2).map(([, label]) => label));
    const { label, officers } = drawn[0] ?? { label: "", officers: [] };
    day("2026-03-12");
    const proposed = await post(`${at}/propose`, { label });
    expect(proposed).toMatchObject(ok);
    const inspection = told.parse(proposed.body).drawn.find((one) => one.label === label)?.inspection;
    const visit = held.parse((await get(`/inspections/${inspection}`, officer1)).body);
    expect(visit).toMatchObject({ counted: true, occasion: { kind: "random", ref: made.body.id } });
    expect(visit.officers.map(({ certificate }) => certificate)).toEqual(officers.slice(0, 2));
    expect(await post(`${at}/propose`, { label })).toMatchObject({ status: 409 });
    const sub = visit.officers[0]?.sub;
    expect(
      await post(`/inspections/${inspection}/change-officers`, {
        officers: ["officer-1", "officer-3"],
        reasons: "换人",
      }),
    ).toMatchObject({ status: 422 });
    const { enterprise } = visit;
    expect(
      await post(`/enterprises/${enterprise}/declare-conflict`, { sub, ground: "relative" }, theSupervisor),
    ).toMatchObject({ status: 403 });
    expect(
      await post(`/enterprises/${enterprise}/declare-conflict`, { sub, ground: "relative" }, theHead),
    ).toMatchObject(ok);
    const other = [officer1, officer2, officer3].find((one) => one.sub !== sub) ?? officer1;
    expect(await post(`${at}/replace`, { label, certificate: officers[0], ground: "conflict" }, other)).toMatchObject(
      ok,
    );
    const after = held.parse((await get(`/inspections/${inspection}`, other)).body);
    expect(after.officers.map(({ certificate }) => certificate)).toEqual(officers.slice(1, 3));
    expect((await get("/inspection-draws")).body.items).toHaveLength(1);
    expect(told.parse((await get(at)).body).drawn[0]).not.toHaveProperty("inspection");
  });
});

test("the register and the list are kept: corrected, closed, opened again, withdrawn, other officers", async () => {
  const enterprise = await anEnterprise();
  const at = `/enterprises/${enterprise}`;
  expect(await post(`${at}/amend`, { name: "广通网络会所二店" })).toMatchObject({
    ...ok,
    body: { name: "广通网络会所二店" },
  });
  const result = { item: "JC-002", organ: "县市场监管局", document: "检告〔2026〕5号", on: start, until: "2026-12-31" };
  expect(await post(`${at}/note-result`, result)).toMatchObject({ ...ok, body: { results: [{ item: "JC-002" }] } });
  expect(await post("/inspections", plan(enterprise, { items: ["JC-002"] }))).toMatchObject({
    status: 422,
    body: { code: "enforcement.inspection-result-valid" },
  });
  const visit = await aVisit(enterprise);
  const change = { officers: ["officer-2", "officer-3"], reasons: "调岗" };
  expect(await post(`${visit}/change-officers`, change)).toMatchObject(ok);
  expect(await get(`${visit}/history`, theSupervisor)).toMatchObject(ok);
  expect(await post(`${at}/close`, {})).toMatchObject({ ...ok, body: { status: "closed" } });
  expect(await post(`${at}/reopen`, {})).toMatchObject(ok);
  expect((await get("/enterprises", owner)).body.items).toHaveLength(1);
  expect((await get("/enterprises", { ...officer1, office: "agriculture-centre" })).body.items).toEqual([]);
  expect(await post("/inspection-items/JC-002/withdraw", { ground: "not-needed" }, theHead)).toMatchObject(ok);
  expect((await get("/inspection-items")).body.items).toHaveLength(1);
});
