import { describe, expect, test } from "vitest";
import { refusalOf } from "../../support/deciding.ts";
import { aCommand, anApplication, aPower, aReviewed, theClerk, theHead, theReviewer } from "./builders.ts";

const today = "2026-04-20";
const forwards = aPower({ townRole: "forwards" });
const sample = aCommand(today, forwards);
const jointly = { jointDepartments: ["县住房和城乡建设局"] };
const due = (one: ReturnType<typeof anApplication>) => ("limits" in one.state ? one.state.limits.statutory : undefined);

describe("XK-43: what another organ decides is reviewed here within twenty working days", () => {
  test.each(["forwards", "reviews"] as const)(
    "accepted 2026-04-20, a town that %s has until 2026-05-20",
    (townRole) => {
      const one = anApplication({ status: "accepted", on: today, power: aPower({ townRole }), guide: jointly });
      expect(due(one)).toMatchObject({ rule: "XK-43", due: "2026-05-20" });
    },
  );

  test("what the town decides itself has its own limit: forty-five, where several departments handle it", () => {
    expect(due(anApplication({ status: "accepted", on: today, guide: jointly }))).toMatchObject({ rule: "XK-42-2" });
  });

  test("a shorter limit of the item's own law stays", () => {
    const short = { statutoryWorkingDays: 7 };
    expect(due(anApplication({ status: "accepted", on: today, power: forwards, guide: short }))).toMatchObject({
      length: 7,
      rule: "XK-42-1",
    });
  });

  test("nobody lengthens it; the town's own may be", () => {
    const one = anApplication({ status: "accepted", on: today, power: forwards });
    expect(refusalOf(one.tell(sample.extend, today, theHead))).toMatchObject({
      code: "permits.review-not-extended",
      details: { rule: "XK-43" },
    });
    expect(anApplication({ status: "accepted", on: today }).lawfully(sample.extend, today).status).toBe("accepted");
  });
});

describe("XK-T2: passed on, decided above, delivered here", () => {
  const forwarded = () => aReviewed({ power: forwards, on: today }).lawfully(sample.forward, today);
  const upper = sample["record-upper-decision"];

  test("the town records whose decision it is, and delivers it", () => {
    const one = forwarded().lawfully({ ...upper, decidedOn: "2026-04-22" }, "2026-04-24");
    expect(one.state).toMatchObject({
      status: "answered",
      upper: { outcome: "granted", organ: "禄丰市农业农村局", decidedOn: "2026-04-22", recordedOn: "2026-04-24" },
    });
    expect(one.events.at(-1)).toMatchObject({ type: "permits.application.upper-decided" });
    expect(one.does("deliver", "2026-04-27").state).toMatchObject({
      status: "closed",
      outcome: "granted",
      decidedBy: "禄丰市农业农村局",
      closedOn: "2026-04-27",
    });
  });

  test("not of a day before it was passed on, nor of one to come", () => {
    for (const decidedOn of ["2026-04-19", "2026-04-25"])
      expect(refusalOf(forwarded().tell({ ...upper, decidedOn }, "2026-04-24"))).toMatchObject({
        code: "permits.decided-on-another-day",
        pointer: "/decidedOn",
      });
    for (const decidedOn of ["2026-04-20", "2026-04-24"])
      expect(forwarded().lawfully({ ...upper, decidedOn }, "2026-04-24").status).toBe("answered");
  });

  test("XK-38: refused above, its reasons are told, and stay out of what is published", () => {
    const refused = { ...upper, outcome: "refused" } as const;
    expect(refusalOf(forwarded().tell(refused, today)).code).toBe("permits.reasons-missing");
    const one = forwarded().lawfully({ ...refused, reasons: "不符合规划" }, today);
    expect(one.state).toMatchObject({ upper: { outcome: "refused", reasons: "不符合规划" } });
    expect(JSON.stringify(one.events.at(-1)?.data)).not.toContain("不符合规划");
  });

  test("recorded by the counter or the office whose case it is, by nobody else", () => {
    const elsewhere = { ...theReviewer, office: "social-affairs" };
    expect(refusalOf(forwarded().tell(upper, today, elsewhere)).code).toBe("permits.not-your-office");
    for (const actor of [theClerk, theReviewer])
      expect(forwarded().lawfully(upper, today, actor).status).toBe("answered");
  });

  test("the town's review ends with passing it on: no limit is missed while the county decides", () => {
    const one = forwarded();
    expect(one.letPass("2026-12-01")).toEqual([]);
    expect(one.state).toMatchObject({ missed: [] });
  });
});
