import { beforeEach, describe, expect, test } from "vitest";
import * as z from "zod";
import { penaltyCase } from "../../../services/enforcement/cases/domain/case/decider.ts";
import { startOfDay } from "../../../shared/calendar/index.ts";
import { filedOn, officer1, officer2, officer3, proposing, theHead } from "../cases/case-builders.ts";
import { sha } from "./builders.ts";
import {
  aMeasureTown,
  item,
  type MeasureTown,
  onTheSpot,
  partyKey,
  theAccountant,
  theKeeper,
  theParty,
} from "./measure-town.ts";

const ok = { status: 200 };
const file = (title: string) => ({
  to: "owner",
  name: "欧阳娜娜",
  acknowledgement: sha,
  paidFen: 0,
  ...(title === "" ? {} : {}),
});
const giving = (paidFen = 0) => ({ ...file(""), paidFen });
/** Ten in the morning of a day. */
const morning = (day: string) => new Date(Date.parse(startOfDay(day)) + 10 * 3_600_000).toISOString();
const gates = z.looseObject({
  parties: z.array(z.looseObject({ gates: z.array(z.looseObject({ id: z.string(), done: z.boolean() })) })),
});

let town: MeasureTown;
beforeEach(async () => {
  town = await aMeasureTown();
});

const measuresOfCase = async () => {
  const held = (await town.runtime.store.load(penaltyCase, "CASE1"))?.state;
  return held !== undefined && "measures" in held ? held.measures : [];
};
/** Whether the gate of the party's proceeding lets a decision pass. */
async function measuresSettled() {
  const { body } = await town.get("/cases/CASE1/gates", officer1);
  const [party] = gates.parse(body).parties;
  return party?.gates.find(({ id }) => id === "measures")?.done;
}
const open = () => town.post("/proceedings", { case: "CASE1", party: "P1" }, officer1);

describe("its papers", () => {
  const papersOf = async (actor: Parameters<MeasureTown["get"]>[1]) => {
    const { body } = await town.get("/cases/CASE1/papers", actor);
    const rows = z.array(z.looseObject({ id: z.string(), kind: z.string(), number: z.string() })).parse(body.items);
    return rows.filter(({ kind }) => /measure|goods/.test(kind));
  };
  const kindsFor = async (actor: Parameters<MeasureTown["get"]>[1]) => (await papersOf(actor)).map(({ kind }) => kind);

  test("QZ-24: decision at the approval, list on the spot, release: the party reads none before they come to his door", async () => {
    const proposed = await town.post("/measures", town.proposal("seizure"), officer1);
    const at = `/measures/${String(proposed.body.id)}`;
    expect(await town.post(`${at}/approve`, {}, theHead)).toMatchObject(ok);
    await town.settle();
    expect(await kindsFor(officer1)).toEqual(["measure-decision"]);
    const [decision] = await papersOf(officer1);
    expect(decision).toMatchObject({ number: "广通强措〔2026〕1号" });
    expect(await kindsFor(theParty)).toEqual([]);
    for (const path of ["", "/html", "/pdf"])
      expect(await town.get(`/papers/${decision?.id}${path}`, theParty)).toMatchObject({ status: 404 });
    expect(await town.post(`${at}/carry-out`, onTheSpot([item("腊肉"), item("香肠")]), officer1)).toMatchObject(ok);
    expect(await town.post(`${at}/countersign`, {}, officer2)).toMatchObject(ok);
    await town.settle();
    expect(await kindsFor(theParty)).toEqual(["measure-decision", "goods-list"]);
    const list = (await papersOf(theParty)).find(({ kind }) => kind === "goods-list");
    const page = await town.get(`/papers/${list?.id}/html`, theParty);
    const text = Buffer.from(String(page.body.text), "base64").toString();
    for (const said of ["腊肉", "香肠", "20块", "封001", "人民路1号"]) expect(text).toContain(said);
    const goods = [`${String(proposed.body.id)}-1`];
    const some = { goods, ground: "unrelated", reasons: "与案件无关" };
    expect(await town.post(`${at}/release`, some, theHead)).toMatchObject(ok);
    expect(await town.post(`${at}/release`, { ...some, goods: [] }, theHead)).toMatchObject(ok);
    await town.settle();
    const releases = (await papersOf(theParty)).filter(({ kind }) => kind === "measure-release");
    expect(releases.map(({ number }) => number)).toEqual(["广通解〔2026〕1号", "广通解〔2026〕2号"]);
  });

  test("QZ-19: in an emergency the decision is drawn up with the list, once", async () => {
    const proposed = await town.post("/measures", town.proposal("seizure", { emergency: "货物正在转移" }), officer1);
    const at = `/measures/${String(proposed.body.id)}`;
    expect(await town.post(`${at}/carry-out`, onTheSpot([item("茶叶")]), officer1)).toMatchObject(ok);
    await town.settle();
    expect(await kindsFor(theParty)).toEqual(["measure-decision", "goods-list"]);
  });
});

