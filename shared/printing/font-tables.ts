/** A glyph as a font keeps it. */
export interface Glyph {
  /** Its advance and its left side bearing, as the font keeps them. */
  readonly metric: Uint8Array;
  readonly outline: Uint8Array;
}

/** What a small font is put together from: tables of the large one, and the glyphs it is to have. */
interface Parts {
  readonly head: Buffer;
  readonly hhea: Buffer;
  readonly maxp: Buffer;
  /** Tables taken over as they are. */
  readonly whole: ReadonlyMap<string, Uint8Array>;
  /** The glyph of what the font lacks; it is the first. */
  readonly missing: Glyph;
  /** In the order of their code points. */
  readonly drawn: readonly (Glyph & { readonly point: number })[];
}

/**
 * A TrueType font of these glyphs. Its checksums are empty: it is read once, by the program that embeds it, and never
 * handed out.
 */
export function fontOf({ head, hhea, maxp, whole, missing, drawn }: Parts): Uint8Array {
  const glyphs = [missing, ...drawn];
  const padded = glyphs.map(({ outline }) => Buffer.concat([outline, Buffer.alloc(-outline.length & 3)]));
  const starts = [0];
  for (const { length } of padded) starts.push((starts.at(-1) ?? 0) + length);
  const metrics = Buffer.from(hhea);
  metrics.writeUInt16BE(glyphs.length, 34);
  const most = Buffer.from(maxp);
  most.writeUInt16BE(glyphs.length, 4);
  // A glyph of another font may have more points and contours than any of this one.
  for (const { outline } of glyphs) raise(most, Buffer.from(outline));
  const tables = new Map<string, Uint8Array>([
    ...whole,
    ["cmap", mapOf(drawn.map(({ point }) => point))],
    ["glyf", Buffer.concat(padded)],
    ["head", head],
    ["hhea", metrics],
    ["hmtx", Buffer.concat(glyphs.map(({ metric }) => metric))],
    ["loca", words(starts)],
    ["maxp", most],
  ]);
  return fileOf([...tables].sort(([one], [other]) => (one < other ? -1 : 1)));
}

/** Lets a font have a glyph: its points and contours within what the font says it has at most. */
function raise(most: Buffer, outline: Buffer): void {
  if (outline.length === 0) return;
  const contours = outline.readInt16BE(0);
  const points = contours < 1 ? 0 : outline.readUInt16BE(8 + 2 * contours) + 1;
  if (points > most.readUInt16BE(6)) most.writeUInt16BE(points, 6);
  if (contours > most.readUInt16BE(8)) most.writeUInt16BE(contours, 8);
}

function words(values: readonly number[]): Buffer {
  const table = Buffer.alloc(4 * values.length);
  for (const [at, value] of values.entries()) table.writeUInt32BE(value, 4 * at);
  return table;
}

/** A map of characters with one part of format 12; the glyphs follow one another from the second. */
function mapOf(points: readonly number[]): Buffer {
  const groups = points.flatMap((point, at) => [point, point, at + 1]);
  const header = Buffer.from([0, 0, 0, 1, 0, 3, 0, 10, 0, 0, 0, 12, 0, 12, 0, 0]);
  return Buffer.concat([header, words([16 + 12 * points.length, 0, points.length, ...groups])]);
}

function fileOf(tables: readonly (readonly [string, Uint8Array])[]): Uint8Array {
  const directory = Buffer.alloc(12 + 16 * tables.length);
  directory.writeUInt32BE(0x00010000, 0);
  directory.writeUInt16BE(tables.length, 4);
  const parts: Uint8Array[] = [directory];
  let offset = directory.length;
  for (const [at, [tag, table]] of tables.entries()) {
    const record = 12 + 16 * at;
    directory.write(tag, record, "latin1");
    directory.writeUInt32BE(offset, record + 8);
    directory.writeUInt32BE(table.length, record + 12);
    const room = -table.length & 3;
    parts.push(table, Buffer.alloc(room));
    offset += table.length + room;
  }
  return Buffer.concat(parts);
}
