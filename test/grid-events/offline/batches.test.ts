import { describe, expect, test } from "vitest";
import { theDispatcher, worker } from "../grid-town.ts";
import { aDay, anOfflineTown, entry, light, monday, proof } from "./offline-town.ts";

const results = (entries: readonly { readonly result: string }[]) => entries.map(({ result }) => result);
const base = { event: "", version: 1 };

describe("G2: what a worker wrote without a network", () => {
  test("a day in the mountains is carried out in the order of its sequence, through the rules of matters", async () => {
    const { send, matter } = await anOfflineTown();
    const told = await send(aDay("mountain").toReversed());
    expect(results(told)).toEqual(["done", "done", "done", "done"]);
    expect(await matter(told[0]?.event)).toMatchObject({ status: "closed", from: "worker", outcome: "已换灯泡" });
    expect(new Set(told.map(({ event }) => event)).size).toBe(1);
  });

  test("sent again it is answered as repeated, and the answer can be fetched by the id the client made", async () => {
    const { send, get, matters } = await anOfflineTown();
    const first = await send(aDay("again"));
    expect(results(await send(aDay("again")))).toEqual(["repeated", "repeated", "repeated", "repeated"]);
    expect(await matters()).toHaveLength(1);
    const { body } = await get("/offline-entries", { entry: "again-close" }, worker(1));
    expect(body.items).toMatchObject([{ entry: "again-close", status: "done", event: first[3]?.event }]);
    const read = await get(`/offline-entries/${first[0]?.record}`, {}, worker(1));
    expect(read.body).toMatchObject({ status: "done", does: "report", eventVersion: 1 });
  });

  test("the same id with another body is refused; the first one stays", async () => {
    const { send, matter } = await anOfflineTown();
    const [first] = await send([entry("one-and-same", 1, "report", { body: light })]);
    const [second] = await send([entry("one-and-same", 1, "report", { body: { ...light, text: "井盖丢失" } })]);
    expect(second).toMatchObject({ result: "refused", code: "grid-events.entry-id-reused" });
    expect(await matter(first?.event)).toMatchObject({ text: "路灯不亮" });
  });

  test("the same id of another person is another entry, and nobody sees that of another login", async () => {
    const { send, get, matters } = await anOfflineTown();
    const [mine] = await send([entry("shared-phone", 1, "report", { body: light })]);
    const [his] = await send([entry("shared-phone", 1, "report", { body: light })], worker(2));
    expect(his).toMatchObject({ result: "done" });
    expect(his?.event).not.toBe(mine?.event);
    expect((await get(`/offline-entries/${mine?.record}`, {}, worker(2))).status).toBe(404);
    const { body } = await get("/offline-entries", {}, worker(2));
    expect(body.items).toMatchObject([{ id: his?.record }]);
    const [based] = await send([entry("his-accept", 2, "accept", { basedOn: { entry: "mine-only-1" } })], worker(2));
    expect(based).toMatchObject({ result: "waiting", waitsFor: "mine-only-1" });
    expect(await matters()).toEqual([]);
  });

  test("an entry waits for the one it builds on, and goes on when that one comes", async () => {
    const { send, matter } = await anOfflineTown();
    const [report, ...rest] = aDay("late-base");
    expect(results(await send(rest))).toEqual(["waiting", "waiting", "waiting"]);
    const [told] = await send([report]);
    expect(told).toMatchObject({ result: "done" });
    expect(await matter(told?.event)).toMatchObject({ status: "closed" });
    expect(results(await send(rest))).toEqual(["repeated", "repeated", "repeated"]);
  });

  test("an entry that builds on one further on in its batch is answered as it is after the batch", async () => {
    const { send } = await anOfflineTown();
    const told = await send([
      entry("built-on-later", 1, "accept", { basedOn: { entry: "comes-later" } }),
      entry("comes-later", 2, "report", { body: light }),
    ]);
    expect(results(told)).toEqual(["done", "done"]);
  });

  test("a bad entry holds up no other, and is corrected by a new one that names it", async () => {
    const { send, matter } = await anOfflineTown();
    const [report, , handle, close] = aDay("bad-one");
    const told = await send([
      entry("bad-one-report", 1, "report", { body: { ...light, category: "no-such" } }),
      { id: "unreadable-1", sequence: 2 },
      { nothing: "at all" },
      ...[5, "写坏了", null, []],
      entry("good-report", 3, "report", { body: light }),
      entry("bad-one-accept", 4, "accept", { basedOn: { entry: "bad-one-report" } }),
      handle,
      close,
    ]);
    expect(told).toMatchObject([
      { result: "refused", code: "grid-events.unknown-category" },
      { result: "refused", code: "grid-events.entry-unreadable", id: "unreadable-1" },
      ...Array.from({ length: 5 }, () => ({ result: "refused", code: "grid-events.entry-unreadable" })),
      { result: "done" },
      { result: "waiting", waitsFor: "bad-one-report" },
      { result: "waiting" },
      { result: "waiting" },
    ]);
    const corrected = await send([{ ...report, id: "corrected-1", sequence: 9, corrects: "bad-one-report" }]);
    expect(corrected).toMatchObject([{ result: "done" }]);
    expect(await matter(corrected[0]?.event)).toMatchObject({ status: "closed" });
    const again = await send([{ ...report, id: "corrected-2", sequence: 10, corrects: "bad-one-report" }]);
    expect(again).toMatchObject([{ result: "refused", code: "grid-events.already-corrected" }]);
    expect(await send([{ ...report, id: "corrected-3", sequence: 11, corrects: "good-report" }])).toMatchObject([
      { result: "refused", code: "grid-events.correction-of-answered" },
    ]);
  });

  test("what builds on an entry that its writer gave up is refused", async () => {
    const { send } = await anOfflineTown();
    await send([entry("to-give-up", 1, "report", { body: { ...light, category: "no-such" } })]);
    const accept = entry("on-given-up", 2, "accept", { basedOn: { entry: "to-give-up" } });
    expect(await send([accept])).toMatchObject([{ result: "waiting" }]);
    expect(await send([entry("give-it-up", 3, "drop", { corrects: "to-give-up" })])).toMatchObject([
      { result: "done" },
    ]);
    expect(await send([accept])).toMatchObject([{ result: "refused", code: "grid-events.base-dropped" }]);
  });

  test("entries that wait for each other in a circle are all refused, and one correction of them lets the others go on", async () => {
    const { send } = await anOfflineTown();
    const circle = [
      entry("round-one", 1, "accept", { basedOn: { entry: "round-two" } }),
      entry("round-two", 2, "handle-here", { basedOn: { entry: "round-one" } }),
    ];
    const refused = { result: "refused", code: "grid-events.entries-in-circle" };
    expect(await send(circle)).toMatchObject([refused, refused]);
    expect(await send(circle)).toMatchObject([refused, refused]);
    const [waits] = await send([entry("waits-for-it", 3, "close-here", { basedOn: { entry: "round-two" } })]);
    expect(waits).toMatchObject({ result: "waiting", waitsFor: "round-two" });
    const mended = [
      entry("a-report", 4, "report", { body: light }),
      entry("mended-one", 5, "accept", { basedOn: { entry: "a-report" }, corrects: "round-one" }),
      entry("mended-two", 6, "handle-here", { basedOn: { entry: "round-one" }, corrects: "round-two" }),
    ];
    expect(results(await send(mended))).toEqual(["done", "done", "done"]);
    const other = [
      entry("corrects-two", 7, "report", { body: light, corrects: "corrects-one" }),
      entry("corrects-one", 8, "report", { body: light, corrects: "corrects-two" }),
    ];
    await send(other);
    expect(await send(other)).toMatchObject([refused, refused]);
  });

  test("an entry that names no basis, itself, or a version that never was is refused", async () => {
    const { send } = await anOfflineTown();
    const [made] = await send([entry("for-bases", 1, "report", { body: light })]);
    expect(
      await send([
        entry("without-base", 2, "accept"),
        entry("names-itself", 3, "accept", { basedOn: { entry: "names-itself" } }),
        entry("future-version", 4, "accept", { basedOn: { ...base, event: made?.event, version: 7 } }),
        entry("unknown-event", 5, "accept", { basedOn: { ...base, event: "0000000000000000" } }),
      ]),
    ).toMatchObject([
      { result: "refused", code: "grid-events.base-missing" },
      { result: "refused", code: "grid-events.entry-unreadable" },
      { result: "refused", code: "grid-events.base-unknown" },
      { result: "refused", code: "resource.not-found" },
    ]);
  });
});

