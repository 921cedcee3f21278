import { describe, expect, test } from "vitest";
import * as z from "zod";
import { authorisation, authorisationMoves } from "../../../services/permits/authorisations/domain/authorisation.ts";
import { notAuthorised } from "../../../services/permits/authorisations/domain/covers.ts";
import { type Notice, notice, noticeMoves } from "../../../services/permits/notices/domain/notice.ts";
import { noticeKinds, wordsOf } from "../../../services/permits/notices/domain/texts.ts";
import { startOfDay } from "../../../shared/calendar/index.ts";
import { type Actor, isRejection } from "../../../shared/decider/index.ts";
import { walkStates } from "../../support/cells.ts";
import { on, refusalOf } from "../../support/deciding.ts";
import { partyId } from "../../support/keyed.ts";
import { anAgent, aResident, theClerk } from "../cases/builders.ts";
import { aPeopleTown } from "../people-town.ts";
import { aGiving, aGivingBody, anAct, anAuthorisation, aPaper, byLogin, theProven, theVillager } from "./builders.ts";

const failing = (state: Parameters<typeof notAuthorised>[0], more: Parameters<typeof anAct>[0] = {}) =>
  notAuthorised(state, anAct(more))?.details.failed;
const gateway: Actor = { sub: "sms-gateway", name: "", roles: ["device"] };
const otherAgent: Actor = { ...anAgent, sub: "agent-2" };
const neighbour: Actor = { ...aResident, sub: "resident-2" };

describe("an authorisation (L9)", () => {
  test.each([
    ["before a clerk", aGiving(), theClerk, "valid"],
    ["on paper that a clerk has seen", aPaper, theClerk, "valid"],
    ["on paper that the agent hands in", aPaper, anAgent, "pending"],
    ["by the villager's own login", byLogin, theProven, "valid"],
    ["by a login that proves nobody", byLogin, aResident, "pending"],
    [
      "by a login that proves another's number",
      byLogin,
      { ...aResident, party: partyId("11010119900307803X") },
      "pending",
    ],
  ])("L9 given %s it is %s", (_how, given, by, status) => {
    expect(anAuthorisation(given, by).state?.status).toBe(status);
  });
  test.each([
    ["a clerk by login", byLogin, theClerk],
    ["a resident at the counter", aGiving(), aResident],
    ["an agent at the counter", aGiving(), anAgent],
    ["an agent by login", byLogin, anAgent],
    ["another agent on paper", aPaper, otherAgent],
  ])("L9 %s proves nothing", (_how, given, by) => {
    expect(isRejection(authorisation.decide(undefined, given, on("2026-03-02", by)))).toBe(true);
  });
  test("L9 ends on the first hour after its last day, and is revoked at any time before", () => {
    const one = anAuthorisation();
    expect(one.state === undefined ? "" : authorisation.nextDeadline?.(one.state)).toBe(startOfDay("2026-05-01"));
    expect(one.tell({ type: "pass-time" }, "2026-04-30")).toEqual([]);
    expect(one.lawfully({ type: "pass-time" }, "2026-05-01").state?.ended).toMatchObject({ why: "expired" });
    expect(
      anAuthorisation(byLogin, theProven).lawfully({ type: "revoke" }, "2026-03-02", aResident).state?.status,
    ).toBe("ended");
  });
  test("L9 only its villager or a clerk for him revokes it, only its agent gives it up", () => {
    const one = anAuthorisation(byLogin, theProven);
    expect(refusalOf(one.tell({ type: "revoke" }, "2026-03-03", neighbour)).code).toBe("permits.not-yours");
    expect(refusalOf(one.tell({ type: "resign" }, "2026-03-03", otherAgent)).code).toBe("permits.not-yours");
    expect(one.lawfully({ type: "resign" }, "2026-03-03", anAgent).state?.ended?.why).toBe("resigned");
  });
  test("D2 given by a login that proves nobody it lets the agent do nothing, until a clerk has seen the villager", () => {
    const one = anAuthorisation(byLogin, aResident);
    expect(failing(one.state)).toEqual(["not-confirmed"]);
    for (const self of [aResident, anAgent])
      expect(isRejection(one.tell({ type: "confirm" }, "2026-03-03", { ...self, roles: ["clerk"] }))).toBe(
        self === anAgent,
      );
    expect(failing(one.state)).toBeUndefined();
  });
  test("nothing that identifies anybody is in what is published", () => {
    const told = JSON.stringify(anAuthorisation(aPaper, anAgent).events.map(({ data }) => data));
    for (const secret of Object.values(theVillager)) expect(told).not.toContain(secret);
    expect(told).not.toContain("李代办");
  });
});

