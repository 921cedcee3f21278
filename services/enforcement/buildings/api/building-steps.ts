import * as z from "zod";
import type { Route } from "../../../../shared/http/index.ts";
import { factReference } from "../../../../shared/store/index.ts";
import { titled } from "../../../../shared/text/index.ts";
import { caseOfficers, organHeads } from "../../common/api/roles.ts";
import { delivery } from "../../service-of-papers/domain/decider.ts";
import { buildingPauseGrounds } from "../domain/building.ts";
import { buildingFacts, buildingKnown, buildings, files, person, words } from "./buildings.ts";
import { buildingCourtSteps } from "./court-steps.ts";
import { demolitionSteps } from "./demolition-steps.ts";
import { byDelivery, date, document, lastDay, reasons } from "./step-bodies.ts";

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
    body: byDelivery,
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
export const buildingSteps: readonly Route[] = [...before, ...demolitionSteps, ...buildingCourtSteps, ...otherwise];
