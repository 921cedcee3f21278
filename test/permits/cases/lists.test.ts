import * as fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import * as z from "zod";
import { application } from "../../../services/permits/cases/domain/application/decider.ts";
import { permits } from "../../../services/permits/service.ts";
import type { Actor } from "../../../shared/decider/index.ts";
import { roles } from "../../../shared/town/roles.ts";
import { deliverHistory } from "../../support/reacting.ts";
import { aGivingBody } from "../authorisations/builders.ts";
import { aForm, aHall } from "../permits-hall.ts";
import {
  anAgent,
  aPower,
  aResident,
  theApplicant,
  theApprover,
  theClerk,
  theForm,
  theHead,
  thePlan,
  theReviewer,
  theSecond,
} from "./builders.ts";

type Hall = Awaited<ReturnType<typeof aHall>>;
const page = z.object({
  items: z.array(z.looseObject({ id: z.string(), status: z.string(), channel: z.string(), office: z.string() })),
});
const rows = z.object({
  items: z.array(z.looseObject({ id: z.string(), number: z.string().optional() })),
  next: z.string().optional(),
});
const receipted = z.object({ receipt: z.object({ number: z.object({ text: z.object({ zh: z.string() }) }) }) });
const another = { ...theApplicant, name: "李四", idNumber: "110101190001010014" };
const reviewing = { opinion: "agree", inspectors: ["reviewer-1", "reviewer-2"], affectsThirdParties: false };
const outside = "532302106000";

let hall: Hall;
/** One case in each of many states, filed by everybody who may. */
const cases: Record<string, string> = {};
beforeAll(async () => {
  hall = await aHall(aPower(), { crossTown: true });
  const step = (actor: Actor, id: string, verb: string, body = {}) =>
    hall.post(actor, `/permits/applications/${id}/${verb}`, body);
  const accepted = async (actor: Actor, form: object = aForm) => {
    const id = await hall.file(actor, form);
    await step(theClerk, id, "accept");
    return id;
  };
  cases.received = await hall.file(theClerk);
  cases.incomplete = await hall.file(aResident, { ...aForm, materials: [theForm] });
  await step(theClerk, cases.incomplete, "notify-corrections", { missing: [thePlan] });
  cases.accepted = await accepted(aResident, { ...aForm, applicant: another });
  const { resident: _login, ...giving } = aGivingBody;
  const authorisation = await hall.file(theClerk, giving, "authorisations");
  cases.agents = await accepted(anAgent, { ...aForm, authorisation });
  cases.neighbour = await accepted(theClerk, { ...aForm, residence: outside });
  cases.withdrawn = await hall.file(theClerk, { ...aForm, residence: outside });
  await step(theClerk, cases.withdrawn, "withdraw", { statement: "撤回声明1号" });
  cases.refused = await accepted(theClerk);
  await step(theReviewer, cases.refused, "review", reviewing);
  await step(theSecond, cases.refused, "confirm-survey");
  await step(theReviewer, cases.refused, "review", reviewing);
  await step(theApprover, cases.refused, "decide", { outcome: "refused", reasons: "不符合" });
  hall.runtime.setClock("2026-03-05T02:00:00.000Z");
  cases.late = await accepted(theClerk);
  // What follows from the filings: names are noted; receipts are numbered, that of the first case last.
  for (const id of Object.values(cases).toReversed())
    await deliverHistory(application, id, permits, permits.subscriptions, hall.runtime);
});

const at = "/permits/applications";
const ids = async (actor: Actor, query: Record<string, string> = {}) =>
  page.parse((await hall.get(actor, at, query)).body).items.map(({ id }) => id);
const searched = async (asked: object) =>
  page.parse((await hall.post(theClerk, `${at}/search`, asked)).body).items.map(({ id }) => id);
const names = async (actor: Actor, query: Record<string, string> = {}) => {
  const found = await ids(actor, query);
  return Object.keys(cases).filter((name) => found.includes(cases[name] ?? ""));
};