describe("end to end: a seizure released on its last day", () => {
  test("approved, carried out by two, received by its keeper, listed until that day, released, given back", async () => {
    await open();
    const { at, id, goods } = await town.inForce("seizure", [item("腊肉"), item("香肠")]);
    expect(await town.get(at, officer1)).toMatchObject({
      body: {
        ...{ status: "in-force", until: "2026-10-01", number: { text: { zh: "广通强措〔2026〕1号" } } },
        basis: { law: "《中华人民共和国食品安全法》第一百一十条第一款第（四）（五）项" },
        remedies: { reviewOrgan: { zh: "禄丰市人民政府" }, reviewDays: 60 },
      },
    });
    expect(await measuresOfCase()).toMatchObject([{ id, kind: "seizure", until: "2026-10-01", party: "P1" }]);
    expect(await town.get("/goods", officer1)).toMatchObject({
      body: { items: [{ status: "held", until: "2026-10-01", overdue: false }, { status: "held" }] },
    });
    expect(await measuresSettled()).toBe(true);
    await town.passTo(morning("2026-10-01"));
    expect(await town.post(`${at}/release`, { ground: "no-need", reasons: "已查清" }, theHead)).toMatchObject({
      body: { status: "ended", ended: { on: "2026-10-01", how: "released" } },
    });
    expect(await measuresOfCase()).toMatchObject([{ ended: { on: "2026-10-01", how: "released" } }]);
    for (const one of goods) {
      expect(await town.get(one, theParty)).toMatchObject({ body: { status: "returning", until: "2026-10-04" } });
      expect(await town.post(`${one}/give-back`, giving(), theKeeper)).toMatchObject({ body: { status: "returned" } });
    }
    await town.settle();
    expect(await town.get("/goods", officer1)).toMatchObject({ body: { items: [] } });
    await town.passTo(morning("2026-10-20"));
    const held = (await town.runtime.store.load(penaltyCase, "CASE1"))?.state;
    expect(held?.late).toEqual([]);
  });

  test("nobody releases it: the law does, the case is told once, and no decision stands on it until the goods are back", async () => {
    await open();
    const { at, goods } = await town.inForce();
    await town.passTo(morning("2026-10-02"));
    expect(await town.get(at, officer1)).toMatchObject({
      body: { status: "lapsed", lapse: { cause: "term", on: "2026-10-02" } },
    });
    expect(await town.get(goods[0] ?? "", theParty)).toMatchObject({
      body: { status: "returning", returning: "term-over" },
    });
    expect(await measuresSettled()).toBe(false);
    expect((await town.post(`${at}/extend`, { reasons: "案情复杂", notice: sha }, theHead)).body.code).toBe(
      "enforcement.measure-not-in-this-state",
    );
    await town.post(`${goods[0]}/give-back`, giving(), theKeeper);
    expect(await town.settle()).toEqual([]);
    expect(await town.get(at, officer1)).toMatchObject({ body: { status: "ended", ended: { how: "lapsed" } } });
    expect(await measuresSettled()).toBe(true);
    const held = (await town.runtime.store.load(penaltyCase, "CASE1"))?.state;
    expect(held?.late.filter((one) => one.startsWith("measure"))).toHaveLength(1);
  });

  test("an owner who does not come keeps no decision from being made: he is called by notice", async () => {
    await open();
    const { at, goods } = await town.inForce();
    await town.passTo(morning("2026-10-02"));
    expect(await town.post(`${goods[0]}/call-owner`, { where: "镇政府公告栏" }, theKeeper)).toMatchObject(ok);
    expect(await town.settle()).toEqual([]);
    expect(await town.get(at, officer1)).toMatchObject({ body: { status: "ended" } });
    expect(await measuresSettled()).toBe(true);
    await town.passTo(morning("2027-04-30"));
    expect(await town.post(`${goods[0]}/turn-in`, { receipt: "缴库1", reasons: "无人认领" }, theHead)).toMatchObject({
      body: { status: "turned-in" },
    });
  });
});

