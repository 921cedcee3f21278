import { describe, expect, test } from "vitest";
import { loadTownFrom } from "../../../infra/towns/load.ts";
import { conditionsOf, stopsByLaw } from "../../../services/powers/common/domain/conditions.ts";
import { openingOf } from "../../../services/powers/opening.ts";
import type { PowerCommand } from "../../../services/powers/powers/domain/power.ts";
import { readiness } from "../../../services/powers/readiness/domain/decider.ts";
import type { ReadinessCommand } from "../../../services/powers/readiness/domain/readiness.ts";
import { powerCategories } from "../../../shared/contracts/powers.ts";
import { followPowers } from "../../../shared/powers-in-force/follow.ts";
import { inForceOn, type KnownPower, powerCopiesOf } from "../../../shared/powers-in-force/index.ts";
import { day } from "../../support/deciding.ts";
import { Living } from "../../support/living.ts";
import { handTo } from "../../support/reacting.ts";
import { theLeader } from "../duties/builders.ts";
import { aHandover, aListing, inTheTownsName } from "../powers/builders.ts";
import { anOfficer, aPowersTown, twoOfficers } from "../powers-town.ts";

const domain = "urban";
const two = { kind: "officers", atLeast: 2 } as const;
const today = "2026-03-02";
const penalty: PowerCommand = { ...aHandover(), awaitsReadiness: true, conditions: conditionsOf("penalty") };

/** A penalty power handed over with the law's conditions, and nobody to use it yet. */
async function aPenaltyTown() {
  const town = aPowersTown();
  await town.list();
  await town.tell(penalty);
  await town.settle();
  const check = async (on = town.runtime.clock().slice(0, 10)) =>
    (await town.get("/powers/check", { code: "PN-001", on })).body;
  return { ...town, check };
}

describe("CF-42, W4: a power of penalty, inspection or coercion needs two certified officers of its domain", () => {
  test.each(powerCategories)("%s", (category) => {
    const needs = ["penalty", "inspection", "coercion"].includes(category);
    expect(conditionsOf(category)).toEqual(needs ? [two] : []);
    expect(conditionsOf(category, [{ kind: "officers", atLeast: 1 }, { kind: "seal" }])).toEqual(
      needs ? [two, { kind: "seal" }] : [{ kind: "officers", atLeast: 1 }, { kind: "seal" }],
    );
    expect(conditionsOf(category, [{ kind: "officers", atLeast: 3 }])).toEqual([{ kind: "officers", atLeast: 3 }]);
    const lacks = (found: number) => stopsByLaw(category, [{ kind: "officers", atLeast: 3, found }]);
    expect([lacks(1), lacks(2)]).toEqual([needs, false]);
    expect(stopsByLaw(category, [{ kind: "seal", found: 0 }])).toBe(false);
  });

  test("a form that says nothing, or one officer, or another condition only, hands it over with two", async () => {
    const town = aPowersTown();
    await town.list();
    const form = {
      ...{ mode: "delegated", inForceFrom: "2026-04-01", files: [] },
      authority: {
        ...{ kind: "province", document: "省人民政府决定", date: "2025-11-20" },
        publication: { where: "省政府公报", on: "2025-11-25" },
        scope: { domains: [domain] },
      },
      letter: { number: "赋权〔2026〕2号", date: "2026-02-25" },
      capability: { document: "承接能力评估〔2026〕1号", date: "2026-02-20", capable: true },
    };
    for (const [own, conditions] of [
      [undefined, [two]],
      [[{ kind: "officers", atLeast: 1 }], [two]],
      [[{ kind: "seal" }], [two, { kind: "seal" }]],
    ] as const) {
      const line = { code: "PN-001", ...(own === undefined ? {} : { conditions: own }) };
      const { body } = await town.post("/powers/handovers", { ...form, lines: [line] });
      expect(body).toMatchObject({ lines: [{ code: "PN-001", conditions }] });
    }
  });

  test("not in force with none, one, one twice, or one of another domain; in force with the second, from that day", async () => {
    const { check, settle, get, post, ...town } = await aPenaltyTown();
    const lacks = (found: number) => ({
      inForce: false,
      failed: [{ condition: "not-ready" }],
      readiness: { conditions: [two], unmet: [{ ...two, found }] },
    });
    expect(await check()).toMatchObject(lacks(0));
    expect((await get("/powers/items/PN-001")).body).toMatchObject({
      status: { inForce: false },
      readiness: { unmet: [{ ...two, found: 0 }] },
    });
    expect((await get("/powers/readiness", {}, theLeader)).body).toMatchObject({
      powers: [{ code: "PN-001", standing: "awaiting", unmet: [{ ...two, found: 0 }] }],
    });
    expect(await anOfficer({ post }, "officer-1")).toBe(201);
    expect(await anOfficer({ post }, "officer-9", "waters")).toBe(201);
    const twin = { certificate: "云E-TWIN", sub: "officer-1", name: "李执法", domains: [domain], from: today };
    expect((await post("/powers/officers", { ...twin, until: "2028-12-31" })).status).toBe(201);
    await settle();
    expect(await check()).toMatchObject(lacks(1));
    town.runtime.setClock("2026-03-05T02:00:00.000Z");
    await anOfficer({ post }, "officer-2", domain, "2026-03-05");
    await settle();
    expect(await check()).toMatchObject({ inForce: true, since: "2026-03-05" });
    expect(await check("2026-03-04")).toMatchObject({ inForce: false });
    expect(town.refusals).toEqual([]);
  });
});

