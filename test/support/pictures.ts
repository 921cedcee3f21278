/** Bytes one after another; text stands as Latin-1. */
export const bytesOf = (...parts: readonly (string | number | Uint8Array | readonly number[])[]): Uint8Array =>
  Uint8Array.from(
    parts.flatMap((part) =>
      typeof part === "string"
        ? [...part].map((sign) => sign.charCodeAt(0))
        : typeof part === "number"
          ? [part]
          : [...part],
    ),
  );

const big = (value: number): number[] => [value >>> 24, (value >> 16) & 255, (value >> 8) & 255, value & 255];
const little = (value: number): number[] => big(value).toReversed();
const short = (value: number): number[] => [value >> 8, value & 255];

/** A segment of a JPEG. */
export const segment = (marker: number, payload: Uint8Array): Uint8Array =>
  bytesOf(0xff, marker, short(payload.length + 2), payload);

const frame = segment(0xc0, bytesOf(8, 0, 1, 0, 1, 1, 1, 0x11, 0));
const scan = bytesOf(segment(0xda, bytesOf(1, 1, 0, 0, 63, 0)), [0x12, 0xff, 0x00, 0x34, 0xff, 0xd0, 0x56]);
const tables = bytesOf(segment(0xdb, bytesOf(0, new Uint8Array(64).fill(1))), segment(0xc4, new Uint8Array(20)));

/** A JPEG of one pixel: what draws it, with other segments before and bytes after its end. */
export const aJpeg = (others: readonly Uint8Array[] = [], after: Uint8Array = bytesOf()): Uint8Array =>
  bytesOf([0xff, 0xd8], ...others, tables, frame, scan, [0xff, 0xd9], after);

const entry = (tag: number, type: number, count: number, value: readonly number[]): number[] => [
  ...short(tag),
  ...short(type),
  ...big(count),
  ...value,
];
const directory = (entries: readonly number[][]): number[] => [...short(entries.length), ...entries.flat(), ...big(0)];
const ratios = (...values: readonly number[]): number[] => values.flatMap((value) => [...big(value), ...big(1)]);

/** EXIF of a camera: 2 March 2026, 10:00, at 25°9′N 101°55′E, turned a quarter. */
export function anExif(): Uint8Array {
  const [first, exif, gps, time, where] = [8, 50, 68, 122, 142];
  const body = bytesOf(
    ["M", "M"].map((sign) => sign.charCodeAt(0)),
    [0, 42],
    big(first),
    directory([
      entry(0x0112, 3, 1, [...short(6), 0, 0]),
      entry(0x8769, 4, 1, big(exif)),
      entry(0x8825, 4, 1, big(gps)),
    ]),
    directory([entry(0x9003, 2, 20, big(time))]),
    directory([
      entry(1, 2, 2, ["N".charCodeAt(0), 0, 0, 0]),
      entry(2, 5, 3, big(where)),
      entry(3, 2, 2, ["E".charCodeAt(0), 0, 0, 0]),
      entry(4, 5, 3, big(where + 24)),
    ]),
    "2026:03:02 10:00:00\0",
    ratios(25, 9, 0),
    ratios(101, 55, 0),
  );
  return body;
}

/** A JPEG as a telephone makes it. */
export const aPhoto = (said = "secret"): Uint8Array =>
  aJpeg([
    segment(0xe1, bytesOf("Exif\0\0", anExif())),
    segment(0xe1, bytesOf("http://ns.adobe.com/xap/1.0/\0", `<x:xmpmeta>${said}</x:xmpmeta>`)),
    segment(0xed, bytesOf("Photoshop 3.0\0", said)),
    segment(0xfe, bytesOf(said)),
  ]);

/** A chunk of a PNG; nobody reads its check sum here. */
export const pngChunk = (type: string, payload: Uint8Array): Uint8Array =>
  bytesOf(big(payload.length), type, payload, [0, 0, 0, 0]);
export const aPng = (others: readonly Uint8Array[] = [], after: Uint8Array = bytesOf()): Uint8Array =>
  bytesOf(
    [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
    pngChunk("IHDR", bytesOf(big(1), big(1), 8, 0, 0, 0, 0)),
    ...others,
    pngChunk("IDAT", bytesOf(1, 2, 3)),
    pngChunk("IEND", bytesOf()),
    after,
  );

/** A chunk of a WebP. */
export const webpChunk = (type: string, payload: Uint8Array): Uint8Array =>
  bytesOf(type, little(payload.length), payload, payload.length % 2 === 1 ? [0] : []);
export const aWebp = (others: readonly Uint8Array[] = [], after: Uint8Array = bytesOf(), flags = 0): Uint8Array => {
  const body = bytesOf(
    "WEBP",
    webpChunk("VP8X", bytesOf(flags, [0, 0, 0], [0, 0, 0], [0, 0, 0])),
    webpChunk("VP8 ", bytesOf(1, 2, 3)),
    ...others,
  );
  return bytesOf("RIFF", little(body.length), body, after);
};
