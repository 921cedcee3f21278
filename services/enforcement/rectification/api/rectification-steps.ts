import * as z from "zod";
import { postedSchema, todayIn } from "../../../../shared/calendar/index.ts";
import { present } from "../../../../shared/decider/index.ts";
import { fileDigest } from "../../../../shared/files/digest.ts";
import type { Route } from "../../../../shared/http/index.ts";
import { certificatesOf, type Runtime } from "../../../../shared/service/index.ts";
import { sha256 as digestOf, factReference, member } from "../../../../shared/store/index.ts";
import { titled } from "../../../../shared/text/index.ts";
import { orderRecordId } from "../../cases/domain/order-record/id.ts";
import { orderRecord } from "../../cases/domain/order-record/order-record.ts";
import { penalRecordId } from "../../cases/domain/penal-record/id.ts";
import { penalRecord } from "../../cases/domain/penal-record/penal-record.ts";
import { listedIn, officersTold, penaltiesOf, penaltyCase } from "../../cases/index.ts";
import { caseOfficers, organHeads } from "../../common/api/roles.ts";
import { knownOfficer, knownPower } from "../../common/domain/known-power.ts";
import { rectification } from "../domain/decider.ts";
import { lettingOffGrounds, orderFindings, type Rectification } from "../domain/rectification.ts";
import { date, orders, person, pictures, words } from "./rectifications.ts";

const reasons = z.strictObject({ reasons: words });
const nothing = z.strictObject({});

interface Asked {
  readonly id: string;
  readonly runtime: Runtime;
}
const stateOf = async ({ id, runtime }: Asked) => (await runtime.store.load(rectification, id))?.state;

/** The order as it was learnt; a step asks it once. */
const learnt = {
  learn: async (asked: Asked) => {
    const state = await stateOf(asked);
    return state === undefined ? undefined : { state };
  },
  learnsFromTable: true,
};
const powerOf = (state: Rectification | undefined) =>
  state === undefined ? undefined : factReference(knownPower, state.act.code);
const recordOf = ({ party, act }: Rectification, { keyed }: Runtime) => penalRecordId(keyed, party.key, act.code);
const unmetOf = ({ party, act }: Rectification, { keyed }: Runtime) => orderRecordId(keyed, party.key, act.code);

/** The case to which an order leads: asked again it is the same. */
const caseIdOf = (id: string) => digestOf(`rectification|${id}`).slice(0, 20).toUpperCase();

/** Until it binds, and while its time runs. */
const running: readonly Route[] = [
  orders.step("countersign", {
    summary: { zh: "另一名执法人员签发（编号）", en: "Issue it as the other officer; it gets its number" },
    allow: caseOfficers,
    body: nothing,
    facts: async ({ id, runtime }) => {
      const state = await stateOf({ id, runtime });
      const subs = (state?.officers ?? []).map(({ sub }) => sub);
      return { power: powerOf(state), certificates: await certificatesOf(knownOfficer, subs, runtime) };
    },
    run: ({ facts }) => ({ type: "countersign", power: facts.power, ...officersTold(facts.certificates) }),
  }),
  orders.step("drop", {
    summary: { zh: "作废未签发的通知书", en: "Drop a draft that nobody signed" },
    allow: caseOfficers,
    body: reasons,
    run: ({ body }) => ({ type: "drop", ...body }),
  }),
  orders.step("ask-extension", {
    summary: {
      zh: "申请延长改正期限（期满前，说明理由）",
      en: "Ask for more time, for reasons and before the last day is over",
    },
    allow: ["resident", "clerk", ...caseOfficers],
    body: z.strictObject({ reasons: words, paper: fileDigest.exactOptional(), posted: postedSchema.exactOptional() }),
    run: ({ body }) => ({ type: "ask-extension", ...body }),
  }),
  orders.step("decide-extension", {
    summary: { zh: "决定是否延长改正期限（说明理由）", en: "Give more time or not, for reasons" },
    allow: ["squad-leader", ...organHeads],
    body: z.strictObject({ granted: z.boolean(), days: z.int().min(1).max(365).exactOptional(), reasons: words }),
    run: ({ body }) => ({ type: "decide-extension", ...body }),
  }),
  orders.step("report-done", {
    summary: { zh: "当事人报告已经改正", en: "The party says that it is put right" },
    allow: ["resident"],
    body: z.strictObject({ note: words, files: pictures.default([]) }),
    run: ({ body }) => ({ type: "report-done", ...body }),
  }),
];

/** Two officers look again (CF-33a). */
const looking: readonly Route[] = [
  orders.step("recheck", {
    summary: {
      zh: "复查（两名执法人员，附照片，由另一人签字）",
      en: "Look again, two officers with pictures; the other one signs",
    },
    allow: caseOfficers,
    body: z.strictObject({
      with: person,
      checkedOn: date,
      finding: z.enum(orderFindings),
      slight: z.boolean(),
      harm: z.enum(["none", "slight", "grave"]),
      notes: words,
      files: pictures,
    }),
    facts: async ({ body, actor, runtime }) => ({
      certificates: await certificatesOf(knownOfficer, [actor.sub, body.with], runtime),
    }),
    run: ({ body, facts }) => ({ type: "recheck", ...body, ...officersTold(facts.certificates) }),
  }),
  orders.step("sign-recheck", {
    summary: {
      zh: "另一名执法人员在复查记录上签字（载明所签结论）",
      en: "Sign what was found, as the other officer, and say what you sign",
    },
    allow: caseOfficers,
    body: z.strictObject({ finding: z.enum(orderFindings) }),
    ...learnt,
    run: ({ body }) => ({ type: "sign-recheck", ...body }),
    others: {
      members: ({ body, learnt: known, runtime }) => ({
        unmet:
          known === undefined || body.finding === "corrected"
            ? []
            : [member(orderRecord, unmetOf(known.state, runtime), { expects: "either" })],
      }),
      commands: ({ id, body, learnt: known }) => ({
        unmet: known === undefined || body.finding === "corrected" ? [] : [unmetEntry(id, known.state)],
      }),
    },
  }),
];

