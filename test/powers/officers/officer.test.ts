import { describe, expect, test } from "vitest";
import { power } from "../../../services/powers/powers/domain/decider.ts";
import { powers } from "../../../services/powers/service.ts";
import { powersEvents } from "../../../shared/contracts/powers.ts";
import { isRejection } from "../../../shared/decider/index.ts";
import { officerFaults } from "../../../shared/powers-in-force/index.ts";
import { instruct } from "../../../shared/service/index.ts";
import { claimsFor } from "../../support/claims.ts";
import { day, refusalOf } from "../../support/deciding.ts";
import { talkTo } from "../../support/http.ts";
import { aRuntime } from "../../support/tally-town.ts";
import { aHandover, aListing, theCounty } from "../powers/builders.ts";
import { aCertificate, aCertified, Certificate } from "./builders.ts";

const today = "2026-03-01";
const suspend = { type: "suspend", from: "2026-04-01", reason: "调查" } as const;
const resume = { type: "resume", from: "2026-05-01" } as const;
const withdraw = { type: "withdraw", from: "2026-06-01", reason: "调离" } as const;
const renew = { type: "renew", domains: ["pollution"], from: "2026-07-01", until: "2030-06-30" } as const;
const faults = ({ state }: Certificate, on: string, domain = "urban") =>
  officerFaults(state, day(on), domain).map(({ condition }) => condition);

describe("P5: an officer's certificate", () => {
  test("holds from its first day through its last, for its domains", () => {
    const one = aCertified();
    expect(["2025-03-01", "2025-03-02", "2028-03-01", "2028-03-02"].map((on) => faults(one, on))).toEqual([
      ["officer-not-yet-certified"],
      [],
      [],
      ["officer-expired"],
    ]);
    expect(faults(one, today, "pollution")).toEqual(["officer-of-another-domain"]);
  });

  test("is suspended and resumed, withdrawn, and renewed with other domains, each from its day", () => {
    const one = aCertified(suspend, resume, withdraw, renew);
    const on = [
      "2026-03-31",
      "2026-04-01",
      "2026-04-30",
      "2026-05-01",
      "2026-05-31",
      "2026-06-01",
      "2026-06-30",
      "2026-07-01",
    ];
    expect(on.map((date) => faults(one, date))).toEqual([
      [],
      ["officer-suspended"],
      ["officer-suspended"],
      [],
      [],
      ["officer-withdrawn"],
      ["officer-withdrawn"],
      ["officer-of-another-domain"],
    ]);
    expect(faults(one, "2026-07-01", "pollution")).toEqual([]);
  });

  test.each([
    ["resume", aCertified(), resume, "powers.officer-not-so"],
    ["suspend", aCertified(suspend), { ...suspend, from: "2026-04-02" }, "powers.officer-not-so"],
    ["withdraw", aCertified(withdraw), { ...withdraw, from: "2026-06-02" }, "powers.officer-not-so"],
    ["suspend yesterday", aCertified(), { ...suspend, from: "2026-02-28" }, "powers.date-past"],
    ["renew for an inverted period", aCertified(), { ...renew, until: "2026-06-30" }, "powers.period-inverted"],
    [
      "renew for a domain nobody knows",
      aCertified(),
      { ...renew, domains: ["pollution", "space"] },
      "powers.unknown-domain",
    ],
    ["certify twice", aCertified(), aCertificate(), "powers.officer-known"],
  ] as const)("does not %s", (_name, one, command, code) =>
    expect(refusalOf(one.tell(command, today)).code).toBe(code),
  );

  test("of what has expired is not recorded; on its last day it is", () => {
    expect(refusalOf(new Certificate().tell(aCertificate({ until: "2026-02-28" }), today)).code).toBe(
      "powers.date-past",
    );
    expect(isRejection(new Certificate().tell(aCertificate({ until: today }), today))).toBe(false);
  });

  test("publishes neither name nor reason, and keeps its contract", () => {
    const one = new Certificate();
    const events = [aCertificate(), suspend, resume, withdraw].flatMap((command) => {
      const decision = one.tell(command, today);
      return isRejection(decision) ? [] : decision;
    });
    expect(events).toHaveLength(4);
    for (const event of events) {
      expect(JSON.stringify(event.data)).not.toMatch(/李执法|调查|调离/);
      expect(powersEvents[event.type].strict().safeParse(event.data).error).toBeUndefined();
    }
  });
});