describe("CF-42: with fewer than two officers the power stops, by rule and in the open", () => {
  test("on the day after a certificate's last; with another officer it goes on; what the county suspended stays so", async () => {
    const { check, settle, get, post, ...town } = await aPenaltyTown();
    await anOfficer({ post }, "officer-1");
    const short = { certificate: "云E-SHORT", sub: "officer-2", name: "李执法", domains: [domain], from: today };
    await post("/powers/officers", { ...short, until: "2026-05-31" });
    await settle();
    expect(await check("2026-05-31")).toMatchObject({ inForce: true });
    town.runtime.setClock("2026-06-01T02:00:00.000Z");
    await settle();
    expect(await check()).toMatchObject({
      inForce: false,
      failed: [{ condition: "not-ready", from: "2026-06-01" }],
      readiness: { unmet: [{ ...two, found: 1 }] },
    });
    expect(await check("2026-05-31")).toMatchObject({ inForce: true });
    expect(town.published.find(({ type }) => type === "powers.power.unready")?.data).toMatchObject({
      ...{ code: "PN-001", from: "2026-06-01", article: "行政处罚法42", rule: "CF-42" },
    });
    expect((await get("/powers/readiness", {}, theLeader)).body).toMatchObject({ powers: [{ standing: "below" }] });

    town.runtime.setClock("2026-06-10T02:00:00.000Z");
    await anOfficer({ post }, "officer-3", domain, "2026-06-10");
    await settle();
    expect(await check()).toMatchObject({ inForce: true });
    expect(await check("2026-06-05")).toMatchObject({ inForce: false });

    await post("/powers/items/PN-001/suspend", { from: "2026-06-10", reason: "县里暂停" });
    await post("/powers/officers/云E-OFFICER-3/withdraw", { from: "2026-06-10", reason: "离职" });
    await settle();
    await anOfficer({ post }, "officer-4", domain, "2026-06-10");
    await settle();
    expect((await check()).failed).toMatchObject([{ condition: "suspended" }]);
    expect(town.refusals).toEqual([]);
  });

  test("what the form alone asks for is a warning; with it lacking, the officers' return is told all the same", async () => {
    const town = aPowersTown();
    await town.list();
    await town.tell({ ...aHandover(), awaitsReadiness: true, conditions: conditionsOf("penalty", [{ kind: "seal" }]) });
    await twoOfficers(town);
    const seal = { kind: "seal", domain, what: "执法专用章", from: today, until: "2026-03-31" };
    await town.post("/powers/readiness-records", seal, theLeader);
    await town.settle();
    const inForce = async () => (await town.get("/powers/check", { code: "PN-001" })).body.inForce;
    expect(await inForce()).toBe(true);
    town.runtime.setClock("2026-04-01T02:00:00.000Z");
    await town.settle();
    expect(await inForce()).toBe(true);
    await town.post("/powers/officers/云E-OFFICER-2/withdraw", { from: "2026-04-01", reason: "离职" });
    await town.settle();
    expect(await inForce()).toBe(false);
    await anOfficer(town, "officer-3", domain, "2026-04-01");
    await town.settle();
    expect(await inForce()).toBe(true);
    expect((await town.get("/powers/items/PN-001")).body).toMatchObject({
      readiness: { unmet: [{ kind: "seal", found: 0 }] },
    });
  });

  test("other services hear of both: a copy is not in force in between", async () => {
    const town = aPowersTown();
    const copies = powerCopiesOf("permits");
    const told = (type: string, sequence: number, data: object) => ({
      ...{ specversion: "1.0" as const, id: `${type}/${sequence}`, source: "/towns/532302105000/powers", type },
      ...{ subject: "power/PN-001", time: "2026-03-02T02:00:00.000Z", datacontenttype: "application/json" as const },
      ...{ sequence, actor: "town", data: { code: "PN-001", ...data } },
    });
    const { type: _type, ...handover } = aHandover();
    const law = { unmet: [{ ...two, found: 1 }], article: "行政处罚法42", rule: "CF-42" };
    for (const event of [
      told("powers.power.handed-over", 1, handover),
      told("powers.power.unready", 2, { from: "2026-06-01", ...law }),
      told("powers.power.ready", 3, { from: "2026-06-10" }),
    ])
      expect(await handTo(followPowers(copies), event, town.runtime)).toEqual([]);
    const copy = (await town.runtime.store.load(copies, "PN-001"))?.state;
    const on = (date: string) => inForceOn(copy, day(date)).inForce;
    expect(["2026-05-31", "2026-06-01", "2026-06-09", "2026-06-10"].map(on)).toEqual([true, false, false, true]);
  });

  test("handed over anew it begins anew, whatever was lacking before", () => {
    const change = { ...aHandover(), kind: "handed-over" as const, from: "2026-07-01" };
    const known: KnownPower = {
      ...{ code: "PN-001", townRole: "decides" },
      changes: [{ ...change, from: "2026-03-02" }, { kind: "unready", from: "2026-06-01" }, change],
    };
    expect(inForceOn(known, day("2026-06-30")).inForce).toBe(false);
    expect(inForceOn(known, day("2026-07-01")).inForce).toBe(true);
  });
});

