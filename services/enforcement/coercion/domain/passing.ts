import { minutesLater, recalculate, startOfDay, toDate } from "../../../../shared/calendar/index.ts";
import type { Context, Decision } from "../../../../shared/decider/index.ts";
import type { Confiscating } from "../../property/domain/messages.ts";
import { type LapseCause, type Measure, untilOf } from "./measure.ts";
import type { MeasureCommandOf, MeasureEvent } from "./messages.ts";
import { article28, notNow } from "./refusals.ts";
import { namedItems } from "./releasing.ts";

const firstInstantAfter = (day: string): string => startOfDay(toDate(day).add({ days: 1 }));

/** The next instant at which time does something to a measure. */
export function nextMeasureDeadline(state: Measure): string | undefined {
  const { status, carryOutBy, approveBy, recordedOn } = state;
  if (status === "approved" && carryOutBy !== undefined) return firstInstantAfter(carryOutBy);
  if (status !== "recorded" && status !== "in-force") return undefined;
  return [
    firstInstantAfter(untilOf(state)),
    ...(approveBy === undefined ? [] : [minutesLater(approveBy, 1)]),
    ...(status === "recorded" && recordedOn !== undefined ? [firstInstantAfter(recordedOn)] : []),
  ]
    .toSorted()
    .at(0);
}

/** What time makes of a measure. `keep`: a decision within the term confiscates, and is not served yet. */
export type Passing =
  | { readonly what: "nothing" }
  | { readonly what: "drop" }
  | { readonly what: "recount" }
  | { readonly what: "keep"; readonly decidedOn: string }
  | { readonly what: "lapse"; readonly cause: LapseCause; readonly due: string };

/** QZ-19, QZ-25, QZ-27: what the hour makes of a measure, by the decision about its party. */
export function passed(
  state: Measure,
  decided: Confiscating | undefined,
  { today, now, calendar }: Pick<Context, "today" | "now" | "calendar">,
): Passing {
  const { status, carryOutBy = "", approveBy, recordedOn = "", limit, kept } = state;
  const on = today.toString();
  if (status === "approved") return on > carryOutBy ? { what: "drop" } : { what: "nothing" };
  if (status !== "recorded" && status !== "in-force") return { what: "nothing" };
  if (approveBy !== undefined && now > approveBy) return { what: "lapse", cause: "unapproved", due: approveBy };
  if (status === "recorded" && on > recordedOn) return { what: "lapse", cause: "unsigned", due: recordedOn };
  const due = untilOf(state);
  if (on <= due) return { what: "nothing" };
  if (limit !== undefined && recalculate(calendar, limit).due !== limit.due) return { what: "recount" };
  const decidedOn = decided?.decision?.on ?? "";
  const inTime = kept === undefined && namedItems(state, decided).length > 0 && decidedOn <= due;
  if (inTime) return { what: "keep", decidedOn };
  return { what: "lapse", cause: kept === undefined ? "term" : "unserved", due };
}

/**
 * QZ-27, QZ-28: a term that is over without an end is released by law: in favour of the party (P-5), told once as late. A decision of
 * the last day keeps what it confiscates until it is served.
 */
export function passTime(
  state: Measure,
  command: MeasureCommandOf<"pass-time">,
  context: Context,
): Decision<MeasureEvent> {
  const { decided, proceeding, meant } = command;
  const passing = passed(state, decided, context);
  if (passing.what !== meant) return notNow("enforcement.measure-changed-meanwhile", article28);
  const on = context.today.toString();
  const { case: of, party, kind, limit } = state;
  switch (passing.what) {
    case "nothing":
      return [];
    case "drop":
      return [{ type: "enforcement.measure.dropped", data: { on, cause: "time" }, personal: {} }];
    case "recount":
      return limit === undefined
        ? []
        : [
            {
              type: "enforcement.measure.limit-recounted",
              data: { limit: recalculate(context.calendar, limit) },
              personal: {},
            },
          ];
    case "keep": {
      const { decidedOn } = passing;
      const until = toDate(decidedOn).add({ days: context.town.enforcement.coercion.keptForServiceDays }).toString();
      const data = { proceeding, decidedOn, until };
      return [{ type: "enforcement.measure.kept-for-decision", data, personal: {} }];
    }
    case "lapse": {
      const { cause, due } = passing;
      return [{ type: "enforcement.measure.lapsed", data: { case: of, party, kind, on, due, cause }, personal: {} }];
    }
  }
}