describe("QZ-25: extension and test over the service", () => {
  test("extended and tested, goods and case know the new day; the same goods stay", async () => {
    const { at, goods, id } = await town.inForce();
    const until = "2026-09-11";
    expect(
      await town.post(`${at}/begin-test`, { institution: "县检测中心", until, notice: sha }, officer1),
    ).toMatchObject({
      body: { until: "2026-10-11" },
    });
    await town.passTo(morning("2026-09-06"));
    expect(await town.post(`${at}/end-test`, { report: sha }, officer2)).toMatchObject({
      body: { until: "2026-10-06" },
    });
    // CF-60a: ninety days from 1 September, and the five of the test, by the rule of the market.
    expect(await town.get("/cases/CASE1", officer1)).toMatchObject({
      body: { clock: { due: "2026-12-05", excludedDays: 5 } },
    });
    expect(await town.post(`${at}/extend`, { reasons: "案情复杂", notice: sha }, theHead)).toMatchObject({
      body: { until: "2026-11-05" },
    });
    expect(await town.get(goods[0] ?? "", officer1)).toMatchObject({ body: { until: "2026-11-05" } });
    expect(await measuresOfCase()).toMatchObject([{ id, until: "2026-11-05" }]);
  });
  test("nothing half done: a case that is suspended takes no measure, and none grows longer", async () => {
    const { at, goods } = await town.inForce();
    const other = await town.post("/measures", town.proposal("seal"), officer1);
    await town.post(`/measures/${other.body.id}/approve`, {}, theHead);
    await town.toCase({ type: "suspend", ground: "court", reasons: "待判决" }, theHead);
    expect((await town.post(`/measures/${other.body.id}/carry-out`, onTheSpot(), officer1)).status).toBe(409);
    expect((await town.get(`/goods/${other.body.id}-1`, theHead)).status).toBe(404);
    expect((await town.post(`${at}/extend`, { reasons: "案情复杂", notice: sha }, theHead)).status).toBe(409);
    expect(await town.get(goods[0] ?? "", officer1)).toMatchObject({ body: { until: "2026-10-01" } });
    // It goes back all the same on its day.
    await town.passTo(morning("2026-10-02"));
    expect(await town.get(goods[0] ?? "", officer1)).toMatchObject({ body: { status: "returning" } });
  });
});

describe("QZ-19: an emergency over the service", () => {
  const urgent = async () => {
    const emergency = { emergency: "货物正在转移" };
    const { body } = await town.post("/measures", town.proposal("seizure", emergency), officer1);
    await town.post(`/measures/${body.id}/carry-out`, onTheSpot(), officer1);
    await town.post(`/measures/${body.id}/countersign`, {}, officer2);
    return { at: `/measures/${body.id}`, item: `/goods/${body.id}-1` };
  };
  test("approved within 24 hours it stays; not approved it goes back, and the gate waits for the goods", async () => {
    await open();
    const { at, item: one } = await urgent();
    expect(await town.post(`${at}/make-up-approval`, { approved: true, reasons: "属实" }, theHead)).toMatchObject(ok);
    const other = await urgent();
    await town.passTo(morning("2026-09-02"));
    expect(await town.get(one, officer1)).toMatchObject({ body: { status: "held" } });
    expect(await town.get(other.at, officer1)).toMatchObject({
      body: { status: "lapsed", lapse: { cause: "unapproved" } },
    });
    expect(await town.get(other.item, officer1)).toMatchObject({ body: { returning: "not-approved" } });
    expect(await measuresSettled()).toBe(false);
  });
  test("found needless it is lifted with its goods", async () => {
    const { at, item: one } = await urgent();
    const said = { approved: false, reasons: "不必采取" };
    expect(await town.post(`${at}/make-up-approval`, said, theHead)).toMatchObject({ body: { status: "ended" } });
    expect(await town.get(one, officer1)).toMatchObject({ body: { status: "returning" } });
    expect(await measuresOfCase()).toMatchObject([{ ended: { how: "released" } }]);
  });
});

describe("CF-56a: what is preserved", () => {
  test("keeps a decision back until it is settled; a seizure takes its goods over in one step", async () => {
    await open();
    const { id, at, goods } = await town.inForce("preservation");
    expect(await town.get(at, officer1)).toMatchObject({ body: { until: "2026-09-10" } });
    expect(await measuresSettled()).toBe(false);
    const seizure = await town.post("/measures", town.proposal("seizure", { from: id }), officer1);
    const next = `/measures/${seizure.body.id}`;
    await town.post(`${next}/approve`, {}, theHead);
    const claims = { relation: "of-the-case", dailyNecessity: false, sealedElsewhere: false };
    const taking = { ...onTheSpot([]), adopts: [{ id: `${id}-1`, ...claims }] };
    expect(await town.post(`${next}/carry-out`, taking, officer1)).toMatchObject({ body: { status: "recorded" } });
    await town.post(`${next}/countersign`, {}, officer2);
    expect(await town.get(at, officer1)).toMatchObject({ body: { status: "ended", ended: { how: "seized" } } });
    expect(await town.get(goods[0] ?? "", officer1)).toMatchObject({
      body: { status: "held", under: "seizure", measure: seizure.body.id, until: "2026-10-01" },
    });
    expect(await measuresOfCase()).toMatchObject([{ id, ended: { how: "seized" } }, { kind: "seizure" }]);
    expect(await measuresSettled()).toBe(true);
  });
  test("nothing chosen in seven working days: it goes back, and the case shows it", async () => {
    const { at } = await town.inForce("preservation");
    await town.passTo(morning("2026-09-11"));
    expect(await town.get(at, officer1)).toMatchObject({ body: { status: "lapsed" } });
    const held = (await town.runtime.store.load(penaltyCase, "CASE1"))?.state;
    expect(held?.late).toHaveLength(1);
  });
});

