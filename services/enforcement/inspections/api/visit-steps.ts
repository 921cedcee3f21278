import * as z from "zod";
import { fileDigest } from "../../../../shared/files/digest.ts";
import type { Route } from "../../../../shared/http/index.ts";
import { mostFen } from "../../../../shared/money/index.ts";
import { certificatesOf } from "../../../../shared/service/index.ts";
import { factReferences, member } from "../../../../shared/store/index.ts";
import { lineOf, personOrBodyName, titled } from "../../../../shared/text/index.ts";
import { caseOfficers, organHeads } from "../../common/api/roles.ts";
import { there } from "../../common/api/there.ts";
import { knownOfficer } from "../../common/domain/known-power.ts";
import { enterprise } from "../domain/enterprise/decider.ts";
import { siteInspection } from "../domain/visit/decider.ts";
import { findingResults, scanReasons } from "../domain/visit/visit.ts";
import { date, id as idOf, itemCode, office, person, powerCode, reasons, words } from "./bodies.ts";
import { visitFacts, visitKnown } from "./proposal.ts";
import { visitAfterwards } from "./visit-afterwards.ts";

import { conflictsOf, learnt, nearness, stateOf, withRegister } from "./visit-learnt.ts";
import { siteInspections } from "./visits.ts";

const before: readonly Route[] = [
  siteInspections.step("approve", {
    summary: { zh: "批准检查（紧急的事后补办）", en: "Approve it; what was urgent, afterwards" },
    allow: organHeads,
    body: z.strictObject({}),
    facts: nearness,
    run: ({ facts }) => ({ type: "approve", ...conflictsOf(facts) }),
  }),
  siteInspections.step("decline", {
    summary: { zh: "不批准检查", en: "Do not approve it" },
    allow: organHeads,
    body: reasons,
    ...withRegister,
    run: ({ body }) => ({ type: "decline", ...body }),
  }),
  siteInspections.step("call-off", {
    summary: { zh: "取消未进行的检查", en: "Call off what was not held" },
    allow: [...caseOfficers, ...organHeads],
    body: reasons,
    ...withRegister,
    run: ({ body }) => ({ type: "call-off", ...body }),
  }),
  siteInspections.step("change-officers", {
    summary: { zh: "调整检查人员（说明理由）", en: "Other officers, for reasons" },
    allow: office,
    body: z.strictObject({ officers: z.array(person).min(1).max(10), reasons: words }),
    facts: async ({ id, body, runtime }) => ({
      ...(await nearness({ id, runtime })),
      certificates: await certificatesOf(knownOfficer, body.officers, runtime),
    }),
    run: ({ body, facts }) => ({
      type: "change-officers",
      ...body,
      ...conflictsOf(facts),
      certificates: there(facts.certificates),
    }),
  }),
  siteInspections.step("join", {
    summary: { zh: "并入另一次检查（综合查一次）", en: "Hold it together with another one" },
    allow: caseOfficers,
    body: z.strictObject({ into: idOf }),
    ...learnt,
    facts: async ({ id, body: { into }, runtime }) => {
      const both = await Promise.all([stateOf(id, runtime), stateOf(into, runtime)]);
      const subs = both.flatMap((one) => (one?.officers ?? []).map(({ sub }) => sub));
      return {
        target: factReferences(siteInspection, into === id ? [] : [into]),
        certificates: await certificatesOf(knownOfficer, subs, runtime),
      };
    },
    run: ({ body, facts }) => ({ type: "join", ...body, target: facts.target[0] }),
    others: {
      members: ({ id, body: { into }, learnt: found }) => ({
        others: into === id || found?.state === undefined ? [] : [member(siteInspection, into)],
        registers: into === id || found?.state === undefined ? [] : [member(enterprise, found.state.enterprise)],
      }),
      commands: ({ id, body: { into }, learnt: found, facts }) => ({
        others:
          into === id || found?.state === undefined
            ? []
            : [
                {
                  ...{ type: "take-in" as const, from: id, source: found.state },
                  certificates: there(facts.certificates),
                },
              ],
        registers: into === id || found?.state === undefined ? [] : [{ type: "merge" as const, from: id, into }],
      }),
    },
  }),
  siteInspections.step("announce", {
    summary: { zh: "事先告知企业（突击检查除外）", en: "Tell the enterprise beforehand, save of a surprise" },
    allow: caseOfficers,
    body: z.strictObject({ on: date, how: z.enum(["by-hand", "phone", "electronic"]) }),
    run: ({ body }) => ({ type: "announce", ...body }),
  }),
];

