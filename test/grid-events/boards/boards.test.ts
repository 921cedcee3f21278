import { beforeAll, describe, expect, test } from "vitest";
import * as z from "zod";
import { gridEvents } from "../../../services/grid-events/service.ts";
import type { Actor } from "../../../shared/decider/index.ts";
import { clockworkFor } from "../../../shared/service/index.ts";
import { deliverAllOf } from "../../support/reacting.ts";
import { aGridTown, eastStreet, ofVillage, theDispatcher, theLeader, worker } from "../grid-town.ts";

const villager: Actor = { sub: "resident-1", name: "欧阳娜娜", roles: ["resident"] };
const light = { category: "street-light", urgency: "ordinary", text: "路灯不亮", address: "东街1号" };
const inStreet = { lng: 101.97, lat: 25.125 };
const inVillage = { lng: 101.79, lat: 25.12 };
const made = z.object({ id: z.string() });
const section = z.object({ count: z.int(), items: z.array(z.object({ id: z.string() })) });
const ofDispatcher = z.object({
  ...{ gaps: section, unanswered: section, unassigned: section, overdue: section, unitOverdue: section },
  ...{ notCome: section, unchecked: section, complete: z.boolean() },
  failedSends: z.object({ count: z.int(), items: z.array(z.looseObject({ unit: z.string(), status: z.string() })) }),
  hints: z.array(z.object({ id: z.string(), similar: z.array(z.string()) })),
});
const ofWorker = z.object({
  ...{ grids: z.array(z.string()), open: z.record(z.string(), z.int()), late: z.int() },
  shortlist: z.array(z.looseObject({ id: z.string(), does: z.array(z.string()), place: z.unknown() })),
  entries: z.object({ waiting: z.int(), refused: z.int() }),
});
const ofLeader = z.object({
  ...{ open: z.int(), late: z.int(), grave: z.int() },
  grids: z.array(z.object({ grid: z.string(), open: z.int(), late: z.int(), reported: z.int(), closed: z.int() })),
  units: z.array(z.object({ unit: z.string(), open: z.int(), late: z.int() })),
});

async function aBusyTown() {
  const town = aGridTown();
  await town.adopt("2026-03-02");
  await town.assign(eastStreet, "a", "grid-worker-1");
  await town.assign(ofVillage.grid, "a", "grid-worker-2");
  const report = async (more: object = {}, by: Actor = villager) =>
    made.parse((await town.post("/events", { ...light, place: inStreet, ...more }, by)).body).id;
  const act = async (id: string, by: Actor, verb: string, body: object = {}) =>
    expect((await town.post(`/events/${id}/${verb}`, body, by)).status).toBe(200);
  const worked = async (by: Actor) => ofWorker.parse((await town.get("/boards/worker", {}, by)).body);
  const dispatched = async () => ofDispatcher.parse((await town.get("/boards/dispatcher", {}, theDispatcher)).body);
  const led = async () => {
    await deliverAllOf(town.heard, gridEvents, gridEvents.subscriptions, town.runtime);
    return ofLeader.parse((await town.get("/boards/leader", {}, theLeader)).body);
  };
  return { ...town, report, act, worked, dispatched, led };
}

describe("what may be chosen in this town", () => {
  const coded = z.array(z.looseObject({ code: z.string(), title: z.object({ zh: z.string(), en: z.string() }) }));
  const choices = z.looseObject({
    ...{ categories: coded, urgencies: coded, rejectionGrounds: coded, legalWays: coded },
    units: z.array(z.looseObject({ id: z.string() })),
  });

  test("everybody asks for it; each code that it tells is taken, and no other", async () => {
    const town = await aBusyTown();
    const { status, body } = await town.get("/choices");
    expect(status).toBe(200);
    const { categories, urgencies, rejectionGrounds, units, legalWays } = choices.parse(body);
    const matter = { address: "东街1号", text: "看见的事", place: inStreet };
    for (const { code: category, special } of categories)
      for (const { code: urgency } of urgencies)
        if (special === undefined)
          expect((await town.post("/events", { ...matter, category, urgency }, theDispatcher)).status).toBe(201);
    const other = { ...matter, category: "none-such", urgency: urgencies[0]?.code ?? "" };
    expect((await town.post("/events", other, theDispatcher)).status).toBe(422);
    for (const { code: ground } of rejectionGrounds) {
      const id = await town.report();
      await town.act(id, theDispatcher, "accept");
      await town.act(id, theDispatcher, "reject", { ground, reasons: "说明理由" });
    }
    for (const { id: unit } of units) {
      const id = await town.report();
      for (const verb of ["accept", "file"]) await town.act(id, theDispatcher, verb);
      await town.act(id, theDispatcher, "dispatch", { unit });
    }
    for (const { code: way } of legalWays) {
      const appeal = made.parse((await town.post("/appeals", { text: "征地补偿" }, villager)).body).id;
      const sent = { way, reasons: "应走法定途径" };
      expect((await town.post(`/appeals/${appeal}/send-elsewhere`, sent, theDispatcher)).status).toBe(200);
    }
  });
});