describe("QZ-28, CF-57a: measures fall with their case", () => {
  test.each([
    ["stopped", { type: "stop", ground: "no-breach", powers: [], reasons: "不构成违法" }, "no-breach"],
    ["withdrawn", { type: "withdraw", ground: "filed-wrongly", reasons: "立案错误" }, "case-over"],
  ] as const)("a case that is %s gives the goods back, twice told as once", async (_how, command, ground) => {
    const { at, goods } = await town.inForce();
    const waiting = await town.post("/measures", town.proposal("seal"), officer1);
    await town.toCase(command, theHead);
    expect(await town.settle()).toEqual([]);
    expect(await town.get(at, theHead)).toMatchObject({ body: { status: "ended", ended: { how: "released" } } });
    expect(await town.get(`/measures/${waiting.body.id}`, theHead)).toMatchObject({ body: { status: "dropped" } });
    expect(await town.get(goods[0] ?? "", theHead)).toMatchObject({ body: { status: "returning", returning: ground } });
    expect(await measuresOfCase()).toMatchObject([{ ended: { how: "released" } }]);
  });
  test("CF-57a: the case is not closed while released goods wait to be handed back", async () => {
    const { id, goods } = await town.inForce();
    await town.toCase({ type: "withdraw", ground: "filed-wrongly", reasons: "立案错误" }, theHead);
    expect(await town.settle()).toEqual([]);
    await town.toCase({ type: "note-paper", paper: { kind: "goods-disposal", reference: "卷1" } });
    const close = () => town.post("/cases/CASE1/close", { report: sha }, theHead);
    expect(await close()).toMatchObject({
      status: 422,
      body: { code: "enforcement.goods-lying", details: { goods: [`${id}-1`] } },
    });
    expect(await town.post(`${goods[0]}/give-back`, giving(), theKeeper)).toMatchObject(ok);
    expect(await close()).toMatchObject({ status: 200, body: { status: "closed" } });
  });
  test("a party whose proceeding was stopped gets his goods back", async () => {
    await open();
    const { goods } = await town.inForce();
    const stop = { ground: "wrong-party", reasons: "当事人错误" };
    expect(await town.post("/proceedings/CASE1:P1/stop", stop, theHead)).toMatchObject(ok);
    expect(await town.settle()).toEqual([]);
    expect(await town.get(goods[0] ?? "", theHead)).toMatchObject({ body: { status: "returning" } });
  });
});

/** A decision that punishes with these kinds, served on the party the same day. */
async function decided(kinds: readonly string[], goods: readonly string[]) {
  const at = "/proceedings/CASE1:P1";
  const { officers } = proposing();
  await town.toCase({ type: "report", sha256: sha, complex: false, suspectedCrime: false, summary: "查清", officers });
  await open();
  const charge = {
    ...{ act: "A1", code: "PN-100", competing: [], kinds },
    facts: [{ text: "无证经营", evidence: ["E1"] }],
    circumstances: {
      ...{ slight: false, harm: "slight", corrected: false, faultless: false, serious: false, orderUnmet: false },
      grounds: [],
    },
    ...(goods.length > 0 ? { confiscation: { gainsFen: 0, refundsFen: 0, goods } } : {}),
    ...(kinds.includes("罚款") ? { fine: { amountFen: 50_000, tier: "一般", grounds: [] } } : {}),
    order: { text: "立即停止" },
  };
  const step = async (verb: string, body: object, actor: typeof officer1) => {
    const answer = await town.post(`${at}/${verb}`, body, actor);
    if (answer.status !== 200) throw new Error(`${verb}: ${JSON.stringify(answer.body)}`);
  };
  await step("charge", { charges: [charge] }, officer1);
  await step("countersign", {}, officer2);
  await step("notify", {}, officer1);
  await step("issue-notice", {}, officer2);
  const on = town.runtime.clock().slice(0, 10) > filedOn ? town.runtime.clock().slice(0, 10) : filedOn;
  const serve = async (kind: string) => {
    const sent = await town.post("/deliveries", { proceeding: "CASE1:P1", paper: { kind } }, officer1);
    const taken = { on, to: "self", signedBy: "欧阳娜娜", proof: sha };
    const answer = await town.post(`/deliveries/${sent.body.id}/deliver-by-hand`, taken, officer1);
    if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
    await town.settle();
  };
  await serve("notice");
  await town.post(`${at}/waive`, { rights: ["defence", "hearing"] }, theParty);
  await town.post(`${at}/waive`, { rights: ["defence"] }, theParty);
  const how = {
    outcome: "punish",
    reasons: "事实清楚",
    performance: { how: "十五日内缴纳", bank: "农商行", surcharge: true },
  };
  await step("decide", how, theHead);
  await town.settle();
  return { serve, at };
}

