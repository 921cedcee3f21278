import type { TDocumentDefinitions } from "pdfmake/interfaces.js";
import type { DocumentContent } from "../../papers/content.ts";
import { legible } from "../../papers/legible.ts";
import { draws, face } from "../fonts.ts";
import { rareGlyphsFor } from "../rare-glyphs.ts";
import type { Drawn } from "./drawn.ts";
import { letter } from "./letter.ts";
import { sheet } from "./sheet.ts";
import { sizesFor } from "./sizes.ts";

/** Under their PostScript names: by these the seal, which is SVG, finds what the text has opened. */
const [normal, bold] = ["NotoSerifSC-Regular", "NotoSerifSC-Bold"] as const;

/** pdfmake, loaded by the first document: few functions ever draw one. */
let printing: Promise<typeof import("pdfmake")> | undefined;
async function printer() {
  const { default: pdfmake } = await import("pdfmake");
  pdfmake.setFonts({ Serif: { normal, bold } });
  // A document is made of what it is given: nothing is fetched, and nothing read.
  pdfmake.setUrlAccessPolicy(() => false);
  pdfmake.setLocalAccessPolicy(() => false);
  return pdfmake;
}

/** pdfmake has one set of fonts, and each document its own: one document is drawn after the other. */
let last: Promise<unknown> = Promise.resolve();

/**
 * The document as a PDF with the glyphs it uses. The same content and instant give the same bytes. What no font draws
 * stands as its code point.
 * @param createdAt ISO instant, of the event that causes the document
 */
export function drawPdf(content: DocumentContent, createdAt: string): Promise<Uint8Array> {
  const drawn = last.then(() => draw(legible(content, draws).content, createdAt));
  last = drawn.catch(() => undefined);
  return drawn;
}

async function draw(content: DocumentContent, createdAt: string): Promise<Uint8Array> {
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
  const sizes = sizesFor(content);
  const fairest = layout === "certificate" ? sheet(content) : letter(content, sizes[0]);
  const text = textIn(fairest);
  for (const name of [normal, bold]) {
    const { cut, covers } = face(`${name}.ttf`);
    pdfmake.virtualfs.writeFileSync(name, cut(text, await rareGlyphsFor(text, covers)));
  }
  const finish = async (drawn: Drawn) => new Uint8Array(await pdfmake.createPdf({ ...common, ...drawn }).getBuffer());
  if (layout === "certificate") return finish(fairest);
  for (const [at, size] of sizes.entries()) {
    const pdf = await onOnePage(finish, at === 0 ? fairest : letter(content, size));
    if (pdf !== undefined) return pdf;
  }
  // A layout that was begun has moved what it was given: what is longer is laid out anew.
  return finish(letter(content, sizes[0]));
}

/** Every character a document may draw: those of all its strings, and what numbers of pages are written with. */
function textIn({ footer, background: _none, ...drawn }: Drawn): string {
  const foot = typeof footer === "function" ? footer(1, 1, { width: 0, height: 0, orientation: "portrait" }) : footer;
  const strings: string[] = [latin];
  const gather = (value: unknown): void => {
    if (typeof value === "string") strings.push(value);
    else if (typeof value === "object" && value !== null) Object.values(value).forEach(gather);
  };
  gather([drawn, foot]);
  return strings.join("");
}
const latin = String.fromCharCode(...Array.from({ length: 95 }, (_none, at) => 32 + at));

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
