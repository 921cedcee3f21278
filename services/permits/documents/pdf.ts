import { readFileSync } from "node:fs";
import type { TDocumentDefinitions } from "pdfmake/interfaces.js";
import type { DocumentContent } from "../domain/document/content.ts";
import type { Drawn } from "./drawn.ts";
import { fontPath } from "./fonts.ts";
import { letter } from "./pdf-letter.ts";
import { sheet } from "./pdf-sheet.ts";
import { sizesFor } from "./sizes.ts";

/**
 * pdfmake with the fonts given to it; loaded by the first document, because few functions ever draw one. The fonts stay
 * in memory: read from disk they would be read, 20 MB and more, for every document.
 */
let printing: Promise<typeof import("pdfmake")> | undefined;
async function printer() {
  const { default: pdfmake } = await import("pdfmake");
  // Under their PostScript names: by these the seal, which is SVG, finds what the text has opened.
  const [normal, bold] = ["NotoSerifSC-Regular", "NotoSerifSC-Bold"] as const;
  for (const name of [normal, bold]) pdfmake.virtualfs.writeFileSync(name, readFileSync(fontPath(`${name}.ttf`)));
  pdfmake.setFonts({ Serif: { normal, bold } });
  // A document is made of what it is given: nothing is fetched, and nothing read.
  pdfmake.setUrlAccessPolicy(() => false);
  pdfmake.setLocalAccessPolicy(() => false);
  return pdfmake;
}

/**
 * The document as a PDF, its fonts' used glyphs embedded. The same content and instant give the same bytes.
 * @param createdAt ISO instant, of the event that causes the document
 */
export async function renderPdf(content: DocumentContent, createdAt: string): Promise<Uint8Array> {
  printing ??= printer();
  const pdfmake = await printing;
  const { title, number, organ, layout } = content;
  const common: Omit<TDocumentDefinitions, "content"> = {
    info: {
      title: `${title.replace("\n", "")} ${number}`,
      author: organ,
      creator: "Qiangzhen",
      producer: "Qiangzhen",
      creationDate: new Date(createdAt),
    },
    version: "1.7",
    language: "zh-CN",
    displayTitle: true,
    pageSize: "A4",
  };
  const draw = async (drawn: Drawn) => new Uint8Array(await pdfmake.createPdf({ ...common, ...drawn }).getBuffer());
  if (layout === "certificate") return draw(sheet(content));
  const [fairest, ...closer] = sizesFor(content);
  const first = await draw(letter(content, fairest));
  if (pagesOf(first) === 1) return first;
  for (const sizes of closer) {
    const pdf = await draw(letter(content, sizes));
    if (pagesOf(pdf) === 1) return pdf;
  }
  return first;
}

const pagesOf = (pdf: Uint8Array) =>
  Buffer.from(pdf)
    .toString("latin1")
    .match(/\/Type \/Page\b/g)?.length ?? 0;
