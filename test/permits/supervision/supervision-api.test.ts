import { describe, expect, test } from "vitest";
import * as z from "zod";
import { certificate } from "../../../services/permits/certificates/domain/certificate.ts";
import { inspection } from "../../../services/permits/supervision/domain/inspection/decider.ts";
import { report } from "../../../services/permits/supervision/domain/report/decider.ts";
import type { Actor } from "../../../shared/decider/index.ts";
import { instruct } from "../../../shared/service/index.ts";
import { anAgent, aResident, theApprover, theClerk, theIssuer, theReviewer, theSecond } from "../cases/builders.ts";
import { aGrant } from "../certificates/builders.ts";
import { aHall, deliverAll } from "../permits-hall.ts";
import { theSupervisor } from "../voices/builders.ts";
import { findings, inspector1, inspector2, inspectors, theHolder, theManager } from "./builders.ts";

const created = z.looseObject({ id: z.string() });
const items = z.object({ items: z.array(z.looseObject({})) });
const id = "0123456789ABCDEF0123";
const today = "2026-05-13";
const by = "2026-05-20";
const reporter: Actor = { ...aResident, sub: "reporter-1", name: "司马光光" };
const ofAnotherOffice: Actor = { ...theReviewer, sub: "reviewer-9", office: "social-affairs" };

/** The service with a certificate, on 13 May 2026. */
async function aTown() {
  const town = await aHall();
  const { runtime } = town;
  const grant = aGrant({ validUntil: "2026-12-31", owner: theHolder.sub });
  await instruct({ of: certificate, id, expects: "new", command: grant }).carryOut(runtime, { id: "granted" });
  await instruct({ of: certificate, id, command: { type: "issue" }, actor: theIssuer }).carryOut(runtime, { id: "i" });
  runtime.setClock(`${today}T02:00:00.000Z`);
  const step = (actor: Actor, one: string, verb: string, body: object = {}) =>
    town.post(actor, `/permits/inspections/${one}/${verb}`, body);
  const plan = async (more: object = {}, headers: Record<string, string> = {}) =>
    await town.post(
      theManager,
      "/permits/inspections",
      {
        certificate: id,
        announced: false,
        by,
        place: "某某村农资店",
        inspectors,
        occasion: { kind: "routine" },
        ...more,
      },
      headers,
    );
  /** Recorded and signed by all; `failing` points make it a violation, or to be put right by a day. */
  const hold = async (one: string, failing: readonly string[] = [], more: object = {}) => {
    const result = failing.length > 0 ? "violation" : "conforming";
    const record = { heldOn: today, findings: findings(...failing), result, summary: "现场查看", ...more };
    expect((await step(inspector1, one, "record", record)).status).toBe(200);
    await step(inspector1, one, "sign");
    await step(inspector2, one, "sign");
    const acknowledgement = { how: "refused", reasons: "不服", witness: "诸葛村长" };
    const conduct = { hindered: true, demanded: false, words: "占用半天" };
    return await step(inspector1, one, "acknowledge", { acknowledgement, conduct });
  };
  return { ...town, step, plan, hold };
}
const planned = async (town: Awaited<ReturnType<typeof aTown>>, more: object = {}) =>
  created.parse((await town.plan(more)).body).id;

