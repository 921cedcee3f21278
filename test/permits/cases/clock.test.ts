import { describe, expect, test } from "vitest";
import { application } from "../../../services/permits/cases/domain/application/decider.ts";
import { isRejection, present } from "../../../shared/decider/index.ts";
import { on, refusalOf, town } from "../../support/deciding.ts";
import vectors from "../../vectors/vectors.json" with { type: "json" };
import {
  aCommand,
  anApplication,
  aReviewed,
  type Case,
  type Moving,
  theApprover,
  theHead,
  theNotice,
  theReviewer,
  underPower,
} from "./builders.ts";

const accepted = "2026-03-02";
const limits = (one: Case) => ("limits" in one.state ? one.state.limits : undefined);
const due = (one: Case) => ({ statutory: limits(one)?.statutory?.due, promised: limits(one)?.promised.due });
const extend = (workingDays = 10) => ({ type: "extend", workingDays, reasons: "案情复杂" }) as const;

describe("XK-42-1: twenty working days from acceptance", () => {
  test.each([
    ["2026-03-02", "2026-03-30", "2026-04-14"],
    ["2026-09-21", "2026-10-26", "2026-11-09"],
  ])("accepted %s → %s, lengthened by ten → %s", (on, statutory, longer) => {
    const one = anApplication({ status: "accepted", on });
    expect(due(one).statutory).toBe(statutory);
    expect(limits(one.lawfully(extend(), on, theHead))?.statutory).toMatchObject({ due: longer, provisional: false });
  });

  test("a special law's limit prevails, and is cited", () => {
    const guide = { statutoryWorkingDays: 7, promisedWorkingDays: 3, legalBasis: "《建筑法》第八条" };
    const one = anApplication({ status: "accepted", on: accepted, guide });
    expect(limits(one)).toMatchObject({
      statutory: { length: 7, article: "《建筑法》第八条", due: "2026-03-11" },
      promised: { length: 3, rule: "S-7", due: "2026-03-05" },
    });
  });

  test("a public service has only the limit its own law gives it, or none but the promise", () => {
    const service = { category: "public-service", promisedWorkingDays: 5 } as const;
    expect(due(anApplication({ status: "accepted", on: accepted, guide: service }))).toEqual({
      statutory: undefined,
      promised: "2026-03-09",
    });
    const guide = { ...service, statutoryWorkingDays: 15 };
    expect(due(anApplication({ status: "accepted", on: accepted, guide })).statutory).toBe("2026-03-23");
  });

  test("an item done while he waits is due on the day itself", () => {
    const guide = { kind: "immediate", promisedWorkingDays: 0 } as const;
    expect(due(anApplication({ status: "accepted", on: accepted, guide })).promised).toBe(accepted);
  });
});

