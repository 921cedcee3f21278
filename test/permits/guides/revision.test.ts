import { describe, expect, test } from "vitest";
import { loadTownFrom } from "../../../infra/towns/load.ts";
import { cannotBePublished } from "../../../services/permits/guides/domain/gate.ts";
import { type Guide, type GuideContent, guide } from "../../../services/permits/guides/domain/guide.ts";
import { guideOf } from "../../../services/permits/guides/guide-of.ts";
import { sourceReactions } from "../../../services/permits/guides/reactions/source.ts";
import { on, refusalOf, town } from "../../support/deciding.ts";
import { handTo } from "../../support/reacting.ts";
import {
  aGuide,
  sharedMaterial,
  theApprover,
  theClerk,
  theForm,
  theHead,
  theMayor,
  theReviewer,
  theTwo,
} from "../cases/builders.ts";
import { told } from "../certificates/builders.ts";
import { aHall } from "../permits-hall.ts";

const today = "2026-03-02";
const { content } = aGuide();
const propose = (changes: Partial<GuideContent>) => ({ type: "revise", changes, reason: "更正" }) as const;
const proposed = (changes: Partial<GuideContent> = { visits: 0 }, of: Guide = aGuide(), by = theHead) =>
  told(guide, of, propose(changes), today, by);
const publishing = (proposal = 1) => ({ type: "publish-revision", proposal }) as const;
const refused = (changes: Partial<GuideContent>, of: Guide = aGuide()) =>
  refusalOf(guide.decide(of, propose(changes), on(today, theHead)));

describe("L1, W5: a revision is proposed by one person and published by another", () => {
  test("nothing changes before it is published, and then it is the next version", () => {
    const one = proposed();
    expect(one).toMatchObject({ version: 3, content: { visits: 1 }, proposal: { number: 1, by: theHead.sub } });
    const next = told(guide, one, publishing(), today, theMayor);
    expect(next).toMatchObject({ version: 4, content: { visits: 0 } });
    expect(next.proposal).toBeUndefined();
  });

  test("not by the same login, nor by the same person under another", () => {
    const again = guide.decide(proposed(), publishing(), on(today, theHead));
    expect(refusalOf(again).code).toBe("permits.proposer-cannot-publish");
    const one = proposed({ visits: 0 }, aGuide(), { ...theHead, party: "P" });
    const other = { ...theApprover, sub: "another-login", party: "P" };
    expect(refusalOf(guide.decide(one, publishing(), on(today, other))).code).toBe("permits.proposer-cannot-publish");
  });

  test("by somebody of the office, a leader or operations", () => {
    const stranger = { ...theApprover, office: "social-affairs" };
    for (const command of [
      propose({ visits: 0 }),
      publishing(),
      { type: "drop-revision", proposal: 1, reason: "误" },
    ] as const)
      expect(refusalOf(guide.decide(proposed(), command, on(today, stranger))).code).toBe("permits.not-your-office");
  });

  test("only one waits; dropped, it is gone and the next has its own number", () => {
    expect(refused({ visits: 2 }, proposed()).code).toBe("permits.revision-waits");
    const dropped = told(guide, proposed(), { type: "drop-revision", proposal: 1, reason: "误" }, today, theHead);
    expect(refusalOf(guide.decide(dropped, publishing(), on(today, theMayor))).code).toBe("permits.no-such-revision");
    const next = proposed({ visits: 2 }, dropped);
    expect(next.proposal?.number).toBe(2);
    expect(refusalOf(guide.decide(next, publishing(1), on(today, theMayor))).code).toBe("permits.no-such-revision");
  });

  test("one of a former version is outdated: it is not published, and another takes its place", () => {
    const first = told(guide, undefined, { type: "publish", content }, today);
    const listed = { ...content, promisedWorkingDays: 9 };
    const overtaken = told(guide, proposed({ visits: 0 }, first), { type: "publish", content: listed }, today);
    expect(overtaken).toMatchObject({ version: 2, proposal: { onVersion: 1 } });
    expect(refusalOf(guide.decide(overtaken, publishing(), on(today, theMayor)))).toMatchObject({
      code: "permits.revision-outdated",
      ground: "state",
      details: { onVersion: 1, version: 2 },
    });
    const anew = told(guide, proposed({ visits: 0 }, overtaken), publishing(2), today, theMayor);
    expect(anew).toMatchObject({ version: 3, content: { visits: 0, promisedWorkingDays: 9 } });
  });

  test("at the counter: proposed, read by staff only, published by another; the same person and a stale version are refused", async () => {
    const hall = await aHall();
    const at = "/permits/guides/PL-018";
    const asked = { changes: { promisedWorkingDays: 8 }, reason: "提速" };
    const { body } = await hall.post(theHead, `${at}/revise`, asked);
    expect(body).toMatchObject({ guideVersion: 1, promisedWorkingDays: 10, revision: { number: 1, outdated: false } });
    expect((await hall.get(undefined, at)).body).toMatchObject({ promisedWorkingDays: 10 });
    expect((await hall.get(theClerk, `${at}/revision`)).status).toBe(403);
    expect((await hall.get(theMayor, `${at}/revision`)).body).toMatchObject({
      revision: {
        by: theHead.sub,
        reason: "提速",
        changes: [{ path: "/promisedWorkingDays", before: 10, after: 8 }],
      },
    });
    const publicly = JSON.stringify((await hall.get(undefined, `${at}/history`)).body);
    expect(publicly).toContain("revision-proposed");
    expect(publicly).not.toContain('"changes"');
    const publish = { revision: 1 };
    expect((await hall.post(theHead, `${at}/publish-revision`, publish)).body).toMatchObject({
      code: "permits.proposer-cannot-publish",
    });
    const stale = await hall.post(theMayor, `${at}/publish-revision`, publish, { "if-match": '"1"' });
    expect(stale.status).toBe(412);
    const answers = await Promise.all(
      [theMayor, theApprover].map((who) => hall.post(who, `${at}/publish-revision`, publish)),
    );
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    expect((await hall.get(undefined, at)).body).toMatchObject({ guideVersion: 2, promisedWorkingDays: 8 });
    expect((await hall.get(theMayor, `${at}/revision`)).body).not.toHaveProperty("revision");
    expect((await hall.get(undefined, at, { version: "1" })).body).toMatchObject({ promisedWorkingDays: 10 });
  });

  test("a case that is open keeps the version it was filed under, to its decision", async () => {
    const hall = await aHall();
    const id = await hall.file(theClerk);
    const added = {
      name: "新增材料",
      required: true,
      shared: false,
      copies: { original: 1, copy: 0 },
      source: "applicant",
    } as const;
    expect((await hall.revise({ materials: [...content.materials, added] })).status).toBe(200);
    const accepted = await hall.post(theClerk, `/permits/applications/${id}/accept`);
    expect(accepted).toMatchObject({ status: 200, body: { item: { guideVersion: 1 }, missing: [] } });
    const later = await hall.file(theClerk);
    expect((await hall.post(theClerk, `/permits/applications/${later}/accept`)).body).toMatchObject({
      code: "permits.materials-missing",
    });
    expect(
      (
        await hall.post(theReviewer, `/permits/applications/${id}/review`, {
          opinion: "agree",
          inspectors: theTwo,
          affectsThirdParties: false,
        })
      ).status,
    ).toBe(200);
  });
});

