import { beforeEach, describe, expect, test } from "vitest";
import * as z from "zod";
import { gridEvents } from "../../../services/grid-events/service.ts";
import type { Actor } from "../../../shared/decider/index.ts";
import { clockworkFor } from "../../../shared/service/index.ts";
import { aGridTown, theDispatcher, theLeader, worker } from "../grid-town.ts";

const villager: Actor = { sub: "resident-1", name: "村民", roles: ["resident"] };
const made = z.object({ id: z.string(), status: z.string(), version: z.int() });
const exposures = z.object({ items: z.array(z.looseObject({ name: z.string(), text: z.string() })) });
const picture = "a".repeat(64);
const other = "c".repeat(64);
const village = "532302105200";
const asked = { on: "2026-03-02", village, site: "河道二桥段", inspectors: ["grid-worker-1", "grid-worker-2"] };
const body = { kind: "organisation", name: "示例养殖有限公司", idNumber: "91532302MA6K00006J" };
const dirty = { problems: ["sewage"], text: "污水直排，负责人电话13812345678", before: [picture], responsible: body };

async function aWatchedTown() {
  const town = aGridTown();
  const plan = async (more: object = {}) =>
    made.parse((await town.post("/environment-checks", { ...asked, ...more }, theLeader)).body).id;
  const act = (id: string, verb: string, by: Actor, sent: object = {}) =>
    town.post(`/environment-checks/${id}/${verb}`, sent, by);
  const warned = async (more: object = {}) => {
    const id = await plan();
    expect((await act(id, "visit", worker(1), { ...dirty, ...more })).status).toBe(200);
    return id;
  };
  const read = (id: string, by: Actor) => town.get(`/environment-checks/${id}`, {}, by);
  const onTheList = async () => exposures.parse((await town.get("/exposures")).body).items;
  return { ...town, plan, act, warned, read, onTheList, clockwork: clockworkFor(gridEvents, town.runtime) };
}