describe("QZ-27, CF-74a: confiscated, disposed of, and back again", () => {
  test("what a served decision names is confiscated and sold; the rest goes back when it is decided; all of it when it falls", async () => {
    const { at, goods } = await town.inForce("seizure", [item("腊肉"), item("香肠")]);
    const [meat = "", sausage = ""] = goods;
    const { serve, at: proceeding } = await decided(["没收非法财物"], ["腊肉"]);
    expect(await town.get(sausage, officer1)).toMatchObject({ body: { status: "returning", returning: "decided" } });
    expect(await town.get(meat, officer1)).toMatchObject({ body: { status: "held" } });
    expect((await town.post(`${at}/confiscate`, {}, officer1)).body.code).toBe(
      "enforcement.not-confiscated-by-decision",
    );
    await serve("decision");
    expect(await town.post(`${at}/confiscate`, {}, officer1)).toMatchObject({
      body: { status: "ended", ended: { how: "confiscated" } },
    });
    expect(await town.get(meat, officer1)).toMatchObject({
      body: { status: "confiscated", proceeding: "CASE1:P1", until: "2026-11-30" },
    });
    expect(await town.post(`${meat}/decide-disposal`, { how: "auction", reasons: "可以拍卖" }, theHead)).toMatchObject(
      ok,
    );
    const sold = { amountFen: 90_000, interestFen: 100, receipt: "缴库1", record: sha };
    expect((await town.post(`${meat}/realise`, sold, theKeeper)).body.code).toBe("enforcement.goods-disposer-apart");
    expect(await town.post(`${meat}/realise`, sold, theAccountant)).toMatchObject({ body: { status: "realised" } });
    const fallen = {
      how: "revoked",
      by: "own",
      document: { number: "广通撤〔2026〕1号", date: filedOn },
      reasons: "证据不足",
    };
    expect(await town.post(`${proceeding}/overturn`, fallen, theHead)).toMatchObject(ok);
    expect(await town.settle()).toEqual([]);
    expect(await town.get(meat, theParty)).toMatchObject({
      body: { status: "returning", returning: "overturned", dueFen: 90_100 },
    });
    expect(await town.post(`${meat}/give-back`, giving(90_100), theKeeper)).toMatchObject({
      body: { status: "returned" },
    });
  });
  test("a fine alone: everything goes back as soon as it is decided", async () => {
    const { at, goods } = await town.inForce();
    await decided(["罚款"], []);
    expect(await town.get(at, officer1)).toMatchObject({ body: { status: "ended" } });
    expect(await town.get(goods[0] ?? "", officer1)).toMatchObject({
      body: { status: "returning", returning: "decided" },
    });
  });
  test("decided on the last day, it stays until it is served", async () => {
    const { at, goods } = await town.inForce();
    await town.passTo(morning("2026-10-01"));
    await decided(["没收非法财物"], ["腊肉"]);
    await town.passTo(morning("2026-10-02"));
    expect(await town.get(at, officer1)).toMatchObject({ body: { status: "in-force", until: "2026-11-15" } });
    expect(await town.get(goods[0] ?? "", officer1)).toMatchObject({ body: { status: "held", until: "2026-11-15" } });
    await town.passTo(morning("2026-11-16"));
    expect(await town.get(at, officer1)).toMatchObject({ body: { status: "lapsed", lapse: { cause: "unserved" } } });
  });
  test("what no measure holds is taken by the decision itself", async () => {
    const { serve } = await decided(["没收非法财物"], ["秤"]);
    const { relation: _of, dailyNecessity: _need, sealedElsewhere: _seal, ...scale } = item("秤");
    const taking = { proceeding: "CASE1:P1", item: scale, with: officer2.sub, list: sha };
    expect((await town.post("/goods", taking, officer1)).body.code).toBe(
      "enforcement.goods-not-confiscated-by-decision",
    );
    await serve("decision");
    expect(await town.post("/goods", taking, officer1)).toMatchObject({ status: 201, body: { status: "confiscated" } });
    // CF-74a: the same thing is one item, whatever else is said of it.
    for (const [again, actor] of [
      [taking, officer1],
      [{ ...taking, item: { ...scale, quantity: 3 }, with: officer1.sub }, officer2],
    ] as const)
      expect(await town.post("/goods", again, actor)).toMatchObject({ status: 409 });
    expect(await town.get("/goods", officer1)).toMatchObject({ body: { items: [{ title: "秤" }] } });
  });
  test("CF-74a: what a measure holds is not taken in again by the decision", async () => {
    await town.inForce("seizure", [item("腊肉")]);
    const { serve } = await decided(["没收非法财物"], ["腊肉"]);
    await serve("decision");
    const { relation: _of, dailyNecessity: _need, sealedElsewhere: _seal, ...meat } = item("腊肉");
    const taking = { proceeding: "CASE1:P1", item: meat, with: officer2.sub, list: sha };
    expect(await town.post("/goods", taking, officer1)).toMatchObject({
      status: 409,
      body: { code: "enforcement.goods-taken-in-already" },
    });
  });
});

