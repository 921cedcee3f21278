import { describe, expect, test } from "vitest";
import * as z from "zod";
import type { Actor } from "../../../shared/decider/index.ts";
import { aGridTown, eastStreet, theDispatcher, worker } from "../grid-town.ts";

const made = z.object({ id: z.string() });
const answered = z.object({
  rows: z.array(z.looseObject({ result: z.string(), httpStatus: z.int(), code: z.string().optional() })),
});
const matter = { category: "street-light", urgency: "ordinary", text: "路灯不亮", address: "东街1号" };
const place = { lng: 101.97, lat: 25.125 };

async function aTownOf(matters: number) {
  const town = aGridTown();
  await town.adopt("2026-03-02");
  await town.assign(eastStreet, "a", "grid-worker-1");
  const ids: string[] = [];
  for (let at = 0; at < matters; at += 1)
    ids.push(made.parse((await town.post("/events", { ...matter, place })).body).id);
  const send = async (rows: readonly object[], by: Actor = theDispatcher) =>
    answered.parse((await town.post("/bulk", { rows }, by)).body).rows;
  const statuses = async () => {
    const bodies = await Promise.all(ids.map((id) => town.get(`/events/${id}`, {}, theDispatcher)));
    return bodies.map(({ body }) => z.object({ status: z.string() }).parse(body).status);
  };
  return { ...town, ids, send, statuses };
}

describe("G2: many steps at once, answered one by one", () => {
  test("one bad row holds up nothing; each has its own key, version and result", async () => {
    const { ids, send, statuses } = await aTownOf(4);
    const [first = "", second = "", third = "", fourth = ""] = ids;
    const rows = await send([
      { key: "a", event: first, does: "accept" },
      { key: "b", event: "NOTHING", does: "accept" },
      { key: "c", event: second, does: "accept", expectedVersion: 7 },
      { key: "d", event: second, does: "reject", body: { ground: "no-such", reasons: "不属实" } },
      { nonsense: true },
      { key: "e", event: third, does: "accept", body: { more: 1 } },
      { key: "f", event: third, does: "fly" },
      { key: "g", event: fourth, does: "accept", expectedVersion: 1 },
    ]);
    expect(rows.map(({ httpStatus }) => httpStatus)).toEqual([200, 404, 412, 409, 400, 400, 403, 200]);
    expect(rows[0]).toMatchObject({ key: "a", result: "done", version: 2 });
    expect(rows[4]).toMatchObject({ position: 4, code: "grid-events.row-unreadable" });
    expect(await statuses()).toEqual(["accepted", "reported", "reported", "accepted"]);
  });

  test("the same rows again get the same answers; the same key with another body is refused", async () => {
    const { ids, send, get } = await aTownOf(2);
    const rows = ids.map((event, at) => ({ key: `k${at}`, event, does: "accept" }));
    const first = await send(rows);
    expect(await send(rows)).toEqual(first);
    const [again] = await send([
      { key: "k0", event: ids[0], does: "reject", body: { ground: "untrue", reasons: "不属实" } },
    ]);
    expect(again?.result).toBe("refused");
    expect((await get(`/events/${ids[0]}`, {}, theDispatcher)).body).toMatchObject({ status: "accepted", version: 2 });
  });

  test("roles and duties are those of each step", async () => {
    const { ids, send, statuses } = await aTownOf(2);
    const [first, second] = ids;
    const accept = [{ key: "a", event: first, does: "accept" }];
    expect((await send(accept, worker(2)))[0]).toMatchObject({ code: "grid-events.not-your-grid" });
    const mixed = [...accept, { key: "b", event: second, does: "file" }, { key: "c", event: second, does: "disclose" }];
    expect((await send(mixed, worker(1))).map(({ httpStatus }) => httpStatus)).toEqual([200, 403, 403]);
    expect(await statuses()).toEqual(["accepted", "reported"]);
  });

  test("as many as the profile allows, and no more: then none is carried out", async () => {
    const { ids, runtime, post, statuses } = await aTownOf(1);
    const { most } = runtime.town.gridEvents.bulk;
    const rows = (count: number) =>
      Array.from({ length: count }, (_one, at) => ({ key: `k${at}`, event: ids[0], does: "accept" }));
    const refused = await post("/bulk", { rows: rows(most + 1) });
    expect(refused).toMatchObject({ status: 413, body: { code: "grid-events.too-many-rows" } });
    for (const count of [1_000, 1_001, 2_500]) {
      const { status, body } = await post("/bulk", { rows: rows(count) });
      expect([status, JSON.stringify(body)]).toEqual([413, expect.stringContaining(`分${Math.ceil(count / most)}批`)]);
    }
    expect(await statuses()).toEqual(["reported"]);
    const answer = answered.parse((await post("/bulk", { rows: rows(most) })).body);
    expect(answer.rows.filter(({ result }) => result === "done")).toHaveLength(1);
    expect(answer.rows).toHaveLength(most);
  });
});
