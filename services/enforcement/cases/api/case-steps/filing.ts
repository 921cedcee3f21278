import * as z from "zod";
import type { Route } from "../../../../../shared/http/index.ts";
import { partyKey } from "../../../../../shared/parties/index.ts";
import { lineOf } from "../../../../../shared/text/index.ts";
import { caseOfficers, organHeads } from "../../../common/api/roles.ts";
import { dismissalGrounds } from "../../domain/case/case.ts";
import {
  actBody,
  actId,
  actsBody,
  elsewhereBody,
  line,
  partiesBody,
  partyBody,
  partyId,
  partyOf,
  words,
} from "../case-bodies.ts";
import { caseRegister, certificatesIn, officersTold, powersOf, powersTold } from "../case-register.ts";
import { listedIn, penaltiesOf } from "../penalties.ts";

const meeting = line.exactOptional();

/** Filing, and what joins a case. */
export const filingSteps: readonly Route[] = [
  caseRegister.step("approve", {
    summary: { zh: "批准立案", en: "File the case" },
    allow: organHeads,
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
    allow: organHeads,
    body: z.strictObject({ ground: z.enum(dismissalGrounds), reasons: words }),
    run: ({ body }) => ({ type: "dismiss", ...body }),
  }),
  caseRegister.step("correct", {
    summary: { zh: "立案前补正", en: "Put the proposal right before the filing" },
    allow: caseOfficers,
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
    allow: organHeads,
    body: z.strictObject({ reasons: words, meeting }),
    run: ({ body }) => ({ type: "extend", ...body }),
  }),
  caseRegister.step("add-act", {
    summary: { zh: "增加违法行为", en: "Add an act" },
    allow: caseOfficers,
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
    allow: caseOfficers,
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
    allow: caseOfficers,
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