describe("CF-42: a power handed over before the law's conditions were known here", () => {
  const unmet = [{ ...two, found: 0 }];

  /** As towns were opened then: in force, with no condition, and watched by nobody. */
  async function anOldTown(category: "penalty" | "coercion" | "confirmation" = "penalty") {
    const town = aPowersTown();
    expect((await town.post("/powers/items", aListing({ category }).power)).status).toBe(201);
    const { conditions: _conditions, ...asThen } = aHandover();
    await town.tell(asThen);
    const check = async (on = town.runtime.clock().slice(0, 10)) =>
      (await town.get("/powers/check", { code: "PN-001", on })).body;
    return { ...town, check };
  }

  test.each(["penalty", "coercion"] as const)("%s: its record names the law's conditions", async (category) => {
    const { check, get } = await anOldTown(category);
    expect(await check()).toMatchObject({ inForce: true });
    expect((await get("/powers/items/PN-001")).body).toMatchObject({ readiness: { conditions: [two] } });
  });

  test("the clock has it judged once; without officers it stops that day, and nothing reaches back", async () => {
    const { check, settle, runtime, ...town } = await anOldTown();
    runtime.setClock("2026-06-01T02:00:00.000Z");
    await settle();
    expect(await check()).toMatchObject({ inForce: false, failed: [{ condition: "not-ready", from: "2026-06-01" }] });
    expect(await check("2026-05-31")).toMatchObject({ inForce: true });
    expect((await town.get("/powers/readiness", {}, theLeader)).body).toMatchObject({ powers: [{ unmet }] });
    runtime.setClock("2026-06-02T02:00:00.000Z");
    for (const sub of ["officer-1", "officer-2"]) await anOfficer(town, sub, domain, "2026-06-02");
    await settle();
    expect(await check()).toMatchObject({ inForce: true });
    const told = town.published.filter(({ type }) => type === "powers.power.held-to-law");
    expect(told.map(({ data }) => data)).toEqual([{ code: "PN-001", from: "2026-06-01", domain, conditions: [two] }]);
    expect(town.refusals).toEqual([]);
  });

  test("with its officers there it never stops; without them later it does", async () => {
    const { check, settle, ...town } = await anOldTown();
    await twoOfficers(town);
    await settle();
    expect(await check()).toMatchObject({ inForce: true });
    expect(town.published.map(({ type }) => type)).not.toContain("powers.power.unready");
    await town.post("/powers/officers/云E-OFFICER-2/withdraw", { from: today, reason: "离职" });
    await settle();
    expect(await check()).toMatchObject({ inForce: false });
  });

  test("a confirmation has none by law; a power taken back already is judged by nobody", async () => {
    const other = await anOldTown("confirmation");
    await other.settle();
    expect(await other.check()).toMatchObject({ inForce: true });
    const recalled = await anOldTown();
    await recalled.tell({ type: "recall", from: today, document: "收回〔2026〕1号" });
    await recalled.settle();
    expect((await recalled.get("/powers/readiness", {}, theLeader)).body).toEqual({ powers: [] });
    const ends = await anOldTown();
    await ends.tell({ type: "recall", from: "2026-03-10", document: "收回〔2026〕1号" });
    await ends.settle();
    const watched = async () => (await ends.get("/powers/readiness", {}, theLeader)).body;
    expect(await watched()).toMatchObject({ powers: [{ code: "PN-001" }] });
    ends.runtime.setClock("2026-03-10T02:00:00.000Z");
    expect(await watched()).toEqual({ powers: [] });
  });

  test("a form drawn up then and signed now hands it over with them", async () => {
    const town = aPowersTown();
    await town.list();
    const line = { code: "PN-001", inWhoseName: inTheTownsName, conditions: [] };
    const { type: _type, authority: _authority, ...how } = aHandover();
    const signed = {
      ...{ number: { series: "handover", year: 2026, serial: 1, text: { zh: "1", en: "1" } }, hash: "h", on: today },
      ...{ mode: how.mode, inForceFrom: how.inForceFrom, letter: how.letter, files: [], receiver: inTheTownsName },
      authority: {
        ...{ kind: "province", document: "省人民政府决定", date: "2025-11-20", scope: { domains: [domain] } },
        publication: { where: "省政府公报", on: "2025-11-25" },
      },
      lines: [line],
    };
    await town.deliver({
      ...{ specversion: "1.0", id: "handover/1", source: "/towns/532302105000/powers", type: "powers.handover.signed" },
      ...{ subject: "handover/F1", time: "2026-03-02T02:00:00.000Z", datacontenttype: "application/json" },
      ...{ sequence: 1, actor: "town", data: signed },
    });
    await town.settle();
    expect((await town.get("/powers/check", { code: "PN-001" })).body).toMatchObject({
      ...{ inForce: false, failed: [{ condition: "not-ready" }] },
      readiness: { conditions: [two], unmet },
    });
  });
});

