import * as z from "zod";
import { postedSchema } from "../../../../shared/calendar/index.ts";
import { fileDigest } from "../../../../shared/files/digest.ts";
import type { Route } from "../../../../shared/http/index.ts";
import { recusalGrounds } from "../../../../shared/people/index.ts";
import { lineOf } from "../../../../shared/text/index.ts";
import type { Role } from "../../../../shared/town/roles.ts";
import { knownFacts, knownOf } from "./proceeding-facts.ts";
import { caseOf } from "./proceeding-noting.ts";
import { rights, words } from "./proceeding-schema.ts";
import { proceedings } from "./proceedings.ts";

/** The party by his login; the counter or an officer of the case with the paper that shows it. */
const speakers = ["resident", "clerk", "officer", "squad-leader"] as const satisfies readonly Role[];
const sent = { paper: fileDigest.exactOptional(), posted: postedSchema.exactOptional() };

/** What the party does for himself (CF-45, CF-63). */
export const partySteps: readonly Route[] = [
  proceedings.step("state-defence", {
    summary: { zh: "陈述、申辩（逐项）", en: "State a defence, point by point" },
    allow: speakers,
    body: z.strictObject({ points: z.array(words).min(1).max(50), ...sent }),
    facts: (asking) => knownFacts(asking),
    run: ({ body, facts }) => ({ type: "state-defence", ...body, case: knownOf(facts).case }),
  }),
  proceedings.step("waive", {
    summary: { zh: "明确放弃陈述、申辩或者听证", en: "Give up the defence or the hearing, expressly" },
    allow: speakers,
    body: z.strictObject({ rights, paper: fileDigest.exactOptional() }),
    facts: (asking) => knownFacts(asking),
    run: ({ body, facts }) => ({ type: "waive", ...body, case: knownOf(facts).case }),
  }),
  proceedings.step("request-hearing", {
    summary: {
      zh: "要求听证（送达告知书后五个工作日内，免费）",
      en: "Ask for a hearing within five working days of the notice; it is free",
    },
    allow: speakers,
    body: z.strictObject(sent),
    facts: (asking) => knownFacts(asking),
    run: ({ body, facts }) => ({ type: "request-hearing", ...body, case: knownOf(facts).case }),
  }),
  proceedings.step("ask-recusal", {
    summary: {
      zh: "申请办案人员、审核人员或者听证主持人回避",
      en: "Ask that an officer, reviewer or chair be kept out of the case",
    },
    allow: ["resident"],
    body: z.strictObject({ person: lineOf(100), ground: z.enum(recusalGrounds), reasons: words }),
    run: ({ body }) => ({ type: "ask-recusal", ...body }),
    others: {
      members: (asked) => ({ case: caseOf(asked) }),
      commands: ({ body }) => ({ case: { type: "ask-recusal" as const, ...body } }),
    },
  }),
];
