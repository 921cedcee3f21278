import * as z from "zod";
import type { Route } from "../../../../shared/http/index.ts";
import { partyKey } from "../../../../shared/parties/index.ts";
import { recusalGrounds } from "../../../../shared/people/index.ts";
import { sha256 as digestOf, factReference, member } from "../../../../shared/store/index.ts";
import { lineOf } from "../../../../shared/text/index.ts";
import { dismissalGrounds, stopGrounds, suspensionGrounds, withdrawalGrounds } from "../domain/case/case.ts";
import { penaltyCase } from "../domain/case/decider.ts";
import { casePapers } from "../domain/case/papers.ts";
import {
  actBody,
  actId,
  actsBody,
  date,
  elsewhereBody,
  line,
  partiesBody,
  partyBody,
  partyId,
  partyOf,
  person,
  reasons,
  sha256,
  words,
} from "./case-bodies.ts";
import {
  caseHouse,
  caseRegister,
  certificatesIn,
  heads,
  officers,
  officersTold,
  powersOf,
  powersTold,
} from "./case-register.ts";
import { listedIn, penaltiesOf } from "./penalties.ts";

const caseId = lineOf(60);
const meeting = line.exactOptional();

/** Filing, and what joins a case. */
const filing: readonly Route[] = [
  caseRegister.step("approve", {
    summary: { zh: "批准立案", en: "File the case" },
    allow: heads,
    body: z.strictObject({ reasons: words.exactOptional() }),
    facts: async ({ id, runtime }) => ({
      ...(await powersOf(id, runtime)),
      certificates: await certificatesIn(id, runtime),
    }),
    run: ({ body, facts: { powers, settlements, certificates } }) => ({
      type: "approve",
      ...body,
      ...powersTold(powers, settlements),
      ...officersTold(certificates),
    }),
  }),
  caseRegister.step("dismiss", {
    summary: { zh: "不予立案（说明理由）", en: "Do not file it, for reasons" },
    allow: heads,
    body: z.strictObject({ ground: z.enum(dismissalGrounds), reasons: words }),
    run: ({ body }) => ({ type: "dismiss", ...body }),
  }),
  caseRegister.step("correct", {
    summary: { zh: "立案前补正", en: "Put the proposal right before the filing" },
    allow: officers,
    body: z.strictObject({
      acts: actsBody.exactOptional(),
      parties: partiesBody.exactOptional(),
      elsewhere: elsewhereBody.exactOptional(),
      reasons: words,
    }),
    facts: async ({ body }) => ({ penalties: penaltiesOf((body.acts ?? []).map(({ code }) => code)) }),
    run: ({ body: { parties, ...body }, facts, runtime }) => ({
      type: "correct",
      ...body,
      ...(parties === undefined ? {} : { parties: parties.map((one) => partyOf(one, runtime.keyed)) }),
      listed: listedIn(facts.penalties),
    }),
  }),
  caseRegister.step("extend", {
    summary: {
      zh: "延长立案期限或者办案期限（须有领域规定）",
      en: "Extend the filing term or the ninety days, where the sector's rule allows it",
    },
    allow: heads,
    body: z.strictObject({ reasons: words, meeting }),
    run: ({ body }) => ({ type: "extend", ...body }),
  }),
  caseRegister.step("add-act", {
    summary: { zh: "增加违法行为", en: "Add an act" },
    allow: officers,
    body: z.strictObject({ act: actBody, reasons: words }),
    facts: async ({ id, body, runtime }) => ({
      ...(await powersOf(id, runtime, [body.act.code])),
      certificates: await certificatesIn(id, runtime),
      penalties: penaltiesOf([body.act.code]),
    }),
    run: ({ body, facts: { powers, settlements, certificates, penalties } }) => ({
      type: "add-act",
      ...body,
      listed: listedIn(penalties),
      ...powersTold(powers, settlements),
      ...officersTold(certificates),
    }),
  }),
  caseRegister.step("add-party", {
    summary: { zh: "增加当事人", en: "Add a party" },
    allow: officers,
    body: z.strictObject({ party: partyBody, acts: z.array(actId).min(1).max(20), reasons: words }),
    run: ({ body: { party, ...body }, runtime }) => ({
      type: "add-party",
      ...body,
      party: partyOf(party, runtime.keyed),
    }),
  }),
  caseRegister.step("succeed-party", {
    summary: {
      zh: "当事人更名、合并或者分立后的承继",
      en: "The successor of a party that changed its name or was merged or divided",
    },
    allow: officers,
    body: z.strictObject({
      party: partyId,
      ground: z.enum(["renamed", "merged", "divided"]),
      name: line,
      idNumber: lineOf(40),
      document: line,
    }),
    run: ({ body, runtime }) => ({
      type: "succeed-party",
      ...body,
      key: partyKey(runtime.keyed, { idNumber: body.idNumber }),
    }),
  }),
];

