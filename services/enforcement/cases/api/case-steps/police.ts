import * as z from "zod";
import { fileDigest } from "../../../../../shared/files/digest.ts";
import type { Route } from "../../../../../shared/http/index.ts";
import { titled } from "../../../../../shared/text/index.ts";
import { caseOfficers } from "../../../common/api/roles.ts";
import { date, line, person, words } from "../case-bodies.ts";
import { caseRegister } from "../case-register.ts";

/** CF-27a: to the police and back. */
export const policeSteps: readonly Route[] = [
  caseRegister.step("propose-transfer", {
    summary: { zh: "专案组提请移送公安机关", en: "The special team proposes a transfer to the police" },
    allow: caseOfficers,
    body: z.strictObject({ team: z.array(person).max(20), report: fileDigest, reasons: words }),
    run: ({ body }) => ({ type: "propose-transfer", ...body }),
  }),
  caseRegister.step("decide-transfer", {
    summary: { zh: "正职负责人决定是否移送", en: "The chief decides on the transfer" },
    allow: ["leader"],
    body: z.strictObject({ approved: z.boolean(), reasons: words }),
    run: ({ body }) => ({ type: "decide-transfer", ...body }),
  }),
  caseRegister.step("transfer-police", {
    summary: { zh: "移送公安机关", en: "Hand it over to the police" },
    allow: caseOfficers,
    body: z.strictObject({
      organ: line,
      letter: line,
      goodsList: line,
      testReports: z.array(line).max(50),
    }),
    run: ({ body }) => ({ type: "transfer-police", ...body }),
  }),
  caseRegister.step("police-answer", {
    summary: { zh: "登记公安机关答复", en: "Record the answer of the police" },
    allow: caseOfficers,
    body: z.strictObject({ filed: z.boolean(), on: date, document: line }),
    run: ({ body }) => ({ type: "police-answer", ...body }),
  }),
  caseRegister.step("hand-goods-to-police", {
    summary: { zh: "移交涉案财物和材料", en: "Hand goods and papers to the police" },
    allow: caseOfficers,
    body: z.strictObject({
      on: date,
      receipt: titled(line, { zh: "公安机关的接收凭证", en: "Receipt of the police" }),
    }),
    run: ({ body }) => ({ type: "hand-goods-to-police", ...body }),
  }),
  caseRegister.step("return-from-police", {
    summary: { zh: "登记公安机关退回", en: "The police gave it back" },
    allow: caseOfficers,
    body: z.strictObject({ on: date, document: line, courtFined: z.array(line).max(50).exactOptional() }),
    run: ({ body }) => ({ type: "return-from-police", ...body }),
  }),
];
