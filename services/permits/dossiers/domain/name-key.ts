import type { Keyed } from "../../../../shared/parties/index.ts";
import { firstOf } from "./name-record.ts";

/** So many characters of a name are searched for by their beginning; what is longer by the whole name. */
const longest = 30;

/** How a name is compared: in compatibility form, without blanks and points, in capitals. */
const plain = (name: string) => [
  ...name
    .normalize("NFKC")
    .replace(/[\s·•・.]+/gu, "")
    .toUpperCase(),
];

/** One digest for each beginning of the name: `A3F/9QK/`. Two names that begin alike have keys that begin alike. */
const beginnings = (keyed: Keyed, letters: readonly string[]) =>
  letters
    .slice(0, longest)
    .map((_letter, at) => `${keyed("name", letters.slice(0, at + 1).join(""), 6)}/`)
    .join("");

const whole = (keyed: Keyed, letters: readonly string[]) => `.${keyed("whole name", letters.join(""), 12)}`;

/** The key of a name: made of keyed digests, so that nobody reads it or tries names without the town's secret. */
export function nameKey(keyed: Keyed, name: string): string {
  const letters = plain(name);
  return beginnings(keyed, letters) + whole(keyed, letters);
}

/** Where the names stand that are this one, or begin with it. */
export function namesIn(keyed: Keyed, name: string, match: "exact" | "prefix") {
  const letters = plain(name);
  const from = match === "exact" ? nameKey(keyed, name) : beginnings(keyed, letters);
  return { index: "byCode", partition: firstOf(from), from, to: `${from}~` };
}

/** The record of one name of one party. */
export const nameRecordId = (keyed: Keyed, party: string, key: string) => keyed("name record", `${party}|${key}`, 26);
