import * as z from "zod";
import type { Route } from "../../../../../shared/http/index.ts";
import { caseOfficers, organHeads } from "../../../common/api/roles.ts";
import { stopGrounds, withdrawalGrounds } from "../../domain/case/case.ts";
import { date, line, words } from "../case-bodies.ts";
import { caseRegister, powersOf, powersTold } from "../case-register.ts";

/** How a case ends. It is closed where its goods are known: in `property`. */
export const endingsSteps: readonly Route[] = [
  caseRegister.step("withdraw", {
    summary: { zh: "撤案", en: "Withdraw the filing" },
    allow: organHeads,
    body: z.strictObject({ ground: z.enum(withdrawalGrounds), reasons: words }),
    run: ({ body }) => ({ type: "withdraw", ...body }),
  }),
  caseRegister.step("stop", {
    summary: { zh: "终止案件", en: "Stop the case" },
    allow: organHeads,
    body: z.strictObject({ ground: z.enum(stopGrounds), reasons: words }),
    facts: ({ id, runtime }) => powersOf(id, runtime),
    run: ({ body, facts }) => ({ type: "stop", ...body, ...powersTold(facts.powers, facts.settlements) }),
  }),
  caseRegister.step("transfer-organ", {
    summary: { zh: "移送有管辖权的机关", en: "Transfer to the competent organ" },
    allow: organHeads,
    body: z.strictObject({ organ: line, letter: line, reasons: words }),
    run: ({ body }) => ({ type: "transfer-organ", ...body }),
  }),
  caseRegister.step("return-from-organ", {
    summary: { zh: "登记其他机关退回", en: "The other organ gave it back" },
    allow: caseOfficers,
    body: z.strictObject({ on: date, document: line }),
    run: ({ body }) => ({ type: "return-from-organ", ...body }),
  }),
  caseRegister.step("reopen", {
    summary: { zh: "重新办理", en: "Take the case up again" },
    allow: organHeads,
    body: z.strictObject({ ground: z.enum(["overturned", "ended-wrongly"]), document: line, reasons: words }),
    run: ({ body }) => ({ type: "reopen", ...body }),
  }),
];
