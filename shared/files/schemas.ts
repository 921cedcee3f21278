import * as z from "zod";
import { lineOf } from "../text/index.ts";
import { fileDigest } from "./digest.ts";
import type { Files } from "./files.ts";
import type { FileSaid } from "./upload/index.ts";

/** Fields of a body that announces a file, and of a view of one. */
export const fileSaid = {
  type: lineOf(100),
  bytes: z.int().min(1).max(1_000_000_000),
  sha256: fileDigest,
};

/** Leave to fetch a file: for minutes. */
export const downloadLeave = z.object({ url: z.string(), expires: z.iso.datetime() });

/** Leave to send a file: by `PUT`, with exactly these headers. */
export const uploadLeave = downloadLeave.extend({
  method: z.literal("PUT"),
  headers: z.record(z.string(), z.string()),
});

/** What a scanner says of a file. */
export const scanVerdict = z.strictObject({ verdict: z.enum(["clean", "infected"]), engine: lineOf(100) });

/** Leave to send the file that was announced, and no other. */
export const leaveToSend = async (
  files: Files,
  key: string,
  { type, bytes, sha256 }: FileSaid,
): Promise<z.input<typeof uploadLeave>> => ({
  method: "PUT",
  ...(await files.uploadUrl(key, { type, bytes, sha256 })),
});
