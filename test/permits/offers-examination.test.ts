import { describe, expect, test } from "vitest";
import type { GuideContent } from "../../services/permits/guides/domain/guide.ts";
import { permits } from "../../services/permits/service.ts";
import type { Actor } from "../../shared/decider/index.ts";
import { type Life, theatre } from "../support/cast.ts";
import { claimsFor } from "../support/claims.ts";
import {
  aResident,
  theApprover,
  theChair,
  theClerk,
  theHead,
  theIssuer,
  theMayor,
  theReviewer,
  theSecond,
} from "./cases/builders.ts";
import { aPeopleTown } from "./people-town.ts";
import { aForm } from "./permits-hall.ts";
import { theCaller, theSupervisor } from "./voices/builders.ts";

const clerk2 = { ...theClerk, sub: "clerk-2" };
const elsewhere: Actor = { ...theReviewer, sub: "reviewer-9", office: "social-affairs" };
const cast = [
  ...[theClerk, clerk2, theReviewer, theSecond, theApprover, theHead, theMayor, theIssuer, aResident, elsewhere],
  ...[theCaller, theSupervisor, theChair],
].map(claimsFor);

const joint: Partial<GuideContent> = {
  code: "PL-019",
  steps: [
    { name: "会商", kind: "joint-review" },
    { name: "审查", kind: "review" },
  ],
};
type Town = Awaited<ReturnType<typeof aPeopleTown>>;
const { live, found, lived } = theatre(permits, cast, {
  async open() {
    const town = await aPeopleTown([{}, joint]);
    return { ...town, day: (date: string) => town.runtime.setClock(`${date}T02:00:00.000Z`) };
  },
  tell: (town, by, path, body) => town.post(by, path, body),
});

const applications = "/permits/applications";
const received =
  (by: Actor, form: object = {}) =>
  (town: Town) =>
    town.create(by, applications, { ...aForm, ...form });
const agree = { opinion: "agree", inspectors: [theReviewer.sub, theSecond.sub], affectsThirdParties: true };
const relative = { ground: "relative", reasons: "与当事人有亲属关系" };

describe("A3: an open offer works, a blocked or missing one does not, in an examination and after it", () => {
  test("a case that touches others: told, heard, asked for and held as a hearing, decided by its record", () =>
    live(received(theClerk), applications, [
      ["accept", clerk2],
      ["review", theReviewer, agree],
      ["confirm-survey", theSecond],
      ["review", theReviewer, agree],
      ["inform-third-parties", theReviewer, { parties: [{ name: "王五岳" }] }],
      ["request-hearing", theClerk, { posted: { on: "2026-03-02", proof: "挂号信收据1234号" } }],
      ["hear-parties", theReviewer, { applicant: "不影响邻户采光", thirdParties: "请求后退两米" }],
      [
        "call-hearing",
        theReviewer,
        {
          ...{ ground: "request", number: "广通听〔2026〕1号", heldOn: "2026-03-20", heldAt: "09:30" },
          ...{ place: "镇政府三楼会议室", chair: theChair.sub },
        },
      ],
      ["replace-chair", theReviewer, { chair: "head-safety-rule-of-law" }],
      ["day", "2026-03-20"],
      ["record-hearing", theReviewer, { record: "听证笔录1号", signed: true }],
      ["decide", theApprover, { outcome: "granted", hearingRecord: "听证笔录1号" }],
    ]));

  test("a recusal: asked for and refused, asked for and granted; the opinions of other offices are asked for", async () => {
    const recusals: Life = [
      ["accept", clerk2],
      ["ask-recusal", theClerk, { person: theReviewer.sub, ...relative, request: "回避申请书1号" }],
      ["decide-recusal", theHead, { person: theReviewer.sub, recused: false, reasons: "查无亲属关系" }],
      ["ask-recusal", theReviewer, { person: theReviewer.sub, ground: "own-interest", reasons: "与该户有借贷往来" }],
      [
        "decide-recusal",
        theHead,
        { person: theReviewer.sub, recused: true, reasons: "有利害关系", earlierActsStand: false },
      ],
    ];
    // Each person may ask it of himself; the bodies tried name another.
    const himself = ["ask-recusal 403"] as const;
    await live(received(theClerk), applications, recusals, himself);
    const opinions: Life = [
      ["accept", clerk2],
      ["consult", theReviewer, { offices: ["social-affairs"] }],
      ["review", elsewhere, { opinion: "disagree" }],
    ];
    await live(received(theClerk, { itemCode: "PL-019" }), applications, opinions, himself);
  });

  test("a rating: appealed against and upheld; called back, found hard, put right and checked", () =>
    live(
      async (town) => {
        const application = await received(aResident)(town);
        await town.post(aResident, `${applications}/${application}/withdraw`);
        return await town.create(aResident, "/permits/ratings", { application, grade: 1, comment: "窗口态度差" });
      },
      "/permits/ratings",
      [
        ["assign", theSupervisor, { to: theCaller.sub }],
        ["appeal", theCaller, { note: "恶意评价" }],
        ["decide-appeal", theSupervisor, { upheld: false, note: "查有其事" }],
        ["contact", theCaller, { reason: "回访核实" }],
        ["call-back", theCaller, { reached: true, note: "已致歉" }],
        ["classify", theCaller, { finding: "hard", note: "增设窗口", due: "2026-03-20" }],
        ["rectify", theCaller, { note: "已增设窗口" }],
        ["check", theSupervisor, { passed: true, note: "属实" }],
      ],
    ));

  test("a revision of a guide is dropped", () =>
    live(
      async (town) => {
        const changes = { limitNote: "行政许可法第四十二条" };
        await town.post(theApprover, "/permits/guides/PL-018/revise", { changes, reason: "更正" });
        return "PL-018";
      },
      "/permits/guides",
      [["drop-revision", theHead, { revision: 1, reason: "表述不准" }]],
    ));

  test("all of it was tried, and steps that were offered were taken", () => {
    expect(found.tried).toBeGreaterThan(300);
    expect(lived().filter((step) => !found.taken.has(step))).toEqual([]);
  });
});