const atThePlace: readonly Route[] = [
  siteInspections.step("scan", {
    summary: { zh: "入企扫码（平台回执留存）", en: "Scan at the door; the platform's receipt is kept" },
    allow: caseOfficers,
    body: z.strictObject({ code: lineOf(200) }),
    learn: async ({ id, body, runtime }) => {
      const at = runtime.clock();
      return (await runtime.scanning?.scan({ code: body.code, inspection: id, at })) ?? "down";
    },
    run: ({ learnt: scanned }) => ({ type: "scan", scanned: scanned ?? "down" }),
  }),
  siteInspections.step("enter", {
    summary: { zh: "出示证件和检查通知书后进入", en: "Enter, cards and notice shown" },
    allow: caseOfficers,
    body: z.strictObject({
      shown: titled(z.strictObject({ cards: z.boolean(), notice: z.boolean() }), { zh: "出示", en: "Shown" }),
      withoutScan: z.strictObject({ ground: z.enum(scanReasons), reasons: words }).exactOptional(),
    }),
    blames: { "/items": "filed", "/officers": "filed" },
    ...learnt,
    facts: async ({ id, runtime }) => {
      const state = await stateOf(id, runtime);
      const subs = (state?.officers ?? []).map(({ sub }) => sub);
      const codes = (state?.items ?? []).map(({ code }) => code);
      return visitFacts({ enterprise: state?.enterprise ?? "", items: codes, officers: subs }, runtime);
    },
    run: ({ body, facts }) => ({ type: "enter", ...body, ...visitKnown(facts) }),
    others: {
      members: ({ learnt: found }) => ({
        registers: found?.state === undefined ? [] : [member(enterprise, found.state.enterprise)],
      }),
      commands: ({ id, learnt: found }) => ({
        registers: found?.state === undefined ? [] : [{ type: "note-held" as const, id }],
      }),
    },
  }),
  siteInspections.step("note-not-held", {
    summary: { zh: "未能进行（无人、拒绝检查等）", en: "It did not take place: nobody there, or refused" },
    allow: caseOfficers,
    body: z.strictObject({ ground: z.enum(["closed", "refused", "force-majeure"]), reasons: words }),
    ...withRegister,
    run: ({ body }) => ({ type: "note-not-held", ...body }),
  }),
  siteInspections.step("record", {
    summary: {
      zh: "现场检查笔录（另一人签字前可以更正）",
      en: "The on-site record; anew until the other officer has signed",
    },
    allow: caseOfficers,
    body: z.strictObject({
      findings: z
        .array(
          z.strictObject({
            item: itemCode,
            point: lineOf(40),
            result: z.enum(findingResults),
            power: powerCode.exactOptional(),
            note: words.exactOptional(),
          }),
        )
        .min(1)
        .max(200),
      summary: words,
      sha256: fileDigest,
      pages: z.int().min(1).max(500),
      files: z.array(fileDigest).max(50).default([]),
      signing: z.discriminatedUnion("how", [
        z.strictObject({ how: z.literal("signed"), name: personOrBodyName, signedPages: z.int().min(0).max(500) }),
        z.strictObject({
          how: z.enum(["refused", "absent"]),
          reasons: words,
          witness: personOrBodyName.exactOptional(),
        }),
      ]),
      lateReasons: words.exactOptional(),
      chargedFen: z.int().min(0).max(mostFen).default(0),
    }),
    run: ({ body }) => ({ type: "record", ...body }),
  }),
];

/** What becomes of an inspection, step by step. */
export const visitSteps: readonly Route[] = [...before, ...atThePlace, ...visitAfterwards];
