import { describe, expect, test } from "vitest";
import * as z from "zod";
import type { Actor } from "../../../shared/decider/index.ts";
import { aResident, theApprover, theClerk } from "../cases/builders.ts";
import { theKiosk } from "../hall/builders.ts";
import { aHall } from "../permits-hall.ts";
import { anotherSupervisor, theCaller, theSupervisor } from "./builders.ts";

const created = z.looseObject({ id: z.string() });
/** Clerk, reviewer and supervisor at once: no role opens to the person complained of what is about him. */
const theTarget: Actor = {
  ...theClerk,
  roles: ["clerk", "reviewer", "approver", "issuer", "supervisor", "leader", "resident"],
};
const everyList = ["received", "assigned", "answered", "objected", "closed", "withdrawn"];

describe("L7: no route shows a complaint to the person complained of", () => {
  const filed = async (against: object) => {
    const town = await aHall();
    const body = { against, text: "推诿刁难", contact: { name: "欧阳娜娜", phone: "13812345678" } };
    const { id } = created.parse((await town.post(aResident, "/permits/complaints", body)).body);
    return { ...town, id };
  };
  const byName = { kind: "person", name: theClerk.name };

  test("before assignment: list, id, history, counts, parked and commands are as if there were none", async () => {
    const { get, post, id } = await filed(byName);
    for (const status of everyList)
      expect((await get(theTarget, "/permits/complaints", { status, limit: "1" })).body).toEqual({ items: [] });
    expect((await get(theTarget, `/permits/complaints/${id}`)).status).toBe(404);
    expect((await get(theTarget, `/permits/complaints/${id}/history`)).status).toBe(404);
    expect((await get(undefined, "/permits/complaints/figures")).body).toMatchObject({ complaints: 0, kinds: {} });
    expect((await get({ ...theTarget, roles: ["ops"] }, "/permits/parked")).body).toEqual({ items: [] });
    const to = { sub: theCaller.sub, office: "agriculture-centre" };
    const bodies: Readonly<Record<string, object>> = {
      assign: { to },
      extend: { reasons: "x" },
      answer: { outcome: "unfounded", text: "x" },
      object: { reasons: "x" },
      withdraw: {},
      contact: { reason: "看看是谁" },
    };
    for (const [verb, body] of Object.entries(bodies))
      expect((await post(theTarget, `/permits/complaints/${id}/${verb}`, body)).status, verb).toBe(404);
    expect((await get(anotherSupervisor, "/permits/complaints")).body).toMatchObject({ items: [{ id }] });
  });

  test("nor to anybody else than the supervisors and the complainant: no colleague sees it before it is his to answer", async () => {
    const { get, id } = await filed({ kind: "window", window: "general-1" });
    const colleague = { ...theClerk, sub: "clerk-2", name: "李四" };
    for (const who of [colleague, theApprover, theCaller, { ...aResident, sub: "resident-2" }])
      expect((await get(who, `/permits/complaints/${id}`)).status).toBe(404);
    for (const who of [theSupervisor, aResident])
      expect((await get(who, `/permits/complaints/${id}`)).status).toBe(200);
  });

  test("nor where the complainant wrote his name with a space in it", async () => {
    const { get, id } = await filed({ kind: "person", name: `${theClerk.name.slice(0, 1)} ${theClerk.name.slice(1)}` });
    expect((await get(theTarget, `/permits/complaints/${id}`)).status).toBe(404);
  });

  test("nor afterwards, once a supervisor has found out who it is; the one assigned sees and answers it", async () => {
    const { get, post, id } = await filed({ kind: "person", name: "那个窗口的人" });
    const person = { sub: theClerk.sub, office: "service-centre" };
    const to = { sub: theCaller.sub, office: "agriculture-centre" };
    expect((await get(theCaller, `/permits/complaints/${id}`)).status).toBe(404);
    expect((await post(theSupervisor, `/permits/complaints/${id}/assign`, { to, person })).status).toBe(200);
    for (const status of everyList)
      expect((await get(theTarget, "/permits/complaints", { status })).body).toEqual({ items: [] });
    expect((await get(theTarget, `/permits/complaints/${id}`)).status).toBe(404);
    expect((await get(theCaller, "/permits/complaints")).body).toMatchObject({ items: [{ id }] });
    const answer = { outcome: "partly", text: "已核实" };
    expect((await post(theCaller, `/permits/complaints/${id}/answer`, answer)).status).toBe(200);
    expect((await get(aResident, `/permits/complaints/${id}`)).body).toMatchObject({
      status: "answered",
      answers: [{ text: "已核实" }],
    });
    expect((await get(undefined, "/permits/complaints/figures")).body).toMatchObject({ complaints: 1, partly: 1 });
  });

  test("who complained is in no view and no history; shown to the one assigned for a reason, on record", async () => {
    const { get, post, id } = await filed(byName);
    const to = { sub: theCaller.sub, office: "agriculture-centre" };
    await post(theSupervisor, `/permits/complaints/${id}/assign`, {
      to,
      person: { sub: theClerk.sub, office: "service-centre" },
    });
    for (const path of [`/permits/complaints/${id}`, `/permits/complaints/${id}/history`])
      expect(JSON.stringify((await get(theSupervisor, path)).body)).not.toMatch(/欧阳|13812345678|resident-1/);
    const shown = await post(theCaller, `/permits/complaints/${id}/contact`, { reason: "核实情况" });
    expect(shown.body).toMatchObject({ contact: { name: "欧阳娜娜" } });
    expect(JSON.stringify((await get(theSupervisor, `/permits/complaints/${id}/history`)).body)).toContain(
      "contact-disclosed",
    );
  });
});

