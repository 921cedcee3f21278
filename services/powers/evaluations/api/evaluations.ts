import * as z from "zod";
import { todayIn } from "../../../../shared/calendar/index.ts";
import { pick } from "../../../../shared/decider/index.ts";
import {
  create,
  linkSchema,
  list,
  type Route,
  readById,
  resource,
  rowOf,
  severalOf,
  wholeNumber,
} from "../../../../shared/http/index.ts";
import { factReference, type Loaded } from "../../../../shared/store/index.ts";
import { lineOf } from "../../../../shared/text/index.ts";
import { power } from "../../powers/domain/decider.ts";
import { entryBody, leadsToPower, powerItems } from "../../powers/index.ts";
import { readinessRecord } from "../../readiness/domain/record.ts";
import { evaluation, evaluationId, evaluationMoves, evaluationsOf } from "../domain/decider.ts";
import { type Decided, evaluationStatuses, outcomes } from "../domain/evaluation.ts";
import { type OverturnedRecord, overturned, overturnings } from "../domain/overturned.ts";
import { type Publication, publication } from "../domain/publication.ts";
import { counted, countedId } from "../domain/volumes.ts";
import { evaluationsIn } from "../evaluating.ts";
import { evaluationView, viewEvaluation } from "./evaluation-views.ts";
import { beginRound, readRound } from "./rounds.ts";

const day = z.iso.date();
const line = lineOf(300);
const year = z.int().min(2000).max(2099);
const overturnedView = z.object({
  code: z.string(),
  version: z.int(),
  decisions: z
    .array(
      z.object({
        case: z.string(),
        by: z.enum(["review", "court"]),
        document: z.string(),
        date: day,
        outcome: z.enum(overturnings),
      }),
    )
    .readonly(),
});
const viewOverturned = ({ version, state }: Loaded<OverturnedRecord>) => ({
  version,
  ...pick(state, ["code", "decisions"]),
});

const decideBody = z.strictObject({
  outcome: z.enum(outcomes),
  reasons: line,
  otherwise: line.optional(),
  document: line.optional(),
  adjustment: entryBody
    .omit({ code: true, category: true })
    .partial()
    .refine((body) => Object.keys(body).length > 0, { message: "value.missing" })
    .optional(),
});
const decisionOf = ({ otherwise, document, adjustment, ...rest }: z.infer<typeof decideBody>): Decided => ({
  ...rest,
  ...(otherwise === undefined ? {} : { otherwise }),
  ...(document === undefined ? {} : { document }),
  ...(adjustment === undefined ? {} : { adjustment }),
});

/** An evaluation in a list: figures and reasons are read by its id. */
const evaluationRow = evaluationView.pick({
  id: true,
  version: true,
  code: true,
  year: true,
  name: true,
  category: true,
  domain: true,
  interim: true,
  openedOn: true,
  status: true,
  advice: true,
});

const change = z.object({
  code: z.string(),
  outcome: z.enum(outcomes),
  from: day,
  reasons: z.string(),
  otherwise: z.string().optional(),
  document: z.string().optional(),
});
const publicationView = z.object({
  year,
  version: z.int(),
  on: day,
  kept: z.int(),
  changes: z.array(change).readonly(),
});
const viewPublication = ({ state }: Loaded<Publication>) => state;

/** Anybody reads an evaluation; these decide on it. */
const deciders = ["county", "leader"] as const;
const evaluations = resource({
  of: evaluation,
  at: "/powers/evaluations",
  staff: deciders,
  moves: evaluationMoves,
  statusOf: ({ status }) => status,
  returns: evaluationView,
  view: viewEvaluation,
  links: ({ state: { code } }) => [leadsToPower(code)],
});

powerItems.linked(({ id }, { runtime }) => [
  evaluations.link(
    "evaluation",
    { zh: "上年度评估", en: "Last year's evaluation" },
    evaluationId(id, todayIn(runtime.clock()).year - 1),
  ),
]);

