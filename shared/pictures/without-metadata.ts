import { type PictureType, pictureTypes } from "../files/upload/index.ts";
import { jpegWithoutMetadata } from "./jpeg.ts";
import { pngWithoutMetadata } from "./png.ts";
import { webpWithoutMetadata } from "./webp.ts";

const ways: Readonly<Record<PictureType, (content: Uint8Array) => Uint8Array | undefined>> = {
  "image/jpeg": jpegWithoutMetadata,
  "image/png": pngWithoutMetadata,
  "image/webp": webpWithoutMetadata,
};

/**
 * The picture alone, as it was compressed: nothing is drawn anew. Undefined: the content is no whole picture of its kind.
 * @param type media type; another one than `pictureTypes` answers undefined
 */
export function withoutMetadata(content: Uint8Array, type: string): Uint8Array | undefined {
  const known = pictureTypes.find((one) => one === type);
  return known === undefined ? undefined : ways[known](content);
}