describe("G2: a command that no longer fits", () => {
  test("closed by another meanwhile: refused, kept as a note with how the matter is now; nothing is overwritten", async () => {
    const { send, get, post, matter } = await anOfflineTown();
    const [made] = await send([entry("meanwhile-1", 1, "report", { body: light })]);
    const event = made?.event ?? "";
    await post(`/events/${event}/accept`, {}, worker(1));
    const handle = entry("meanwhile-2", 2, "handle-here", { basedOn: { event, version: 2 } });
    for (const verb of ["handle-here"]) await post(`/events/${event}/${verb}`, {}, theDispatcher);
    await post(`/events/${event}/close-here`, { outcome: "已换灯泡", proof }, theDispatcher);
    const [told] = await send([handle]);
    expect(told).toMatchObject({
      result: "refused",
      code: "grid-events.changed-since",
      present: { status: "closed", version: 4, round: 1 },
    });
    expect(await matter(event)).toMatchObject({ status: "closed", version: 4 });
    const note = await get(`/offline-entries/${told?.record}`, {}, worker(1));
    expect(note.body).toMatchObject({ status: "refused", present: { status: "closed" } });
    expect(String(note.body.said)).toContain("handle-here");
  });

  test("a matter closed and taken up again looks the same, and is another round: what was written before is refused", async () => {
    const { send, post } = await anOfflineTown();
    const [made] = await send([entry("round-one", 1, "report", { body: light })]);
    const event = made?.event ?? "";
    const act = (verb: string, body: object = {}) => post(`/events/${event}/${verb}`, body, theDispatcher);
    await act("accept");
    await act("handle-here");
    await act("close-here", { outcome: "已换灯泡", proof });
    await act("reopen", { reasons: "又坏了" });
    const [told] = await send([entry("of-round-one", 2, "handle-here", { basedOn: { event, version: 2 } })]);
    expect(told).toMatchObject({ code: "grid-events.changed-since", present: { status: "accepted", round: 2 } });
    const [now] = await send([entry("of-round-two", 3, "handle-here", { basedOn: { event, version: 5 } })]);
    expect(now).toMatchObject({ result: "done" });
  });

  test("what only a reader or a clock added since changes nothing for it", async () => {
    const { send, post } = await anOfflineTown();
    const made = await post(
      "/events",
      { ...light, from: "hotline", caller: { name: "张三", phone: "13812345678" } },
      theDispatcher,
    );
    const event = String(made.body.id);
    await post(`/events/${event}/disclose`, { reason: "回访来电人" }, theDispatcher);
    const [told] = await send([entry("read-since", 1, "accept", { basedOn: { event, version: 1 } })]);
    expect(told).toMatchObject({ result: "done", eventVersion: 3 });
  });
});