describe("W5: what the law fixes is not revised away", () => {
  const limitBasis = {
    citation: "《农药管理条例》第二十五条",
    level: "administrative-regulation",
    document: "国务院令第677号",
  } as const;

  test("XK-42-1: a limit longer than the law's names its law, article and document", () => {
    expect(refused({ statutoryWorkingDays: 21 })).toMatchObject({
      code: "permits.longer-limit-without-law",
      details: { limit: 21, legal: 20 },
    });
    expect(refused({ statutoryWorkingDays: 60, limitBasis: { ...limitBasis, citation: "本镇规定" } }).code).toBe(
      "permits.longer-limit-without-law",
    );
    for (const changes of [{ statutoryWorkingDays: 20 }, { statutoryWorkingDays: 60, limitBasis }])
      expect(proposed(changes).proposal?.changes).toEqual(changes);
    const ofTwoDays = { ...aGuide({ statutoryWorkingDays: 2, promisedWorkingDays: 2 }) };
    expect(refused({ statutoryWorkingDays: 3 }, ofTwoDays).code).toBe("permits.longer-limit-without-law");
  });

  test("XK-42-1: neither in two revisions, the first of them shorter", () => {
    const first = told(guide, undefined, { type: "publish", content }, today);
    const shorter = told(guide, proposed({ statutoryWorkingDays: 15 }, first), publishing(), today, theMayor);
    expect(shorter.content.statutoryWorkingDays).toBe(15);
    expect(refused({ statutoryWorkingDays: 21 }, shorter).code).toBe("permits.longer-limit-without-law");
    expect(proposed({ statutoryWorkingDays: 20 }, shorter).proposal?.number).toBe(2);
  });

  test.each(["intake", "survey", "review", "decision", "issue"])("XK-34: a licence keeps its %s", (kind) => {
    const steps = content.steps.filter((step) => step.kind !== kind);
    expect(refused({ steps })).toMatchObject({ code: "permits.step-required-by-law", details: { step: kind } });
    const renamed = content.steps.map((step) => ({ ...step, name: `${step.name}一` }));
    expect(proposed({ steps: [...renamed, { name: "复核", kind: "review" }] }).proposal?.number).toBe(1);
  });

  test.each(["inspection", "hearingRequired", "safety"] as const)("XK-46, 55, 78: %s is not taken away", (flag) => {
    expect(refused({ [flag]: false }, aGuide({ [flag]: true }))).toMatchObject({ code: "permits.fixed-by-law" });
    expect(proposed({ [flag]: true }).proposal?.number).toBe(1);
  });

  test("XK-5, XK-30, XK-50: who may have it, and how long it is valid, stays as the list of the town has it", () => {
    const listed = aGuide({ audience: ["citizen"], validityMonths: 60 });
    for (const audience of [["citizen", "organisation"], ["organisation"]] as const)
      expect(refused({ audience }, listed)).toMatchObject({
        code: "permits.fixed-by-law",
        details: { field: "audience" },
      });
    for (const validityMonths of [59, 1200])
      expect(refused({ validityMonths }, listed)).toMatchObject({ details: { field: "validityMonths" } });
    expect(refused({ audience: ["citizen"], validityMonths: 60 }, listed).code).toBe("permits.guide-unchanged");
    expect(proposed({ visits: 0 }, listed).proposal?.number).toBe(1);
  });

  test.each(["《广通镇收费规定》第一条", "《本镇规定》第二条", "某条例", "《某条例》"])(
    "XK-58, XK-42-1: %s lets the town take no fee and no longer limit",
    (citation) => {
      const fee = { feeFen: 100, feeBasis: citation, feeBasisLevel: "administrative-regulation" } as const;
      expect(refused(fee)).toMatchObject({ code: "permits.fee-without-basis", pointer: "/feeBasis" });
      expect(refused({ statutoryWorkingDays: 60, limitBasis: { ...limitBasis, citation } }).code).toBe(
        "permits.longer-limit-without-law",
      );
    },
  );

  test("S-4: what is obtained by sharing is not asked for again, under its name or the same written apart", () => {
    for (const name of [sharedMaterial, `${sharedMaterial.slice(0, 2)} ${sharedMaterial.slice(2)}`]) {
      const materials = content.materials.map((one) => (one.shared ? { ...one, name, shared: false } : one));
      expect(refused({ materials })).toMatchObject({ code: "permits.material-obtained-by-sharing" });
    }
    expect(proposed({ materials: content.materials.filter(({ shared }) => !shared) }).proposal?.number).toBe(1);
  });

  test("XK-57: places are not limited, nor made more or fewer, by a guide", () => {
    expect(refused({ quantity: 1 })).toMatchObject({ code: "permits.fixed-by-law", details: { field: "quantity" } });
    expect(refused({ quantity: 9 }, aGuide({ quantity: 3 })).code).toBe("permits.fixed-by-law");
    expect(proposed({ visits: 0 }, aGuide({ quantity: 3 })).proposal?.number).toBe(1);
  });

  test.each([
    ["powerSource", { powerSource: "statutory" }],
    ["implementingBody", { implementingBody: { name: "广通镇人民政府", nature: "statutory-organ" } }],
    ["entrustingDepartment", { entrustingDepartment: "某局" }],
    ["legalBasis", { legalBasis: "《某法》第一条" }],
  ] as const)("P3: %s follows the power", (field, changes) => {
    expect(refused(changes)).toMatchObject({ code: "permits.follows-the-power", details: { field } });
  });

  test("the law is asked again when it is published", () => {
    const one = proposed({ visits: 0 });
    const { proposal } = one;
    if (proposal === undefined) throw new Error("nothing was proposed");
    const forged = { ...one, proposal: { ...proposal, changes: { statutoryWorkingDays: 60 } } };
    expect(refusalOf(guide.decide(forged, publishing(), on(today, theMayor))).code).toBe(
      "permits.longer-limit-without-law",
    );
  });
});

