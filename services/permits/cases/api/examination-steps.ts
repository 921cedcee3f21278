import * as z from "zod";
import { postedSchema } from "../../../../shared/calendar/index.ts";
import { present } from "../../../../shared/decider/index.ts";
import type { Route } from "../../../../shared/http/index.ts";
import { phone as phoneNumber } from "../../../../shared/parties/index.ts";
import { lineOf, personOrBodyName, textOf } from "../../../../shared/text/index.ts";
import { secrecies } from "../domain/application/application.ts";
import { reasons, step } from "./step.ts";

const inspectors = z.array(lineOf(60)).max(20);
/** By his token's name alone, or with name and certificate as they are told to the applicant. */
const inspector = z.union([
  lineOf(60),
  z.strictObject({
    sub: lineOf(60),
    name: personOrBodyName,
    certificateNo: lineOf(60).exactOptional(),
  }),
]);
const words = textOf(4_000);

/** How a case is examined: steps, opinions of other offices, inspection, third parties and hearing. */
export const examinationRoutes: readonly Route[] = [
  step("review", {
    summary: {
      zh: "完成下一审查环节（踏勘须两人以上；联审由各科室分别提出意见）",
      en: "Complete the next step; a survey takes two inspectors, in a joint step each office has its say",
    },
    allow: ["reviewer"],
    body: z.strictObject({
      opinion: z.enum(["agree", "disagree"]),
      inspectors: inspectors.optional(),
      affectsThirdParties: z.boolean().optional(),
      occupiesFarmland: z.boolean().optional(),
    }),
    run: ({ opinion, ...more }) => ({ type: "review", opinion, ...present(more) }),
  }),
  step("consult", {
    summary: { zh: "增加联审科室", en: "Ask more offices for their opinion" },
    allow: ["reviewer", "approver"],
    body: z.strictObject({ offices: z.array(lineOf(60)).min(1).max(10) }),
    run: (body) => ({ type: "consult", ...body }),
  }),
  step("resolve-disagreement", {
    summary: {
      zh: "镇负责人对联审不同意见作出裁定",
      en: "The head of the town rules on a joint review that disagrees",
    },
    allow: ["approver", "leader"],
    body: z.strictObject({ reasons }),
    run: (body) => ({ type: "resolve-disagreement", ...body }),
  }),
  step("assign-inspectors", {
    summary: {
      zh: "指派检验人员（两名以上），告知申请人",
      en: "Assign two inspectors or more; the applicant is told who they are",
    },
    allow: ["reviewer", "approver"],
    body: z.strictObject({ inspectors: z.array(inspector).min(1).max(20) }),
    run: (body) => ({ type: "assign-inspectors", ...body }),
  }),
  step("inform-third-parties", {
    summary: {
      zh: "告知利害关系人（含听证权利）",
      en: "Inform those whose interests it touches, of their right to a hearing too",
    },
    allow: ["reviewer", "approver"],
    body: z.strictObject({
      parties: z
        .array(z.strictObject({ name: personOrBodyName, phone: phoneNumber.optional() }))
        .min(1)
        .max(100),
    }),
    run: ({ parties }) => ({
      type: "inform-third-parties",
      parties: parties.map(({ name, phone }) => ({ name, ...present({ phone }) })),
    }),
  }),
  step("hear-parties", {
    summary: { zh: "听取申请人、利害关系人意见", en: "Hear the applicant and those whose interests it touches" },
    allow: ["reviewer", "approver"],
    body: z.strictObject({ applicant: words, thirdParties: words }),
    run: (body) => ({ type: "hear-parties", ...body }),
  }),
  step("request-hearing", {
    summary: { zh: "申请听证（免费）", en: "Ask for a hearing, free of charge" },
    allow: ["clerk", "resident", "agent"],
    body: z.strictObject({ posted: postedSchema.optional() }),
    byParty: true,
    run: ({ posted }) => ({ type: "request-hearing", ...present({ posted }) }),
  }),
  step("call-hearing", {
    summary: {
      zh: "通知（公告）听证时间地点，停止计时",
      en: "Give notice of a hearing; the clock stands until it is held",
    },
    allow: ["reviewer", "approver"],
    body: z.strictObject({
      ground: z.enum(["law", "public-interest", "request"]),
      number: lineOf(60),
      heldOn: z.iso.date(),
      heldAt: z.iso.time({ precision: -1 }),
      place: lineOf(200),
      chair: lineOf(60),
      closed: z.enum(secrecies).optional(),
    }),
    run: ({ closed, ...body }) => ({ type: "call-hearing", ...body, ...present({ closed }) }),
  }),
  step("record-hearing", {
    summary: { zh: "听证笔录（已核对签字）", en: "The signed record of the hearing" },
    allow: ["reviewer", "approver", "legal-reviewer"],
    body: z.strictObject({ record: lineOf(60), signed: z.boolean() }),
    run: (body) => ({ type: "record-hearing", ...body }),
  }),
];
