import { describe, expect, test } from "vitest";
import * as z from "zod";
import { gridEvents } from "../../../services/grid-events/service.ts";
import type { Actor } from "../../../shared/decider/index.ts";
import type { CloudEvent } from "../../../shared/messaging/index.ts";
import { gridLeadId } from "../../../shared/service/grid-lead-id.ts";
import { clockworkFor } from "../../../shared/service/index.ts";
import { deliverAllOf, handTo } from "../../support/reacting.ts";
import { aGridTown, eastStreet, theDispatcher, theLeader } from "../grid-town.ts";

const clerk = (office: string): Actor => ({ sub: `clerk-of-${office}`, name: "办事员", roles: ["clerk"], office });
const centre = clerk("service-centre");
const made = z.object({ id: z.string() });
const listed = z.object({
  items: z.array(
    z.looseObject({ id: z.string(), unit: z.string(), what: z.string(), status: z.string(), attempts: z.int() }),
  ),
});
const matter = { category: "street-light", urgency: "ordinary", text: "路灯不亮", address: "东街1号" };
const reasons = "不属于本单位";

async function aSendingTown() {
  const town = aGridTown();
  await town.adopt("2026-03-02");
  await town.assign(eastStreet, "a", "grid-worker-1");
  const published: CloudEvent[] = [];
  /** Each event comes twice. */
  const settle = async () =>
    expect(
      await deliverAllOf(town.heard, gridEvents, gridEvents.subscriptions, town.runtime, {
        times: 2,
        heard: (event) => void published.push(event),
      }),
    ).toEqual([]);
  const act = async (id: string, verb: string, by: Actor = theDispatcher, body: object = {}) => {
    expect([verb, (await town.post(`/events/${id}/${verb}`, body, by)).status]).toEqual([verb, 200]);
    await settle();
  };
  const dispatched = async (unit = "service-centre", more: object = {}) => {
    const place = { lng: 101.97, lat: 25.125 };
    const { id } = made.parse((await town.post("/events", { ...matter, ...more, place })).body);
    for (const verb of ["accept", "file"]) await act(id, verb);
    await act(id, "dispatch", theDispatcher, { unit });
    return id;
  };
  const sends = async (query: Record<string, string>, by: Actor = theDispatcher) =>
    listed.parse((await town.get("/unit-notices", query, by)).body).items;
  const of = async (event: string) =>
    (await sends({ event })).map(({ unit, what, status }) => `${unit} ${what} ${status}`).toSorted();
  const step = (id: string, verb: string, by: Actor = theDispatcher, body: object = {}) =>
    town.post(`/unit-notices/${id}/${verb}`, body, by);
  const passTime = async (to: string) => {
    town.runtime.setClock(to);
    await clockworkFor(gridEvents, town.runtime)();
    await settle();
  };
  return { ...town, published, settle, act, dispatched, sends, of, step, passTime };
}

