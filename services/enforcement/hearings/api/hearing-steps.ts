import * as z from "zod";
import { fileDigest } from "../../../../shared/files/digest.ts";
import type { Route } from "../../../../shared/http/index.ts";
import { recusalGrounds } from "../../../../shared/people/index.ts";
import { factReferences, member } from "../../../../shared/store/index.ts";
import { lineOf } from "../../../../shared/text/index.ts";
import { proceeding } from "../../cases/domain/proceeding/decider.ts";
import { empoweredHeads } from "../../common/api/roles.ts";
import { hearing } from "../domain/decider.ts";
import { closedGrounds, postponeGrounds } from "../domain/hearing.ts";
import { holdingSteps } from "./hearing-holding.ts";
import {
  caseOf,
  date,
  person,
  place,
  proceedingsOf,
  speakersToday,
  speaking,
  stateOf,
  words,
} from "./hearing-known.ts";
import { hour } from "./hearing-view.ts";
import { hearings } from "./hearings.ts";

/** What the steps before the hearing are. */
const before: readonly Route[] = [
  hearings.step("schedule", {
    summary: { zh: "确定听证时间、地点、主持人和记录员", en: "Fix day, hour, place, chair and recorder" },
    allow: empoweredHeads,
    body: z.strictObject({
      on: date,
      at: hour,
      place: lineOf(200, 2),
      closed: z.enum(closedGrounds).exactOptional(),
      chair: person,
      recorder: person,
    }),
    facts: caseOf,
    run: ({ body, facts }) => ({ type: "schedule", ...body, of: facts.of[0] }),
  }),
  hearings.step("note-told", {
    summary: { zh: "登记听证通知的送达", en: "Record that a party was told time and place" },
    allow: ["clerk", "officer", "squad-leader", "legal-reviewer", "leader"],
    body: z.strictObject({ party: place, on: date, how: lineOf(60), proof: fileDigest }),
    run: ({ body }) => ({ type: "note-told", ...body }),
  }),
  hearings.step("postpone", {
    summary: { zh: "有正当理由延期听证", en: "Postpone it for a good reason" },
    allow: [...empoweredHeads, "legal-reviewer"],
    body: z.strictObject({ on: date, at: hour, ground: z.enum(postponeGrounds), reasons: words }),
    run: ({ body }) => ({ type: "postpone", ...body }),
  }),
  hearings.step("ask-recusal", {
    summary: { zh: "申请主持人回避（当事人或者其代理人）", en: "Ask for another chair, as a party or his agent" },
    allow: ["resident"],
    body: z.strictObject({ ground: z.enum(recusalGrounds), reasons: words }),
    facts: speaking,
    run: ({ body, facts, runtime }) => ({ type: "ask-recusal", ...body, speakers: speakersToday(facts, runtime) }),
  }),
  hearings.step("decide-recusal", {
    summary: { zh: "决定主持人是否回避", en: "Decide whether another one chairs it" },
    allow: empoweredHeads,
    body: z.strictObject({ recused: z.boolean(), reasons: words }),
    run: ({ body }) => ({ type: "decide-recusal", ...body }),
  }),
  hearings.step("join", {
    summary: { zh: "与同案其他当事人的听证合并举行", en: "Hold it together with that of another party of the case" },
    allow: empoweredHeads,
    body: z.strictObject({ into: lineOf(120) }),
    learn: stateOf,
    learnsFromTable: true,
    facts: ({ body: { into } }) => ({ target: factReferences(hearing, [into]) }),
    run: ({ id, body, facts }) => ({ type: "join", id, ...body, target: facts.target[0] }),
    others: {
      members: ({ id, body: { into } }) => ({
        others: into === id ? [] : [member(hearing, into, { expects: "either" })],
      }),
      commands: ({ id, body: { into }, learnt }) => ({
        others:
          into === id
            ? []
            : [
                {
                  ...{ type: "take-in" as const, from: id, case: learnt?.state.case ?? "" },
                  parties: proceedingsOf(learnt),
                },
              ],
      }),
    },
  }),
  hearings.step("drop", {
    summary: {
      zh: "处理程序不再等待听证的当事人退出听证",
      en: "Drop a party whose proceeding no longer waits for it",
    },
    allow: empoweredHeads,
    body: z.strictObject({ party: place, reasons: words }),
    facts: async ({ id, body, runtime }) => {
      const learnt = await stateOf({ id, runtime });
      const own = proceedingsOf(learnt, ({ party }) => party === body.party);
      return {
        proceedings: factReferences(
          proceeding,
          own.map((one) => one.proceeding),
        ),
      };
    },
    run: ({ body, facts }) => ({
      type: "drop",
      ...body,
      waits: facts.proceedings.some((one) => {
        const asked = one?.status === "noticed" ? one.notice.hearing : undefined;
        return asked !== undefined && asked.outcome === undefined;
      }),
    }),
  }),
  hearings.step("call-off", {
    summary: { zh: "案件不再处理的，取消听证", en: "Call it off, where its case goes no further" },
    allow: empoweredHeads,
    body: z.strictObject({ reasons: words }),
    facts: caseOf,
    run: ({ body, facts }) => ({ type: "call-off", ...body, of: facts.of[0] }),
  }),
];

/** What becomes of a hearing, step by step. */
export const hearingSteps: readonly Route[] = [...before, ...holdingSteps];
