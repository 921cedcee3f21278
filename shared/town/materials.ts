import * as z from "zod";
import { line } from "./text.ts";

/** What people may send in: kinds of file whose content can be told from its bytes. */
export const materialTypes = [
  "application/pdf",
  "image/jpeg",
  "image/png",
  "image/heic",
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
] as const;

const mebibyte = 1024 * 1024;

/** Files that people bring to their cases (申请材料); no statute settles any of it. */
export const materials = z.strictObject({
  /** Kinds of file that are taken, each up to its size. */
  accepted: z
    .array(
      z.strictObject({
        type: z.enum(materialTypes),
        maxBytes: z
          .int()
          .min(1)
          .max(100 * mebibyte),
      }),
    )
    .min(1),
  /** Whether a virus scanner must have found a file clean before anybody but its owner reads it, or a case takes it. */
  verdictRequired: z.boolean(),
  /** An upload that is not complete after this is dropped. */
  uploadHours: z.int().min(1).max(168),
  /** A file that no case has taken goes after so many days. */
  unusedDays: z.int().min(1).max(365),
  /** S-4: materials that, once a case with them was accepted, are on file for so long and not asked of the person again. */
  onFile: z.array(z.strictObject({ name: line, months: z.int().min(1).max(120) })),
});