describe("lists", () => {
  test("an office sees first what it must do first, and what is over last", async () => {
    const order = await ids(theReviewer);
    const place = (name: string) => order.indexOf(cases[name] ?? "");
    expect(place("received")).toBe(0);
    expect(place("accepted")).toBeLessThan(place("late"));
    expect(place("late")).toBeLessThan(place("incomplete"));
    expect(place("withdrawn")).toBe(order.length - 1);
  });

  test("by the day it is due, that day included", async () => {
    expect(await names(theReviewer, { dueBy: "2026-03-08" })).toEqual([]);
    expect(await names(theReviewer, { dueBy: "2026-03-09" })).toEqual(["received"]);
    expect(await names(theReviewer, { dueBy: "2026-03-16" })).toEqual(["received", "accepted", "agents", "neighbour"]);
    expect(await names(theReviewer, { dueBy: "2026-03-19" })).toContain("late");
  });

  test.each([
    [{ channel: "window" }, ["received", "neighbour", "withdrawn", "refused", "late"]],
    [{ channel: "online" }, ["incomplete", "accepted"]],
    [{ channel: "agent" }, ["agents"]],
    [{ crossTown: "true" }, ["neighbour", "withdrawn"]],
    [{ status: "refused" }, ["refused"]],
    [{ item: "PL-001" }, []],
    [{ office: "social-affairs" }, []],
  ])("%j finds %j", async (query, expected) => {
    expect(await names(theHead, query)).toEqual(expected);
  });

  test("a resident and an agent see their own, whatever they ask for", async () => {
    for (const query of [{}, { office: theReviewer.office ?? "" }, { dueBy: "2030-01-01" }]) {
      const own = await names(aResident, query);
      expect(["incomplete", "accepted"]).toEqual(expect.arrayContaining(own));
      expect(await names(anAgent, query)).toEqual(["agents"]);
    }
    expect(await names(aResident)).toEqual(["incomplete", "accepted"]);
  });
});

describe("a row", () => {
  test("is short, masked, and bears the instant of the filing and the day it is due", async () => {
    const body = rows.parse((await hall.get(theHead, at, { status: "received,accepted" })).body);
    for (const row of body.items) expect(Buffer.byteLength(JSON.stringify(row))).toBeLessThanOrEqual(512);
    expect(body.items.find(({ id }) => id === cases.received)).toMatchObject({
      ...{ id: cases.received, applicant: "欧***", receivedAt: "2026-03-02T02:00:00.000Z" },
      ...{ due: "2026-03-09", light: "yellow" },
    });
    expect(JSON.stringify(body)).not.toMatch(/idNumber|phone|limits|derivation/);
  });

  test("shows the number that the case was given last: of its receipt, of its acceptance, of its decision", async () => {
    const [received] = rows.parse((await hall.get(theHead, at, { status: "received" })).body).items;
    expect(received?.number).toBe("禄丰市农业农村局（广通）收〔2026〕8号");
    expect((await hall.get(theClerk, `${at}/${cases.received}`)).body).toMatchObject({
      receiptNumber: received?.number,
    });
    const [accepted] = rows.parse((await hall.get(theHead, at, { status: "accepted" })).body).items;
    expect(accepted?.number).toMatch(/受〔2026〕\d+号$/);
  });
});

