import { createHash } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import * as z from "zod";
import { picture } from "../../../services/grid-events/pictures/domain/decider.ts";
import { cleanedKey, sentKey } from "../../../services/grid-events/pictures/domain/picture.ts";
import { releasedPicture } from "../../../services/grid-events/pictures/index.ts";
import { gridEvents } from "../../../services/grid-events/service.ts";
import type { Actor } from "../../../shared/decider/index.ts";
import { clockworkFor } from "../../../shared/service/index.ts";
import { aPhoto, bytesOf } from "../../support/pictures.ts";
import { deliverAllOf } from "../../support/reacting.ts";
import { aGridTown, eastStreet, theDispatcher, theLeader, worker } from "../grid-town.ts";

const place = { lng: 101.97, lat: 25.125 };
const villager: Actor = { sub: "resident-1", name: "村民", roles: ["resident"] };
const stranger: Actor = { sub: "resident-2", name: "别人", roles: ["resident"] };
const officer: Actor = { sub: "officer-1", name: "执法一号", roles: ["officer"], office: "enforcement-team" };
const digestOf = (content: Uint8Array) => createHash("sha256").update(content).digest("hex");
const said = (content: Uint8Array, type = "image/jpeg") => ({
  ...{ type, bytes: content.length, sha256: digestOf(content) },
});
const some = z.looseObject({ id: z.string() });

type Town = Awaited<ReturnType<typeof aTown>>;
async function aTown() {
  const town = aGridTown();
  await town.adopt("2026-03-02");
  await town.assign(eastStreet, "a", "grid-worker-1");
  const report = async (pictures: readonly Uint8Array[], more: object = {}, by: Actor = villager) => {
    const matter = { place, address: "东街1号", category: "street-light", urgency: "ordinary", text: "路灯不亮" };
    return some.parse((await town.post("/events", { ...matter, pictures: pictures.map(digestOf), ...more }, by)).body)
      .id;
  };
  const announce = (event: string, content: Uint8Array, by: Actor = villager, more: object = {}) =>
    town.post("/pictures", { event, ...said(content), ...more }, by);
  const lay = (id: string, content: Uint8Array, attempt = 1, type = "image/jpeg") =>
    town.runtime.files.put(sentKey({ id, attempt }), content, type);
  const send = async (event: string, content: Uint8Array, by: Actor = villager) => {
    const { id } = some.parse((await announce(event, content, by)).body);
    await lay(id, content);
    expect((await town.post(`/pictures/${id}/complete`, {}, by)).status).toBe(200);
    return id;
  };
  const settle = () => deliverAllOf(town.heard, gridEvents, gridEvents.subscriptions, town.runtime);
  const view = async (event: string, by: Actor = theDispatcher) =>
    z.looseObject({}).parse((await town.get(`/events/${event}`, {}, by)).body);
  const codeOf = (answer: { readonly body: unknown }) => z.looseObject({ code: z.string() }).parse(answer.body).code;
  return { ...town, report, announce, lay, send, settle, view, codeOf };
}

let town: Town;
beforeAll(async () => {
  town = await aTown();
});
const photo = (name: string) => aPhoto(`secret-${name}`);