describe("XK-42-1: the extension", () => {
  test("only the organ's head approves it, whatever the role", () => {
    for (const actor of [theApprover, theReviewer, { ...theApprover, roles: ["leader"] as const }])
      expect(
        refusalOf(anApplication({ status: "accepted" }).tell(extend(), accepted, { ...actor, sub: "x" })),
      ).toMatchObject({ code: "permits.head-must-approve", ground: "actor" });
  });

  test("V10 the head of an office approves it only as the head of the government empowered him, in writing and in time", () => {
    const { state } = anApplication({ status: "accepted" });
    const approve = (empowered: object | undefined) => {
      const heads = town.heads.map(({ empowered: before, ...head }) => ({
        ...head,
        ...present({
          empowered: head.sub === theHead.sub && empowered !== undefined ? { ...letter, ...empowered } : before,
        }),
      }));
      const others = empowered === undefined ? heads.map(({ empowered: _none, ...head }) => head) : heads;
      return application.decide(state, underPower(extend()), {
        ...on(accepted, theHead),
        town: { ...town, heads: others },
      });
    };
    const letter = { by: "zhen-zhang", number: "广政授1号", date: accepted, source: "示例" };
    for (const without of [undefined, { by: "head-social-affairs" }, { date: "2026-03-03" }, { until: "2026-03-01" }])
      expect(refusalOf(approve(without)).code).toBe("permits.head-must-approve");
    for (const within of [{}, { until: accepted }]) expect(isRejection(approve(within))).toBe(false);
  });

  test("the head of the government, if another person, is not the head of the organ (that is XK-42-2)", () => {
    const heads = [{ sub: theHead.sub, name: "镇长", office: "party-government", of: "government" as const }];
    const context = { ...on(accepted, theHead), town: { ...town, heads } };
    const { state } = anApplication({ status: "accepted" });
    expect(refusalOf(application.decide(state, underPower(extend()), context)).code).toBe("permits.head-must-approve");
  });

  test("the head of the town approves it for every office, the head of another office does not", () => {
    const approve = (sub: string) =>
      anApplication({ status: "accepted" }).tell(extend(), accepted, { ...theHead, sub, roles: ["leader"] });
    expect(isRejection(approve("zhen-zhang"))).toBe(false);
    expect(refusalOf(approve("head-social-affairs")).code).toBe("permits.head-must-approve");
  });

  test("XK-42-2: handled by several departments together it is 45 working days, and 15 more by the head of the government", () => {
    const guide = { jointDepartments: ["县住房和城乡建设局"], promisedWorkingDays: 45 };
    const joint = () => anApplication({ status: "accepted", on: "2026-03-02", guide });
    expect(joint().state).toMatchObject({ limits: { statutory: { rule: "XK-42-2", due: "2026-05-08" } } });
    const asked = (days: number, sub: string) => joint().tell(extend(days), "2026-03-02", { ...theHead, sub });
    expect(asked(15, "zhen-zhang")).toMatchObject([{ data: { limits: { statutory: { due: "2026-05-28" } } } }]);
    expect(refusalOf(asked(16, "zhen-zhang"))).toMatchObject({ details: { longest: 15, rule: "XK-42-2" } });
    expect(refusalOf(asked(15, theHead.sub)).code).toBe("permits.head-must-approve");
  });

  test("ten working days and no more; fewer are possible", () => {
    expect(refusalOf(anApplication({ status: "accepted" }).tell(extend(11), accepted))).toMatchObject({
      code: "permits.extension-too-long",
      pointer: "/workingDays",
      details: { longest: 10 },
    });
    const one = anApplication({ status: "accepted" }).lawfully(extend(1), accepted);
    expect(due(one)).toEqual({ statutory: "2026-03-31", promised: "2026-03-17" });
  });

  test("once", () => {
    const one = anApplication({ status: "accepted" }).lawfully(extend(1), accepted);
    expect(refusalOf(one.tell(extend(1), accepted)).code).toBe("permits.already-extended");
  });

  test("on the last day of the limit, but not the day after", () => {
    anApplication({ status: "accepted", on: accepted }).lawfully(extend(), "2026-03-30");
    const one = anApplication({ status: "accepted", on: accepted });
    expect(refusalOf(one.tell(extend(), "2026-03-31"))).toMatchObject({
      code: "permits.limit-already-passed",
      details: { due: "2026-03-30" },
    });
  });

  test("where the law gives no limit there is nothing to lengthen", () => {
    const one = anApplication({ status: "accepted", guide: { category: "public-service" } });
    expect(refusalOf(one.tell(extend(), accepted)).code).toBe("permits.no-statutory-limit");
  });

  test("its reasons stay with the case for the applicant to be told, and out of what is published", () => {
    const one = anApplication({ status: "accepted" }).lawfully({ ...extend(5), reasons: "因欧阳娜娜补测" }, accepted);
    expect(one.state).toMatchObject({
      extension: { workingDays: 5, on: accepted, by: theHead.sub, reasons: "因欧阳娜娜补测" },
    });
    expect(one.events.at(-1)?.data).not.toHaveProperty("reasons");
    expect(one.does("review", accepted).does("review", accepted).does("decide", accepted).state).toHaveProperty(
      "extension",
    );
  });
});

