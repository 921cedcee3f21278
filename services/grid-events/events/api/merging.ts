import * as z from "zod";
import { present } from "../../../../shared/decider/index.ts";
import { type Route, readable } from "../../../../shared/http/index.ts";
import type { Runtime } from "../../../../shared/service/index.ts";
import { factReference, member } from "../../../../shared/store/index.ts";
import { lineOf, textOf } from "../../../../shared/text/index.ts";
import { gridEvent } from "../domain/decider.ts";
import type { GridEvent } from "../domain/event.ts";
import { hintTally } from "../domain/hint-tally.ts";
import { traceOf } from "../domain/similar.ts";
import { mappedAt } from "../mapped-at.ts";
import { mattersLike } from "../similar-to.ts";
import { code, events, sha } from "./events.ts";
import { dutyOn, postsOf } from "./on-duty.ts";

const words = textOf(2_000, 2);
const inTheGrid = ["grid-worker", "dispatcher"] as const;

/** What is known of another matter: that it exists, and whether it is among the hints of this one. */
async function otherOf(id: string, other: string, runtime: Runtime) {
  const { store } = runtime;
  const [loaded, found] = await Promise.all([store.load(gridEvent, id), store.load(gridEvent, other)]);
  const hints = loaded === undefined ? [] : await mattersLike(traceOf(id, loaded.state), runtime, loaded.state.others);
  return { isKnown: found !== undefined, hinted: hints.some(({ hint }) => hint.id === other) };
}

const monthOf = ({ clock }: Pick<Runtime, "clock">): string => clock().slice(0, 7);
const tallied = (hinted: boolean | undefined, runtime: Runtime) =>
  hinted === true ? [member(hintTally, monthOf(runtime), { expects: "either" as const })] : [];
const counting = (hinted: boolean | undefined, accepted: boolean) =>
  hinted === true ? [{ type: "count" as const, accepted }] : [];

/** The report of a part: by the same person, at the same place. */
async function wholeOf(id: string, runtime: Runtime) {
  const state = (await runtime.store.load(gridEvent, id))?.state;
  if (state === undefined) return undefined;
  const { measured } = state.where;
  const at =
    measured === undefined ? undefined : { place: measured.given, datum: measured.datum, accuracy: measured.accuracy };
  return { state, mapped: at === undefined ? undefined : await mappedAt(runtime, at) };
}
const locatedAs = ({ where: { measured, address } }: GridEvent) => ({
  address,
  ...present({ given: measured?.given, datum: measured?.datum, accuracy: measured?.accuracy }),
});

const partBody = z.strictObject({
  ...{ category: code, urgency: code, text: words },
  /** Of the pictures of the whole: those that show this part. */
  pictures: z.array(sha).max(9).default([]),
});
/** The id of a part: the same part twice is one. */
const partIdOf = (id: string, body: z.output<typeof partBody>, { keyed }: Runtime): string =>
  readable(keyed("part", JSON.stringify([id, body])));

/** Matters that are the same, and one report that tells of several (G2). */
export const mergingSteps: readonly Route[] = [
  events.step("merge", {
    summary: {
      zh: "并入同一事件（说明理由；不立案，上报人同样获知结果）",
      en: "Merge it into the matter that is the same",
    },
    allow: inTheGrid,
    body: z.strictObject({ into: lineOf(60), reasons: words }),
    learn: ({ id, body: { into }, runtime }) => otherOf(id, into, runtime),
    learnsFromTable: true,
    facts: async ({ id, runtime }) => ({ ...(await postsOf(id, runtime)), whole: factReference(gridEvent, id) }),
    run: ({ id, body: { into, reasons }, facts: { posts }, learnt, runtime }) => ({
      ...{
        type: "merge",
        into,
        reasons,
        isSelf: into === id,
        isKnown: learnt?.isKnown === true,
        hinted: learnt?.hinted === true,
      },
      duty: dutyOn(posts, runtime),
    }),
    others: {
      members: ({ id, body: { into }, learnt, runtime }) => ({
        main: into === id || learnt?.isKnown !== true ? [] : [member(gridEvent, into)],
        tally: tallied(learnt?.hinted, runtime),
      }),
      commands: ({ id, body: { into }, learnt, facts: { whole } }) => ({
        main: into === id || learnt?.isKnown !== true ? [] : [{ type: "take-in" as const, from: id, whole }],
        tally: counting(learnt?.hinted, true),
      }),
    },
  }),
  events.step("not-same", {
    summary: { zh: "排除一条疑似重复提示", en: "Say that a hint is another matter" },
    allow: inTheGrid,
    body: z.strictObject({ other: lineOf(60) }),
    learn: ({ id, body: { other }, runtime }) => otherOf(id, other, runtime),
    learnsFromTable: true,
    facts: ({ id, runtime }) => postsOf(id, runtime),
    run: ({ body: { other }, facts: { posts }, learnt, runtime }) => ({
      ...{ type: "not-same", other, isKnown: learnt?.isKnown === true, duty: dutyOn(posts, runtime) },
    }),
    others: {
      members: ({ learnt, runtime }) => ({ tally: tallied(learnt?.hinted, runtime) }),
      commands: ({ learnt }) => ({ tally: counting(learnt?.hinted, false) }),
    },
  }),
  events.step("split", {
    summary: {
      zh: "拆分出另一事件（同一上报人；带走所选照片；时限自原事件受理起算）",
      en: "Split off another matter that it tells of, with the pictures chosen for it",
    },
    allow: inTheGrid,
    body: partBody,
    learn: ({ id, runtime }) => wholeOf(id, runtime),
    facts: ({ id, runtime }) => postsOf(id, runtime),
    run: ({ id, body, facts: { posts }, runtime }) => ({
      ...{ type: "split", part: partIdOf(id, body, runtime), pictures: body.pictures, duty: dutyOn(posts, runtime) },
    }),
    others: {
      members: ({ id, body, runtime, learnt }) => ({
        part: learnt === undefined ? [] : [member(gridEvent, partIdOf(id, body, runtime), { expects: "new" as const })],
      }),
      commands: ({ id, body, learnt }) => ({
        part:
          learnt === undefined
            ? []
            : [
                {
                  type: "report" as const,
                  ...locatedAs(learnt.state),
                  ...body,
                  ...{ mapped: learnt.mapped, reporter: learnt.state.reporter },
                  partOf: { id, ...present({ acceptedAt: learnt.state.acceptedAt }) },
                },
              ],
      }),
    },
  }),
];
