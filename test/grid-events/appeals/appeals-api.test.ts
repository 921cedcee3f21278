import { describe, expect, test } from "vitest";
import * as z from "zod";
import { gridEvents } from "../../../services/grid-events/service.ts";
import type { Actor } from "../../../shared/decider/index.ts";
import { clockworkFor } from "../../../shared/service/index.ts";
import { aGridTown, theDispatcher, theLeader } from "../grid-town.ts";

const resident: Actor = { sub: "resident-1", name: "村民", roles: ["resident"] };
const stranger: Actor = { sub: "resident-2", name: "别人", roles: ["resident"] };
const clerk: Actor = { sub: "clerk-1", name: "窗口1号", roles: ["clerk"], office: "service-centre" };
const colleague: Actor = { sub: "clerk-2", name: "窗口2号", roles: ["clerk"], office: "service-centre" };
const head: Actor = { sub: "head-social-affairs", name: "负责人", roles: ["approver"], office: "social-affairs" };
const supervisor: Actor = { sub: "supervisor-1", name: "督查", roles: ["supervisor"], office: "party-government" };
const county: Actor = { sub: "county-1", name: "县", roles: ["county"] };
const above: Actor = { sub: "county-2", name: "州", roles: ["county"] };
const to = { sub: "head-social-affairs", office: "social-affairs" };
const made = z.object({ id: z.string() });
const stepped = z.object({
  steps: z
    .array(z.object({ verb: z.string(), roles: z.array(z.string()), until: z.string().exactOptional() }))
    .optional(),
});
const limited = z.object({ limit: z.object({ due: z.string() }), confirmBy: z.object({ due: z.string() }).optional() });
const rows = z.object({ items: z.array(z.object({ id: z.string() })) });

function anAppealTown() {
  const town = aGridTown();
  const begin = async (what: "appeals" | "petitions", body: object, by: Actor = resident) =>
    made.parse((await town.post(`/${what}`, body, by)).body).id;
  const act = (what: string, id: string, verb: string, by: Actor, body: object = {}) =>
    town.post(`/${what}/${id}/${verb}`, body, by);
  return { ...town, begin, act, clockwork: clockworkFor(gridEvents, town.runtime) };
}

