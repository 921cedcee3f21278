import { describe, expect, test } from "vitest";
import type { AppealCommandOf } from "../../../services/grid-events/appeals/domain/appeal/appeal.ts";
import { appeal } from "../../../services/grid-events/appeals/domain/appeal/decider.ts";
import { answerExtension, answerLimit, handlingDayFrom } from "../../../services/grid-events/appeals/domain/limits.ts";
import { extendLimit } from "../../../shared/calendar/index.ts";
import type { Actor } from "../../../shared/decider/index.ts";
import { on } from "../../support/deciding.ts";
import { Living } from "../../support/living.ts";
import vectors from "../../vectors/vectors.json" with { type: "json" };

const monday = "2026-03-02";
const who = (sub: string, office: string, ...roles: Actor["roles"]): Actor => ({ sub, name: sub, office, roles });
const dispatcher = who("dispatcher-1", "grid-centre", "dispatcher");
const clerk = who("clerk-1", "service-centre", "clerk");
const secondClerk = who("clerk-2", "service-centre", "clerk");
const leader = who("zhen-zhang", "party-government", "leader");
const county: Actor = { sub: "county-1", name: "县信访局", roles: ["county"] };
const supervisor = who("supervisor-1", "party-government", "supervisor");
const resident: Actor = { sub: "resident-1", name: "村民", roles: ["resident"] };
const stranger: Actor = { sub: "resident-2", name: "别人", roles: ["resident"] };

const received = (more: Partial<AppealCommandOf<"receive">> = {}, by = resident) =>
  new Living(appeal).lawfully(
    {
      type: "receive",
      channel: "online",
      person: { owner: "resident-1" },
      text: "路面积水",
      against: { kind: "matter" },
      ...more,
    },
    monday,
    by,
  );
const called = (more: Partial<AppealCommandOf<"receive">> = {}) =>
  received({ channel: "hotline", person: { name: "张三", phone: "13812345678" }, ...more }, clerk);
const to = (sub: string, office: string) => ({ type: "assign", to: { sub, office } }) as const;
const answer = { type: "answer", outcome: "solved", text: "已疏通" } as const;
const raise = { type: "raise", reasons: "仍有积水" } as const;
const answered = () =>
  received().lawfully(to("clerk-1", "service-centre"), monday, dispatcher).lawfully(answer, "2026-03-03", clerk);

describe("G-11, G-12: in time, and led by the first receiver", () => {
  test.each(vectors.hotline12345)("$rule: from $at → $due", ({ at, rule, due }) => {
    const context = on(at, dispatcher);
    const limit = answerLimit(at, context);
    const counted = rule.includes("+5") ? extendLimit(context.calendar, limit, answerExtension(context.town)) : limit;
    expect(counted.due).toBe(due);
  });

  test("the office of who wrote it down leads to the end; another office only helps", () => {
    const living = called();
    expect(living.state.lead).toBe("service-centre");
    expect(living.tell(to("officer-1", "enforcement-team"), monday, dispatcher)).toMatchObject({
      code: "grid-events.first-receiver-leads",
    });
    living.lawfully({ type: "bring-in", office: "enforcement-team" }, monday, clerk);
    expect(living.state).toMatchObject({ lead: "service-centre", helpers: ["enforcement-team"] });
    expect(living.tell({ type: "bring-in", office: "nowhere" }, monday, clerk)).toMatchObject({
      code: "grid-events.unknown-office",
    });
    const outside = who("officer-1", "enforcement-team", "officer");
    expect(living.tell({ type: "bring-in", office: "social-affairs" }, monday, outside)).toMatchObject({
      code: "grid-events.not-the-lead",
    });
  });

  test("it is late after its last day, not on it, and that is told once", () => {
    const living = received();
    expect(living.state.limit.due).toBe("2026-03-09");
    living.letPass("2026-03-10");
    expect(living.types.filter((type) => type.endsWith(".overdue"))).toHaveLength(1);
    const onTheDay = received().lawfully(to("clerk-1", "service-centre"), monday, dispatcher);
    onTheDay.lawfully(answer, "2026-03-09", clerk);
    expect(onTheDay.events.at(-1)?.data).toMatchObject({ inTime: true });
    const after = received().lawfully(to("clerk-1", "service-centre"), monday, dispatcher);
    after.lawfully(answer, "2026-03-10", clerk);
    expect(after.events.at(-1)?.data).toMatchObject({ inTime: false });
  });

  test("extended once, by the head of the unit that leads, before it is late", () => {
    const extend = { type: "extend", reasons: "情况复杂" } as const;
    const head = who("head-social-affairs", "social-affairs", "approver");
    const living = received().lawfully(to("head-social-affairs", "social-affairs"), monday, dispatcher);
    expect(living.tell(extend, monday, who("head-enforcement-team", "enforcement-team", "approver"))).toMatchObject({
      code: "grid-events.needs-the-head",
    });
    expect(living.tell(extend, "2026-03-10", head)).toMatchObject({ code: "grid-events.late-already" });
    living.lawfully(extend, "2026-03-09", head);
    expect(living.state.limit.due).toBe("2026-03-16");
    expect(living.tell(extend, "2026-03-09", leader)).toMatchObject({ code: "grid-events.extended-already" });
  });

  test.each([
    ["2026-03-08", "2026-03-09"],
    ["2026-03-09", "2026-03-09"],
    ["2026-03-10", "2026-04-08"],
    ["2026-09-30", "2026-10-08"],
    ["2031-06-01", "2031-06-09"],
  ])("G8: leaders receive people on the 8th; a day of rest moves it: from %s on it is %s", (day, expected) => {
    expect(handlingDayFrom(on(day, resident).today, on(day, resident))).toBe(expected);
  });
});