describe("XK-45: the clock stops only with the written notice", () => {
  const pause = aCommand(accepted).pause;

  test("without it, it does not", () => {
    const { notice: _notice, ...unwritten } = pause;
    expect(refusalOf(anApplication({ status: "accepted" }).tell(unwritten, accepted))).toMatchObject({
      code: "permits.no-written-notice",
      pointer: "/notice",
      details: { rule: "XK-45" },
    });
  });

  test("its notice is dated within the case, its number is used once, and it tells of no longer than the town allows", () => {
    const one = anApplication({ status: "accepted" });
    const noticed = (change: Partial<ReturnType<typeof theNotice>>) =>
      one.tell({ ...pause, notice: { ...theNotice(accepted), ...change } }, accepted);
    expect(refusalOf(noticed({ deliveredOn: "2026-03-01" }))).toMatchObject({
      code: "permits.notice-before-case",
      pointer: "/notice/deliveredOn",
    });
    const longest = town.limits.pauses.workingDays["expert-review"];
    expect(refusalOf(noticed({ neededDays: longest + 1 }))).toMatchObject({
      code: "permits.pause-too-long",
      pointer: "/notice/neededDays",
      details: { longest },
    });
    expect(isRejection(noticed({ neededDays: longest }))).toBe(false);
    one.does("resume", accepted);
    expect(refusalOf(noticed({}))).toMatchObject({
      code: "permits.notice-number-used",
      pointer: "/notice/number",
    });
    expect(isRejection(noticed({ number: "另一号" }))).toBe(false);
  });

  test("all pauses of a kind together are no longer than the town allows: resumed and told anew, no day is won", () => {
    const longest = town.limits.pauses.workingDays["expert-review"];
    const told = (date: string, number: string, neededDays: number, kind = pause.kind): Moving => ({
      ...pause,
      kind,
      notice: { ...theNotice(date), number, neededDays },
    });
    // Ten working days through 16 March; the day of acceptance itself counts in no limit.
    const stood = () =>
      anApplication({ status: "accepted", on: accepted })
        .lawfully(told(accepted, "甲", longest), accepted)
        .does("resume", "2026-03-16");
    const again = (neededDays: number, kind = pause.kind) => told("2026-03-16", "乙", neededDays, kind);
    expect(refusalOf(stood().tell(again(longest - 9), "2026-03-17"))).toMatchObject({
      code: "permits.pause-too-long",
      pointer: "/notice/neededDays",
      details: { longest, stood: 10 },
    });
    expect(isRejection(stood().tell(again(longest, "testing"), "2026-03-17"))).toBe(false);
    const one = stood().lawfully(again(longest - 10), "2026-03-17");
    one.letPass("2026-06-01");
    expect(one.status).toBe("accepted");
    expect(refusalOf(one.tell(told("2026-06-01", "丙", 1), "2026-06-01"))).toMatchObject({
      code: "permits.pause-too-long",
      details: { stood: longest },
    });
  });

  test("a day on which it is stopped, resumed and stopped again is one day", () => {
    const longest = town.limits.pauses.workingDays["expert-review"];
    const on = "2026-03-10";
    const noticed = (number: string): Moving => ({
      ...pause,
      notice: { ...theNotice(on), number, neededDays: longest },
    });
    const one = anApplication({ status: "accepted", on: accepted }).lawfully(noticed("甲"), on).does("resume", on);
    expect(one.lawfully(noticed("乙"), on).status).toBe("paused");
  });

  test("delivered today it does, delivered tomorrow it does not yet", () => {
    const tomorrow = { ...pause, notice: theNotice("2026-03-03") };
    expect(refusalOf(anApplication({ status: "accepted" }).tell(tomorrow, accepted))).toMatchObject({
      code: "permits.notice-not-delivered-yet",
      pointer: "/notice/deliveredOn",
    });
    expect(anApplication({ status: "accepted" }).lawfully(pause, accepted).state).toMatchObject({
      status: "paused",
      pause: { kind: "expert-review", from: accepted, notice: theNotice(accepted) },
      limits: { statutory: { due: null }, promised: { due: null } },
    });
  });

  test("only the deciding office stops it and lets it go on", () => {
    const stranger = { ...theReviewer, office: "social-affairs" };
    expect(refusalOf(anApplication({ status: "accepted" }).tell(pause, accepted, stranger))).toMatchObject({
      code: "permits.not-your-office",
      ground: "actor",
      details: { office: "agriculture-centre" },
    });
    const one = anApplication({ status: "paused" });
    expect(refusalOf(one.tell({ type: "resume" }, accepted, stranger)).code).toBe("permits.not-your-office");
  });

  test("while it stands no limit is missed; once the time told is over it runs on by itself, and limits pass again", () => {
    const one = anApplication({ status: "paused", on: accepted });
    expect(application.nextDeadline?.(one.state)).toBe("2026-03-13T16:00:00.000Z");
    expect(one.letPass("2026-03-13")).toEqual([]);
    expect(one.letPass("2026-03-14")).toEqual(["2026-03-14"]);
    expect(one.events.at(-1)).toMatchObject({
      type: "permits.application.resumed",
      data: { on: "2026-03-13", told: true },
    });
    expect(due(one)).toEqual({ statutory: "2026-04-13", promised: "2026-03-27" });
    expect(one.letPass("2026-10-01")).toEqual(["2026-03-28", "2026-04-14"]);
  });

  test("resumed late, it has stood no longer than the applicant was told", () => {
    const one = anApplication({ status: "paused", on: accepted }).does("resume", "2026-03-20");
    expect(one.events.at(-1)?.data).toMatchObject({ on: "2026-03-13" });
    expect(due(one).statutory).toBe("2026-04-13");
    const early = anApplication({ status: "paused", on: accepted }).does("resume", "2026-03-04");
    expect(early.events.at(-1)?.data).toMatchObject({ on: "2026-03-04" });
  });

  test("a pause of before, that kept no such day, still stands until somebody ends it", () => {
    const one = anApplication({ status: "paused", on: accepted });
    if (one.state.status !== "paused") throw new Error("not paused");
    const { told: _told, ...pause } = one.state.pause;
    const old = { ...one.state, pause };
    expect(application.nextDeadline?.(old)).toBeUndefined();
    expect(application.decide(old, { type: "pass-time" }, on("2026-10-01"))).toEqual([]);
  });

  test("stopped after the promise was broken, it stops the law's limit and mends nothing", () => {
    const one = anApplication({ status: "accepted", on: accepted });
    one.letPass("2026-03-18");
    one.does("pause", "2026-03-18").does("resume", "2026-03-24");
    expect(due(one)).toEqual({ statutory: "2026-04-07", promised: "2026-03-16" });
    expect(one.state).toMatchObject({ missed: ["promised"] });
  });

  test.each([
    ...vectors.permitClock,
    {
      id: "one day",
      accept: "2026-03-02",
      extension: 0,
      suspensionsClosed: [["2026-03-09", "2026-03-09"]],
      deadline: "2026-03-31",
    },
    {
      id: "review only",
      accept: "2026-03-02",
      extension: 0,
      suspensionsClosed: [["2026-03-09", "2026-03-20"]],
      deadline: "2026-04-14",
    },
  ])("$id: accepted $accept, stood $suspensionsClosed, +$extension → $deadline", (vector) => {
    const one = anApplication({ status: "accepted", on: vector.accept });
    for (const [from = "", to = ""] of vector.suspensionsClosed) one.does("pause", from).does("resume", to);
    const last = vector.suspensionsClosed.at(-1)?.at(-1) ?? vector.accept;
    if (vector.extension > 0) one.lawfully(extend(vector.extension), last, theHead);
    expect(due(one).statutory).toBe(vector.deadline);
  });
});