/** People of a case. */
const people: readonly Route[] = [
  caseRegister.step("change-officers", {
    summary: { zh: "变更执法人员", en: "Change the officers" },
    allow: ["squad-leader", ...heads],
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
      request: z.strictObject({ party: partyId, sha256 }).exactOptional(),
    }),
    run: ({ body }) => ({ type: "ask-recusal", ...body }),
  }),
  caseRegister.step("decide-recusal", {
    summary: { zh: "决定回避", en: "Decide on a recusal" },
    allow: heads,
    body: z.strictObject({
      person,
      recused: z.boolean(),
      earlierActsStand: z.boolean().exactOptional(),
      reasons: words,
      meeting,
    }),
    run: ({ body }) => ({ type: "decide-recusal", ...body }),
  }),
];

/** What falls with a recused head is confirmed by another. */
const confirming = caseRegister.step("confirm-filing", {
  summary: { zh: "其他负责人确认立案（原批准人回避）", en: "Confirm the filing in the place of a recused head" },
  allow: heads,
  body: reasons,
  run: ({ body }) => ({ type: "confirm-filing", ...body }),
});

/** The investigation, its report and its clock. */
const investigation: readonly Route[] = [
  caseRegister.step("report", {
    summary: { zh: "提交调查终结报告", en: "Hand in the report of the investigation" },
    allow: officers,
    body: z.strictObject({ sha256, complex: z.boolean(), suspectedCrime: z.boolean(), summary: words }),
    facts: async ({ id, runtime }) => ({ certificates: await certificatesIn(id, runtime) }),
    run: ({ body, facts }) => ({ type: "report", ...body, ...officersTold(facts.certificates) }),
  }),
  caseRegister.step("note-paper", {
    summary: { zh: "文书归入案卷", en: "Put a paper on file" },
    allow: officers,
    body: z.strictObject({
      paper: z.strictObject({ kind: z.enum(casePapers), party: partyId.exactOptional(), reference: line }),
    }),
    run: ({ body }) => ({ type: "note-paper", ...body }),
  }),
  caseRegister.step("suspend", {
    summary: { zh: "中止案件", en: "Suspend the case" },
    allow: heads,
    body: z.strictObject({ ground: z.enum(suspensionGrounds), reasons: words }),
    run: ({ body }) => ({ type: "suspend", ...body }),
  }),
  caseRegister.step("resume", {
    summary: { zh: "恢复办理", en: "Resume the case" },
    allow: heads,
    body: reasons,
    run: ({ body }) => ({ type: "resume", ...body }),
  }),
];

/** How a case ends. */
const endings: readonly Route[] = [
  caseRegister.step("withdraw", {
    summary: { zh: "撤案", en: "Withdraw the filing" },
    allow: heads,
    body: z.strictObject({ ground: z.enum(withdrawalGrounds), reasons: words }),
    run: ({ body }) => ({ type: "withdraw", ...body }),
  }),
  caseRegister.step("stop", {
    summary: { zh: "终止案件", en: "Stop the case" },
    allow: heads,
    body: z.strictObject({ ground: z.enum(stopGrounds), reasons: words }),
    facts: ({ id, runtime }) => powersOf(id, runtime),
    run: ({ body, facts }) => ({ type: "stop", ...body, ...powersTold(facts.powers, facts.settlements) }),
  }),
  caseRegister.step("transfer-organ", {
    summary: { zh: "移送有管辖权的机关", en: "Transfer to the competent organ" },
    allow: heads,
    body: z.strictObject({ organ: line, letter: line, reasons: words }),
    run: ({ body }) => ({ type: "transfer-organ", ...body }),
  }),
  caseRegister.step("return-from-organ", {
    summary: { zh: "登记其他机关退回", en: "The other organ gave it back" },
    allow: officers,
    body: z.strictObject({ on: date, document: line }),
    run: ({ body }) => ({ type: "return-from-organ", ...body }),
  }),
  caseRegister.step("close", {
    summary: { zh: "结案（案卷齐全）", en: "Close the case, its file complete" },
    allow: heads,
    body: z.strictObject({ report: sha256 }),
    run: ({ body }) => ({ type: "close", ...body }),
  }),
  caseRegister.step("reopen", {
    summary: { zh: "重新办理", en: "Take the case up again" },
    allow: heads,
    body: z.strictObject({ ground: z.enum(["overturned", "ended-wrongly"]), document: line, reasons: words }),
    run: ({ body }) => ({ type: "reopen", ...body }),
  }),
];

