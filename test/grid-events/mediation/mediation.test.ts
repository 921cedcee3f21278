import { describe, expect, test } from "vitest";
import { mediation } from "../../../services/grid-events/mediation/domain/decider.ts";
import type { MediationCommand } from "../../../services/grid-events/mediation/domain/mediation.ts";
import type { Actor } from "../../../shared/decider/index.ts";
import { Living } from "../../support/living.ts";

const monday = "2026-03-02";
const worker: Actor = { sub: "grid-worker-1", name: "网格员1号", roles: ["grid-worker"], office: "grid-centre" };
const another: Actor = { ...worker, sub: "grid-worker-2", name: "网格员2号" };
const dispatcher: Actor = { sub: "dispatcher-1", name: "指挥", roles: ["dispatcher"], office: "grid-centre" };
const zhang: Actor = { sub: "resident-1", name: "张三", roles: ["resident"] };
const li: Actor = { sub: "resident-2", name: "李四", roles: ["resident"] };

const parties = [
  { name: "张三", owner: "resident-1" },
  { name: "李四", phone: "13812345678" },
];
const propose = { type: "propose", subject: "宅基地边界", parties } as const;
const appoint = { type: "appoint", mediator: "grid-worker-1" } as const;
const agree = { type: "agree", form: "oral", text: "以老墙为界", agreedBy: ["p1", "p2"] } as const;
const both = ["p1", "p2"];
const proposed = () => new Living(mediation).lawfully(propose, monday, zhang);
const open = (day = monday) =>
  new Living(mediation)
    .lawfully(propose, day, zhang)
    .lawfully(appoint, day, dispatcher)
    .lawfully({ type: "consent", party: "p2" }, day, dispatcher);
const agreed = (day = monday) => open(day).lawfully(agree, day, worker);

describe("G-15: voluntary and free", () => {
  test("who asks wants it; it begins once all want it, and not before", () => {
    const living = proposed();
    expect(living.state).toMatchObject({ status: "proposed", consented: ["p1"] });
    expect(living.tell(agree, monday, worker)).toMatchObject({ code: "grid-events.mediation-not-in-this-state" });
    expect(open().state).toMatchObject({ status: "open", limit: { due: "2026-04-02" } });
  });

  test("a party with a login speaks for himself; for another one the house writes it down, and no stranger", () => {
    const living = new Living(mediation).lawfully(propose, monday, dispatcher);
    expect(living.tell({ type: "consent", party: "p1" }, monday, dispatcher)).toMatchObject({
      code: "grid-events.speaks-for-himself",
    });
    expect(living.tell({ type: "consent", party: "p2" }, monday, li)).toMatchObject({
      code: "grid-events.not-the-mediator",
    });
    expect(living.tell({ type: "consent", party: "p2" }, monday, { ...zhang, roles: ["dispatcher"] })).toMatchObject({
      code: "grid-events.not-the-mediator",
    });
    expect(living.tell({ type: "consent", party: "p3" }, monday, zhang)).toMatchObject({
      code: "grid-events.not-a-party",
    });
  });

  test("declined or ended by one of them, all are told the ways that stay open", () => {
    const ways = ["arbitration", "administration", "court"];
    expect(proposed().lawfully({ type: "decline", party: "p2" }, monday, dispatcher).state).toMatchObject({
      status: "declined",
      ways,
    });
    expect(open().lawfully({ type: "end", party: "p1" }, monday, zhang).state).toMatchObject({ status: "ended", ways });
    expect(open().tell({ type: "end", party: "p1" }, monday, worker)).toMatchObject({
      code: "grid-events.speaks-for-himself",
    });
    expect(open().lawfully({ type: "fail", reasons: "分歧过大" }, monday, worker).state.ways).toEqual(ways);
  });

  test("one person is no dispute: neither alone, nor twice", () => {
    const refused = { code: "grid-events.parties-not-two" };
    const named = (...names: string[]) => ({ ...propose, parties: names.map((name) => ({ name })) });
    expect(new Living(mediation).tell(named("张三"), monday, zhang)).toMatchObject(refused);
    expect(new Living(mediation).tell(named("张三", "张 三"), monday, zhang)).toMatchObject(refused);
  });
});