describe("G2: the file of a picture follows its digest", () => {
  test("2 of 3 received: the matter shows how many are there, and which follow still", async () => {
    const [one, two, three] = [photo("1"), photo("2"), photo("3")];
    const event = await town.report([one, two, three]);
    expect(await town.view(event)).toMatchObject({ received: { named: 3, there: 0 } });
    await town.send(event, one);
    await town.send(event, two, theDispatcher);
    expect(await town.view(event)).toMatchObject({ received: { named: 3, there: 2, missing: [digestOf(three)] } });
    expect((await town.get(`/events/${event}/pictures`, {}, villager)).body).toMatchObject({
      ...{ named: 3, there: 2 },
      pictures: [{ of: "before", status: "received", orientation: 6 }, { status: "received" }, { status: "named" }],
    });
  });

  test("a matter without pictures shows none", async () => {
    expect(await town.view(await town.report([]))).not.toHaveProperty("received");
  });

  test("announced again after a cut it goes on, in the same place; what is there is not sent again", async () => {
    const one = photo("again");
    const event = await town.report([one]);
    const first = some.parse((await town.announce(event, one)).body);
    const again = some.parse((await town.announce(event, one, theDispatcher)).body);
    expect([again.id, again.status, again.upload]).toMatchObject([first.id, "announced", { method: "PUT" }]);
    await town.lay(first.id, one);
    await town.post(`/pictures/${first.id}/complete`, {}, villager);
    const there = some.parse((await town.announce(event, one)).body);
    expect([there.id, there.status, there.upload]).toEqual([first.id, "received", undefined]);
    expect(town.codeOf(await town.post(`/pictures/${first.id}/complete`, {}, villager))).toBe(
      "grid-events.picture-not-in-this-state",
    );
  });

  test("only what the matter names, of the kinds and sizes of the profile: the largest is taken, one byte more is not", async () => {
    const one = photo("limits");
    const event = await town.report([one]);
    const most = 10_485_760;
    expect(town.codeOf(await town.announce(event, photo("other")))).toBe("grid-events.picture-not-named");
    expect(town.codeOf(await town.announce(event, one, villager, { type: "image/heic" }))).toBe(
      "grid-events.picture-type",
    );
    expect(town.codeOf(await town.announce(event, one, villager, { bytes: most + 1 }))).toBe(
      "grid-events.picture-too-large",
    );
    expect((await town.announce(event, one, villager, { bytes: most })).status).toBe(200);
    expect(town.codeOf(await town.announce(event, one))).toBe("grid-events.picture-other");
  });

  test("what came is compared: nothing, another file, no whole picture", async () => {
    const [one, cut] = [photo("compared"), photo("cut").subarray(0, 60)];
    const event = await town.report([one, cut]);
    const { id } = some.parse((await town.announce(event, one)).body);
    const complete = async (of: string) => town.codeOf(await town.post(`/pictures/${of}/complete`, {}, villager));
    expect(await complete(id)).toBe("grid-events.picture-not-sent");
    await town.lay(id, photo("compared, and another one"));
    expect(await complete(id)).toBe("grid-events.picture-other");
    const half = some.parse((await town.announce(event, cut)).body);
    await town.lay(half.id, cut);
    expect(await complete(half.id)).toBe("grid-events.picture-unreadable");
    const text = bytesOf("no picture at all");
    const other = await town.report([text]);
    const disguised = some.parse((await town.announce(other, text)).body);
    await town.lay(disguised.id, text);
    expect(await complete(disguised.id)).toBe("grid-events.picture-unreadable");
    expect(await town.view(event)).toMatchObject({ received: { there: 0 } });
  });

  test("who may not read the matter finds neither it nor its pictures", async () => {
    const one = photo("stranger");
    const event = await town.report([one]);
    expect((await town.announce(event, one, stranger)).status).toBe(404);
    const id = await town.send(event, one);
    for (const verb of ["download", "complete"])
      expect((await town.post(`/pictures/${id}/${verb}`, {}, stranger)).status).toBe(404);
    expect((await town.get(`/pictures/${id}`, {}, officer)).status).toBe(404);
    expect((await town.get(`/events/${event}/pictures`, {}, stranger)).status).toBe(404);
  });

  test("of a sensitive category only those see it who see its place; a reporter sees his own and not the one after", async () => {
    const [before, after] = [photo("child"), photo("child after")];
    const event = await town.report([before], { category: "minor-alone", urgency: "urgent" }, worker(1));
    const id = await town.send(event, before, worker(1));
    expect((await town.get(`/pictures/${id}`, {}, worker(1))).status).toBe(200);
    for (const by of [theLeader, worker(3)]) expect((await town.get(`/pictures/${id}`, {}, by)).status).toBe(404);
    const light = await town.report([before]);
    for (const verb of ["accept", "handle-here"]) await town.post(`/events/${light}/${verb}`, {}, worker(1));
    const proof = { pictures: [digestOf(after)] };
    await town.post(`/events/${light}/close-here`, { outcome: "已换灯泡", proof }, worker(1));
    const done = await town.send(light, after, worker(1));
    expect((await town.get(`/pictures/${done}`, {}, villager)).status).toBe(404);
    expect((await town.get(`/pictures/${done}`, {}, theLeader)).status).toBe(200);
    const his = await town.send(light, before);
    expect((await town.get(`/pictures/${his}`, {}, villager)).body).toMatchObject({ status: "received" });
  });
});

