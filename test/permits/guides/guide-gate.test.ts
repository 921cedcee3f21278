import { describe, expect, test } from "vitest";
import { loadTownFrom } from "../../../infra/towns/load.ts";
import { differences } from "../../../services/permits/guides/domain/differences.ts";
import { cannotBePublished, missingFields } from "../../../services/permits/guides/domain/gate.ts";
import {
  type GiveForm,
  type Guide,
  type GuideCommand,
  type GuideContent,
  guide,
} from "../../../services/permits/guides/domain/guide.ts";
import { guideOf } from "../../../services/permits/guides/guide-of.ts";
import type { Actor } from "../../../shared/decider/index.ts";
import { on, refusalOf, town } from "../../support/deciding.ts";
import { aGuide, theApprover, theForm, theHead, theMayor, thePlan } from "../cases/builders.ts";
import { told as toldBy } from "../certificates/builders.ts";
import { AFile, aFormFile, announce, strictTown, theFile } from "../files/builders.ts";

const today = "2026-03-02";
const { content } = aGuide();
const { entrustingDepartment: _department, limitNote: _note, ...bare } = content;

/** Tells a guide a lawful command; a revision is published by another person at once. */
function told(of: typeof guide, state: Guide | undefined, command: GuideCommand, date: string, actor?: Actor): Guide {
  const next = toldBy(of, state, command, date, actor);
  if (command.type !== "revise") return next;
  return toldBy(of, next, { type: "publish-revision", proposal: next.proposal?.number ?? 0 }, date, theMayor);
}

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
    expect(cannotBePublished({ ...bare, powerSource: "delegated", statutoryWorkingDays: 15 }, town)).toBeUndefined();
  });

  test("S-7: every item of the town's lists passes, filings marked as such", () => {
    const { profile, lists } = loadTownFrom("guangtong");
    const guides = [...lists.licences, ...lists.services].map((item) => guideOf(profile, item));
    expect(
      guides.map((one) => [one.code, cannotBePublished(one, town)]).filter(([, why]) => why !== undefined),
    ).toEqual([]);
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
    const paid = { ...content, feeFen: 1, feeBasis: "《某条例》第一条", feeBasisLevel };
    expect(cannotBePublished(paid, town)).toMatchObject({
      code: "permits.fee-without-basis",
      details: { rule: "XK-58" },
    });
  });
  test.each(["law", "administrative-regulation"] as const)("a %s does", (feeBasisLevel) => {
    expect(
      cannotBePublished({ ...content, feeFen: 1, feeBasis: "《某法》第一条", feeBasisLevel }, town),
    ).toBeUndefined();
    expect(cannotBePublished({ ...content, feeFen: 1, feeBasisLevel }, town)).toMatchObject({ pointer: "/feeBasis" });
  });
  test("what is free needs none", () => expect(cannotBePublished(content, town)).toBeUndefined());
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

