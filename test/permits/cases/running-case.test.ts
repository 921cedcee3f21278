import { describe, expect, test } from "vitest";
import { powerOfCase, runningCase } from "../../../services/permits/cases/domain/running-case.ts";
import { knownPower, type PowerCopy } from "../../../services/permits/common/domain/known-power.ts";
import { isRejection } from "../../../shared/decider/index.ts";
import { inForceOn } from "../../../shared/powers-in-force/index.ts";
import { instruct } from "../../../shared/service/index.ts";
import { day, refusalOf } from "../../support/deciding.ts";
import { handedOver } from "../../support/known-power.ts";
import { Living } from "../../support/living.ts";
import { aHall } from "../permits-hall.ts";
import { aCommand, anApplication, aPower, theApprover, theClerk, theReviewer, theSecond } from "./builders.ts";
import { jointly } from "./ready-cases.ts";

const recalled = { kind: "recalled", from: "2026-06-01", document: "收回1号" } as const;
const power: PowerCopy = aPower({ changes: [handedOver, recalled] });
const settled = { recalledFrom: "2026-06-01", outcome: "finish", document: "县编办函9号" } as const;
const on = (of: PowerCopy | undefined, date: string) => inForceOn(of, day(date));

describe("CF-24b: a case that was open when its power was recalled", () => {
  test("is decided by nobody until somebody has decided of it in writing", () => {
    expect(on(powerOfCase(power, undefined), "2026-06-01")).toMatchObject({ failed: [{ condition: "recalled" }] });
    expect(on(powerOfCase(power, undefined), "2026-05-31").inForce).toBe(true);
  });

  test("is finished in the town's own name where that was decided, as the power stood before", () => {
    const before = on(power, "2026-05-31");
    expect(on(powerOfCase(power, settled), "2026-06-01")).toEqual(before);
  });

  test("is passed on and not decided where it was transferred", () => {
    const transferred = powerOfCase(power, { ...settled, outcome: "transfer" });
    expect(on(transferred, "2026-06-01")).toMatchObject({ inForce: true, townRole: "forwards" });
  });

  test("the decision covers the recall it was made for, no other reason why a power is not in force", () => {
    const suspended = { kind: "suspended", from: "2026-06-01", reason: "评估" } as const;
    expect(on(powerOfCase({ ...power, changes: [...power.changes, suspended] }, settled), "2026-06-01").inForce).toBe(
      false,
    );
    const again = { ...recalled, from: "2026-07-01" };
    expect(on(powerOfCase({ ...power, changes: [handedOver, again] }, settled), "2026-07-01").inForce).toBe(false);
    expect(powerOfCase(undefined, settled)).toBeUndefined();
  });

  test("learned once, however often it is told", () => {
    const known = new Living(runningCase).lawfully({ type: "learn", ...settled }, "2026-06-02");
    expect(known.tell({ type: "learn", ...settled }, "2026-06-02")).toEqual([]);
    expect(known.state).toEqual(settled);
  });
});

describe("CF-24b: an examination under a recalled power", () => {
  const today = "2026-06-01";
  const sample = aCommand(today, power);
  const surveyed = () => {
    const one = anApplication({ status: "accepted", on: "2026-05-29" });
    one.tell(aCommand("2026-05-29").review, "2026-05-29");
    return one;
  };

  test("a survey recorded the day before is not completed by a signature under it; a settled one is", () => {
    const one = surveyed();
    expect(refusalOf(one.tell(sample["confirm-survey"], today))).toMatchObject({
      code: "permits.power-not-in-force",
      details: { conditions: ["recalled"], rule: "P5" },
    });
    expect(one.state).toMatchObject({ survey: { signatures: [{ by: theReviewer.sub }] } });
    const before = aCommand("2026-05-31", power)["confirm-survey"];
    expect(isRejection(surveyed().tell(before, "2026-05-31"))).toBe(false);
    for (const outcome of ["finish", "transfer"] as const) {
      const asSettled = aCommand(today, powerOfCase(power, { ...settled, outcome }))["confirm-survey"];
      expect(surveyed().lawfully(asSettled, today).state).toMatchObject({ reviews: [{ signed: true }] });
    }
  });

  test.each([undefined, power])("no step of it is taken, a survey or a joint opinion neither", (known) => {
    for (const guide of [{}, jointly]) {
      const one = anApplication({ status: "accepted", on: "2026-05-29", guide });
      const refused = refusalOf(one.tell({ ...sample.review, power: known }, today));
      expect(refused.code).toBe("permits.power-not-in-force");
    }
  });
});

