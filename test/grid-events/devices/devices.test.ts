import { beforeAll, describe, expect, test } from "vitest";
import * as z from "zod";
import { device } from "../../../services/grid-events/devices/domain/device-decider.ts";
import { gridEvents } from "../../../services/grid-events/service.ts";
import type { Actor } from "../../../shared/decider/index.ts";
import { clockworkFor } from "../../../shared/service/index.ts";
import { townProfile } from "../../../shared/town/profile.ts";
import { deliverAllOf } from "../../support/reacting.ts";
import { aContext, profile as guangtong } from "../../support/tally-town.ts";
import { aGridTown, theDispatcher, theLeader, worker } from "../grid-town.ts";

const some = z.looseObject({ id: z.string() });
const keyed = z.looseObject({ id: z.string(), key: z.string() });
const items = z.object({ items: z.array(some) });
const villager: Actor = { sub: "resident-1", name: "村民", roles: ["resident"] };
const street = { lng: 101.97, lat: 25.125 };
/** So many metres to the east of a place. */
const east = (metres: number, of = street) => ({ lng: of.lng + metres / 100_600, lat: of.lat });

type Town = Awaited<ReturnType<typeof aTown>>;
async function aTown(profile = guangtong) {
  const town = aGridTown(profile);
  await town.adopt("2026-03-02");
  let now = Date.parse("2026-03-02T02:00:00.000Z");
  /** Each test has hours of its own. */
  const later = (minutes: number) => {
    now += minutes * 60_000;
    town.runtime.setClock(new Date(now).toISOString());
  };
  const register = (place: object = street, more: object = {}, by: Actor = theDispatcher) =>
    town.post("/devices", { name: "烟感1号", kind: "smoke", category: "fire", place, address: "东街1号", ...more }, by);
  const aDevice = async (place?: object, more?: object) => keyed.parse((await register(place, more)).body);
  const say = (
    { id, key }: { readonly id: string; readonly key: string },
    ...messages: readonly (readonly [number, boolean])[]
  ) =>
    town.ask({
      ...{ method: "POST", path: "/grid-events/device-messages" },
      body: JSON.stringify({ device: id, key, messages: messages.map(([serial, alarm]) => ({ serial, alarm })) }),
    });
  const matters = async () => items.parse((await town.get("/events", { status: "reported" }, theLeader)).body).items;
  const matter = async (id: string) => some.parse((await town.get(`/events/${id}`, {}, theDispatcher)).body);
  const settle = () => deliverAllOf(town.heard, gridEvents, gridEvents.subscriptions, town.runtime);
  const codeOf = ({ body, status }: { readonly body: unknown; readonly status: number }) => [
    status,
    z.looseObject({ code: z.string() }).parse(body).code,
  ];
  return { ...town, later, register, aDevice, say, matters, matter, settle, codeOf };
}

let town: Town;
beforeAll(async () => {
  town = await aTown();
});

describe("G4: keys", () => {
  test("a key is shown once, kept as a digest; another one makes it void; a revoked machine is never heard", async () => {
    town.later(60);
    const one = await town.aDevice(east(-5_000));
    const seen = [
      await town.get(`/devices/${one.id}`, {}, theDispatcher),
      await town.get(`/devices/${one.id}/history`, {}, theLeader),
    ];
    const stored = await town.runtime.store.history(device, one.id);
    expect(JSON.stringify([seen.map(({ body }) => body), stored])).not.toContain(one.key);
    expect((await town.say(one, [1, false])).status).toBe(200);
    expect(town.codeOf(await town.say({ ...one, key: `${one.key.slice(0, -1)}_` }, [2, true]))).toEqual([
      ...[401, "grid-events.device-unknown"],
    ]);
    expect((await town.say({ id: "nothing", key: one.key }, [2, true])).status).toBe(401);
    const again = keyed.parse((await town.post(`/devices/${one.id}/change-key`, {}, theDispatcher)).body);
    expect(again.key).not.toBe(one.key);
    expect((await town.say(one, [2, false])).status).toBe(401);
    // With a new key serials begin anew.
    expect((await town.say(again, [1, false])).status).toBe(200);
    await town.post(`/devices/${one.id}/revoke`, { reasons: "已拆除" }, theDispatcher);
    expect((await town.say(again, [2, false])).status).toBe(401);
    expect(town.codeOf(await town.post(`/devices/${one.id}/change-key`, {}, theDispatcher))).toEqual([
      ...[409, "grid-events.device-not-in-this-state"],
    ]);
  });

  test("dispatchers alone register machines, of the profile's kinds and in the town", async () => {
    expect((await town.register(street, {}, theLeader)).status).toBe(403);
    const asked = { type: "revoke", reasons: "已拆除" } as const;
    const one = await town.aDevice(east(-6_000));
    const { state } = (await town.runtime.store.load(device, one.id)) ?? {};
    expect(device.decide(state, asked, { ...aContext(worker(1)), numbers: { take: () => 1 } })).toMatchObject({
      code: "grid-events.device-not-yours",
    });
    expect(town.codeOf(await town.register(street, { kind: "drone" }))).toEqual([
      422,
      "grid-events.unknown-device-kind",
    ]);
    expect(town.codeOf(await town.register({ lng: 120, lat: 30 }))).toEqual([422, "grid-events.outside-the-town"]);
  });
});

