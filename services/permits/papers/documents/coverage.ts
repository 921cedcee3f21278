/** Where a TrueType font keeps what it can draw: groups of code points, in order (`cmap`, format 12). */
interface Group {
  readonly first: number;
  readonly last: number;
}

/**
 * Whether a font has a glyph for a code point. Reads the font's own table, so that what it lacks is known before anything
 * is drawn with it.
 * @throws TypeError if the font has no table of format 12
 */
export function coverageOf(font: Buffer): (codePoint: number) => boolean {
  const groups = groupsIn(font);
  return (codePoint) => {
    let [low, high] = [0, groups.length - 1];
    while (low <= high) {
      const middle = (low + high) >> 1;
      const group = groups[middle];
      if (group === undefined) return false;
      if (codePoint < group.first) high = middle - 1;
      else if (codePoint > group.last) low = middle + 1;
      else return true;
    }
    return false;
  };
}

function groupsIn(font: Buffer): readonly Group[] {
  const cmap = tableAt(font, "cmap");
  const encodings = font.readUInt16BE(cmap + 2);
  for (let at = 0; at < encodings; at += 1) {
    const start = cmap + font.readUInt32BE(cmap + 8 + 8 * at);
    if (font.readUInt16BE(start) !== 12) continue;
    const count = font.readUInt32BE(start + 12);
    return Array.from({ length: count }, (_none, place) => ({
      first: font.readUInt32BE(start + 16 + 12 * place),
      last: font.readUInt32BE(start + 20 + 12 * place),
    }));
  }
  throw new TypeError("the font has no table of format 12");
}

function tableAt(font: Buffer, tag: string): number {
  const tables = font.readUInt16BE(4);
  for (let at = 0; at < tables; at += 1) {
    const record = 12 + 16 * at;
    if (font.toString("latin1", record, record + 4) === tag) return font.readUInt32BE(record + 8);
  }
  throw new TypeError(`the font has no ${tag}`);
}
