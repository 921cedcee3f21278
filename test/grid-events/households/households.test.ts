import { beforeAll, describe, expect, test } from "vitest";
import * as z from "zod";
import { gridEvents } from "../../../services/grid-events/service.ts";
import type { Actor } from "../../../shared/decider/index.ts";
import { clockworkFor } from "../../../shared/service/index.ts";
import { deliverAllOf } from "../../support/reacting.ts";
import { aGridTown, eastStreet, theDispatcher, theLeader, worker } from "../grid-town.ts";

const village = "532302105001";
const clerk: Actor = { sub: "clerk-1", name: "窗口1号", roles: ["clerk"], office: "service-centre" };
const other: Actor = { sub: "clerk-2", name: "窗口2号", roles: ["clerk"], office: "service-centre" };
const theSupervisor: Actor = { sub: "supervisor-1", name: "督查", roles: ["supervisor"], office: "party-government" };
const household = { name: "欧阳娜娜", phone: "13812345678", address: "东街9号", people: 3 };
const notes = "老人独居，屋顶漏雨";
const need = {
  category: "road-pit",
  urgency: "ordinary",
  text: "门前路面塌陷",
  place: { lng: 101.97, lat: 25.125 },
  address: "东街",
};
/** D1: a number stays masked, also for the cadre. */
const seen = { name: household.name, phone: "138****5678", people: 3 };
const made = z.object({ id: z.string() });
const shown = z.looseObject({
  ...{ status: z.string(), missed: z.boolean().optional(), went: z.int().optional() },
  matters: z.array(z.object({ event: z.string(), number: z.string(), status: z.string() })),
});
const counts = { activities: z.int(), personVisits: z.int(), matters: z.int(), solved: z.int() };
const figures = z.object({ items: z.array(z.object({ village: z.string(), ...counts })), total: z.object(counts) });

async function aTownWithCadres() {
  const town = aGridTown();
  await town.adopt("2026-03-02");
  await town.assign(eastStreet, "a", "grid-worker-1");
  let lanes = 0;
  /** Each time another household. */
  const link = async (cadre: string = clerk.sub) => {
    lanes += 1;
    const asked = { village, cadre, household: { ...household, address: `东街9号${lanes}室` } };
    return made.parse((await town.post("/household-contacts", asked, theDispatcher)).body).id;
  };
  const of = (what: string, id: string, verb: string, by: Actor, body: object = {}) =>
    town.post(`/${what}/${id}/${verb}`, body, by);
  const visit = (id: string, verb: string, by: Actor = clerk, body: object = {}) =>
    of("household-visits", id, verb, by, body);
  const arrange = async (contact: string, on = "2026-03-02", by: Actor = clerk) =>
    town.post("/household-visits", { contact, on }, by);
  const arranged = async (contact: string, on?: string) => made.parse((await arrange(contact, on)).body).id;
  const held = async (contact: string, more: object = {}) => {
    const id = await arranged(contact);
    expect((await visit(id, "hold", clerk, { notes, ...more })).status).toBe(200);
    return id;
  };
  const read = async (id: string, by: Actor = clerk) =>
    shown.parse((await town.get(`/household-visits/${id}`, {}, by)).body);
  const count = async (month = "2026-03") =>
    figures.parse((await town.get("/household-figures", { month }, theLeader)).body);
  const deliver = () => deliverAllOf(town.heard, gridEvents, gridEvents.subscriptions, town.runtime, { times: 2 });
  return { ...town, link, of, visit, arrange, arranged, held, read, count, deliver };
}

