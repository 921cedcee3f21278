import * as z from "zod";
import { todayIn } from "../../../../shared/calendar/index.ts";
import { type Answer, type Problem, problem, type Route } from "../../../../shared/http/index.ts";
import { fromRejection } from "../../../../shared/http/problem.ts";
import { parsedBy } from "../../../../shared/http/validation.ts";
import { contextFor, type Runtime } from "../../../../shared/service/index.ts";
import { digest, type Loaded, sha256 } from "../../../../shared/store/index.ts";
import { everyPower } from "../../powers/index.ts";
import { inForceDuring } from "../domain/decider.ts";
import { type EvaluationRound, evaluationRound, evaluationRoundId, isCarriedOut } from "../domain/round.ts";
import { carryOutRound } from "../rounds.ts";

const year = z.int().min(2000).max(2099);
const roundBody = z.strictObject({ year, interim: z.boolean().default(false) });
const roundView = z.object({
  id: z.string(),
  status: z.enum(["carrying-out", "done"]),
  year,
  interim: z.boolean(),
  next: z.int(),
  of: z.int(),
  opened: z.int(),
  standing: z.int(),
});

const viewRound = ({ id, state }: Loaded<EvaluationRound>) => {
  const { year: of, interim, codes, next, opened } = state;
  const status = isCarriedOut(state) ? "done" : "carrying-out";
  return { id, status, year: of, interim, next, of: codes.length, opened, standing: next - opened };
};

/** A11: so many powers are looked at before the answer; more of them go on by events. */
const atOnce = 300;

/** P6: begins the evaluation of a year, or completes it. */
export const beginRound: Route = {
  method: "POST",
  path: "/powers/evaluations",
  summary: {
    zh: "开展年度评估：为当年行使过的每项职权冻结数据并给出建议；重复发送补齐其余",
    en: "Evaluate a year: freeze the figures of every power held in it; sent again it completes the rest",
  },
  allow: ["county", "leader"],
  body: roundBody,
  returns: roundView,
  status: 200,
  later: true,
  isCommand: false,
  async handle(request, runtime, texts) {
    const { actor } = request;
    if (actor === undefined) return problem(401, "auth.missing");
    const { year: asked, interim } = parsedBy(roundBody, request.body);
    const today = todayIn(runtime.clock()).toString();
    const held = (await everyPower(runtime)).filter((one) => inForceDuring(one, asked, today));
    const codes = held.map(({ code }) => code);
    const id = evaluationRoundId(asked, interim ? today : undefined);
    const outcome = await runtime.store.execute({
      decider: evaluationRound,
      id,
      expects: "either",
      commandId: sha256(JSON.stringify([actor.sub, request.idempotencyKey ?? request.id, "begin"])).slice(0, 24),
      bodyDigest: digest([asked, interim]).slice(0, 16),
      command: { type: "begin", year: asked, interim, codes },
      context: contextFor(runtime, actor),
      ...(request.traceparent === undefined ? {} : { traceparent: request.traceparent }),
    });
    if (outcome.kind === "reused-command-id") return problem(422, "request.command-id-reused");
    if (outcome.kind === "rejected") return fromRejection(outcome.rejection, texts);
    if (codes.length <= atOnce) await carryOutRound(runtime, id);
    return answerRound(runtime, id);
  },
};

/** 200 when each power was looked at; 202 with where to look while it goes on. */
async function answerRound(runtime: Runtime, id: string): Promise<Answer | Problem> {
  const loaded = await runtime.store.load(evaluationRound, id);
  if (loaded === undefined) return problem(404, "resource.not-found");
  if (isCarriedOut(loaded.state)) return { status: 200, body: viewRound(loaded) };
  return { status: 202, headers: { location: `/powers/evaluation-rounds/${id}` }, body: viewRound(loaded) };
}

export const readRound: Route = {
  method: "GET",
  path: "/powers/evaluation-rounds/{id}",
  summary: { zh: "一轮评估及其进度", en: "A round of evaluations, and how far it is" },
  allow: ["county", "leader"],
  returns: roundView,
  status: 200,
  isCommand: false,
  async handle({ params: { id = "" } }, runtime) {
    const loaded = await runtime.store.load(evaluationRound, id);
    return loaded === undefined ? problem(404, "resource.not-found") : { status: 200, body: viewRound(loaded) };
  },
};
