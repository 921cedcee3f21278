import { createHash } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import * as z from "zod";
import { Town } from "../../infra/demo/client.ts";
import { drawTheGrids } from "../../infra/demo/gridding/grids.ts";
import {
  clerk,
  county,
  dispatcher,
  gridWorker,
  head,
  mayor,
  officer,
  resident,
  somebody,
  supervisor,
} from "../../infra/demo/people.ts";
import type { RunningTown } from "../../infra/embedded/start.ts";
import { startLaneTown } from "../support/lane.ts";
import { anOpenedTown } from "../support/opened-town.ts";
import { aPhoto } from "../support/pictures.ts";

/** Stories of issue 11 over HTTP, on a whole town whose clock is turned: nothing is handed on by hand. */
const at = "/grid-events";
const place = { lng: 101.97, lat: 25.125 };
const pit = { category: "road-pit", urgency: "ordinary", text: "路面有坑", address: "东街〔示例〕1号", place };
const second = { ...gridWorker, sub: "grid-worker-2", name: "网格员2号" };
const loose = z.looseObject({});
const matter = z.looseObject({ id: z.string(), status: z.string(), told: z.array(z.unknown()) });
const followed = z.looseObject({ told: z.array(z.looseObject({ text: z.object({ zh: z.string() }) })) });
const items = z.object({ items: z.array(z.looseObject({ id: z.string() })) });
const predicted = z.looseObject({ provisional: z.boolean() });
const leave = z.object({
  id: z.string(),
  upload: z.object({ url: z.string(), headers: z.record(z.string(), z.string()) }),
});
const batch = z.object({ entries: z.array(z.looseObject({ result: z.string(), code: z.string().optional() })) });

let running: RunningTown;
let town: Town;
let remove: () => Promise<void>;
beforeAll(async () => {
  const directory = await anOpenedTown();
  remove = directory.remove;
  running = await startLaneTown({ dataDir: directory.path, port: 0, retryDelay: 5 });
  town = new Town(running.url);
  const { today } = await town.time();
  await drawTheGrids({ town, today });
});
afterAll(async () => {
  await running.stop();
  await remove();
});

const act = (path: string, verb: string, by: Parameters<Town["act"]>[2], body: object = {}) =>
  town.act(`${at}/${path}/${verb}`, body, by);
const read = (path: string, by: Parameters<Town["act"]>[2]) => town.get(`${at}/${path}`, loose, by);
/** So many days on; deadlines on the way fire in order. */
async function daysPass(days: number): Promise<void> {
  const { now } = await town.time();
  await town.setClock(new Date(Date.parse(now) + days * 86_400_000).toISOString());
  await town.settle();
}
const answersTo = async (id: string, by: Parameters<Town["act"]>[2]) =>
  (await town.get(`${at}/events/${id}/followed`, followed, by)).told.map(({ text }) => text.zh);

test("G2: a pothole is solved in the grid, with a picture after; its reporter is told, and rates it", async () => {
  const who = resident(51);
  const id = await town.made(`${at}/events`, pit, who);
  await act(`events/${id}`, "accept", gridWorker);
  await act(`events/${id}`, "handle-here", gridWorker);
  const photo = aPhoto();
  const sha256 = createHash("sha256").update(photo).digest("hex");
  await act(`events/${id}`, "close-here", gridWorker, { outcome: "已填平", proof: { pictures: [sha256] } });
  const said = { event: id, type: "image/jpeg", bytes: photo.length, sha256 };
  const { id: picture, upload } = await town.post(`${at}/pictures`, said, leave, gridWorker);
  await fetch(upload.url, { method: "PUT", headers: upload.headers, body: Uint8Array.from(photo) });
  await act(`pictures/${picture}`, "complete", gridWorker);
  await town.settle();
  expect(await read(`events/${id}`, gridWorker)).toMatchObject({
    ...{ status: "closed", late: false, received: { named: 1, there: 1 } },
  });
  expect((await answersTo(id, who)).at(-1)).toContain("已办结");
  await act(`events/${id}`, "rate", who, { satisfied: true });
  const month = (await town.time()).today.slice(0, 7);
  const counted = z.object({ items: z.array(z.object({ event: z.string() })) });
  const solved = await town.get(`${at}/figures/matters?month=${month}&counted=solvedInGrid`, counted, mayor);
  expect(solved.items.map(({ event }) => event)).toContain(id);
});

