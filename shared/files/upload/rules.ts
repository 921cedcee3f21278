import { Temporal } from "temporal-polyfill";
import * as z from "zod";
import { uploadTypes } from "./kinds.ts";

const mebibyte = 1024 * 1024;

/** What a town says of files that people send to one of its services; no statute settles any of it. */
export const uploadRules = {
  /** Kinds of file that are taken, each up to its size. */
  accepted: z
    .array(
      z.strictObject({
        type: z.enum(uploadTypes),
        maxBytes: z
          .int()
          .min(1)
          .max(100 * mebibyte),
      }),
    )
    .min(1),
  /** Whether a virus scanner must have found a file clean before anybody but its owner reads it, or anything takes it. */
  verdictRequired: z.boolean(),
  /** An upload that is not complete after this is dropped. */
  uploadHours: z.int().min(1).max(168),
} as const;
export type UploadRules = z.output<z.ZodObject<typeof uploadRules>>;

/** What is announced of a file, and must be true of it. */
export interface FileSaid {
  /** Media type. */
  readonly type: string;
  readonly bytes: number;
  /** 64 hexadecimal digits in lower case. */
  readonly sha256: string;
}

/** What is found where the file should be. `content` is what its bytes say it is; undefined: nothing that is known. */
export interface FileFound extends FileSaid {
  readonly content: string | undefined;
}

/** Why a file may not be announced: the town does not take its kind, or not so large. */
export function announcementFault(
  { type, bytes }: FileSaid,
  { accepted }: Pick<UploadRules, "accepted">,
):
  | { readonly fault: "type-not-taken"; readonly taken: readonly string[] }
  | { readonly fault: "too-large"; readonly limit: number }
  | undefined {
  const kind = accepted.find((one) => one.type === type);
  if (kind === undefined) return { fault: "type-not-taken", taken: accepted.map((one) => one.type) };
  return bytes > kind.maxBytes ? { fault: "too-large", limit: kind.maxBytes } : undefined;
}

/** The instant after which an announced file is dropped. `now`: ISO 8601 in UTC. */
export const uploadDue = (now: string, { uploadHours }: Pick<UploadRules, "uploadHours">): string =>
  Temporal.Instant.from(now).add({ hours: uploadHours }).toString({ smallestUnit: "millisecond" });

/** Why what came is not the file that was announced: it is not there, is another one, or is not of the kind it says. */
export function contentFault(
  said: FileSaid,
  found: FileFound | undefined,
): "not-there" | "other-than-announced" | "not-what-it-says" | undefined {
  if (found === undefined) return "not-there";
  const same = found.bytes === said.bytes && found.sha256 === said.sha256 && found.type === said.type;
  if (!same) return "other-than-announced";
  return found.content === said.type ? undefined : "not-what-it-says";
}

/** Whether the town's scanner has still to say that a file does no harm. */
export const awaitsVerdict = (status: string, { verdictRequired }: Pick<UploadRules, "verdictRequired">): boolean =>
  status === "uploaded" && verdictRequired;
