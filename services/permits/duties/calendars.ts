import type { Keyed } from "../../../shared/parties/index.ts";
import { factReferences } from "../../../shared/store/index.ts";
import { type Absences, absence, isAway } from "./domain/absence/absence.ts";

/** The id of a person's calendar, made with the town's secret: nobody finds the person by trying out logins. */
export const absenceIdOf = (keyed: Keyed, person: string) => keyed("absence", person, 20).toUpperCase();

/** The calendars of these people as facts, in their order. */
export const calendarsOf = (keyed: Keyed, people: readonly string[]) =>
  factReferences(
    absence,
    people.map((person) => absenceIdOf(keyed, person)),
  );

/** Which of these people are away on a day, by their calendars in the same order. */
export const awayAmong = (
  people: readonly string[],
  calendars: readonly (Absences | undefined)[],
  day: string,
): string[] => people.filter((_person, at) => isAway(calendars[at], day));
