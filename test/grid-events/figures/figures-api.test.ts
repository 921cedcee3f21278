import { describe, expect, test } from "vitest";
import * as z from "zod";
import { tallyId } from "../../../services/grid-events/figures/domain/figure-tally.ts";
import { gridEvents } from "../../../services/grid-events/service.ts";
import type { Actor } from "../../../shared/decider/index.ts";
import { deliverAllOf } from "../../support/reacting.ts";
import { aGridTown, eastStreet, theDispatcher, theLeader, worker } from "../grid-town.ts";

const villager: Actor = { sub: "resident-1", name: "欧阳娜娜", roles: ["resident"] };
const made = z.object({ id: z.string() });
const light = { category: "street-light", urgency: "ordinary", text: "路灯不亮", address: "东街1号" };
const place = { lng: 101.97, lat: 25.125 };
const work = { outcome: "已换灯泡", proof: { without: "夜间无光" } };
const listed = z.object({ items: z.array(z.object({ event: z.string(), path: z.string(), times: z.int() })) });
const table = z.object({
  items: z.array(z.looseObject({ counts: z.record(z.string(), z.int()) })),
  total: z.object({
    counts: z.record(z.string(), z.int()),
    figures: z.array(
      z.object({
        ...{ name: z.string(), numerator: z.int(), denominator: z.int(), percent: z.number().nullable() },
        ...{
          cohort: z.string(),
          matters: z.object({ numerator: z.array(z.string()), denominator: z.array(z.string()) }),
        },
      }),
    ),
  }),
});

async function aCountingTown() {
  const town = aGridTown();
  await town.adopt("2026-03-02");
  await town.assign(eastStreet, "a", "grid-worker-1");
  const report = async (more: object = {}) =>
    made.parse((await town.post("/events", { ...light, place, ...more }, villager)).body).id;
  const act = async (id: string, by: Actor, verb: string, body: object = {}) =>
    expect((await town.post(`/events/${id}/${verb}`, body, by)).status).toBe(200);
  const solved = async () => {
    const id = await report();
    for (const verb of ["accept", "handle-here"]) await act(id, worker(1), verb);
    await act(id, worker(1), "close-here", work);
    return id;
  };
  const deliver = (times = 1) =>
    deliverAllOf(town.heard, gridEvents, gridEvents.subscriptions, town.runtime, { times });
  const figures = async (query: Record<string, string> = {}) =>
    table.parse((await town.get("/figures", query, theLeader)).body);
  /** All matters behind a path of a figure. */
  const behind = async (path = "") => {
    const { pathname, searchParams } = new URL(path, "http://town");
    const { body } = await town.get(pathname.replace("/grid-events", ""), Object.fromEntries(searchParams), theLeader);
    return listed.parse(body).items;
  };
  return { ...town, report, act, solved, deliver, figures, behind };
}

