import { theTownItself } from "../../../shared/decider/index.ts";
import { contextFor, type Runtime } from "../../../shared/service/index.ts";
import { digest, sha256 } from "../../../shared/store/index.ts";
import { power } from "../powers/domain/decider.ts";
import type { Power } from "../powers/domain/power.ts";
import { inLanes } from "../powers/index.ts";
import { evaluation, evaluationId } from "./domain/decider.ts";
import { type EvaluationRound, evaluationRound, isCarriedOut } from "./domain/round.ts";
import { opening, rosterOf } from "./evaluating.ts";

/** Powers of one part: it takes seconds in the cloud, and less on one machine. */
const ofPart = 50;

/** A11: looks at the next powers of a round, part by part; who calls it, and how often, makes no difference. */
export async function carryOutRound(runtime: Runtime, id: string, parts = Number.POSITIVE_INFINITY): Promise<void> {
  for (let count = 0; count < parts; count += 1) {
    const { state: round, version = 0 } = (await runtime.store.load(evaluationRound, id)) ?? {};
    if (round === undefined || isCarriedOut(round)) return;
    const { next: from, codes } = round;
    const part = codes.slice(from, from + ofPart);
    const opened = await openPart(runtime, id, round, part);
    await runtime.store.execute({
      decider: evaluationRound,
      id,
      expects: "existing",
      // Begun again, it is another version: nothing of an earlier round is met again.
      commandId: idOf(id, "carry-on", `${version}`),
      bodyDigest: `${from}`,
      command: { type: "carry-on", from, next: from + part.length, opened },
      context: contextFor(runtime, { ...theTownItself, sub: round.by }),
    });
  }
}

/** Opens the evaluations of some powers; one that stands already stays as it is. @returns how many were opened */
async function openPart(runtime: Runtime, id: string, round: EvaluationRound, codes: readonly string[]) {
  const roster = await rosterOf(runtime);
  const powers = await runtime.store.loadAll(power, codes);
  let opened = 0;
  await inLanes(powers, async ({ state }) => {
    if (await openOne(runtime, id, round, state, roster)) opened += 1;
  });
  return opened;
}

async function openOne(
  runtime: Runtime,
  round: string,
  { year, interim, on, by }: EvaluationRound,
  of: Power,
  roster: Awaited<ReturnType<typeof rosterOf>>,
): Promise<boolean> {
  const id = evaluationId(of.code, year, interim ? on : undefined);
  if ((await runtime.store.load(evaluation, id)) !== undefined) return false;
  const outcome = await runtime.store.execute({
    decider: evaluation,
    id,
    expects: "either",
    commandId: idOf(round, id),
    bodyDigest: digest(id).slice(0, 16),
    command: await opening(of, year, interim, roster, runtime),
    context: contextFor(runtime, { ...theTownItself, sub: by }),
  });
  if (outcome.kind === "rejected")
    runtime.observability.error("an evaluation was refused", new Error(outcome.rejection.code), { round, id });
  return outcome.kind === "done";
}

const idOf = (...what: readonly string[]) => sha256(what.join("|")).slice(0, 24);
