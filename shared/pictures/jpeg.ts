import { joinedBytes } from "./joined-bytes.ts";

/** Markers of ITU-T T.81 that draw the picture: frames, tables, restart intervals. */
const drawing: ReadonlySet<number> = new Set([
  ...[0xc0, 0xc1, 0xc2, 0xc3, 0xc4, 0xc5, 0xc6, 0xc7, 0xc9, 0xca, 0xcb, 0xcc, 0xcd, 0xce, 0xcf],
  ...[0xdb, 0xdc, 0xdd],
]);
const isFrame = (marker: number): boolean => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
const startOfScan = 0xda;
const endOfImage = 0xd9;
const isAlone = (marker: number): boolean => marker === 0x01 || (marker >= 0xd0 && marker <= 0xd7);

const beginsWith = (content: Uint8Array, text: string): boolean =>
  [...text].every((sign, at) => content[at] === sign.charCodeAt(0));

/** A segment as it is kept: whole, cut to what draws the picture, or not at all. */
function keptSegment(marker: number, payload: Uint8Array): Uint8Array | undefined {
  if (drawing.has(marker)) return payload;
  // JFIF: units and density, without its thumbnail.
  if (marker === 0xe0 && payload.length >= 12 && beginsWith(payload, "JFIF\0"))
    return Uint8Array.from([...payload.subarray(0, 12), 0, 0]);
  // Adobe: how the colours were transformed.
  if (marker === 0xee && payload.length >= 12 && beginsWith(payload, "Adobe")) return payload.slice(0, 12);
  return undefined;
}

/** Where the entropy-coded data of a scan ends: at the next marker that is no restart. */
function endOfScan(content: Uint8Array, from: number): number {
  for (let at = from; at < content.length - 1; at += 1) {
    if (content[at] !== 0xff) continue;
    const next = content[at + 1] ?? 0;
    if (next !== 0 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return at;
  }
  return content.length;
}

/**
 * A JPEG with the segments that draw it, and no other. It ends at its first end: what follows is left behind.
 * @returns undefined where it is no JPEG, or stops before its end
 */
export function jpegWithoutMetadata(content: Uint8Array): Uint8Array | undefined {
  if (content[0] !== 0xff || content[1] !== 0xd8) return undefined;
  const kept: Uint8Array[] = [content.subarray(0, 2)];
  let frames = 0;
  let scans = 0;
  for (let at = 2; at < content.length; ) {
    if (content[at] !== 0xff) return undefined;
    const marker = content[at + 1];
    if (marker === undefined) return undefined;
    if (marker === 0xff || isAlone(marker)) {
      at += marker === 0xff ? 1 : 2;
      continue;
    }
    if (marker === endOfImage) {
      if (frames === 0 || scans === 0) return undefined;
      kept.push(Uint8Array.of(0xff, endOfImage));
      return joinedBytes(kept);
    }
    const length = ((content[at + 2] ?? 0) << 8) | (content[at + 3] ?? 0);
    const end = at + 2 + length;
    if (length < 2 || end > content.length) return undefined;
    const payload = content.subarray(at + 4, end);
    if (marker === startOfScan) {
      scans += 1;
      const until = endOfScan(content, end);
      kept.push(content.subarray(at, until));
      at = until;
      continue;
    }
    if (isFrame(marker)) frames += 1;
    const stays = keptSegment(marker, payload);
    if (stays !== undefined) kept.push(headerOf(marker, stays.length), stays);
    at = end;
  }
  return undefined;
}

const headerOf = (marker: number, length: number): Uint8Array =>
  Uint8Array.of(0xff, marker, (length + 2) >> 8, (length + 2) & 0xff);
