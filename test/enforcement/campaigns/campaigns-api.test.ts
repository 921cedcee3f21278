import { beforeEach, describe, expect, test } from "vitest";
import * as z from "zod";
import { dutyIdOf, planReactions } from "../../../services/enforcement/campaigns/reactions/plan.ts";
import { startOfDay } from "../../../shared/calendar/index.ts";
import type { Actor } from "../../../shared/decider/index.ts";
import type { CloudEvent } from "../../../shared/messaging/cloud-event.ts";
import {
  finding,
  officer1,
  officer2,
  sha,
  start,
  theGridWorker,
  theHead,
  theMayor,
  theSupervisor,
} from "../inspections/builders.ts";
import { anInspectedTown, type InspectedTown, usccs } from "../inspections/inspected-town.ts";
import { aPlan } from "./builders.ts";

const ok = { status: 200 };
let town: InspectedTown;
let venues: string[];
const post = (path: string, body: object, actor: Actor = officer1) => town.post(path, body, actor);
const get = (path: string, actor?: Actor, query: Record<string, string> = {}) => town.get(path, actor, query);
const ids = z.array(z.looseObject({ id: z.string() }));

beforeEach(async () => {
  town = await anInspectedTown();
  venues = [await town.enterprise(usccs[0]), await town.enterprise(usccs[1])];
});

const plan = (more: object = {}) => ({ ...aPlan({ venues }), ...more });
/** A plan that was approved, filed and published, and what the service made of its event. */
async function aRunning(more: object = {}): Promise<string> {
  const made = await post("/campaigns", plan(more));
  expect(made).toMatchObject({ status: 201 });
  const at = `/campaigns/${made.body.id}`;
  expect(await get(at)).toMatchObject({ status: 404 });
  expect(await post(`${at}/approve`, {}, theMayor)).toMatchObject({
    ...ok,
    body: { number: { text: { zh: "广通专治〔2026〕1号" } } },
  });
  expect(await post(`${at}/file-with-justice`, { on: start, document: "备案回执3号" })).toMatchObject(ok);
  expect(await post(`${at}/publish`, { where: "镇政府公开栏" })).toMatchObject(ok);
  const event: CloudEvent = {
    ...{ specversion: "1.0" as const, datacontenttype: "application/json" as const, source: "enforcement" },
    ...{ id: `published|${made.body.id}`, type: "enforcement.campaign.published", subject: `campaign/${made.body.id}` },
    ...{ time: startOfDay(start), sequence: 4, actor: "K" },
    data: { on: start, from: start, until: "2026-03-27", domains: ["trade"] },
  };
  for (const one of planReactions.flatMap((reaction) => reaction.react(event)))
    for (const _twice of [1, 2])
      expect(await one.carryOut(town.runtime, { id: event.id })).toMatchObject({ done: true });
  return at;
}