describe("order, number of rows, several states", () => {
  test("several states at once, of one office and of all, in the order in which they came", async () => {
    const open = ["received", "incomplete", "accepted", "agents", "neighbour", "late"];
    for (const query of [{}, { office: "agriculture-centre" }]) {
      const found = await ids(theHead, { ...query, status: "received,incomplete,accepted" });
      expect(found.toSorted()).toEqual(open.map((name) => cases[name] ?? "").toSorted());
      expect(found.at(-1)).toBe(cases.late);
    }
    expect((await hall.get(theHead, at, { status: "received,nonsense" })).status).toBe(400);
  });

  test("sorted from the first or from the last, page by page, no row is lost or told twice", async () => {
    for (const sort of ["receivedAt", "-receivedAt", "due", "-due"]) {
      const whole = await ids(theHead, { sort, office: "agriculture-centre", limit: "100" });
      const told: string[] = [];
      let cursor: string | undefined;
      do {
        const asked = { sort, office: "agriculture-centre", limit: "2", ...(cursor === undefined ? {} : { cursor }) };
        const { items, next } = rows.parse((await hall.get(theHead, at, asked)).body);
        told.push(...items.map(({ id }) => id));
        cursor = next;
      } while (cursor !== undefined);
      expect(told).toEqual(whole);
      const other = sort.startsWith("-") ? sort.slice(1) : `-${sort}`;
      expect(await ids(theHead, { sort: other, office: "agriculture-centre", limit: "100" })).toEqual(
        whole.toReversed(),
      );
    }
  });

  test("by the day it is due only what is open is told, and nobody sorts his own cases so", async () => {
    expect(await names(theHead, { sort: "due" })).not.toContain("withdrawn");
    expect((await hall.get(aResident, at, { sort: "due" })).body).toMatchObject({ code: "request.unsortable" });
    expect((await hall.get(theHead, at, { sort: "name" })).status).toBe(400);
  });

  test("a cursor of one order opens no other", async () => {
    const { next = "" } = rows.parse((await hall.get(theHead, at, { sort: "due", limit: "2" })).body);
    expect((await hall.get(theHead, at, { sort: "due", limit: "3", cursor: next })).status).toBe(200);
    const other = await hall.get(theHead, at, { sort: "-due", limit: "2", cursor: next });
    expect(other.body).toMatchObject({ code: "request.bad-cursor" });
  });

  test.each([
    [{ status: "accepted" }, 4],
    [{ status: "received,accepted", office: "agriculture-centre" }, 5],
    [{ channel: "online" }, 2],
    [{ sort: "due" }, 7],
    [{ dueBy: "2026-03-09" }, 1],
  ])("the total of %j is %i, whatever the page", async (query, count) => {
    const asked = { ...query, total: "true", limit: "1", office: "agriculture-centre" };
    expect((await hall.get(theHead, at, asked)).body).toMatchObject({ total: { count, complete: true } });
  });

  test("a resident is told the number of his own", async () => {
    expect((await hall.get(aResident, at, { total: "true" })).body).toMatchObject({ total: { count: 2 } });
    expect((await hall.get(aResident, at)).body).not.toHaveProperty("total");
  });
});