describe("G2: whose entries, and from when they count", () => {
  test("the term runs from the receipt, and a wrong clock is marked; it decides nothing", async () => {
    const { send, matter } = await anOfflineTown();
    const told = await send(
      [
        entry("wrong-clock-1", 1, "report", { body: light, madeAt: "2031-01-01T00:00:00.000Z" }),
        entry("wrong-clock-2", 2, "accept", {
          basedOn: { entry: "wrong-clock-1" },
          madeAt: "2020-01-01T00:00:00.000Z",
        }),
      ],
      worker(1),
      { sentAt: "2026-03-02T02:10:00.000Z" },
    );
    expect(told).toMatchObject([
      { result: "done", skewed: true, skewMinutes: 10 },
      { result: "done", skewed: true },
    ]);
    expect(await matter(told[0]?.event)).toMatchObject({
      reportedAt: "2026-03-02T02:00:00.000Z",
      acceptedAt: "2026-03-02T02:00:00.000Z",
    });
    const [right] = await send([entry("right-clock", 3, "report", { body: light })], worker(1), {
      sentAt: "2026-03-02T02:09:00.000Z",
    });
    expect(right).toMatchObject({ skewed: false, skewMinutes: 9 });
    const sentAt = "2026-03-02T01:59:59.000Z";
    const [fresh] = await send([entry("just-now-1", 4, "report", { body: light, madeAt: sentAt })], worker(1), {
      sentAt,
    });
    expect(fresh).toMatchObject({ skewed: false, skewMinutes: 0 });
  });

  test.each([
    ["2026-03-06", "done"],
    ["2026-03-07", "refused"],
  ])("written on the post that he left on Tuesday, sent on %s with three days of grace: %s", async (day, result) => {
    const { send, post, runtime } = await anOfflineTown();
    const [made] = await send([entry("before-leaving", 1, "report", { body: light })]);
    await post("/posts/532302105001001-a/relieve", { last: "2026-03-03" }, theDispatcher);
    const accept = entry("on-the-post", 2, "accept", { basedOn: { event: made?.event, version: 1 } });
    runtime.setClock(`${day}T02:00:00.000Z`);
    const [told] = await send([accept]);
    expect(told?.result).toBe(result);
    if (result === "refused") expect(told?.code).toBe("grid-events.not-your-grid");
  });

  test("written after he left it does not count, within the grace too", async () => {
    const { send, post, runtime } = await anOfflineTown();
    const [made] = await send([entry("after-leaving", 1, "report", { body: light })]);
    await post("/posts/532302105001001-a/relieve", { last: monday }, theDispatcher);
    runtime.setClock("2026-03-04T02:00:00.000Z");
    const later = { basedOn: { event: made?.event, version: 1 }, madeAt: "2026-03-03T02:00:00.000Z" };
    expect(await send([entry("too-late-now", 2, "accept", later)])).toMatchObject([
      { code: "grid-events.not-your-grid" },
    ]);
  });

  test("only workers send, and as workers: another role of the same person opens nothing", async () => {
    const { raw, send } = await anOfflineTown();
    expect((await raw([entry("no-worker-1", 1, "report", { body: light })], theDispatcher)).status).toBe(403);
    const both = { ...worker(3), roles: ["grid-worker", "dispatcher"] as const };
    const [made] = await send([entry("of-worker-1", 1, "report", { body: light })]);
    expect(
      await send([entry("as-dispatcher", 1, "accept", { basedOn: { event: made?.event, version: 1 } })], both),
    ).toMatchObject([{ result: "refused", code: "grid-events.not-your-grid" }]);
  });
});

