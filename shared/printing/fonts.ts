import { type FontName, fontAssets } from "./font-assets.ts";
import { type FontFile, openFontFile } from "./font-file.ts";
import { fontPath } from "./font-path.ts";
import { rareSliceOf } from "./rare-assets.ts";

const opened = new Map<FontName, FontFile>();

/** A face, opened once per process. */
export function face(name: FontName): FontFile {
  const known = opened.get(name) ?? openFontFile(fontPath(name, fontAssets[name]));
  opened.set(name, known);
  return known;
}

/** Whether a paper draws a character: the face itself, or the font for rare ones. */
export const draws = (codePoint: number): boolean =>
  face("NotoSerifSC-Regular.ttf").covers(codePoint) || rareSliceOf(codePoint) !== undefined;