describe("GET /powers/check through an officer, at a place", () => {
  async function aTown() {
    const runtime = aRuntime();
    runtime.setClock("2026-03-02T02:00:00.000Z");
    const ask = talkTo(powers, runtime);
    const claims = claimsFor(theCounty);
    const post = (path: string, body: object) => ask({ method: "POST", path, body: JSON.stringify(body), claims });
    const { type: _type, ...certificate } = aCertificate();
    expect(await post("/powers/officers", certificate)).toMatchObject({
      status: 201,
      body: { name: "李**", valid: true },
    });
    await post("/powers/items", aListing({ code: "PN-026" }).power);
    const command = aHandover({ inForceFrom: "2026-03-02" });
    const told = instruct({ of: power, id: "PN-026", command });
    expect(await told.carryOut(runtime, { id: "handover" })).toEqual({ done: true });
    const check = async (more: Record<string, string> = {}) =>
      (await ask({ path: "/powers/check", query: { code: "PN-026", ...more } })).body;
    return { ask, post, check, claims };
  }

  test("yes, with mode, name, letter, role and the version of the entry", async () => {
    const { check } = await aTown();
    expect(await check({ officer: "云E010001", lng: "101.83", lat: "25.1" })).toMatchObject({
      inForce: true,
      mode: "delegated",
      inWhoseName: { name: { zh: "广通镇人民政府" } },
      letter: { number: "赋权〔2025〕1号" },
      townRole: "decides",
      listVersion: { number: 2, since: "2026-03-02" },
    });
    expect(await check()).toMatchObject({ inForce: true, placeMatters: true });
  });

  test("no, with every condition that fails", async () => {
    const { check, post } = await aTown();
    await post("/powers/items/PN-026/suspend", { from: "2026-03-10", reason: "评估" });
    await post("/powers/officers/云E010001/suspend", { from: "2026-03-05", reason: "调查" });
    await post("/powers/officers/云E010001/renew", { from: "2026-03-11", until: "2027-03-01", domains: ["pollution"] });
    const failed = async (more: Record<string, string>) => {
      const { failed: conditions } = await check(more);
      return JSON.stringify(conditions).match(/(?<="condition":")[a-z-]+/g);
    };
    const inside = { lng: "101.905", lat: "25.105" };
    expect(await failed({ on: "2026-03-11", officer: "云E010001", ...inside })).toEqual([
      "suspended",
      "outside-territory",
      "officer-of-another-domain",
    ]);
    expect(await failed({ on: "2026-03-10", officer: "云E010001", ...inside })).toContain("officer-suspended");
    expect(await failed({ officer: "云E019999", lng: "103", lat: "25" })).toEqual([
      "outside-territory",
      "officer-unknown",
    ]);
    expect(await failed({ code: "PN-999", officer: "云E019999" })).toEqual(["not-listed", "officer-unknown"]);
  });

  test.each([
    [422, { lng: "101.9" }],
    [422, { lat: "25.1" }],
    [400, { lng: "", lat: "" }],
    [400, { lng: "181", lat: "25" }],
    [400, { lng: "1e2", lat: "25" }],
  ])("half a place, or none, is refused %i: %j", async (status, query) => {
    const { ask } = await aTown();
    expect(await ask({ path: "/powers/check", query: { code: "PN-026", ...query } })).toMatchObject({
      status,
      body: { code: "request.invalid" },
    });
  });

  test("the register shows who is valid in a domain on a day, names masked, and not to everybody", async () => {
    const { ask, claims } = await aTown();
    const list = async (query: Record<string, string>) =>
      JSON.stringify((await ask({ path: "/powers/officers", query, claims })).body);
    expect(await list({ domain: "urban", valid: "yes" })).toContain("云E010001");
    expect(await list({ domain: "pollution" })).not.toContain("云E010001");
    expect(await list({ valid: "yes", on: "2028-03-02" })).not.toContain("云E010001");
    expect(await list({ valid: "no", on: "2028-03-02" })).toContain("云E010001");
    expect(await list({})).not.toContain("李执法");
    expect((await ask({ path: "/powers/officers" })).status).toBe(401);
  });
});
