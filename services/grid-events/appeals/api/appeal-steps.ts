import * as z from "zod";
import { type Actor, present } from "../../../../shared/decider/index.ts";
import { forReason, type Route, showingPerson } from "../../../../shared/http/index.ts";
import type { Runtime } from "../../../../shared/service/index.ts";
import { lineOf } from "../../../../shared/text/index.ts";
import { type Appeal, outcomes } from "../domain/appeal/appeal.ts";
import { appeals, holderOf } from "./appeal-views.ts";
import { offices, official, reasons, said } from "./reading.ts";

const nothing = z.strictObject({});
const slip = { slip: lineOf(100).exactOptional() };
const says = ["resident", "dispatcher", "clerk", "supervisor"] as const;
interface Taking {
  readonly id: string;
  readonly actor: Actor;
  readonly runtime: Runtime;
}
/** A step of the person himself: what was handed over knows his login by a digest alone. */
const byHisLogin = {
  learn: async ({ id, actor, runtime }: Taking) => holderOf(id, actor, runtime),
  learnsFromTable: true,
} as const;

/** What is done with an appeal (G8). */
export const appealSteps: readonly Route[] = [
  appeals.step("assign", {
    summary: { zh: "指派牵头单位的承办人（首接单位牵头）", en: "Give it to a person of the office that leads" },
    allow: ["dispatcher", "supervisor"],
    body: z.strictObject({ to: official }),
    run: ({ body }) => ({ type: "assign", ...body }),
  }),
  appeals.step("bring-in", {
    summary: { zh: "请其他单位协办", en: "Ask another office to help" },
    allow: ["dispatcher", "supervisor", ...offices],
    body: z.strictObject({ office: lineOf(60) }),
    run: ({ body }) => ({ type: "bring-in", ...body }),
  }),
  appeals.step("identify", {
    summary: { zh: "查明被反映人，使其回避", en: "Say who is meant, so that he has no part in it" },
    allow: ["supervisor"],
    body: z.strictObject({ target: official }),
    run: ({ body }) => ({ type: "identify", ...body }),
  }),
  appeals.step("extend", {
    summary: { zh: "延长办理期限（一次，负责人同意）", en: "Extend its term, once; the head agrees" },
    allow: ["approver", "leader"],
    body: reasons,
    run: ({ body }) => ({ type: "extend", ...body }),
  }),
  appeals.step("answer", {
    summary: { zh: "答复", en: "Answer it" },
    allow: [...offices, "dispatcher", "leader", "county"],
    body: z.strictObject({ outcome: z.enum(outcomes), text: said }),
    run: ({ body }) => ({ type: "answer", ...body }),
  }),
  appeals.step("confirm", {
    summary: { zh: "回音签：本人确认", en: "Echo slip: the person confirms" },
    allow: says,
    body: z.strictObject(slip),
    ...byHisLogin,
    run: ({ body, learnt }) => ({ type: "confirm", ...body, ...present({ holder: learnt }) }),
  }),
  appeals.step("raise", {
    summary: { zh: "回音签：不认可，提级办理", en: "Echo slip: not content; it goes up a level" },
    allow: says,
    body: reasons.extend(slip),
    ...byHisLogin,
    run: ({ body, learnt }) => ({ type: "raise", ...body, ...present({ holder: learnt }) }),
  }),
  appeals.step("withdraw", {
    summary: { zh: "本人撤回", en: "Take it back" },
    allow: ["resident"],
    body: nothing,
    ...byHisLogin,
    run: ({ learnt }) => ({ type: "withdraw", ...present({ holder: learnt }) }),
  }),
  appeals.step("send-elsewhere", {
    summary: { zh: "应通过法定途径处理，告知途径", en: "It has its own way in law: say which" },
    allow: ["dispatcher", "supervisor"],
    body: reasons.extend({ way: lineOf(60) }),
    run: ({ body }) => ({ type: "send-elsewhere", ...body }),
  }),
  appeals.step("disclose", {
    summary: { zh: "说明理由查看诉求人", en: "Read who appeals, for a reason on record" },
    allow: ["dispatcher", "supervisor", ...offices],
    body: forReason,
    run: ({ body }) => ({ type: "disclose", ...body }),
    answers: showingPerson(
      "contact",
      ({ person: { name, phone } }: Appeal) =>
        name === undefined || phone === undefined ? undefined : { name, phone },
      ({ text }) => text,
    ),
  }),
];
