import * as z from "zod";
import { todayIn } from "../../../../shared/calendar/index.ts";
import { fileDigest } from "../../../../shared/files/digest.ts";
import type { Route } from "../../../../shared/http/index.ts";
import { certificatesOf } from "../../../../shared/service/index.ts";
import { factReferences, member } from "../../../../shared/store/index.ts";
import { lineOf, personOrBodyName } from "../../../../shared/text/index.ts";
import { penaltyCase } from "../../cases/domain/case/decider.ts";
import { proceeding } from "../../cases/domain/proceeding/decider.ts";
import { knownOfficer } from "../../common/domain/known-power.ts";
import { attendances, wasHeard } from "../domain/hearing.ts";
import {
  caseOf,
  chairs,
  person,
  place,
  proceedingsOf,
  recordingBody,
  speakersToday,
  speaking,
  stateOf,
  words,
} from "./hearing-known.ts";
import { hearings } from "./hearings.ts";

const attended = z.strictObject({
  party: place,
  how: z.enum(attendances),
  agents: z
    .array(z.strictObject({ name: personOrBodyName, authority: fileDigest, agent: lineOf(20).exactOptional() }))
    .max(5)
    .default([]),
});
const signature = z.strictObject({
  party: place,
  how: z.enum(["signed", "refused"]),
  by: personOrBodyName.exactOptional(),
  pages: z.int().min(1).max(500).exactOptional(),
  witness: personOrBodyName.exactOptional(),
});

/** CF-64: what the proceeding of each party is told, in one commit with the hearing. */
export const holdingSteps: readonly Route[] = [
  hearings.step("hold", {
    summary: { zh: "登记听证举行情况（主持人）", en: "Put down how it was held, as its chair" },
    allow: chairs,
    body: z.strictObject({
      attendance: z.array(attended).min(1).max(20),
      investigators: z.array(person).max(20).default([]),
      course: z.strictObject({ evidencePut: z.boolean(), defenceHeard: z.boolean(), readOver: z.boolean() }),
      record: z
        .strictObject({
          ...{ sha256: fileDigest, pages: z.int().min(1).max(500), signatures: z.array(signature).max(20) },
          recording: recordingBody.exactOptional(),
        })
        .exactOptional(),
      newFacts: z.boolean().default(false),
    }),
    learn: stateOf,
    learnsFromTable: true,
    facts: async ({ id, actor, runtime }) => ({
      ...(await caseOf({ id, runtime })),
      ...(await speaking({ id, runtime })),
      certificates: await certificatesOf(knownOfficer, [actor.sub], runtime),
    }),
    run: ({ body, facts, runtime }) => ({
      ...{ type: "hold", ...body, of: facts.of[0] },
      speakers: speakersToday(facts, runtime),
    }),
    others: {
      members: ({ body: { attendance }, learnt }) => ({
        proceedings: proceedingsOf(learnt).map((one) => member(proceeding, one.proceeding)),
        cases:
          learnt !== undefined && attendance.some(({ how }) => isHeard(how))
            ? [member(penaltyCase, learnt.state.case)]
            : [],
      }),
      commands: ({ id, body: { attendance, record }, learnt, facts, actor }) => {
        const on = learnt?.state.plan?.on ?? "";
        const heard = attendance.filter(({ how }) => isHeard(how)).map(({ party }) => party);
        return {
          proceedings: proceedingsOf(learnt).map(({ party, told }) => ({
            type: "note-hearing" as const,
            outcome: {
              how: heard.includes(party) ? ("held" as const) : ("absent" as const),
              ...{ on, chair: actor.sub },
              ...(record === undefined ? {} : { record: record.sha256 }),
            },
            ...(told === undefined ? {} : { noticedOn: told.on }),
            case: facts.of[0],
            officers: facts.certificates.filter((one) => one !== undefined),
          })),
          cases: heard.length === 0 || learnt === undefined ? [] : [paperOf("hearing-record", heard, id, on)],
        };
      },
    },
  }),
  hearings.step("report", {
    summary: { zh: "提交听证报告（主持人）", en: "Hand in the report, as its chair" },
    allow: chairs,
    body: z.strictObject({ sha256: fileDigest, conclusion: words, newFacts: z.boolean() }),
    learn: stateOf,
    learnsFromTable: true,
    facts: async ({ id, runtime }) => {
      const learnt = await stateOf({ id, runtime });
      const heard = proceedingsOf(learnt, wasHeard).map((one) => one.proceeding);
      return { proceedings: factReferences(proceeding, heard) };
    },
    run: ({ body, facts }) => ({
      type: "report",
      ...body,
      proceedings: facts.proceedings.map((one) => one?.status ?? "unknown"),
    }),
    others: {
      members: ({ learnt }) => ({ cases: learnt === undefined ? [] : [member(penaltyCase, learnt.state.case)] }),
      commands: ({ id, learnt, runtime }) => {
        const heard = proceedingsOf(learnt, wasHeard).map(({ party }) => party);
        const on = todayIn(runtime.clock()).toString();
        return { cases: learnt === undefined ? [] : [paperOf("hearing-report", heard, id, on)] };
      },
    },
  }),
  hearings.step("withdraw", {
    summary: {
      zh: "撤回听证要求（当事人、特别授权的代理人，或者凭书面材料代录）",
      en: "Take the request back: the party, who may give it up for him, or staff by his paper",
    },
    allow: ["resident", "clerk", "officer", "squad-leader"],
    body: z.strictObject({ party: place, paper: fileDigest.exactOptional() }),
    learn: stateOf,
    learnsFromTable: true,
    facts: async ({ id, actor, runtime }) => ({
      ...(await caseOf({ id, runtime })),
      ...(await speaking({ id, runtime })),
      certificates: await certificatesOf(knownOfficer, [actor.sub], runtime),
    }),
    run: ({ body, facts, runtime }) => ({ type: "withdraw", ...body, speakers: speakersToday(facts, runtime) }),
    others: {
      members: ({ body, learnt }) => ({
        proceedings: proceedingsOf(learnt, ({ party }) => party === body.party).map((one) =>
          member(proceeding, one.proceeding),
        ),
      }),
      commands: ({ body: { party, paper }, learnt, facts, runtime }) => ({
        proceedings: proceedingsOf(learnt, (one) => one.party === party).map(() => ({
          type: "note-hearing" as const,
          outcome: {
            ...{ how: "withdrawn" as const, on: todayIn(runtime.clock()).toString() },
            ...(paper === undefined ? {} : { record: paper }),
          },
          case: facts.of[0],
          officers: facts.certificates.filter((one) => one !== undefined),
        })),
      }),
    },
  }),
];

const isHeard = (how: (typeof attendances)[number]): boolean => how === "in-person" || how === "by-agent";

/** The paper that the case puts on file for each party who was heard. */
function paperOf(kind: "hearing-record" | "hearing-report", heard: readonly string[], reference: string, on: string) {
  const [party = ""] = heard;
  return {
    ...{ type: "note-proceeding" as const, party, status: "noticed" as const },
    papers: heard.map((one) => ({ kind, party: one, reference, on })),
  };
}