describe("XK-61: who sees an inspection", () => {
  test("unannounced it is not there for the holder, whatever else he is, until it is held", async () => {
    const town = await aTown();
    const one = await planned(town);
    const insider: Actor = {
      ...theHolder,
      roles: ["resident", "approver", "supervisor"],
      office: "agriculture-centre",
    };
    for (const actor of [theHolder, insider]) {
      expect((await town.get(actor, `/permits/inspections/${one}`)).status).toBe(404);
      expect((await town.get(actor, `/permits/inspections/${one}/history`)).status).toBe(404);
      expect((await town.get(actor, "/permits/inspections")).body).toEqual({ items: [] });
      expect((await town.get(actor, "/permits/inspections", { certificate: id })).body).toEqual({ items: [] });
    }
    await town.hold(one);
    const seen = await town.get(theHolder, `/permits/inspections/${one}`);
    expect(seen.body).toMatchObject({ status: "archived", result: "conforming", holder: { name: "欧***" } });
    expect((await town.get(theHolder, "/permits/inspections")).body).toMatchObject({ items: [{ id: one }] });
    expect((await town.get(aResident, `/permits/inspections/${one}`)).status).toBe(404);
    expect((await town.get(aResident, "/permits/inspections")).body).toEqual({ items: [] });
  });

  test("staff of another office neither read nor count it, the supervisor reads all; 404 for steps too", async () => {
    const town = await aTown();
    const one = await planned(town);
    for (const query of [{ status: "planned" }, { office: "agriculture-centre" }, { certificate: id }])
      expect((await town.get(ofAnotherOffice, "/permits/inspections", query)).body).toEqual({ items: [] });
    expect((await town.get(ofAnotherOffice, `/permits/inspections/${one}`)).status).toBe(404);
    expect((await town.step(ofAnotherOffice, one, "sign")).status).toBe(404);
    expect((await town.get(theSupervisor, "/permits/inspections")).body).toMatchObject({ items: [{ id: one }] });
    expect((await town.get(theReviewer, "/permits/inspections")).body).toMatchObject({ items: [{ id: one }] });
  });

  test("an inspector of another office finds what he is to hold", async () => {
    const town = await aTown();
    const guest = { ...ofAnotherOffice, sub: "caller-1" };
    const one = await planned(town, { inspectors: [...inspectors, guest.sub] });
    expect((await town.get(guest, "/permits/inspections", { mine: "true" })).body).toMatchObject({
      items: [{ id: one }],
    });
    expect((await town.get(theReviewer, "/permits/inspections", { mine: "true" })).body).toEqual({ items: [] });
  });

  test("the record is printed to be signed by hand, and as it was signed; nothing in it of a report or of conduct", async () => {
    const town = await aTown();
    const one = await planned(town);
    const path = `/permits/inspections/${one}/html`;
    const page = async (actor: Actor) => String((await town.get(actor, path)).body.text);
    expect((await town.get(inspector1, path)).status).toBe(404);
    const record = { heldOn: today, findings: findings(), result: "conforming", summary: "现场<查看>" };
    await town.step(inspector1, one, "record", record);
    expect(await page(inspector1)).toMatch(
      /监督检查记录[\s\S]*签字后编号[\s\S]*现场&#60;查看&#62;[\s\S]*年　　月　　日/,
    );
    await town.hold(one);
    const printed = await page(theHolder);
    for (const said of [
      "禄丰市农业农村局（广通）检〔2026〕1号",
      "欧阳娜娜",
      "执法一号　2026年5月13日",
      "拒绝签字：不服",
      "诸葛村长",
      "未发现问题",
    ])
      expect(printed).toContain(said);
    expect(printed).not.toMatch(/占用半天|举报|undefined/);
    expect(printed).toContain(`inspections/published?item=PL-018&#38;certificate=${id}`);
    expect((await town.get(ofAnotherOffice, path)).status).toBe(404);
  });

  test("XK-63: what the holder said of the inspectors is for who supervises, and not for them", async () => {
    const town = await aTown();
    const one = await planned(town);
    await town.hold(one);
    const path = `/permits/inspections/${one}`;
    const conductStated = async (actor: Actor) =>
      z
        .looseObject({ events: z.array(z.looseObject({ type: z.string(), data: z.looseObject({}) })) })
        .parse((await town.get(actor, `${path}/history`)).body)
        .events.find(({ type }) => type === "permits.inspection.conduct-stated")?.data;
    expect(JSON.stringify((await town.get(inspector1, path)).body)).not.toMatch(/半天|hindered/);
    expect(await conductStated(inspector1)).toEqual({});
    expect((await town.get(inspector1, "/permits/inspections", { questioned: "true" })).body).toEqual({ items: [] });
    expect((await town.get(theSupervisor, path)).body).toMatchObject({
      acknowledged: { conduct: { words: "占用半天" } },
    });
    expect(await conductStated(theSupervisor)).toMatchObject({ hindered: true });
    const query = { status: "archived", questioned: "true" };
    expect((await town.get(theSupervisor, "/permits/inspections", query)).body).toMatchObject({ items: [{ id: one }] });
  });

  test("XK-63: a round of the year is planned once, whoever asks; the same request again is the same answer", async () => {
    const town = await aTown();
    const first = await town.plan({}, { "idempotency-key": "k1" });
    expect((await town.plan({}, { "idempotency-key": "k1" })).body).toEqual(first.body);
    expect((await town.plan()).body).toMatchObject({ status: 409, code: "permits.inspection-not-in-this-state" });
    expect((await town.plan({ occasion: { kind: "for-cause", brief: "有线索" } })).status).toBe(201);
    const { id: one } = created.parse(first.body);
    expect((await town.step(theManager, one, "call-off", { reasons: "停业" })).body).toMatchObject({
      status: "called-off",
    });
    expect((await town.plan()).body).toMatchObject({ id: one, status: "planned" });
  });

  test("a certificate that is not there is not planned for", async () => {
    const town = await aTown();
    expect((await town.plan({ certificate: "NONE" })).body).toMatchObject({ code: "permits.no-such-certificate" });
  });
});

