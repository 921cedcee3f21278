import { readFileSync } from "node:fs";
import type { TDocumentDefinitions } from "pdfmake/interfaces.js";
import type { DocumentContent } from "../domain/content.ts";
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
  for (const sizes of sizesFor(content)) {
    const pdf = await onOnePage(draw, letter(content, sizes));
    if (pdf !== undefined) return pdf;
  }
  return draw(letter(content, sizesFor(content)[0]));
}

/** Ends the drawing of what is longer than a page. */
const longer = new Error("longer than one page");

/** A letter, unless it is longer than a page: that is known once it is laid out, before anything is drawn. */
async function onOnePage(draw: (drawn: Drawn) => Promise<Uint8Array>, drawn: Drawn): Promise<Uint8Array | undefined> {
  const { footer } = drawn;
  try {
    return await draw({
      ...drawn,
      footer: (page, pages, size) => {
        if (pages > 1) throw longer;
        return typeof footer === "function" ? footer(page, pages, size) : footer;
      },
    });
  } catch (error) {
    if (error === longer) return undefined;
    throw error;
  }
}
