import { describe, expect, test } from "vitest";
import * as z from "zod";
import { gridEvent } from "../../../services/grid-events/events/domain/decider.ts";
import { levels, severities, severityRuleOf } from "../../../services/grid-events/events/domain/levels.ts";
import { gridEvents } from "../../../services/grid-events/service.ts";
import { inShanghai } from "../../../shared/calendar/index.ts";
import { type Actor, theTownItself } from "../../../shared/decider/index.ts";
import { clockworkFor } from "../../../shared/service/index.ts";
import { refusalOf, town } from "../../support/deciding.ts";
import { aGridTown, eastStreet, theLeader, worker } from "../grid-town.ts";
import {
  accepted,
  anotherWorker,
  closed,
  duty,
  filed,
  monday,
  reported,
  theDispatcher,
  theOfficer,
  theWorker,
  tuesday,
  wednesday,
} from "./builders.ts";

const rules = town.gridEvents.levels;
const mapped = { ordinary: "532302105200001", special: [{ code: "S1", kind: "mine" }], near: [], above: [] };
const reasons = "需要支援";
type One = ReturnType<typeof reported>;
const codeOf = (one: One, command: Parameters<One["tell"]>[0], actor: Actor, on = tuesday) =>
  refusalOf(one.tell(command, on, actor)).code;
const last = (one: One, what: string) => one.events.filter(({ type }) => type.endsWith(what)).at(-1)?.data;

describe("G6: every rule of the profile fires", () => {
  test.each(rules.severity.map((rule, at) => ({ rule, at })))("severity: rule $at", ({ rule }) => {
    const [category = "street-light"] = rule.categories ?? [];
    const [urgency = "ordinary"] = rule.urgencies ?? [];
    const joined = rule.joined ?? 0;
    expect(severityRuleOf({ category, urgency, joined }, rules)).toBe(rule);
    const begun = rule.joined === undefined ? { category, urgency, mapped } : { mapped };
    const reporter = { kind: "worker", owner: "grid-worker-1" } as const;
    let one = reported({ ...begun, reporter });
    if (rule.joined !== undefined) {
      one = one.lawfully({ type: "take-in", from: "X", whole: { joined: joined - 2 } }, monday, theWorker);
      expect(one.state.severity).toBe("III");
      one = one.lawfully({ type: "take-in", from: "Y", whole: { joined: 0 } }, monday, theWorker);
    }
    expect(one.state.severity).toBe(rule.severity);
    expect(one.state.level).toBe(rules.starts[rule.severity]);
    expect(one.state.called.map(({ unit }) => unit)).toEqual(rules.whistle[rule.severity].units);
  });

  test.each(["village", "town"] as const)("the ladder: from the %s it goes up when its time is over", (level) => {
    const one =
      level === "village"
        ? accepted()
        : accepted().lawfully({ type: "escalate", to: level, duty, reasons }, monday, theWorker);
    expect(one.state.level).toBe(level);
    expect(one.state.levelTerm).toMatchObject({ length: rules.ladder[level].length, rule: `level:${level}` });
    one.letPass("2026-05-01");
    const [first] = one.events.filter(({ data }) => "because" in data && data.because === "time");
    expect(first?.data).toMatchObject({ level: levels[levels.indexOf(level) + 1] });
    expect(one.state).toMatchObject({ level: "county" });
    expect(one.state.levelTerm).toBeUndefined();
  });

  test.each(severities)("who is called in a matter of severity %s has the minutes of the profile", (severity) => {
    const of = { I: { category: "flood" }, II: { category: "manhole", urgency: "urgent" }, III: {} }[severity];
    const one = reported(of).lawfully({ type: "call", units: ["road-company"], duty, reasons }, tuesday, theWorker);
    const call = one.state.called.at(-1);
    expect(Date.parse(call?.arriveBy ?? "") - Date.parse(call?.at ?? "")).toBe(
      rules.whistle[severity].minutes * 60_000,
    );
  });
});

describe("G10: small matters stay in the village, big ones in the town", () => {
  test("a matter of the village goes up after five working days, not on the last of them; once, and with the county it stays", () => {
    const one = accepted();
    expect(inShanghai(one.state.levelTerm?.due ?? "").slice(0, 16)).toBe("2026-03-09T23:59");
    one.letPass("2026-03-09");
    expect(one.state.level).toBe("village");
    one.letPass("2026-03-10");
    expect(one.state.level).toBe("town");
    one.letPass("2026-06-01");
    expect(one.types.filter((type) => type.endsWith("escalated"))).toHaveLength(2);
  });
  test("a pause moves the end of its time at a level by its real length", () => {
    const one = accepted().lawfully({ type: "pause", reason: "weather", reasons: "暴雨" }, tuesday, theDispatcher);
    expect(one.state.levelTerm?.due).toBeNull();
    one.lawfully({ type: "resume" }, wednesday, theDispatcher);
    expect(inShanghai(one.state.levelTerm?.due ?? "").slice(0, 10)).toBe("2026-03-10");
  });
  test("a person sends it up with reasons, never down and never sideways", () => {
    const up = { type: "escalate", to: "town", duty, reasons } as const;
    const one = accepted().lawfully(up, tuesday, theWorker);
    expect(last(one, "escalated")).toMatchObject({ level: "town", because: "person" });
    expect(codeOf(one, up, theWorker)).toBe("grid-events.level-no-higher");
    expect(codeOf(one, { ...up, to: "village" }, theWorker)).toBe("grid-events.level-no-higher");
    expect(codeOf(accepted(), up, anotherWorker)).toBe("grid-events.not-your-grid");
    expect(codeOf(accepted(), up, theTownItself)).toBe("grid-events.person-decides");
    expect(codeOf(closed(), up, theDispatcher)).toBe("grid-events.event-not-in-this-state");
  });
  test("a grave category raises it at once; a harmless one afterwards lowers nothing", () => {
    const grave = { type: "recategorise", category: "flood", urgency: "urgent", reasons } as const;
    const one = accepted().lawfully(grave, tuesday, theDispatcher);
    expect(one.state).toMatchObject({ severity: "I", level: "county" });
    one.lawfully({ ...grave, category: "litter" }, tuesday, theDispatcher);
    expect(one.state).toMatchObject({ severity: "I", level: "county" });
  });
  test("what is over goes up no more", () => {
    const one = closed();
    one.letPass("2026-06-01");
    expect(one.types.filter((type) => type.endsWith("escalated"))).toEqual([]);
  });
});

