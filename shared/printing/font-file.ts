import { closeSync, openSync, readSync } from "node:fs";
import { glyphsOf } from "./font-map.ts";
import { fontOf, type Glyph } from "./font-tables.ts";

/** A font in a file, read as far as it is needed. */
export interface FontFile {
  covers(codePoint: number): boolean;
  /**
   * A font with the characters of a text alone, and without shaping: a Chinese letter needs none.
   * @param others glyphs of other fonts, by their code points, for what this one lacks
   */
  cut(text: string, others?: ReadonlyMap<number, Glyph>): Uint8Array;
}

/** What a font keeps of itself in a font cut from it, besides its glyphs. */
const whole = ["OS/2", "name", "post", "prep"] as const;

/**
 * Opens a TrueType font. Reads its small tables at once, and the outline of a glyph when it is first cut.
 * @throws TypeError if the font lacks a table, or is built in another way than the fonts of this house
 */
export function openFontFile(path: string): FontFile {
  const tables = directoryOf(path);
  const place = (tag: string) => {
    const found = tables.get(tag);
    if (found === undefined) throw new TypeError(`the font has no ${tag}`);
    return found;
  };
  const table = (tag: string) => bytesOf(path, place(tag));
  const glyphs = glyphsOf(table("cmap"));
  const [head, hhea, hmtx, loca] = [table("head"), table("hhea"), table("hmtx"), table("loca")];
  if (head.readInt16BE(50) !== 1) throw new TypeError("the font has short offsets");
  const kept = new Map(whole.map((tag) => [tag, table(tag)]));
  const metrics = hhea.readUInt16BE(34);
  const outlines = new Map<number, Buffer>();
  const outline = (glyph: number) => {
    const known = outlines.get(glyph);
    if (known !== undefined) return known;
    const [start, end] = [loca.readUInt32BE(4 * glyph), loca.readUInt32BE(4 * glyph + 4)];
    const read = bytesOf(path, { offset: place("glyf").offset + start, length: end - start });
    if (read.length > 0 && read.readInt16BE(0) < 0) throw new TypeError("a glyph is made of others");
    outlines.set(glyph, read);
    return read;
  };
  // The last advance holds for all glyphs after it; each glyph has a bearing of its own.
  const metricOf = (glyph: number) =>
    glyph < metrics
      ? hmtx.subarray(4 * glyph, 4 * glyph + 4)
      : Buffer.concat([
          hmtx.subarray(4 * metrics - 4, 4 * metrics - 2),
          hmtx.subarray(2 * (metrics + glyph), 2 * (metrics + glyph) + 2),
        ]);
  return {
    covers: (codePoint) => glyphs(codePoint) !== undefined,
    cut(text, others) {
      const points = [...new Set(text)].map((character) => character.codePointAt(0) ?? 0).sort((a, b) => a - b);
      const drawn = points.flatMap((point) => {
        const glyph = glyphs(point);
        if (glyph !== undefined) return [{ point, metric: metricOf(glyph), outline: outline(glyph) }];
        const other = others?.get(point);
        return other === undefined ? [] : [{ point, ...other }];
      });
      const missing = { metric: metricOf(0), outline: outline(0) };
      return fontOf({ head, hhea, maxp: table("maxp"), whole: kept, missing, drawn });
    },
  };
}

interface Place {
  readonly offset: number;
  readonly length: number;
}

function directoryOf(path: string): ReadonlyMap<string, Place> {
  const count = bytesOf(path, { offset: 4, length: 2 }).readUInt16BE(0);
  const records = bytesOf(path, { offset: 12, length: 16 * count });
  return new Map(
    Array.from({ length: count }, (_none, at) => {
      const place = { offset: records.readUInt32BE(16 * at + 8), length: records.readUInt32BE(16 * at + 12) };
      return [records.toString("latin1", 16 * at, 16 * at + 4), place];
    }),
  );
}

function bytesOf(path: string, { offset, length }: Place): Buffer {
  const file = openSync(path, "r");
  try {
    const bytes = Buffer.alloc(length);
    if (readSync(file, bytes, 0, length, offset) !== length) throw new TypeError("the font ends too early");
    return bytes;
  } finally {
    closeSync(file);
  }
}
