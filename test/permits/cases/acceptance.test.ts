import { describe, expect, test } from "vitest";
import { application } from "../../../services/permits/cases/domain/application/decider.ts";
import { refusalOf, town } from "../../support/deciding.ts";
import vectors from "../../vectors/vectors.json" with { type: "json" };
import type { Moving } from "./builders.ts";
import {
  aCommand,
  anApplication,
  aPower,
  optionalMaterial,
  sharedMaterial,
  theApplicant,
  theClerk,
  theForm,
  thePlan,
} from "./builders.ts";

const received = "2026-02-10";
const due = "2026-02-24";
const late = "2026-02-25";

const withoutPlan = () => anApplication({ on: received, materials: [theForm] });
const notice = (...missing: string[]) => ({ type: "notify-corrections", missing }) as const;
const explained = (...missing: string[]): Moving => ({ ...notice(...missing), explanation: "印章不清，须重新盖章" });

describe("the acceptance vectors", () => {
  /** The organ in whose name the sample power is used, in the names of series. */
  const bureau = "YY0001012";
  const vector = (id: string) => vectors.acceptance.find((one) => one.id === id);

  test("acc-1: a notice on the fifth working day is in time", () => {
    expect(vector("acc-1")).toMatchObject({ received, noticeOn: due, result: "CORRECTION_NOTICE_IN_TIME" });
    const one = withoutPlan().lawfully(notice(thePlan), due);
    expect(one.state).toMatchObject({ status: "incomplete", corrections: { notifiedOn: due, missing: [thePlan] } });
  });

  test("acc-2: on the sixth it is too late; the case counts as accepted from the day of receipt, to be decided by 2026-03-16", () => {
    const one = withoutPlan();
    expect(refusalOf(one.tell(notice(thePlan), late))).toMatchObject({
      code: "permits.deemed-accepted",
      ground: "rule",
      details: { since: received, due, rule: "XK-32-4" },
    });
    expect(one.letPass(late)).toEqual([late]);
    expect(one.state).toMatchObject({
      status: "accepted",
      acceptedOn: received,
      limits: { statutory: { due: "2026-03-16" } },
    });
  });

  test("acc-3: without a notice it is still pending on the fifth day", () => {
    expect(vector("acc-3")).toMatchObject({ received, asOf: due, result: "PENDING" });
    const one = withoutPlan();
    expect(one.letPass(due)).toEqual([]);
    expect(one.status).toBe("received");
  });

  test("acc-4: without a notice it is accepted on the day after, by nobody, and published as deemed", () => {
    const one = withoutPlan();
    one.letPass(late);
    expect(one.state).not.toHaveProperty("acceptedBy");
    expect(one.events.at(-1)).toMatchObject({
      type: "permits.application.accepted",
      actor: "clockwork",
      data: { acceptedOn: received, deemed: true },
    });
    expect(one.letPass("2026-02-26")).toEqual([]);
  });

  test("acc-5: a second notice is not allowed, in time or not", () => {
    expect(vector("acc-5")).toMatchObject({ firstNoticeOn: "2026-02-11", result: "SECOND_NOTICE_NOT_ALLOWED" });
    const one = withoutPlan().lawfully(notice(thePlan), "2026-02-11");
    expect(refusalOf(one.tell(notice(theForm), "2026-02-11")).code).toBe("permits.not-in-this-state");
    one.lawfully({ type: "correct", materials: [thePlan] }, "2026-02-12");
    for (const day of ["2026-02-12", "2026-02-26"])
      expect(refusalOf(one.tell(notice(theForm), day))).toMatchObject({
        code: "permits.corrections-already-notified",
        details: { on: "2026-02-11", rule: "XK-32-4" },
      });
  });

  test("acc-5, the other side: what was asked for, brought and faulty itself could not have been said the first time", () => {
    const one = withoutPlan().lawfully(notice(thePlan), "2026-02-11");
    one.lawfully({ type: "correct", materials: [thePlan] }, "2026-02-12");
    expect(refusalOf(one.tell(notice(thePlan, theForm), "2026-02-12"))).toMatchObject({
      code: "permits.corrections-already-notified",
      details: { couldHaveBeenSaid: [theForm] },
    });
    one.lawfully(explained(thePlan), "2026-02-12");
    expect(one.state).toMatchObject({ status: "incomplete", corrections: { missing: [thePlan] } });
  });

  test("acc-6, V7: where no permit is needed he is told at once, and it is not accepted", () => {
    const one = anApplication({ on: received }).lawfully(aCommand(received).decline, received);
    expect(one.state).toMatchObject({ status: "declined", ground: "no-permit-needed", declinedOn: received });
  });

  test("XK-32-1: a permit under a power in force is not called needless without facts, and nothing without reasons", () => {
    const { facts: _facts, reasons: _reasons, ...command } = aCommand(received).decline;
    const one = anApplication({ on: received });
    expect(refusalOf(one.tell(command, received))).toMatchObject({
      code: "permits.decline-without-reasons",
      pointer: "/reasons",
    });
    expect(refusalOf(one.tell({ ...command, reasons: "自用" }, received))).toMatchObject({
      code: "permits.permit-needed",
      pointer: "/facts",
      details: { rule: "XK-32-1" },
    });
    const recalled = { ...command, reasons: "自用", power: aPower({ changes: [] }) };
    expect(anApplication({ on: received }).lawfully(recalled, received).status).toBe("declined");
    one.lawfully({ ...command, reasons: "自用", facts: "仅供自家使用" }, received);
    expect(one.state).toMatchObject({ reasons: "自用", facts: "仅供自家使用" });
    expect(JSON.stringify(one.events.at(-1)?.data)).not.toContain("自用");
  });

  test("acc-7: outside its competence the town refuses and names the right organ", () => {
    expect(vector("acc-7")).toMatchObject({ result: "REFUSE_DECISION_AND_REDIRECT" });
    const one = anApplication({ on: received });
    const outside = { type: "decline", ground: "outside-competence", reasons: "该地块不在本镇" } as const;
    expect(refusalOf(one.tell(outside, received))).toMatchObject({
      code: "permits.competent-organ-missing",
      pointer: "/competentOrgan",
      details: { rule: "XK-32-2" },
    });
    for (const competentOrgan of [town.name.zh, town.organName.zh, `禄丰市${town.name.zh} 政府`, town.organName.en])
      expect(refusalOf(one.tell({ ...outside, competentOrgan }, received))).toMatchObject({
        code: "permits.town-is-competent",
        pointer: "/competentOrgan",
      });
    one.lawfully({ ...outside, competentOrgan: "县自然资源和规划局" }, received);
    expect(one.state).toMatchObject({ ground: "outside-competence", competentOrgan: "县自然资源和规划局" });
  });

  test("acc-8, XK-32-3: what can be put right on the spot is put right, without a notice, and accepted", () => {
    const one = withoutPlan().lawfully({ type: "correct", materials: [thePlan] }, received);
    expect(one.state).toMatchObject({ status: "received", given: [theForm, thePlan] });
    expect(one.state).not.toHaveProperty("corrections");
    expect(one.does("accept", received).state).toMatchObject({ acceptedOn: received, acceptedBy: theClerk.sub });
  });

  test("XK-32-3: a notice for an error in what was brought says what it is, and why it was not put right on the spot", () => {
    const one = anApplication({ on: received });
    expect(refusalOf(one.tell(notice(theForm), received))).toMatchObject({
      code: "permits.correction-unexplained",
      pointer: "/explanation",
      details: { faulty: [theForm], rule: "XK-32-3" },
    });
    expect(one.lawfully(explained(theForm), received).status).toBe("incomplete");
  });

  test("XK-32-3: what was not brought at all is asked for without an explanation; one faulty among them needs it", () => {
    expect(withoutPlan().lawfully(notice(thePlan), received).status).toBe("incomplete");
    expect(refusalOf(withoutPlan().tell(notice(thePlan, theForm), received))).toMatchObject({
      code: "permits.correction-unexplained",
      details: { faulty: [theForm] },
    });
  });

  test("acc-9: acceptance and refusal to accept are both receipted in writing: number, date, special seal (XK-32-6)", () => {
    expect(vector("acc-9")).toMatchObject({ receiptFields: expect.arrayContaining(["date"]) });
    const seal = { zh: "禄丰市农业农村局行政审批专用章" };
    const receipt = (series: string) => ({ number: { series, year: 2026, serial: 1 }, on: due, seal });
    const accepted = anApplication({ on: received }).does("accept", due);
    expect(accepted.events.at(-1)?.data).toMatchObject({
      acceptedOn: due,
      receipt: receipt(`acceptance-notice-${bureau}`),
    });
    const declined = anApplication({ on: received }).does("decline", due);
    expect(declined.events.at(-1)?.data).toMatchObject({
      declinedOn: due,
      receipt: receipt(`non-acceptance-${bureau}`),
    });
    const { number, on } = receipt(`non-acceptance-${bureau}`);
    expect(declined.state).toMatchObject({ receipt: { number, on } });
  });
});

