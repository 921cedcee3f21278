import * as z from "zod";
import { todayIn } from "../../../../shared/calendar/index.ts";
import { instruct, on, type Subscription, subjectId } from "../../../../shared/service/index.ts";
import { coverage, coverageId, type NoteCoverage } from "../domain/coverage.ts";

const note = (command: NoteCoverage) => instruct({ of: coverage, id: coverageId(command), expects: "either", command });

const reported = z.object({ grid: z.string().optional(), on: z.iso.date(), from: z.string() });
const closed = z.object({ grid: z.string().optional() });
/** Who goes through the grids. */
const walking: ReadonlySet<string> = new Set(["worker", "patrol", "household"]);

/** G3: a grid is covered by what was seen there and what was done there. */
export const coverageReactions: readonly Subscription[] = [
  on("grid-events.event.reported", reported, ({ grid, on: day, from }, event) =>
    grid === undefined || !walking.has(from)
      ? []
      : [note({ type: "note", grid, on: day, what: "seen", event: subjectId(event) })],
  ),
  on("grid-events.event.closed", closed, ({ grid }, event) =>
    grid === undefined
      ? []
      : [note({ type: "note", grid, on: todayIn(event.time).toString(), what: "done", event: subjectId(event) })],
  ),
];