describe("G9: a cadre and his households", () => {
  let town: Awaited<ReturnType<typeof aTownWithCadres>>;
  beforeAll(async () => {
    town = await aTownWithCadres();
  });

  test("the household is read by its cadre alone; others of the house see village and state", async () => {
    const { link, get } = town;
    const id = await link();
    const at = `/household-contacts/${id}`;
    expect((await get(at, {}, clerk)).body).toMatchObject({ household: seen });
    for (const by of [theDispatcher, theLeader]) {
      const { body } = await get(at, {}, by);
      expect(body).toMatchObject({ village, cadre: clerk.sub, status: "linked" });
      expect(JSON.stringify(body)).not.toMatch(/欧阳娜娜|13812345678|东街9号/);
    }
    expect((await get(at, {}, other)).status).toBe(404);
    expect((await get("/household-contacts", {}, other)).body).toMatchObject({ items: [] });
    expect(JSON.stringify((await get("/household-contacts", {}, theLeader)).body)).not.toMatch(/欧阳娜娜/);
  });

  test("handed over, the earlier cadre reads it no more; and a village or a person that there is not is refused", async () => {
    const { link, of, get, post } = town;
    const id = await link();
    expect((await of("household-contacts", id, "hand-over", theLeader, { cadre: "nobody" })).body).toMatchObject({
      code: "grid-events.unknown-worker",
    });
    await of("household-contacts", id, "hand-over", theLeader, { cadre: other.sub });
    expect((await get(`/household-contacts/${id}`, {}, clerk)).status).toBe(404);
    expect((await get(`/household-contacts/${id}`, {}, other)).body).toMatchObject({ household: seen });
    const changed = { household: { ...household, people: 4 } };
    expect((await of("household-contacts", id, "change-household", other, changed)).body).toMatchObject({
      household: { ...seen, people: 4 },
    });
    const asked = { village: "532302105999", cadre: clerk.sub, household };
    expect((await post("/household-contacts", asked, theDispatcher)).body).toMatchObject({
      code: "grid-events.contact-village",
    });
  });

  test("one cadre for a household: linked twice it is refused, however it is spelt, also by a correction; ended it is free", async () => {
    const { post, of } = town;
    const ask = (name: string, address: string, cadre = clerk.sub) =>
      post("/household-contacts", { village, cadre, household: { ...household, name, address } }, theDispatcher);
    const first = made.parse((await ask("李四", "西街1号")).body).id;
    const refused = { status: 409, body: { code: "grid-events.household-linked", details: { contact: first } } };
    expect(await ask("李四", "西街1号", other.sub)).toMatchObject(refused);
    expect(await ask("李四", " 西街 １号", other.sub)).toMatchObject(refused);
    const second = made.parse((await ask("李四", "西街2号")).body).id;
    const same = { household: { ...household, name: "李四", address: "西街1号" } };
    expect(await of("household-contacts", second, "change-household", clerk, same)).toMatchObject(refused);
    expect((await of("household-contacts", first, "change-household", clerk, same)).status).toBe(200);
    const both = await Promise.all([ask("王五", "西街3号"), ask("王五", "西街3号", other.sub)]);
    expect(both.map(({ status }) => status).toSorted()).toEqual([201, 409]);
    await of("household-contacts", first, "unlink", theLeader, { reasons: "已搬走" });
    expect((await of("household-contacts", second, "change-household", clerk, same)).status).toBe(200);
    expect((await ask("李四", "西街2号")).status).toBe(201);
    expect((await ask("李四", "西街1号")).body).toMatchObject({ details: { contact: second } });
  });

  test("a visit is planned a year ahead, and no further", async () => {
    const { link, arrange } = town;
    const id = await link();
    expect((await arrange(id, "2027-03-03")).status).toBe(201);
    expect((await arrange(id, "2027-03-04")).body).toMatchObject({ code: "grid-events.day-too-far" });
  });

  test("only its cadre plans a visit, of a contact that stands, from today on", async () => {
    const { link, arrange, of } = town;
    const id = await link();
    expect((await arrange(id, "2026-03-02", other)).body).toMatchObject({ code: "grid-events.contact-ended" });
    expect((await arrange(id, "2026-03-01")).body).toMatchObject({ code: "grid-events.day-past" });
    expect((await arrange("NOSUCHCONTACT000")).body).toMatchObject({ code: "grid-events.contact-ended" });
    await of("household-contacts", id, "unlink", theLeader, { reasons: "已搬走" });
    expect((await arrange(id)).body).toMatchObject({ code: "grid-events.contact-ended" });
    expect((await of("household-contacts", id, "unlink", theLeader, { reasons: "已搬走" })).body).toMatchObject({
      code: "grid-events.contact-not-in-this-state",
    });
  });

  test("held on its day, not before; its notes are the cadre's, and no event that leaves the house tells of it", async () => {
    const { link, arranged, visit, read, get, heard } = town;
    const contact = await link();
    const later = await arranged(contact, "2026-03-03");
    expect((await visit(later, "hold", clerk, { notes })).body).toMatchObject({ code: "grid-events.visit-not-yet" });
    const id = await arranged(contact);
    expect((await visit(id, "hold", other, { notes })).status).toBe(404);
    const both: Actor = { ...theLeader, roles: ["leader", "clerk"] };
    expect((await visit(id, "hold", both, { notes })).body).toMatchObject({ code: "grid-events.not-the-cadre" });
    expect((await visit(id, "hold", clerk, { notes, with: ["nobody"] })).body).toMatchObject({
      code: "grid-events.unknown-worker",
    });
    expect((await visit(id, "hold", clerk, { notes })).body).toMatchObject({ status: "held", went: 1, notes });
    expect(JSON.stringify(await read(id, theLeader))).not.toContain(notes);
    expect((await get(`/household-visits/${id}`, {}, other)).status).toBe(404);
    expect((await visit(id, "drop", clerk, { reasons: "不去了" })).body).toMatchObject({
      code: "grid-events.visit-not-in-this-state",
    });
    const leaving = heard.filter(({ type }) => Object.hasOwn(gridEvents.publishes, type));
    expect(leaving.filter(({ aggregate }) => aggregate.startsWith("household"))).toEqual([]);
  });

  test("a visit that is not held on its day is missed, once, and may still be held or dropped", async () => {
    const { link, arranged, read, runtime, visit, heard } = await aTownWithCadres();
    const id = await arranged(await link());
    const clockwork = clockworkFor(gridEvents, runtime);
    runtime.setClock("2026-03-02T15:59:59.999Z");
    await clockwork();
    expect((await read(id)).missed).toBe(false);
    runtime.setClock("2026-03-02T16:00:00.000Z");
    await clockwork();
    await clockwork();
    expect((await read(id)).missed).toBe(true);
    expect(heard.filter(({ type }) => type.endsWith("household-visit.missed"))).toHaveLength(1);
    expect((await visit(id, "hold", clerk, { notes })).body).toMatchObject({ status: "held" });
  });

  test("what a household needs becomes a matter, once; solved once, also where it is taken up again", async () => {
    const { link, held, visit, read, post, count, deliver, get } = await aTownWithCadres();
    const contact = await link();
    const id = await held(contact, { with: [other.sub, other.sub, clerk.sub] });
    expect((await visit(id, "report-need", clerk, { ...need, category: "none-such" })).status).toBe(422);
    expect((await visit(id, "report-need", clerk, need)).status).toBe(200);
    expect((await visit(id, "report-need", clerk, need)).status).toBe(409);
    const [matter] = (await read(id)).matters;
    expect(matter).toMatchObject({ status: "reported" });
    const event = matter?.event ?? "";
    const told = (await get(`/events/${event}`, {}, theDispatcher)).body;
    expect(told).toMatchObject({ from: "household", category: "road-pit" });
    expect(JSON.stringify(told)).not.toMatch(/clerk-1|欧阳娜娜|漏雨/);
    const act = async (verb: string, by: Actor, body: object = {}) =>
      expect((await post(`/events/${event}/${verb}`, body, by)).status).toBe(200);
    const close = () => act("close-here", worker(1), { outcome: "已填", proof: { without: "夜间无光" } });
    for (const verb of ["accept", "handle-here"]) await act(verb, worker(1));
    await close();
    expect(await deliver()).toEqual([]);
    expect((await count()).items).toEqual([{ village, activities: 1, personVisits: 2, matters: 1, solved: 1 }]);
    await act("reopen", theDispatcher, { reasons: "又塌了" });
    await act("handle-here", worker(1));
    await close();
    expect(await deliver()).toEqual([]);
    expect((await count()).total).toEqual({ activities: 1, personVisits: 2, matters: 1, solved: 1 });
    expect((await read(id)).matters).toMatchObject([{ status: "closed" }]);
  });

  test("a month that is over answers the same, also after more has happened", async () => {
    const { link, held, visit, count, runtime, read, post, deliver, arranged } = await aTownWithCadres();
    const contact = await link();
    const id = await held(contact);
    await visit(id, "report-need", clerk, need);
    const before = await count();
    runtime.setClock("2026-04-01T02:00:00.000Z");
    const event = (await read(id)).matters[0]?.event ?? "";
    for (const verb of ["accept", "handle-here"]) await post(`/events/${event}/${verb}`, {}, theDispatcher);
    await post(`/events/${event}/close-here`, { outcome: "已填", proof: { without: "夜间无光" } }, theDispatcher);
    await visit(await arranged(contact, "2026-04-01"), "hold", clerk, { notes });
    await deliver();
    expect(await count()).toEqual(before);
    expect((await count("2026-04")).total).toEqual({ activities: 1, personVisits: 1, matters: 0, solved: 1 });
    expect((await count("2026-05")).total).toEqual({ activities: 0, personVisits: 0, matters: 0, solved: 0 });
  });

  test("P-15: the number and the notes are read for a reason; who read, and why, is on record", async () => {
    const { link, held, visit, of, get, heard } = await aTownWithCadres();
    const contact = await link();
    const id = await held(contact);
    const reason = { reason: "核实救助条件" };
    const disclosed = { ...seen, phone: household.phone };
    const disclose = (by: Actor, body: object = reason) => of("household-contacts", contact, "disclose", by, body);
    expect((await disclose(other)).status).toBe(404);
    expect((await disclose(theLeader, {})).status).toBe(400);
    expect((await disclose(theLeader, { reason: "看" })).status).toBe(400);
    expect((await disclose(clerk)).body).toMatchObject({ household: disclosed });
    expect((await disclose(theLeader)).body).toMatchObject({ household: disclosed });
    expect((await get(`/household-contacts/${contact}`, {}, clerk)).body).toMatchObject({ household: seen });
    expect((await visit(id, "disclose", other, reason)).status).toBe(403);
    expect((await visit(id, "disclose", theLeader, {})).status).toBe(400);
    expect((await visit(id, "disclose", theLeader, reason)).body).toMatchObject({ id, notes });
    const events = z.object({ events: z.array(z.looseObject({ type: z.string(), actor: z.string() })) });
    const readBy = async (at: string, type: string) =>
      events
        .parse((await get(`${at}/history`, {}, theSupervisor)).body)
        .events.filter((one) => one.type.endsWith(type))
        .map(({ actor, reason: why }) => [actor, why]);
    expect(await readBy(`/household-contacts/${contact}`, "disclosed")).toEqual([
      [clerk.sub, reason.reason],
      [theLeader.sub, reason.reason],
    ]);
    expect(await readBy(`/household-visits/${id}`, "disclosed")).toEqual([[theLeader.sub, reason.reason]]);
    const history = await get(`/household-visits/${id}/history`, {}, theSupervisor);
    expect(JSON.stringify(history.body)).not.toContain(notes);
    expect((await get(`/household-contacts/${contact}/history`, {}, other)).status).toBe(404);
    const leaving = heard.filter(({ type }) => Object.hasOwn(gridEvents.publishes, type));
    expect(leaving.filter(({ type }) => type.endsWith("disclosed"))).toEqual([]);
  });

  test("G-13: nobody is counted by name", async () => {
    const { link, held, get } = town;
    await held(await link());
    expect(JSON.stringify(await get("/household-figures", {}, theLeader))).not.toMatch(/clerk-1|欧阳娜娜/);
    expect((await get("/household-figures", {}, clerk)).status).toBe(403);
  });
});
