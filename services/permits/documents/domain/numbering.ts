import type { Context } from "../../../../shared/decider/index.ts";
import { nextNumberIn } from "../../../../shared/papers/numbering.ts";
import type { Organ } from "../../../../shared/powers-in-force/index.ts";
import { seriesOf } from "../../../../shared/town/series.ts";
import type { DocumentKind, SeriesKind } from "./kinds.ts";

const isSeries = (kind: DocumentKind): kind is SeriesKind =>
  kind !== "grant" && kind !== "certificate" && kind !== "pause-notice" && kind !== "hearing-notice";

/** The next number of a kind's series, of the organ in whose name it is made, in the year of its day, as it is printed. It is spent with the document alone. */
export function numberFor(kind: DocumentKind, on: string, organ: Organ, context: Context): string | undefined {
  // A kind without a series bears the number of what it puts on paper.
  if (!isSeries(kind)) return undefined;
  const { numbering } = context.town;
  const series = kind === "receipt" ? numbering.receipt : numbering.documents[kind];
  return nextNumberIn(seriesOf(series, organ, context.town), on, context);
}
