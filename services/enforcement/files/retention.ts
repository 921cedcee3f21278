import { aggregate, endOfAll, type Runtime } from "../../../shared/service/index.ts";
import type { Loaded } from "../../../shared/store/index.ts";
import { penaltyCase } from "../cases/index.ts";
import { evidenceFile } from "./domain/decider.ts";
import { type EvidenceFile, evidenceFileKey } from "./domain/evidence-file.ts";

/** P-8: a file is over with its case. */
const endOfFile = (runtime: Runtime, { state, retained }: Loaded<EvidenceFile>): Promise<string | "open"> =>
  endOfAll(runtime, [{ of: penaltyCase, id: state.case }], retained?.endedOn ?? "");

/** P-8: its content goes. */
const removeFile = ({ files }: Runtime, { id }: Pick<Loaded<EvidenceFile>, "id">): Promise<void> =>
  files.remove(evidenceFileKey(id));

export const evidenceFileAggregate = aggregate(evidenceFile, undefined, { endOf: endOfFile, remove: removeFile });
