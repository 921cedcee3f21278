import { describe, expect, test } from "vitest";
import { jointOfficesOf } from "../../../services/permits/cases/domain/application/joint-review.ts";
import { refusalOf, town } from "../../support/deciding.ts";
import {
  aCommand,
  aGuide,
  anApplication,
  type Case,
  type Moving,
  theApprover,
  theHead,
  theMayor,
  theReviewer,
} from "./builders.ts";
import { jointly } from "./ready-cases.ts";

const today = "2026-03-02";
const { decide } = aCommand(today);
const of = (office: string) => ({ ...theReviewer, sub: `reviewer-${office}`, office });
const offices = ["agriculture-centre", "planning-construction", "social-affairs"];
const says = (opinion: "agree" | "disagree"): Moving => ({ type: "review", opinion, affectsThirdParties: false });
const asked = () =>
  anApplication({ status: "accepted", guide: jointly }).lawfully(
    { type: "consult", offices: ["planning-construction", "social-affairs"] },
    today,
  );
const all = (one: Case, opinions: readonly ("agree" | "disagree")[], order = offices) => {
  for (const [at, office] of order.entries()) one.lawfully(says(opinions[at] ?? "agree"), today, of(office));
  return one;
};

describe("XK-26: several offices, one after another or all at once, one joined result", () => {
  test("the guide's departments are heard by the town's offices for their matters, each once, and the deciding one", () => {
    const { content } = aGuide({
      ...jointly,
      jointDepartments: ["县自然资源和规划局", "县住房和城乡建设局", "无此部门"],
    });
    expect(jointOfficesOf({ guide: content, office: "agriculture-centre" }, town)).toEqual([
      "agriculture-centre",
      "planning-construction",
    ]);
    expect(jointOfficesOf({ guide: aGuide().content, office: "x" }, town)).toBeUndefined();
  });

  test.each([offices, offices.toReversed()])(
    "in whatever order they speak, the last completes the step",
    (...order) => {
      const one = asked();
      for (const office of order.slice(0, 2)) one.lawfully(says("agree"), today, of(office));
      expect(one.state).toMatchObject({ pending: [{ kind: "joint-review" }], reviews: [] });
      one.lawfully(says("agree"), today, of(order[2] ?? ""));
      expect(one.state).toMatchObject({ pending: [], reviews: [{ opinion: "agree" }] });
      expect("reviews" in one.state && one.state.reviews[0]?.joint?.map(({ office }) => office)).toEqual(order);
    },
  );

  test("an office not asked has no say, and one that has spoken not a second", () => {
    const one = asked();
    expect(refusalOf(one.tell(says("agree"), today, of("culture-centre")))).toMatchObject({
      code: "permits.not-asked",
      details: { offices },
    });
    one.lawfully(says("agree"), today);
    expect(refusalOf(one.tell(says("disagree"), today)).code).toBe("permits.opinion-given");
  });

  test("while one is still to speak nothing is decided", () => {
    const one = asked().lawfully(says("agree"), today);
    expect(refusalOf(one.tell(decide, today)).code).toBe("permits.steps-pending");
  });

  test("one against it: it may be refused, but not granted before the head of the town has ruled", () => {
    const one = all(asked(), ["agree", "disagree", "agree"]);
    expect(one.state).toMatchObject({ reviews: [{ opinion: "disagree" }] });
    expect(refusalOf(one.tell(decide, today))).toMatchObject({
      code: "permits.joint-disagreement",
      details: { offices: ["planning-construction"], rule: "XK-26" },
    });
    for (const actor of [theHead, theApprover])
      expect(refusalOf(one.tell({ type: "resolve-disagreement", reasons: "可" }, today, actor)).code).toBe(
        "permits.head-must-approve",
      );
    one.lawfully({ type: "resolve-disagreement", reasons: "邻里已协商一致" }, today);
    expect(one.state).toMatchObject({ resolution: { by: theMayor.sub, on: today, reasons: "邻里已协商一致" } });
    expect(JSON.stringify(one.events.map(({ data }) => data))).not.toContain("邻里");
    expect(one.lawfully(decide, today).status).toBe("granted");
    const refused = all(asked(), ["disagree"]);
    expect(refused.lawfully({ ...decide, outcome: "refused", reasons: "不符" }, today).status).toBe("refused");
  });

  test("only the deciding office asks others, and an office is never asked twice", () => {
    const one = asked();
    const more: Moving = { type: "consult", offices: ["social-affairs"] };
    expect(refusalOf(one.tell(more, today, of("social-affairs"))).code).toBe("permits.not-your-office");
    expect(one.tell(more, today)).toEqual([]);
  });
});
