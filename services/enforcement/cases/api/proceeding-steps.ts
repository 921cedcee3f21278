import * as z from "zod";
import { todayIn } from "../../../../shared/calendar/index.ts";
import { fileDigest } from "../../../../shared/files/digest.ts";
import type { Route } from "../../../../shared/http/index.ts";
import { strictUscc } from "../../../../shared/identity-codes/index.ts";
import { partyKey } from "../../../../shared/parties/index.ts";
import type { Runtime } from "../../../../shared/service/index.ts";
import { lineOf, personOrBodyName } from "../../../../shared/text/index.ts";
import { caseOfficers, empoweredHeads } from "../../common/api/roles.ts";
import { noPenaltyGrounds, outcomes, remedyEffects, stopGrounds } from "../domain/proceeding/proceeding.ts";
import { groundFacts, groundsOf, knownFacts, knownOf } from "./proceeding-facts.ts";
import { type ActsCharged, actsCharged, caseOf, keptOf, noteFor, noting, recordsOf } from "./proceeding-noting.ts";
import { amounts, chargeBody, paper, words } from "./proceeding-schema.ts";
import { proceedings } from "./proceedings.ts";

const date = z.iso.date();
const nothing = z.strictObject({});

/** What officers of the case do up to the notice. */
const preparing: readonly Route[] = [
  proceedings.step("charge", {
    summary: {
      zh: "提出违法事实、证据、依据和处理建议（另一名执法人员签署后有效）",
      en: "Propose charges with their evidence, law and sums; another officer signs them",
    },
    allow: caseOfficers,
    body: z.strictObject({
      charges: z.array(chargeBody).min(1).max(20),
      cause: z.enum(["defence", "new-facts", "legal-review", "own-review"]).exactOptional(),
    }),
    facts: ({ body, ...asking }) =>
      groundFacts(
        asking,
        body.charges.flatMap(({ code, competing }) => [code, ...competing]),
      ),
    run: ({ body, facts }) => ({ type: "charge", ...body, ...groundsOf(facts) }),
  }),
  proceedings.step("countersign", {
    summary: { zh: "另一名执法人员签署处理建议", en: "Sign the charges as the other officer" },
    allow: caseOfficers,
    body: nothing,
    facts: (asking) => knownFacts(asking),
    run: ({ facts }) => ({ type: "countersign", ...knownOf(facts) }),
  }),
  proceedings.step("notify", {
    summary: { zh: "拟制行政处罚事先告知书", en: "Draw up the prior notice" },
    allow: caseOfficers,
    body: nothing,
    facts: (asking) => groundFacts(asking),
    run: ({ facts }) => ({ type: "notify", ...groundsOf(facts) }),
  }),
  proceedings.step("issue-notice", {
    summary: { zh: "另一名执法人员签发事先告知书", en: "Issue the prior notice as the other officer" },
    allow: caseOfficers,
    body: nothing,
    facts: (asking) => knownFacts(asking),
    run: ({ facts }) => ({ type: "issue-notice", ...knownOf(facts) }),
    others: noting({ status: "noticed", paper: "prior-notice" }),
  }),
];

/** What is done with what the party said. */
const weighing: readonly Route[] = [
  proceedings.step("review-defence", {
    summary: { zh: "逐项复核陈述、申辩（书面，说明理由）", en: "Answer each point of the defence, with reasons" },
    allow: caseOfficers,
    body: z.strictObject({
      answers: z
        .array(
          z.strictObject({ statement: lineOf(20), point: z.int().min(0).max(200), taken: z.boolean(), reasons: words }),
        )
        .min(1)
        .max(200),
    }),
    facts: (asking) => knownFacts(asking),
    run: ({ body, facts }) => ({ type: "review-defence", ...body, ...knownOf(facts) }),
  }),
  proceedings.step("ask-counsel", {
    summary: { zh: "征求法律顾问意见", en: "Ask the town's counsel" },
    allow: caseOfficers,
    body: z.strictObject({ counsel: lineOf(60) }),
    facts: (asking) => knownFacts(asking),
    run: ({ body, facts }) => ({ type: "ask-counsel", ...body, ...knownOf(facts) }),
  }),
  proceedings.step("note-counsel", {
    summary: { zh: "登记法律顾问意见", en: "Record the counsel's opinion" },
    allow: caseOfficers,
    body: z.strictObject({ opinion: fileDigest }),
    facts: (asking) => knownFacts(asking),
    run: ({ body, facts }) => ({ type: "note-counsel", ...body, ...knownOf(facts) }),
  }),
  proceedings.step("legal-review", {
    summary: {
      zh: "法制审核（有资格且未办理本案的人员）",
      en: "Legal review by a qualified reviewer who did not handle the case",
    },
    allow: ["legal-reviewer"],
    body: z.strictObject({ conclusion: z.enum(["agreed", "to-correct", "rejected"]), opinion: words }),
    facts: (asking) => knownFacts(asking),
    run: ({ body, facts }) => ({ type: "legal-review", ...body, ...knownOf(facts) }),
  }),
  proceedings.step("discuss", {
    summary: { zh: "登记负责人集体讨论", en: "Record the discussion of the leaders" },
    allow: empoweredHeads,
    body: z.strictObject({
      members: z.array(lineOf(100)).min(1).max(30),
      agreedOn: z.enum([...outcomes, "none"]),
      minutes: fileDigest,
      on: date,
    }),
    facts: ({ body, ...asking }) => knownFacts(asking, body.members),
    run: ({ body, facts }) => ({ type: "discuss", ...body, ...knownOf(facts) }),
  }),
];

