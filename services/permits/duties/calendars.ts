import { type Facts, factOf, sha256 } from "../../../shared/store/index.ts";
import { absence, isAway } from "./domain/absence/absence.ts";

/** The id of a person's calendar: nothing in it tells the person. */
export const absenceIdOf = (person: string) => sha256(`absence|${person}`).slice(0, 20).toUpperCase();

export const calendarsOf = (people: readonly string[]) =>
  people.map((person) => ({ aggregate: absence.aggregate, id: absenceIdOf(person) }));

/** Which of these people, whose calendars are the first facts, are away on a day. */
export const awayAmong = (people: readonly string[], facts: Facts, day: string): string[] =>
  people.filter((_person, at) => isAway(factOf(absence, facts, at), day));
