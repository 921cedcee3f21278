import type { Context } from "../../../../shared/decider/index.ts";
import type { DocumentKind, SeriesKind } from "./kinds.ts";

const isSeries = (kind: DocumentKind): kind is SeriesKind =>
  kind !== "grant" && kind !== "certificate" && kind !== "pause-notice";

/** The next number of a kind's series in the year of its day, as it is printed: gapless, spent with the document alone. */
export function numberFor(kind: DocumentKind, on: string, { numbers, town: { numbering } }: Context): string {
  if (!isSeries(kind)) throw new TypeError(`a ${kind} has its number already`);
  const { series, text } = kind === "receipt" ? numbering.receipt : numbering.documents[kind];
  const year = on.slice(0, 4);
  const serial = numbers.take(`${series}/${year}`);
  return text.zh.replace("{year}", year).replace("{serial}", String(serial));
}
