import { describe, expect, test } from "vitest";
import * as z from "zod";
import type { Actor } from "../../../shared/decider/index.ts";
import { maskedText } from "../../../shared/identity-codes/index.ts";
import { aGridTown, eastStreet, receivePicture, theDispatcher, theLeader, worker } from "../grid-town.ts";

const place = { lng: 101.97, lat: 25.125 };
const light = {
  category: "street-light",
  urgency: "ordinary",
  text: "路灯不亮，请拨138 1234 5678",
  address: "东街1号",
  place,
};
const villager: Actor = { sub: "resident-1", name: "村民", roles: ["resident"] };
const officer: Actor = { sub: "officer-1", name: "执法一号", roles: ["officer"], office: "enforcement-team" };
const clerk: Actor = { sub: "clerk-1", name: "窗口1号", roles: ["clerk"], office: "service-centre" };
const made = z.object({ id: z.string() });
const listed = z.object({ items: z.array(z.object({ id: z.string() })) });
const reasons = "理由充分";
const work = { outcome: "已处理", proof: { without: "夜间无光" } };

async function aTownInPrivate() {
  const town = aGridTown();
  await town.adopt("2026-03-02");
  await town.assign(eastStreet, "a", "grid-worker-1");
  const report = async (by: Actor = villager, more: object = {}) =>
    made.parse((await town.post("/events", { ...light, ...more }, by)).body).id;
  const act = (id: string, verb: string, by: Actor, body: object = {}) => town.post(`/events/${id}/${verb}`, body, by);
  const read = (id: string, by: Actor) => town.get(`/events/${id}`, {}, by);
  const list = async (by: Actor) => listed.parse((await town.get("/events", {}, by)).body).items.map(({ id }) => id);
  const dispatched = async (id: string, to: object) => {
    for (const verb of ["accept", "file"]) await act(id, verb, theDispatcher);
    expect((await act(id, "dispatch", theDispatcher, to)).status).toBe(200);
    return id;
  };
  return { ...town, report, act, read, list, dispatched };
}

describe("G2: whose list a matter is on", () => {
  test("a person named finds it though he is of another office; his office, and that of the unit, do not", async () => {
    const { report, dispatched, list, read } = await aTownInPrivate();
    const id = await dispatched(await report(), { unit: "enforcement-team", person: "clerk-1" });
    expect(await list(clerk)).toEqual([id]);
    expect((await read(id, clerk)).status).toBe(200);
    expect(await list(officer)).toEqual([]);
    expect(await list({ ...clerk, sub: "clerk-2" })).toEqual([]);
  });
  test("of a unit without a person everybody there finds it, until it is sent elsewhere", async () => {
    const { report, dispatched, list, act } = await aTownInPrivate();
    const id = await dispatched(await report(), { unit: "enforcement-team" });
    expect(await list(officer)).toEqual([id]);
    await act(id, "redirect", theDispatcher, { unit: "service-centre", reasons });
    expect([await list(officer), await list(clerk)]).toEqual([[], [id]]);
  });
  test("it stays there while it is verified and when it is to be done again", async () => {
    const { report, dispatched, list, act } = await aTownInPrivate();
    const id = await dispatched(await report(), { unit: "enforcement-team", person: "officer-1" });
    await act(id, "start", officer);
    await act(id, "hand-in", officer, work);
    expect(await list(officer)).toEqual([id]);
    await act(id, "rework", worker(1), { reasons });
    expect(await list(officer)).toEqual([id]);
    await act(id, "start", officer);
    await act(id, "return", officer, { reasons });
  });
});

