import { beforeEach, describe, expect, test } from "vitest";
import * as z from "zod";
import { scoreOf } from "../../../services/grid-events/environment/domain/waste/rounds.ts";
import { gridEvents } from "../../../services/grid-events/service.ts";
import type { Actor } from "../../../shared/decider/index.ts";
import { clockworkFor } from "../../../shared/service/index.ts";
import { aGridTown, eastStreet, ofVillage, theDispatcher, theLeader, worker } from "../grid-town.ts";

const village = "532302105200";
const scores = z.object({
  items: z.array(
    z.object({
      village: z.string(),
      stagesDue: z.int(),
      inTime: z.int(),
      madeUp: z.int(),
      kilograms: z.int(),
      score: z.number().nullable(),
    }),
  ),
});
const told = z.object({ stage: z.string() });
/** By the town's clock. */
const at = (time: string, day = "2026-03-02") => new Date(`${day}T${time}:00+08:00`).toISOString();

async function aTownWithWaste() {
  const town = aGridTown();
  await town.adopt("2026-03-02");
  await town.assign(ofVillage.grid, "a", "grid-worker-1");
  await town.assign(eastStreet, "a", "grid-worker-2");
  town.runtime.setClock(at("08:00"));
  const clockwork = clockworkFor(gridEvents, town.runtime);
  expect((await town.post("/waste-plans", { village, from: "2026-03-02" }, theDispatcher)).status).toBe(201);
  const turnTo = async (time: string, day?: string) => {
    town.runtime.setClock(at(time, day));
    await clockwork();
  };
  const record = (stage: string, by: Actor = theDispatcher, more: object = {}) =>
    town.post(`/waste-plans/${village}/record`, { stage, ...more }, by);
  const score = async () =>
    scores.parse((await town.get("/waste-scores", { month: "2026-03" }, theLeader)).body).items[0];
  const missed = () =>
    town.heard.flatMap(({ type, data }) => (type === "grid-events.waste-plan.missed" ? [told.parse(data).stage] : []));
  return { ...town, turnTo, record, score, missed };
}

