import { aggregate, endOfAll, type Runtime } from "../../../shared/service/index.ts";
import type { Loaded } from "../../../shared/store/index.ts";
import { penaltyCase } from "../cases/index.ts";
import { type CaseFile, caseFile } from "./domain/case-file.ts";

/** P-8: an export is over with its case. */
const endOfExport = (runtime: Runtime, { state, retained }: Loaded<CaseFile>): Promise<string | "open"> =>
  endOfAll(runtime, [{ of: penaltyCase, id: state.case }], retained?.endedOn ?? "");

/** P-8: the file goes; its hash and its chain stay, so that what the archive keeps can still be verified. */
async function removeExport({ files }: Runtime, { state }: Loaded<CaseFile>): Promise<void> {
  if (state.status === "made") await files.remove(state.file.key);
}

export const caseFileAggregate = aggregate(caseFile, undefined, { endOf: endOfExport, remove: removeExport });