describe("G11: an inspection that nobody is told of", () => {
  let town: Awaited<ReturnType<typeof aWatchedTown>>;
  beforeEach(async () => {
    town = await aWatchedTown();
  });

  test("inspectors and overseers alone know of it; for everybody else there is none", async () => {
    const { plan, read, act } = town;
    const id = await plan();
    for (const by of [worker(1), worker(2), theLeader]) expect((await read(id, by)).status).toBe(200);
    for (const by of [worker(3), theDispatcher]) {
      expect((await read(id, by)).status).toBe(404);
      expect((await act(id, "visit", by, dirty)).status).toBe(404);
      expect((await town.get("/environment-checks", {}, by)).body).toMatchObject({ items: [] });
    }
    expect((await read(id, villager)).status).toBe(403);
    expect((await town.get("/environment-checks", {}, worker(1))).body).toMatchObject({ items: [{ id }] });
  });

  test("a village, an inspector or a day that there is not is refused", async () => {
    const refused = async (more: object) =>
      (await town.post("/environment-checks", { ...asked, ...more }, theLeader)).body;
    expect(await refused({ village: "532302105999" })).toMatchObject({ code: "grid-events.unknown-village" });
    expect(await refused({ inspectors: ["nobody"] })).toMatchObject({ code: "grid-events.unknown-worker" });
    expect(await refused({ on: "2026-03-01" })).toMatchObject({ code: "grid-events.day-past" });
    expect(await refused({ on: "2027-03-04" })).toMatchObject({ code: "grid-events.day-too-far" });
  });

  test("it is held on its day alone, by who was named; a problem needs pictures before and who puts it right", async () => {
    const { plan, act } = town;
    const tomorrow = await plan({ on: "2026-03-03" });
    expect((await act(tomorrow, "visit", worker(1), dirty)).body).toMatchObject({ code: "grid-events.not-that-day" });
    const id = await plan();
    expect((await act(id, "visit", { ...theLeader, roles: ["leader", "clerk"] }, dirty)).body).toMatchObject({
      code: "grid-events.not-an-inspector",
    });
    const refused = async (more: object) => (await act(id, "visit", worker(1), { ...dirty, ...more })).body;
    expect(await refused({ before: [] })).toMatchObject({ code: "grid-events.before-missing" });
    expect(await refused({ responsible: undefined })).toMatchObject({ code: "grid-events.responsible-missing" });
    expect(await refused({ problems: ["none-such"] })).toMatchObject({ code: "grid-events.unknown-problem" });
    expect((await act(id, "visit", worker(1), { problems: [], text: "没有问题" })).body).toMatchObject({
      status: "clean",
    });
    expect((await act(id, "visit", worker(1), dirty)).body).toMatchObject({
      code: "grid-events.check-not-in-this-state",
    });
  });

  test("put right with pictures after, and looked at again by another inspector", async () => {
    const { warned, act } = town;
    const id = await warned();
    expect((await act(id, "fix", worker(1), { text: "已截污", after: [] })).body).toMatchObject({
      code: "grid-events.after-missing",
    });
    expect((await act(id, "fix", worker(1), { text: "已截污", after: [other] })).body).toMatchObject({
      status: "fixed",
    });
    expect((await act(id, "check", worker(1), { putRight: true, notes: "合格" })).body).toMatchObject({
      code: "grid-events.who-reported-checks-not",
    });
    expect((await act(id, "check", worker(2), { putRight: false, notes: "仍有渗漏" })).body).toMatchObject({
      status: "warned",
      warnedUntil: "2026-03-09",
    });
    await act(id, "fix", worker(2), { text: "已堵漏", after: [other] });
    expect((await act(id, "check", worker(1), { putRight: true, notes: "合格" })).body).toMatchObject({
      status: "put-right",
    });
  });

  test("exposed only after the warning: not on its last day, on the day after; and off the list once it is put right", async () => {
    const { warned, act, runtime, onTheList, clockwork, heard } = town;
    const id = await warned();
    runtime.setClock("2026-03-09T15:59:59.000Z");
    expect((await act(id, "expose", theLeader)).body).toMatchObject({ code: "grid-events.warning-runs" });
    runtime.setClock("2026-03-09T16:00:00.000Z");
    await clockwork();
    await clockwork();
    expect(heard.filter(({ type }) => type.endsWith("environment-check.overdue"))).toHaveLength(1);
    expect(await onTheList()).toEqual([]);
    expect((await act(id, "expose", theLeader, { pictures: [other] })).body).toMatchObject({
      code: "grid-events.before-missing",
    });
    expect((await act(id, "expose", theLeader, { pictures: [picture] })).body).toMatchObject({ status: "exposed" });
    const [shown] = await onTheList();
    expect(shown).toMatchObject({ name: body.name, kind: "organisation", village, exposedOn: "2026-03-10" });
    expect(JSON.stringify(await town.get("/exposures"))).not.toMatch(/13812345678|grid-worker|河道二桥段/);
    await act(id, "fix", worker(1), { text: "已截污", after: [other] });
    expect(await onTheList()).toHaveLength(1);
    await act(id, "check", worker(2), { putRight: false, notes: "仍有渗漏" });
    expect(await onTheList()).toHaveLength(1);
    await act(id, "fix", worker(1), { text: "已堵漏", after: [other] });
    await act(id, "check", worker(2), { putRight: true, notes: "合格" });
    expect(await onTheList()).toEqual([]);
  });

  test.each([
    [{ kind: "person", name: "张三" }],
    [{ kind: "organisation", name: "张三小卖部", idNumber: "92532302MA6K00006F" }],
    [{ kind: "organisation", name: "某作坊" }],
  ])("P-6: never a person, a sole trader, or a body that nobody can tell from one: %j", async (responsible) => {
    const { warned, act, runtime, onTheList } = town;
    const id = await warned({ responsible });
    runtime.setClock("2026-03-20T02:00:00.000Z");
    expect((await act(id, "expose", theLeader)).body).toMatchObject({ code: "grid-events.person-never-exposed" });
    expect(await onTheList()).toEqual([]);
  });

  test("only a leader exposes, and a plan is called off before anybody was there", async () => {
    const { warned, act, plan } = town;
    const id = await warned();
    expect((await act(id, "expose", worker(1))).status).toBe(403);
    const another = await plan();
    expect((await act(another, "call-off", theLeader, { reasons: "改期" })).body).toMatchObject({
      status: "called-off",
    });
    expect((await act(id, "call-off", theLeader, { reasons: "改期" })).body).toMatchObject({
      code: "grid-events.check-not-in-this-state",
    });
  });
});