/** CF-27a: to the police and back. */
const police: readonly Route[] = [
  caseRegister.step("propose-transfer", {
    summary: { zh: "专案组提请移送公安机关", en: "The special team proposes a transfer to the police" },
    allow: officers,
    body: z.strictObject({ team: z.array(person).max(20), report: sha256, reasons: words }),
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
    allow: officers,
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
    allow: officers,
    body: z.strictObject({ filed: z.boolean(), on: date, document: line }),
    run: ({ body }) => ({ type: "police-answer", ...body }),
  }),
  caseRegister.step("hand-goods-to-police", {
    summary: { zh: "移交涉案财物和材料", en: "Hand goods and papers to the police" },
    allow: officers,
    body: z.strictObject({ on: date, receipt: line }),
    run: ({ body }) => ({ type: "hand-goods-to-police", ...body }),
  }),
  caseRegister.step("return-from-police", {
    summary: { zh: "登记公安机关退回", en: "The police gave it back" },
    allow: officers,
    body: z.strictObject({ on: date, document: line }),
    run: ({ body }) => ({ type: "return-from-police", ...body }),
  }),
];

/** The id of a case split off: the same split asked for again meets the first. */
const splitId = (id: string, parties: readonly string[], acts: readonly string[]) =>
  digestOf(`split|${id}|${[...parties].toSorted().join()}|${[...acts].toSorted().join()}`)
    .slice(0, 20)
    .toUpperCase();

/** CF-29c: two cases in one commit. */
const together: readonly Route[] = [
  caseRegister.step("merge", {
    summary: { zh: "并入另一案件", en: "Merge it into another case" },
    allow: heads,
    body: z.strictObject({ into: caseId, because: z.enum(["same-party", "linked-acts"]), reasons: words }),
    facts: ({ id, body }) => ({ own: factReference(penaltyCase, id), target: factReference(penaltyCase, body.into) }),
    run: ({ id, body, facts }) => ({ type: "merge", ...body, target: body.into === id ? undefined : facts.target }),
    others: {
      members: ({ id, body }) => ({ target: member(penaltyCase, body.into === id ? `${id}-` : body.into) }),
      commands: ({ id, facts }) => ({ target: { type: "take-in" as const, from: id, taken: facts.own } }),
    },
    tries: () => [],
  }),
  caseRegister.step("split", {
    summary: { zh: "分案", en: "Split parties or acts off into a case of their own" },
    allow: heads,
    body: z.strictObject({
      parties: z.array(partyId).max(20),
      acts: z.array(actId).max(20),
      reasons: words,
    }),
    facts: async ({ id, runtime }) => ({
      own: factReference(penaltyCase, id),
      ...(await powersOf(id, runtime)),
      certificates: await certificatesIn(id, runtime),
    }),
    run: ({ id, body }) => ({ type: "split", ...body, into: splitId(id, body.parties, body.acts) }),
    others: {
      members: ({ id, body }) => ({
        fresh: member(penaltyCase, splitId(id, body.parties, body.acts), { expects: "new" }),
      }),
      commands: ({ id, body, facts: { own, powers, settlements, certificates } }) => ({
        fresh: {
          type: "begin-split" as const,
          from: id,
          whole: own,
          parties: body.parties,
          acts: body.acts,
          ...powersTold(powers, settlements),
          ...officersTold(certificates),
        },
      }),
    },
    tries: () => [],
  }),
];

export const caseSteps: readonly Route[] = [
  ...filing,
  ...people,
  confirming,
  ...investigation,
  ...endings,
  ...police,
  ...together,
];
