import { describe, expect, test } from "vitest";
import * as z from "zod";
import { gridEvent } from "../../../services/grid-events/events/domain/decider.ts";
import { gridMap } from "../../../services/grid-events/grids/domain/map/decider.ts";
import { gridEvents } from "../../../services/grid-events/service.ts";
import type { Actor } from "../../../shared/decider/index.ts";
import { clockworkFor } from "../../../shared/service/index.ts";
import { deliverAllOf } from "../../support/reacting.ts";
import { aGridTown, eastStreet, mapWithout, theDispatcher, worker } from "../grid-town.ts";

const part = `${eastStreet.slice(0, 12)}004`;
const villager: Actor = { sub: "resident-1", name: "村民", roles: ["resident"] };
const light = { category: "street-light", urgency: "ordinary", text: "路灯不亮", address: "东街1号" };
const place = { lng: 101.97, lat: 25.125 };
const made = z.object({ id: z.string() });
const work = { outcome: "已换灯泡", proof: { without: "夜间无光" } };
const tomorrow = "2026-03-03";

/** A town whose map gives up one part of a grid tomorrow. */
async function aTownThatMovesLines() {
  const town = aGridTown();
  await town.adopt("2026-03-02");
  await town.assign(eastStreet, "a", "grid-worker-1");
  await town.assign(part, "a", "grid-worker-3");
  const report = async () => made.parse((await town.post("/events", { ...light, place }, villager)).body).id;
  const act = (id: string, verb: string, by: Actor, body: object = {}) => town.post(`/events/${id}/${verb}`, body, by);
  const gridOf = async (id: string) => (await town.runtime.store.load(gridEvent, id))?.state.where.grid;
  const clockwork = clockworkFor(gridEvents, town.runtime);
  const comeTo = async (instant: string) => {
    town.runtime.setClock(instant);
    await clockwork();
    expect(await deliverAllOf(town.heard, gridEvents, gridEvents.subscriptions, town.runtime, { times: 2 })).toEqual(
      [],
    );
  };
  return { ...town, report, act, gridOf, comeTo };
}

describe("G1: the lines of the grids move", () => {
  test("open matters are handed over on the first day of the new map and not before; what is over keeps the grid of its day", async () => {
    const { adopt, report, act, gridOf, comeTo, runtime, get } = await aTownThatMovesLines();
    const [open, over, own] = [await report(), await report(), await report()];
    for (const id of [open, over]) expect(await gridOf(id)).toBe(part);
    await act(over, "accept", worker(3));
    await act(over, "handle-here", worker(3));
    await act(over, "close-here", worker(3), work);
    await act(own, "accept", worker(3));
    await act(own, "handle-here", worker(3));
    expect((await adopt(tomorrow, mapWithout(part))).status).toBe(201);
    await comeTo("2026-03-02T15:59:59.999Z");
    expect(await gridOf(open)).toBe(part);
    await comeTo("2026-03-02T16:00:00.000Z");
    expect([await gridOf(open), await gridOf(own), await gridOf(over)]).toEqual([eastStreet, eastStreet, part]);
    expect((await act(open, "accept", worker(3))).status).toBe(403);
    expect((await act(open, "accept", worker(1))).status).toBe(200);
    expect((await act(own, "close-here", worker(3), work)).status).toBe(403);
    expect((await act(own, "close-here", worker(1), work)).status).toBe(200);
    const types = (await runtime.store.history(gridEvent, open)).map(({ type }) => type);
    expect(types.filter((type) => type.endsWith("grid-changed"))).toHaveLength(1);
    const rows = z.object({ items: z.array(made) });
    expect(rows.parse((await get("/events", { grid: part }, theDispatcher)).body).items).toEqual([{ id: over }]);
  });

  test("a map that was taken back hands nothing over; one that came tells so once", async () => {
    const { adopt, report, gridOf, comeTo, post, runtime } = await aTownThatMovesLines();
    const id = await report();
    await adopt(tomorrow, mapWithout(part));
    await post(
      `/grid-maps/${tomorrow}/withdraw`,
      { reasons: "测绘有误" },
      { ...theDispatcher, sub: "zhen-zhang", roles: ["leader"] },
    );
    await comeTo("2026-03-03T02:00:00.000Z");
    expect(await gridOf(id)).toBe(part);
    const types = async (day: string) => (await runtime.store.history(gridMap, day)).map(({ type }) => type);
    expect(await types(tomorrow)).not.toContain("grid-events.grid-map.began");
    expect((await types("2026-03-02")).filter((type) => type.endsWith("began"))).toHaveLength(1);
  });
});
