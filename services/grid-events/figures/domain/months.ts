import { Temporal } from "temporal-polyfill";
import type { Rejection } from "../../../../shared/decider/index.ts";
import { badInput } from "./refusals.ts";

/** A table covers at most a year: each of its months is read. */
const longest = 12;

/** The months from one to another, both included; refused where they are not in order or too many. */
export function monthsFrom(from: string, to: string): readonly string[] | Rejection {
  const [first, last] = [Temporal.PlainYearMonth.from(from), Temporal.PlainYearMonth.from(to)];
  const count = (last.year - first.year) * 12 + last.month - first.month + 1;
  if (count < 1 || count > longest) return badInput("grid-events.bad-months", { from, to, longest }, "?from");
  return Array.from({ length: count }, (_none, at) => first.add({ months: at }).toString());
}