describe("XK-32-4: once, and everything at once", () => {
  test("a notice that leaves out something missing is refused and told what", () => {
    const one = anApplication({ on: received, materials: [] });
    expect(refusalOf(one.tell(notice(thePlan), received))).toMatchObject({
      code: "permits.notice-incomplete",
      pointer: "/missing",
      details: { omitted: [theForm] },
    });
    expect(one.lawfully(notice(thePlan, theForm), received).status).toBe("incomplete");
  });

  test("a material that was given but is faulty is asked for again and no longer counts as given", () => {
    const one = anApplication({ on: received }).lawfully(explained(theForm), received);
    expect(one.state.given).toEqual([thePlan]);
    one.lawfully({ type: "correct", materials: [thePlan] }, "2026-02-11");
    expect(one.status).toBe("incomplete");
    expect(one.lawfully({ type: "correct", materials: [theForm] }, "2026-02-12").status).toBe("received");
  });

  test("XK-31: it asks for nothing the guide does not ask for", () => {
    expect(refusalOf(withoutPlan().tell(notice(thePlan, "单位证明"), received))).toMatchObject({
      code: "permits.material-not-asked",
      pointer: "/missing/1",
    });
  });

  test("S-4: nor for what the town obtains by sharing, which never counts as missing either", () => {
    expect(refusalOf(withoutPlan().tell(notice(thePlan, sharedMaterial), received))).toMatchObject({
      code: "permits.material-obtained-by-sharing",
      pointer: "/missing/1",
      details: { rule: "S-4" },
    });
    expect(anApplication({ on: received }).does("accept", received).state.given).not.toContain(sharedMaterial);
  });

  test("V9 the same material is asked for a second and a third time only with an explanation each time", () => {
    const one = withoutPlan().lawfully(notice(thePlan), received);
    for (const again of ["2026-02-11", "2026-02-12"]) {
      one.lawfully({ type: "correct", materials: [thePlan] }, again);
      expect(refusalOf(one.tell(notice(thePlan), again))).toMatchObject({
        code: "permits.correction-unexplained",
        details: { faulty: [thePlan] },
      });
      expect(one.lawfully(explained(thePlan), again).status).toBe("incomplete");
    }
  });

  test("V9 S-4: what sharing did not give may be asked for with the reason, and is then waited for", () => {
    const unobtainable = [{ material: sharedMaterial, reason: "公安接口无此人记录" }];
    const one = withoutPlan();
    const asking = { ...notice(thePlan, sharedMaterial), unobtainable };
    expect(one.lawfully(asking, received).state).toMatchObject({ corrections: { unobtainable } });
    expect(JSON.stringify(one.events.map(({ data }) => data))).not.toContain("公安接口");
    expect(one.lawfully({ type: "correct", materials: [thePlan] }, received).status).toBe("incomplete");
    expect(one.lawfully({ type: "correct", materials: [sharedMaterial] }, received).status).toBe("received");
  });

  test.each([
    ["the notice does not ask for", [thePlan], sharedMaterial],
    ["nobody shares", [thePlan], thePlan],
  ])("V9 S-4: a reason for a material that %s is refused", (_what, missing, material) => {
    const asking = { ...notice(...missing), unobtainable: [{ material, reason: "接口故障" }] };
    expect(refusalOf(withoutPlan().tell(asking, received))).toMatchObject({
      code: "permits.not-obtained-by-sharing",
      pointer: "/unobtainable/0",
    });
  });

  test("what the notice asked for beyond the required is waited for as well", () => {
    const one = withoutPlan().lawfully(notice(thePlan, optionalMaterial), received);
    expect(one.lawfully({ type: "correct", materials: [thePlan] }, received).status).toBe("incomplete");
    expect(one.lawfully({ type: "correct", materials: [optionalMaterial] }, received).status).toBe("received");
  });

  test("why it is faulty, in somebody's own words, is kept from subscribers and shown to the applicant", () => {
    const explanation = `${theApplicant.name}的申请表未签名`;
    const one = anApplication({ on: received }).lawfully({ ...aNotice, explanation }, received);
    expect(one.state).toMatchObject({ corrections: { explanation } });
    expect(JSON.stringify(one.events.map(({ data }) => data))).not.toContain(theApplicant.name);
  });

  const aNotice = { type: "notify-corrections", missing: [theForm] } as const;
});

