/** Which code points a font draws with which glyphs: groups in order (`cmap`, format 12). */
interface Group {
  readonly first: number;
  readonly last: number;
  readonly glyph: number;
}

/**
 * The glyph of a code point, from a font's own map of characters; undefined: the font has none.
 * @throws TypeError if the map has no part of format 12
 */
export function glyphsOf(cmap: Buffer): (codePoint: number) => number | undefined {
  const groups = groupsIn(cmap);
  return (codePoint) => {
    let [low, high] = [0, groups.length - 1];
    while (low <= high) {
      const middle = (low + high) >> 1;
      const group = groups[middle];
      if (group === undefined) return undefined;
      if (codePoint < group.first) high = middle - 1;
      else if (codePoint > group.last) low = middle + 1;
      else return group.glyph + codePoint - group.first;
    }
    return undefined;
  };
}

function groupsIn(cmap: Buffer): readonly Group[] {
  const encodings = cmap.readUInt16BE(2);
  for (let at = 0; at < encodings; at += 1) {
    const start = cmap.readUInt32BE(8 + 8 * at);
    if (cmap.readUInt16BE(start) !== 12) continue;
    const count = cmap.readUInt32BE(start + 12);
    return Array.from({ length: count }, (_none, place) => ({
      first: cmap.readUInt32BE(start + 16 + 12 * place),
      last: cmap.readUInt32BE(start + 20 + 12 * place),
      glyph: cmap.readUInt32BE(start + 24 + 12 * place),
    }));
  }
  throw new TypeError("the font has no table of format 12");
}