describe("S-2: those rated never learn who rated", () => {
  const rated = async () => {
    const town = await aHall();
    const application = await town.file(aResident);
    await town.post(aResident, `/permits/applications/${application}/withdraw`);
    await town.post(theClerk, `/permits/applications/${application}/disclose`, { reason: "核对身份" });
    const body = { application, grade: 1, comment: "窗口态度差" };
    const answer = await town.post(aResident, "/permits/ratings", body);
    return { ...town, application, answer, id: created.parse(answer.body).id };
  };

  test("one rating for a case, whose id tells nobody which; a second is refused", async () => {
    const { answer, id, application, post } = await rated();
    expect(answer.status).toBe(201);
    expect(answer.body).toMatchObject({ gradeName: "非常不满意", status: "to-call-back", ref: application });
    expect(id).not.toContain(application.slice(-8));
    expect((await post(aResident, "/permits/ratings", { application, grade: 5 })).body.code).toBe(
      "permits.already-rated",
    );
    expect((await post(theClerk, "/permits/ratings", { application, grade: 5 })).body.code).toBe(
      "permits.staff-cannot-rate",
    );
    expect((await post(aResident, "/permits/ratings", { grade: 5 })).status).toBe(422);
  });

  test("to others a rating does not say whose, for what case, or by what sub, nor does its history", async () => {
    const { get, post, id, application } = await rated();
    for (const path of [`/permits/ratings/${id}`, `/permits/ratings/${id}/history`]) {
      const told = await get(theSupervisor, path);
      expect(told.status).toBe(200);
      expect(JSON.stringify(told.body)).not.toMatch(new RegExp(`欧阳|13812345678|${aResident.sub}|${application}`));
    }
    expect((await get(theApprover, `/permits/ratings/${id}`)).status).toBe(404);
    expect((await post(theSupervisor, `/permits/ratings/${id}/assign`, { to: theCaller.sub })).status).toBe(200);
    const shown = await post(theCaller, `/permits/ratings/${id}/contact`, { reason: "回访核实" });
    expect(shown.body).toMatchObject({ ref: application, caller: { phone: "13812345678" } });
    expect((await get(theCaller, "/permits/ratings")).body).toMatchObject({ items: [{ id }] });
    expect((await get(theApprover, "/permits/ratings")).body).toEqual({ items: [] });
    expect((await get(theApprover, "/permits/ratings/figures")).body).toMatchObject({ all: { withheld: true } });
    expect((await get(theSupervisor, "/permits/ratings/figures")).body).toMatchObject({
      all: { ratings: 1, poor: 1, toCallBack: 1 },
    });
  });

  test("what those who follow it up note for each other is not told to who rated", async () => {
    const { get, post, id } = await rated();
    await post(theSupervisor, `/permits/ratings/${id}/assign`, { to: theCaller.sub });
    const called = await post(theCaller, `/permits/ratings/${id}/call-back`, { reached: true, note: "已致歉" });
    expect(called.body).toMatchObject({ notes: ["已致歉"] });
    expect((await get(aResident, `/permits/ratings/${id}`)).body).toMatchObject({ notes: [] });
  });

  test("S-1: a visit is rated at the counter right after, once; the window's clerk sees nothing of it", async () => {
    const { post, get } = await aHall();
    const queue = "general-2026-03-02";
    const step = (actor: Actor, verb: string, body: object = {}) =>
      post(actor, `/permits/hall/queues/${queue}/${verb}`, body);
    await step(theKiosk, "take");
    await step(theClerk, "open-window", { window: "general-1" });
    await step(theClerk, "call", { window: "general-1" });
    const visit = { queue, number: "A001" };
    const rate = (grade: number) => post(theKiosk, "/permits/ratings", { visit, grade });
    expect((await rate(2)).body.code).toBe("permits.not-ended-yet");
    await step(theClerk, "serve", { number: "A001" });
    await step(theClerk, "finish", { number: "A001" });
    const { status, body } = await rate(2);
    expect([status, body.setting, body.window]).toEqual([201, "on-site", "general-1"]);
    expect((await rate(5)).body.code).toBe("permits.already-rated");
    const target = { ...theTarget, sub: theClerk.sub };
    expect((await get(target, `/permits/ratings/${created.parse(body).id}`)).status).toBe(404);
    expect((await get(target, "/permits/ratings", { status: "to-classify" })).body).toEqual({ items: [] });
  });
});
