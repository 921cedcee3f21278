import { type Context, present } from "../../../../shared/decider/index.ts";
import { nextNumberIn } from "../../../../shared/papers/numbering.ts";
import type { Organ } from "../../../../shared/powers-in-force/index.ts";
import { seriesOf } from "../../../../shared/town/series.ts";
import type { Accepted } from "../../cases/domain/application/application.ts";
import type { Source } from "./compose.ts";
import type { NumberIt } from "./document.ts";
import type { DocumentKind, SeriesKind } from "./kinds.ts";

type Given = Pick<NumberIt, "number" | "organ">;

/**
 * The number that the case itself gave with what the paper is about: its series has one owner, and the paper spends none.
 * Nothing is given where the case is older than that, and to what replaces a paper that is numbered in a series of its kind.
 */
export function givenNumber(kind: DocumentKind, source: Source, replacing: boolean): Given {
  const { application: state, certificate: paper } = source;
  if (kind === "certificate" && paper !== undefined) return { number: paper.number.text.zh, organ: paper.issuer };
  if (kind === "grant" && state.status === "granted") return { number: state.number.text.zh, organ: state.inWhoseName };
  if (kind === "pause-notice" && state.status === "paused") return { number: state.pause.notice.number };
  if (kind === "hearing-notice" && state.status === "paused") return present({ number: state.hearing?.notice?.number });
  // The certificate's organ answers for what becomes of it.
  if (paper !== undefined) return { organ: paper.issuer };
  if (replacing) return {};
  if (kind === "acceptance-notice" && state.status === "accepted") return receipted(state);
  if (kind === "non-acceptance" && state.status === "declined") return receipted(state);
  if (kind === "filing-receipt" && state.status === "recorded") return receipted(state);
  return {};
}

const receipted = ({ receipt, organ }: Pick<Accepted, "receipt" | "organ">): Given =>
  receipt === undefined ? {} : { number: receipt.number.text.zh, ...present({ organ }) };

const isSeries = (kind: DocumentKind): kind is SeriesKind =>
  kind !== "grant" && kind !== "certificate" && kind !== "pause-notice" && kind !== "hearing-notice";

/** The next number of a kind's series, of the organ in whose name it is made, in the year of its day, as it is printed. It is spent with the document alone. */
export function numberFor(kind: DocumentKind, on: string, organ: Organ, context: Context): string {
  if (!isSeries(kind)) throw new TypeError(`a ${kind} has its number already`);
  const { numbering } = context.town;
  const series = kind === "receipt" ? numbering.receipt : numbering.documents[kind];
  return nextNumberIn(seriesOf(series, organ, context.town), on, context);
}