describe("G8: an appeal, end to end", () => {
  test("answered, not confirmed, raised, answered by a leader, confirmed by the person", async () => {
    const { begin, act, get, heard } = anAppealTown();
    const id = await begin("appeals", { text: "东街路面积水", contact: { name: "张三丰", phone: "13812345678" } });
    expect((await act("appeals", id, "assign", theDispatcher, { to })).body).toMatchObject({ lead: "social-affairs" });
    expect((await act("appeals", id, "answer", head, { outcome: "explained", text: "已列入计划" })).status).toBe(200);
    const seen = await get(`/appeals/${id}`, {}, resident);
    expect(seen.body).toMatchObject({ status: "answered", answers: [{ by: "", text: "已列入计划" }] });
    expect((await act("appeals", id, "raise", resident, { reasons: "仍未解决" })).body).toMatchObject({
      status: "assigned",
      level: "town",
    });
    expect((await act("appeals", id, "answer", theLeader, { outcome: "solved", text: "已疏通" })).status).toBe(200);
    expect((await act("appeals", id, "confirm", resident)).body).toMatchObject({ status: "confirmed" });
    const published = JSON.stringify(
      heard.filter(({ type }) => Object.hasOwn(gridEvents.publishes, type)).map(({ data }) => data),
    );
    expect(published).toContain("inTime");
    for (const personal of ["张三丰", "13812345678", "积水", "resident-1"]) expect(published).not.toContain(personal);
  });

  test("who appeals is in no view, list or history; who handles it reads him for a reason", async () => {
    const { begin, act, get } = anAppealTown();
    const contact = { name: "张三丰", phone: "13812345678" };
    const id = await begin("appeals", { text: "路面积水", channel: "visit", contact }, clerk);
    const seen = [
      await get(`/appeals/${id}`, {}, clerk),
      await get(`/appeals/${id}/history`, {}, theDispatcher),
      await get("/appeals", {}, theDispatcher),
    ];
    for (const { status, body } of seen) {
      expect(status).toBe(200);
      expect(JSON.stringify(body)).not.toMatch(/张三丰|13812345678/);
    }
    expect((await act("appeals", id, "disclose", clerk, { reason: "回访诉求人" })).status).toBe(403);
    expect((await act("appeals", id, "disclose", theDispatcher, { reason: "回访诉求人" })).body).toMatchObject({
      contact,
    });
  });

  test("an appeal and a petition have numbers of their own, are found by them, and only by who may read them", async () => {
    const { begin, get } = anAppealTown();
    const first = await begin("appeals", { text: "路灯不亮" });
    const second = await begin("appeals", { text: "窗口态度差", against: { kind: "unit", office: "service-centre" } });
    const third = await begin("petitions", { text: "征地补偿标准" });
    expect((await get(`/appeals/${first}`, {}, resident)).body).toMatchObject({ number: "广通诉〔2026〕1号" });
    expect((await get(`/petitions/${third}`, {}, resident)).body).toMatchObject({ number: "广通信访〔2026〕1号" });
    const found = async (what: string, number: string, by: Actor) =>
      rows.parse((await get(`/${what}`, { number }, by)).body).items.map(({ id }) => id);
    expect(await found("appeals", "广通诉[2026]2号", theDispatcher)).toEqual([second]);
    expect((await get("/appeals", { number: "广通诉〔2026〕2号" }, theDispatcher)).body).toMatchObject({
      items: [{ number: "广通诉〔2026〕2号" }],
    });
    expect(await found("appeals", "广通诉〔2026〕2号", resident)).toEqual([second]);
    for (const by of [stranger, clerk, colleague]) expect(await found("appeals", "广通诉〔2026〕2号", by)).toEqual([]);
    expect(await found("appeals", "广通诉〔2026〕12号", theDispatcher)).toEqual([]);
    expect(await found("petitions", "广通信访〔2026〕1号", theDispatcher)).toEqual([third]);
    expect(await found("petitions", "广通信访〔2026〕1号", stranger)).toEqual([]);
  });

  test("the house sees what can be done next, by which role and until when; who appealed does not", async () => {
    const { begin, act, get } = anAppealTown();
    const stepsOf = async (at: string, by: Actor = theDispatcher) => stepped.parse((await get(at, {}, by)).body).steps;
    const id = await begin("appeals", { text: "路面积水" });
    const { limit } = limited.parse((await get(`/appeals/${id}`, {}, theDispatcher)).body);
    const first = await stepsOf(`/appeals/${id}`);
    expect(first?.find(({ verb }) => verb === "answer")).toMatchObject({ until: limit.due });
    expect(first?.find(({ verb }) => verb === "assign")).toMatchObject({ roles: ["dispatcher", "supervisor"] });
    expect(first?.map(({ verb }) => verb)).not.toContain("confirm");
    expect(await stepsOf(`/appeals/${id}`, resident)).toBeUndefined();
    await act("appeals", id, "assign", theDispatcher, { to });
    await act("appeals", id, "answer", head, { outcome: "explained", text: "已列入计划" });
    const { confirmBy } = limited.parse((await get(`/appeals/${id}`, {}, head)).body);
    expect(confirmBy?.due).toBeTypeOf("string");
    const then = await stepsOf(`/appeals/${id}`, head);
    expect(then?.find(({ verb }) => verb === "raise")).toMatchObject({ until: confirmBy?.due });
    expect(then?.map(({ verb }) => verb)).not.toContain("answer");

    const petition = await begin("petitions", { text: "征地补偿标准", transferredBy: "县信访局" }, clerk);
    const steps = await stepsOf(`/petitions/${petition}`);
    expect(steps?.find(({ verb }) => verb === "accept")).toMatchObject({ until: "2026-03-17" });
    expect(steps?.find(({ verb }) => verb === "return")).toMatchObject({ until: "2026-03-09" });
    await act("petitions", petition, "accept", theDispatcher, { to });
    await act("petitions", petition, "conclude", head, { organ: "广通镇人民政府", result: "rejected", text: "符合" });
    expect((await stepsOf(`/petitions/${petition}`))?.find(({ verb }) => verb === "ask-review")).not.toHaveProperty(
      "until",
    );
    await act("petitions", petition, "deliver", theDispatcher, { on: "2026-03-02" });
    expect((await stepsOf(`/petitions/${petition}`))?.find(({ verb }) => verb === "ask-review")).toMatchObject({
      until: "2026-04-01",
    });
  });

  test("A9: a list takes several states and an order; what is one's own is asked by state too", async () => {
    const { begin, act, get } = anAppealTown();
    const [first, second, third] = [
      await begin("appeals", { text: "路灯不亮" }),
      await begin("appeals", { text: "水压不足" }),
      await begin("appeals", { text: "路面积水" }),
    ];
    await act("appeals", second, "assign", theDispatcher, { to });
    await act("appeals", third, "withdraw", resident);
    const asked = async (query: Record<string, string>, by: Actor) =>
      rows.parse((await get("/appeals", query, by)).body).items.map(({ id }) => id);
    const sorted = await asked({ status: "received,assigned", sort: "receivedAt" }, theDispatcher);
    expect(new Set(sorted)).toEqual(new Set([first, second]));
    expect(await asked({ status: "received,assigned", sort: "-receivedAt" }, theDispatcher)).toEqual(
      sorted.toReversed(),
    );
    expect(await asked({}, theDispatcher)).toEqual([first]);
    // An office finds what waits for it without saying a state; what is answered waits for it no more.
    expect(await asked({}, head)).toEqual([second]);
    await act("appeals", second, "answer", head, { outcome: "explained", text: "已列入计划" });
    expect(await asked({}, head)).toEqual([]);
    expect(await asked({ status: "answered" }, head)).toEqual([second]);
    await act("appeals", second, "raise", resident, { reasons: "仍未解决" });
    await act("appeals", second, "answer", theLeader, { outcome: "explained", text: "已列入计划" });
    expect(await asked({}, county)).toEqual([]);
    await act("appeals", second, "raise", resident, { reasons: "仍未解决" });
    expect(await asked({}, county)).toEqual([second]);
    expect(new Set(await asked({}, resident))).toEqual(new Set([first, second, third]));
    expect(await asked({ status: "withdrawn" }, resident)).toEqual([third]);
    expect((await get("/appeals", { sort: "text" }, theDispatcher)).status).toBe(400);
  });

  test("what is said against a unit never reaches it: not by id, list, history, step or handling day", async () => {
    const { begin, get, act } = anAppealTown();
    const id = await begin("appeals", { text: "窗口态度差", against: { kind: "unit", office: "service-centre" } });
    for (const by of [clerk, colleague, { ...colleague, roles: ["clerk", "supervisor", "dispatcher"] as const }]) {
      expect((await get(`/appeals/${id}`, {}, by)).status).toBe(404);
      expect((await get(`/appeals/${id}/history`, {}, by)).status).toBe(404);
      for (const query of [{}, { handlingDay: "2026-03-09" }])
        expect(rows.parse((await get("/appeals", query, by)).body).items).toEqual([]);
    }
    expect((await act("appeals", id, "confirm", clerk, { slip: "回1" })).status).toBe(404);
    expect((await get(`/appeals/${id}`, {}, stranger)).status).toBe(404);
    const ofDay = await get("/appeals", { handlingDay: "2026-03-09" }, theDispatcher);
    expect(rows.parse(ofDay.body).items.map((one) => one.id)).toEqual([id]);
  });

  test("what is said against a person never reaches him, by his name or once he is found", async () => {
    const { begin, get, act } = anAppealTown();
    const id = await begin("appeals", { text: "推诿", against: { kind: "person", name: " 督 查 " } });
    expect((await get(`/appeals/${id}`, {}, supervisor)).status).toBe(404);
    expect((await get(`/appeals/${id}`, {}, theLeader)).status).toBe(200);
    const other = await begin("appeals", { text: "推诿", against: { kind: "person", name: "王某" } });
    expect(
      (await act("appeals", other, "identify", supervisor, { target: { sub: "dispatcher-1", office: "grid-centre" } }))
        .status,
    ).toBe(200);
    expect((await get(`/appeals/${other}`, {}, theDispatcher)).status).toBe(404);
  });

  test("S-11: a petition to its final answer, its reviews by the county", async () => {
    const { begin, act, get, runtime } = anAppealTown();
    const id = await begin("petitions", { text: "征地补偿标准" });
    expect((await get(`/petitions/${id}`, {}, county)).status).toBe(404);
    await act("petitions", id, "accept", theDispatcher, { to });
    const opinion = { result: "rejected", text: "符合标准" };
    await act("petitions", id, "conclude", head, { ...opinion, organ: "广通镇人民政府" });
    await act("petitions", id, "deliver", theDispatcher, { on: "2026-03-02" });
    await act("petitions", id, "ask-review", resident, { reasons: "不服" });
    const upheld = { result: "upheld", text: "维持" };
    expect((await act("petitions", id, "review", county, { ...upheld, organ: "禄丰市人民政府" })).status).toBe(200);
    await act("petitions", id, "deliver", county, { on: "2026-03-02" });
    runtime.setClock("2026-03-20T02:00:00.000Z");
    expect((await act("petitions", id, "ask-review", resident, { reasons: "仍不服" })).body).toMatchObject({
      status: "re-review-asked",
    });
    expect((await act("petitions", id, "review", above, { ...upheld, organ: "楚雄州人民政府" })).body).toMatchObject({
      status: "final",
    });
    expect((await act("petitions", id, "ask-review", resident, { reasons: "再次不服" })).status).toBe(409);
    expect(JSON.stringify((await get(`/petitions/${id}/history`, {}, theDispatcher)).body)).not.toContain("resident-1");
  });

  test("a resident does not say that his petition was transferred from above", async () => {
    const { begin, get } = anAppealTown();
    const id = await begin("petitions", { text: "征地补偿标准", transferredBy: "县信访局" });
    expect((await get(`/petitions/${id}`, {}, resident)).body).not.toHaveProperty("transferred");
    const sent = await begin("petitions", { text: "征地补偿标准", transferredBy: "县信访局" }, clerk);
    expect((await get(`/petitions/${sent}`, {}, theDispatcher)).body).toMatchObject({
      transferred: { objectBy: { due: "2026-03-09" } },
    });
  });

  test("the clockwork raises what nobody confirmed", async () => {
    const { begin, act, get, runtime, clockwork } = anAppealTown();
    const id = await begin("appeals", { text: "路面积水" });
    await act("appeals", id, "assign", theDispatcher, { to });
    await act("appeals", id, "answer", head, { outcome: "explained", text: "已列入计划" });
    runtime.setClock("2026-03-18T16:00:00.000Z");
    await clockwork();
    expect((await get(`/appeals/${id}`, {}, resident)).body).toMatchObject({ status: "assigned", level: "town" });
  });
});