describe("XK-31, XK-27: what no item may ask for", () => {
  const material = (name: string) =>
    [
      {
        ...content.materials[0],
        name,
        required: true,
        shared: false,
        copies: { original: 1, copy: 0 },
        source: "applicant",
      },
    ] as const;

  test.each([
    ["技术转让承诺书", "by its name"],
    ["同意无偿转让其生产技术的声明", "in other words"],
    ["技 术—转\u200b让 承诺", "written apart"],
    ["核心技术资料", "secrets of technology"],
    ["购买指定单位服务的合同", "goods of somebody named"],
    ["赞助协议", "a favour"],
  ])("%s (%s) is refused when a guide is made and when it is revised", (name) => {
    const asks = { materials: material(name) };
    expect(
      refusalOf(guide.decide(undefined, { type: "publish", content: { ...content, ...asks } }, on(today))),
    ).toMatchObject({
      code: "permits.material-forbidden",
      pointer: "/materials/0/name",
    });
    expect(refused(asks)).toMatchObject({ code: "permits.material-forbidden", details: { rule: "XK-31" } });
  });

  test.each([
    ["conditions", { conditions: ["同意技术转让"] }],
    ["specialProcedures", { specialProcedures: ["技术转让谈判"] }],
    ["steps", { steps: [...content.steps, { name: "签订技术转让协议", kind: "review" }] }],
    ["sampleForms", { sampleForms: [{ material: theForm, fields: [{ label: "技术转让意向", example: "同意" }] }] }],
  ] as const)("nor under another name, in %s", (field, changes) => {
    expect(refused(changes)).toMatchObject({
      code: "permits.material-forbidden",
      pointer: expect.stringContaining(field),
    });
  });

  test("what items lawfully ask for passes: all guides of the town, a technical plan, a deed of transfer", () => {
    const { profile, lists } = loadTownFrom("guangtong");
    const all = [...lists.licences, ...lists.services].map((item) => guideOf(profile, item));
    expect(all.map((one) => cannotBePublished(one, profile)).filter((why) => why !== undefined)).toEqual([]);
    for (const name of ["技术方案", "土地经营权转让合同", "专业技术人员证明"])
      expect(cannotBePublished({ ...content, materials: material(name) }, town)).toBeUndefined();
  });
});

