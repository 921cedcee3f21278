import type { Content, TDocumentDefinitions } from "pdfmake/interfaces.js";
import type { DocumentContent } from "../../papers/content.ts";
import { qrCode } from "../../papers/drawings.ts";

/** What is drawn differs between a letter and a certificate; the rest is the same for both. */
export type Drawn = Pick<
  TDocumentDefinitions,
  "content" | "pageBreakBefore" | "pageOrientation" | "pageMargins" | "background" | "footer" | "defaultStyle"
>;

/** The code that leads to verification, as wide as asked, in points; nothing on what stays in the house. */
export const code = ({ verifyAt }: DocumentContent, width: number): Content & object =>
  verifyAt === undefined ? { text: "" } : { svg: qrCode(verifyAt), fit: [width, width] };
