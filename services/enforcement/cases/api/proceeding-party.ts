import * as z from "zod";
import { postedSchema } from "../../../../shared/calendar/index.ts";
import { present } from "../../../../shared/decider/index.ts";
import { fileDigest } from "../../../../shared/files/digest.ts";
import type { Route } from "../../../../shared/http/index.ts";
import { documentKind, partyKey } from "../../../../shared/parties/index.ts";
import { recusalGrounds } from "../../../../shared/people/index.ts";
import { member } from "../../../../shared/store/index.ts";
import { lineOf, personOrBodyName } from "../../../../shared/text/index.ts";
import type { Role } from "../../../../shared/town/roles.ts";
import { mandateId } from "../domain/mandate/id.ts";
import { mandate } from "../domain/mandate/mandate.ts";
import { agentKinds, extents } from "../domain/proceeding/representation.ts";
import { knownFacts, knownOf, placeOf } from "./proceeding-facts.ts";
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
      // Who speaks for the party today says the proceeding.
      commands: ({ id, body }) => ({
        case: { type: "ask-recusal" as const, ...body, spokenFor: placeOf(id).party },
      }),
    },
  }),
  proceedings.step("appoint-agent", {
    summary: {
      zh: "委托代理人（授权委托书）；登记监护人",
      en: "Appoint an agent, by a signed paper; or record a guardian",
    },
    allow: speakers,
    body: z.strictObject({
      name: personOrBodyName,
      kind: z.enum(agentKinds),
      document: documentKind.exactOptional(),
      idNumber: lineOf(40, 5),
      extent: z.enum(extents),
      from: z.iso.date().exactOptional(),
      until: z.iso.date().exactOptional(),
      proof: fileDigest,
    }),
    facts: (asking) => knownFacts(asking),
    run: ({ body: { document, idNumber, ...body }, facts, runtime }) => ({
      type: "appoint-agent",
      ...body,
      key: partyKey(runtime.keyed, { idNumber, ...present({ document }) }),
      case: knownOf(facts).case,
    }),
    others: {
      members: ({ body: { document, idNumber }, runtime }) => {
        const key = partyKey(runtime.keyed, { idNumber, ...present({ document }) });
        return { mandate: [member(mandate, mandateId(runtime.keyed, key), { expects: "either" })] };
      },
      commands: ({ id }) => ({ mandate: [{ type: "note" as const, proceeding: id }] }),
    },
  }),
  proceedings.step("end-agent", {
    summary: { zh: "终止委托", en: "End an appointment" },
    allow: speakers,
    body: z.strictObject({ agent: lineOf(20), paper: fileDigest.exactOptional() }),
    facts: (asking) => knownFacts(asking),
    run: ({ body, facts }) => ({ type: "end-agent", ...body, case: knownOf(facts).case }),
    tries: ({ state }) =>
      (state?.agents ?? []).flatMap(({ id, endedOn }) => (endedOn === undefined ? [{ agent: id }] : [])),
  }),
];
