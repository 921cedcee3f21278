import type { KeptFile } from "../../../shared/papers/index.ts";
import { printPaper } from "../../../shared/printing/index.ts";
import { instruct, type Runtime } from "../../../shared/service/index.ts";
import { type PrintedPaper, printedPaper } from "./domain/paper.ts";

type DrawnUp = Extract<PrintedPaper, { status: "drawn-up" }>;

/**
 * The PDF of a paper as it was first printed. If nobody has asked for it yet, draws it and puts its hash on record. Of two who
 * ask first at once, both get the file that is on record.
 * @returns undefined if the content it is drawn from is lost or altered
 */
export async function printedPdfOf(id: string, state: DrawnUp, runtime: Runtime): Promise<KeptFile | undefined> {
  const { pdf, content, at, organ } = state;
  if (pdf !== undefined) return pdf;
  const drawn = await printPaper(runtime, { id, content, at, organ: organ.uscc });
  if (drawn === undefined) return undefined;
  const command = { type: "print" as const, pdf: drawn };
  await instruct({ of: printedPaper, id, command }).carryOut(runtime, { id: `paper/${id}|printed|${drawn.sha256}` });
  const printed = (await runtime.store.load(printedPaper, id))?.state;
  if (printed?.status !== "drawn-up" || printed.pdf === undefined)
    throw new Error("a paper's PDF was drawn and not put on record");
  return printed.pdf;
}