test("E6: an illegal building becomes a lead and a case at enforcement; each step reaches its reporter, without his name", async () => {
  const { today } = await town.time();
  const period = { from: today, until: "2099-01-01", domains: ["building"] };
  for (const one of [officer(1), officer(2)]) {
    const certified = { sub: one.sub, name: one.name, certificate: `云E009${one.sub.slice(-1)}`, ...period };
    await town.act("/powers/officers", certified, county);
  }
  await town.settle();
  const who = resident(52);
  const told = { ...pit, category: "illegal-building", text: "邻居占道建房" };
  const id = await town.made(`${at}/events`, { ...told, place: { lng: 101.8498, lat: 25.1584 } }, who);
  for (const verb of ["accept", "file"]) await act(`events/${id}`, verb, dispatcher);
  await act(`events/${id}`, "dispatch", dispatcher, { unit: "enforcement-team" });
  await town.settle();
  const leads = await town.get("/enforcement/leads?status=received", items, officer(1));
  const lead = leads.items.find((one) => JSON.stringify(one).includes(id))?.id ?? leads.items[0]?.id ?? "";
  const seen = await town.get(`/enforcement/leads/${lead}`, loose, officer(1));
  expect(seen).toMatchObject({ source: { kind: "grid", id }, discoveredOn: today });
  expect(JSON.stringify(seen)).not.toMatch(/resident-52|邻居/);
  await act(`events/${id}`, "start", officer(1));
  const found = { lng: 101.8498, lat: 25.1584 };
  const check = { with: [officer(2).sub], checkedOn: today, finding: "breach", item: "PN-026", place: found };
  await town.act(`/enforcement/leads/${lead}/verify`, { ...check, notes: "占道建房" }, officer(1));
  await town.act(`/enforcement/leads/${lead}/countersign`, {}, officer(2));
  const { name, idNumber, phone } = somebody(952, () => 0.5);
  const breach = {
    ...{ code: "PN-026", by: ["P1"], from: today, until: today, harm: false, place: found },
    ...{ address: "松园村〔示例〕", facts: "未取得乡村建设规划许可证建房" },
  };
  const party = { id: "P1", kind: "citizen", role: "principal", name, idNumber, phone, address: "松园村〔示例〕" };
  const proposed = await town.post(
    `/enforcement/leads/${lead}/propose`,
    { acts: [breach], parties: [party], investigators: [officer(1).sub, officer(2).sub] },
    z.looseObject({ case: z.string() }),
    officer(1),
  );
  await town.act(`/enforcement/cases/${proposed.case}/approve`, {}, head("enforcement-team"));
  await town.settle();
  expect((await answersTo(id, who)).at(-1)).toContain("立案查处");
  const reasons = { ground: "no-breach", reasons: "经查有许可" };
  await town.act(`/enforcement/cases/${proposed.case}/stop`, reasons, head("enforcement-team"));
  await town.settle();
  expect((await answersTo(id, who)).at(-1)).toContain("案件已办结");
  await act(`events/${id}`, "hand-in", officer(1), { outcome: "已查清", proof: { without: "见案卷" } });
  await act(`events/${id}`, "close", dispatcher);
  expect((await town.get(`${at}/events/${id}`, matter, who)).status).toBe("closed");
});

