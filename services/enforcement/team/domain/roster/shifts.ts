import { Temporal } from "temporal-polyfill";
import type { Context, Rejection } from "../../../../../shared/decider/index.ts";
import type { OfficerCopy } from "../../../common/domain/known-power.ts";
import { officerFaultsOf } from "../../../common/domain/two-officers.ts";
import { badInput, refuse } from "../refusals.ts";
import type { Squad } from "../squad/squad.ts";
import type { Shift, ShiftsKnown } from "./roster.ts";

interface Asked extends ShiftsKnown {
  readonly month: string;
  /** Shifts that stand already. */
  readonly before: readonly Shift[];
}

/**
 * Why shifts cannot stand: a day that has passed or lies in another month, a person who is no member, two shifts of one person
 * at once, or fewer than two officers who are certified on that day for one domain of the squad (CF-42).
 */
export function shiftsFault(
  shifts: readonly Shift[],
  { month, before, of, officers, neighbours = [] }: Asked,
  { today }: Pick<Context, "today">,
): Rejection | undefined {
  if (of?.status !== "active") return badInput("enforcement.no-such-squad", {}, "/squad");
  const elsewhere = neighbours.flatMap(({ status, shifts: theirs }) => (status === "called-back" ? [] : theirs));
  for (const [at, shift] of shifts.entries()) {
    const fault = shiftFault(shift, at, { month, of, officers }, today.toString());
    if (fault !== undefined) return fault;
    const clash = [...before, ...elsewhere, ...shifts.slice(0, at)].flatMap((other) =>
      overlap(shift, other) ? shift.people.filter((sub) => other.people.includes(sub)) : [],
    )[0];
    if (clash !== undefined)
      return badInput("enforcement.person-in-two-shifts", { person: clash, on: shift.on }, `/shifts/${at}/people`);
  }
  return undefined;
}

function shiftFault(
  { on, from, to, people }: Shift,
  at: number,
  { month, of, officers }: Pick<Asked, "month" | "officers"> & { readonly of: Squad },
  today: string,
): Rejection | undefined {
  const place = `/shifts/${at}`;
  if (!on.startsWith(`${month}-`)) return badInput("enforcement.shift-outside-month", { on, month }, `${place}/on`);
  if (on < today) return badInput("enforcement.roster-day-past", { on, today }, `${place}/on`);
  if (from === to) return badInput("enforcement.shift-without-length", { on, from }, `${place}/to`);
  const members = new Set(of.members.map(({ sub }) => sub));
  for (const [index, sub] of people.entries())
    if (!members.has(sub)) return badInput("enforcement.not-in-squad", { person: sub }, `${place}/people/${index}`);
  const day = Temporal.PlainDate.from(on);
  if (hasTwo(people, { of, officers }, day)) return undefined;
  return refuse(
    "enforcement.shift-without-two-officers",
    { on, from, domains: of.domains, article: "行政处罚法42", rule: "CF-42" },
    `${place}/people`,
  );
}

/** Minutes from the first hour of 1970; a shift that ends at an earlier time ends on the next day. */
function minutesOf({ on, from, to }: Shift): readonly [number, number] {
  const start = Temporal.PlainDateTime.from(`${on}T${from}`);
  const end = Temporal.PlainDateTime.from(`${on}T${to}`).add({ days: to <= from ? 1 : 0 });
  const minutes = (one: Temporal.PlainDateTime) => one.toZonedDateTime("UTC").epochMilliseconds / 60_000;
  return [minutes(start), minutes(end)];
}

function overlap(one: Shift, other: Shift): boolean {
  const [[start, end], [from, to]] = [minutesOf(one), minutesOf(other)];
  return start < to && from < end;
}

/** Shifts that touch a day: those of the day, and those of the day before that run into it. */
export const shiftsOn = (shifts: readonly Shift[], day: string): readonly Shift[] => {
  const before = Temporal.PlainDate.from(day).subtract({ days: 1 }).toString();
  return shifts.filter(({ on, from, to }) => on === day || (on === before && to < from && to !== "00:00"));
};

/** CF-42: whether two of these people are officers of the squad who are certified on that day for one domain of it. */
export function hasTwo(
  people: readonly string[],
  { of, officers }: { readonly of: Squad; readonly officers: readonly OfficerCopy[] },
  on: Temporal.PlainDate,
): boolean {
  const own = [...new Set(people)].filter((sub) => of.members.some((one) => one.sub === sub && one.kind === "officer"));
  const able = (domain: string) =>
    own.filter((sub) => officerFaultsOf(sub, { officers, domains: [domain], on }).length === 0).length;
  return of.domains.some((domain) => able(domain) >= 2);
}
