import * as z from "zod";
import type { Route } from "../../../../shared/http/index.ts";
import { factReference } from "../../../../shared/store/index.ts";
import { lineOf } from "../../../../shared/text/index.ts";
import { officersTold, proceeding } from "../../cases/index.ts";
import { caseOfficers, organHeads } from "../../common/api/roles.ts";
import { type Measure, openGoods, untilOf } from "../domain/measure.ts";
import { namedItems, securesFine, takenBy } from "../domain/releasing.ts";
import { caseOf, endedFor, goodsOf, measureFacts, measureOf, noted, releasedFor } from "../told.ts";
import { learning, words } from "./measure-learnt.ts";
import { measures } from "./measures.ts";

const releaseGrounds = ["no-breach", "unrelated", "decided", "no-need", "evidence-copied"] as const;
const isWhole = (state: Measure | undefined, asked: readonly string[]): boolean =>
  asked.length === 0 || (state !== undefined && new Set(asked).size === openGoods(state).length);
const released = (state: Measure | undefined, asked: readonly string[]) =>
  asked.length === 0 ? (state?.goods ?? []).map((one) => one.id) : [...new Set(asked)];

/** How it ends by a person's hand. */
export const measureEnds: readonly Route[] = [
  measures.step("release", {
    summary: { zh: "解除（全部或者部分财物）", en: "Release all goods, or some" },
    allow: organHeads,
    body: z.strictObject({
      goods: z.array(lineOf(100)).max(20).default([]),
      ground: z.enum(releaseGrounds),
      reasons: words,
    }),
    ...learning,
    facts: measureFacts,
    run: ({ body, facts, learnt }) => ({
      ...{ type: "release", ...body, of: facts.of },
      whole: isWhole(learnt, body.goods),
    }),
    others: {
      members: ({ body, learnt }) => ({
        goods: goodsOf(learnt, released(learnt, body.goods)),
        cases: isWhole(learnt, body.goods) ? caseOf(learnt) : [],
      }),
      commands: ({ id, body, learnt, runtime }) => ({
        goods: released(learnt, body.goods).map(() => releasedFor(body.ground)),
        cases: learnt !== undefined && isWhole(learnt, body.goods) ? [endedFor(id, "released", runtime)] : [],
      }),
    },
    tries: () => [{ goods: [], ground: "no-need" as const, reasons: "不需要" }],
  }),
  measures.step("confiscate", {
    summary: { zh: "按送达的处罚决定没收（其余即时退还）", en: "Confiscate what a served decision names" },
    allow: caseOfficers,
    body: z.strictObject({}),
    ...learning,
    facts: async ({ id, actor, runtime }) => {
      const state = await measureOf({ id, runtime });
      const decided = factReference(proceeding, state === undefined ? "" : `${state.case}:${state.party}`);
      return { ...(await measureFacts({ id, actor, runtime })), decided };
    },
    run: ({ facts: { own, of, decided, certificates } }) => ({
      ...{ type: "confiscate", of, decided, proceeding: own === undefined ? "" : `${own.case}:${own.party}` },
      ...officersTold(certificates),
    }),
    others: {
      members: ({ learnt }) => ({ goods: goodsOf(learnt), cases: caseOf(learnt) }),
      commands: ({ id, learnt, facts: { own, decided }, runtime }) => {
        const items = own === undefined ? [] : namedItems(own, decided).map((one) => one.id);
        const by = { type: "confiscate" as const, proceeding: `${learnt?.case}:${learnt?.party}` };
        const stays = own !== undefined && securesFine(own, decided) && openGoods(own).length > items.length;
        const rest =
          own !== undefined && stays ? { type: "prolong" as const, until: untilOf(own) } : releasedFor("decided");
        return {
          goods: (learnt?.goods ?? []).map((one) => (items.includes(one.id) ? by : rest)),
          cases:
            learnt === undefined
              ? []
              : [own !== undefined && stays ? noted(id, own) : endedFor(id, "confiscated", runtime)],
        };
      },
    },
  }),
  measures.step("keep-for-fine", {
    summary: {
      zh: "为抵缴罚款继续查封、扣押（期限不变）",
      en: "Keep it for the fine after the decision; its term stays",
    },
    allow: organHeads,
    body: z.strictObject({ reasons: words }),
    facts: measureFacts,
    run: ({ body, facts }) => ({ type: "keep-for-fine", ...body, of: facts.of }),
  }),
  measures.step("hand-over", {
    summary: { zh: "随案移交财物", en: "Hand the goods to the organ that took the case" },
    allow: caseOfficers,
    body: z.strictObject({ receipt: lineOf(100, 2) }),
    ...learning,
    facts: measureFacts,
    run: ({ body, facts }) => ({ type: "hand-over", ...body, of: facts.of, ...officersTold(facts.certificates) }),
    others: {
      members: ({ learnt }) => ({ goods: goodsOf(learnt), cases: caseOf(learnt) }),
      commands: ({ id, body, learnt, facts: { of }, runtime }) => ({
        goods: (learnt?.goods ?? []).map(() => ({
          ...{ type: "hand-over" as const, receipt: body.receipt },
          organ: takenBy(of) ?? "",
        })),
        cases: learnt === undefined ? [] : [endedFor(id, "handed-over", runtime)],
      }),
    },
  }),
];