describe("G8: the echo slip (回音签)", () => {
  test("the person confirms; nobody else does so for one who has a login", () => {
    expect(answered().tell({ type: "confirm" }, "2026-03-04", stranger)).toMatchObject({
      code: "grid-events.not-the-person",
    });
    expect(answered().tell({ type: "confirm", slip: "回2026-1" }, "2026-03-04", dispatcher)).toMatchObject({
      code: "grid-events.not-the-person",
    });
    expect(answered().lawfully({ type: "confirm" }, "2026-03-04", resident).state.status).toBe("confirmed");
  });

  test("for a caller staff record the slip that he signed; not without it, and never who answered", () => {
    const living = called()
      .lawfully(to("clerk-1", "service-centre"), monday, dispatcher)
      .lawfully(answer, monday, clerk);
    expect(living.tell({ type: "confirm" }, monday, dispatcher)).toMatchObject({ code: "grid-events.slip-missing" });
    expect(living.tell({ type: "confirm", slip: "回2026-1" }, monday, clerk)).toMatchObject({
      code: "grid-events.answered-it-before",
    });
    expect(living.tell({ type: "confirm", slip: "回2026-1" }, monday)).toMatchObject({
      code: "grid-events.not-the-person",
    });
    expect(living.lawfully({ type: "confirm", slip: "回2026-1" }, monday, secondClerk).state.status).toBe("confirmed");
  });

  test("not confirmed, raised: a leader of the town answers, then the county; who answered before does not", () => {
    const living = answered().lawfully(raise, "2026-03-04", resident);
    expect(living.state).toMatchObject({ status: "assigned", level: "town", limit: { due: "2026-03-11" } });
    expect(living.tell(answer, "2026-03-05", clerk)).toMatchObject({ code: "grid-events.not-for-this-level" });
    living.lawfully(answer, "2026-03-05", leader).lawfully(raise, "2026-03-06", resident);
    expect(living.tell(answer, "2026-03-06", leader)).toMatchObject({ code: "grid-events.not-for-this-level" });
    const both: Actor = { ...leader, roles: ["leader", "county"] };
    expect(living.tell(answer, "2026-03-06", both)).toMatchObject({ code: "grid-events.answered-it-before" });
    living.lawfully(answer, "2026-03-06", county);
    expect(living.tell(raise, "2026-03-07", resident)).toMatchObject({
      code: "grid-events.highest-level",
      details: { ways: expect.arrayContaining(["litigation"]) },
    });
  });

  test("silence is not consent: it goes up by itself, and above the county it stays unconfirmed", () => {
    const living = answered();
    expect(living.state.confirmBy?.due).toBe("2026-03-18");
    living.letPass("2026-03-18");
    expect(living.state.status).toBe("answered");
    living.letPass("2026-03-19");
    expect(living.state).toMatchObject({ status: "assigned", level: "town" });
    living.lawfully(answer, "2026-03-19", leader).letPass("2026-04-07");
    expect(living.state).toMatchObject({ status: "assigned", level: "county" });
    living.lawfully(answer, "2026-04-08", county).letPass("2026-05-30");
    expect(living.state.status).toBe("unconfirmed");
    expect(living.types).not.toContain("grid-events.appeal.confirmed");
    expect(living.lawfully({ type: "confirm" }, "2026-06-01", resident).state.status).toBe("confirmed");
  });

  test("T-10: in a year whose days off nobody announced silence moves nothing", () => {
    const living = new Living(appeal)
      .lawfully(
        {
          type: "receive",
          channel: "online",
          person: { owner: "resident-1" },
          text: "路面积水",
          against: { kind: "matter" },
        },
        "2031-03-03",
        resident,
      )
      .lawfully(to("clerk-1", "service-centre"), "2031-03-03", dispatcher)
      .lawfully(answer, "2031-03-04", clerk);
    living.letPass("2031-04-20");
    expect(living.state).toMatchObject({ status: "answered", level: "office" });
  });

  test("only the person takes it back, and only before it is answered", () => {
    expect(received().tell({ type: "withdraw" }, monday, stranger)).toMatchObject({
      code: "grid-events.not-the-person",
    });
    expect(received().lawfully({ type: "withdraw" }, monday, resident).state.status).toBe("withdrawn");
    expect(answered().tell({ type: "withdraw" }, "2026-03-04", resident)).toMatchObject({
      code: "grid-events.appeal-not-in-this-state",
    });
  });
});

