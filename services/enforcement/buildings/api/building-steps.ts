import * as z from "zod";
import { fileDigest } from "../../../../shared/files/digest.ts";
import type { Route } from "../../../../shared/http/index.ts";
import { factReference } from "../../../../shared/store/index.ts";
import { lineOf, personOrBodyName, textOf, titled } from "../../../../shared/text/index.ts";
import { caseOfficers, organHeads } from "../../common/api/roles.ts";
import { delivery } from "../../service-of-papers/domain/decider.ts";
import { buildingPauseGrounds, enforcementMeans } from "../domain/building.ts";
import { buildingFacts, buildingKnown, buildings, files, person, words } from "./buildings.ts";

const date = z.iso.date();
const lastDay = titled(date, { zh: "期限", en: "Last day" });
const fen = z.int().min(0).max(100_000_000_000);
const reasons = z.strictObject({ reasons: words });
const witnesses = z.array(personOrBodyName).max(10).default([]);
const document = lineOf(100, 2);
const means = z.array(z.enum(enforcementMeans)).min(1).max(6);
const recording = titled(fileDigest, { zh: "录音录像的摘要值", en: "Digest of the recording" });

/** From the record to the demand (CF-T1, QZ-35). */
const before: readonly Route[] = [
  buildings.step("countersign", {
    summary: { zh: "另一名执法人员签字", en: "Sign the record as the other officer" },
    allow: caseOfficers,
    body: z.strictObject({}),
    facts: buildingFacts,
    run: ({ facts }) => ({ type: "countersign", ...buildingKnown(facts) }),
  }),
  buildings.step("order-stop", {
    summary: { zh: "责令停止建设", en: "Order to stop building" },
    allow: caseOfficers,
    body: reasons,
    facts: buildingFacts,
    run: ({ body, facts }) => ({ type: "order-stop", ...body, ...buildingKnown(facts) }),
  }),
  buildings.step("order-correction", {
    summary: { zh: "责令限期改正（负责人）", en: "Order to put it right in time, as the head" },
    allow: organHeads,
    body: z.strictObject({ by: lastDay, text: words }),
    facts: buildingFacts,
    run: ({ body, facts }) => ({ type: "order-correction", ...body, ...buildingKnown(facts) }),
  }),
  buildings.step("recheck", {
    summary: { zh: "复查是否改正（两名执法人员）", en: "Look again whether it was put right, two officers" },
    allow: caseOfficers,
    body: z.strictObject({ corrected: z.boolean(), with: person, files }),
    facts: buildingFacts,
    run: ({ body, facts }) => ({ type: "recheck", ...body, ...buildingKnown(facts) }),
  }),
  buildings.step("note-service", {
    summary: { zh: "文书已送达（以送达记录为准）", en: "A paper was served, by its delivery" },
    allow: caseOfficers,
    body: z.strictObject({ delivery: titled(lineOf(120), { zh: "送达记录", en: "Delivery" }) }),
    facts: async (asking) => ({
      ...(await buildingFacts(asking)),
      delivery: factReference(delivery, asking.body.delivery),
    }),
    run: ({ body, facts: { delivery: paper, ...facts } }) => ({
      type: "note-service",
      deliveryId: body.delivery,
      delivery: paper,
      ...buildingKnown(facts),
    }),
  }),
  buildings.step("take-decision", {
    summary: {
      zh: "依据已生效的限期拆除决定处理",
      en: "Go on by the decision to demolish that is in effect",
    },
    allow: caseOfficers,
    body: z.strictObject({ by: lastDay }),
    facts: buildingFacts,
    run: ({ body, facts }) => ({ type: "take-decision", ...body, ...buildingKnown(facts) }),
  }),
  buildings.step("demand", {
    summary: { zh: "催告", en: "Demand it once more" },
    allow: caseOfficers,
    body: z.strictObject({ text: words }),
    facts: buildingFacts,
    run: ({ body, facts }) => ({ type: "demand", ...body, ...buildingKnown(facts) }),
  }),
  buildings.step("state-opinion", {
    summary: { zh: "对催告陈述、申辩（当事人）", en: "Answer the demand, as the party" },
    allow: ["resident"],
    body: z.strictObject({ text: words }),
    facts: buildingFacts,
    run: ({ body, facts }) => ({ type: "state-opinion", ...body, partyKey: facts.proceeding?.party.key }),
  }),
  buildings.step("hear-opinion", {
    summary: { zh: "复核当事人意见", en: "Look into what the party said" },
    allow: caseOfficers,
    body: z.strictObject({ adopted: z.boolean(), reasons: words }),
    facts: buildingFacts,
    run: ({ body, facts }) => ({ type: "hear-opinion", ...body, ...buildingKnown(facts) }),
  }),
];

