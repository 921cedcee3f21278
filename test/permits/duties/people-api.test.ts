import { describe, expect, test } from "vitest";
import * as z from "zod";
import { departure } from "../../../services/permits/duties/domain/departure/departure.ts";
import { aPeopleTown } from "../people-town.ts";
import { aForm } from "../permits-hall.ts";
import { counterA, counterB, handlerA, handlerB, office, theDirector, theHead, theMayor } from "./builders.ts";

type Town = Awaited<ReturnType<typeof aPeopleTown>>;

const page = z.object({ items: z.array(z.looseObject({ id: z.string() })), next: z.string().optional() });
const idsOf = (body: unknown) => page.parse(body).items.map(({ id }) => id);
const work = async (town: Town, who = handlerA, query: Record<string, string> = {}) =>
  idsOf((await town.get(who, "/permits/assignments", { limit: "100", ...query })).body);

/** Cases received by A of the counter and accepted. */
async function cases(town: Town, many: number, materials = aForm.materials): Promise<string[]> {
  const ids: string[] = [];
  for (let one = 0; one < many; one += 1) {
    const id = await town.create(counterA, "/permits/applications", { ...aForm, materials });
    if (materials === aForm.materials) await town.post(counterA, `/permits/applications/${id}/accept`);
    ids.push(id);
  }
  await town.settle();
  return ids.sort();
}

const away = (person: string, from: string, to: string) => ({ person, from, to, kind: "sick" });

describe("work and who does it, over HTTP", () => {
  test("L5, L6 the clerk finds his first inquiries, A of the office the accepted work; figures equal the lists", async () => {
    const town = await aPeopleTown();
    const ids = await cases(town, 3);
    expect((await work(town, counterA)).sort()).toEqual(ids);
    expect((await work(town)).sort()).toEqual(ids);
    expect(await work(town, handlerB)).toEqual([]);
    const load = (await town.get(handlerA, "/permits/workload")).body;
    expect(load).toEqual({ inquiry: 0, handling: 3, offered: 0, unassigned: { inquiry: 0, handling: 0 } });
    expect((await town.get(counterA, "/permits/workload")).body).toMatchObject({ inquiry: 3, handling: 0 });
  });

  test("somebody else's work is shown to his head, to leaders and supervisors, to nobody else", async () => {
    const town = await aPeopleTown();
    const ids = await cases(town, 1);
    const asked = { person: handlerA.sub, duty: "handling" };
    expect(await work(town, theHead, asked)).toEqual(ids);
    expect(await work(town, theMayor, asked)).toEqual(ids);
    expect(await work(town, theDirector, asked)).toEqual([]);
    expect(await town.get(handlerB, "/permits/assignments", asked)).toMatchObject({ status: 403 });
    expect(await town.get(handlerB, "/permits/workload", { person: handlerA.sub })).toMatchObject({ status: 403 });
    expect((await town.get(theDirector, "/permits/workload", { person: handlerA.sub })).body).toMatchObject({
      handling: 0,
    });
  });

  test("S-6 open and new work is B's on the first hour of A's absence, and A's again on his return", async () => {
    const town = await aPeopleTown();
    const [first] = await cases(town, 2);
    expect(await town.post(theHead, "/permits/absences", away(handlerA.sub, "2026-03-04", "2026-03-05"))).toMatchObject(
      { status: 201 },
    );
    await town.morning("2026-03-03");
    expect(await work(town)).toHaveLength(2);
    await town.morning("2026-03-04");
    expect([await work(town), (await work(town, handlerB)).length]).toEqual([[], 2]);
    await cases(town, 1);
    expect([await work(town), (await work(town, handlerB)).length]).toEqual([[], 3]);
    await town.post(handlerB, `/permits/assignments/${first}/begin`, { duty: "handling" });
    await town.morning("2026-03-05");
    await town.morning("2026-03-06");
    expect([(await work(town)).length, await work(town, handlerB)]).toEqual([2, [first]]);
    const { body } = await town.get(theHead, `/permits/assignments/${first}/history`);
    expect(body.events).toMatchObject([
      {},
      { data: { why: "accepted" } },
      { data: { why: "absent" } },
      {},
      { data: { why: "begun-stays" } },
    ]);
  });

  test("S-6 A recorded as away since yesterday: his open work moves at once", async () => {
    const town = await aPeopleTown();
    await cases(town, 1);
    await town.post(theHead, "/permits/absences", away(handlerA.sub, "2026-03-01", "2026-03-05"));
    await town.settle();
    expect([await work(town), (await work(town, handlerB)).length]).toEqual([[], 1]);
  });

  test("S-6 A and B away at once is refused; if the head covers it is the head's, and B's when B is back", async () => {
    const town = await aPeopleTown();
    await cases(town, 1);
    await town.post(theHead, "/permits/absences", away(handlerA.sub, "2026-03-04", "2026-03-09"));
    const both = away(handlerB.sub, "2026-03-04", "2026-03-04");
    expect(await town.post(theHead, "/permits/absences", both)).toMatchObject({
      status: 422,
      body: { code: "permits.partner-absent", details: { from: "2026-03-04", to: "2026-03-09", rule: "S-6" } },
    });
    expect(await town.post(theHead, "/permits/absences", { ...both, toHead: true })).toMatchObject({ status: 201 });
    await town.morning("2026-03-04");
    expect(await work(town, theHead, { duty: "handling" })).toHaveLength(1);
    await town.morning("2026-03-05");
    expect(await work(town, handlerB)).toHaveLength(1);
    expect(idsOf((await town.get(counterA, "/permits/absences")).body)).toHaveLength(1);
  });

  test("L5 what is offered stands in the receiver's list until he accepts it", async () => {
    const town = await aPeopleTown();
    const [id] = await cases(town, 1);
    const offer = { duty: "inquiry", to: counterB.sub, reason: "换岗交接" };
    expect(await town.post(counterA, `/permits/assignments/${id}/offer`, offer)).toMatchObject({ status: 200 });
    expect(await work(town, counterB, { of: "offered" })).toEqual([id]);
    expect(await work(town, counterA)).toEqual([id]);
    await town.post(counterB, `/permits/assignments/${id}/accept-offer`, { duty: "inquiry" });
    expect([await work(town, counterA), await work(town, counterB)]).toEqual([[], [id]]);
    expect(await work(town, counterB, { of: "offered" })).toEqual([]);
  });

  test("L5 a case that is over is nobody's any more", async () => {
    const town = await aPeopleTown();
    const [id] = await cases(town, 1);
    const withdrawn = await town.post(counterA, `/permits/applications/${id}/withdraw`, { statement: "撤回声明1" });
    expect(withdrawn.status).toBe(200);
    await town.settle();
    expect([await work(town), await work(town, counterA)]).toEqual([[], []]);
    expect((await town.get(counterA, `/permits/assignments/${id}`)).body).toMatchObject({ status: "ended" });
  });
});