describe("P6: a power that the county moves to another domain needs the officers of that domain", () => {
  test("from the day of the move, not before", async () => {
    const { check, settle, post, ...town } = await aPenaltyTown();
    await twoOfficers({ post });
    await settle();
    const moved = { from: "2026-03-10", domain: "waters", document: "县编办〔2026〕1号" };
    expect((await post("/powers/items/PN-001/adjust", moved)).status).toBe(200);
    await settle();
    expect(await check()).toMatchObject({ inForce: true });
    town.runtime.setClock("2026-03-10T02:00:00.000Z");
    await settle();
    expect(await check()).toMatchObject({ inForce: false, failed: [{ condition: "not-ready", from: "2026-03-10" }] });
    expect((await town.get("/powers/readiness", {}, theLeader)).body).toMatchObject({ powers: [{ domain: "waters" }] });
    for (const sub of ["officer-7", "officer-8"]) await anOfficer({ post }, sub, "waters", "2026-03-10");
    await settle();
    expect(await check()).toMatchObject({ inForce: true });
    expect(town.refusals).toEqual([]);
  });
});

describe("CF-42 on opening day: every penalty power is listed, and none is in force without its officers", () => {
  const { profile, lists } = loadTownFrom("guangtong");

  test("each of the penalty list waits for two officers, and says so; licences and services do not", async () => {
    const town = aPowersTown();
    for (const instruction of openingOf(profile, lists)) {
      const carried = await instruction.carryOut(town.runtime, { id: instruction.key });
      expect([instruction.key, carried.done]).toEqual([instruction.key, true]);
    }
    await town.settle();
    expect(town.refusals).toEqual([]);
    for (const { code } of lists.penalties) {
      const { body } = await town.get("/powers/check", { code, on: "2026-09-01" });
      expect(body).toMatchObject({ inForce: false, readiness: { conditions: [two] } });
      expect(body.failed).toContainEqual(expect.objectContaining({ condition: "not-ready" }));
      expect((await town.get(`/powers/items/${code}`)).status).toBe(200);
    }
    for (const { code } of [...lists.licences, ...lists.services])
      expect((await town.get("/powers/check", { code, on: "2026-09-01" })).body).toMatchObject({ inForce: true });
  });

  test("a hundred powers of one domain are ready at once by the second officer, a commit's worth at a time", () => {
    const roster = new Living(readiness);
    const codes = lists.penalties.map(({ code }) => code);
    for (const code of codes)
      roster.lawfully({ type: "watch", code, power: { domain, conditions: [two], from: today } }, today);
    const certifying = (sub: string): ReadinessCommand => ({
      ...{ type: "follow-officer", certificate: sub, sequence: 1, sub },
      change: { kind: "certified", from: "2026-01-01", until: "2027-12-31", domains: [domain] },
    });
    for (const sub of ["officer-1", "officer-2"]) {
      const before = roster.events.length;
      roster.lawfully(certifying(sub), today);
      expect(roster.events.length - before).toBeLessThan(95);
      roster.letPass(today);
    }
    expect(codes.length).toBeGreaterThan(100);
    expect(Object.values(roster.state.powers).map(({ standing }) => standing)).toEqual(codes.map(() => "ready"));
  });
});
