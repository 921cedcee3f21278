import * as z from "zod";
import { command, type Route, type RouteName, type Text } from "../../../shared/http/index.ts";
import { type Facts, factOf } from "../../../shared/store/index.ts";
import type { Role } from "../../../shared/town/roles.ts";
import {
  type Application,
  type ApplicationCommand,
  type ApplicationEvent,
  pauseKinds,
} from "../domain/application/application.ts";
import { application } from "../domain/application/decider.ts";
import { knownPower } from "../domain/known-power.ts";
import { itemOf, materials } from "./applications.ts";
import { applicationView, viewApplication } from "./views.ts";

interface Step<B extends z.ZodType> {
  readonly summary: Text;
  readonly allow: readonly Role[];
  readonly body: B;
  /** The decision must know whether the power is in force. */
  readonly needsPower?: boolean;
  readonly run: (body: z.output<B>, facts: Facts) => ApplicationCommand;
}

/** One step of an application: `POST /permits/applications/{id}/<verb>`. */
function step<B extends z.ZodType>(verb: string, { run, needsPower, summary, allow, body }: Step<B>): Route {
  const name: RouteName = `POST /permits/applications/{id}/${verb}`;
  return command<Application, ApplicationCommand, ApplicationEvent, B, typeof applicationView>(name, {
    summary,
    allow,
    body,
    of: application,
    returns: applicationView,
    ...(needsPower === true ? { facts: ({ id }) => [{ aggregate: knownPower.aggregate, id: itemOf(id) }] } : {}),
    run: ({ body: asked, facts }): ApplicationCommand => run(asked, facts),
    view: (loaded, { runtime }) => viewApplication(loaded, runtime),
  });
}

const nothing = z.strictObject({});
const reasons = z.string().trim().min(1).max(2000);
const notice = z.strictObject({
  number: z.string().min(1).max(60),
  deliveredOn: z.iso.date(),
  neededDays: z.int().min(1).max(365),
});

/** The steps of an application in the order of the law. */
export const stepRoutes: readonly Route[] = [
  step("notify-corrections", {
    summary: { zh: "一次性告知补正", en: "One-time notice of everything missing" },
    allow: ["clerk"],
    body: z.strictObject({ missing: materials.min(1), explanation: z.string().max(2000).optional() }),
    run: ({ missing, explanation }) => ({
      type: "notify-corrections",
      missing,
      ...(explanation === undefined ? {} : { explanation }),
    }),
  }),
  step("correct", {
    summary: { zh: "补正材料", en: "Bring what was missing" },
    allow: ["clerk", "agent"],
    body: z.strictObject({ materials: materials.min(1) }),
    run: (body) => ({ type: "correct", ...body }),
  }),
  step("accept", {
    summary: { zh: "受理", en: "Accept" },
    allow: ["clerk"],
    body: nothing,
    run: () => ({ type: "accept" }),
  }),
  step("decline", {
    summary: {
      zh: "不予受理（不需许可，或属他机关职权）",
      en: "Not accepted: no permit needed, or another organ is competent",
    },
    allow: ["clerk"],
    body: z.strictObject({
      ground: z.enum(["no-permit-needed", "outside-competence"]),
      competentOrgan: z.string().min(1).max(100).optional(),
    }),
    run: ({ ground, competentOrgan }) => ({
      type: "decline",
      ground,
      ...(competentOrgan === undefined ? {} : { competentOrgan }),
    }),
  }),
  step("review", {
    summary: { zh: "完成下一审查环节（踏勘须两人以上）", en: "Complete the next step; a survey takes two inspectors" },
    allow: ["reviewer"],
    body: z.strictObject({
      opinion: z.enum(["agree", "disagree"]),
      inspectors: z.array(z.string().trim().min(1).max(60)).max(20).optional(),
    }),
    run: ({ opinion, inspectors }) => ({
      type: "review",
      opinion,
      ...(inspectors === undefined ? {} : { inspectors }),
    }),
  }),
  step("pause", {
    summary: {
      zh: "中止计时（须书面告知所需时间）",
      en: "Stop the clock; the applicant has been told in writing for how long",
    },
    allow: ["reviewer", "approver"],
    body: z.strictObject({ kind: z.enum(pauseKinds), notice: notice.optional() }),
    run: ({ kind, notice: told }) => ({ type: "pause", kind, ...(told === undefined ? {} : { notice: told }) }),
  }),
  step("resume", {
    summary: { zh: "恢复计时", en: "Let the clock run on" },
    allow: ["reviewer", "approver"],
    body: nothing,
    run: () => ({ type: "resume" }),
  }),
  step("extend", {
    summary: { zh: "经负责人批准延长期限", en: "Extend the limit, as the head of the organ approves" },
    allow: ["approver", "leader"],
    body: z.strictObject({ workingDays: z.int().min(1).max(60), reasons }),
    run: (body) => ({ type: "extend", ...body }),
  }),
  step("decide", {
    summary: { zh: "作出许可决定", en: "Grant or refuse" },
    allow: ["approver"],
    body: z.strictObject({ outcome: z.enum(["granted", "refused"]), reasons: reasons.optional() }),
    needsPower: true,
    run: ({ outcome, reasons: why }, facts) => ({
      type: "decide",
      outcome,
      ...(why === undefined ? {} : { reasons: why }),
      power: factOf(knownPower, facts, 0),
    }),
  }),
  step("forward", {
    summary: { zh: "转报有权机关决定", en: "Forward to the organ that decides" },
    allow: ["approver"],
    body: nothing,
    needsPower: true,
    run: (_body, facts) => ({ type: "forward", power: factOf(knownPower, facts, 0) }),
  }),
  step("withdraw", {
    summary: { zh: "申请人撤回", en: "The applicant takes it back" },
    allow: ["clerk", "resident"],
    body: nothing,
    run: () => ({ type: "withdraw" }),
  }),
  step("deliver", {
    summary: { zh: "送达不予许可决定", en: "Deliver a refusal" },
    allow: ["clerk", "issuer"],
    body: nothing,
    run: () => ({ type: "deliver" }),
  }),
];