walkStates("an authorisation's moves", {
  decider: authorisation,
  moves: authorisationMoves,
  impossible: "permits.authorisation-not-in-this-state",
  states: {
    pending: () => anAuthorisation(aPaper, anAgent).state,
    valid: () => anAuthorisation().state,
    ended: () => anAuthorisation().lawfully({ type: "revoke" }, "2026-03-02", theClerk).state,
  },
  told: {
    confirm: { type: "confirm" },
    reject: { type: "reject" },
    revoke: { type: "revoke" },
    resign: { type: "resign" },
    "pass-time": { type: "pass-time" },
  },
  context: (verb) => on(verb === "pass-time" ? "2026-05-01" : "2026-03-02", verb === "resign" ? anAgent : theClerk),
});

const aNotice: Notice = {
  status: "waiting",
  kind: "authorised",
  about: { on: "2026-03-02" },
  to: { name: "x", phone: "x" },
  attempts: [],
};
walkStates("a notice's moves", {
  decider: notice,
  moves: noticeMoves,
  impossible: "permits.notice-not-in-this-state",
  states: {
    waiting: () => aNotice,
    failed: () => ({ ...aNotice, status: "failed" }),
    delivered: () => ({ ...aNotice, status: "delivered" }),
  },
  told: {
    disclose: { type: "disclose", reason: "x" },
    deliver: { type: "deliver", channel: "sms" },
    fail: { type: "fail", channel: "phone", reason: "x" },
  },
  context: () => on("2026-03-03", theClerk),
});

describe("what an authorisation covers (L9)", () => {
  const valid = anAuthorisation().state;
  test.each([
    ["nothing given", undefined, {}, ["no-authorisation"]],
    ["an item that is not for agents", valid, { item: { code: "PL-018", proxyAllowed: false } }, ["not-for-agents"]],
    ["another agent", valid, { agent: "agent-2" }, ["other-agent"]],
    ["another villager", valid, { party: "X" }, ["other-villager"]],
    ["another item", valid, { item: { code: "PL-019", proxyAllowed: true } }, ["item-not-covered"]],
    ["the day after the last", valid, { on: "2026-05-01" }, ["expired"]],
    ["the day before the first", valid, { on: "2026-03-01" }, ["not-yet-given"]],
    ["paper nobody has seen", anAuthorisation(aPaper, anAgent).state, {}, ["not-confirmed"]],
    [
      "paper rejected",
      anAuthorisation(aPaper, anAgent).lawfully({ type: "reject" }, "2026-03-02", theClerk).state,
      {},
      ["ended"],
    ],
    ["revoked", anAuthorisation().lawfully({ type: "revoke" }, "2026-03-02", theClerk).state, {}, ["ended"]],
    [
      "an act not named",
      anAuthorisation(aGiving({ scope: { items: "all", acts: ["file"] } })).state,
      { act: "collect" as const },
      ["act-not-covered"],
    ],
  ])("L9 not: %s", (_what, state, more, failed) => {
    expect(failing(state, more)).toEqual(failed);
  });
  test("L9 on its first and its last day, for each of its acts, and entered by a clerk", () => {
    for (const day of ["2026-03-02", "2026-04-30"])
      for (const act of ["file", "pay", "collect"] as const) expect(failing(valid, { on: day, act })).toBeUndefined();
    const { agent: _agent, ...entered } = anAct();
    expect(notAuthorised(valid, entered)).toBeUndefined();
    const all = anAuthorisation(aGiving({ scope: { items: "all", acts: ["file"] } })).state;
    expect(failing(all, { item: { code: "PS-001", proxyAllowed: true } })).toBeUndefined();
  });
  test("every condition that fails is named at once", () => {
    expect(failing(valid, { agent: "agent-2", party: "X", on: "2026-05-01" })).toEqual([
      "expired",
      "other-agent",
      "other-villager",
    ]);
  });
});