describe("CF-24b: what the town does besides under a recalled power", () => {
  const today = "2026-06-01";
  const sample = aCommand(today, power);
  const accepted = (guide = {}) => anApplication({ status: "accepted", on: "2026-05-29", guide });
  test.each([
    ["pause", {}],
    ["extend", {}],
    ["call-hearing", {}],
    ["assign-inspectors", { inspection: true }],
    ["consult", jointly],
  ] as const)("%s is refused, and possible where somebody decided that the town finishes it", (verb, guide) => {
    const refused = refusalOf(accepted(guide).tell(sample[verb], today));
    expect(refused).toMatchObject({ code: "permits.power-not-in-force", details: { conditions: ["recalled"] } });
    const finished = aCommand(today, powerOfCase(power, settled))[verb];
    expect(isRejection(accepted(guide).tell(finished, today))).toBe(false);
  });

  test("what the applicant asks for stays possible: to withdraw, to ask for a recusal, to resume", () => {
    expect(accepted().does("withdraw", today).status).toBe("withdrawn");
    expect(accepted().does("ask-recusal", today).status).toBe("accepted");
    expect(accepted().does("pause", "2026-05-29").does("resume", today).status).toBe("accepted");
  });
});

describe("CF-24b at the counter", () => {
  /** A case ready for its decision, under a power recalled from today. */
  async function aRecalledCase() {
    const hall = await aHall();
    const id = await hall.file(theClerk);
    await hall.post(theClerk, `/permits/applications/${id}/accept`);
    const review = { opinion: "agree", inspectors: ["reviewer-1", "reviewer-2"], affectsThirdParties: false };
    await hall.post(theReviewer, `/permits/applications/${id}/review`, review);
    const pending = await hall.file(theClerk);
    await hall.post(theClerk, `/permits/applications/${pending}/accept`);
    await hall.post(theReviewer, `/permits/applications/${pending}/review`, review);
    await hall.post(theSecond, `/permits/applications/${id}/confirm-survey`);
    await hall.post(theReviewer, `/permits/applications/${id}/review`, review);
    const change = { kind: "recalled" as const, from: "2026-03-02", document: "收回1号" };
    const command = { type: "learn" as const, code: "PL-018", sequence: 99, news: { change } };
    await instruct({ of: knownPower, id: "PL-018", expects: "either", command }).carryOut(hall.runtime, {
      id: "recall",
    });
    const decide = () =>
      hall.post(theApprover, `/permits/applications/${id}/decide`, { outcome: "refused", reasons: "不符合条件" });
    const settle = (outcome: "finish" | "transfer") =>
      instruct({
        of: runningCase,
        id,
        expects: "either",
        command: { type: "learn" as const, recalledFrom: "2026-03-02", outcome, document: "县编办函9号" },
      }).carryOut(hall.runtime, { id: outcome });
    const sign = () => hall.post(theSecond, `/permits/applications/${pending}/confirm-survey`);
    return { decide, settle, sign };
  }

  test("under a recalled power nothing is decided, unless somebody decided in writing that the town finishes it", async () => {
    const { decide, settle, sign } = await aRecalledCase();
    expect(await sign()).toMatchObject({ status: 422, body: { code: "permits.power-not-in-force" } });
    expect(await decide()).toMatchObject({ status: 422, body: { code: "permits.power-not-in-force" } });
    await settle("finish");
    expect(await decide()).toMatchObject({ status: 200, body: { status: "refused" } });
  });

  test("what is transferred is not decided by the town any more", async () => {
    const { decide, settle } = await aRecalledCase();
    await settle("transfer");
    expect(await decide()).toMatchObject({ status: 422, body: { code: "permits.town-does-not-decide" } });
  });
});