describe("boards", () => {
  let town: Awaited<ReturnType<typeof aBusyTown>>;
  let [waiting, inHand, sent, gap, twin] = ["", "", "", "", ""];
  beforeAll(async () => {
    town = await aBusyTown();
    const { report, act } = town;
    waiting = await report();
    inHand = await report({ category: "litter" });
    for (const verb of ["accept", "handle-here"]) await act(inHand, worker(1), verb);
    sent = await report({ category: "road-pit", place: inVillage });
    for (const verb of ["accept", "file"]) await act(sent, theDispatcher, verb);
    gap = await report({ place: undefined }, theDispatcher);
    twin = await report({ place: { ...inStreet, lat: inStreet.lat + 0.0001 } });
  });

  test("a worker sees his own grids, and what he can do with each matter where there is no network", async () => {
    const mine = await town.worked(worker(1));
    expect(mine.grids).toContain(eastStreet);
    expect(mine.open).toEqual({ toAccept: 2, inHand: 1, toVerify: 0, elsewhere: 0 });
    expect(mine.shortlist.map(({ id }) => id).toSorted()).toEqual([waiting, inHand, twin].toSorted());
    // What falls due stands first; the reported ones have no term yet.
    expect(mine.shortlist[0]).toMatchObject({ id: inHand, does: ["close-here"], place: inStreet });
    expect(mine.shortlist[1]?.does).toEqual(["accept"]);
    expect(mine.shortlist[1]).toMatchObject({ text: light.text });
    // What he reported himself he may take back; what another reported he may not.
    const own = await town.report({ category: "litter", text: "垃圾成堆" }, worker(1));
    const taken = (await town.worked(worker(1))).shortlist.find(({ id }) => id === own);
    expect(taken?.does).toEqual(["accept", "withdraw"]);
    await town.act(own, worker(1), "withdraw");
    const other = await town.worked(worker(2));
    expect(other.open).toEqual({ toAccept: 0, inHand: 0, toVerify: 0, elsewhere: 1 });
    expect(other.shortlist).toEqual([]);
    expect((await town.worked(worker(3))).grids).toEqual([]);
  });

  test("an entry that was refused or waits is counted for who wrote it alone", async () => {
    const entry = { id: "entry-00001", sequence: 1, does: "accept", madeAt: "2026-03-02T01:00:00.000Z" };
    const batch = {
      schema: 1,
      sentAt: town.runtime.clock(),
      entries: [{ ...entry, basedOn: { entry: "entry-00000" } }],
    };
    await town.post("/offline-batches", batch, worker(1));
    expect((await town.worked(worker(1))).entries).toEqual({ waiting: 1, refused: 0 });
    expect((await town.worked(worker(2))).entries).toEqual({ waiting: 0, refused: 0 });
  });

  test("a dispatcher sees gaps, what is not answered, what no unit has, and hints", async () => {
    const { gaps, unanswered, unassigned, overdue, complete, hints } = await town.dispatched();
    expect(gaps.items.map(({ id }) => id)).toEqual([gap]);
    expect(unanswered.count).toBe(3);
    expect(unassigned.items.map(({ id }) => id)).toEqual([sent]);
    expect([overdue.count, complete]).toEqual([0, true]);
    expect(hints.find(({ id }) => id === twin)?.similar).toEqual([waiting]);
  });

  test("a leader sees grids and units in the order of their codes, and no person", async () => {
    const { report, act } = town;
    const id = await report({ category: "road-pit" });
    for (const verb of ["accept", "file"]) await act(id, theDispatcher, verb);
    await act(id, theDispatcher, "dispatch", { unit: "enforcement-team", person: "officer-1" });
    const { open, grids, units, grave } = await town.led();
    expect([open, grave]).toEqual([6, 0]);
    expect(grids.map(({ grid }) => grid)).toEqual(grids.map(({ grid }) => grid).toSorted());
    expect(grids.find(({ grid }) => grid === ofVillage.grid)).toMatchObject({ open: 1, reported: 1 });
    expect(units).toEqual([{ unit: "enforcement-team", open: 1, late: 0 }]);
    const told = JSON.stringify(await town.get("/boards/leader", {}, theLeader));
    expect(told).not.toMatch(/officer-1|grid-worker|resident-1|欧阳娜娜|rank/);
  });

  test("what is late stands with the dispatcher, the worker and the leader, on the instant after its term", async () => {
    const { runtime, worked, dispatched, led } = town;
    runtime.setClock("2026-03-20T02:00:00.000Z");
    await clockworkFor(gridEvents, runtime)();
    const { overdue, failedSends } = await dispatched();
    expect(overdue.count).toBe(3);
    // The unit never said that it got the matter.
    expect(failedSends).toMatchObject({ count: 1, items: [{ unit: "enforcement-team", status: "stuck" }] });
    expect((await worked(worker(1))).late).toBe(2);
    expect((await led()).late).toBe(3);
    expect((await led()).units).toEqual([{ unit: "enforcement-team", open: 1, late: 1 }]);
  });

  test("no board says who reported, and each is for its own role", async () => {
    for (const [path, by] of [
      ["worker", worker(1)],
      ["dispatcher", theDispatcher],
      ["leader", theLeader],
    ] as const)
      expect(JSON.stringify((await town.get(`/boards/${path}`, {}, by)).body)).not.toMatch(/resident-1|欧阳娜娜/);
    for (const [path, by] of [
      ["worker", theLeader],
      ["dispatcher", worker(1)],
      ["leader", villager],
    ] as const)
      expect((await town.get(`/boards/${path}`, {}, by)).status).toBe(403);
  });
});
