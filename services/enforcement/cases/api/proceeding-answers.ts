import * as z from "zod";
import { reviewProcedures } from "../../../../shared/case-rules/review-terms.ts";
import { fileDigest } from "../../../../shared/files/digest.ts";
import type { Route } from "../../../../shared/http/index.ts";
import { lineOf } from "../../../../shared/text/index.ts";
import { knownFacts, knownOf } from "./proceeding-facts.ts";
import { paper } from "./proceeding-schema.ts";
import { proceedings } from "./proceedings.ts";

const date = z.iso.date();

/** FY-48: the review of a decision asks the town for an answer. */
export const answerSteps: readonly Route[] = [
  proceedings.step("note-answer-asked", {
    summary: {
      zh: "登记复议机关的答复通知（受理日、收到日、程序）",
      en: "Record that the organ of review asks for an answer",
    },
    allow: ["officer", "squad-leader", "legal-reviewer", "leader"],
    body: z.strictObject({
      remedy: lineOf(20),
      procedure: z.enum(reviewProcedures),
      admittedOn: date,
      receivedOn: date,
      document: paper,
    }),
    run: ({ body }) => ({ type: "note-answer-asked", ...body }),
  }),
  proceedings.step("answer-review", {
    summary: {
      zh: "提交书面答复和作出决定的证据（十个工作日，简易程序五个）",
      en: "Answer a review in writing, with the evidence of the decision, in ten working days (simplified: five)",
    },
    allow: ["officer", "squad-leader", "legal-reviewer", "leader"],
    body: z.strictObject({ remedy: lineOf(20), answer: fileDigest, evidence: z.array(lineOf(60)).max(200) }),
    facts: (asking) => knownFacts(asking),
    run: ({ body, facts }) => ({ type: "answer-review", ...body, ...knownOf(facts) }),
  }),
];