describe("QZ-46: goods against the fine", () => {
  const FINE = "/fines/CASE1:P1";
  const demandIn = z.looseObject({
    demand: z.looseObject({ number: z.looseObject({ text: z.looseObject({ zh: z.string() }) }), issuedOn: z.string() }),
  });
  /** The delivery by which the demand reached the party today. */
  const demandServed = async (): Promise<string> => {
    const { demand } = demandIn.parse((await town.get(FINE, officer1)).body);
    const paper = { kind: "demand", number: demand.number.text.zh, issuedOn: demand.issuedOn };
    const sent = await town.post("/deliveries", { proceeding: "CASE1:P1", paper }, officer1);
    const id = String(sent.body.id);
    const taken = { on: demand.issuedOn, to: "self", signedBy: "欧阳娜娜", proof: sha };
    expect(await town.post(`/deliveries/${id}/deliver-by-hand`, taken, officer1)).toMatchObject(ok);
    return id;
  };
  const toTheAuction = async () => {
    town = await aMeasureTown({ termDays: 300 });
    const { at, goods } = await town.inForce("seizure", [item("冰柜"), item("香肠")]);
    expect(await town.post(`${at}/keep-for-fine`, { reasons: "有转移财产的迹象" }, theHead)).toMatchObject({
      body: { forFine: true },
    });
    const { serve } = await decided(["罚款"], []);
    await serve("decision");
    expect(await town.get(goods[0] ?? "", officer1)).toMatchObject({ body: { status: "held" } });
    await town.passTo(morning("2027-03-02"));
    expect(await town.post(`${FINE}/demand`, { payee: "财政专户", account: "5300" }, officer1)).toMatchObject(ok);
    expect(await town.post(`${FINE}/note-demand-service`, { delivery: await demandServed() }, officer1)).toMatchObject(
      ok,
    );
    const ids = goods.map((one) => one.slice("/goods/".length));
    const taking = { goods: ids, reasons: "经催告仍不履行" };
    await town.passTo(morning("2027-03-16"));
    expect((await town.post(`${FINE}/take-goods`, taking, theHead)).body.code).toBe("enforcement.goods-not-yet");
    await town.passTo(morning("2027-03-17"));
    expect(await town.post(`${FINE}/take-goods`, { ...taking, goods: ["M9-1"] }, theHead)).toMatchObject({
      status: 422,
      body: { code: "enforcement.goods-unknown", errors: [{ pointer: "/goods/0" }] },
    });
    expect(await town.post(`${FINE}/take-goods`, taking, theHead)).toMatchObject(ok);
    await town.settle();
    expect(await town.get(at, officer1)).toMatchObject({ body: { status: "ended" } });
    expect(await town.get("/cases/CASE1/papers", theParty, { kind: "goods-against-fine" })).toMatchObject({
      body: { items: [{ number: "广通强执〔2027〕1号" }] },
    });
    for (const one of goods) expect(await town.get(one, officer1)).toMatchObject({ body: { status: "to-auction" } });
    return ids;
  };
  const sold = (of: string, amountFen: number) => ({ item: of, amountFen, record: sha, receipt: `拍卖-${of}` });

  test("unpaid after demand and periods: auctioned, the fine is paid, and what is too much goes back", async () => {
    const [one = "", other = ""] = await toTheAuction();
    expect((await town.post(`${FINE}/note-auction`, sold(one, 60_000), theKeeper)).status).toBe(403);
    expect(await town.post(`${FINE}/note-auction`, sold(one, 60_000), theAccountant)).toMatchObject({
      body: { status: "due", owed: { openFen: 40_000 }, goods: [{ item: one, soldFen: 60_000 }, { item: other }] },
    });
    expect(await town.post(`${FINE}/note-auction`, sold(other, 55_000), theAccountant)).toMatchObject({
      body: { status: "paid", owed: { openFen: 0, surplusFen: 15_000, refundedFen: 15_000 } },
    });
    expect(await town.settle()).toEqual([]);
    for (const of of [one, other])
      expect(await town.get(`/goods/${of}`, officer1)).toMatchObject({ body: { status: "realised" } });
  });
  test("what finds no buyer goes back, and the debt stays", async () => {
    const [one = "", other = ""] = await toTheAuction();
    const unsold = { goods: [other], reasons: "流拍" };
    expect(await town.post(`${FINE}/release-goods`, unsold, theHead)).toMatchObject({
      body: { status: "due", goods: [{ item: one }] },
    });
    expect(await town.get(`/goods/${other}`, officer1)).toMatchObject({ body: { status: "returning" } });
    expect(await town.get(`/goods/${one}`, officer1)).toMatchObject({ body: { status: "to-auction" } });
  });
  test("paid before the auction, it goes back", async () => {
    const [one = "", other = ""] = await toTheAuction();
    const slip = { amountFen: 100_000, on: "2027-03-17", receipt: "银行1" };
    expect(await town.post(`${FINE}/note-payment`, slip, theAccountant)).toMatchObject({ body: { status: "paid" } });
    expect(await town.settle()).toEqual([]);
    for (const of of [one, other])
      expect(await town.get(`/goods/${of}`, officer1)).toMatchObject({
        body: { status: "returning", returning: "fine-settled" },
      });
    expect((await town.post(`${FINE}/note-auction`, sold(one, 1), theAccountant)).status).toBe(409);
  });
  test("QZ-25: kept for the fine it goes back on the last day of its term all the same", async () => {
    const { at, goods } = await town.inForce();
    expect(await town.post(`${at}/keep-for-fine`, { reasons: "有转移财产的迹象" }, theHead)).toMatchObject(ok);
    await decided(["罚款"], []);
    await town.passTo(morning("2026-10-02"));
    expect(await town.get(at, officer1)).toMatchObject({ body: { status: "lapsed" } });
    expect(await town.get(goods[0] ?? "", officer1)).toMatchObject({ body: { status: "returning" } });
  });
});

