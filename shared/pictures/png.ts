import { joinedBytes } from "./joined-bytes.ts";

const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

/** Chunks of ISO/IEC 15948 that draw the picture, and the largest size of those that have one. */
const drawing: ReadonlyMap<string, number> = new Map([
  ["IHDR", 13],
  ["PLTE", 768],
  ["IDAT", Number.MAX_SAFE_INTEGER],
  ["IEND", 0],
  ["tRNS", 256],
  ["gAMA", 4],
  ["cHRM", 32],
  ["sRGB", 1],
  ["sBIT", 4],
  ["bKGD", 6],
  ["pHYs", 9],
]);

/**
 * A PNG with the chunks that draw it, and no other: no text, time, EXIF, colour profile or second frame. It ends at its end chunk.
 * @returns undefined where it is no PNG, or stops before its end
 */
export function pngWithoutMetadata(content: Uint8Array): Uint8Array | undefined {
  if (!signature.every((byte, at) => content[at] === byte)) return undefined;
  const view = new DataView(content.buffer, content.byteOffset, content.byteLength);
  const kept: Uint8Array[] = [content.subarray(0, 8)];
  const seen = new Set<string>();
  for (let at = 8; at + 12 <= content.length; ) {
    const length = view.getUint32(at);
    const end = at + 12 + length;
    if (end > content.length) return undefined;
    const type = String.fromCharCode(...content.subarray(at + 4, at + 8));
    if (seen.size === 0 && type !== "IHDR") return undefined;
    seen.add(type);
    const most = drawing.get(type);
    if (most !== undefined && length <= most) kept.push(content.subarray(at, end));
    if (type === "IEND") return seen.has("IDAT") && length === 0 ? joinedBytes(kept) : undefined;
    at = end;
  }
  return undefined;
}
