import { toDate } from "../../../../shared/calendar/index.ts";

/**
 * Ended cases by the day of their end: their ids in one text, each with a space before and behind. A busy power ends a
 * thousand cases a month, and one text is read and written faster than a thousand fields.
 */
export type EndedCases = Readonly<Record<string, string>>;

/** Days for which an ended case is remembered: longer than any queue keeps a message. */
const remembered = 30;

export const hasEnded = (ended: EndedCases, id: string): boolean =>
  Object.values(ended).some((ids) => ids.includes(` ${id} `));

/** @param on the day of the end; what ended more than thirty days before it is forgotten */
export function withEnded(ended: EndedCases, id: string, on: string): EndedCases {
  const oldest = toDate(on).subtract({ days: remembered }).toString();
  const kept = Object.entries(ended).filter(([day]) => day >= oldest);
  const before = ended[on] ?? " ";
  return { ...Object.fromEntries(kept), [on]: `${before}${id} ` };
}
