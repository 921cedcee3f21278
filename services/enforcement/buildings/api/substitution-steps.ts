import * as z from "zod";
import { fileDigest } from "../../../../shared/files/digest.ts";
import type { Route } from "../../../../shared/http/index.ts";
import { factReference } from "../../../../shared/store/index.ts";
import { personOrBodyName } from "../../../../shared/text/index.ts";
import { caseOfficers, organHeads } from "../../common/api/roles.ts";
import { delivery } from "../../service-of-papers/domain/decider.ts";
import { buildingKnown, words } from "./buildings.ts";

import { byDelivery, claimedCosts, date, fen, signatories } from "./step-bodies.ts";
import { substitutionFacts, substitutions } from "./substitutions.ts";

/** What becomes of a substitute performance, step by step (QZ-50 to QZ-52). */
export const substitutionSteps: readonly Route[] = [
  substitutions.step("note-service", {
    summary: { zh: "文书已送达（以送达记录为准）", en: "A paper was served, by its delivery" },
    allow: caseOfficers,
    body: byDelivery,
    facts: async (asking) => ({
      ...(await substitutionFacts(asking)),
      delivery: factReference(delivery, asking.body.delivery),
    }),
    run: ({ body, facts: { delivery: own, ...facts } }) => ({
      type: "note-service",
      deliveryId: body.delivery,
      delivery: own,
      ...buildingKnown(facts),
    }),
  }),
  substitutions.step("decide", {
    summary: { zh: "作出代履行决定（负责人）", en: "Decide that another one does it, as the head" },
    allow: organHeads,
    body: z.strictObject({
      reasons: words,
      performer: personOrBodyName,
      estimateFen: fen.min(1),
      plannedFor: date,
    }),
    facts: substitutionFacts,
    run: ({ body, facts }) => ({ type: "decide", ...body, ...buildingKnown(facts) }),
  }),
  substitutions.step("remind", {
    summary: { zh: "实施前催告（三个工作日前）", en: "Tell the party once more, three working days before" },
    allow: caseOfficers,
    body: z.strictObject({ text: words }),
    facts: substitutionFacts,
    run: ({ body, facts }) => ({ type: "remind", ...body, ...buildingKnown(facts) }),
  }),
  substitutions.step("perform", {
    summary: {
      zh: "实施代履行（到场监督，在场人签名）",
      en: "It is done today; an officer is there, and those present sign",
    },
    allow: caseOfficers,
    body: z.strictObject({
      record: fileDigest,
      signedBy: signatories,
    }),
    facts: substitutionFacts,
    run: ({ body, facts }) => ({ type: "perform", ...body, ...buildingKnown(facts) }),
  }),
  substitutions.step("stop", {
    summary: { zh: "当事人已履行，停止代履行", en: "The party did it himself" },
    allow: caseOfficers,
    body: z.strictObject({ reasons: words }),
    facts: substitutionFacts,
    run: ({ body, facts }) => ({ type: "stop", ...body, ...buildingKnown(facts) }),
  }),
  substitutions.step("tell-party", {
    summary: { zh: "事后通知不在场的当事人", en: "Tell the party who was not there" },
    allow: caseOfficers,
    body: z.strictObject({ on: date, proof: fileDigest }),
    run: ({ body }) => ({ type: "tell-party", ...body }),
  }),
  substitutions.step("claim-costs", {
    summary: { zh: "向当事人收取合理费用（负责人）", en: "Claim the reasonable cost from the party, as the head" },
    allow: organHeads,
    body: claimedCosts,
    facts: substitutionFacts,
    run: ({ body, facts }) => ({ type: "claim-costs", ...body, ...buildingKnown(facts) }),
  }),
  substitutions.step("close", {
    summary: { zh: "不收取费用，办结（负责人）", en: "Close it without a claim, as the head" },
    allow: organHeads,
    body: z.strictObject({ reasons: words }),
    facts: substitutionFacts,
    run: ({ body, facts }) => ({ type: "close", ...body, ...buildingKnown(facts) }),
  }),
];
