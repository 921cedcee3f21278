/**
 * The font for characters that Noto Serif SC lacks: HanaMin (花園明朝, free to use and pass on), CJK extensions B to F and the
 * supplement of compatibility ideographs. Its package holds each block in slices of 1,024 characters.
 */
const blocks = [
  { name: "B.CJK-Unified-Ideographs-Extension-B", first: 0x20000, last: 0x2a6d6, digits: 2 },
  { name: "B.CJK-Unified-Ideographs-Extension-C", first: 0x2a700, last: 0x2b734, digits: 1 },
  { name: "B.CJK-Unified-Ideographs-Extension-D", first: 0x2b740, last: 0x2b81d, digits: 0 },
  { name: "B.CJK-Unified-Ideographs-Extension-E", first: 0x2b820, last: 0x2cea1, digits: 1 },
  { name: "B.CJK-Unified-Ideographs-Extension-F", first: 0x2ceb0, last: 0x2ebe0, digits: 1 },
  { name: "A.CJK-Compatibility-Ideographs-Supplement", first: 0x2f800, last: 0x2fa1d, digits: 0 },
] as const;

const sliceSize = 0x400;

/** A file of the font: its name, and the first and last character that it draws. */
interface Slice {
  readonly name: string;
  readonly first: number;
  readonly last: number;
}

const slices: readonly Slice[] = blocks.flatMap(({ name, first, last, digits }) => {
  if (digits === 0) return [{ name: `HanaMin${name}.woff2`, first, last }];
  return Array.from({ length: Math.ceil((last - first + 1) / sliceSize) }, (_none, at) => ({
    name: `HanaMin${name}-${String(at + 1).padStart(digits, "0")}.woff2`,
    first: first + at * sliceSize,
    last: Math.min(last, first + (at + 1) * sliceSize - 1),
  }));
});

/** The slice that draws a character; undefined: none does. */
export const rareSliceOf = (codePoint: number): string | undefined =>
  slices.find(({ first, last }) => codePoint >= first && codePoint <= last)?.name;

/** Each slice by its name, and where it is in the packages. */
export const rareFontAssets: Readonly<Record<string, string>> = Object.fromEntries(
  slices.map(({ name }) => [name, `hanamin/${name}`]),
);
