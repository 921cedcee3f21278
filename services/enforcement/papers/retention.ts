import { aggregate, endOfAll, type Runtime } from "../../../shared/service/index.ts";
import type { Loaded } from "../../../shared/store/index.ts";
import { onSpotPenalty } from "../cases/domain/on-spot/decider.ts";
import { penaltyCase, proceeding } from "../cases/index.ts";
import { siteInspection } from "../inspections/domain/visit/decider.ts";
import { fine } from "../payment/domain/decider.ts";
import { rectification } from "../rectification/domain/decider.ts";
import { guidance } from "../rectification/domain/guidance.ts";
import { type PrintedPaper, printedPaper } from "./domain/paper.ts";

const files = { "on-spot": onSpotPenalty, inspection: siteInspection, order: rectification, guidance };

/** P-8: a paper is over with its case and with the proceeding and the fine of its party, or with what it belongs to. */
const endOfPaper = (runtime: Runtime, { state, retained }: Loaded<PrintedPaper>): Promise<string | "open"> => {
  const { of, party } = state;
  const his = party === undefined ? [] : [proceeding, fine].map((one) => ({ of: one, id: `${of.id}:${party}` }));
  const records = of.kind === "case" ? [{ of: penaltyCase, id: of.id }, ...his] : [{ of: files[of.kind], id: of.id }];
  return endOfAll(runtime, records, retained?.endedOn ?? "");
};

/** P-8: its content, its page and its PDF go; the hashes stay, so that a copy can still be verified. */
async function removePaper({ files }: Runtime, { state }: Loaded<PrintedPaper>): Promise<void> {
  if (state.status === "numbered") return;
  const { content, html, pdf } = state;
  for (const file of [content, html, pdf]) if (file !== undefined) await files.remove(file.key);
}

export const paperAggregate = aggregate(printedPaper, undefined, { endOf: endOfPaper, remove: removePaper });
