import type { Temporal } from "temporal-polyfill";
import * as z from "zod";
import { isoDate, line } from "../text/schemas.ts";
import { titled } from "../text/titled.ts";
import { toDate } from "./days.ts";

/** T-4: a paper that came by post. The clerk records the day of the postmark and what proves it. */
export const postedSchema = z
  .strictObject({
    on: titled(isoDate, { zh: "交邮日期", en: "Posted on" }),
    proof: titled(line, { zh: "交邮凭证", en: "Proof of posting" }),
  })
  .meta({
    description:
      "T-4 (民诉法85): the way by post does not count. Only staff record it: the day of the postmark, and the proof, e.g. the number of the registered letter.",
  });
export type Posted = z.infer<typeof postedSchema>;

/**
 * T-4 (民诉法85): the day on which a paper counts as handed in: the day of posting, if it came by post, else today. Undefined
 * where the day of posting is still to come.
 */
export function timelyOn(
  today: Temporal.PlainDate,
  posted: Pick<Posted, "on"> | undefined,
): Temporal.PlainDate | undefined {
  if (posted === undefined) return today;
  return posted.on > today.toString() ? undefined : toDate(posted.on);
}
