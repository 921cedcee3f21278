import type { DocumentContent } from "./content.ts";
import { specimenSeal } from "./drawings.ts";

/**
 * Where a signing service would go: it gets the finished PDF and the organ (USCC) in whose name it is signed, and answers the PDF
 * with a reliable electronic signature and seal (S-5). Its answer must be the same for the same input, or its first answer
 * be kept, since a document may be asked for again.
 */
export type Sign = (pdf: Uint8Array, by: { readonly organ: string }) => Promise<Uint8Array>;

/** No signing service: what is rendered stays as it is. */
export const unsigned: Sign = async (pdf) => pdf;

/** What stands where the seal belongs: an example's seal, or a free place for the stamp. */
export function sealOf({ organ, seal, specimen }: DocumentContent, fontFamily: string): string {
  if (specimen) return specimenSeal(organ, seal === "permits" ? "行政审批专用章" : undefined, fontFamily);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 120" width="120" height="120"><circle cx="60" cy="60" r="57" fill="none" stroke="#bbb" stroke-width="0.6" stroke-dasharray="3 3"/></svg>`;
}
