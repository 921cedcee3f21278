import { endOfDay, isOverdue, type Limit, recalculate } from "../../../../../shared/calendar/index.ts";
import type { Context, Decision } from "../../../../../shared/decider/index.ts";
import type { VisitEvent } from "./messages.ts";
import type { LateMark, SiteInspection } from "./visit.ts";

/** What is still owed, and until when; late ones as well. */
export function termsOfVisit({
  status,
  approval,
  approveBy,
  scan,
  resultBy,
}: SiteInspection): readonly { readonly what: LateMark; readonly by: Limit }[] {
  const scanBy = scan?.receipt === undefined ? scan?.by : undefined;
  const all: readonly { readonly what: LateMark; readonly by: Limit | undefined }[] = [
    { what: "approval", by: approval === undefined && status !== "not-approved" ? approveBy : undefined },
    { what: "scan", by: scanBy },
    { what: "result", by: status === "signed" ? resultBy : undefined },
  ];
  return all.flatMap(({ what, by }) => (by === undefined || by.due === null ? [] : [{ what, by }]));
}

/** What is owed and not yet told to be late. */
const owed = (state: SiteInspection) => termsOfVisit(state).filter(({ what }) => !state.late.includes(what));

const isPlanned = ({ status }: SiteInspection) => status === "proposed" || status === "approved";

/** The next day on which a plan is over, or a term of the office. */
export function nextVisitDeadline(state: SiteInspection): string | undefined {
  const days = [
    ...(isPlanned(state) ? [state.until] : []),
    ...owed(state).flatMap(({ by: { due } }) => (due === null ? [] : [due])),
  ].toSorted();
  return days[0] === undefined ? undefined : endOfDay(days[0]);
}

/** A plan that nobody carried out lapses. What the office owes is flagged once each, and still owed. */
export function passTime(state: SiteInspection, { calendar, today }: Context): Decision<VisitEvent> {
  const on = today.toString();
  const lapsed: readonly VisitEvent[] =
    isPlanned(state) && state.until < on
      ? [{ type: "enforcement.site-inspection.lapsed", data: { on }, personal: {} }]
      : [];
  const overdue = owed(state).flatMap(({ what, by }): VisitEvent[] => {
    const now = recalculate(calendar, by);
    if (!isOverdue(by, today)) return [];
    return [
      { type: "enforcement.site-inspection.overdue", data: { what, due: now.due ?? by.due ?? on }, personal: {} },
    ];
  });
  return [...lapsed, ...overdue];
}
