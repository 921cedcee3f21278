import type { TDocumentDefinitions } from "pdfmake/interfaces.js";
import type { DocumentContent } from "../domain/document/content.ts";
import { fontPath } from "./fonts.ts";
import { letter } from "./pdf-letter.ts";
import { sheet } from "./pdf-sheet.ts";

/** pdfmake with the fonts named to it; loaded by the first document, because few functions ever draw one. */
let printing: Promise<typeof import("pdfmake")> | undefined;
async function printer() {
  const { default: pdfmake } = await import("pdfmake");
  const [normal, bold] = [fontPath("NotoSerifSC-Regular.ttf"), fontPath("NotoSerifSC-Bold.ttf")];
  pdfmake.setFonts({ Serif: { normal, bold } });
  // A document is made of what it is given: nothing is fetched, and nothing read but the fonts.
  pdfmake.setUrlAccessPolicy(() => false);
  pdfmake.setLocalAccessPolicy((path) => path === normal || path === bold);
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
  const definition: TDocumentDefinitions = {
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
    ...(layout === "certificate" ? sheet(content) : letter(content)),
  };
  return new Uint8Array(await pdfmake.createPdf(definition).getBuffer());
}