describe("XK-61: anybody may consult the records", () => {
  const consult = async (town: Awaited<ReturnType<typeof aTown>>, query: Record<string, string>) =>
    items.parse((await town.get(undefined, "/permits/inspections/published", query)).body).items;

  test("once archived, by item; with what was found, and of a citizen no more than a masked name", async () => {
    const town = await aTown();
    const one = await planned(town);
    expect(await consult(town, { item: "PL-018" })).toEqual([]);
    await town.hold(one, ["scope"]);
    expect(await consult(town, { item: "PL-018" })).toEqual([]);
    const acted = await town.step(theManager, one, "act", { measures: ["enforcement"], reasons: "超范围" });
    expect(acted.body).toMatchObject({ status: "archived" });
    await town.step(inspector1, one, "annotate", { text: "欧阳娜娜来电说明" });
    const open = await consult(town, { item: "PL-018" });
    expect(open).toMatchObject([
      {
        record: { text: { zh: "禄丰市农业农村局（广通）检〔2026〕1号" } },
        holder: "欧***",
        result: "violation",
        acted: { measures: ["enforcement"] },
        signed: { inspectors: 2, inspected: "refused" },
        annotatedOn: [today],
      },
    ]);
    expect(await consult(town, { item: "PL-019" })).toEqual([]);
  });

  test("no record leads to its certificate, its inspection, a place, a person or anything written", async () => {
    const town = await aTown();
    const one = await planned(town);
    await town.hold(one);
    const told = JSON.stringify(await consult(town, { item: "PL-018" }));
    expect(told).not.toMatch(new RegExp(`${one}|${id}|欧阳|诸葛|检查"|某某村|现场查看|不服|inspector-|半天`));
  });

  test("XK-5: what was granted under secrecy is open to nobody, not even by its certificate's id", async () => {
    const town = await aTown();
    const at = await town.file(theClerk);
    const steps = `/permits/applications/${at}`;
    await town.post(theClerk, `${steps}/accept`);
    const reviewing = { opinion: "agree", inspectors: ["reviewer-1", "reviewer-2"], affectsThirdParties: false };
    await town.post(theReviewer, `${steps}/review`, reviewing);
    await town.post(theSecond, `${steps}/confirm-survey`);
    await town.post(theReviewer, `${steps}/review`, reviewing);
    const granting = { outcome: "granted", secrecy: "trade-secret" };
    expect((await town.post(theApprover, `${steps}/decide`, granting)).status).toBe(200);
    const secret = await town.settle(at);
    expect((await town.post(theIssuer, `/permits/certificates/${secret}/issue`)).status).toBe(200);
    const held = await town.hold(await planned(town, { certificate: secret }));
    expect(held.body).toMatchObject({ status: "archived" });
    expect(await consult(town, { item: "PL-018" })).toEqual([]);
    expect(await consult(town, { item: "PL-018", certificate: secret })).toEqual([]);
  });

  test("of one certificate to who holds its id; another item's id answers nothing, nor does a made-up one", async () => {
    const town = await aTown();
    await town.hold(await planned(town));
    expect(await consult(town, { item: "PL-018", certificate: id })).toHaveLength(1);
    expect(await consult(town, { item: "PL-019", certificate: id })).toEqual([]);
    expect(await consult(town, { item: "PL-018", certificate: "0000" })).toEqual([]);
    expect((await town.get(undefined, "/permits/inspections/published")).status).toBe(400);
  });
});