const deciding: readonly Route[] = [
  proceedings.step("decide", {
    summary: {
      zh: "作出决定：处罚、不予处罚或者违法事实不能成立（缺少步骤的，列明全部步骤）",
      en: "Punish, do not punish, or find it not proved; a step that is missing is named with all others",
    },
    allow: empoweredHeads,
    body: z.strictObject({
      outcome: z.enum(outcomes),
      ground: z.enum(noPenaltyGrounds).exactOptional(),
      reasons: words,
      performance: z
        .strictObject({ how: words, bank: lineOf(200).exactOptional(), surcharge: z.boolean().exactOptional() })
        .exactOptional(),
      hearingRecord: fileDigest.exactOptional(),
      lettingOff: z
        .strictObject({ checkedOn: date, educatedOn: date, promise: fileDigest.exactOptional() })
        .exactOptional(),
      guardian: words.exactOptional(),
    }),
    learn: actsCharged,
    learnsFromTable: true,
    facts: (asking) => groundFacts(asking),
    run: ({ body, facts }) => ({ type: "decide", ...body, ...groundsOf(facts) }),
    others: {
      // A decision that neither punishes nor lets off leaves the register as it is.
      members: ({ learnt, body, ...asked }) => ({
        case: caseOf(asked),
        records: keptOf(body) === undefined ? [] : recordsOf(learnt),
      }),
      commands: ({ body, learnt, ...asked }) => {
        const { outcome } = body;
        const kept = keptOf(body);
        const decidedOn = todayIn(asked.runtime.clock()).toString();
        return {
          case: noteFor(asked, {
            status: "decided",
            outcome,
            paper: outcome === "punish" ? "penalty-decision" : "no-penalty-decision",
          }),
          records:
            kept === undefined
              ? []
              : (learnt ?? []).map(({ code, actOn }) => ({
                  type: "record" as const,
                  ...{ of: asked.id, code, actOn, decidedOn, outcome: kept },
                })),
        };
      },
    },
  }),
  proceedings.step("stop", {
    summary: { zh: "终止对该当事人的处理（说明理由）", en: "Stop the proceeding against this party, for reasons" },
    allow: empoweredHeads,
    body: z.strictObject({ ground: z.enum(stopGrounds), reasons: words }),
    facts: (asking) => knownFacts(asking),
    run: ({ body, facts }) => ({ type: "stop", ...body, ...knownOf(facts) }),
    others: noting({ status: "stopped", outcome: "stopped", paper: "stop-decision" }),
  }),
];

const remedyBody = z.strictObject({ kind: z.enum(["review", "suit"]), document: paper, filedOn: date });
const fallen = { amounts: amounts.exactOptional(), anew: z.boolean().exactOptional() };