describe("XK-30: forms as files, beside the words of the guide", () => {
  const give = (more: Partial<GiveForm> = {}): GiveForm => ({
    ...{ type: "give-form", material: theForm, kind: "blank", kept: true, reason: "启用新表" },
    file: aFormFile(theHead).state,
    ...more,
  });
  const drop = (kind: "blank" | "sample") => ({ type: "drop-form", material: theForm, kind, reason: "停用" }) as const;
  const given = (more: Partial<GiveForm> = {}, state = aGuide()) => told(guide, state, give(more), today, theHead);
  const refused = (more: Partial<GiveForm> = {}, by = theHead) =>
    refusalOf(guide.decide(aGuide(), give(more), on(today, by)));

  test("XK-30 a blank form and a filled-in one are the next versions, and each change is told by its hash", () => {
    const one = given();
    expect(one).toMatchObject({ version: 4, content: { formFiles: [{ material: theForm, blank: theFile }] } });
    const newer = aFormFile(theHead, { sha256: "b".repeat(64) }).state;
    const two = given({ kind: "sample" }, one);
    const three = given({ file: newer }, two);
    expect(three).toMatchObject({
      version: 6,
      content: { formFiles: [{ blank: { sha256: "b".repeat(64) }, sample: theFile }] },
    });
    expect(differences(two.content, three.content)).toEqual([
      { path: `/formFiles/${theForm}/blank/sha256`, before: theFile.sha256, after: "b".repeat(64) },
    ]);
    expect(refusalOf(guide.decide(one, give(), on(today, theHead))).code).toBe("permits.guide-unchanged");
  });

  test("one that is taken out leaves the other; the last leaves no trace", () => {
    const both = given({ kind: "sample" }, given());
    const one = told(guide, both, drop("blank"), today, theHead);
    expect(one.content.formFiles).toEqual([{ material: theForm, sample: theFile }]);
    expect(told(guide, one, drop("sample"), today, theHead).content).toEqual(aGuide().content);
    expect(refusalOf(guide.decide(aGuide(), drop("blank"), on(today, theHead))).code).toBe("permits.guide-unchanged");
  });

  test("XK-31 a material that the guide does not name has no form, and loses it with its name", () => {
    expect(refused({ material: "房产证" })).toMatchObject({ code: "permits.material-not-asked", pointer: "/material" });
    const materials = content.materials.filter(({ name }) => name !== theForm);
    const revise = { type: "revise", changes: { materials }, reason: "减材料" } as const;
    const both = given({ material: thePlan }, given());
    expect(both.content.formFiles?.map(({ material }) => material)).toEqual([theForm, thePlan]);
    const left = told(guide, both, revise, today, theHead);
    expect(left.content.formFiles).toEqual([{ material: thePlan, blank: theFile }]);
  });

  test("the next opening from the same lists leaves it there; a list that changed does not take it away", () => {
    const one = given({}, publish(content));
    expect(guide.decide(one, { type: "publish", content }, on(today))).toEqual([]);
    expect(publish({ ...content, visits: 0 }, one).content).toMatchObject({
      visits: 0,
      formFiles: [{ blank: theFile }],
    });
  });

  test("XK-30 a filled-in form as a file is a sample form; a blank one is none", () => {
    const formFiles = [{ material: theForm, blank: theFile }];
    expect(missingFields({ ...content, sampleForms: [], formFiles })).toEqual(["sampleForms"]);
    expect(missingFields({ ...content, sampleForms: [], formFiles: [{ material: theForm, sample: theFile }] })).toEqual(
      [],
    );
  });

  test("P-1 only what one sent oneself, and no case has taken", () => {
    expect(refused({ file: undefined })).toMatchObject({ code: "permits.unknown-file", pointer: "/file" });
    expect(refused({ file: aFormFile(theApprover).state }).code).toBe("permits.unknown-file");
  });

  test("only a file that is there, whole, and found harmless where the town asks a scanner", () => {
    expect(refused({ kept: false }).code).toBe("permits.material-not-there");
    expect(refused({ file: new AFile().lawfully(announce, theHead).state }).code).toBe(
      "permits.material-not-in-this-state",
    );
    const strict = { ...on(today, theHead), town: strictTown };
    const waiting = aFormFile(theHead, { of: strictTown });
    expect(refusalOf(guide.decide(aGuide(), give({ file: waiting.state }), strict)).code).toBe(
      "permits.material-not-scanned",
    );
    const scanner = { sub: "scanner-1", name: "", roles: ["device"] } as const;
    const clean = waiting.lawfully({ type: "scan", verdict: "clean", engine: "x" }, scanner).state;
    expect(guide.decide(aGuide(), give({ file: clean }), strict)).toHaveLength(1);
  });

  test("by whom the guide is revised, and by nobody else", () => {
    const elsewhere = { ...theHead, office: "social-affairs" };
    for (const command of [give(), drop("blank")])
      expect(refusalOf(guide.decide(given(), command, on(today, elsewhere))).code).toBe("permits.not-your-office");
  });
});