describe("V9 XK-34: what the law deemed accepted is granted only when nothing is missing", () => {
  const deemed = () => {
    const one = withoutPlan();
    one.letPass(deemedOn);
    return one.does("review", deemedOn).does("review", deemedOn);
  };
  const deemedOn = "2026-02-25";
  test("granted with materials missing is refused, and told which; brought, it is granted", () => {
    const one = deemed();
    expect(refusalOf(one.tell(aCommand(deemedOn).decide, deemedOn))).toMatchObject({
      code: "permits.granted-without-materials",
      details: { missing: [thePlan], rule: "XK-34" },
    });
    one.lawfully({ type: "supplement", materials: [thePlan] }, deemedOn);
    expect(one.does("decide", deemedOn).status).toBe("granted");
  });
  test("refused with reasons it can be", () => {
    const refusing = { ...aCommand(deemedOn).decide, outcome: "refused", reasons: "不符合条件" } as const;
    expect(deemed().lawfully(refusing, deemedOn).status).toBe("refused");
  });
});

describe("XK-32-5: complete materials are accepted", () => {
  test("incomplete ones are not: they are asked for", () => {
    expect(refusalOf(withoutPlan().tell(aCommand(received).accept, received))).toMatchObject({
      code: "permits.materials-missing",
      details: { missing: [thePlan], rule: "XK-32-5" },
    });
  });

  test("corrected in full on a day, it is accepted as of that day, on whichever day the clerk accepts", () => {
    const one = withoutPlan().lawfully(notice(thePlan), due);
    one.lawfully({ type: "correct", materials: [thePlan] }, "2026-03-02").does("accept", "2026-03-06");
    expect(one.state).toMatchObject({
      acceptedOn: "2026-03-02",
      acceptedBy: theClerk.sub,
      limits: { statutory: { due: "2026-03-30" } },
    });
  });

  test("and left lying for five working days, it is deemed accepted as of that day", () => {
    const one = withoutPlan().lawfully(notice(thePlan), due);
    one.lawfully({ type: "correct", materials: [thePlan] }, "2026-03-02");
    expect(one.letPass("2026-03-09")).toEqual([]);
    expect(one.letPass("2026-03-10")).toEqual(["2026-03-10"]);
    expect(one.state).toMatchObject({ status: "accepted", acceptedOn: "2026-03-02" });
  });

  test("corrected in part, it waits", () => {
    const one = anApplication({ on: received, materials: [] }).lawfully(notice(theForm, thePlan), received);
    one.lawfully({ type: "correct", materials: [theForm] }, received);
    expect(one.state).toMatchObject({ status: "incomplete", given: [theForm] });
  });

  test("brought without being asked, a material does not start the five days again", () => {
    const one = withoutPlan().lawfully({ type: "correct", materials: [thePlan] }, due);
    expect(one.state).toMatchObject({ materialsOn: received, acceptanceLimit: { due } });
    one.letPass(late);
    expect(one.state).toMatchObject({ status: "accepted", acceptedOn: received });
  });
});