describe("E8: a campaign from its plan to its end", () => {
  test("published, joint and surprise inspections, one found one filed, closed when nothing is open", async () => {
    const at = await aRunning();
    const id = at.split("/").at(-1) ?? "";
    const read = (await get(at)).body;
    expect(read).toMatchObject({ status: "running", published: { where: "镇政府公开栏" } });
    for (const field of ["venues", "inspections", "observers"]) expect(read).not.toHaveProperty(field);
    expect((await get("/campaigns")).body.items).toHaveLength(1);
    expect((await get("/campaigns/plans", officer1, { status: "running" })).body.items).toHaveLength(1);
    const visit = {
      ...{ enterprise: venues[0], premises: "M1", items: ["JC-001"], officers: ["officer-1", "officer-2"] },
      ...{ from: "2026-03-09", until: "2026-03-10", manner: "joint", departments: ["派出所"] },
    };
    const inspected = await post(`${at}/inspect`, visit);
    expect(inspected).toMatchObject(ok);
    const [{ id: first } = { id: "" }] = ids.parse(inspected.body.inspections);
    const path = `/inspections/${first}`;
    expect(await get(path, officer1)).toMatchObject({
      ...ok,
      body: { counted: false, manner: "joint", occasion: { kind: "campaign", ref: id } },
    });
    expect(await post(`${at}/close`, { report: "总结" })).toMatchObject({ status: 409 });
    expect(await post(`${path}/approve`, {}, theHead)).toMatchObject(ok);
    town.day("2026-03-09");
    const code = (await get(`/enterprises/${venues[0]}`, town.owner(usccs[0]))).body.entryCode;
    expect(await post(`${path}/scan`, { code: String(code) })).toMatchObject(ok);
    expect(await post(`${path}/enter`, { shown: { cards: true, notice: true } })).toMatchObject(ok);
    const findings = [
      finding("minors", { result: "breach", power: "PN-070", note: "接纳未成年人" }),
      finding("register", { result: "put-right", note: "当场补登" }),
    ];
    const signing = { how: "signed", name: "经营者", signedPages: 1 };
    expect(await post(`${path}/record`, { findings, summary: "情况", sha256: sha, pages: 1, signing })).toMatchObject(
      ok,
    );
    expect((await get(`${at}/findings`, theSupervisor)).body).toMatchObject({
      found: [],
      withoutLead: [{ point: "minors" }, { point: "register" }],
    });
    expect(await post(`${path}/countersign`, {}, officer2)).toMatchObject(ok);
    const after = (await get(`${at}/findings`, theSupervisor)).body;
    expect(after).toMatchObject({
      found: [{ point: "minors", leadStatus: "received" }],
      withoutLead: [{ point: "register" }],
    });
    const [{ lead } = { lead: "" }] = z.array(z.object({ lead: z.string() })).parse(after.found);
    expect(await get(`/leads/${lead}`, officer1)).toMatchObject({ ...ok, body: { source: { kind: "campaign", id } } });
    expect(await post(`${path}/tell-result`, { how: "by-hand", text: "已告知", proof: sha })).toMatchObject(ok);
    expect(await get(at, theGridWorker)).toMatchObject(ok);
    expect(await get(`${at}/findings`, theGridWorker)).toMatchObject({ status: 403 });
    expect(await get(`${at}/office`, theSupervisor)).toMatchObject({ ...ok, body: { inspections: [{ id: first }] } });
    expect(await post(`${at}/close`, { report: "总结" })).toMatchObject({ ...ok, body: { status: "closed" } });
    expect(await get(`${at}/history`, theSupervisor)).toMatchObject(ok);
  });
  test("IN-8: a plan with a number for a goal is refused at its place", async () => {
    const bad = await post("/campaigns", plan({ aims: "立案不少于20起" }));
    expect(bad).toMatchObject({ status: 422, body: { errors: [{ pointer: "/aims", code: "campaign.target" }] } });
    expect(await post("/campaigns", plan({ targets: { cases: 20 } }))).toMatchObject({ status: 400 });
  });
  test("IN-6: the year's places, also for two at once; one given up before frees its place", async () => {
    const made = await Promise.all(
      [1, 2, 3].map((at) => post("/campaigns", plan({ name: `整治${"甲乙丙"[at - 1]}` }))),
    );
    const paths = made.map(({ body }) => `/campaigns/${body.id}`);
    const approved = await Promise.all(paths.map((path) => post(`${path}/approve`, {}, theMayor)));
    expect(approved.map(({ status }) => status).toSorted()).toEqual([200, 200, 422]);
    const refused = paths[approved.findIndex(({ status }) => status === 422)];
    const taken = paths[approved.findIndex(({ status }) => status === 200)];
    expect(await post(`${taken}/abandon`, { reasons: "合并实施" }, theMayor)).toMatchObject(ok);
    expect(await post(`${refused}/approve`, {}, theMayor)).toMatchObject(ok);
  });
  test("another venue for reasons", async () => {
    const third = await town.enterprise(usccs[2]);
    const at = await aRunning();
    expect(await post(`${at}/add-venue`, { enterprise: third, reasons: "新开业" })).toMatchObject(ok);
  });
});

describe("E11: what venues hand in", () => {
  test("the published plan asks each venue once; it hands in by its own login, and another officer checks", async () => {
    const at = await aRunning();
    const id = at.split("/").at(-1) ?? "";
    const all = await get("/venue-duties", officer1, { campaign: id });
    expect(
      ids
        .parse(all.body.items)
        .map((one) => one.id)
        .toSorted(),
    ).toEqual(venues.map((one) => dutyIdOf(id, one, "pledge")).toSorted());
    const own = ids.parse((await get("/venue-duties", town.owner(usccs[0]))).body.items);
    expect(own).toHaveLength(1);
    const path = `/venue-duties/${own[0]?.id}`;
    expect(await get(path, town.owner(usccs[1]))).toMatchObject({ status: 404 });
    expect(await post(`${path}/hand-in`, { signedBy: "经营者", sha256: sha }, town.owner(usccs[0]))).toMatchObject(ok);
    expect(await post(`${path}/check`, { accepted: true, note: "已核" })).toMatchObject({
      ...ok,
      body: { status: "accepted" },
    });
    expect(await get(`${path}/history`, theSupervisor)).toMatchObject(ok);
  });
  test("asked without a campaign too; a venue lists nothing of another", async () => {
    const asked = await post("/venue-duties", {
      kind: "self-inspection",
      enterprise: venues[0],
      by: "2026-03-13",
      text: "自查",
    });
    expect(asked).toMatchObject({ status: 201 });
    expect(await get(`/venue-duties/${asked.body.id}`, officer1)).toMatchObject(ok);
    expect((await get("/venue-duties", officer1, { enterprise: String(venues[0]) })).body.items).toHaveLength(1);
    expect((await get("/venue-duties", officer1, { late: "true" })).body.items).toEqual([]);
    expect((await get("/venue-duties", town.owner(usccs[1]))).body.items).toEqual([]);
  });
});
