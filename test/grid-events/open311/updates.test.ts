import { describe, expect, test } from "vitest";
import { monthsBetween } from "../../../services/grid-events/open311/domain/request-update.ts";
import { idInToken, tokenOf } from "../../../services/grid-events/open311/token.ts";
import { theDispatcher } from "../grid-town.ts";
import { aClient } from "./client.ts";
import { anOpenTown, api_key, base, pit, villager } from "./open-town.ts";

const trade = { api_key, service_code: "street-trade", lat: "25.125", long: "101.97", description: "占道卖水果" };
const said = (request: string, status: string, update_id: string) => ({
  ...{ api_key, service_request_id: request, update_id, status, description: "仍然积水" },
  updated_datetime: "2026-03-02T10:00:00+08:00",
});

describe.each(["xml", "json"] as const)("G14: updates of requests, in %s", (format) => {
  test("each step is told once, the oldest first, with an id that stays, by the words of the protocol", async () => {
    const { ask, solve, deliver, runtime } = await anOpenTown();
    const client = aClient(ask, format, base);
    const id = (await client.post(Object.entries(pit)))?.service_request_id ?? "";
    expect(await client.updates()).toEqual([]);
    runtime.setClock("2026-03-02T03:00:00.000Z");
    await solve(id);
    expect(await deliver(2)).toEqual([]);
    const told = await client.updates();
    expect(told.map(({ status }) => status)).toEqual(["investigating", "in_progress", "closed"]);
    expect(told.every((one) => one.service_request_id === id)).toBe(true);
    expect(told.every((one) => one.updated_datetime === "2026-03-02T11:00:00+08:00")).toBe(true);
    expect(told[0]?.description).toContain("已受理");
    expect(new Set(told.map(({ update_id }) => update_id)).size).toBe(3);
    expect(await client.updates()).toEqual(told);
    const span = (start: string, end: string) => client.updates({ start_date: start, end_date: end });
    expect(await span("2026-03-02T03:00:00Z", "2026-03-02T03:00:00Z")).toHaveLength(3);
    expect(await span("2026-03-02T03:00:01Z", "2026-03-02T04:00:00Z")).toEqual([]);
    expect(await span("2026-02-02T03:00:00Z", "2026-03-02T02:59:59Z")).toEqual([]);
    expect(await client.updates({ page: "2", page_size: "2" })).toEqual(told.slice(2));
    const wrong = { start_date: "2025-01-01T00:00:00Z", end_date: "2025-06-01T00:00:00Z" };
    expect((await client.faults("get", "servicerequestupdates", wrong)).status).toBe(400);
  });

  test("what is not for the public has no updates; what was taken out of it keeps its service, status and dates", async () => {
    const { ask, act, post, deliver } = await anOpenTown();
    const client = aClient(ask, format, base);
    const child = { category: "minor-alone", urgency: "ordinary", text: "孩子无人照护", address: "东街1号" };
    const made = await post("/events", child, theDispatcher);
    await act(String(JSON.parse(JSON.stringify(made.body)).id), theDispatcher, "accept");
    const id = (await client.post(Object.entries(pit)))?.service_request_id ?? "";
    await act(id, theDispatcher, "accept");
    await act(id, theDispatcher, "recategorise", { category: "minor-alone", urgency: "ordinary", reasons: "核实" });
    expect(await deliver()).toEqual([]);
    expect(await client.updates()).toMatchObject([{ service_request_id: id, description: "" }]);
    expect(await client.request(id)).toMatchObject({
      status: "open",
      service_code: "road-pit",
      service_name: "",
      lat: "",
    });
    expect(await client.requests()).toEqual([]);
    expect(await client.requests({ service_request_id: id })).toHaveLength(1);
  });

  test("a wish is kept for the dispatcher and moves no matter; the same id from the same key is one", async () => {
    const { ask, get, act } = await anOpenTown();
    const client = aClient(ask, format, base);
    const id = (await client.post(Object.entries(pit)))?.service_request_id ?? "";
    await act(id, theDispatcher, "accept");
    const first = await client.postUpdate({ ...said(id, "CLOSED", "u-1"), phone: "13812345678", first_name: "欧阳" });
    expect(await client.postUpdate({ ...said(id, "fixed", "u-1"), description: "别的话" })).toBe(first);
    const called = { ...said(id, "fixed", "u-2"), description: "已好，可打13812345678核实" };
    expect(await client.postUpdate(called)).not.toBe(first);
    expect((await client.request(id))?.status).toBe("open");
    const kept = await get("/client-updates", { event: id }, theDispatcher);
    expect(kept.body).toMatchObject({ items: [{ wish: "fixed" }, { wish: "closed", remark: "仍然积水" }] });
    expect(JSON.stringify(kept.body)).not.toMatch(/13812345678|欧阳/);
    expect((await get("/client-updates", { event: id }, villager)).status).toBe(403);
  });

  test("reopen moves it within the window, once, and only for the key that reported it", async () => {
    const { ask, solve, runtime, post } = await anOpenTown();
    const client = aClient(ask, format, base);
    const id = (await client.post(Object.entries(pit)))?.service_request_id ?? "";
    const matter = { category: "road-pit", urgency: "ordinary", text: "路面有坑", address: "东街1号" };
    const place = { lng: 101.97, lat: 25.125 };
    const others = String(JSON.parse(JSON.stringify((await post("/events", { ...matter, place }, villager)).body)).id);
    for (const one of [id, others]) await solve(one);
    await client.postUpdate(said(others, "reopen", "u-9"));
    expect((await client.request(others))?.status).toBe("closed");
    await client.postUpdate(said(id, "REOPEN", "u-1"));
    expect((await client.request(id))?.status).toBe("open");
    expect((await post(`/events/${id}/handle-here`, {}, theDispatcher)).status).toBe(200);
    await post(`/events/${id}/close-here`, { outcome: "已填平", proof: { without: "夜间" } }, theDispatcher);
    await client.postUpdate(said(id, "reopen", "u-1"));
    expect((await client.request(id))?.status).toBe("closed");
    runtime.setClock("2026-03-17T15:59:59.000Z");
    await client.postUpdate(said(id, "reopen", "u-2"));
    expect((await client.request(id))?.status).toBe("open");
    runtime.setClock("2026-03-18T02:00:00.000Z");
    await client.postUpdate(said(others, "reopen", "u-3"));
    expect((await client.request(others))?.status).toBe("closed");
  });

  test("each fault of an update is told: 403 the key, 404 the request, 400 all else", async () => {
    const { ask } = await anOpenTown();
    const client = aClient(ask, format, base);
    const id = (await client.post(Object.entries(pit)))?.service_request_id ?? "";
    const sent = (more: Record<string, string>) =>
      client.faults("post", "servicerequestupdates", { ...said(id, "open", "u-1"), ...more });
    expect((await sent({ api_key: "wrong" })).status).toBe(403);
    expect((await sent({ service_request_id: "none" })).status).toBe(404);
    expect((await sent({ jurisdiction_id: "elsewhere" })).status).toBe(404);
    expect((await sent({ status: "done" })).status).toBe(400);
    expect((await sent({ updated_datetime: "2026-03-02T10:00:00" })).status).toBe(400);
    expect((await sent({ media_url: "javascript:alert(1)" })).status).toBe(400);
    const { status, faults } = await sent({ update_id: "", status: "", updated_datetime: "", description: "" });
    expect(status).toBe(400);
    expect(faults).toHaveLength(4);
  });

  test("a batch service gives a token; its id comes once somebody has looked at the report", async () => {
    const { ask, act, runtime } = await anOpenTown();
    const client = aClient(ask, format, base);
    const services = await client.services();
    expect(services.find(({ service_code }) => service_code === "street-trade")?.type).toBe("batch");
    const post = async () => client.post(Object.entries(trade));
    const receipt = await post();
    const token = receipt?.token ?? "";
    expect(receipt?.service_request_id ?? "").toBe("");
    expect(token).toMatch(/^[0-9a-f]{32}$/);
    expect((await post())?.token).toBe(token);
    expect((await client.token(token))[0]).toEqual({ service_request_id: "", token });
    expect(await client.requests()).toEqual([]);
    const wrong = `${token.slice(0, -1)}${token.endsWith("0") ? "1" : "0"}`;
    expect((await client.faults("get", `tokens/${wrong}`)).status).toBe(404);
    const id = idInToken(token, runtime) ?? "";
    expect((await client.faults("get", `requests/${id}`)).status).toBe(404);
    expect((await client.faults("get", `tokens/${id}`)).status).toBe(404);
    await act(id, theDispatcher, "accept");
    expect((await client.token(token))[0]).toEqual({ service_request_id: id, token });
    expect(await client.request(id)).toMatchObject({ status: "open", service_code: "street-trade" });
  });
});

describe("tokens and months", () => {
  const keyed =
    (secret: string) =>
    (purpose: string, value: string, length = 24) =>
      Buffer.from(`${secret}${purpose}${value}`.repeat(9)).toString("hex").slice(0, length).toUpperCase();
  test("a token is read by the town that gave it alone", () => {
    const [ours, theirs] = [{ keyed: keyed("a") }, { keyed: keyed("b") }];
    const token = tokenOf("0123456789ABCDEF", ours);
    expect(idInToken(token, ours)).toBe("0123456789ABCDEF");
    expect(idInToken(token, theirs)).toBeUndefined();
    expect(idInToken("0123456789ABCDEF", ours)).toBeUndefined();
  });
  test("a span touches each of its months", () => {
    expect(monthsBetween("2025-11-30T23:00:00Z", "2026-02-01T00:00:00Z")).toEqual([
      ...["2025-11", "2025-12", "2026-01", "2026-02"],
    ]);
    expect(monthsBetween("2026-03-02T00:00:00Z", "2026-03-02T00:00:00Z")).toEqual(["2026-03"]);
  });
});