/** What becomes of a decision. One that falls is struck from the register of earlier penalties, and its case is told. */
const afterwards: readonly Route[] = [
  proceedings.step("note-remedy", {
    summary: { zh: "登记行政复议或者行政诉讼", en: "Record a review or a suit against the decision" },
    allow: ["officer", "squad-leader", "legal-reviewer", "leader"],
    body: remedyBody,
    run: ({ body }) => ({ type: "note-remedy", ...body }),
  }),
  proceedings.step("end-remedy", {
    summary: {
      zh: "登记复议、诉讼的结果及其对决定的影响",
      en: "Record how a review or a suit ended, and what it makes of the decision",
    },
    allow: ["legal-reviewer", ...empoweredHeads],
    body: z.strictObject({ remedy: lineOf(20), effect: z.enum(remedyEffects), document: paper, ...fallen }),
    learn: actsCharged,
    learnsFromTable: true,
    facts: (asking) => knownFacts(asking),
    run: ({ body, facts }) => ({ type: "end-remedy", ...body, ...knownOf(facts) }),
    others: {
      members: ({ body, learnt, id }) => fallingOf(id, body.effect, learnt),
      commands: ({ body, learnt, ...asked }) => toldFalling(asked, body.effect, learnt),
    },
  }),
  proceedings.step("overturn", {
    summary: {
      zh: "自行变更、撤销或者确认无效（负责人，说明理由）",
      en: "Change, revoke or declare void, by the head and for reasons",
    },
    allow: empoweredHeads,
    body: z.strictObject({
      how: z.enum(["changed", "revoked", "void"]),
      by: z.enum(["own", "superior"]),
      document: paper,
      reasons: words,
      ...fallen,
    }),
    learn: actsCharged,
    learnsFromTable: true,
    facts: (asking) => knownFacts(asking),
    run: ({ body, facts }) => ({ type: "overturn", ...body, ...knownOf(facts) }),
    others: {
      members: ({ body, learnt, id }) => fallingOf(id, body.how, learnt),
      commands: ({ body, learnt, ...asked }) => toldFalling(asked, body.how, learnt),
    },
  }),
  proceedings.step("begin-anew", {
    summary: { zh: "按照撤销文书重新处理", en: "Begin anew, as the paper that revoked the decision orders" },
    allow: empoweredHeads,
    body: nothing,
    facts: (asking) => knownFacts(asking),
    run: ({ facts }) => ({ type: "begin-anew", ...knownOf(facts) }),
    others: noting({ status: "open" }),
  }),
  proceedings.step("perform", {
    summary: { zh: "登记履行情况", en: "Record what the party has done" },
    allow: caseOfficers,
    body: z.strictObject({
      performed: z.strictObject({ what: z.enum(["fine", "confiscation", "order", "other"]), on: date }),
      proof: fileDigest,
    }),
    facts: (asking) => knownFacts(asking),
    run: ({ body, facts }) => ({ type: "perform", ...body, ...knownOf(facts) }),
    others: noting({ status: "in-effect", paper: "performance-proof" }),
  }),
  proceedings.step("end", {
    summary: { zh: "履行完毕或者终结执行", en: "End it: all is done, or the head has ended the enforcement" },
    allow: [...caseOfficers, "leader", "approver"],
    body: z.strictObject({ ground: z.enum(["performed", "enforcement-ended"]), reasons: words.exactOptional() }),
    facts: (asking) => knownFacts(asking),
    run: ({ body, facts }) => ({ type: "end", ...body, ...knownOf(facts) }),
    others: noting({ status: "ended" }),
  }),
  proceedings.step("succeed", {
    summary: {
      zh: "当事人更名或者合并，由承受者继续",
      en: "The party has another name, or was merged into another body",
    },
    allow: caseOfficers,
    body: z.strictObject({
      how: z.enum(["renamed", "merged"]),
      name: personOrBodyName,
      address: lineOf(200).exactOptional(),
      idNumber: strictUscc.exactOptional(),
      document: paper,
    }),
    facts: (asking) => knownFacts(asking),
    run: ({ body: { idNumber, ...body }, facts, runtime }) => ({
      type: "succeed",
      ...body,
      ...(idNumber === undefined ? {} : { key: partyKey(runtime.keyed, { idNumber }) }),
      ...knownOf(facts),
    }),
  }),
];

const isFalling = (how: string): how is "revoked" | "void" => how === "revoked" || how === "void";

const inRegister = (acts: ActsCharged | undefined) => (acts ?? []).filter(({ kept }) => kept);

const fallingOf = (id: string, how: string, acts: ActsCharged | undefined) =>
  isFalling(how) ? { cases: [caseOf({ id })], records: recordsOf(inRegister(acts)) } : { cases: [], records: [] };

const toldFalling = (
  asked: { readonly id: string; readonly runtime: Runtime },
  how: string,
  acts: ActsCharged | undefined,
) =>
  isFalling(how)
    ? {
        cases: [noteFor(asked, { status: how })],
        records: inRegister(acts).map(() => ({ type: "strike" as const, of: asked.id })),
      }
    : { cases: [], records: [] };

/** The steps of officers, reviewers and heads. */
export const proceedingSteps: readonly Route[] = [...preparing, ...weighing, ...deciding, ...afterwards];
