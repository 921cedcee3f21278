import { joinedBytes } from "./joined-bytes.ts";

/** Chunks of RFC 9649 that draw the picture. */
const drawing: ReadonlySet<string> = new Set(["VP8 ", "VP8L", "VP8X", "ALPH", "ANIM", "ANMF"]);
const ofFrame: ReadonlySet<string> = new Set(["VP8 ", "VP8L", "ALPH"]);
/** Of the flags of VP8X: there is an alpha channel, and an animation. Those of profile, EXIF and XMP go. */
const flagsKept = 0x12;

const nameAt = (content: Uint8Array, at: number): string => String.fromCharCode(...content.subarray(at, at + 4));

/** The chunks of a container that draw something; undefined: one is cut off. */
function chunksOf(content: Uint8Array, from: number, kept: ReadonlySet<string>): Uint8Array[] | undefined {
  const view = new DataView(content.buffer, content.byteOffset, content.byteLength);
  const chunks: Uint8Array[] = [];
  for (let at = from; at < content.length; ) {
    if (at + 8 > content.length) return undefined;
    const name = nameAt(content, at);
    const length = view.getUint32(at + 4, true);
    const end = at + 8 + length;
    if (end > content.length) return undefined;
    if (kept.has(name)) {
      const payload = payloadOf(name, content.subarray(at + 8, end));
      if (payload === undefined) return undefined;
      chunks.push(chunkOf(name, payload));
    }
    at = end + (length % 2);
  }
  return chunks;
}

function payloadOf(name: string, payload: Uint8Array): Uint8Array | undefined {
  if (name === "VP8X") {
    if (payload.length < 10) return undefined;
    return Uint8Array.from([(payload[0] ?? 0) & flagsKept, 0, 0, 0, ...payload.subarray(4, 10)]);
  }
  if (name !== "ANMF") return payload;
  const frame = payload.length < 16 ? undefined : chunksOf(payload, 16, ofFrame);
  return frame === undefined || frame.length === 0 ? undefined : joinedBytes([payload.subarray(0, 16), ...frame]);
}

function chunkOf(name: string, payload: Uint8Array): Uint8Array {
  const chunk = new Uint8Array(8 + payload.length + (payload.length % 2));
  chunk.set([...name].map((sign) => sign.charCodeAt(0)));
  new DataView(chunk.buffer).setUint32(4, payload.length, true);
  chunk.set(payload, 8);
  return chunk;
}

const drawn: ReadonlySet<string> = new Set(["VP8 ", "VP8L", "ANMF"]);

/**
 * A WebP with the chunks that draw it, and no other: no EXIF, XMP or colour profile, and nothing after its end.
 * @returns undefined where it is no WebP, or stops before its end
 */
export function webpWithoutMetadata(content: Uint8Array): Uint8Array | undefined {
  if (content.length < 12 || nameAt(content, 0) !== "RIFF" || nameAt(content, 8) !== "WEBP") return undefined;
  const size = new DataView(content.buffer, content.byteOffset, content.byteLength).getUint32(4, true);
  if (size < 4 || size + 8 > content.length) return undefined;
  const chunks = chunksOf(content.subarray(0, size + 8), 12, drawing);
  if (chunks?.some((chunk) => drawn.has(nameAt(chunk, 0))) !== true) return undefined;
  const body = joinedBytes([Uint8Array.from([..."WEBP"].map((sign) => sign.charCodeAt(0))), ...chunks]);
  return chunkOf("RIFF", body);
}
