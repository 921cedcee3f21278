import { Temporal } from "temporal-polyfill";
import type { Rejection } from "../../../../shared/decider/index.ts";
import { badInput } from "./refusals.ts";

/** A11: a table of one item covers at most three years, one of all items a year: an answer takes seconds at the most. */
const most = { "one-item": 36, "all-items": 12 } as const;

/** The months from one to another, both included (`2026-03`); refused when they are not in order or too many. */
export function monthsBetween(from: string, to: string, of: keyof typeof most): string[] | Rejection {
  const longest = most[of];
  const [first, last] = [Temporal.PlainYearMonth.from(from), Temporal.PlainYearMonth.from(to)];
  const count = (last.year - first.year) * 12 + last.month - first.month + 1;
  if (count < 1 || count > longest) return badInput("permits.bad-months", { from, to, longest });
  return Array.from({ length: count }, (_none, at) => first.add({ months: at }).toString());
}
