import * as z from "zod";
import { line } from "./text.ts";

/** What one person may do so many times a day, counted by attempts; `bytes`: of the files that are announced. */
export const dailyKinds = [
  "ticket",
  "leaving",
  "booking",
  "cancellation",
  "file",
  "bytes",
  "authorisation",
  "application",
  "bundle",
  "consultation",
  "complaint",
  "report",
  "rating",
  "objection",
] as const;
export type DailyKind = (typeof dailyKinds)[number];

/** 0: none at all; a kind that is left out has no limit. */
const most = z.partialRecord(z.enum(dailyKinds), z.int().min(0));

/** How much one person may ask of the town in a day, so that nobody closes the hall for everybody. No statute names a number. */
export const perPersonAndDay = z.strictObject({
  resident: most,
  /** Who acts for a village does more of some things. */
  agent: most,
  source: line,
});
