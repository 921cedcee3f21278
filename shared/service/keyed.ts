import { createHmac } from "node:crypto";
import type { Keyed } from "../parties/index.ts";

/** HMAC-SHA256 with the town's secret. Throws RangeError on a secret of less than 32 characters. */
export function keyedWith(secret: string): Keyed {
  if (secret.length < 32) throw new RangeError("The town's secret is too short");
  return (purpose, value, length = 24) =>
    createHmac("sha256", secret).update(`${purpose}|${value}`).digest("hex").slice(0, length).toUpperCase();
}
