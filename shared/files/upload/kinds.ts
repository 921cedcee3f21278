/** Kinds of file that people send in: those whose content can be told from its bytes. */
export const uploadTypes = [
  "application/pdf",
  "image/jpeg",
  "image/png",
  "image/heic",
  "image/webp",
  "audio/mpeg",
  "video/mp4",
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
] as const;

/** Kinds of picture whose metadata can be taken out (`shared/pictures`). */
export const pictureTypes = ["image/jpeg", "image/png", "image/webp"] as const;
export type PictureType = (typeof pictureTypes)[number];

/** The ending that a type's files have, so that what is saved opens as what it is, under any name. */
const endings: Readonly<Record<(typeof uploadTypes)[number], string>> = {
  "application/pdf": "pdf",
  "image/jpeg": "jpg",
  "image/png": "png",
  "image/heic": "heic",
  "image/webp": "webp",
  "audio/mpeg": "mp3",
  "video/mp4": "mp4",
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "docx",
};

/** Under which name a file of this media type is saved. */
export function savedName(stem: string, mediaType: string): string {
  const type = uploadTypes.find((one) => one === mediaType);
  return `${stem}.${type === undefined ? "bin" : endings[type]}`;
}
