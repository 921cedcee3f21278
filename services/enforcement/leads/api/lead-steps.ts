import * as z from "zod";
import { present } from "../../../../shared/decider/index.ts";
import { fileDigest } from "../../../../shared/files/digest.ts";
import { forReason, type Route, showingPerson } from "../../../../shared/http/index.ts";
import { certificatesOf, type Runtime } from "../../../../shared/service/index.ts";
import { sha256 as digestOf, factReferences, member } from "../../../../shared/store/index.ts";
import { domainCode, lineOf } from "../../../../shared/text/index.ts";
import { penaltyCase } from "../../cases/domain/case/decider.ts";
import {
  actBody,
  elsewhereBody,
  listedIn,
  officersTold,
  partiesBody,
  partyOf,
  penaltiesOf,
} from "../../cases/index.ts";
import { caseOfficers, empoweredHeads } from "../../common/api/roles.ts";
import { knownOfficer } from "../../common/domain/known-power.ts";
import { lead } from "../domain/decider.ts";
import { type Lead, leadDismissalGrounds, leadFindings, leadTransferGrounds } from "../domain/lead.ts";
import { date, leads, penaltyCode, place, words } from "./leads.ts";

const person = lineOf(100);
const reasons = z.strictObject({ reasons: words });
const intoBody = z.strictObject({ kind: z.enum(["lead", "case"]), id: lineOf(60) });
type Into = z.output<typeof intoBody>;

/** The case to which a lead leads: asked again it is the same. */
const caseIdOf = (id: string) => digestOf(`lead|${id}`).slice(0, 20).toUpperCase();

const stateOf = async ({ id, runtime }: { readonly id: string; readonly runtime: Runtime }) => {
  const state = (await runtime.store.load(lead, id))?.state;
  return state === undefined ? undefined : { state };
};

/** CF-36a: the acts that the lead told of were discovered when it was known; what began later, when it began. */
const discovered = ({ discoveredOn }: Lead, from: string) => (from > discoveredOn ? from : discoveredOn);
/** CF-54a: the first receipt. */
const receiptOf = ({ fileBy, receivedOn }: Lead) => fileBy?.start ?? receivedOn;

const otherLead = (id: string, into: Into) => (into.kind === "lead" && into.id !== id ? [into.id] : []);

