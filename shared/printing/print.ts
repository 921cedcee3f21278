import type { Files } from "../files/index.ts";
import type { KeptFile } from "../papers/kept.ts";
import { type Sign, unsigned } from "../papers/sealing.ts";
import { sha256 } from "../store/index.ts";
import { keepPaperFile } from "./keep.ts";

/**
 * Draws the PDF of a paper from its kept content. The same content and instant give the same bytes.
 * @param createdAt ISO instant that the PDF bears
 */
export type DrawPaper = (content: Uint8Array, createdAt: string) => Promise<Uint8Array>;

/** Draws on the thread that asks. The library is loaded by the first paper. */
export const drawHere: DrawPaper = async (content, createdAt) => {
  const [{ readContent }, { drawPdf }] = await Promise.all([import("./content-schema.ts"), import("./pdf/draw.ts")]);
  return drawPdf(readContent(content), createdAt);
};

/** What a runtime has for printing: where papers are kept and, on one machine, a thread that draws. */
export interface Printing {
  readonly files: Files;
  readonly drawing?: DrawPaper;
}

interface Unprinted {
  readonly id: string;
  readonly content: KeptFile;
  readonly at: string;
  /** In whose name it is signed. */
  readonly organ: string;
}

/**
 * Draws the PDF of a paper, has it signed, and keeps it under its hash.
 * @returns undefined if the kept content is lost or altered
 */
export async function printPaper(
  { files, drawing = drawHere }: Printing,
  { id, content, at, organ }: Unprinted,
  sign: Sign = unsigned,
): Promise<KeptFile | undefined> {
  const bytes = await files.get(content.key);
  if (bytes === undefined || sha256(bytes) !== content.sha256) return undefined;
  return keepPaperFile(files, id, "pdf", await sign(await drawing(bytes, at), { organ }));
}
