import * as z from "zod";
import { todayIn } from "../../../../shared/calendar/index.ts";
import { fileDigest } from "../../../../shared/files/digest.ts";
import type { Route } from "../../../../shared/http/index.ts";
import { recusalGrounds } from "../../../../shared/people/index.ts";
import { certificatesOf, type Runtime } from "../../../../shared/service/index.ts";
import { factReferences, member } from "../../../../shared/store/index.ts";
import { lineOf, personOrBodyName, textOf } from "../../../../shared/text/index.ts";
import type { Role } from "../../../../shared/town/roles.ts";
import { penaltyCase } from "../../cases/domain/case/decider.ts";
import { proceeding } from "../../cases/domain/proceeding/decider.ts";
import type { Proceeding } from "../../cases/domain/proceeding/proceeding.ts";
import { speakersOf } from "../../cases/domain/proceeding/representation.ts";
import { empoweredHeads } from "../../common/api/roles.ts";
import { knownOfficer } from "../../common/domain/known-power.ts";
import { hearing } from "../domain/decider.ts";
import { attendances, closedGrounds, type Hearing, openParties, postponeGrounds, wasHeard } from "../domain/hearing.ts";
import { hour } from "./hearing-view.ts";
import { hearings } from "./hearings.ts";

/** Who may be named a chair. */
const chairs = [
  "legal-reviewer",
  "leader",
  "approver",
  "officer",
  "reviewer",
  "clerk",
] as const satisfies readonly Role[];
const date = z.iso.date();
const person = lineOf(100);
const place = z.string().regex(/^P\d{1,3}$/);
const words = textOf(4_000, 2);
/** CF-47a. */
const recordingBody = z.strictObject({
  ...{ sha256: fileDigest, told: z.boolean(), unbroken: z.boolean() },
  gap: lineOf(200, 2).exactOptional(),
});

const stateOf = async ({ id, runtime }: { readonly id: string; readonly runtime: Runtime }) => {
  const state = (await runtime.store.load(hearing, id))?.state;
  return state === undefined ? undefined : { state };
};
type Learnt = Awaited<ReturnType<typeof stateOf>>;

const caseOf = async (asked: { readonly id: string; readonly runtime: Runtime }) => {
  const state = (await stateOf(asked))?.state;
  return { of: factReferences(penaltyCase, state === undefined ? [] : [state.case]) };
};
const proceedingsOf = (learnt: Learnt, keep: (one: Hearing["parties"][number]) => boolean = () => true) =>
  learnt === undefined ? [] : openParties(learnt.state).filter(keep);

/** The proceedings of its parties: each says who speaks for its party today. */
async function speaking(asked: { readonly id: string; readonly runtime: Runtime }) {
  const state = (await stateOf(asked))?.state;
  return { spoken: factReferences(proceeding, state === undefined ? [] : state.parties.map((one) => one.proceeding)) };
}
const speakersToday = ({ spoken }: { readonly spoken: readonly (Proceeding | undefined)[] }, { clock }: Runtime) =>
  spoken.flatMap((one) => (one === undefined ? [] : [speakersOf(one, todayIn(clock()).toString())]));

/** What the steps before the hearing are. */
const before: readonly Route[] = [
  hearings.step("schedule", {
    summary: { zh: "确定听证时间、地点、主持人和记录员", en: "Fix day, hour, place, chair and recorder" },
    allow: empoweredHeads,
    body: z.strictObject({
      on: date,
      at: hour,
      place: lineOf(200, 2),
      closed: z.enum(closedGrounds).exactOptional(),
      chair: person,
      recorder: person,
    }),
    facts: caseOf,
    run: ({ body, facts }) => ({ type: "schedule", ...body, of: facts.of[0] }),
  }),
  hearings.step("note-told", {
    summary: { zh: "登记听证通知的送达", en: "Record that a party was told time and place" },
    allow: ["clerk", "officer", "squad-leader", "legal-reviewer", "leader"],
    body: z.strictObject({ party: place, on: date, how: lineOf(60), proof: fileDigest }),
    run: ({ body }) => ({ type: "note-told", ...body }),
  }),
  hearings.step("postpone", {
    summary: { zh: "有正当理由延期听证", en: "Postpone it for a good reason" },
    allow: [...empoweredHeads, "legal-reviewer"],
    body: z.strictObject({ on: date, at: hour, ground: z.enum(postponeGrounds), reasons: words }),
    run: ({ body }) => ({ type: "postpone", ...body }),
  }),
  hearings.step("ask-recusal", {
    summary: { zh: "申请主持人回避（当事人或者其代理人）", en: "Ask for another chair, as a party or his agent" },
    allow: ["resident"],
    body: z.strictObject({ ground: z.enum(recusalGrounds), reasons: words }),
    facts: speaking,
    run: ({ body, facts, runtime }) => ({ type: "ask-recusal", ...body, speakers: speakersToday(facts, runtime) }),
  }),
  hearings.step("decide-recusal", {
    summary: { zh: "决定主持人是否回避", en: "Decide whether another one chairs it" },
    allow: empoweredHeads,
    body: z.strictObject({ recused: z.boolean(), reasons: words }),
    run: ({ body }) => ({ type: "decide-recusal", ...body }),
  }),
  hearings.step("join", {
    summary: { zh: "与同案其他当事人的听证合并举行", en: "Hold it together with that of another party of the case" },
    allow: empoweredHeads,
    body: z.strictObject({ into: lineOf(120) }),
    learn: stateOf,
    learnsFromTable: true,
    facts: ({ body: { into } }) => ({ target: factReferences(hearing, [into]) }),
    run: ({ id, body, facts }) => ({ type: "join", id, ...body, target: facts.target[0] }),
    others: {
      members: ({ id, body: { into } }) => ({
        others: into === id ? [] : [member(hearing, into, { expects: "either" })],
      }),
      commands: ({ id, body: { into }, learnt }) => ({
        others:
          into === id
            ? []
            : [
                {
                  ...{ type: "take-in" as const, from: id, case: learnt?.state.case ?? "" },
                  parties: proceedingsOf(learnt),
                },
              ],
      }),
    },
  }),
  hearings.step("drop", {
    summary: {
      zh: "处理程序不再等待听证的当事人退出听证",
      en: "Drop a party whose proceeding no longer waits for it",
    },
    allow: empoweredHeads,
    body: z.strictObject({ party: place, reasons: words }),
    facts: async ({ id, body, runtime }) => {
      const learnt = await stateOf({ id, runtime });
      const own = proceedingsOf(learnt, ({ party }) => party === body.party);
      return {
        proceedings: factReferences(
          proceeding,
          own.map((one) => one.proceeding),
        ),
      };
    },
    run: ({ body, facts }) => ({
      type: "drop",
      ...body,
      waits: facts.proceedings.some((one) => {
        const asked = one?.status === "noticed" ? one.notice.hearing : undefined;
        return asked !== undefined && asked.outcome === undefined;
      }),
    }),
  }),
  hearings.step("call-off", {
    summary: { zh: "案件不再处理的，取消听证", en: "Call it off, where its case goes no further" },
    allow: empoweredHeads,
    body: z.strictObject({ reasons: words }),
    facts: caseOf,
    run: ({ body, facts }) => ({ type: "call-off", ...body, of: facts.of[0] }),
  }),
];

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
const held: readonly Route[] = [
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

/** What becomes of a hearing, step by step. */
export const hearingSteps: readonly Route[] = [...before, ...held];