/** What becomes of a lead, step by step. */
export const leadSteps: readonly Route[] = [
  leads.step("verify", {
    summary: {
      zh: "现场核查（两名执法人员，由另一人签字）",
      en: "Check it at the place, two officers; the other one signs",
    },
    allow: caseOfficers,
    body: z.strictObject({
      with: z.array(person).min(1).max(10),
      checkedOn: date,
      finding: z.enum(leadFindings),
      suspectedCrime: z.boolean().default(false),
      domain: domainCode.exactOptional(),
      item: penaltyCode.exactOptional(),
      place: place.exactOptional(),
      address: lineOf(200, 2).exactOptional(),
      notes: words,
      files: z.array(fileDigest).max(30).default([]),
    }),
    facts: async ({ body, actor, runtime }) => ({
      officers: await certificatesOf(knownOfficer, [actor.sub, ...body.with], runtime),
    }),
    run: ({ body, facts }) => ({ type: "verify", ...body, ...officersTold(facts.officers) }),
  }),
  leads.bare("countersign", {
    summary: { zh: "另一名执法人员签字", en: "Sign the check as the other officer" },
    allow: caseOfficers,
    command: { type: "countersign" },
  }),
  leads.step("propose", {
    summary: { zh: "提请立案（与案件同时生成）", en: "Propose to file a case, made together with this step" },
    allow: caseOfficers,
    body: z.strictObject({
      acts: z
        .array(actBody.omit({ discoveredOn: true }))
        .min(1)
        .max(20),
      parties: partiesBody,
      investigators: z.array(person).min(1).max(20),
      elsewhere: elsewhereBody.exactOptional(),
    }),
    learn: stateOf,
    learnsFromTable: true,
    facts: async ({ body, runtime }) => ({
      penalties: penaltiesOf(body.acts.map(({ code }) => code)),
      certificates: await certificatesOf(knownOfficer, body.investigators, runtime),
    }),
    run: ({ id }) => ({ type: "propose", case: caseIdOf(id) }),
    others: {
      members: ({ id, learnt }) => ({
        cases: learnt === undefined ? [] : [member(penaltyCase, caseIdOf(id), { expects: "new" })],
      }),
      commands: ({ id, body, learnt, facts, runtime }) => ({
        cases:
          learnt === undefined
            ? []
            : [
                {
                  type: "propose" as const,
                  acts: body.acts.map((act) => ({ ...act, discoveredOn: discovered(learnt.state, act.from) })),
                  listed: listedIn(facts.penalties),
                  parties: body.parties.map((one) => partyOf(one, runtime.keyed)),
                  investigators: body.investigators,
                  source: { kind: "lead" as const, id, receivedOn: receiptOf(learnt.state) },
                  ...present({ elsewhere: body.elsewhere }),
                  ...officersTold(facts.certificates),
                },
              ],
      }),
    },
  }),
  leads.step("dismiss", {
    summary: { zh: "不予立案（说明理由，告知来源）", en: "File nothing, for reasons that the source is told" },
    allow: [...empoweredHeads, "supervisor"],
    body: z.strictObject({ ground: z.enum(leadDismissalGrounds), reasons: words }),
    run: ({ body }) => ({ type: "dismiss", ...body }),
  }),
  leads.step("transfer", {
    summary: {
      zh: "移送有管辖权的机关或者公安机关",
      en: "Hand it over to the organ that has the power, or to the police",
    },
    allow: empoweredHeads,
    body: z.strictObject({
      to: z.enum(["organ", "police"]),
      organ: lineOf(100, 2),
      ground: z.enum(leadTransferGrounds),
      reasons: words,
    }),
    run: ({ body }) => ({ type: "transfer", ...body }),
  }),
  leads.step("join", {
    summary: {
      zh: "并入已有线索或者案件（重复线索）",
      en: "Join it to the lead or the case that deals with the same matter",
    },
    allow: [...empoweredHeads, "supervisor"],
    body: z.strictObject({ into: intoBody, reasons: words }),
    learn: stateOf,
    learnsFromTable: true,
    facts: ({ id, body: { into } }) => ({
      leads: factReferences(lead, otherLead(id, into)),
      cases: factReferences(penaltyCase, into.kind === "case" ? [into.id] : []),
    }),
    run: ({ id, body, facts }) => ({ type: "join", id, ...body, target: facts.leads[0] ?? facts.cases[0] }),
    others: {
      members: ({ id, body }) => ({
        leads: otherLead(id, body.into).map((one) => member(lead, one, { expects: "either" })),
      }),
      commands: ({ id, body, learnt }) => ({
        leads: otherLead(id, body.into).flatMap(() => {
          if (learnt === undefined) return [];
          const { discoveredOn } = learnt.state;
          return [{ type: "take-in" as const, from: id, discoveredOn, receivedOn: receiptOf(learnt.state) }];
        }),
      }),
    },
  }),
  leads.step("answer", {
    summary: {
      zh: "答复对执法行为的投诉（审查、纠正）",
      en: "Answer a complaint about an enforcement act: examined, and put right",
    },
    allow: ["leader", "supervisor"],
    body: z.strictObject({ corrected: z.boolean(), reasons: words }),
    run: ({ body }) => ({ type: "answer", ...body }),
  }),
  leads.step("extend", {
    summary: {
      zh: "延长立案期限（须有领域规定）",
      en: "Extend the filing term, where the rule of the domain allows it",
    },
    allow: ["approver", "leader"],
    body: reasons,
    run: ({ body }) => ({ type: "extend", ...body }),
  }),
  leads.step("informant", {
    summary: { zh: "为办理查看线索提供人（须说明理由，留痕）", en: "Who informs, for a reason, on record" },
    allow: [...empoweredHeads, "supervisor"],
    body: forReason,
    run: ({ body }) => ({ type: "informant", ...body }),
    answers: showingPerson("informant", ({ informant }: Lead) => informant),
  }),
];