describe("once the fifth day has passed, silence has accepted", () => {
  test("accepting says so even before the clockwork does: from the day of receipt, by law and not by the clerk", () => {
    const one = anApplication({ on: received }).does("accept", late);
    expect(one.state).toMatchObject({ status: "accepted", acceptedOn: received });
    expect(one.state).not.toHaveProperty("acceptedBy");
    expect(one.events.at(-1)?.data).toMatchObject({ deemed: true });
  });

  test("on the fifth day itself it is the clerk's own, of that day", () => {
    expect(anApplication({ on: received }).does("accept", due).state).toMatchObject({
      acceptedOn: due,
      acceptedBy: theClerk.sub,
    });
  });

  test("declining comes too late as well; on the fifth day it does not", () => {
    const command = aCommand(received).decline;
    expect(refusalOf(anApplication({ on: received }).tell(command, late)).code).toBe("permits.deemed-accepted");
    expect(anApplication({ on: received }).lawfully(command, due).status).toBe("declined");
  });

  test("the clockwork is woken at the first instant of the day after, in Shanghai", () => {
    expect(application.nextDeadline?.(withoutPlan().state)).toBe("2026-02-24T16:00:00.000Z");
  });

  test("what is missing then is missing still, but no longer a reason not to accept", () => {
    const one = withoutPlan();
    one.letPass(late);
    expect(one.state).toMatchObject({ status: "accepted", given: [theForm] });
  });
});

describe("the applicant may take it back", () => {
  test.each(["received", "incomplete", "accepted", "paused"] as const)("while it is %s", (status) => {
    const bare = { type: "withdraw" } as const;
    expect(refusalOf(anApplication({ status }).tell(bare, "2026-03-03"))).toMatchObject({
      code: "permits.withdrawal-without-statement",
      pointer: "/statement",
    });
    const one = anApplication({ status }).does("withdraw", "2026-03-03");
    expect(one.state).toMatchObject({ status: "withdrawn", withdrawnOn: "2026-03-03" });
  });
});