describe("G-15: the mediator has no part in it", () => {
  test("nobody of another name than the town knows, no party, and nobody refused or excluded", () => {
    const living = proposed();
    expect(living.tell({ type: "appoint", mediator: "nobody" }, monday, dispatcher)).toMatchObject({
      code: "grid-events.unknown-worker",
    });
    const own = new Living(mediation).lawfully(
      { ...propose, parties: [{ name: "网格员1号" }, { name: "李四" }] },
      monday,
      dispatcher,
    );
    expect(own.tell(appoint, monday, dispatcher)).toMatchObject({ code: "grid-events.in-the-way" });
    expect(living.tell({ type: "refuse-mediator", party: "p1" }, monday, zhang)).toMatchObject({
      code: "grid-events.mediator-missing",
    });
    living.lawfully(appoint, monday, dispatcher).lawfully({ type: "refuse-mediator", party: "p1" }, monday, zhang);
    expect(living.state.mediator).toBeUndefined();
    expect(living.tell(appoint, monday, dispatcher)).toMatchObject({ code: "grid-events.in-the-way" });
    const declared = open().lawfully({ type: "declare-conflict", ground: "relative" }, monday, worker);
    expect(declared.tell(appoint, monday, dispatcher)).toMatchObject({ code: "grid-events.in-the-way" });
  });

  test("only he holds sessions, on a day between the proposal and today, with its parties", () => {
    const session = { type: "hold-session", on: monday, present: both, notes: "各述其理" } as const;
    expect(open().tell(session, monday, another)).toMatchObject({ code: "grid-events.not-the-mediator" });
    expect(open().tell(session, monday, dispatcher)).toMatchObject({ code: "grid-events.not-the-mediator" });
    for (const on of ["2026-03-01", "2026-03-03"])
      expect(open().tell({ ...session, on }, monday, worker)).toMatchObject({ code: "grid-events.session-day" });
    expect(open().tell({ ...session, present: ["p9"] }, monday, worker)).toMatchObject({
      code: "grid-events.not-a-party",
    });
    expect(open().lawfully(session, monday, worker).state.sessions).toHaveLength(1);
  });
});

describe("G-15, G-16: agreement, confirmation, visits", () => {
  test("an agreement is of all of them; one is missing: none", () => {
    expect(open().tell({ ...agree, agreedBy: ["p1"] }, monday, worker)).toMatchObject({
      code: "grid-events.not-all-parties",
      details: { missing: ["p2"] },
    });
    expect(open().tell({ ...agree, agreedBy: [...both, "p3"] }, monday, worker)).toMatchObject({
      code: "grid-events.not-a-party",
    });
    expect(agreed().state).toMatchObject({ status: "agreed", agreement: { form: "oral", text: "以老墙为界" } });
  });

  test("thirty days to apply to the court together; they roll over days of rest", () => {
    const record = {
      type: "record-confirmation",
      appliedOn: "2026-04-01",
      by: both,
      document: "（2026）云23民特1号",
    } as const;
    expect(agreed().state.confirmBy?.due).toBe("2026-04-01");
    expect(agreed("2026-09-02").state.confirmBy?.due).toBe("2026-10-08");
    expect(agreed().tell({ ...record, by: ["p1"] }, "2026-04-01", worker)).toMatchObject({
      code: "grid-events.not-all-parties",
    });
    expect(agreed().tell({ ...record, appliedOn: "2026-04-02" }, "2026-04-10", dispatcher)).toMatchObject({
      code: "grid-events.confirmation-window-over",
    });
    expect(agreed().tell({ ...record, appliedOn: "2026-03-01" }, "2026-04-10", dispatcher)).toMatchObject({
      code: "grid-events.session-day",
    });
    const confirmed = agreed().lawfully(record, "2026-04-10", dispatcher);
    expect(confirmed.state.confirmed).toMatchObject({ on: "2026-04-01" });
    expect(confirmed.tell({ ...record, appliedOn: "2026-03-31" }, "2026-04-10", worker)).toMatchObject({
      code: "grid-events.confirmation-recorded-already",
      details: { document: "（2026）云23民特1号" },
    });
  });

  test("a month, and another one only if all agree; what is late is told once", () => {
    const late = open();
    late.letPass("2026-04-02");
    expect(late.state.overdue).toBe(false);
    late.letPass("2026-05-30");
    expect(late.types.filter((type) => type.endsWith(".overdue"))).toHaveLength(1);
    const prolong = { type: "prolong", agreedBy: both } as const;
    expect(open().tell({ ...prolong, agreedBy: ["p2"] }, monday, worker)).toMatchObject({
      code: "grid-events.not-all-parties",
    });
    expect(open().lawfully(prolong, "2026-03-20", worker).state.limit?.due).toBe("2026-05-02");
  });

  test("visits after 7 and 30 days; a missed one is told; not kept: the ways again; after the last it is closed", () => {
    const living = agreed();
    expect(living.state.followUps).toMatchObject([{ due: "2026-03-09" }, { due: "2026-04-01" }]);
    living.letPass("2026-03-10");
    expect(living.state.followUps).toMatchObject([{ missed: true }, { missed: false }]);
    const visit: MediationCommand = { type: "follow-up", kept: false, notes: "墙未拆" };
    expect(living.tell(visit, "2026-03-10", another)).toMatchObject({ code: "grid-events.not-the-mediator" });
    living.lawfully(visit, "2026-03-10", worker);
    expect(living.state).toMatchObject({ status: "agreed", ways: ["arbitration", "administration", "court"] });
    living.lawfully({ ...visit, kept: true }, "2026-04-01", worker);
    expect(living.state).toMatchObject({
      status: "closed",
      ways: [],
      followUps: [{ done: {} }, { done: { kept: true } }],
    });
  });

  test("a risk of violence is told at once in every state before the end, and names nobody", () => {
    const danger = { type: "report-danger", what: "张三扬言报复李四" } as const;
    for (const living of [proposed(), open(), agreed()]) {
      const [event] = living.lawfully(danger, monday, worker).events.slice(-1);
      expect(JSON.stringify(event?.data)).toBe(`{"on":"${monday}"}`);
    }
  });
});