test("G8: an appeal is answered, nobody confirms it, it goes up by itself, and its person has the last word", async () => {
  const who = resident(53);
  const id = await town.made(`${at}/appeals`, { text: "东街路面积水" }, who);
  const social = head("social-affairs");
  await act(`appeals/${id}`, "assign", dispatcher, { to: { sub: social.sub, office: "social-affairs" } });
  await act(`appeals/${id}`, "answer", social, { outcome: "explained", text: "已列入计划" });
  const { number } = z.looseObject({ number: z.string() }).parse(await read(`appeals/${id}`, who));
  await daysPass(25);
  const waited = z.looseObject({ confirmBy: predicted.optional() }).parse(await read(`appeals/${id}`, who));
  // T-10: nothing moves by itself on a day of a calendar that is not announced yet; the person may.
  if (waited.confirmBy?.provisional === true) await act(`appeals/${id}`, "raise", who, { reasons: "仍未解决" });
  expect(await read(`appeals/${id}`, who)).toMatchObject({ status: "assigned", level: "town" });
  await act(`appeals/${id}`, "answer", mayor, { outcome: "partly", text: "先行抽排" });
  await act(`appeals/${id}`, "raise", who, { reasons: "雨后又积水" });
  await act(`appeals/${id}`, "answer", county, { outcome: "solved", text: "已改造管网" });
  await act(`appeals/${id}`, "confirm", who);
  const query = `appeals?number=${encodeURIComponent(number)}`;
  expect(await town.get(`${at}/${query}`, items, dispatcher)).toMatchObject({ items: [{ id, status: "confirmed" }] });
});

test("G8: a complaint of the hall goes on as an appeal, and its outcome comes back to the complaint", async () => {
  const who = resident(54);
  const said = { against: { kind: "item", item: "PL-018" }, text: "河道积水无人管" };
  const complaint = await town.made("/permits/complaints", said, who);
  const body = { office: "social-affairs", reasons: "属镇事项" };
  await town.act(`/permits/complaints/${complaint}/hand-over`, body, supervisor);
  await town.settle();
  const shown = z.looseObject({ status: z.string(), handedOver: z.looseObject({ appeal: z.string() }) });
  const seen = () => town.get(`/permits/complaints/${complaint}`, shown, who);
  const { appeal } = (await seen()).handedOver;
  const social = head("social-affairs");
  await act(`appeals/${appeal}`, "assign", dispatcher, { to: { sub: social.sub, office: "social-affairs" } });
  await act(`appeals/${appeal}`, "answer", social, { outcome: "solved", text: "已清淤" });
  await act(`appeals/${appeal}`, "confirm", who);
  await town.settle();
  expect(await seen()).toMatchObject({ status: "closed", handedOver: { stage: "confirmed" } });
});

test("S-11: a petition to its final answer: concluded, reviewed, re-reviewed; then nothing is asked for again", async () => {
  const who = resident(55);
  const id = await town.made(`${at}/petitions`, { text: "征地补偿标准" }, who);
  const social = head("social-affairs");
  await act(`petitions/${id}`, "accept", dispatcher, { to: { sub: social.sub, office: "social-affairs" } });
  const opinion = { result: "rejected", text: "符合标准", organ: "广通镇人民政府" };
  await act(`petitions/${id}`, "conclude", social, opinion);
  const deliver = async (by: Parameters<Town["act"]>[2]) =>
    act(`petitions/${id}`, "deliver", by, { on: (await town.time()).today });
  await deliver(dispatcher);
  await daysPass(20);
  await act(`petitions/${id}`, "ask-review", who, { reasons: "不服" });
  await daysPass(10);
  await act(`petitions/${id}`, "review", county, { result: "upheld", text: "维持", organ: "禄丰市人民政府" });
  await deliver(county);
  await act(`petitions/${id}`, "ask-review", who, { reasons: "仍不服" });
  const above = { ...county, sub: "county-9", name: "州信访局" };
  await act(`petitions/${id}`, "review", above, { result: "upheld", text: "维持", organ: "楚雄州人民政府" });
  expect(await read(`petitions/${id}`, who)).toMatchObject({ status: "final" });
  await town.refuses(
    "grid-events.petition-not-in-this-state",
    `${at}/petitions/${id}/ask-review`,
    { reasons: "再次不服" },
    who,
  );
  const silent = await town.made(`${at}/petitions`, { text: "低保标准" }, who);
  await act(`petitions/${silent}`, "accept", dispatcher, { to: { sub: social.sub, office: "social-affairs" } });
  await act(`petitions/${silent}`, "conclude", social, opinion);
  await act(`petitions/${silent}`, "deliver", dispatcher, { on: (await town.time()).today });
  await daysPass(60);
  const { window } = z.looseObject({ window: predicted }).parse(await read(`petitions/${silent}`, who));
  // T-10: a predicted day takes no right from him.
  const status = window.provisional ? "concluded" : "final";
  expect(await read(`petitions/${silent}`, who)).toMatchObject({ status });
});