describe("G12: from the household to the county, each day", () => {
  let town: Awaited<ReturnType<typeof aTownWithWaste>>;
  beforeEach(async () => {
    town = await aTownWithWaste();
  });

  test("stage after stage, each once; the worker says what is done in the village, the town what it carries", async () => {
    const { record, score, turnTo, missed } = town;
    expect((await record("village")).body).toMatchObject({ code: "grid-events.stage-before" });
    expect((await record("household", worker(1), { kilograms: 120 })).status).toBe(200);
    expect((await record("household", worker(1))).body).toMatchObject({ code: "grid-events.stage-done" });
    expect((await record("village", worker(1))).status).toBe(200);
    expect((await record("town", worker(1))).body).toMatchObject({ code: "grid-events.stage-not-yours" });
    for (const stage of ["town", "county"]) expect((await record(stage)).status).toBe(200);
    await turnTo("23:00");
    expect(missed()).toEqual([]);
    expect(await score()).toMatchObject({ village, stagesDue: 4, inTime: 4, madeUp: 0, score: 100 });
  });

  test("a load is weighed at each stage and counted once, as it was weighed last; made up, it changes nothing after it", async () => {
    const { record, score, turnTo } = town;
    const weighed = async () => (await score())?.kilograms;
    await record("household", worker(1), { kilograms: 120 });
    expect(await weighed()).toBe(120);
    await turnTo("12:01");
    await record("town", theDispatcher, { kilograms: 110 });
    expect(await weighed()).toBe(110);
    await record("village", worker(1), { kilograms: 118 });
    expect(await weighed()).toBe(110);
    await record("county", theDispatcher);
    expect(await weighed()).toBe(110);
    await turnTo("00:00", "2026-03-03");
    await record("household", worker(1), { kilograms: 90 });
    expect(await weighed()).toBe(200);
  });

  test("the worker of another village records nothing here, nor does one who left; a leader does", async () => {
    const { record, get, post, turnTo } = town;
    expect((await record("household", worker(2))).body).toMatchObject({ code: "grid-events.village-not-yours" });
    expect((await record("household", worker(3))).body).toMatchObject({ code: "grid-events.village-not-yours" });
    const offered = async (by: Actor) => JSON.stringify((await get(`/waste-plans/${village}`, {}, by)).body);
    expect(await offered(worker(1))).toContain("/record");
    expect(await offered(worker(2))).not.toContain("/record");
    expect((await record("household", theLeader)).status).toBe(200);
    await post("/posts", { grid: ofVillage.grid, post: "a", sub: "grid-worker-3", from: "2026-03-03" });
    await turnTo("00:00", "2026-03-03");
    expect((await record("household", worker(1))).body).toMatchObject({ code: "grid-events.village-not-yours" });
    expect((await record("household", worker(3))).status).toBe(200);
  });

  test("on its last minute a stage is in time; a minute later it is missed, told once, and made up late", async () => {
    const { record, turnTo, missed, score } = town;
    await turnTo("09:00");
    expect(missed()).toEqual([]);
    await record("household");
    await turnTo("12:01");
    await turnTo("12:30");
    expect(missed()).toEqual(["village"]);
    expect(await score()).toMatchObject({ stagesDue: 2, inTime: 1, score: 50 });
    expect((await record("town")).status).toBe(200);
    expect((await record("village")).status).toBe(200);
    expect((await record("village")).body).toMatchObject({ code: "grid-events.stage-done" });
    expect(await score()).toMatchObject({ stagesDue: 3, inTime: 2, madeUp: 1, score: 66.67 });
  });

  test("another day begins by itself, and what belongs to yesterday is recorded no more", async () => {
    const { record, turnTo, missed, score, get } = town;
    await turnTo("20:01");
    expect(missed()).toEqual(["household", "village", "town", "county"]);
    await turnTo("00:00", "2026-03-03");
    expect((await get(`/waste-plans/${village}`, {}, theLeader)).body).toMatchObject({ on: "2026-03-03", stages: [] });
    expect((await record("household")).status).toBe(200);
    expect(await score()).toMatchObject({ stagesDue: 5, inTime: 1, score: 20 });
  });

  test("before its first day nothing is recorded; stopped rounds begin again on a later day, and undo nothing", async () => {
    const { post, record, turnTo, score } = town;
    await turnTo("09:01");
    const restart = (from: string) => post(`/waste-plans/${village}/restart`, { from }, theDispatcher);
    expect((await restart("2026-03-04")).body).toMatchObject({ code: "grid-events.waste-not-running" });
    await post(`/waste-plans/${village}/stop`, {}, theDispatcher);
    expect((await record("village")).body).toMatchObject({ code: "grid-events.waste-not-running" });
    expect((await restart("2026-03-02")).body).toMatchObject({ code: "grid-events.waste-runs" });
    expect((await restart("2026-03-04")).status).toBe(200);
    expect((await record("household")).body).toMatchObject({ code: "grid-events.not-that-day" });
    expect(await score()).toMatchObject({ stagesDue: 1, inTime: 0, score: 0 });
  });

  test("a village that there is not, and a day that is past, are refused; without stages there is no score", async () => {
    const asked = (more: object) =>
      town.post("/waste-plans", { village: "532302105201", from: "2026-03-02", ...more }, theDispatcher);
    expect((await asked({ village: "532302105999" })).body).toMatchObject({ code: "grid-events.unknown-village" });
    expect((await asked({ from: "2026-03-01" })).body).toMatchObject({ code: "grid-events.day-past" });
    expect((await asked({ from: "2027-03-04" })).body).toMatchObject({ code: "grid-events.day-too-far" });
    expect([scoreOf({ due: 0, inTime: 0 }), scoreOf({ due: 3, inTime: 0 }), scoreOf({ due: 3, inTime: 1 })]).toEqual([
      null,
      0,
      33.33,
    ]);
  });
});
