import { Temporal } from "temporal-polyfill";
import type { WorkingDayCalendar } from "../../../../shared/calendar/index.ts";
import type { Recorded } from "../../../../shared/decider/index.ts";
import type { Application, ApplicationEvent } from "../../cases/domain/application/application.ts";
import { workingDaysUsed } from "../../cases/domain/application/limits.ts";

/** What a case cost the applicant: steps, materials he brought, working days, visits (减环节、减材料、减时间、减成本, L13). */
export interface Figures {
  readonly steps: number;
  readonly materials: number;
  readonly workingDays: number;
  readonly visits: number;
}
export const figureNames = [
  "steps",
  "materials",
  "workingDays",
  "visits",
] as const satisfies readonly (keyof Figures)[];

/** What is counted from: the case, all its events, and on which day the applicant himself fetched its result, if he did. */
export interface CaseRecords {
  readonly state: Application;
  readonly events: readonly Recorded<ApplicationEvent>[];
  readonly collectedOn?: string;
}

/** The figures of a closed case, from its records alone; undefined while it is not closed. */
export function figuresOf(records: CaseRecords, calendar: WorkingDayCalendar): Figures | undefined {
  const { state, events } = records;
  if (!events.some(({ type }) => type === "permits.application.closed")) return undefined;
  const stepsTaken = new Set([
    "permits.application.granted",
    "permits.application.refused",
    "permits.application.forwarded",
  ]);
  const reviews = events.filter(({ type }) => type === "permits.application.reviewed").length;
  const decisions = events.filter(({ type }) => stepsTaken.has(type)).length;
  const results = events.some(({ type }) => type === "permits.application.granted") ? 1 : 0;
  return {
    steps: 1 + reviews + decisions + results,
    materials: state.given.length,
    workingDays: workingDays(state, calendar),
    visits: visitDays(records).size,
  };
}

/** From acceptance to decision, without the days on which the clock stood (XK-45). */
function workingDays(state: Application, calendar: WorkingDayCalendar): number {
  if (!("limits" in state) || !("decidedOn" in state) || state.decidedOn === undefined) return 0;
  return workingDaysUsed(state.limits.promised, Temporal.PlainDate.from(state.decidedOn), calendar);
}

/**
 * The days on which the applicant himself stood at the counter: filing, bringing what was missing or promised, fetching the
 * result. On one day he comes once. What is filed or brought by a login, or by his agent, takes no visit of his.
 */
function visitDays({ state, events, collectedOn }: CaseRecords): ReadonlySet<string> {
  const { owner, agency } = state;
  const logins = [owner, agency?.sub, agency?.resident];
  const days = new Set<string>(collectedOn === undefined ? [] : [collectedOn]);
  let agentActs = agency !== undefined;
  for (const event of events) {
    if (event.type === "permits.application.received" && state.channel === "window") days.add(event.data.receivedOn);
    if (event.type === "permits.application.agency-ended") agentActs = false;
    const brings = event.type === "permits.application.corrected" || event.type === "permits.application.supplemented";
    if (brings && !agentActs && !logins.includes(event.actor)) days.add(event.data.on);
  }
  return days;
}
