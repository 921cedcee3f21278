import * as z from "zod";
import { postedSchema } from "../../../../shared/calendar/index.ts";
import { present } from "../../../../shared/decider/index.ts";
import type { Route } from "../../../../shared/http/index.ts";
import { phone as phoneNumber } from "../../../../shared/parties/index.ts";
import { recusalGrounds, recusalsToDecide } from "../../../../shared/people/index.ts";
import { lineOf, personOrBodyName, textOf } from "../../../../shared/text/index.ts";
import { person, personNamed } from "../../common/api/schemas.ts";
import { secrecies } from "../domain/application/application.ts";
import { nothing, reasons, step } from "./step.ts";

const inspectors = z.array(person).max(20);
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
    needsPower: true,
    names: ({ inspectors: named = [] }) => named,
    run: ({ opinion, ...more }, { power, officers }) => ({
      type: "review",
      opinion,
      ...present(more),
      power,
      officers,
    }),
  }),
  step("confirm-survey", {
    summary: {
      zh: "核查记录签字（每名核查人员以本人账号签字）",
      en: "Sign the survey, each inspector by his own login",
    },
    allow: ["reviewer", "approver", "officer"],
    body: nothing,
    needsPower: true,
    run: (_body, { power }) => ({ type: "confirm-survey", power }),
  }),
  step("consult", {
    summary: { zh: "增加联审科室", en: "Ask more offices for their opinion" },
    allow: ["reviewer", "approver"],
    body: z.strictObject({ offices: z.array(lineOf(60)).min(1).max(10) }),
    needsPower: true,
    run: (body, { power }) => ({ type: "consult", ...body, power }),
  }),
  step("resolve-disagreement", {
    summary: {
      zh: "镇负责人对联审不同意见作出裁定",
      en: "The head of the town rules on a joint review that disagrees",
    },
    allow: ["approver", "leader"],
    body: z.strictObject({ reasons }),
    needsPower: true,
    run: (body, { power }) => ({ type: "resolve-disagreement", ...body, power }),
  }),
  step("assign-inspectors", {
    summary: {
      zh: "指派检验人员（两名以上），告知申请人",
      en: "Assign two inspectors or more; the applicant is told who they are",
    },
    allow: ["reviewer", "approver"],
    body: z.strictObject({ inspectors: z.array(personNamed).min(1).max(20) }),
    names: ({ inspectors: named }) => named,
    needsPower: true,
    run: (body, { power, officers }) => ({ type: "assign-inspectors", ...body, power, officers }),
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
      chair: person,
      closed: z.enum(secrecies).optional(),
    }),
    names: ({ chair }) => [chair],
    needsPower: true,
    run: ({ closed, ...body }, { power, officers }) => ({
      type: "call-hearing",
      ...body,
      ...present({ closed }),
      power,
      officers,
    }),
  }),
  step("replace-chair", {
    summary: { zh: "更换听证主持人", en: "Name another person to chair the hearing" },
    allow: ["reviewer", "approver"],
    body: z.strictObject({ chair: person }),
    names: ({ chair }) => [chair],
    run: (body, { officers }) => ({ type: "replace-chair", ...body, officers }),
  }),
  step("record-hearing", {
    summary: { zh: "听证笔录（已核对签字）", en: "The signed record of the hearing" },
    allow: ["reviewer", "approver", "legal-reviewer"],
    body: z.strictObject({ record: lineOf(60), signed: z.boolean() }),
    run: (body) => ({ type: "record-hearing", ...body }),
  }),
  step("ask-recusal", {
    summary: {
      zh: "申请办案人员、听证主持人回避（窗口代录须有书面申请）",
      en: "Ask that a person keep out of the case; the counter by a written request",
    },
    allow: ["clerk", "resident", "agent", "reviewer", "approver", "issuer", "leader", "legal-reviewer", "officer"],
    body: z.strictObject({ person, ground: z.enum(recusalGrounds), reasons, request: lineOf(100).optional() }),
    byParty: true,
    // A person asks it of himself; the others of somebody else.
    tries: (_case, { actor }) =>
      [actor.sub, "reviewer-1"].map((one) => ({
        ...{ person: one, ground: "relative" as const, reasons: "理由", request: "申请书1号" },
      })),
    names: ({ person: named }) => [named],
    run: ({ request, ...body }, { officers }) => ({ type: "ask-recusal", ...body, ...present({ request }), officers }),
  }),
  step("decide-recusal", {
    summary: { zh: "决定是否回避", en: "Decide whether a person keeps out of the case" },
    allow: ["approver", "leader"],
    body: z.strictObject({
      person,
      recused: z.boolean(),
      reasons,
      earlierActsStand: z.boolean().optional(),
      meeting: lineOf(100).optional(),
    }),
    tries: ({ state }) => recusalsToDecide(state?.recusals),
    run: ({ person: named, recused, reasons: why, ...more }) => ({
      ...{ type: "decide-recusal", person: named, recused, reasons: why },
      ...present(more),
    }),
  }),
];