describe("P-6: nobody reads what a picture tells besides", () => {
  test("it is kept cleaned; as it was sent it is erased; where and when it was taken is told for a reason, on record", async () => {
    const one = photo("cleaned");
    const event = await town.report([one]);
    const id = await town.send(event, one);
    expect(await town.settle()).toEqual([]);
    expect(await town.runtime.files.get(sentKey({ id, attempt: 1 }))).toBeUndefined();
    const kept = Buffer.from((await town.runtime.files.get(cleanedKey({ id, attempt: 1 }))) ?? []).toString("latin1");
    expect(kept).not.toMatch(/Exif|secret|2026:03:02|xmpmeta/);
    const answer = await town.post(`/pictures/${id}/download`, {}, theLeader);
    expect(answer.body).toMatchObject({ download: { url: expect.stringContaining("pictures/cleaned") } });
    for (const seen of [answer, await town.get(`/pictures/${id}`, {}, theDispatcher)])
      expect(JSON.stringify(seen.body)).not.toMatch(/10:00:00|101\.9|resident-1/);
    const reason = "核实拍摄地点";
    expect((await town.post(`/pictures/${id}/disclose`, { reason }, theDispatcher)).body).toEqual({
      ...{ id, version: 4 },
      origin: { at: "2026-03-02T10:00:00", place: { lng: 101 + 55 / 60, lat: 25.15 } },
    });
    expect((await town.post(`/pictures/${id}/disclose`, {}, theDispatcher)).status).toBe(400);
    expect((await town.post(`/pictures/${id}/disclose`, { reason }, worker(1))).status).toBe(403);
    const history = JSON.stringify((await town.get(`/pictures/${id}/history`, {}, theLeader)).body);
    expect(history).toContain("grid-events.picture.fetched");
    expect(history).not.toMatch(/resident-1|10:00:00/);
  });

  test("P-1: who is named for the matter never reads where it was taken, not as a dispatcher either", async () => {
    const one = photo("handler");
    const event = await town.report([one]);
    const id = await town.send(event, one);
    for (const verb of ["accept", "file"]) await town.post(`/events/${event}/${verb}`, {}, theDispatcher);
    await town.post(`/events/${event}/dispatch`, { unit: "service-centre", person: theDispatcher.sub }, theDispatcher);
    const answer = await town.post(`/pictures/${id}/disclose`, { reason: "核实拍摄地点" }, theDispatcher);
    expect([answer.status, town.codeOf(answer)]).toEqual([403, "grid-events.picture-not-for-you"]);
  });

  test("a reporter who looks at his own picture leaves no trace of it", async () => {
    const one = photo("trace");
    const id = await town.send(await town.report([one]), one);
    await town.post(`/pictures/${id}/download`, {}, villager);
    const events = await town.runtime.store.history(picture, id);
    expect(events.map(({ type }) => type)).toEqual(["grid-events.picture.announced", "grid-events.picture.received"]);
    expect(JSON.stringify(events.map(({ data }) => data))).not.toMatch(/resident-1|25\.15/);
  });

  test("everybody sees it after its release alone, and no longer than that", async () => {
    const one = photo("public");
    const event = await town.report([one]);
    const id = await town.send(event, one);
    const seen = () => town.get(`/released-pictures/${id}`);
    /** G14: what another application reads of it. */
    const requested = async () => String((await town.get(`/open311/v2/requests/${event}.xml`)).body.text);
    expect((await seen()).status).toBe(404);
    expect(await requested()).toContain("<media_url/>");
    await town.post(`/events/${event}/release`, {}, theDispatcher);
    expect((await seen()).status).toBe(404);
    await town.post(`/events/${event}/release`, { pictures: [digestOf(one)] }, theDispatcher);
    expect((await seen()).body).toMatchObject({ id, type: "image/jpeg", orientation: 6 });
    expect(await releasedPicture(town.runtime, event, digestOf(one))).toMatchObject({ id });
    expect(await requested()).toMatch(/<media_url>[^<]*cleaned[^<]+<\/media_url>/);
    await town.post(`/events/${event}/withhold`, {}, theDispatcher);
    expect((await seen()).status).toBe(404);
    expect(await requested()).toContain("<media_url/>");
    expect((await town.get("/released-pictures/nothing")).status).toBe(404);
  });
});

