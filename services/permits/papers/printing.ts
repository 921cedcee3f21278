import type { KeptFile } from "../../../shared/papers/index.ts";
import { printPaper } from "../../../shared/printing/index.ts";
import { instruct, type Runtime } from "../../../shared/service/index.ts";
import { type Document, document } from "../documents/domain/document.ts";

type Composed = Exclude<Document, { status: "numbered" }>;

/**
 * The PDF of a document as it was first printed. If nobody has asked for it yet, draws it and puts its hash on record.
 * Of two who ask first at once, both get the file that is on record.
 * @returns undefined if the content it is drawn from is lost or altered
 */
export async function printedPdf(id: string, state: Composed, runtime: Runtime): Promise<KeptFile | undefined> {
  const { pdf, content, at, standing } = state;
  if (pdf !== undefined) return pdf;
  if (content === undefined) throw new TypeError("a document has neither PDF nor content");
  const drawn = await printPaper(runtime, { id, content, at, organ: standing.organ.name.zh });
  if (drawn === undefined) return undefined;
  const command = { type: "print" as const, pdf: drawn };
  await instruct({ of: document, id, command }).carryOut(runtime, { id: `document/${id}|printed|${drawn.sha256}` });
  const printed = (await runtime.store.load(document, id))?.state;
  if (printed === undefined || !("pdf" in printed)) throw new Error("a document's PDF was drawn and not put on record");
  return printed.pdf;
}
