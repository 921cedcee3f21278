import * as z from "zod";
import { fileDigest } from "../../../../shared/files/digest.ts";
import type { Route } from "../../../../shared/http/index.ts";
import { factReference, member } from "../../../../shared/store/index.ts";
import { lineOf, personOrBodyName } from "../../../../shared/text/index.ts";
import { officersTold, powersOf, powersTold } from "../../cases/index.ts";
import { caseOfficers, organHeads } from "../../common/api/roles.ts";
import { goods } from "../../property/domain/decider.ts";
import { describedItem } from "../../property/index.ts";
import { measure } from "../domain/decider.ts";
import { isOnRecord, itemId, type Measure, untilOf } from "../domain/measure.ts";
import { afterTest, extendedTerm, termOf, testedTerm } from "../domain/terms.ts";
import { caseOf, contextOf, endedFor, goodsOf, measureFacts, measureOf, noted, releasedFor, todayOf } from "../told.ts";
import { measureEnds } from "./measure-ends.ts";

import { claims, date, learning, words } from "./measure-learnt.ts";
import { measures } from "./measures.ts";

/** Before anything is taken. */
const before: readonly Route[] = [
  measures.step("approve", {
    summary: { zh: "批准实施", en: "Approve it" },
    allow: organHeads,
    body: z.strictObject({}),
    facts: measureFacts,
    run: ({ facts }) => ({ type: "approve", of: facts.of }),
  }),
  measures.step("refuse", {
    summary: { zh: "不批准实施", en: "Refuse it" },
    allow: organHeads,
    body: z.strictObject({ reasons: words }),
    facts: measureFacts,
    run: ({ body, facts }) => ({ type: "refuse", ...body, of: facts.of }),
  }),
  measures.step("drop", {
    summary: { zh: "不再实施（尚未实施的）", en: "Give it up before it is carried out" },
    allow: [...caseOfficers, ...organHeads],
    body: z.strictObject({ reasons: words }),
    facts: measureFacts,
    run: ({ body, facts }) => ({ type: "drop", ...body, of: facts.of, ...officersTold(facts.certificates) }),
  }),
  measures.step("carry-out", {
    summary: { zh: "现场实施（清单、笔录、当场交付）", en: "Carry it out: list, record, handed over on the spot" },
    allow: caseOfficers,
    body: z.strictObject({
      with: lineOf(100),
      address: lineOf(200, 2),
      goods: z.array(describedItem.extend(claims)).max(20),
      adopts: z
        .array(z.strictObject({ id: lineOf(100), ...claims }))
        .max(20)
        .exactOptional(),
      course: z.strictObject({
        cardsShown: z.boolean(),
        reasonsTold: z.boolean(),
        rightsTold: z.boolean(),
        heard: z.boolean(),
      }),
      present: z.strictObject({ who: z.enum(["party", "witness"]), name: personOrBodyName }),
      record: z.strictObject({
        sha256: fileDigest,
        signing: z.enum(["signed", "refused"]),
        witness: personOrBodyName.exactOptional(),
      }),
      handover: z
        .strictObject({ decision: fileDigest, list: fileDigest, to: z.enum(["party", "left"]) })
        .exactOptional(),
      recording: fileDigest.exactOptional(),
    }),
    ...learning,
    facts: async ({ id, actor, runtime }) => {
      const state = await measureOf({ id, runtime });
      return {
        ...(await measureFacts({ id, actor, runtime })),
        ...(await powersOf(state?.case ?? "", runtime)),
        preservation: factReference(measure, state?.from ?? ""),
      };
    },
    run: ({ id, body, facts }) => ({
      ...{ type: "carry-out", id, ...body, of: facts.of, preservation: facts.preservation },
      ...powersTold(facts.powers, facts.settlements),
      ...officersTold(facts.certificates),
    }),
    others: {
      members: ({ id, body, learnt }) => ({
        cases: caseOf(learnt),
        taken: body.goods.map((_one, at) => member(goods, itemId(id, at), { expects: "new" })),
        adopted: goodsOf(
          learnt,
          (body.adopts ?? []).map((one) => one.id),
        ),
        preservations: learnt?.from === undefined ? [] : [member(measure, learnt.from)],
      }),
      commands: ({ id, body, facts: { own, of }, learnt, runtime }) => {
        const on = todayOf(runtime);
        const adopts = (body.adopts ?? []).map((one) => one.id);
        if (learnt === undefined || own === undefined) return { cases: [], taken: [], adopted: [], preservations: [] };
        const held: Measure = { ...own, recordedOn: on, limit: termOf(own, on, contextOf(runtime)) };
        const until = untilOf(held);
        const under = { measure: id, under: own.kind, until };
        return {
          cases: [noted(id, held, own.from)],
          taken: body.goods.map(({ relation: _of, dailyNecessity: _need, sealedElsewhere: _seal, ...item }) => ({
            ...{ type: "take-in" as const, case: own.case, ...under, takenOn: on, item },
            party: { id: own.party, key: own.key },
            handlers: of?.handlers ?? own.handlers,
          })),
          adopted: adopts.map(() => ({ type: "adopt" as const, ...under })),
          preservations: learnt.from === undefined ? [] : [{ type: "be-taken-over" as const, by: id, goods: adopts }],
        };
      },
    },
    tries: ({ state }) => (state?.handlers ?? []).map(onTheSpotWith),
  }),
];

