import * as z from "zod";
import { fileDigest } from "../../../../shared/files/digest.ts";
import type { Route } from "../../../../shared/http/index.ts";
import { lineOf, personOrBodyName, titled } from "../../../../shared/text/index.ts";
import { caseOfficers, organHeads } from "../../common/api/roles.ts";
import { buildingFacts, buildingKnown, buildings, files, person, words } from "./buildings.ts";

import { claimedCosts, fen, lastDay, means, reasons, recording, signatories, witnesses } from "./step-bodies.ts";

/** The town enforces, by the planning law (QZ-37, QZ-43, QZ-44). */
export const demolitionSteps: readonly Route[] = [
  buildings.step("decide-enforcement", {
    summary: { zh: "作出强制执行决定（负责人）", en: "Decide to enforce, as the head" },
    allow: organHeads,
    body: z.strictObject({ reasons: words, means, estimateFen: fen.min(1) }),
    facts: buildingFacts,
    run: ({ body, facts }) => ({ type: "decide-enforcement", ...body, ...buildingKnown(facts) }),
  }),
  buildings.step("publish-notice", {
    summary: { zh: "公告限期自行拆除", en: "Announce the last day on which the party may demolish himself" },
    allow: caseOfficers,
    body: z.strictObject({ by: lastDay, where: lineOf(200, 2), proof: fileDigest }),
    facts: buildingFacts,
    run: ({ body, facts }) => ({ type: "publish-notice", ...body, ...buildingKnown(facts) }),
  }),
  buildings.step("agree", {
    summary: { zh: "达成分阶段的执行协议（负责人）", en: "Agree on stages with the party, as the head" },
    allow: organHeads,
    body: z.strictObject({
      stages: z
        .array(z.strictObject({ description: words, by: lastDay }))
        .min(1)
        .max(20),
      signed: titled(fileDigest, { zh: "协议文本的摘要值", en: "Digest of the signed agreement" }),
    }),
    facts: buildingFacts,
    run: ({ body: { stages, signed }, facts }) => ({
      type: "agree",
      signed,
      stages: stages.map(({ description, by }) => ({ what: description, by })),
      ...buildingKnown(facts),
    }),
  }),
  buildings.step("end-agreement", {
    summary: { zh: "执行协议已履行或者未履行", en: "The agreement was kept, or it was not" },
    allow: caseOfficers,
    body: z.strictObject({ kept: z.boolean(), reasons: words }),
    facts: buildingFacts,
    run: ({ body, facts }) => ({ type: "end-agreement", ...body, ...buildingKnown(facts) }),
  }),
  buildings.step("list-things", {
    summary: { zh: "清点登记屋内物品（两名执法人员）", en: "List what is inside, two officers" },
    allow: caseOfficers,
    body: z.strictObject({
      with: person,
      things: z.array(z.strictObject({ description: lineOf(200), quantity: lineOf(40) })).max(300),
      signature: z.strictObject({
        how: z.enum(["signed", "refused", "absent"]),
        by: personOrBodyName.exactOptional(),
      }),
      witnesses,
      files,
    }),
    facts: buildingFacts,
    run: ({ body, facts }) => ({ type: "list-things", ...body, ...buildingKnown(facts) }),
  }),
  buildings.step("find-urgent", {
    summary: { zh: "认定当日情况紧急（负责人）", en: "Find it urgent for this day, as the head" },
    allow: organHeads,
    body: reasons,
    facts: buildingFacts,
    run: ({ body, facts }) => ({ type: "find-urgent", ...body, ...buildingKnown(facts) }),
  }),
  buildings.step("begin-demolition", {
    summary: { zh: "开始拆除（现在）", en: "Begin the demolition, now" },
    allow: caseOfficers,
    body: z.strictObject({ means, partyPresent: z.boolean(), witnesses }),
    blames: { "/with": "filed" },
    facts: buildingFacts,
    run: ({ body, facts }) => ({ type: "begin-demolition", ...body, ...buildingKnown(facts) }),
  }),
  buildings.step("interrupt", {
    summary: { zh: "暂停拆除", en: "Stop the work for now" },
    allow: caseOfficers,
    body: z.strictObject({ reasons: words, recording: recording.exactOptional() }),
    facts: buildingFacts,
    run: ({ body, facts }) => ({ type: "interrupt", ...body, ...buildingKnown(facts) }),
  }),
  buildings.step("finish-demolition", {
    summary: { zh: "拆除完毕，制作现场笔录", en: "The building is gone; the record is signed" },
    allow: caseOfficers,
    body: z.strictObject({
      record: fileDigest,
      recording: recording.exactOptional(),
      signedBy: signatories,
    }),
    facts: buildingFacts,
    run: ({ body, facts }) => ({ type: "finish-demolition", ...body, ...buildingKnown(facts) }),
  }),
  buildings.step("hand-back", {
    summary: { zh: "物品交还或者提存", en: "Hand things back, or deposit them with a keeper" },
    allow: caseOfficers,
    body: z.strictObject({
      how: z.enum(["handed-back", "deposited"]),
      things: z
        .array(z.string().regex(/^T\d{1,4}$/))
        .min(1)
        .max(300),
      signedBy: personOrBodyName,
      proof: fileDigest,
    }),
    facts: buildingFacts,
    run: ({ body, facts }) => ({ type: "hand-back", ...body, ...buildingKnown(facts) }),
  }),
  buildings.step("claim-costs", {
    summary: { zh: "向当事人收取合理费用（负责人）", en: "Claim the reasonable cost from the party, as the head" },
    allow: organHeads,
    body: claimedCosts,
    facts: buildingFacts,
    run: ({ body, facts }) => ({ type: "claim-costs", ...body, ...buildingKnown(facts) }),
  }),
  buildings.step("close", {
    summary: { zh: "办结", en: "Close it" },
    allow: caseOfficers,
    body: z.strictObject({}),
    facts: buildingFacts,
    run: ({ facts }) => ({ type: "close", ...buildingKnown(facts) }),
  }),
];
