import { factReferences, sha256 } from "../../../shared/store/index.ts";
import { type Absences, absence, isAway } from "./domain/absence/absence.ts";

/** The id of a person's calendar: nothing in it tells the person. */
export const absenceIdOf = (person: string) => sha256(`absence|${person}`).slice(0, 20).toUpperCase();

/** The calendars of these people as facts, in their order. */
export const calendarsOf = (people: readonly string[]) => factReferences(absence, people.map(absenceIdOf));

/** Which of these people are away on a day, by their calendars in the same order. */
export const awayAmong = (
  people: readonly string[],
  calendars: readonly (Absences | undefined)[],
  day: string,
): string[] => people.filter((_person, at) => isAway(calendars[at], day));
