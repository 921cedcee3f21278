import * as z from "zod";
import { overdueCauses } from "../../../../shared/contracts/permits-application.ts";
import { present } from "../../../../shared/decider/index.ts";
import type { Route } from "../../../../shared/http/index.ts";
import { lineOf, textOf } from "../../../../shared/text/index.ts";
import { pauseKinds, secrecies } from "../domain/application/application.ts";
import { householdFrom } from "../domain/household/household.ts";
import { queueFor } from "../domain/quota/quota.ts";
import { conversion, household } from "./household-schema.ts";
import { materialName, materials, place } from "./received.ts";
import { caseRegister } from "./register.ts";
import { type Known, nothing, reasons, step } from "./step.ts";

const notice = z.strictObject({
  number: lineOf(60),
  deliveredOn: z.iso.date(),
  neededDays: z.int().min(1).max(365),
});

const decision = {
  outcome: z.enum(["granted", "refused"]),
  reasons: reasons.optional(),
  falseMaterials: z.boolean().optional(),
  secrecy: z.enum(secrecies).optional(),
  affectsThirdParties: z.boolean().optional(),
  occupiesFarmland: z.boolean().optional(),
  conversion: conversion.optional(),
};

function decided(
  { outcome, ...more }: z.output<z.ZodObject<typeof decision>>,
  { power, quota, claims }: Known,
  id: string,
) {
  return { outcome, ...present(more), power, queue: queueFor(quota, id), claims };
}

const isGrant = ({ outcome }: { readonly outcome: "granted" | "refused" }) => outcome === "granted";