describe("limits that pass are recorded, each once", () => {
  test("the promise first, the law's afterwards, on the day after their last, never on it", () => {
    const one = anApplication({ status: "accepted", on: accepted });
    expect(application.nextDeadline?.(one.state)).toBe("2026-03-16T16:00:00.000Z");
    expect(one.letPass("2026-03-16")).toEqual([]);
    expect(one.letPass("2026-04-30")).toEqual(["2026-03-17", "2026-03-31"]);
    expect(one.events.filter(({ type }) => type === "permits.application.limit-missed")).toMatchObject([
      { data: { limit: "promised", due: "2026-03-16" } },
      { data: { limit: "statutory", due: "2026-03-30" } },
    ]);
    expect(one.state).toMatchObject({ status: "accepted", missed: ["promised", "statutory"] });
    expect(application.nextDeadline?.(one.state)).toBeUndefined();
  });

  test("after weeks switched off both are recorded at the first awakening, and a second one finds nothing", () => {
    const one = anApplication({ status: "accepted", on: accepted });
    one.does("pass-time", "2026-06-01");
    expect(one.state).toMatchObject({ missed: ["promised", "statutory"] });
    expect(one.tell({ type: "pass-time" }, "2026-06-02")).toEqual([]);
  });

  test("a lengthened limit passes later", () => {
    const one = anApplication({ status: "accepted", on: accepted }).lawfully(extend(), accepted, theHead);
    expect(one.letPass("2026-05-30")).toEqual(["2026-03-31", "2026-04-15"]);
  });

  test("what is decided misses nothing any more", () => {
    expect(application.nextDeadline?.(anApplication({ status: "granted" }).state)).toBeUndefined();
  });
});

describe("XK-T3: on time is by the promise", () => {
  const decided = (on: string) => aReviewed({ on: accepted }).does("decide", on).events.at(-1)?.data;

  test("on its last day still, on the next no more", () => {
    expect(decided("2026-03-16")).toMatchObject({ onTime: true, workingDays: 10 });
    expect(decided("2026-03-17")).toMatchObject({ onTime: false, workingDays: 11 });
  });

  test("on the day of acceptance no working day was used", () => {
    expect(decided(accepted)).toMatchObject({ onTime: true, workingDays: 0 });
  });

  test("days on which the clock stood are not used, before the promise was broken or after", () => {
    const before = aReviewed({ on: accepted }).does("pause", "2026-03-09").does("resume", "2026-03-20");
    expect(before.does("decide", "2026-03-24").events.at(-1)?.data).toMatchObject({ workingDays: 6, onTime: true });
    const after = aReviewed({ on: accepted }).does("pause", "2026-03-18").does("resume", "2026-03-24");
    expect(after.does("decide", "2026-03-26").events.at(-1)?.data).toMatchObject({ workingDays: 13, onTime: false });
  });
});
