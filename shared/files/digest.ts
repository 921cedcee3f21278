import * as z from "zod";

/** The SHA-256 of a file, in small hexadecimal digits: what a paper on file is known by. */
export const fileDigest = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .meta({ examples: ["0".repeat(64)] });
