import { describe, expect, test } from "vitest";
import { refusalOf } from "../../support/deciding.ts";
import { aCommand, aGuide, anApplication, aResident, type Case, type Moving, theForm, thePlan } from "./builders.ts";

const today = "2026-03-02";
const sample = aCommand(today);
const refusing = { ...sample.decide, outcome: "refused", reasons: "承诺的材料未补交" } as const;
const materials = aGuide().content.materials.map((one) => (one.name === thePlan ? { ...one, tolerable: true } : one));
const lacking = (missing: readonly string[] = [thePlan]) =>
  anApplication({ guide: { materials }, materials: [theForm, thePlan].filter((name) => !missing.includes(name)) });
const promising = (until: string): Moving => ({ ...sample.accept, promise: { until } });
const examined = (one: Case) => one.does("review", today).does("review", today);

describe("容缺受理 (XK-32-5): what may come later is promised, for a day before the decision is due", () => {
  test("without a promise it is not accepted, and the answer says what could come later", () => {
    expect(refusalOf(lacking().tell(sample.accept, today))).toMatchObject({
      code: "permits.materials-missing",
      details: { missing: [thePlan], tolerable: [thePlan], rule: "XK-32-5" },
    });
    const accepted = lacking().lawfully(promising("2026-03-06"), today);
    expect(accepted.state).toMatchObject({
      status: "accepted",
      acceptedOn: today,
      tolerance: { materials: [thePlan], until: "2026-03-06", promisedOn: today },
    });
  });

  test("a promise covers only what the guide marks so: the rest is asked for", () => {
    for (const missing of [[theForm], [theForm, thePlan]])
      expect(refusalOf(lacking(missing).tell(promising("2026-03-06"), today)).code).toBe("permits.materials-missing");
  });

  test("not for a day that is over, nor for one after the case must be decided", () => {
    expect(refusalOf(lacking().tell(promising("2026-03-01"), today)).code).toBe("permits.promise-in-the-past");
    expect(lacking().lawfully(promising(today), today).status).toBe("accepted");
    expect(lacking().lawfully(promising("2026-03-16"), today).status).toBe("accepted");
    expect(refusalOf(lacking().tell(promising("2026-03-17"), today))).toMatchObject({
      code: "permits.promise-too-late",
      details: { due: "2026-03-16" },
      pointer: "/promise/until",
    });
  });

  test("what is complete needs no promise, and keeps none", () => {
    expect(anApplication({ guide: { materials } }).lawfully(promising("2026-03-06"), today).state).not.toHaveProperty(
      "tolerance",
    );
  });

  test("nothing is granted, or passed on, before it is brought; brought, it is", () => {
    const one = examined(lacking().lawfully(promising("2026-03-06"), today));
    for (const command of [sample.decide, { ...refusing }])
      expect(refusalOf(one.tell(command, "2026-03-06"))).toMatchObject({
        code: "permits.promise-not-kept",
        details: { missing: [thePlan] },
      });
    one.lawfully({ type: "supplement", materials: [thePlan] }, "2026-03-06");
    expect(one.lawfully(sample.decide, "2026-03-06").status).toBe("granted");
  });

  test("a promise that was broken is a reason to refuse from the day after, and never one to grant", () => {
    const one = examined(lacking().lawfully(promising("2026-03-06"), today));
    expect(refusalOf(one.tell(refusing, "2026-03-06")).code).toBe("permits.promise-not-kept");
    expect(refusalOf(one.tell(sample.decide, "2026-03-09")).code).toBe("permits.promise-not-kept");
    expect(one.lawfully(refusing, "2026-03-07").status).toBe("refused");
  });

  test("it is brought by the counter or by who filed it, only what the guide names, and while the clock stands too", () => {
    const paused = lacking().lawfully(promising("2026-03-06"), today).does("pause", today);
    const bring: Moving = { type: "supplement", materials: [thePlan] };
    expect(refusalOf(paused.tell(bring, today, aResident)).code).toBe("permits.not-yours");
    expect(refusalOf(paused.tell({ ...bring, materials: ["?"] }, today)).code).toBe("permits.material-not-asked");
    expect(paused.lawfully(bring, today).state).toMatchObject({ status: "paused", given: [theForm, thePlan] });
  });
});
