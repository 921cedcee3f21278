import { aggregate, endOfAll, type Runtime } from "../../../shared/service/index.ts";
import type { Loaded } from "../../../shared/store/index.ts";
import { penaltyCase } from "./domain/case/decider.ts";
import { evidence } from "./domain/evidence/decider.ts";
import type { Evidence } from "./domain/evidence/evidence.ts";

/** P-8: a piece of evidence is over with its case. */
const endOfEvidence = (runtime: Runtime, { state, retained }: Loaded<Evidence>): Promise<string | "open"> =>
  endOfAll(runtime, [{ of: penaltyCase, id: state.case }], retained?.endedOn ?? "");

export const evidenceAggregate = aggregate(evidence, undefined, { endOf: endOfEvidence });
