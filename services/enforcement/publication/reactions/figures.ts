import * as z from "zod";
import { instruct, on, type Subscription } from "../../../../shared/service/index.ts";
import { sha256 } from "../../../../shared/store/index.ts";
import { type CountedThing, monthFigures } from "../domain/figures.ts";

const date = z.iso.date();

/** An event that tells of a thing to count, and its day. Told twice, it counts once. */
const counting = <S extends z.ZodType>(
  type: string,
  needs: S,
  read: (data: z.output<S>) => { readonly thing: CountedThing; readonly on: string } | undefined,
): Subscription =>
  on(type, needs, (data, event) => {
    const found = read(data);
    if (found === undefined) return [];
    const month = found.on.slice(0, 7);
    const key = sha256(`${event.source}|${event.id}`).slice(0, 16);
    const command = { type: "count" as const, month, thing: found.thing, key };
    return [instruct({ of: monthFigures, id: month, expects: "either", command })];
  });

const decided = {
  punish: "penalties",
  "no-penalty": "no-penalties",
  "not-proved": "not-proved",
} as const satisfies Record<string, CountedThing>;

export const figureReactions: readonly Subscription[] = [
  counting("enforcement.case.filed", z.object({ filedOn: date }), (data) => ({
    thing: "cases-filed",
    on: data.filedOn,
  })),
  counting("enforcement.case.dismissed", z.object({ on: date }), (data) => ({ thing: "cases-dismissed", on: data.on })),
  counting("enforcement.case.transferred", z.object({ on: date, to: z.string() }), (data) =>
    data.to === "police" ? { thing: "cases-transferred-to-police", on: data.on } : undefined,
  ),
  counting(
    "enforcement.proceeding.decided",
    z.object({ on: date, outcome: z.enum(["punish", "no-penalty", "not-proved"]) }),
    (data) => ({ thing: decided[data.outcome], on: data.on }),
  ),
  counting("enforcement.on-spot.decided", z.object({ on: date }), (data) => ({
    thing: "on-spot-penalties",
    on: data.on,
  })),
  counting("enforcement.hearing.held", z.object({ heldOn: date }), (data) => ({
    thing: "hearings-held",
    on: data.heldOn,
  })),
  counting(
    "enforcement.proceeding.remedy-filed",
    z.object({ filedOn: date, kind: z.enum(["review", "suit"]) }),
    (data) => ({ thing: data.kind === "review" ? "reviews-filed" : "suits-filed", on: data.filedOn }),
  ),
  counting("enforcement.proceeding.changed", z.object({ on: date }), (data) => ({
    thing: "decisions-changed",
    on: data.on,
  })),
  counting("enforcement.proceeding.overturned", z.object({ on: date }), (data) => ({
    thing: "decisions-overturned",
    on: data.on,
  })),
];
