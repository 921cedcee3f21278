import { toDate } from "../../../../../shared/calendar/index.ts";
import type { Context, Decision, Rejection } from "../../../../../shared/decider/index.ts";
import { in4, in5, refuse } from "../refusals.ts";
import type { Book, BookedVisit, Enterprise, EnterpriseEvent } from "./enterprise.ts";

/** Visits of so many years stay on the register; older ones are read from its history. */
const yearsKept = 3;
const yearOf = (day: string): string => day.slice(0, 4);

/** A plan whose period is over was never entered: it counts for nothing. */
const stands = ({ status, until }: BookedVisit, today: string): boolean =>
  status === "held" || (status === "planned" && until >= today);

/** IN-4: the visits of a year that the cap counts, and those beside it. */
export function visitsOfYear(
  { visits }: Pick<Enterprise, "visits">,
  year: string,
  today: string,
): { readonly counted: readonly BookedVisit[]; readonly outside: readonly BookedVisit[] } {
  const all = visits.filter((one) => yearOf(one.from) === year && stands(one, today));
  return { counted: all.filter(({ counted }) => counted), outside: all.filter(({ counted }) => !counted) };
}

/**
 * IN-4, IN-5: a visit is put down while it is proposed, so that two at once cannot both pass the cap. What the profile names
 * passes outside of it. What can be joined is joined, unless there is a reason; what another organ found is used.
 */
export function bookVisit(state: Enterprise, command: Book, context: Context): Decision<EnterpriseEvent> {
  const { town } = context;
  const { outside } = town.enforcement.inspections.cap;
  const counted = !outside.includes(command.visit.occasion);
  const fault =
    groundFault(state, command, context) ??
    (counted ? (capFault(state, command, context) ?? resultFault(state, command)) : undefined) ??
    joinFault(state, command, context);
  if (fault !== undefined) return fault;
  const visit: BookedVisit = { ...command.visit, counted, status: "planned" };
  const { separately } = command;
  const personal = separately === undefined ? {} : { separately };
  return [{ type: "enforcement.enterprise.visit-booked", data: { visit }, personal }];
}

/** IN-4: the same lead, or the same inspection, gives one visit: outside of the cap it must stay reasonable. */
function groundFault({ visits }: Enterprise, { visit }: Book, { today }: Context): Rejection | undefined {
  if (visit.ref === undefined || visit.occasion === "campaign") return undefined;
  const before = visits.find((one) => one.ref === visit.ref && stands(one, today.toString()));
  return before === undefined
    ? undefined
    : refuse("enforcement.inspection-same-ground", { inspection: before.id, ...in4 }, "/occasion");
}

/** IN-4: the published yearly cap of the enterprise, and that of each item. */
function capFault(state: Enterprise, { visit, perYear }: Book, { town, today }: Context): Rejection | undefined {
  const { perEnterprise, perItem } = town.enforcement.inspections.cap;
  const year = yearOf(visit.from);
  const { counted } = visitsOfYear(state, year, today.toString());
  if (counted.length >= perEnterprise)
    return refuse("enforcement.inspection-cap", { year, cap: perEnterprise, visits: counted.length, ...in4 });
  for (const [at, code] of visit.items.entries()) {
    const cap = Math.min(perItem, perYear[code] ?? perItem);
    const visits = counted.filter(({ items }) => items.includes(code)).length;
    if (visits >= cap)
      return refuse("enforcement.inspection-cap", { year, cap, visits, item: code, ...in4 }, `/items/${at}`);
  }
  return undefined;
}

/** IN-5: nothing is visited that another organ has found, as long as that is valid. */
function resultFault({ results }: Enterprise, { visit: { items, from } }: Book): Rejection | undefined {
  const valid = results.filter(({ on, until }) => on <= from && from <= until);
  const covered = items.filter((code) => valid.some(({ item }) => item === code));
  return covered.length === 0
    ? undefined
    : refuse("enforcement.inspection-result-valid", { items: covered, ...in5 }, "/items");
}

/** Open plans near this one, which one visit could hold together (综合查一次). */
export function joinable(
  { visits }: Pick<Enterprise, "visits">,
  { id, from, until }: Pick<BookedVisit, "id" | "from" | "until">,
  { town, today }: Pick<Context, "town" | "today">,
): readonly BookedVisit[] {
  const days = town.enforcement.inspections.joinDays;
  const first = toDate(from).subtract({ days }).toString();
  const last = toDate(until).add({ days }).toString();
  return visits.filter(
    (one) =>
      one.id !== id &&
      one.status === "planned" &&
      one.until >= today.toString() &&
      one.from <= last &&
      first <= one.until,
  );
}

/** IN-5: what lies within the days of the profile is one visit, unless a reason is given. Nobody waits with what is urgent. */
function joinFault(state: Enterprise, { visit, separately, urgent }: Book, context: Context): Rejection | undefined {
  if (urgent || separately !== undefined) return undefined;
  const near = joinable(state, visit, context);
  return near.length === 0
    ? undefined
    : refuse("enforcement.inspection-to-be-joined", { inspections: near.map(({ id }) => id), ...in5 }, "/separately");
}

/** The visits that stay on the register when another one is put down. */
export const keptVisits = (visits: readonly BookedVisit[], next: BookedVisit): readonly BookedVisit[] => [
  ...visits.filter(({ id, from }) => id !== next.id && Number(yearOf(from)) > Number(yearOf(next.from)) - yearsKept),
  next,
];