describe("the villager is told (L9)", () => {
  const list = z.object({ items: z.array(z.looseObject({ id: z.string() })) });
  const notices = async (town: Awaited<ReturnType<typeof aPeopleTown>>, who: Actor, status = "waiting") =>
    list.parse((await town.get(who, "/permits/notices", { status })).body).items;

  test("once for each occasion, masked in every list, and seen by nobody else", async () => {
    const town = await aPeopleTown();
    const id = await town.create(theClerk, "/permits/authorisations", aGivingBody);
    await town.settle({ times: 3 });
    await town.post(aResident, `/permits/authorisations/${id}/revoke`);
    await town.settle({ times: 2 });
    const mine = await notices(town, aResident);
    expect(mine.map(({ kind }) => kind).sort()).toEqual(["authorisation-ended", "authorised"]);
    expect(await notices(town, neighbour)).toEqual([]);
    expect((await town.get(neighbour, `/permits/notices/${mine[0]?.id}`)).status).toBe(404);
    const waiting = JSON.stringify(await notices(town, gateway));
    for (const secret of [...Object.values(theVillager), "李代办"]) expect(waiting).not.toContain(secret);
  });
  test("a place in a body is called alike, whether its form or a rule refuses it", async () => {
    const town = await aPeopleTown([{ proxyAllowed: false }]);
    const giving = (items: readonly string[]) =>
      town.post(theClerk, "/permits/authorisations", { ...aGivingBody, items });
    expect((await giving(["PL-018"])).body).toMatchObject({
      code: "permits.item-not-for-agents",
      errors: [{ pointer: "/items/0", field: "事项" }],
    });
    expect((await giving(["乙"])).body).toMatchObject({
      code: "request.invalid",
      errors: [{ pointer: "/items/0", field: "事项" }],
    });
  });
  test("the gateway fetches phone and words for a stated reason, on record, and notes how it went", async () => {
    const town = await aPeopleTown();
    await town.create(theClerk, "/permits/authorisations", aGivingBody);
    await town.settle();
    const [one] = await notices(town, gateway);
    const at = `/permits/notices/${one?.id}`;
    expect((await town.post(gateway, `${at}/disclose`)).status).toBe(400);
    const { body } = await town.post(gateway, `${at}/disclose`, { reason: "发送短信" });
    expect(body).toMatchObject({ phone: theVillager.phone, text: { zh: expect.stringContaining("李代办") } });
    await town.post(gateway, `${at}/fail`, { channel: "sms", reason: "空号" });
    expect(await notices(town, theClerk, "failed")).toHaveLength(1);
    await town.post(theClerk, `${at}/deliver`, { channel: "phone" });
    expect((await town.get(aResident, at)).body).toMatchObject({
      status: "delivered",
      attempts: [
        { by: "sms-gateway", channel: "sms", delivered: false },
        { by: "clerk-1", channel: "phone", delivered: true },
      ],
    });
    expect((await town.post(gateway, `${at}/deliver`, { channel: "sms" })).status).toBe(409);
  });
  test("an authorisation is seen by its villager, its agent and the counter", async () => {
    const town = await aPeopleTown();
    const id = await town.create(theClerk, "/permits/authorisations", aGivingBody);
    const sees = async (who: Actor) => (await town.get(who, `/permits/authorisations/${id}`)).status;
    expect(await Promise.all([aResident, anAgent, theClerk, neighbour, otherAgent].map(sees))).toEqual([
      200, 200, 200, 404, 404,
    ]);
    const mine = async (who: Actor) =>
      list.parse((await town.get(who, "/permits/authorisations", { status: "valid" })).body).items.length;
    expect(await Promise.all([aResident, anAgent, theClerk, neighbour, otherAgent].map(mine))).toEqual([1, 1, 1, 0, 0]);
  });
  test("every place in its words is filled", () => {
    const about = {
      on: "2026-03-02",
      until: "2026-04-30",
      application: "PL-018.X",
      item: { zh: "农药", en: "Pesticides" },
    };
    for (const kind of noticeKinds)
      for (const words of Object.values(wordsOf(kind, about, "李代办"))) expect(words).not.toMatch(/[{}]|“”|undefined/);
    const ofCases = ["accepted", "corrections", "decided", "forwarded", "recorded", "renewed", "withdrawn"] as const;
    for (const kind of ofCases) expect(wordsOf(kind, about, undefined).zh).not.toMatch(/代办员|[{}]|“”|undefined/);
  });
});
