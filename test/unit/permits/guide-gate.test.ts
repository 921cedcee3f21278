import { describe, expect, test } from "vitest";
import { loadTownFrom } from "../../../infra/towns/load.ts";
import { differences } from "../../../services/permits/domain/guide/differences.ts";
import { cannotBePublished, missingFields } from "../../../services/permits/domain/guide/gate.ts";
import { type Guide, type GuideContent, guide } from "../../../services/permits/domain/guide/guide.ts";
import { guideOf } from "../../../services/permits/guide-of.ts";
import { told } from "../../support/builders-certificates.ts";
import { aGuide, on, refusalOf, theApprover, theForm, theHead } from "../../support/builders-permits.ts";

const today = "2026-03-02";
const { content } = aGuide();
const { entrustingDepartment: _department, limitNote: _note, ...bare } = content;
const publish = (published: GuideContent, state?: Guide) =>
  told(guide, state, { type: "publish", content: published }, today);

describe("XK-30: a guide with a gap is not published", () => {
  const empty = { phone: "", place: "" };
  const gaps: readonly (readonly [string, GuideContent])[] = [
    ...(["legalBasis", "basicCode", "itemCode", "sourceDepartment", "office", "crossTownScope", "result"] as const).map(
      (field) => [field, { ...content, [field]: " " }] as const,
    ),
    ...(["conditions", "audience", "places", "steps", "materials"] as const).map(
      (field) => [field, { ...content, [field]: [] }] as const,
    ),
    ["name", { ...content, name: { zh: "", en: "" } }],
    ["implementingBody", { ...content, implementingBody: { ...content.implementingBody, name: "" } }],
    ["entrustingDepartment", { ...bare, limitNote: "注" }],
    ["limitNote", { ...bare, entrustingDepartment: "县农业农村局" }],
    ["consulting", { ...content, consulting: empty }],
    ["complaints", { ...content, complaints: empty }],
    ["sampleForms", { ...content, sampleForms: [] }],
  ];

  test.each(gaps)("without %s", (field, gap) => {
    expect(refusalOf(guide.decide(undefined, { type: "publish", content: gap }, on(today)))).toMatchObject({
      code: "permits.guide-incomplete",
      ground: "rule",
      details: { missing: [field], rule: "XK-30", article: "行政许可法30" },
      pointer: `/${field}`,
    });
  });

  test("all gaps are named at once, and a material says how many copies and from whom", () => {
    const vague = [{ name: theForm, required: true, shared: false }];
    expect(missingFields({ ...content, conditions: [], materials: vague })).toEqual(["conditions", "materials"]);
  });

  test("a power of one's own names no entrusting department; a limit of the item's own law needs no note", () => {
    expect(cannotBePublished({ ...bare, powerSource: "delegated", statutoryWorkingDays: 15 })).toBeUndefined();
  });

  test("S-7: every item of the town's lists passes, filings marked as such", () => {
    const { profile, lists } = loadTownFrom("guangtong");
    const guides = [...lists.licences, ...lists.services].map((item) => guideOf(profile, item));
    expect(guides.map((one) => [one.code, cannotBePublished(one)]).filter(([, why]) => why !== undefined)).toEqual([]);
    const filings = guides.filter(({ category }) => category === "filing").map(({ code }) => code);
    expect(filings).toEqual(["PS-047", "PS-057", "PS-061", "PS-070"]);
    const fishing = guides.find(({ code }) => code === "PL-015");
    expect(fishing).toMatchObject({
      basicCode: expect.stringMatching(/^\d{12}$/),
      powerSource: "entrusted",
      entrustingDepartment: "县农业农村局",
      conditions: expect.arrayContaining(["渔具和捕捞方法符合规定"]),
      places: expect.arrayContaining([
        expect.objectContaining({ hours: expect.arrayContaining(["周一 08:30–12:00、14:00–17:30"]) }),
      ]),
    });
  });
});

describe("XK-58: no fee without a law or an administrative regulation", () => {
  test.each(["local-regulation", "rule", "document"] as const)("a %s does not carry one", (feeBasisLevel) => {
    const paid = { ...content, feeFen: 1, feeBasis: "某条例", feeBasisLevel };
    expect(cannotBePublished(paid)).toMatchObject({ code: "permits.fee-without-basis", details: { rule: "XK-58" } });
  });
  test.each(["law", "administrative-regulation"] as const)("a %s does", (feeBasisLevel) => {
    expect(cannotBePublished({ ...content, feeFen: 1, feeBasis: "某法", feeBasisLevel })).toBeUndefined();
    expect(cannotBePublished({ ...content, feeFen: 1, feeBasisLevel })).toMatchObject({ pointer: "/feeBasis" });
  });
  test("what is free needs none", () => expect(cannotBePublished(content)).toBeUndefined());
});

describe("L2: staff revise a guide, version by version", () => {
  const revise = (changes: Partial<GuideContent>) => ({ type: "revise" as const, changes, reason: "更正" });

  test("an approver of the office that decides, a leader or operations; nobody of another office", () => {
    const other = { ...theApprover, office: "social-affairs" };
    expect(refusalOf(guide.decide(aGuide(), revise({ visits: 0 }), on(today, other)))).toMatchObject({
      ground: "actor",
    });
    for (const actor of [theApprover, { ...other, roles: ["leader" as const] }, { ...other, roles: ["ops" as const] }])
      expect(told(guide, aGuide(), revise({ visits: 0 }), today, actor)).toMatchObject({
        version: 4,
        content: { visits: 0, conditions: content.conditions },
      });
  });

  test("the gate holds for them too, and a change that changes nothing is none", () => {
    expect(guide.decide(aGuide(), revise({ conditions: [] }), on(today, theHead))).toMatchObject({
      code: "permits.guide-incomplete",
    });
    expect(guide.decide(aGuide(), revise({ visits: content.visits }), on(today, theHead))).toMatchObject({
      code: "permits.guide-unchanged",
    });
  });

  test("the next opening from the same lists does not undo it; a list that changed adds only its own change", () => {
    const revised = told(guide, publish(content), revise({ visits: 0 }), today, theHead);
    expect(guide.decide(revised, { type: "publish", content }, on(today))).toEqual([]);
    const later = publish({ ...content, promisedWorkingDays: 9 }, revised);
    expect(later).toMatchObject({ version: 3, content: { visits: 0, promisedWorkingDays: 9 }, listed: { visits: 1 } });
    const { quantity: _quantity, ...without } = { ...content, quantity: 3 };
    const limited = told(guide, publish({ ...content, quantity: 3 }), revise({ visits: 0 }), today, theHead);
    expect(publish(without, limited).content).toMatchObject({ visits: 0 });
    expect(publish(without, limited).content).not.toHaveProperty("quantity");
  });

  test("two versions are told apart leaf by leaf, a list of named things by its names", () => {
    const [first, ...others] = content.materials;
    if (first === undefined) throw new Error("no materials");
    const after = { ...content, visits: 0, materials: [...others, { ...first, required: false }] };
    expect(differences(content, after)).toEqual([
      { path: "/visits", before: 1, after: 0 },
      { path: `/materials/${theForm}/required`, before: true, after: false },
    ]);
    expect(differences({ a: [1, 2] }, { a: [2] })).toEqual([
      { path: "/a/0", before: 1, after: 2 },
      { path: "/a/1", before: 2 },
    ]);
    expect(differences(content, { ...content, steps: [...content.steps].reverse() })).toMatchObject([
      { path: "/steps" },
    ]);
  });
});