describe("what becomes of goods, step by step over HTTP", () => {
  test("moved, looked at, paid for; lost and made good; sold and destroyed", async () => {
    const { at, goods } = await town.inForce("seizure", [item("甲"), item("乙"), item("丙"), item("丁")]);
    const [a = "", b = "", c = "", d = ""] = goods;
    const to = { keeper: { kind: "staff", sub: "clerk-2" }, place: "冷库", reasons: "需要冷藏" };
    expect(await town.post(`${a}/move`, to, theKeeper)).toMatchObject(ok);
    const second = { ...theKeeper, sub: "clerk-2" };
    expect(await town.post(`${a}/receive`, {}, second)).toMatchObject({ body: { keeper: { name: "clerk-2" } } });
    expect((await town.get(a, theKeeper)).status).toBe(404);
    expect(await town.get("/goods", second, { keptBy: "mine" })).toMatchObject({ body: { items: [{ title: "甲" }] } });
    // P-17: a third party who keeps it is masked, unless he is said to be a body.
    const third = { kind: "third-party", name: "孙保管", contract: sha };
    const passed = { place: "冷库", reasons: "需要冷藏", receipt: sha, slip: sha };
    for (const [keeper, name, by] of [
      [third, "孙**", theKeeper],
      [{ ...third, partyKind: "organisation" }, "孙保管", officer1],
    ] as const)
      expect(await town.post(`${d}/move`, { ...passed, keeper }, by)).toMatchObject({ body: { keeper: { name } } });
    expect(
      await town.post(`${d}/move`, { ...passed, keeper: { kind: "staff", sub: theKeeper.sub } }, officer1),
    ).toMatchObject(ok);
    expect(await town.post(`${d}/receive`, {}, theKeeper)).toMatchObject(ok);
    const look = { condition: "完好", sealsIntact: true, seals: ["封009"], pictures: [] };
    expect(await town.post(`${a}/inspect`, look, second)).toMatchObject({ body: { seals: ["封009"] } });
    const cost = { what: "keeping", amountFen: 500, bearer: "town" };
    expect(await town.post(`${a}/note-cost`, cost, second)).toMatchObject({ body: { costsFen: 500 } });
    const lost = { what: "lost", valueFen: 5_000, reasons: "被盗" };
    expect(await town.post(`${b}/note-loss`, lost, theKeeper)).toMatchObject({
      body: { status: "lost", dueFen: 5_000 },
    });
    expect(await town.post(`${b}/compensate`, { paidFen: 5_000, receipt: "凭证1" }, theHead)).toMatchObject({
      body: { status: "compensated" },
    });
    const sale = { amountFen: 60_000, marketFen: 100_000, reasons: "即将变质", record: sha, account: "代管账户1" };
    expect(await town.post(`${c}/sell-perishable`, sale, theHead)).toMatchObject({ body: { status: "sold" } });
    expect(await town.settle()).toEqual([]);
    const part = { goods: [c.replace("/goods/", "")], ground: "unrelated", reasons: "与本案无关" };
    expect(await town.post(`${at}/release`, part, theHead)).toMatchObject({ body: { status: "in-force" } });
    expect(await town.get(c, theParty)).toMatchObject({ body: { dueFen: 100_000 } });
    await decided(["没收非法财物"], ["甲", "丁"]).then(({ serve }) => serve("decision"));
    expect(await town.post(`${at}/confiscate`, {}, officer2)).toMatchObject({ body: { status: "ended" } });
    const destroying = { how: "destroy", ground: "harmful", reasons: "不可流通" };
    await town.post(`${a}/decide-disposal`, destroying, theHead);
    const done = { witnesses: ["李四", "王五"], record: sha, recording: sha };
    expect(await town.post(`${a}/destroy`, done, theAccountant)).toMatchObject({ body: { status: "destroyed" } });
    await town.post(`${d}/decide-disposal`, { how: "give-over", reasons: "依法移交" }, theHead);
    const over = { organ: "县应急局", receipt: "收条1", record: sha };
    expect(await town.post(`${d}/give-over`, over, theAccountant)).toMatchObject({ body: { status: "given-over" } });
  });
  test("CF-27a: goods go with the case, and come back with it", async () => {
    const { at, goods } = await town.inForce();
    const moved = { organ: "禄丰市某局", letter: "移1", reasons: "不属本镇管辖" };
    expect(await town.post("/cases/CASE1/transfer-organ", moved, theHead)).toMatchObject(ok);
    expect(await town.post(`${at}/hand-over`, { receipt: "收条1" }, officer1)).toMatchObject({
      body: { status: "ended" },
    });
    expect(await town.get(goods[0] ?? "", officer1)).toMatchObject({ body: { status: "handed-over" } });
    const back = { organ: "禄丰市某局", document: "退1" };
    expect(await town.post(`${goods[0]}/take-back`, back, officer1)).toMatchObject({
      body: { status: "returning", returning: "taken-back" },
    });
  });
  test("refused or given up, nothing was taken", async () => {
    const one = await town.post("/measures", town.proposal("seal"), officer1);
    expect(await town.post(`/measures/${one.body.id}/refuse`, { reasons: "不必" }, theHead)).toMatchObject({
      body: { status: "refused" },
    });
    const other = await town.post("/measures", town.proposal("seal"), officer1);
    expect(await town.post(`/measures/${other.body.id}/drop`, { reasons: "已自行改正" }, officer1)).toMatchObject({
      body: { status: "dropped" },
    });
    expect(await measuresOfCase()).toEqual([]);
  });
});

