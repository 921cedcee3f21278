import * as z from "zod";
import type { Route } from "../../../../shared/http/index.ts";
import { titled } from "../../../../shared/text/index.ts";
import { caseOfficers, organHeads } from "../../common/api/roles.ts";
import { buildingFacts, buildingKnown, buildings, words } from "./buildings.ts";

import { date, document } from "./step-bodies.ts";

/** By the land law the court enforces (QZ-44b, QZ-53, QZ-56). */
export const buildingCourtSteps: readonly Route[] = [
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
    body: z.strictObject({ accepted: z.boolean(), on: date, document, defects: z.boolean().exactOptional() }),
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