describe("G8: what is said against a person or a unit", () => {
  const ofOffice = { against: { kind: "unit", office: "service-centre" } } as const;

  test("does not lead to the unit, also where the unit itself wrote it down", () => {
    const living = called(ofOffice);
    expect(living.state.lead).toBeUndefined();
    expect(living.tell(to("clerk-2", "service-centre"), monday, dispatcher)).toMatchObject({
      code: "grid-events.assignee-is-target",
    });
    expect(living.tell({ type: "bring-in", office: "service-centre" }, monday, dispatcher)).toMatchObject({
      code: "grid-events.assignee-is-target",
    });
    expect(living.tell(to("clerk-2", "social-affairs"), monday, dispatcher)).toMatchObject({
      code: "grid-events.unknown-worker",
    });
    living.lawfully(to("head-social-affairs", "social-affairs"), monday, dispatcher);
    expect(living.state.lead).toBe("social-affairs");
  });

  test("once the person meant is found, he and his office have it no more", () => {
    const living = called({ against: { kind: "person", name: "李某" } }).lawfully(
      to("clerk-2", "service-centre"),
      monday,
      dispatcher,
    );
    const identify = { type: "identify", target: { sub: "clerk-1", office: "service-centre" } } as const;
    expect(
      living.tell({ ...identify, target: { sub: "clerk-1", office: "social-affairs" } }, monday, supervisor),
    ).toMatchObject({ code: "grid-events.unknown-worker" });
    living.lawfully(identify, monday, supervisor);
    expect(living.state).toMatchObject({ status: "received", target: { sub: "clerk-1" } });
    expect(living.state.lead).toBeUndefined();
    expect(living.tell(to("clerk-2", "service-centre"), monday, dispatcher)).toMatchObject({
      code: "grid-events.assignee-is-target",
    });
  });

  test("an unknown office is refused, an unknown way of law too", () => {
    const command = {
      type: "receive",
      channel: "online",
      person: {},
      text: "不公",
      against: { kind: "unit", office: "x" },
    } as const;
    expect(new Living(appeal).tell(command, monday, resident)).toMatchObject({ code: "grid-events.unknown-office" });
    const elsewhere = { type: "send-elsewhere", way: "divination", reasons: "应由法院处理" } as const;
    expect(received().tell(elsewhere, monday, dispatcher)).toMatchObject({ code: "grid-events.unknown-way" });
    expect(received().lawfully({ ...elsewhere, way: "litigation" }, monday, dispatcher).state).toMatchObject({
      status: "elsewhere",
      way: "litigation",
    });
  });
});