test("G7: a dispute is mediated: wanted by both, agreed, visited twice; a stranger learns nothing of it", async () => {
  const [one, other] = [resident(56), resident(57)];
  const asked = { subject: "院墙边界", parties: [{ name: "张三", mine: true }, { name: "李四" }] };
  const id = await town.made(`${at}/mediations`, asked, one);
  await act(`mediations/${id}`, "appoint", dispatcher, { mediator: gridWorker.sub });
  await act(`mediations/${id}`, "consent", dispatcher, { party: "p2" });
  const { today: on } = await town.time();
  await act(`mediations/${id}`, "hold-session", gridWorker, { on, present: ["p1", "p2"], notes: "各述其理" });
  const agreed = { form: "oral", text: "以老墙为界", agreedBy: ["p1", "p2"] };
  await act(`mediations/${id}`, "agree", gridWorker, agreed);
  await daysPass(7);
  await act(`mediations/${id}`, "follow-up", gridWorker, { kept: true, notes: "已砌墙" });
  await daysPass(23);
  await act(`mediations/${id}`, "follow-up", gridWorker, { kept: true, notes: "相安无事" });
  expect(await read(`mediations/${id}`, one)).toMatchObject({ status: "closed", agreement: { text: "以老墙为界" } });
  await expect(read(`mediations/${id}`, other)).rejects.toThrow("resource.not-found");
  expect(JSON.stringify(await read(`mediations/${id}`, dispatcher))).not.toMatch(/张三|李四|院墙|老墙/);
});

test("G4: a storm of machines is one matter with a count, however many send at once", async () => {
  const keyed = z.object({ id: z.string(), key: z.string() });
  const known = new Set(
    (await town.all(`${at}/events?status=reported`, z.looseObject({ id: z.string() }), mayor)).map(({ id }) => id),
  );
  const sensors = await Promise.all(
    Array.from({ length: 8 }, (_none, number) =>
      town.post(
        `${at}/devices`,
        {
          ...{ name: `烟感${number}号`, kind: "smoke", category: "fire", address: "东街〔示例〕3号" },
          place: { lng: 101.96 + number / 20_000, lat: 25.12 },
        },
        keyed,
        dispatcher,
      ),
    ),
  );
  const say = (device: string, key: string, from: number) =>
    town.act(
      `${at}/device-messages`,
      { device, key, messages: Array.from({ length: 50 }, (_none, n) => ({ serial: from + n, alarm: true })) },
      dispatcher,
    );
  for (let round = 0; round < 4; round += 1)
    await Promise.all(sensors.map(({ id, key }) => say(id, key, round * 50 + 1)));
  await town.settle();
  const now = await town.all(`${at}/events?status=reported`, z.looseObject({ id: z.string() }), mayor);
  const fresh = now.filter(({ id }) => !known.has(id));
  expect(fresh).toHaveLength(1);
  const { today } = await town.time();
  await town.setClock(new Date(Date.parse(`${today}T23:59:00+08:00`)).toISOString());
  await Promise.all(sensors.map(({ id, key }) => say(id, key, 201)));
  await town.settle();
  expect(await read(`events/${fresh[0]?.id}`, dispatcher)).toMatchObject({
    machines: { devices: 8, inAlarm: 8, wide: true },
  });
});