describe("who knows of it", () => {
  test("the case's people, the keeper his goods, the party his own once it is carried out; nobody else", async () => {
    const { at, goods } = await town.inForce();
    const waiting = await town.post("/measures", town.proposal("seal"), officer1);
    expect((await town.get(`/measures/${waiting.body.id}`, theParty)).status).toBe(404);
    expect(await town.get(at, theParty)).toMatchObject(ok);
    expect(await town.get("/measures", theParty)).toMatchObject({ body: { items: [{ status: "in-force", held: 1 }] } });
    expect(await town.get("/goods", theParty)).toMatchObject({ body: { items: [{ status: "held" }] } });
    const stranger = { ...theParty, party: partyKey.replaceAll("0", "9") };
    for (const one of [at, goods[0] ?? ""]) {
      expect((await town.get(one, stranger)).status).toBe(404);
      expect((await town.get(one, { ...officer3, sub: "officer-9" })).status).toBe(404);
    }
    expect(await town.get("/measures", stranger)).toMatchObject({ body: { items: [] } });
    expect(await town.get("/measures", officer3)).toMatchObject({ body: { items: [] } });
    expect((await town.post("/measures", town.proposal("seal", { case: "CASE9" }), officer1)).status).toBe(422);
    expect((await town.post("/measures", town.proposal("seal"), officer3)).status).toBe(422);
    expect(await town.get("/measures", officer1, { case: "CASE1", status: "proposed" })).toMatchObject({
      body: { items: [{ status: "proposed" }] },
    });
  });
});