describe("G2: what units are told", () => {
  test("another unit: the old one is told that it is withdrawn, the new one that it is to act, once each", async () => {
    const { dispatched, act, of, sends } = await aSendingTown();
    const id = await dispatched();
    expect(await of(id)).toEqual(["service-centre act sent"]);
    await act(id, "redirect", theDispatcher, { unit: "enforcement-team", reasons });
    expect(await of(id)).toEqual([
      ...["enforcement-team act sent", "service-centre act void", "service-centre withdrawn sent"],
    ]);
    expect((await sends({ status: "sent" }, centre)).map(({ what }) => what)).toEqual(["withdrawn"]);
    expect(await sends({ status: "sent" }, clerk("enforcement-team"))).toHaveLength(1);
  });

  test("another category with another unit is one step; the matter is the new unit's", async () => {
    const { dispatched, act, of, get } = await aSendingTown();
    const id = await dispatched();
    await act(id, "start", centre);
    expect(await of(id)).toEqual(["service-centre act received"]);
    const body = { category: "dust", urgency: "urgent", reasons, unit: "enforcement-team" };
    await act(id, "recategorise", theDispatcher, body);
    expect(await of(id)).toEqual([
      ...["enforcement-team act sent", "service-centre act received", "service-centre withdrawn sent"],
    ]);
    expect((await get(`/events/${id}`, {}, theDispatcher)).body).toMatchObject({
      status: "dispatched",
      category: "dust",
    });
  });

  test("another category alone: the unit that has the matter is told anew", async () => {
    const { dispatched, act, of, sends } = await aSendingTown();
    const id = await dispatched();
    await act(id, "recategorise", theDispatcher, { category: "dust", urgency: "ordinary", reasons });
    expect(await of(id)).toEqual(["service-centre act sent", "service-centre act void"]);
    expect((await sends({ status: "sent" }))[0]).toMatchObject({ category: "dust", because: "recategorised" });
  });

  test("no unit has it: a unit with another category is refused, and the category stays", async () => {
    const { post, get } = await aSendingTown();
    const { id } = made.parse((await post("/events", matter)).body);
    await post(`/events/${id}/accept`, {});
    const body = { category: "dust", urgency: "ordinary", reasons, unit: "enforcement-team" };
    expect((await post(`/events/${id}/recategorise`, body)).body).toMatchObject({ code: "grid-events.with-no-unit" });
    expect((await get(`/events/${id}`, {}, theDispatcher)).body).toMatchObject({ category: "street-light" });
  });

  test("not received by the last instant it is stuck; sent again it is another message and counted", async () => {
    const { dispatched, sends, step, passTime, published, settle } = await aSendingTown();
    await dispatched();
    await passTime("2026-03-02T06:00:00.000Z");
    expect(await sends({ status: "stuck" })).toEqual([]);
    await passTime("2026-03-02T06:00:00.001Z");
    const [stuck] = await sends({});
    expect(stuck).toMatchObject({ status: "stuck", failure: "not-received", attempts: 1 });
    expect((await step(stuck?.id ?? "", "send-again", centre)).status).toBe(403);
    expect((await step(stuck?.id ?? "", "send-again")).status).toBe(200);
    await settle();
    expect(await sends({ repeated: "true" })).toMatchObject([{ status: "sent", attempts: 2 }]);
    const told = published.filter(({ type }) => /unit-notice\.sent/.test(type));
    expect(told.map(({ data: { sendNumber } }) => sendNumber)).toEqual([1, 2]);
    expect(new Set(told.map(({ id }) => id)).size).toBe(2);
    expect((await step(stuck?.id ?? "", "receive", centre)).status).toBe(200);
    expect((await step(stuck?.id ?? "", "send-again")).body).toMatchObject({
      code: "grid-events.delivery-not-in-this-state",
    });
    await passTime("2026-03-05T06:00:00.001Z");
    expect(await sends({ status: "stuck" })).toEqual([]);
  });

  test("only the receiver says that it arrived; for a company the dispatcher does, and says why it did not", async () => {
    const { dispatched, sends, step } = await aSendingTown();
    await dispatched();
    const [own] = await sends({ status: "sent" });
    expect((await step(own?.id ?? "", "receive")).body).toMatchObject({ code: "grid-events.not-the-receiver" });
    expect((await step(own?.id ?? "", "receive", clerk("enforcement-team"))).status).toBe(404);
    const id = await dispatched("road-company", { category: "road-pit" });
    const [company] = await sends({ event: id });
    expect((await step(company?.id ?? "", "report-failure", theDispatcher, { failure: "unreachable" })).status).toBe(
      200,
    );
    expect(await sends({ status: "undelivered" }, theLeader)).toMatchObject([{ failure: "unreachable" }]);
    expect((await step(company?.id ?? "", "send-again")).status).toBe(200);
    expect((await step(company?.id ?? "", "receive")).status).toBe(200);
  });

  test("a unit that the profile lost meanwhile is a failure with its reason", async () => {
    const { dispatched, sends, step, runtime } = await aSendingTown();
    const id = await dispatched("road-company", { category: "road-pit" });
    const [company] = await sends({ event: id });
    await step(company?.id ?? "", "report-failure", theDispatcher, { failure: "refused" });
    const { units } = runtime.town.gridEvents;
    const gone = { ...runtime.town.gridEvents, units: units.filter(({ id: unit }) => unit !== "road-company") };
    Object.assign(runtime, { town: { ...runtime.town, gridEvents: gone } });
    await step(company?.id ?? "", "send-again");
    expect(await sends({ status: "undelivered" })).toMatchObject([{ failure: "not-a-unit", attempts: 2 }]);
  });

  test("a unit that returns it had it; enforcement has it once it has the lead; late repeats change nothing", async () => {
    const { dispatched, act, of, runtime, published } = await aSendingTown();
    const id = await dispatched();
    await act(id, "return", centre, { reasons });
    expect(await of(id)).toEqual(["service-centre act received"]);
    const lead = await dispatched("enforcement-team", { category: "illegal-building" });
    const source = `/towns/${runtime.town.code}/enforcement`;
    const event: CloudEvent = {
      ...{ specversion: "1.0", id: "lead/L1/1", source, type: "enforcement.lead.received", subject: "lead/L1" },
      ...{ time: "2026-03-02T02:00:01.000Z", datacontenttype: "application/json", sequence: 1, actor: "town" },
      data: { source: { kind: "grid", id: lead } },
    };
    expect(await handTo(gridEvents.subscriptions, event, runtime)).toEqual([]);
    expect(await of(lead)).toEqual(["enforcement-team act received"]);
    for (const one of published) expect(await handTo(gridEvents.subscriptions, one, runtime)).toEqual([]);
    expect(await of(lead)).toEqual(["enforcement-team act received"]);
  });

  test("a late word of the lead of an earlier round says nothing of what enforcement is sent in this one", async () => {
    const { dispatched, act, of, runtime } = await aSendingTown();
    const id = await dispatched("enforcement-team", { category: "illegal-building" });
    const officer: Actor = { sub: "officer-1", name: "执法一号", roles: ["officer"], office: "enforcement-team" };
    await act(id, "start", officer);
    await act(id, "hand-in", officer, { outcome: "已拆除", proof: { without: "见案卷" } });
    await act(id, "close");
    await act(id, "reopen", theDispatcher, { reasons: "又加盖一层" });
    await act(id, "file");
    await act(id, "dispatch", theDispatcher, { unit: "enforcement-team" });
    const source = `/towns/${runtime.town.code}/enforcement`;
    const received = (round: number): CloudEvent => ({
      ...{ specversion: "1.0", id: `lead/${round}/1`, source, type: "enforcement.lead.received" },
      ...{ subject: `lead/${gridLeadId(id, round)}`, time: "2026-03-02T02:00:01.000Z", sequence: 1, actor: "town" },
      ...{ datacontenttype: "application/json", data: { source: { kind: "grid", id } } },
    });
    const before = await of(id);
    expect(before).toContain("enforcement-team act sent");
    expect(await handTo(gridEvents.subscriptions, received(1), runtime)).toEqual([]);
    expect(await of(id)).toEqual(before);
    expect(await handTo(gridEvents.subscriptions, received(2), runtime)).toEqual([]);
    expect(await of(id)).not.toContain("enforcement-team act sent");
  });
});