describe("P-17: numbers in what a reporter wrote", () => {
  const told = "我是欧阳，电话13812345678，身份证532331199501061535，路灯不亮";
  const numbers = /138 ?1234|532331199501061535/;
  test("are hidden in every view of the house, and read for a reason by the dispatcher; he himself sees his own words", async () => {
    const { report, dispatched, read, act, get } = await aTownInPrivate();
    const id = await report(villager, { text: told, address: "东街1号，打138 1234 5678" });
    await dispatched(id, { unit: "enforcement-team", person: "officer-1" });
    for (const by of [worker(1), worker(2), officer, theDispatcher, theLeader])
      expect(JSON.stringify((await read(id, by)).body)).not.toMatch(numbers);
    for (const path of ["/boards/worker", "/changes"])
      expect(JSON.stringify((await get(path, {}, worker(1))).body)).not.toMatch(numbers);
    expect((await read(id, villager)).body).toMatchObject({ text: told });
    const reason = "联系报告人";
    expect((await act(id, "disclose", theDispatcher, { reason })).body).toMatchObject({
      text: `${told}\n东街1号，打138 1234 5678`,
    });
  });
  test("of an appeal and a petition likewise", async () => {
    const { post, get } = await aTownInPrivate();
    for (const at of ["/appeals", "/petitions"]) {
      const { id } = made.parse((await post(at, { text: told }, villager)).body);
      expect(JSON.stringify((await get(`${at}/${id}`, {}, theDispatcher)).body)).not.toMatch(numbers);
      expect((await get(`${at}/${id}`, {}, villager)).body).toMatchObject({ text: told });
      const { body } = await post(`${at}/${id}/disclose`, { reason: "联系本人" }, theDispatcher);
      expect(body).toMatchObject({ text: told });
    }
  });
});

describe("P-1: a reporter who works for the town", () => {
  test("sees no unit and no person of his own report; who handles it does", async () => {
    const { report, dispatched, read } = await aTownInPrivate();
    const both: Actor = { ...clerk, roles: ["resident", "clerk"] };
    const id = await dispatched(await report(both), { unit: "enforcement-team", person: "officer-1" });
    expect((await read(id, both)).body).not.toHaveProperty("assignments");
    expect((await read(id, officer)).body).toHaveProperty("assignments");
    expect((await read(id, theLeader)).body).toHaveProperty("assignments");
  });
  test("who handles a matter never reads who reported it, not as a dispatcher either", async () => {
    const { report, dispatched, act } = await aTownInPrivate();
    const caller = { name: "欧阳娜娜", phone: "13812345678" };
    const id = await dispatched(await report(theDispatcher, { from: "hotline", caller }), {
      unit: "service-centre",
      person: "dispatcher-1",
    });
    const reason = "核实现场情况";
    expect(await act(id, "disclose", theDispatcher, { reason })).toMatchObject({
      status: 403,
      body: { code: "grid-events.handler-reads-no-reporter" },
    });
    const another: Actor = { ...theDispatcher, sub: "dispatcher-2" };
    expect((await act(id, "disclose", another, { reason })).body).toMatchObject({ contact: caller });
  });
});

describe("a sensitive category shows the grid, not the point", () => {
  test("the worker of the grid and the dispatcher see the place; others of the house see its grid", async () => {
    const { report, read } = await aTownInPrivate();
    const id = await report(worker(1), { category: "minor-alone", from: undefined });
    const seen = async (by: Actor) => z.looseObject({}).parse((await read(id, by)).body);
    for (const by of [worker(1), theDispatcher]) expect(await seen(by)).toMatchObject({ place, address: "东街1号" });
    for (const by of [theLeader, worker(3)]) {
      const view = await seen(by);
      expect(view).toMatchObject({ grid: expect.stringContaining("532302105001"), address: "" });
      for (const field of ["place", "given", "accuracy"]) expect(view).not.toHaveProperty(field);
    }
  });
  test("and of another category everybody who reads it sees the place", async () => {
    const { report, read } = await aTownInPrivate();
    expect((await read(await report(), theLeader)).body).toMatchObject({ place });
  });
});

