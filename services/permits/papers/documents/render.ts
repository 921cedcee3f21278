import { readFileSync } from "node:fs";
import type { DocumentContent } from "../domain/content.ts";
import { coverageOf } from "./coverage.ts";
import { fontPath } from "./fonts.ts";
import { renderHtml } from "./html.ts";
import { renderPdf } from "./pdf.ts";
import { type Sign, unsigned } from "./sealing.ts";
import { legible } from "./texts.ts";

export interface Rendered {
  readonly pdf: Uint8Array;
  readonly html: Uint8Array;
  /** Code points the font lacks, as `U+20BB7`; they stand so in the PDF. A browser may have them: the HTML keeps them. */
  readonly missing: readonly string[];
}

let covers: ReturnType<typeof coverageOf> | undefined;

/** Both renderings of a document. @param createdAt ISO instant that the PDF bears */
export async function render(content: DocumentContent, createdAt: string, sign: Sign = unsigned): Promise<Rendered> {
  covers ??= coverageOf(readFileSync(fontPath("NotoSerifSC-Regular.ttf")));
  const { content: printable, missing } = legible(content, covers);
  const pdf = await sign(await renderPdf(printable, createdAt), { organ: content.organ });
  return { pdf, html: new TextEncoder().encode(renderHtml(content)), missing };
}
