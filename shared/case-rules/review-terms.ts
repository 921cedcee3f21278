import { type Limit, type LimitSpec, limitFrom, type WorkingDayCalendar } from "../calendar/index.ts";

/** How a review is examined: 普通程序 or 简易程序. */
export const reviewProcedures = ["ordinary", "simplified"] as const;
export type ReviewProcedure = (typeof reviewProcedures)[number];

/** FY-30: the organ of review examines an application in five working days; silence accepts it. */
const examination: LimitSpec = { rule: "FY-30", article: "行政复议法30", unit: "working-day", length: 5 };
/** FY-48: the respondent answers with his evidence in ten working days, in the simplified procedure in five. */
const answers: Readonly<Record<ReviewProcedure, LimitSpec>> = {
  ordinary: { rule: "FY-48", article: "行政复议法48", unit: "working-day", length: 10 },
  simplified: { rule: "FY-48", article: "行政复议法54", unit: "working-day", length: 5 },
};
/** FY-62: decided in sixty days from the acceptance, in the simplified procedure in thirty. */
const decisions: Readonly<Record<ReviewProcedure, LimitSpec>> = {
  ordinary: { rule: "FY-62", article: "行政复议法62", unit: "day", length: 60 },
  simplified: { rule: "FY-62", article: "行政复议法62", unit: "day", length: 30 },
};

/** The last day on which an application filed on that day is examined; then it counts as accepted. ISO dates. */
export const examinedBy = (calendar: WorkingDayCalendar, filedOn: string): Limit =>
  limitFrom(calendar, examination, filedOn);

/** The last days of a review: for the answer, from the day its notice came; for the decision, from the acceptance. ISO dates. */
export const reviewTerms = (
  calendar: WorkingDayCalendar,
  procedure: ReviewProcedure,
  { receivedOn, admittedOn }: { readonly receivedOn: string; readonly admittedOn: string },
): { readonly answerDue: Limit; readonly reviewDue: Limit } => ({
  answerDue: limitFrom(calendar, answers[procedure], receivedOn),
  reviewDue: limitFrom(calendar, decisions[procedure], admittedOn),
});
