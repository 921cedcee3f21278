import { limitFrom } from "../../../../../shared/calendar/index.ts";
import { type Context, type Decision, present } from "../../../../../shared/decider/index.ts";
import { notInCharge } from "../../../certificates/domain/ending.ts";
import { badInput, refuse } from "../refusals.ts";
import type { CalledOff, Occasion, Subject, ToBeHeld } from "./inspection.ts";
import type { Begin, InspectionCommand, InspectionEvent, Plan } from "./messages.ts";
import { about, arranged, maySupervise, pointsFor, subjectOf } from "./subject.ts";

type Decided = Decision<InspectionEvent>;
const article63 = { article: "行政许可法63", rule: "XK-63" };

/** XK-61, XK-63: announced or not; a routine one no more often in a year than the town allows itself. */
export function plan(command: Plan, context: Context): Decided {
  const { supervised, announced, by, place, occasion } = command;
  const refused = maySupervise(supervised, context);
  if (refused !== undefined) return refused;
  if (supervised === undefined) return [];
  const subject = subjectOf(supervised);
  const people = arranged({ ...command, ...present({ recusals: supervised.recusals }) }, subject, context);
  if ("code" in people) return people;
  const { inspectors = [] } = people;
  const { routinePerYear } = context.town.inspections;
  if (occasion.kind === "routine" && occasion.round > routinePerYear)
    return refuse("permits.inspected-enough", { routinePerYear, ...article63 }, "/occasion/round");
  const brief = occasion.kind === "for-cause" ? { brief: occasion.brief } : {};
  return [
    {
      type: "permits.inspection.planned",
      data: { ...plannedFor(subject, context), announced, by },
      personal: { subject, occasion: occasion.kind, place, inspectors, ...brief },
    },
    ...(announced ? [{ type: "permits.inspection.announced" as const, data: { ...about(subject), by } }] : []),
  ];
}

const plannedFor = ({ certificate, item }: Subject, context: Context) => ({
  certificate,
  points: pointsFor(item.code, context),
  plannedOn: context.today.toString(),
});

/** XK-65: a report is looked into unannounced; XK-66: what was to be put right is looked at again, within days of its day. */
export function begin({ subject, place, inspectors, why }: Begin, context: Context): Decided {
  const { calendar, town } = context;
  const data = plannedFor(subject, context);
  const kept = { subject, place, inspectors };
  if (why.kind === "report") {
    const { by, report, brief } = why;
    const occasion: Occasion = "report";
    return [
      {
        type: "permits.inspection.planned",
        data: { ...data, announced: false, by },
        personal: { ...kept, occasion, report, brief },
      },
    ];
  }
  const { inspection, putRightBy } = why;
  const length = town.inspections.reinspectionWorkingDays;
  const spec = { rule: "XK-66", article: "行政许可法66", unit: "working-day" as const, length };
  const limit = limitFrom(calendar, spec, putRightBy);
  const by = limit.due ?? putRightBy;
  return [
    {
      type: "permits.inspection.planned",
      data: { ...data, announced: true, by, limit },
      personal: { ...kept, occasion: "re-inspection", follows: { inspection, putRightBy } },
    },
    { type: "permits.inspection.announced", data: { ...about(subject), by } },
  ];
}

/** Other inspectors, another place or day; a re-inspection keeps the day the law's order gave it, a routine one its year. */
export function rearrange(
  state: ToBeHeld,
  { by, place, inspectors: named, reasons, officers, recusals }: Extract<InspectionCommand, { type: "rearrange" }>,
  context: Context,
): Decided {
  const refused = notInCharge(state.subject, context);
  if (refused !== undefined) return refused;
  const people = arranged(present({ by, inspectors: named, officers, recusals }), state.subject, context);
  if ("code" in people) return people;
  const { inspectors } = people;
  const { occasion, by: before } = state;
  if (by !== undefined && occasion === "re-inspection")
    return refuse("permits.reinspection-keeps-its-day", { by: before, article: "行政许可法66", rule: "XK-66" }, "/by");
  if (by !== undefined && occasion === "routine" && by.slice(0, 4) !== before.slice(0, 4))
    return badInput("permits.round-of-its-year", { year: before.slice(0, 4), rule: "XK-63" }, "/by");
  return [
    {
      type: "permits.inspection.rearranged",
      data: present({ by }),
      personal: { reasons, ...present({ by, place, inspectors }) },
    },
    ...(by !== undefined && state.announced
      ? [{ type: "permits.inspection.announced" as const, data: { ...about(state.subject), by } }]
      : []),
  ];
}

/** A re-inspection is never called off: what was to be put right is looked at (XK-66). */
export function callOff(state: ToBeHeld, reasons: string, context: Context): Decided {
  const refused = notInCharge(state.subject, context);
  if (refused !== undefined) return refused;
  if (state.occasion !== "routine" && state.occasion !== "for-cause")
    return refuse("permits.inspection-must-be-held", { rule: state.occasion === "report" ? "XK-65" : "XK-66" });
  return [{ type: "permits.inspection.called-off", data: { on: context.today.toString() }, personal: { reasons } }];
}

/** A routine inspection called off is planned anew in its own place: it was never held. */
export function planAgain(state: CalledOff, command: Plan, context: Context): Decided {
  return command.supervised?.id === state.subject.certificate ? plan(command, context) : [];
}