const file = "0".repeat(64);
/** What may be sent where everything was done; who the other officer is, only the case knows. */
const onTheSpotWith = (other: string) => ({
  ...{ with: other, address: "现场", present: { who: "party" as const, name: "当事人" } },
  goods: [],
  course: { cardsShown: true, reasonsTold: true, rightsTold: true, heard: true },
  record: { sha256: file, signing: "signed" as const },
  handover: { decision: file, list: file, to: "party" as const },
  recording: file,
});

/** While it lasts. */
const lasting: readonly Route[] = [
  measures.step("countersign", {
    summary: { zh: "另一名执法人员当日签字", en: "Sign as the other officer, on the same day" },
    allow: caseOfficers,
    body: z.strictObject({}),
    facts: measureFacts,
    run: ({ facts }) => ({ type: "countersign", of: facts.of, ...officersTold(facts.certificates) }),
  }),
  measures.step("make-up-approval", {
    summary: { zh: "二十四小时内补办批准", en: "Make up the approval within 24 hours" },
    allow: organHeads,
    body: z.strictObject({ approved: z.boolean(), reasons: words }),
    ...learning,
    facts: measureFacts,
    run: ({ body, facts }) => ({ type: "make-up-approval", ...body, of: facts.of }),
    others: {
      members: ({ body, learnt }) => ({
        goods: body.approved ? [] : goodsOf(learnt),
        cases: body.approved ? [] : caseOf(learnt),
      }),
      commands: ({ id, body, learnt, runtime }) => ({
        goods: body.approved ? [] : (learnt?.goods ?? []).map(() => releasedFor("not-approved")),
        cases: body.approved || learnt === undefined ? [] : [endedFor(id, "released", runtime)],
      }),
    },
  }),
  measures.step("extend", {
    summary: { zh: "延长期限（负责人批准，书面告知并说明理由）", en: "Extend it once; the party is told in writing" },
    allow: organHeads,
    body: z.strictObject({ reasons: words, notice: fileDigest }),
    ...learning,
    facts: measureFacts,
    run: ({ body, facts }) => ({ type: "extend", ...body, of: facts.of }),
    others: {
      members: ({ learnt }) => ({ goods: goodsOf(learnt), cases: caseOf(learnt) }),
      commands: ({ id, learnt, facts: { own }, runtime }) =>
        withTerm(id, learnt, own, (state) => ({ limit: extendedTerm(state, contextOf(runtime)) })),
    },
  }),
  measures.step("begin-test", {
    summary: { zh: "送检（期间书面告知后不计入）", en: "Send goods to a test whose end is told in writing" },
    allow: caseOfficers,
    body: z.strictObject({ institution: lineOf(200, 2), until: date, notice: fileDigest }),
    ...learning,
    facts: measureFacts,
    run: ({ body, facts }) => ({
      ...{ type: "begin-test", ...body, of: facts.of },
      ...officersTold(facts.certificates),
    }),
    others: {
      members: ({ learnt }) => ({ goods: goodsOf(learnt), cases: caseOf(learnt) }),
      commands: ({ id, body, learnt, facts: { own }, runtime }) => {
        const from = todayOf(runtime);
        const { institution, until } = body;
        return withTerm(id, learnt, own, (state) => ({
          limit: until < from ? state.limit : testedTerm(state, from, until, contextOf(runtime)),
          tests: [...state.tests, { institution, from, until }],
        }));
      },
    },
    // A day to come, as the form offers it.
    tries: (_of, { today }) => [{ institution: "检测机构", until: today.add({ days: 1 }).toString(), notice: file }],
  }),
  measures.step("end-test", {
    summary: { zh: "检测结束", en: "The test is over" },
    allow: caseOfficers,
    body: z.strictObject({ report: fileDigest }),
    ...learning,
    facts: measureFacts,
    run: ({ body, facts }) => ({ type: "end-test", ...body, of: facts.of, ...officersTold(facts.certificates) }),
    others: {
      members: ({ learnt }) => ({ goods: goodsOf(learnt), cases: caseOf(learnt) }),
      commands: ({ id, learnt, facts: { own }, runtime }) => {
        const on = todayOf(runtime);
        return withTerm(
          id,
          learnt,
          own,
          (state) => ({
            limit: state.kind === "preservation" ? state.limit : afterTest(state, on, contextOf(runtime)),
            tests: state.tests.map((one, at) => (at === state.tests.length - 1 ? { ...one, endedOn: on } : one)),
          }),
          on,
        );
      },
    },
  }),
];

/** What goods and case are told of a new term. */
function withTerm(
  id: string,
  learnt: Measure | undefined,
  own: Measure | undefined,
  change: (state: Parameters<typeof extendedTerm>[0]) => Partial<Measure>,
  testedUntil?: string,
) {
  if (learnt === undefined || own === undefined) return { goods: [], cases: [] };
  const after = isOnRecord(own) ? { ...own, ...change(own) } : own;
  const until = untilOf(after);
  const from = after.tests.at(-1)?.from;
  const tested = from === undefined || testedUntil === undefined ? undefined : { from, to: testedUntil };
  return {
    goods: learnt.goods.map(() => ({ type: "prolong" as const, until })),
    cases: [noted(id, after, undefined, tested)],
  };
}

/** What becomes of a measure, step by step. */
export const measureSteps: readonly Route[] = [...before, ...lasting, ...measureEnds];