describe("without a name", () => {
  test("the holder of a receipt sends his picture by it; another secret finds nothing", async () => {
    const one = photo("receipt");
    const matter = { place, address: "东街1号", category: "street-light", urgency: "ordinary", text: "路灯不亮" };
    const made = await town.ask({
      ...{ method: "POST", path: "/grid-events/unnamed-reports" },
      body: JSON.stringify({ ...matter, pictures: [digestOf(one)] }),
    });
    const { receipt } = z.looseObject({ receipt: z.string() }).parse(made.body);
    const ask = (verb: string, body: object) =>
      town.ask({ method: "POST", path: `/grid-events/receipts/${verb}`, body: JSON.stringify(body) });
    const wrong = `${receipt.slice(0, -1)}${receipt.endsWith("0") ? "1" : "0"}`;
    for (const verb of ["send-picture", "picture-sent"])
      expect(
        (await ask(verb, { receipt: wrong, ...(verb === "picture-sent" ? { sha256: digestOf(one) } : said(one)) }))
          .status,
      ).toBe(404);
    expect((await ask("send-picture", { receipt, ...said(one) })).body).toMatchObject({ upload: { method: "PUT" } });
    const [event = ""] = receipt.split("-");
    expect(await ask("picture-sent", { receipt, sha256: digestOf(one) })).toMatchObject({ status: 409 });
    const named = z
      .object({ pictures: z.array(z.looseObject({ id: z.string() })) })
      .parse((await town.get(`/events/${event}/pictures`, {}, theDispatcher)).body);
    await town.lay(named.pictures[0]?.id ?? "", one);
    expect((await ask("picture-sent", { receipt, sha256: digestOf(one) })).body).toEqual({
      version: 2,
      status: "received",
    });
    expect(await town.view(event)).toMatchObject({ received: { named: 1, there: 1 } });
  });
});