describe("G13 吹哨报到: who must come, and who came", () => {
  const call = { type: "call", units: ["enforcement-team", "road-company"], duty, reasons } as const;
  test("the worker of the grid calls; a unit is called once while it is awaited; an unknown one is refused", () => {
    expect(codeOf(accepted(), call, anotherWorker)).toBe("grid-events.not-your-grid");
    expect(codeOf(accepted(), { ...call, units: ["nobody"] }, theWorker)).toBe("grid-events.unknown-unit");
    const one = accepted().lawfully(call, tuesday, theWorker);
    expect(codeOf(one, call, theWorker)).toBe("grid-events.nothing-changed");
    one.lawfully({ ...call, units: ["enforcement-team", "service-centre"] }, tuesday, theWorker);
    expect(one.state.called.map(({ unit }) => unit)).toEqual(["enforcement-team", "road-company", "service-centre"]);
  });
  test("a unit says itself that it came; the dispatcher says it for one without a login, and for no other", () => {
    const one = accepted().lawfully(call, tuesday, theWorker);
    const arrive = (unit: string) => ({ type: "arrive", unit }) as const;
    expect(codeOf(one, arrive("enforcement-team"), theDispatcher)).toBe("grid-events.not-the-unit");
    expect(codeOf(one, arrive("road-company"), theOfficer)).toBe("grid-events.not-the-unit");
    one.lawfully(arrive("enforcement-team"), tuesday, theOfficer);
    expect(last(one, "came")).toMatchObject({ unit: "enforcement-team", inTime: true });
    expect(codeOf(one, arrive("enforcement-team"), theOfficer)).toBe("grid-events.not-called");
    one.lawfully(arrive("road-company"), tuesday, theDispatcher);
    expect(last(one, "came")).toMatchObject({ unit: "road-company", inTime: true });
    expect(codeOf(filed(), arrive("enforcement-team"), theOfficer)).toBe("grid-events.not-called");
  });
  test("of who does not come in time each is told once; who comes late is late", () => {
    const one = accepted().lawfully(call, tuesday, theWorker);
    one.lawfully({ type: "arrive", unit: "enforcement-team" }, tuesday, theOfficer);
    one.letPass("2026-03-05");
    expect(one.events.filter(({ type }) => type.endsWith("not-come")).map(({ data }) => data)).toMatchObject([
      { unit: "road-company" },
    ]);
    one.lawfully({ type: "arrive", unit: "road-company" }, "2026-03-05", theDispatcher);
    expect(last(one, "came")).toMatchObject({ inTime: false });
  });
});

test("over HTTP: a flood that a resident reports is with the county at once; the called read it, and the clock goes on", async () => {
  const { runtime, adopt, assign, post, get } = aGridTown();
  await adopt(monday);
  await assign(eastStreet, "a", "grid-worker-1");
  const flood = {
    category: "flood",
    urgency: "urgent",
    text: "河水漫堤",
    address: "东街",
    place: { lng: 101.97, lat: 25.125 },
  };
  const villager: Actor = { sub: "resident-1", name: "村民", roles: ["resident"] };
  const { id } = z.object({ id: z.string() }).parse((await post("/events", flood, villager)).body);
  expect((await get(`/events/${id}`, {}, theOfficer)).body).toMatchObject({ severity: "I", level: "county" });
  const rows = z.object({ items: z.array(z.object({ id: z.string() })) });
  expect(rows.parse((await get("/events", { level: "county" }, theLeader)).body).items).toMatchObject([{ id }]);
  const act = (verb: string, by: Actor, body: object = {}) => post(`/events/${id}/${verb}`, body, by);
  expect((await act("arrive", theOfficer, { unit: "enforcement-team" })).status).toBe(200);
  expect((await act("call", worker(1), { units: ["road-company"], reasons })).status).toBe(200);
  expect(await act("escalate", worker(1), { to: "town", reasons })).toMatchObject({ status: 422 });
  runtime.setClock("2026-03-02T03:00:00.000Z");
  await clockworkFor(gridEvents, runtime)();
  const types = (await runtime.store.history(gridEvent, id)).map(({ type }) => type);
  expect(types.filter((type) => type.endsWith("not-come"))).toHaveLength(3);
});
