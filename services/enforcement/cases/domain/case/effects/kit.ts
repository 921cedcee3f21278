import { type Recorded, within } from "../../../../../../shared/decider/index.ts";
import {
  type CaseEnding,
  type FiledCase,
  isFiled,
  type PaperEntry,
  type PenaltyCase,
  type ProposedCase,
} from "../case.ts";
import type { CaseEvent } from "../messages.ts";

/** An event of a case as it is written. */
export type Of<T extends string> = Recorded<Extract<CaseEvent, { type: `enforcement.case.${T}` }>>;

/** What happens only to a case on file. */
export const filed = within<PenaltyCase, FiledCase>(isFiled);
export const proposed = within<PenaltyCase, ProposedCase>(
  (state): state is ProposedCase => state.status === "proposed",
);

export const subsOf = (officers: readonly { readonly sub: string }[]) => officers.map(({ sub }) => sub);
export const union = (one: readonly string[], other: readonly string[]) => [...new Set([...one, ...other])];

/** What a case has on the day of its filing. */
export const newCase = {
  extended: [],
  measures: [],
  proceedings: [],
  suspensions: 0,
  merged: [],
  split: [],
  reopened: [],
} as const;

/** A paper that a step of the case makes itself; it is found by the number of the case. */
export const own = ({ number }: FiledCase, kind: PaperEntry["kind"], on: string): PaperEntry => ({
  kind,
  reference: number.text.zh,
  on,
});

/** The case after its end; the paper that says so joins its file. */
export const ended = (state: FiledCase, ending: CaseEnding, on: string, paper?: PaperEntry): FiledCase => {
  const { suspension: _over, ...rest } = state;
  return {
    ...rest,
    status: ending.how === "decided" ? "performing" : ending.how,
    ending,
    endedOn: on,
    papers: paper === undefined ? state.papers : [...state.papers, paper],
  };
};

/** The case as it goes on, its end forgotten. */
export const goingOn = (state: FiledCase): FiledCase => {
  const { ending: _ending, endedOn: _on, closedOn: _closed, suspension: _suspension, ...rest } = state;
  return { ...rest, status: "investigating" };
};