describe("a hand-over when somebody leaves", () => {
  const leaves = { person: handlerA.sub, to: handlerB.sub, reason: "调往县局工作" };

  test("one command: the list, every case handed over, new work no more his, nothing orphaned", async () => {
    const town = await aPeopleTown();
    const ids = await cases(town, 30);
    const id = await town.create(theHead, "/permits/departures", leaves);
    await town.settle({ times: 2 });
    expect((await town.get(theHead, `/permits/departures/${id}`)).body).toMatchObject({
      status: "done",
      progress: { cases: 30, done: 30 },
    });
    expect([await work(town), (await work(town, handlerB)).sort()]).toEqual([[], ids]);
    await cases(town, 1);
    expect([await work(town), (await work(town, handlerB)).length]).toEqual([[], 31]);
    await town.post(theHead, `/permits/departures/${id}/resume`);
    await town.settle();
    await town.morning("2026-03-03");
    await town.morning("2026-03-04");
    expect((await town.get(theHead, `/permits/departures/${id}`)).body).toMatchObject({
      status: "done",
      progress: { cases: 31, done: 31 },
    });
  });

  test("interrupted after any number of writes it goes on where it stopped", async () => {
    for (const stop of [1, 2, 9, 28, 32]) {
      const town = await aPeopleTown();
      await cases(town, 28);
      const id = await town.create(theHead, "/permits/departures", leaves);
      const write = town.runtime.store.table.write.bind(town.runtime.store.table);
      let left = stop;
      town.runtime.store.table.write = (puts) => {
        left -= 1;
        return left < 0 ? Promise.reject(new Error("killed")) : write(puts);
      };
      const started = [...town.committed];
      await expect(town.settle()).rejects.toThrow("killed");
      town.runtime.store.table.write = write;
      town.committed.unshift(...started);
      await town.settle();
      expect((await town.get(theHead, `/permits/departures/${id}`)).body).toMatchObject({
        status: "done",
        progress: { cases: 28, done: 28 },
      });
      expect(await work(town)).toEqual([]);
    }
  });

  test("work that others do for him while he is on leave is handed over too", async () => {
    const town = await aPeopleTown();
    await cases(town, 2);
    await town.post(theHead, "/permits/absences", away(handlerA.sub, "2026-03-02", "2026-03-20"));
    await town.settle();
    const id = await town.create(theHead, "/permits/departures", { ...leaves, to: theHead.sub });
    await town.settle();
    expect(await work(town, theHead, { duty: "handling" })).toHaveLength(2);
    const state = (await town.runtime.store.load(departure, id))?.state;
    expect(state?.cases.every(({ done }) => done)).toBe(true);
  });

  test("to somebody who is away it is refused", async () => {
    const town = await aPeopleTown();
    await town.post(theHead, "/permits/absences", away(handlerB.sub, "2026-03-02", "2026-03-02"));
    expect(await town.post(theHead, "/permits/departures", leaves)).toMatchObject({
      status: 422,
      body: { code: "permits.receiver-absent" },
    });
  });

  test("lists name the office's posts", async () => {
    const town = await aPeopleTown();
    const [id] = await cases(town, 1);
    expect((await town.get(theHead, `/permits/assignments/${id}`)).body).toMatchObject({
      handling: { office, post: `handling-${office}`, with: handlerA.sub, standIn: false, begun: false },
    });
  });
});