test("G2: a day in the mountains on a shared phone with a wrong clock: each his own entries, once, in order of sequence", async () => {
  const { now } = await town.time();
  const wrong = new Date(Date.parse(now) - 400 * 86_400_000).toISOString();
  const entry = (id: string, sequence: number, does: string, more: object = {}) => ({
    ...{ id: `mountain-${id}`, sequence, does, madeAt: wrong, ...more },
  });
  const based = (on: string, more: object = {}) => ({ basedOn: { entry: `mountain-${on}` }, ...more });
  const light = { ...pit, category: "street-light", text: "山路灯不亮" };
  const day = [
    entry("report", 1, "report", { body: light }),
    entry("accept", 2, "accept", based("report")),
    entry("handle", 3, "handle-here", based("accept")),
    entry("close", 4, "close-here", based("handle", { body: { outcome: "已换", proof: { without: "夜间无光" } } })),
  ];
  const send = async (entries: readonly object[], by = gridWorker) =>
    (await town.post(`${at}/offline-batches`, { schema: 1, sentAt: wrong, entries }, batch, by)).entries;
  // The end of the day comes first, and twice at once; then all of it again, after a cut.
  const results = (all: z.output<typeof batch>["entries"]) => all.map(({ result }) => result);
  expect(results(await send(day.slice(2)))).toEqual(["waiting", "waiting"]);
  const both = await Promise.all([send(day.toReversed()), send(day)]);
  expect(both.flatMap(results)).not.toContain("refused");
  const last = await send(day);
  expect(results(last)).toEqual(["repeated", "repeated", "repeated", "repeated"]);
  const event = z.looseObject({ event: z.string() }).parse(last[0]).event;
  expect(await read(`events/${event}`, dispatcher)).toMatchObject({ status: "closed", late: false });
  // No deadline began before the receipt, whatever the phone's clock says.
  const { acceptedAt } = z.looseObject({ acceptedAt: z.string() }).parse(await read(`events/${event}`, dispatcher));
  expect(acceptedAt >= now).toBe(true);
  // Another login of the same phone neither sends nor sees them: the same ids are entries of his own.
  const his = await town.get(`${at}/offline-entries`, z.looseObject({ items: z.array(z.unknown()) }), second);
  expect(his.items).toEqual([]);
  const [taken] = await send([entry("accept", 2, "accept", based("report"))], second);
  expect(taken?.result).toBe("waiting");
  const [other] = await send([{ ...day[0], body: { ...light, text: "别的事" } }]);
  expect(other).toMatchObject({ result: "refused" });
  expect(await read(`events/${event}`, dispatcher)).toMatchObject({ text: "山路灯不亮" });
});

test("G2: a caller reads out his number, and the clerk of the hotline finds his matter by it", async () => {
  const heard = { ...pit, from: "hotline", caller: { name: "张三丰", phone: "13812345678" } };
  const id = await town.made(`${at}/events`, heard, dispatcher);
  const { number } = z.looseObject({ number: z.string() }).parse(await read(`events/${id}`, dispatcher));
  expect(await town.get(`${at}/events?number=${encodeURIComponent(number)}`, items, dispatcher)).toMatchObject({
    items: [{ id, number }],
  });
  expect(JSON.stringify(await read(`events/${id}`, gridWorker))).not.toMatch(/张三丰|13812345678/);
  await expect(read(`events/${id}`, clerk(1))).rejects.toThrow("resource.not-found");
});

test("G14: what the door refuses before any route it refuses in the words of Open311, by the suffix", async () => {
  const asked = async (method: string, path: string, body?: string) => {
    const headers = { "content-type": "application/x-www-form-urlencoded" };
    const answer = await fetch(`${running.url}${at}/open311/v2${path}`, {
      method,
      ...(body === undefined ? {} : { body, headers }),
    });
    return [answer.status, answer.headers.get("content-type")?.split(";")[0], await answer.text()] as const;
  };
  const json = (code: number) => [
    code,
    "application/json",
    expect.stringMatching(new RegExp(`^\\[\\{"code":${code},`)),
  ];
  const xml = (code: number) => [code, "text/xml", expect.stringContaining(`<errors><error><code>${code}</code>`)];
  expect(await asked("PUT", "/requests.json")).toEqual(json(400));
  expect(await asked("DELETE", "/requests.xml")).toEqual(xml(400));
  expect(await asked("POST", "/services/road-pit.xml")).toEqual(xml(400));
  expect(await asked("GET", "/a/b/c.json")).toEqual(json(404));
  expect(await asked("GET", "")).toEqual(xml(404));
  expect(await asked("GET", "/requests/%FF.json")).toEqual(json(400));
  expect(await asked("POST", "/requests.json")).toEqual(json(403));
  expect(await asked("POST", "/requests.xml", "a".repeat(11_000_000))).toEqual(xml(400));
});