describe("P3: what a guide says of its power follows the power", () => {
  const event = (type: string, data: object) => ({
    ...{ specversion: "1.0" as const, id: `power/PL-018/${type}`, source: "/towns/532302105000/powers", type },
    ...{ subject: "power/PL-018", time: "2026-03-02T02:00:00.000Z", datacontenttype: "application/json" as const },
    ...{ sequence: 9, actor: "county-1", data: { code: "PL-018", ...data } },
  });
  const own = { name: { zh: "广通镇人民政府", en: "Guangtong" }, uscc: "11532302YY000001XC" };

  test("delegated anew from today: the next version says so, in the town's own name; told twice it is said once", async () => {
    const hall = await aHall();
    const handed = event("powers.power.handed-over", { mode: "delegated", inWhoseName: own, inForceFrom: today });
    expect(await handTo(sourceReactions, handed, hall.runtime)).toEqual([]);
    expect(await handTo(sourceReactions, { ...handed, id: "again" }, hall.runtime)).toEqual([]);
    const { body } = await hall.get(undefined, "/permits/guides/PL-018");
    expect(body).toMatchObject({
      guideVersion: 2,
      powerSource: "delegated",
      implementingBody: { nature: "authorised-organisation" },
    });
    expect(body).not.toHaveProperty("entrustingDepartment");
  });

  test("from a day to come: from that day, not before; what the lists change meanwhile does not undo it", () => {
    const source = { from: "2026-03-10", mode: "statutory", legalBasis: "《某法》第九条" } as const;
    const first = told(guide, undefined, { type: "publish", content }, today);
    const noted = told(guide, first, { type: "follow-power", source }, today);
    expect(noted.content.powerSource).toBe("entrusted");
    expect(guide.nextDeadline?.(noted)).toBe("2026-03-09T16:00:00.000Z");
    expect(guide.decide(noted, { type: "take-over-source" }, on("2026-03-09"))).toEqual([]);
    const then = told(guide, noted, { type: "take-over-source" }, "2026-03-10");
    expect(then).toMatchObject({ version: 2, content: { powerSource: "statutory", legalBasis: "《某法》第九条" } });
    expect(guide.nextDeadline?.(then)).toBeUndefined();
    const relisted = told(guide, then, { type: "publish", content: { ...content, visits: 0 } }, "2026-03-11");
    expect(relisted.content).toMatchObject({ visits: 0, powerSource: "statutory" });
  });

  test("a power without a guide tells nobody", async () => {
    const hall = await aHall();
    for (const code of ["PN-001", "PL-999"]) {
      const handed = event("powers.power.handed-over", {
        code,
        mode: "delegated",
        inWhoseName: own,
        inForceFrom: today,
      });
      expect(await handTo(sourceReactions, handed, hall.runtime)).toEqual([]);
    }
  });
});