describe("G2: what a batch holds", () => {
  test("as many entries as the profile allows; one more is told how to split", async () => {
    const { raw } = await anOfflineTown();
    const many = (count: number) => Array.from({ length: count }, (_none, at) => ({ id: `many-of-them-${at}` }));
    expect((await raw(many(50))).status).toBe(200);
    expect(await raw(many(101))).toMatchObject({
      status: 413,
      body: { code: "grid-events.batch-too-large", details: { entries: 50, each: 50, batches: 3 } },
    });
  });

  test("as many bytes as the profile allows", async () => {
    const { raw } = await anOfflineTown();
    const long = Array.from({ length: 3 }, (_none, at) => ({ id: `long-entry-${at}`, note: "x".repeat(70_000) }));
    expect((await raw(long.slice(0, 2))).status).toBe(200);
    expect(await raw(long)).toMatchObject({ status: 413, body: { details: { each: 2, batches: 2 } } });
  });

  test("a schema that is not known is refused, and the ids stay free", async () => {
    const { send } = await anOfflineTown();
    const report = entry("newer-schema", 1, "report", { body: light });
    expect(await send([report], worker(1), { schema: 2 })).toMatchObject([{ code: "grid-events.schema-unknown" }]);
    expect(await send([report])).toMatchObject([{ result: "done" }]);
  });
});
