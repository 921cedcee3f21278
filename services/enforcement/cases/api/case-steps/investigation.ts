import * as z from "zod";
import { fileDigest } from "../../../../../shared/files/digest.ts";
import type { Route } from "../../../../../shared/http/index.ts";
import { caseOfficers, organHeads } from "../../../common/api/roles.ts";
import { suspensionGrounds } from "../../domain/case/case.ts";
import { casePapers } from "../../domain/case/papers.ts";
import { line, partyId, reasons, words } from "../case-bodies.ts";
import { caseRegister, certificatesIn, officersTold } from "../case-register.ts";

/** The investigation, its report and its clock. */
export const investigationSteps: readonly Route[] = [
  caseRegister.step("report", {
    summary: { zh: "提交调查终结报告", en: "Hand in the report of the investigation" },
    allow: caseOfficers,
    body: z.strictObject({ sha256: fileDigest, complex: z.boolean(), suspectedCrime: z.boolean(), summary: words }),
    facts: async ({ id, runtime }) => ({ certificates: await certificatesIn(id, runtime) }),
    run: ({ body, facts }) => ({ type: "report", ...body, ...officersTold(facts.certificates) }),
  }),
  caseRegister.step("note-paper", {
    summary: { zh: "文书归入案卷", en: "Put a paper on file" },
    allow: caseOfficers,
    body: z.strictObject({
      paper: z.strictObject({ kind: z.enum(casePapers), party: partyId.exactOptional(), reference: line }),
    }),
    run: ({ body }) => ({ type: "note-paper", ...body }),
  }),
  caseRegister.step("suspend", {
    summary: { zh: "中止案件", en: "Suspend the case" },
    allow: organHeads,
    body: z.strictObject({ ground: z.enum(suspensionGrounds), reasons: words }),
    run: ({ body }) => ({ type: "suspend", ...body }),
  }),
  caseRegister.step("resume", {
    summary: { zh: "恢复办理", en: "Resume the case" },
    allow: organHeads,
    body: reasons,
    run: ({ body }) => ({ type: "resume", ...body }),
  }),
];