describe("G2: pictures after that do not follow", () => {
  const closedWith = async (content: Uint8Array) => {
    const event = await town.report([]);
    for (const verb of ["accept", "handle-here"]) await town.post(`/events/${event}/${verb}`, {}, worker(1));
    const proof = { pictures: [digestOf(content)] };
    await town.post(`/events/${event}/close-here`, { outcome: "已换灯泡", proof }, worker(1));
    return event;
  };

  test("in 72 hours they are in time; else another person looks at the place, without a lot; then they are late", async () => {
    const [late, inTime] = [photo("late"), photo("in time")];
    const [one, other] = [await closedWith(late), await closedWith(inTime)];
    expect(await town.view(one)).toMatchObject({ status: "closed", picturesDue: "2026-03-05T02:00:00.000Z" });
    town.runtime.setClock("2026-03-05T01:59:59.999Z");
    await clockworkFor(gridEvents, town.runtime)();
    expect(await town.view(one)).not.toHaveProperty("unproved");
    await town.send(other, inTime, worker(1));
    town.runtime.setClock("2026-03-05T02:00:00.000Z");
    await clockworkFor(gridEvents, town.runtime)();
    expect(await town.view(one)).toMatchObject({ unproved: true, sample: { drawn: true } });
    expect(await town.view(other)).not.toHaveProperty("unproved");
    const waiting = z
      .object({ items: z.array(some) })
      .parse((await town.get("/events", { sample: "true" }, theLeader)).body);
    expect(waiting.items.map(({ id }) => id)).toContain(one);
    await town.send(one, late, worker(1));
    expect(await town.view(one)).not.toHaveProperty("unproved");
    expect(await town.view(one)).toMatchObject({ sample: { drawn: true } });
  });

  test("an announced picture that does not come is dropped, and may be announced anew", async () => {
    const one = photo("dropped");
    const event = await town.report([one]);
    const { id } = some.parse((await town.announce(event, one)).body);
    await town.lay(id, one);
    town.runtime.setClock("2026-03-09T02:00:00.000Z");
    await clockworkFor(gridEvents, town.runtime)();
    expect((await town.get(`/pictures/${id}`, {}, villager)).body).toMatchObject({ status: "unfinished" });
    await town.settle();
    expect(await town.runtime.files.get(sentKey({ id, attempt: 1 }))).toBeUndefined();
    expect((await town.announce(event, one)).body).toMatchObject({ id, status: "announced" });
    await town.lay(id, one, 2);
    expect((await town.post(`/pictures/${id}/complete`, {}, villager)).body).toMatchObject({ status: "received" });
  });
});

describe("G2: a split takes along the pictures chosen for the part", () => {
  const part = { category: "litter", urgency: "ordinary", text: "路灯下有垃圾" };
  const partsOf = z.looseObject({ parts: z.array(z.string()) });

  test("those that are there, and those that come later; the others stay, and none that the whole does not have", async () => {
    const { report, send, settle, view, post, get, codeOf, runtime } = await aTown();
    const [lamp, litter, late] = [photo("lamp"), photo("litter"), photo("late")];
    const whole = await report([lamp, litter, late]);
    await send(whole, lamp);
    const first = await send(whole, litter);
    await settle();
    await post(`/events/${whole}/accept`, {}, worker(1));
    const split = (pictures: readonly Uint8Array[]) =>
      post(`/events/${whole}/split`, { ...part, pictures: pictures.map(digestOf) }, worker(1));
    expect(codeOf(await split([litter, photo("foreign")]))).toBe("grid-events.picture-unknown");
    const [child = ""] = partsOf.parse((await split([litter, late])).body).parts;
    expect(await view(child)).toMatchObject({ pictures: [digestOf(litter), digestOf(late)], received: { there: 0 } });
    await settle();
    await settle();
    expect(await view(child)).toMatchObject({ received: { named: 2, there: 1, missing: [digestOf(late)] } });
    expect(await view(whole)).toMatchObject({ received: { named: 3, there: 2 } });
    await send(whole, late);
    await settle();
    expect(await view(child)).toMatchObject({ received: { named: 2, there: 2 } });
    const shown = z
      .object({ pictures: z.array(z.object({ id: z.string(), status: z.string(), orientation: z.int().optional() })) })
      .parse((await get(`/events/${child}/pictures`, {}, theDispatcher)).body).pictures;
    expect(shown).toMatchObject([
      { status: "received", orientation: 6 },
      { status: "received", orientation: 6 },
    ]);
    // Each goes with its own matter: the file of the whole may go.
    await runtime.files.remove(cleanedKey({ id: first, attempt: 1 }));
    const kept = await runtime.files.get(cleanedKey({ id: shown[0]?.id ?? "", attempt: 1 }));
    expect(kept?.length).toBeGreaterThan(0);
  });

  test("a part for which none is chosen has none", async () => {
    const { report, send, settle, view, post } = await aTown();
    const lamp = photo("alone");
    const whole = await report([lamp]);
    await send(whole, lamp);
    await post(`/events/${whole}/accept`, {}, worker(1));
    const [child = ""] = partsOf.parse((await post(`/events/${whole}/split`, part, worker(1))).body).parts;
    await settle();
    expect(await view(child)).toMatchObject({ pictures: [] });
  });
});