describe("P-6: what everybody may read", () => {
  const picture = "c".repeat(64);
  test("is what a dispatcher released, with the numbers of persons hidden; and can be taken back", async () => {
    const { report, act, read, runtime } = await aTownInPrivate();
    const id = await report(villager, { pictures: [picture] });
    expect((await read(id, theLeader)).body).not.toHaveProperty("released");
    expect(await act(id, "release", theDispatcher, { pictures: [picture] })).toMatchObject({
      ...{ status: 409, body: { code: "grid-events.picture-not-there" } },
    });
    await receivePicture(runtime, id, picture);
    expect((await act(id, "release", worker(1))).status).toBe(403);
    expect((await act(id, "release", theDispatcher, { pictures: [picture] })).body).toMatchObject({
      released: { text: "路灯不亮，请拨***", pictures: [picture] },
    });
    expect((await act(id, "release", theDispatcher, { text: "路灯不亮" })).body).toMatchObject({
      released: { text: "路灯不亮", pictures: [] },
    });
    expect(await act(id, "release", theDispatcher, { pictures: ["d".repeat(64)] })).toMatchObject({
      status: 422,
      body: { code: "grid-events.picture-unknown" },
    });
    expect((await act(id, "withhold", theDispatcher)).body).not.toHaveProperty("released");
    expect((await act(id, "withhold", theDispatcher)).status).toBe(422);
  });
  test("nothing of a category that is sensitive or not for the public; another category takes back what was released", async () => {
    const { report, act } = await aTownInPrivate();
    const care = await report(worker(1), { category: "minor-alone" });
    expect(await act(care, "release", theDispatcher)).toMatchObject({
      status: 422,
      body: { code: "grid-events.never-released" },
    });
    const id = await report();
    await act(id, "accept", worker(1));
    await act(id, "release", theDispatcher);
    const change = { category: "dispute", urgency: "ordinary", reasons };
    expect((await act(id, "recategorise", theDispatcher, change)).body).not.toHaveProperty("released");
  });
});

describe("P-17: numbers of persons in a text", () => {
  test.each([
    ["电话13812345678找张", "电话***找张"],
    ["138-1234-5678", "***"],
    ["138 1234 5678，", "***，"],
    ["（138）1234 5678", "（***"],
    ["１３８１２３４５６７８", "***"],
    ["一三八一二三四五六七八", "***"],
    ["幺三八 1234 五六七八", "***"],
    ["+8613812345678", "+***"],
    ["身份证532302198001011234", "身份证***"],
    ["53230219800101123X。", "***。"],
    ["532302 19800101 123x", "***"],
    ["卡6222 0212 3456 7890 123", "卡***"],
    ["0878-8712345", "***"],
    ["电话：8712345", "电话：***"],
    ["微信号：1234567", "微信号：***"],
    ["微信zhang_san88", "微信***"],
    ["护照E12345678。", "护照***。"],
    ["通行证H1234567801", "通行证***"],
    ["写信到zhang.san@example.com", "写信到***"],
    ["①③⑧①②③④⑤⑥⑦⑧", "***"],
    ["壹叁捌壹贰叁肆伍陆柒捌", "***"],
    ["138\u200b12345678", "***"],
    ["138|1234|5678", "***"],
    // The number of a term stays readable, and takes no digit of the number before it.
    ["电话13812345678，二日内送达", "电话***，二日内送达"],
    ["13812345678,15日前", "***,15日前"],
    ["13812345678。十日内", "***。十日内"],
    ["13812345678，二十个工作日", "***，二十个工作日"],
    ["13812345678，500元", "***，500元"],
    ["138 1234 5678日", "***日"],
    ["138-1234-567-8日", "***日"],
    ["138，1234，5678日", "***日"],
    ["13812345678，二楼", "***楼"],
  ])("%s → %s", (text, shown) => expect(maskedText(text)).toBe(shown));
  test.each([
    "东街1号",
    "2026-03-02",
    "20260302",
    "GT-2026-417",
    "3号井盖，距路口250米",
    "下午3点到5点",
    "一二三街",
    "第1、2、3、4、5、6、7、8、9、10、11条",
    "云E12345",
    "PM2.5",
  ])("%s stays", (text) => expect(maskedText(text)).toBe(text));
});