describe("G4: a storm is one matter", () => {
  test("1,000 messages of ten machines in a street make one matter with its count, with one write for each machine and window", async () => {
    town.later(60);
    const devices = await Promise.all(Array.from({ length: 10 }, (_none, at) => town.aDevice(east(at * 10))));
    const before = new Set((await town.matters()).map(({ id }) => id));
    for (let batch = 0; batch < 10; batch += 1)
      for (const one of devices)
        await town.say(one, ...Array.from({ length: 10 }, (_none, at) => [batch * 10 + at + 1, true] as const));
    const made = (await town.matters()).filter(({ id }) => !before.has(id));
    expect(made).toHaveLength(1);
    const [{ id } = { id: "" }] = made;
    for (const one of devices) expect(await town.runtime.store.history(device, one.id)).toHaveLength(2);
    town.later(5);
    for (const one of devices) await town.say(one, [101, true]);
    expect(await town.matter(id)).toMatchObject({
      ...{ from: "device", status: "reported", category: "fire" },
      machines: { devices: 10, inAlarm: 10, messages: 1_010, wide: true },
    });
    expect(items.parse((await town.get("/device-alarms", { event: id }, theLeader)).body).items).toMatchObject([
      { status: "raised", event: id },
    ]);
  });

  test("machines of the same instant make one matter; one out of reach, and another category, make their own", async () => {
    town.later(60);
    const from = east(-3_000);
    const [one, two] = [await town.aDevice(from), await town.aDevice(east(190, from))];
    const far = await town.aDevice(east(700, from));
    const water = await town.aDevice(from, { kind: "water-level", category: "flood" });
    const before = (await town.matters()).length;
    const answers = await Promise.all([town.say(one, [1, true]), town.say(two, [1, true])]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    for (const each of [one, two]) await town.say(each, [2, false], [3, true]);
    expect((await town.matters()).length - before).toBe(1);
    await town.say(far, [1, true]);
    await town.say(water, [1, true]);
    expect((await town.matters()).length - before).toBe(3);
  });

  test("no alarm, no matter; a repeated message is refused, and one too many waits for the next window", async () => {
    town.later(60);
    const one = await town.aDevice(east(-2_000));
    const before = (await town.matters()).length;
    await town.say(one, [1, false]);
    expect((await town.matters()).length).toBe(before);
    expect(town.codeOf(await town.say(one, [1, true]))).toEqual([409, "grid-events.message-repeated"]);
    const tooFast = await town.say(one, [301, true]);
    expect(town.codeOf(tooFast)).toEqual([429, "grid-events.device-too-fast"]);
    expect(tooFast.headers).toMatchObject({ "retry-after": "300" });
    expect((await town.matters()).length).toBe(before);
    town.later(5);
    expect((await town.say(one, [301, true])).body).toMatchObject({ answers: [{ serial: 301, result: "noted" }] });
    expect((await town.matters()).length).toBe(before + 1);
  });

  test("a message that was only counted is refused when it comes again, also in the next window; with another key serials begin anew", async () => {
    town.later(60);
    const one = await town.aDevice(east(-2_500));
    await town.say(one, [1, false]);
    const counted = { body: { answers: [{ result: "counted" }] } };
    expect(await town.say(one, [5, false])).toMatchObject(counted);
    expect(town.codeOf(await town.say(one, [5, false]))).toEqual([409, "grid-events.message-repeated"]);
    expect(town.codeOf(await town.say(one, [4, true]))).toEqual([409, "grid-events.message-repeated"]);
    expect((await town.say(one, [5, false], [6, false])).body).toMatchObject({
      answers: [{ result: "replayed" }, { result: "counted" }],
    });
    town.later(5);
    expect(town.codeOf(await town.say(one, [6, false]))).toEqual([409, "grid-events.message-repeated"]);
    expect((await town.say(one, [7, false])).body).toMatchObject({ answers: [{ result: "noted" }] });
    const { body } = await town.post(`/devices/${one.id}/change-key`, {}, theDispatcher);
    expect((await town.say(keyed.parse(body), [1, false])).status).toBe(200);
  });

  test("off and on again stays one matter; closed, a machine still in alarm begins another; merged, it goes on with the other one", async () => {
    town.later(60);
    const one = await town.aDevice(east(-1_000));
    const known = new Set((await town.matters()).map(({ id }) => id));
    const fresh = async () => (await town.matters()).filter(({ id }) => !known.has(id)).map(({ id }) => id);
    await town.say(one, [1, true]);
    for (let window = 0; window < 3; window += 1) {
      town.later(5);
      await town.say(one, [window * 2 + 2, false], [window * 2 + 3, true]);
    }
    const [first = "", ...others] = await fresh();
    expect(others).toEqual([]);
    expect(await town.matter(first)).toMatchObject({ machines: { devices: 1, messages: 7 } });
    await town.post(`/events/${first}/accept`, {}, theDispatcher);
    await town.post(`/events/${first}/reject`, { ground: "untrue", reasons: "误报" }, theDispatcher);
    await town.settle();
    town.later(5);
    await town.say(one, [8, true]);
    const [second = ""] = await fresh();
    expect(second).not.toBe(first);
    const seen = { category: "fire", urgency: "urgent", text: "冒烟", address: "东街1号", place: east(-1_000) };
    const whole = some.parse((await town.post("/events", seen, villager)).body).id;
    await town.post(`/events/${second}/merge`, { into: whole, reasons: "同一火情" }, theDispatcher);
    await town.settle();
    town.later(5);
    await town.say(one, [9, true]);
    expect(await fresh()).toEqual([whole]);
    expect(await town.matter(whole)).toMatchObject({ from: "resident", machines: { devices: 1 } });
  });
});

describe("P-5, P-6: machines and persons", () => {
  test("what touches a person is no matter before a dispatcher has looked; dismissed it never is", async () => {
    town.later(60);
    const watch = { kind: "waterside-camera", category: "minor-alone", name: "水边1号" };
    const place = { lng: 101.9, lat: 25.12 };
    const one = await town.aDevice(place, watch);
    const before = (await town.matters()).length;
    await town.say(one, [1, true]);
    expect((await town.matters()).length).toBe(before);
    const waiting = async () => items.parse((await town.get("/device-alarms", {}, theLeader)).body).items;
    const [alarm = { id: "" }] = await waiting();
    const at = `/device-alarms/${alarm.id}`;
    expect((await town.get(at, {}, theDispatcher)).body).toMatchObject({
      ...{ status: "to-confirm", actions: [{ verb: "confirm" }, { verb: "dismiss" }] },
    });
    expect((await town.post(`${at}/confirm`, {}, worker(1))).status).toBe(403);
    await town.post(`${at}/dismiss`, { reasons: "是巡河人员" }, theDispatcher);
    expect(await waiting()).toEqual([]);
    expect(town.codeOf(await town.post(`${at}/confirm`, {}, theDispatcher))).toEqual([
      409,
      "grid-events.alarm-not-waiting",
    ]);
    town.later(5);
    await town.say(one, [2, true]);
    expect((await town.post(`${at}/confirm`, {}, theDispatcher)).body).toMatchObject({ status: "raised" });
    expect((await town.matters()).length).toBe(before + 1);
    const again = await town.post(`${at}/confirm`, {}, theDispatcher);
    expect(town.codeOf(again)).toEqual([409, "grid-events.alarm-not-waiting"]);
  });

  test("machines that touch persons and others nearby share no alarm: neither hides or tells of the other", async () => {
    const { kinds } = guangtong.gridEvents.devices;
    const changed = kinds.map((one) => (one.code === "smoke-camera" ? { ...one, touchesPersons: true } : one));
    const mixed = await aTown({
      ...guangtong,
      gridEvents: { ...guangtong.gridEvents, devices: { ...guangtong.gridEvents.devices, kinds: changed } },
    });
    const camera = await mixed.aDevice(street, { kind: "smoke-camera", name: "瞭望1号" });
    const smoke = await mixed.aDevice(street);
    await mixed.say(camera, [1, true]);
    expect(await mixed.matters()).toEqual([]);
    await mixed.say(smoke, [1, true]);
    const [{ id } = { id: "" }, ...others] = await mixed.matters();
    expect(others).toEqual([]);
    expect(await mixed.matter(id)).toMatchObject({ from: "device", machines: { devices: 1 } });
    mixed.later(5);
    await mixed.say(camera, [2, false], [3, true]);
    expect(await mixed.matter(id)).toMatchObject({ machines: { devices: 1 } });
    expect(items.parse((await mixed.get("/device-alarms", {}, theLeader)).body).items).toHaveLength(1);
  });

  test("a camera serves public safety alone; what it saw is never released, joined or shown to the public", async () => {
    town.later(60);
    const camera = { kind: "smoke-camera", category: "fire", name: "瞭望1号" };
    expect(town.codeOf(await town.register(street, { ...camera, category: "street-trade" }))).toEqual([
      ...[422, "grid-events.camera-not-for-safety"],
    ]);
    const place = { lng: 101.88, lat: 25.11 };
    const one = await town.aDevice(place, camera);
    const known = new Set((await town.matters()).map(({ id }) => id));
    await town.say(one, [1, true]);
    const [{ id } = { id: "" }] = (await town.matters()).filter((each) => !known.has(each.id));
    expect(await town.matter(id)).toMatchObject({ from: "camera" });
    expect(town.codeOf(await town.post(`/events/${id}/release`, {}, theDispatcher))).toEqual([
      422,
      "grid-events.never-released",
    ]);
    const near = { lng: String(place.lng), lat: String(place.lat), category: "fire" };
    expect(items.parse((await town.get("/similar", near)).body).items).toEqual([]);
    expect((await town.post(`/events/${id}/join`, {}, villager)).status).toBe(404);
    expect(JSON.stringify((await town.get(`/open311/v2/requests/${id}.xml`)).body)).not.toContain("25.11");
    expect((await town.get("/open311/v2/requests.xml", { service_code: "fire" })).body).not.toContain(id);
  });

  test("P-6: a profile that lets a camera watch what is not public safety is refused", () => {
    const { gridEvents: rules } = guangtong;
    const kinds = rules.devices.kinds.map((one) => (one.camera ? { ...one, categories: ["street-trade"] } : one));
    const parse = (devices: object) =>
      townProfile.safeParse({ ...guangtong, gridEvents: { ...rules, devices } }).success;
    expect(parse({ ...rules.devices, kinds })).toBe(false);
    expect(parse(rules.devices)).toBe(true);
  });
});

describe("G4: silence", () => {
  test("a machine of which nothing is heard is noticed, once, after its hours and not before; heard again it is not silent", async () => {
    town.later(60);
    const one = await town.aDevice({ lng: 101.86, lat: 25.1 });
    await town.say(one, [1, false]);
    const silent = async () =>
      items.parse((await town.get("/devices", { silent: "true" }, theLeader)).body).items.map(({ id }) => id);
    town.later(24 * 60 - 1);
    await clockworkFor(gridEvents, town.runtime)();
    expect(await silent()).not.toContain(one.id);
    town.later(1);
    await clockworkFor(gridEvents, town.runtime)();
    expect(await silent()).toContain(one.id);
    await clockworkFor(gridEvents, town.runtime)();
    const told = (await town.runtime.store.history(device, one.id)).filter(({ type }) => type.endsWith(".silent"));
    expect(told).toHaveLength(1);
    await town.say(one, [2, false]);
    expect(await silent()).not.toContain(one.id);
  });
});
