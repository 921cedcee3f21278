import { createHmac } from "node:crypto";
import { remembered } from "../calendar/remembered.ts";
import type { Keyed } from "../parties/index.ts";

/** HMAC-SHA256 with the town's secret. Throws RangeError on a secret of less than 32 characters. */
export function keyedWith(secret: string): Keyed {
  if (secret.length < 32) throw new RangeError("The town's secret is too short");
  const digestOf = remembered(1_000, (text) => createHmac("sha256", secret).update(text).digest("hex").toUpperCase());
  return (purpose, value, length = 24) => digestOf(`${purpose}|${value}`).slice(0, length);
}
