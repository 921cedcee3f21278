import * as z from "zod";
import { fileDigest } from "../../../../../shared/files/digest.ts";
import type { Route } from "../../../../../shared/http/index.ts";
import { recusalGrounds, recusalsToDecide } from "../../../../../shared/people/index.ts";
import { caseHouse, organHeads } from "../../../common/api/roles.ts";
import { line, partyId, person, reasons, words } from "../case-bodies.ts";
import { caseRegister, certificatesIn, officersTold } from "../case-register.ts";

const meeting = line.exactOptional();

/** People of a case. */
export const peopleSteps: readonly Route[] = [
  caseRegister.step("change-officers", {
    summary: { zh: "变更执法人员", en: "Change the officers" },
    allow: ["squad-leader", ...organHeads],
    body: z.strictObject({ investigators: z.array(person).min(1).max(20), reasons: words }),
    facts: async ({ id, body, runtime }) => ({ certificates: await certificatesIn(id, runtime, body.investigators) }),
    run: ({ body, facts }) => ({ type: "change-officers", ...body, ...officersTold(facts.certificates) }),
  }),
  caseRegister.step("ask-recusal", {
    summary: { zh: "申请回避", en: "Ask that a person be kept out of the case" },
    allow: ["resident", ...caseHouse],
    body: z.strictObject({
      person,
      ground: z.enum(recusalGrounds),
      reasons: words,
      request: z.strictObject({ party: partyId, sha256: fileDigest }).exactOptional(),
    }),
    run: ({ body }) => ({ type: "ask-recusal", ...body }),
  }),
  caseRegister.step("decide-recusal", {
    summary: { zh: "决定回避", en: "Decide on a recusal" },
    allow: organHeads,
    body: z.strictObject({
      person,
      recused: z.boolean(),
      earlierActsStand: z.boolean().exactOptional(),
      reasons: words,
      meeting,
    }),
    tries: ({ state }) => recusalsToDecide(state?.recusals),
    run: ({ body }) => ({ type: "decide-recusal", ...body }),
  }),
  // What falls with a recused head is confirmed by another.
  caseRegister.step("confirm-filing", {
    summary: { zh: "其他负责人确认立案（原批准人回避）", en: "Confirm the filing in the place of a recused head" },
    allow: organHeads,
    body: reasons,
    run: ({ body }) => ({ type: "confirm-filing", ...body }),
  }),
];