describe("XK-65, XK-66: what follows by itself", () => {
  const filed = async (town: Awaited<ReturnType<typeof aTown>>, more: object = {}) =>
    created.parse(
      (
        await town.post(reporter, "/permits/reports", {
          item: "PL-018",
          text: "卖没有登记的农药",
          place: "某某村",
          contact: { name: "司马光光", phone: "13987654321" },
          ...more,
        })
      ).body,
    ).id;
  const lookInto = { certificate: id, by, place: "某某村农资店", inspectors, brief: "查看进货" };
  const inspectionsOf = async (town: Awaited<ReturnType<typeof aTown>>, actor: Actor) =>
    z
      .object({ items: z.array(z.looseObject({ id: z.string(), occasion: z.string() })) })
      .parse((await town.get(actor, "/permits/inspections", { certificate: id })).body).items;

  test("a report is inspected unannounced and answered; the inspectors and the holder never learn that there was one", async () => {
    const town = await aTown();
    const of = await filed(town);
    expect((await town.post(theManager, `/permits/reports/${of}/look-into`, lookInto)).body).toMatchObject({
      status: "looked-into",
      certificate: id,
    });
    await deliverAll(town, report, of);
    await deliverAll(town, report, of);
    const [one, ...more] = await inspectionsOf(town, theManager);
    expect([one?.occasion, more]).toEqual(["report", []]);
    const [seen] = await inspectionsOf(town, inspector1);
    expect(seen).toMatchObject({ occasion: "for-cause" });
    const { body: whole } = await town.get(inspector1, `/permits/inspections/${seen?.id}`);
    expect(whole).toMatchObject({ occasion: "for-cause", brief: "查看进货" });
    expect(JSON.stringify([seen, whole])).not.toMatch(new RegExp(`${of}|司马|登记的`));
    const inspected = one?.id ?? "";
    await town.hold(inspected);
    for (const path of [`/permits/inspections/${inspected}`, `/permits/inspections/${inspected}/history`])
      for (const actor of [theHolder, inspector1]) {
        const told = await town.get(actor, path);
        expect(told.status).toBe(200);
        expect(JSON.stringify(told.body)).not.toMatch(new RegExp(`${of}|"report"|司马|reporter|clockwork`));
      }
    expect((await town.get(undefined, "/permits/inspections/published", { item: "PL-018" })).body).toMatchObject({
      items: [{ kind: "for-cause" }],
    });
    await deliverAll(town, inspection, inspected);
    await deliverAll(town, inspection, inspected);
    const reply = (await town.get(reporter, `/permits/reports/${of}`)).body;
    expect(reply).toMatchObject({ status: "answered", reply: { result: "conforming" } });
    expect(reply).not.toHaveProperty("certificate");
  });

  test("a violation is answered once it was acted upon; the holder reads no report of himself, whatever else he is", async () => {
    const town = await aTown();
    const of = await filed(town);
    await town.post(theManager, `/permits/reports/${of}/look-into`, lookInto);
    await deliverAll(town, report, of);
    const [one] = await inspectionsOf(town, theManager);
    const inspected = one?.id ?? "";
    await town.hold(inspected, ["scope"]);
    const statusOf = async (actor: Actor) => (await town.get(actor, `/permits/reports/${of}`)).body.status;
    await deliverAll(town, inspection, inspected);
    expect(await statusOf(reporter)).toBe("looked-into");
    await town.step(theManager, inspected, "act", { measures: ["enforcement"], reasons: "超范围" });
    await deliverAll(town, inspection, inspected);
    expect(await statusOf(reporter)).toBe("answered");
    const insider: Actor = { ...theManager, sub: theHolder.sub, roles: ["approver", "supervisor"] };
    expect(await statusOf(insider)).toBe(404);
    expect((await town.get(insider, "/permits/reports", { status: "answered" })).body).toEqual({ items: [] });
    expect((await town.get(theHolder, `/permits/inspections/${inspected}`)).body).not.toHaveProperty("brief");
    expect((await town.get(inspector2, `/permits/inspections/${inspected}`)).body).toMatchObject({ brief: "查看进货" });
  });

  test("who reported is in no view; shown to the office's head for a reason, never of an anonymous one; others find nothing", async () => {
    const town = await aTown();
    const of = await filed(town);
    for (const actor of [theManager, theSupervisor])
      expect(JSON.stringify((await town.get(actor, `/permits/reports/${of}`)).body)).not.toMatch(
        /司马|13987654321|139\*|reporter-1/,
      );
    for (const actor of [theHolder, { ...theManager, office: "social-affairs" }]) {
      expect((await town.get(actor, `/permits/reports/${of}`)).status).toBe(404);
      expect((await town.get(actor, "/permits/reports")).body).toEqual({ items: [] });
    }
    expect((await town.get(theClerk, `/permits/reports/${of}`)).status).toBe(403);
    expect((await town.get(reporter, "/permits/reports")).body).toMatchObject({ items: [{ id: of }] });
    const contact = (one: string) => town.post(theManager, `/permits/reports/${one}/contact`, { reason: "核实情况" });
    expect((await contact(of)).body).toMatchObject({ contact: { name: "司马光光" } });
    const anonymous = await filed(town, { anonymous: true });
    expect((await contact(anonymous)).body).toMatchObject({ code: "permits.reporter-unknown" });
    const declined = await town.post(theManager, `/permits/reports/${of}/decline`, { reasons: "查无此店" });
    expect(declined.body).toMatchObject({ status: "declined", reply: { reasons: "查无此店" } });
    expect((await town.get(anAgent, "/permits/reports")).status).toBe(403);
    const history = (await town.get(theSupervisor, `/permits/reports/${of}/history`)).body;
    expect(JSON.stringify(history)).toContain("contact-disclosed");
    expect(JSON.stringify(history)).not.toMatch(/司马|13987654321|139\*|reporter-1|农药/);
  });

  test("a day for putting right brings a re-inspection by the same people, once", async () => {
    const town = await aTown();
    const one = await planned(town);
    await town.hold(one, ["pesticide-ledger"], { result: "put-right", putRightBy: "2026-06-01" });
    await deliverAll(town, inspection, one);
    await deliverAll(town, inspection, one);
    const again = (await inspectionsOf(town, theManager)).filter(({ occasion }) => occasion === "re-inspection");
    expect(again).toMatchObject([{ status: "planned", by: "2026-06-08" }]);
    expect((await town.get(theManager, `/permits/inspections/${again[0]?.id}`)).body).toMatchObject({
      inspectors,
      follows: { inspection: one, putRightBy: "2026-06-01" },
    });
  });
});