/** CF-28: what the register keeps of an order that was served and not met. */
const unmetEntry = (id: string, { act, foundOn, served, limit, check, of }: Rectification) => ({
  type: "record" as const,
  ...{ of: id, code: act.code, foundOn, servedOn: served?.on ?? "", due: limit?.due ?? "", unmetOn: check?.on ?? "" },
  ...present({ case: of?.case, act: of?.act }),
});

interface Proposing {
  readonly from: string;
  readonly until?: string;
  readonly harm: boolean;
  readonly investigators: readonly string[];
}

/**
 * CF-54: the breach of the order as the act of a case. CF-36a: it was discovered when it was found. CF-54a: the term to file runs from the
 * day on which two officers looked again.
 */
const proposalOf = (
  id: string,
  { from, until, harm, investigators }: Proposing,
  { act, party, foundOn, place, address, facts, check, draftedOn }: Rectification,
) => ({
  type: "propose" as const,
  acts: [
    {
      ...{ code: act.code, by: [party.id], from, harm, place, address, facts },
      discoveredOn: from > foundOn ? from : foundOn,
      ...present({ until }),
    },
  ],
  parties: [party],
  investigators,
  source: { kind: "rectification" as const, id, receivedOn: check?.on ?? draftedOn },
});

/** What comes of it. */
const ending: readonly Route[] = [
  orders.step("let-off", {
    summary: {
      zh: "决定不予处罚（轻微、首违；负责人，说明理由，送达）",
      en: "Decide that there is no penalty: slight, or the first time; by the head, for reasons, and served",
    },
    allow: organHeads,
    body: z.strictObject({
      ground: z.enum(lettingOffGrounds),
      reasons: words,
      educatedOn: date,
      promise: titled(fileDigest, { zh: "改正承诺书", en: "Signed promise" }).exactOptional(),
    }),
    ...learnt,
    facts: async (asked) => {
      const state = await stateOf(asked);
      return {
        power: powerOf(state),
        record: state === undefined ? undefined : factReference(penalRecord, recordOf(state, asked.runtime)),
      };
    },
    run: ({ id, body, facts }) => ({ type: "let-off", id, ...body, power: facts.power, record: facts.record }),
    others: {
      members: ({ learnt: known, runtime }) => ({
        record: known === undefined ? [] : [member(penalRecord, recordOf(known.state, runtime), { expects: "either" })],
      }),
      commands: ({ id, learnt: known, runtime }) => ({
        record:
          known === undefined
            ? []
            : [
                {
                  type: "record" as const,
                  ...{ of: id, code: known.state.act.code, actOn: known.state.foundOn },
                  ...{ decidedOn: todayIn(runtime.clock()).toString(), outcome: "let-off" as const },
                },
              ],
      }),
    },
  }),
  orders.step("propose", {
    summary: {
      zh: "提请立案（逾期未改正，或者改正后仍应处罚；与案件同时生成）",
      en: "Propose a case, made together with this step: not met, or still to be punished",
    },
    allow: caseOfficers,
    body: z.strictObject({
      from: date,
      until: date.exactOptional(),
      harm: z.boolean(),
      investigators: z.array(person).min(1).max(20),
    }),
    ...learnt,
    facts: async ({ id, body, runtime }) => {
      const state = await stateOf({ id, runtime });
      return {
        penalties: penaltiesOf(state === undefined ? [] : [state.act.code]),
        certificates: await certificatesOf(knownOfficer, body.investigators, runtime),
      };
    },
    run: ({ id }) => ({ type: "propose", case: caseIdOf(id) }),
    others: {
      members: ({ id, learnt: known }) => ({
        cases: known === undefined ? [] : [member(penaltyCase, caseIdOf(id), { expects: "new" })],
      }),
      commands: ({ id, body, learnt: known, facts }) => ({
        cases:
          known === undefined
            ? []
            : [
                {
                  ...proposalOf(id, body, known.state),
                  listed: listedIn(facts.penalties),
                  ...officersTold(facts.certificates),
                },
              ],
      }),
    },
  }),
  orders.step("revoke", {
    summary: { zh: "撤销责令改正（负责人，说明理由）", en: "Revoke the order, by the head and for reasons" },
    allow: organHeads,
    body: reasons,
    ...learnt,
    run: ({ body }) => ({ type: "revoke", ...body }),
    others: {
      members: ({ learnt: known, runtime }) => ({
        unmet: known === undefined ? [] : [member(orderRecord, unmetOf(known.state, runtime), { expects: "either" })],
      }),
      commands: ({ id, learnt: known }) => ({
        unmet: known === undefined ? [] : [{ type: "strike" as const, of: id }],
      }),
    },
  }),
];

/** What becomes of an order, step by step. */
export const orderSteps: readonly Route[] = [...running, ...looking, ...ending];
