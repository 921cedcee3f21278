import { materialTypes } from "../../../../shared/town/materials.ts";

/** The ending that a type's files have, so that what is saved opens as what it is, whatever it was called. */
const endings: Readonly<Record<(typeof materialTypes)[number], string>> = {
  "application/pdf": "pdf",
  "image/jpeg": "jpg",
  "image/png": "png",
  "image/heic": "heic",
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "docx",
};

/** Under which name a file of this media type is saved. */
export function savedName(stem: string, mediaType: string): string {
  const type = materialTypes.find((one) => one === mediaType);
  return `${stem}.${type === undefined ? "bin" : endings[type]}`;
}
