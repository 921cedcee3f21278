import pdfmake from "pdfmake";
import type { TDocumentDefinitions } from "pdfmake/interfaces.js";
import { loadTownFrom } from "../../infra/towns/load.ts";
import { compose } from "../../services/permits/papers/domain/compose.ts";
import { samplesOf } from "../../services/permits/papers/samples.ts";
import { startOfDay } from "../../shared/calendar/index.ts";
import { renderHtml } from "../../shared/papers/index.ts";
import { drawPdf } from "../../shared/printing/pdf/draw.ts";
import { inTurn, ratio } from "./timing.ts";

/** One empty page in the same font: what pdfmake takes for itself. */
const emptyPage: TDocumentDefinitions = { content: "", pageSize: "A4", defaultStyle: { font: "Serif" } };

/** A decision as PDF, its fonts opened before, against one empty page of pdfmake in the same run. */
export async function documents(rounds: number) {
  const town = loadTownFrom("guangtong");
  const sample = samplesOf(town).find(({ kind }) => kind === "grant");
  if (sample === undefined) throw new Error("no sample of a grant");
  const { kind, source, standing, on } = sample;
  const frame = { ...standing, id: "BENCH", number: "广通许〔2026〕1号", on, town: town.profile };
  const content = compose(kind, source, frame);
  if (content === undefined) throw new Error("a grant has a paper");
  const began = performance.now();
  await drawPdf(content, startOfDay(on));
  const firstMs = Math.round(performance.now() - began);
  const timings = await inTurn(rounds, Math.ceil(rounds / 5), {
    emptyPage: () => pdfmake.createPdf(emptyPage).getBuffer(),
    decision: () => drawPdf(content, startOfDay(on)),
    html: async () => renderHtml(content),
  });
  const p50 = (of: string) => timings.get(of)?.p50 ?? Number.NaN;
  return {
    rounds,
    firstMs,
    milliseconds: Object.fromEntries(timings),
    ratio: ratio(p50("decision"), p50("emptyPage")),
  };
}
