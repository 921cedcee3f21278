import { describe, expect, test } from "vitest";
import * as z from "zod";
import { aGridTown, eastStreet, theDispatcher, theLeader, worker } from "../grid-town.ts";

const monday = "2026-03-02";
const standing = z.object({
  items: z.array(z.object({ grid: z.string(), worker: z.object({ sub: z.string(), post: z.string() }).optional() })),
});
async function aTownWithPosts() {
  const town = aGridTown();
  await town.adopt(monday);
  await town.assign(eastStreet, "a", "grid-worker-1");
  await town.assign(eastStreet, "b", "grid-worker-2");
  const there = async (on?: string) => {
    const { body } = await town.get("/workers", on === undefined ? {} : { on }, worker(1));
    const { worker: one } = standing.parse(body).items.find(({ grid }) => grid === eastStreet) ?? {};
    return one === undefined ? undefined : `${one.sub} ${one.post}`;
  };
  const postA = `/posts/${eastStreet}-a`;
  return { ...town, there, postA };
}

describe("G1: posts of a grid", () => {
  test("the A post looks after the grid; the B post stands in while it is away, both sides of the days", async () => {
    const { post, there, postA } = await aTownWithPosts();
    expect(await post(`${postA}/mark-absent`, { from: "2026-03-04", until: "2026-03-05" }, worker(1))).toMatchObject({
      status: 200,
      body: { absences: [{ sub: "grid-worker-1", from: "2026-03-04", until: "2026-03-05" }] },
    });
    expect([await there(), await there("2026-03-03")]).toEqual(["grid-worker-1 a", "grid-worker-1 a"]);
    expect([await there("2026-03-04"), await there("2026-03-05")]).toEqual(["grid-worker-2 b", "grid-worker-2 b"]);
    expect([await there("2026-03-06"), await there("2026-03-01")]).toEqual(["grid-worker-1 a", undefined]);
  });

  test("both away: nobody, its matters go to the dispatcher", async () => {
    const { post, there, postA } = await aTownWithPosts();
    await post(`${postA}/mark-absent`, { from: monday, until: monday });
    await post(`/posts/${eastStreet}-b/mark-absent`, { from: monday, until: monday });
    expect([await there(), await there("2026-03-03")]).toEqual([undefined, "grid-worker-1 a"]);
  });

  test("one who comes back early is there from that day on", async () => {
    const { post, there, postA } = await aTownWithPosts();
    await post(`${postA}/mark-absent`, { from: monday, until: "2026-03-06" }, worker(1));
    expect(await post(`${postA}/mark-back`, { on: "2026-03-04" }, worker(1))).toMatchObject({
      body: { absences: [{ until: "2026-03-03" }] },
    });
    expect([await there("2026-03-03"), await there("2026-03-04")]).toEqual(["grid-worker-2 b", "grid-worker-1 a"]);
    expect(await post(`${postA}/mark-back`, { on: "2026-03-04" }, worker(1))).toMatchObject({
      status: 409,
      body: { code: "grid-events.not-absent" },
    });
    await post(`${postA}/mark-back`, { on: monday }, theDispatcher);
    expect(await there()).toBe("grid-worker-1 a");
  });

  test("a worker says of himself alone that he is away or back; dispatcher and leader of anybody", async () => {
    const { post, postA } = await aTownWithPosts();
    const days = { from: monday, until: "2026-03-03" };
    expect(await post(`${postA}/mark-absent`, days, worker(2))).toMatchObject({
      status: 403,
      body: { code: "grid-events.not-your-post" },
    });
    expect((await post(`${postA}/mark-absent`, days, theLeader)).status).toBe(200);
    expect(await post(`${postA}/mark-back`, { on: monday }, worker(2))).toMatchObject({
      status: 403,
      body: { code: "grid-events.not-your-post" },
    });
    expect((await post(`${postA}/relieve`, { last: monday }, worker(1))).status).toBe(403);
  });

  test("absences do not overlap, do not begin in the past, and do not end before they begin", async () => {
    const { post, postA } = await aTownWithPosts();
    const away = (from: string, until: string) => post(`${postA}/mark-absent`, { from, until }, worker(1));
    expect(await away("2026-03-01", monday)).toMatchObject({ status: 422, body: { code: "grid-events.day-past" } });
    expect(await away("2026-03-04", "2026-03-03")).toMatchObject({ body: { code: "grid-events.period-inverted" } });
    expect((await away("2026-03-04", "2026-03-06")).status).toBe(200);
    expect(await away("2026-03-06", "2026-03-08")).toMatchObject({ body: { code: "grid-events.absent-already" } });
    expect((await away("2026-03-07", "2026-03-08")).status).toBe(200);
  });

  test("a successor begins on his day; the predecessor's last day is the day before", async () => {
    const { assign, there, get, postA } = await aTownWithPosts();
    expect((await assign(eastStreet, "a", "grid-worker-3", "2026-03-05")).status).toBe(201);
    expect([await there("2026-03-04"), await there("2026-03-05")]).toEqual(["grid-worker-1 a", "grid-worker-3 a"]);
    expect((await get(postA, {}, worker(1))).body).toMatchObject({
      terms: [
        { sub: "grid-worker-1", name: "网格员1号", from: monday, until: "2026-03-04" },
        { sub: "grid-worker-3", from: "2026-03-05" },
      ],
    });
    expect((await assign(eastStreet, "a", "grid-worker-1", "2026-03-04")).status).toBe(201);
    expect([await there("2026-03-04"), await there("2026-03-05")]).toEqual(["grid-worker-1 a", "grid-worker-1 a"]);
  });

  test("one person never holds both posts of a grid on a day", async () => {
    const { assign, post, postA } = await aTownWithPosts();
    expect(await assign(eastStreet, "b", "grid-worker-1")).toMatchObject({
      status: 422,
      body: { code: "grid-events.one-person-on-both-posts" },
    });
    await post(`${postA}/relieve`, { last: "2026-03-04" });
    expect((await assign(eastStreet, "b", "grid-worker-1", "2026-03-04")).status).toBe(422);
    expect((await assign(eastStreet, "b", "grid-worker-1", "2026-03-05")).status).toBe(201);
  });

  test("a post is of a grid on the map of its day, and of one of the staff, from today on", async () => {
    const { assign } = await aTownWithPosts();
    expect(await assign("532302105001999", "a", "grid-worker-3")).toMatchObject({
      body: { code: "grid-events.unknown-grid" },
    });
    expect(await assign(eastStreet, "a", "somebody")).toMatchObject({ body: { code: "grid-events.unknown-worker" } });
    expect(await assign(eastStreet, "a", "grid-worker-3", "2026-03-01")).toMatchObject({
      body: { code: "grid-events.day-past" },
    });
    expect(await assign(eastStreet, "a", "grid-worker-1", "2026-03-09")).toMatchObject({
      status: 409,
      body: { code: "grid-events.holds-it-already" },
    });
  });

  test("a term ends with its last day; a vacant post has nobody to relieve and nobody away", async () => {
    const { post, there, postA, assign } = await aTownWithPosts();
    expect(await post(`${postA}/relieve`, { last: "2026-03-01" })).toMatchObject({
      body: { code: "grid-events.day-past" },
    });
    expect((await post(`${postA}/relieve`, { last: "2026-03-03" })).status).toBe(200);
    expect([await there("2026-03-03"), await there("2026-03-04")]).toEqual(["grid-worker-1 a", "grid-worker-2 b"]);
    expect(await post(`${postA}/mark-absent`, { from: "2026-03-04", until: "2026-03-04" })).toMatchObject({
      status: 409,
      body: { code: "grid-events.post-vacant" },
    });
    await assign(eastStreet, "a", "grid-worker-3", "2026-03-09");
    expect(await post(`${postA}/relieve`, { last: "2026-03-08" })).toMatchObject({
      body: { code: "grid-events.ends-before-it-begins" },
    });
  });

  test("relieved yesterday: vacant today", async () => {
    const { post, postA, runtime } = await aTownWithPosts();
    await post(`${postA}/relieve`, { last: monday });
    runtime.setClock("2026-03-03T02:00:00.000Z");
    expect(await post(`${postA}/relieve`, { last: "2026-03-03" })).toMatchObject({
      status: 409,
      body: { code: "grid-events.post-vacant" },
    });
  });

  test("the posts are listed, those of one worker are found, and the history holds all of it", async () => {
    const { get, postA } = await aTownWithPosts();
    expect((await get("/posts", {}, worker(3))).body.items).toMatchObject([{ post: "a" }, { post: "b" }]);
    const { body } = await get("/workers", { worker: "grid-worker-1" }, theDispatcher);
    expect(body.items).toMatchObject([{ grid: eastStreet, worker: { name: "网格员1号", post: "a" } }]);
    expect((await get(`${postA}/history`, {}, worker(1))).body).toMatchObject({
      events: [{ type: "grid-events.grid-post.assigned", data: { sub: "grid-worker-1" } }],
    });
  });
});
