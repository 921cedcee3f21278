import { Temporal } from "temporal-polyfill";
import * as z from "zod";
import { keptUntil, partKinds, type RetentionKind } from "./kept-until.ts";
import { line } from "./text.ts";

/** A period of years, months and days as ISO 8601 writes it; `P0D` keeps nothing beyond the day of the end. */
const period = z.string().regex(/^P(?=\d)(?:\d{1,2}Y)?(?:\d{1,3}M)?(?:\d{1,5}D)?$/);

const kept = z.strictObject({
  /** How long after the day on which the record ended. */
  keep: period,
  /** The law, standard or decision of the town that says so. */
  source: line,
});

/** P-8: how long personal parts are kept once their record has ended. No statute names one number for all towns. */
const fields = z.strictObject({
  contact: kept,
  address: kept,
  login: kept,
  text: kept,
  party: kept,
  visit: kept,
  voice: kept,
  notice: kept,
  file: kept,
  paper: kept,
  duty: kept,
  track: kept,
} satisfies Record<RetentionKind, z.ZodType>);

/** Within which a decision can be taken to court (行政诉讼法46): no part of a case goes before. */
const objecting = Temporal.Duration.from({ months: 6 });

export const retention = fields.superRefine((rules, context) => {
  for (const kind of [...partKinds, "file", "paper"] as const) {
    const [end, day] = [Temporal.PlainDate.from("2026-01-01"), keptUntil(rules, kind, "2026-01-01")];
    if (Temporal.PlainDate.compare(day, end.add(objecting)) < 0)
      context.addIssue({
        code: "custom",
        path: [kind, "keep"],
        message: "shorter than the six months for going to court / 短于六个月的起诉期限（行政诉讼法46）",
      });
  }
});
