import type { DocumentContent } from "../../../shared/papers/index.ts";
import { paperPolicy } from "../../../shared/printing/hand-out.ts";
import { drawHere } from "../../../shared/printing/print.ts";
import type { Runtime } from "../../../shared/service/index.ts";

/** What a page may load that shows a paper: nothing but its own style. */
export const htmlPolicy = { "content-security-policy": paperPolicy };

/**
 * A paper as a PDF, drawn from what its record says, on a thread of its own where there is one. The same record gives the same bytes.
 * @param at ISO instant that the PDF bears
 */
export async function pdfOf(content: DocumentContent, at: string, { drawing = drawHere }: Pick<Runtime, "drawing">) {
  const bytes = new TextEncoder().encode(JSON.stringify(content));
  return {
    content: await drawing(bytes, at),
    headers: {
      "content-disposition": `inline; filename="${content.kind}.pdf"`,
      "content-security-policy": paperPolicy,
    },
  };
}