/** The town enforces, by the planning law (QZ-37, QZ-43, QZ-44). */
const enforcing: readonly Route[] = [
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
      signedBy: titled(z.array(personOrBodyName).min(1).max(20), { zh: "签名人", en: "Who signed" }),
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
    body: z.strictObject({
      items: z
        .array(z.strictObject({ description: lineOf(200), amountFen: fen.min(1), proof: fileDigest }))
        .min(1)
        .max(50),
      salvageFen: fen.default(0),
      explanation: textOf(2_000, 2).exactOptional(),
    }),
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

/** By the land law the court enforces (QZ-44b, QZ-53, QZ-56). */
const before83: readonly Route[] = [
  buildings.step("apply-to-court", {
    summary: { zh: "申请人民法院强制执行（负责人）", en: "Ask the court to enforce, as the head" },
    allow: organHeads,
    body: z.strictObject({
      factsAndBasis: titled(words, { zh: "事实、理由和依据", en: "Facts and basis" }),
      object: words,
    }),
    facts: buildingFacts,
    run: ({ body, facts }) => ({ type: "apply-to-court", ...body, ...buildingKnown(facts) }),
  }),
  buildings.step("court-answered", {
    summary: { zh: "登记法院受理或者不予受理", en: "Record that the court accepted, or did not" },
    allow: caseOfficers,
    body: z.strictObject({ accepted: z.boolean(), on: date, document }),
    facts: buildingFacts,
    run: ({ body, facts }) => ({ type: "court-answered", ...body, ...buildingKnown(facts) }),
  }),
  buildings.step("court-ruled", {
    summary: { zh: "登记法院裁定", en: "Record the court's ruling" },
    allow: caseOfficers,
    body: z.strictObject({ enforce: z.boolean(), on: date, document }),
    facts: buildingFacts,
    run: ({ body, facts }) => ({ type: "court-ruled", ...body, ...buildingKnown(facts) }),
  }),
  buildings.step("note-court-execution", {
    summary: { zh: "登记法院裁定已经执行", en: "Record that the ruling was carried out" },
    allow: caseOfficers,
    body: z.strictObject({ on: date, document }),
    facts: buildingFacts,
    run: ({ body, facts }) => ({ type: "note-court-execution", ...body, ...buildingKnown(facts) }),
  }),
];

/** What stops, pauses or ends it (QZ-39, QZ-44c). */
const otherwise: readonly Route[] = [
  buildings.step("note-remedy", {
    summary: {
      zh: "登记对强制执行决定的复议或者诉讼",
      en: "Record a review or a suit against the decision to enforce",
    },
    allow: ["resident", ...caseOfficers, ...organHeads],
    body: z.strictObject({ kind: z.enum(["review", "suit"]), filedOn: date, document }),
    facts: buildingFacts,
    run: ({ body, facts }) => ({
      type: "note-remedy",
      ...body,
      partyKey: facts.proceeding?.party.key,
      ...buildingKnown(facts),
    }),
  }),
  buildings.step("end-remedy", {
    summary: { zh: "登记复议或者诉讼的结果（负责人）", en: "Record how it ended, as the head" },
    allow: organHeads,
    body: z.strictObject({
      remedy: z.string().regex(/^R\d{1,3}$/),
      effect: z.enum(["upheld", "withdrawn", "revoked"]),
      document,
    }),
    facts: buildingFacts,
    run: ({ body, facts }) => ({ type: "end-remedy", ...body, ...buildingKnown(facts) }),
  }),
  buildings.step("note-self-demolition", {
    summary: { zh: "当事人已自行拆除（两名执法人员）", en: "The party demolished it himself; two officers saw it" },
    allow: caseOfficers,
    body: z.strictObject({ with: person, files }),
    facts: buildingFacts,
    run: ({ body, facts }) => ({ type: "note-self-demolition", ...body, ...buildingKnown(facts) }),
  }),
  buildings.step("pause", {
    summary: { zh: "中止执行（负责人）", en: "Pause the enforcement, as the head" },
    allow: organHeads,
    body: z.strictObject({
      ground: z.enum(buildingPauseGrounds),
      harmless: titled(z.boolean(), { zh: "没有明显社会危害", en: "Nobody is visibly harmed" }),
      reasons: words,
    }),
    facts: buildingFacts,
    run: ({ body, facts }) => ({ type: "pause", ...body, ...buildingKnown(facts) }),
  }),
  buildings.step("resume", {
    summary: { zh: "恢复执行（负责人）", en: "Go on with the enforcement, as the head" },
    allow: organHeads,
    body: reasons,
    facts: buildingFacts,
    run: ({ body, facts }) => ({ type: "resume", ...body, ...buildingKnown(facts) }),
  }),
  buildings.step("end", {
    summary: { zh: "终结（负责人）", en: "End it, as the head" },
    allow: organHeads,
    body: z.strictObject({
      ground: z.enum(["no-breach", "dead-without-estate", "organisation-gone", "object-gone"]),
      reasons: words,
    }),
    facts: buildingFacts,
    run: ({ body, facts }) => ({ type: "end", ...body, ...buildingKnown(facts) }),
  }),
];

/** What becomes of an illegal building, step by step. */
export const buildingSteps: readonly Route[] = [...before, ...enforcing, ...before83, ...otherwise];