/** The yearly evaluation (P6, CF-24): what is read of it is public and names nobody. */
export const evaluationRoutes: readonly Route[] = [
  beginRound,
  readRound,
  list("GET /powers/evaluations", {
    summary: { zh: "年度评估结果（公开）", en: "The evaluations of a year" },
    allow: "public",
    of: evaluation,
    query: {
      year: wholeNumber(z.int().min(2000).max(2099).optional()),
      status: severalOf(evaluationStatuses).optional(),
    },
    sorts: ["code"],
    returns: evaluationRow,
    find: ({ query, runtime }) => ({
      index: "byCode",
      partition: evaluationsOf(query.year ?? todayIn(runtime.clock()).year - 1),
    }),
    keep: ({ state }, { query }) => query.status?.includes(state.status) !== false,
    view: rowOf(evaluationRow, viewEvaluation),
  }),
  readById("GET /powers/evaluations/{id}", {
    summary: { zh: "一项职权的年度评估（公开）", en: "The evaluation of one power" },
    allow: "public",
    of: evaluation,
    returns: evaluationView.extend({ links: z.array(linkSchema) }),
    view: async (loaded, viewing) => ({
      ...viewEvaluation(loaded),
      links: await evaluations.links(loaded, viewing),
    }),
  }),
  evaluations.readActions({ zh: "本人对一项评估可办的事", en: "What its caller can do with an evaluation" }, deciders),
  evaluations.step("decide", {
    summary: { zh: "作出评估决定，说明理由", en: "Decide on the evaluation, with reasons" },
    allow: deciders,
    body: decideBody,
    facts: async ({ id, runtime }) => {
      const code = (await runtime.store.load(evaluation, id))?.state.code;
      return { power: code === undefined ? undefined : factReference(power, code) };
    },
    run: ({ body, facts }) => ({
      type: "decide",
      decision: decisionOf(body),
      power: facts.power,
    }),
  }),
  evaluations.step("train", {
    summary: { zh: "以培训记录完成培训任务", en: "Meet the duty to train, by the record of a training" },
    allow: deciders,
    body: z.strictObject({ record: lineOf(100) }),
    facts: ({ body }) => ({ made: factReference(readinessRecord, body.record) }),
    run: ({ body: { record }, facts }) => ({
      type: "train",
      record,
      made: facts.made,
    }),
  }),
  powerItems.beside("overturned", {
    summary: { zh: "登记被复议或诉讼纠正的决定", en: "Record a decision overturned in review or court" },
    allow: ["county", "leader", "legal-reviewer"],
    of: overturned,
    expects: "either",
    body: z.strictObject({
      case: lineOf(100),
      by: z.enum(["review", "court"]),
      document: line,
      date: day,
      outcome: z.enum(overturnings),
    }),
    returns: overturnedView,
    facts: ({ id, body }) => ({
      power: factReference(power, id),
      known: factReference(counted, countedId("case", body.case)),
    }),
    run: ({ body, facts }) => ({
      type: "overturn" as const,
      decision: body,
      power: facts.power,
      known: facts.known,
    }),
    view: viewOverturned,
  }),
  create("POST /powers/publications", {
    summary: {
      zh: "评估后重新公布清单及理由",
      en: "Publish the list again after a year's evaluation, with the reasons",
    },
    allow: ["county", "leader"],
    of: publication,
    body: z.strictObject({ year }),
    returns: publicationView,
    id: ({ body }) => `${body.year}`,
    learn: ({ body, runtime }) => evaluationsIn(runtime, body.year),
    run: ({ body, learnt = [] }) => ({ type: "publish" as const, year: body.year, evaluations: learnt }),
    view: viewPublication,
  }),
  list("GET /powers/publications", {
    summary: { zh: "清单公布记录（公开）", en: "When the list was published again, and why" },
    allow: "public",
    of: publication,
    sorts: ["year"],
    returns: publicationView,
    find: () => ({ index: "byCode", partition: "publications", descending: true }),
    view: viewPublication,
  }),
];