/** The steps of an application in the order of the law. */
export const stepRoutes: readonly Route[] = [
  step("notify-corrections", {
    summary: { zh: "一次性告知补正", en: "One-time notice of everything missing" },
    allow: ["clerk"],
    body: z.strictObject({
      missing: materials.min(1),
      explanation: textOf(2_000).optional(),
      unobtainable: z
        .array(z.strictObject({ material: materialName, reason: textOf(500) }))
        .max(50)
        .optional(),
    }),
    looksUp: true,
    run: ({ missing, ...said }) => ({ type: "notify-corrections", missing, ...present(said) }),
  }),
  step("correct", {
    summary: { zh: "补正材料", en: "Bring what was missing" },
    allow: ["clerk", "resident", "agent"],
    body: z.strictObject({ materials: materials.min(1) }),
    byParty: true,
    looksUp: true,
    run: (body) => ({ type: "correct", ...body }),
  }),
  step("accept", {
    summary: {
      zh: "受理；可容缺的材料须有申请人补交承诺",
      en: "Accept; what may come later with the applicant's promise of a day",
    },
    allow: ["clerk"],
    body: z.strictObject({ promise: z.strictObject({ until: z.iso.date() }).optional() }),
    needsPower: true,
    looksUp: true,
    run: ({ promise }, { power }) => ({ type: "accept", power, ...present({ promise }) }),
  }),
  step("locate", {
    summary: { zh: "补记申请所涉地点", en: "Add the place the case is about" },
    allow: ["clerk"],
    body: z.strictObject({ place }),
    run: (body) => ({ type: "locate", ...body }),
  }),
  step("state-household", {
    summary: {
      zh: "填报申请户（一户一宅的事项：户口簿户号、户主和成员）",
      en: "State the household, where a household has one: its book, head and members",
    },
    allow: ["clerk", "reviewer", "resident", "agent"],
    body: z.strictObject({ household }),
    byParty: true,
    looksAtCase: true,
    run: ({ household: stated }, { before, keyed }) => ({
      type: "state-household",
      household: householdFrom(
        stated,
        before?.guide.onePerHousehold ?? "",
        before?.applicant ?? { idNumber: "" },
        keyed,
      ),
    }),
  }),
  step("supplement", {
    summary: { zh: "补交容缺材料", en: "Bring what was promised at acceptance" },
    allow: ["clerk", "resident", "agent"],
    body: z.strictObject({ materials: materials.min(1) }),
    byParty: true,
    run: (body) => ({ type: "supplement", ...body }),
  }),
  step("decline", {
    summary: {
      zh: "不予受理（不需许可，或属他机关职权）",
      en: "Not accepted: no permit needed, or another organ is competent",
    },
    allow: ["clerk"],
    body: z.strictObject({
      ground: z.enum(["no-permit-needed", "outside-competence"]),
      competentOrgan: lineOf(100).optional(),
      reasons: reasons.optional(),
      facts: reasons.optional(),
    }),
    needsPower: true,
    run: ({ ground, ...body }, { power }) => ({ type: "decline", ground, power, ...present(body) }),
  }),
  step("pause", {
    summary: {
      zh: "中止计时（须书面告知所需时间）",
      en: "Stop the clock; the applicant has been told in writing for how long",
    },
    allow: ["reviewer", "approver"],
    body: z.strictObject({ kind: z.enum(pauseKinds), notice: notice.optional() }),
    needsPower: true,
    run: ({ kind, notice: told }, { power }) => ({ type: "pause", kind, ...present({ notice: told }), power }),
  }),
  caseRegister.bare("resume", {
    summary: { zh: "恢复计时", en: "Let the clock run on" },
    allow: ["reviewer", "approver"],
    command: { type: "resume" },
  }),
  step("extend", {
    summary: { zh: "经负责人批准延长期限", en: "Extend the limit, as the head of the organ approves" },
    allow: ["approver", "leader"],
    body: z.strictObject({ workingDays: z.int().min(1).max(60), reasons }),
    needsPower: true,
    run: (body, { power }) => ({ type: "extend", ...body, power }),
  }),
  step("explain-overdue", {
    summary: {
      zh: "公开逾期原因（不得出现申请人信息）",
      en: "Publish why a limit was missed; the applicant is not named",
    },
    allow: ["reviewer", "approver", "leader"],
    body: z.strictObject({ limit: z.enum(["promised", "statutory"]), cause: z.enum(overdueCauses), reasons }),
    run: (body) => ({ type: "explain-overdue", ...body }),
  }),
  step("decide", {
    summary: { zh: "作出许可决定", en: "Grant or refuse" },
    allow: ["approver"],
    body: z.strictObject({ ...decision, hearingRecord: lineOf(60).optional() }),
    needsPower: true,
    needsQueue: true,
    grants: isGrant,
    run: ({ hearingRecord, ...body }, known, id) => ({
      type: "decide",
      ...decided(body, known, id),
      ...present({ hearingRecord }),
    }),
  }),
  step("decide-at-once", {
    summary: { zh: "即办件当场决定", en: "Decide on the spot what can be" },
    allow: ["approver"],
    body: z.strictObject(decision),
    needsPower: true,
    needsQueue: true,
    looksUp: true,
    grants: isGrant,
    run: (body, known, id) => ({ type: "decide-at-once", ...decided(body, known, id) }),
  }),
  step("forward", {
    summary: { zh: "转报有权机关决定", en: "Forward to the organ that decides" },
    allow: ["approver"],
    body: nothing,
    needsPower: true,
    run: (_body, { power }) => ({ type: "forward", power }),
  }),
  step("record-upper-decision", {
    summary: { zh: "登记有权机关的决定", en: "Record what the organ above decided" },
    allow: ["clerk", "reviewer", "approver"],
    body: z.strictObject({
      outcome: z.enum(["granted", "refused"]),
      decidedOn: z.iso.date(),
      number: lineOf(60),
      reasons: reasons.optional(),
    }),
    grants: isGrant,
    run: ({ reasons: why, ...body }, { claims }) => ({
      type: "record-upper-decision",
      ...body,
      ...present({ reasons: why }),
      claims,
    }),
  }),
  step("withdraw", {
    summary: {
      zh: "申请人撤回（窗口代录须有其签名的撤回声明）",
      en: "The applicant takes it back; the counter by the statement he signed",
    },
    allow: ["clerk", "resident", "agent"],
    body: z.strictObject({ statement: lineOf(100).optional() }),
    byParty: true,
    run: (body) => ({ type: "withdraw", ...present(body) }),
  }),
  caseRegister.bare("deliver", {
    summary: { zh: "送达不予许可决定或上级决定", en: "Deliver a refusal, or what the organ above decided" },
    allow: ["clerk", "issuer"],
    command: { type: "deliver" },
  }),
];
