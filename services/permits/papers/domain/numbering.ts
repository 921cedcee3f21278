import { present } from "../../../../shared/decider/index.ts";
import type { Accepted } from "../../cases/domain/application/application.ts";
import type { NumberIt } from "../../documents/domain/document.ts";
import type { DocumentKind } from "../../documents/domain/kinds.ts";
import type { Source } from "./compose.ts";

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