describe("counts and search", () => {
  test("the counts equal the lists they count", async () => {
    const { body } = await hall.get(theReviewer, `${at}/counts`);
    const open = page
      .parse((await hall.get(theReviewer, at, { office: theReviewer.office ?? "" })).body)
      .items.filter(({ status }) => !["withdrawn", "closed", "declined", "recorded"].includes(status));
    const byStatus = Object.fromEntries(
      [...Map.groupBy(open, ({ status }) => status)].map(([status, some]) => [status, some.length]),
    );
    expect(body).toMatchObject({ office: theReviewer.office, open: open.length, byStatus, complete: true });
    const byChannel = { window: 4, online: 2, agent: 1 };
    expect(body).toMatchObject({ byChannel, crossTown: 1, byLight: { green: 4, yellow: 1, red: 0, stopped: 2 } });
    expect(open).toHaveLength(7);
  });

  test("counted when the promise has passed, those cases are red", async () => {
    const { body } = await withClock("2026-03-17T02:00:00.000Z", () => hall.get(theReviewer, `${at}/counts`));
    expect(body).toMatchObject({ byLight: { red: 4 } });
  });

  test("an office that is none has no counts", async () => {
    expect((await hall.get(theReviewer, `${at}/counts`, { office: "nowhere" })).status).toBe(404);
    expect((await hall.get({ ...theReviewer, office: "nowhere" }, `${at}/counts`)).status).toBe(404);
  });

  test("search by the number on a paper, however it is typed; also of what has just been received", async () => {
    for (const number of ["禄丰市农业农村局（广通）收〔2026〕8号", " 禄丰市农业农村局(广通) 收[2026] 8号 "])
      expect(await searched({ number })).toEqual([cases.received]);
    expect(await searched({ number: "广通收〔2026〕98号" })).toEqual([]);
    const { receipt } = receipted.parse((await hall.get(theClerk, `${at}/${cases.accepted}`)).body);
    expect(await searched({ number: receipt.number.text.zh })).toEqual([cases.accepted]);
  });

  test("search by the whole name or by its beginning, without a name in any list of the table", async () => {
    expect(await searched({ name: another.name })).toEqual([cases.accepted]);
    expect(await searched({ name: "李" })).toEqual([]);
    expect(await searched({ name: "李", match: "prefix" })).toEqual([cases.accepted]);
    const { name } = theApplicant;
    expect(await searched({ name: name.slice(0, 2), match: "prefix" })).toHaveLength(Object.keys(cases).length - 1);
    expect(await searched({ name: `${name.slice(0, 1)} ${name.slice(1)}` })).toHaveLength(
      Object.keys(cases).length - 1,
    );
    const { items } = await hall.runtime.store.table.query({ index: "byCode", partition: "names:x", limit: 1 });
    expect(items).toEqual([]);
    const kept = (await hall.runtime.store.table.scan({ limit: 10_000 })).items.filter(({ pk }) =>
      pk.startsWith("name#"),
    );
    expect(kept).not.toHaveLength(0);
    expect(JSON.stringify(kept)).not.toMatch(new RegExp(`${another.name}|${name}|李`));
  });

  test("search by the number in the body: one applicant's, masked, and for staff alone", async () => {
    const { status, body } = await hall.post(theClerk, `${at}/search`, { idNumber: another.idNumber });
    expect([status, page.parse(body).items.map(({ id }) => id)]).toEqual([200, [cases.accepted]]);
    expect(JSON.stringify(body)).not.toMatch(new RegExp(`${another.name}|${another.idNumber}|${another.phone}`));
    const lower = theApplicant.idNumber.toLowerCase();
    const same = page.parse((await hall.post(theClerk, `${at}/search`, { idNumber: lower })).body).items;
    expect(same).toHaveLength(Object.keys(cases).length - 1);
    for (const stranger of [aResident, anAgent])
      expect((await hall.post(stranger, `${at}/search`, { idNumber: another.idNumber })).status).toBe(403);
  });
});

test("no list, count or search tells anybody of a case that its own GET would refuse him", async () => {
  const actor = fc.record({
    sub: fc.constantFrom(theClerk.sub, aResident.sub, anAgent.sub, "nobody"),
    role: fc.constantFrom(...roles),
    office: fc.constantFrom("agriculture-centre", "social-affairs", "service-centre"),
  });
  const query = fc.record(
    {
      status: fc.constantFrom("received", "accepted", "refused", "withdrawn"),
      office: fc.constantFrom("agriculture-centre", "social-affairs"),
      channel: fc.constantFrom("window", "online", "agent"),
      crossTown: fc.constantFrom("true", "false"),
      dueBy: fc.constantFrom("2026-03-09", "2026-03-31"),
    },
    { requiredKeys: [] },
  );
  const asked = fc.asyncProperty(actor, query, async ({ sub, role, office }, filters) => {
    const who: Actor = { sub, name: "某人", roles: [role], office };
    const given = Object.fromEntries(Object.entries(filters).filter(([, value]) => value !== undefined));
    const found = await hall.get(who, at, given);
    const searched = await hall.post(who, `${at}/search`, { idNumber: theApplicant.idNumber });
    for (const { status, body } of [found, searched]) {
      if (status !== 200) expect(status).toBe(403);
      else for (const { id } of page.parse(body).items) expect((await hall.get(who, `${at}/${id}`)).status).toBe(200);
    }
    const counted = await hall.get(who, `${at}/counts`, { office: "agriculture-centre" });
    const readable = (await hall.get(who, `${at}/${cases.received}`)).status === 200;
    expect(counted.status === 200).toBe(readable);
  });
  await fc.assert(asked, { numRuns: 60 });
});

/** Asks on another day, and comes back. */
async function withClock<T>(now: string, ask: () => Promise<T>): Promise<T> {
  hall.runtime.setClock(now);
  const answer = await ask();
  hall.runtime.setClock("2026-03-05T02:00:00.000Z");
  return answer;
}
