import {
  isOverdue,
  type LimitSpec,
  limitFrom,
  recalculate,
  type WorkingDayCalendar,
} from "../../../../../shared/calendar/index.ts";
import { type Context, type Decision, present } from "../../../../../shared/decider/index.ts";
import { peopleNamed, subOf } from "../../../common/domain/named-people.ts";
import type { GuideContent } from "../../../guides/domain/guide.ts";
import { notYou, refuse } from "../refusals.ts";
import type { Accepted, ApplicationEvent, CommandOf, Inspection, Paused, WasAccepted } from "./application.ts";
import { unfitFor } from "./people.ts";
import { about } from "./said.ts";

/** XK-55: two inspectors are assigned within five working days of acceptance. */
const assignment: LimitSpec = { rule: "XK-55", article: "行政许可法55(2)、82", unit: "working-day", length: 5 };

const article55 = { article: assignment.article, rule: assignment.rule };

export const inspectionOf = ({ inspection }: GuideContent, acceptedOn: string, calendar: WorkingDayCalendar) =>
  inspection === true ? { limit: limitFrom(calendar, assignment, acceptedOn) } : undefined;

const isLate = ({ limit }: Inspection, { calendar, today }: Context) => isOverdue(recalculate(calendar, limit), today);

/**
 * XK-55: late or not they are assigned; that it was late stays on record. They can be replaced. Each is a person the town
 * knows, and the applicant is told the name that the town has of him.
 */
export function assignInspectors(
  state: Accepted | Paused,
  { inspectors, officers = [] }: CommandOf<"assign-inspectors">,
  context: Context,
): Decision<ApplicationEvent> {
  const { inspection, office } = state;
  if (context.actor.office !== office) return notYou("permits.not-your-office", { office });
  if (inspection === undefined) return refuse("permits.nothing-to-inspect", article55);
  if (new Set(inspectors.map(subOf)).size < 2)
    return refuse("permits.two-inspectors", { ...article55, step: "检验" }, "/inspectors");
  const persons = peopleNamed(inspectors, { officers }, context, "/inspectors");
  if ("code" in persons) return persons;
  for (const { sub } of persons) {
    const unfit = unfitFor(state, sub, "inspected", "/inspectors");
    if (unfit !== undefined) return unfit;
  }
  const late = inspection.late ?? (inspection.inspectors === undefined && isLate(inspection, context));
  const on = context.today.toString();
  return [
    {
      type: "permits.application.inspectors-assigned",
      data: { ...about(state), on, late, number: persons.length },
      personal: {
        inspectors: persons.map(({ sub, name, certificateNo }) => ({ sub, name, ...present({ certificateNo }) })),
      },
    },
  ];
}

/** XK-55: nothing is decided on what nobody was sent to inspect. */
export const uninspected = ({ inspection }: WasAccepted) =>
  inspection !== undefined && inspection.inspectors === undefined
    ? refuse("permits.inspectors-not-assigned", { due: inspection.limit.due, ...article55 })
    : undefined;

/** What of the five days is to be recorded as missed. */
export function passInspection({ inspection }: Accepted, context: Context): ApplicationEvent[] {
  if (inspection === undefined || inspection.inspectors !== undefined || inspection.late === true) return [];
  const { due } = recalculate(context.calendar, inspection.limit);
  if (due === null || !isLate(inspection, context)) return [];
  return [{ type: "permits.application.inspection-late", data: { due } }];
}