describe("G-9: the figures of a month", () => {
  test("each has its numerator, denominator, cohort and its matters; merged are reported and never filed", async () => {
    const { report, act, solved, deliver, figures, behind } = await aCountingTown();
    const [one, two, open] = [await solved(), await solved(), await report()];
    const twin = await report();
    await act(twin, theDispatcher, "merge", { into: open, reasons: "同一盏路灯" });
    expect(await deliver()).toEqual([]);
    const { total, items } = await figures();
    expect(items).toHaveLength(1);
    expect(total.counts).toMatchObject({ reported: 4, merged: 1, filed: 2, due: 2, closed: 2, onTime: 2 });
    const [filing, closing, onTime, rework, solvedInGrid] = total.figures;
    expect(filing).toMatchObject({ name: "filing", numerator: 2, denominator: 4, percent: 50 });
    expect(filing?.cohort).toBe("received-in-month");
    expect(closing).toMatchObject({ numerator: 2, denominator: 2, percent: 100, cohort: "term-ends-in-month" });
    expect([onTime?.percent, rework?.percent, solvedInGrid?.percent]).toEqual([100, 0, 50]);
    const filed = await behind(filing?.matters.numerator[0]);
    expect(filed.map(({ event }) => event).toSorted()).toEqual([one, two].toSorted());
    expect(filed[0]?.path).toBe(`/grid-events/events/${filed[0]?.event}`);
    expect(await behind(filing?.matters.denominator[0])).toHaveLength(4);
  });

  test("nothing below is no figure; nothing above is 0", async () => {
    const { deliver, figures, report } = await aCountingTown();
    expect((await figures()).total.figures.map(({ percent }) => percent)).toEqual([null, null, null, null, null]);
    await report();
    await deliver();
    expect((await figures()).total.figures.map(({ percent }) => percent)).toEqual([0, null, null, null, 0]);
  });

  test("told three times each, and again from the first, a matter is counted once; another category moves it", async () => {
    const { solved, report, act, deliver, figures, heard, runtime } = await aCountingTown();
    await solved();
    const id = await report();
    await act(id, worker(1), "accept");
    const again = [...heard];
    expect(await deliver(3)).toEqual([]);
    heard.push(...again);
    expect(await deliver()).toEqual([]);
    expect((await figures()).total.counts).toMatchObject({ reported: 2, filed: 1, due: 1 });
    await act(id, theDispatcher, "recategorise", { category: "dust", urgency: "ordinary", reasons: "是扬尘" });
    expect(await deliver()).toEqual([]);
    const { items } = await figures({ by: "category" });
    expect(items).toMatchObject([
      { category: "dust", counts: { reported: 1, filed: 0 } },
      { category: "street-light", counts: { reported: 1, filed: 1 } },
    ]);
    expect((await figures({ category: "dust" })).total.counts).toMatchObject({ reported: 1 });
    expect(tallyId({ month: "2026-03", grid: "1", category: "dust" })).toBe("2026-03:1:dust");
    expect(runtime.town.gridEvents.figures.reworkPer).toBe("closed");
  });

  test("a month that is over answers the same, byte for byte, also after more has happened", async () => {
    const { runtime, report, act, deliver, figures, get } = await aCountingTown();
    const id = await report();
    await act(id, worker(1), "accept");
    await act(id, worker(1), "handle-here");
    await deliver();
    const march = (await get("/figures", { from: "2026-03", to: "2026-03" }, theLeader)).body;
    runtime.setClock("2026-04-01T00:00:00.000Z");
    await act(id, worker(1), "close-here", work);
    await act(id, theDispatcher, "reopen", { reasons: "又坏了" });
    await report();
    await deliver();
    expect((await get("/figures", { from: "2026-03", to: "2026-03" }, theLeader)).body).toEqual(march);
    expect((await figures()).total.counts).toMatchObject({ reported: 1, closed: 0 });
  });

  test("at most a year, in order", async () => {
    const { get } = await aCountingTown();
    for (const query of [
      { from: "2026-04", to: "2026-03" },
      { from: "2025-03", to: "2026-03" },
    ])
      expect(await get("/figures", query, theLeader)).toMatchObject({
        body: { code: "grid-events.bad-months", errors: [{ pointer: "?from" }] },
      });
    expect((await get("/figures", { from: "2025-04", to: "2026-03" }, theLeader)).status).toBe(200);
    expect((await get("/figures", {}, villager)).status).toBe(403);
  });

  test("no figure and no list of matters holds a reporter's data", async () => {
    const { solved, deliver, get } = await aCountingTown();
    await solved();
    await deliver();
    const told = [
      await get("/figures", {}, theLeader),
      await get("/figures/matters", { month: "2026-03", counted: "reported" }, theLeader),
    ];
    expect(JSON.stringify(told)).toContain("GT-2026-1");
    expect(JSON.stringify(told)).not.toMatch(/resident-1|欧阳娜娜|路灯不亮|东街1号/);
  });
});
