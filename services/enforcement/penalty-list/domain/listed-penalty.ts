import canonicalize from "canonicalize";
import { deciderOf } from "../../../../shared/decider/index.ts";
import type { Penalty } from "./penalty.ts";
import type { PenaltyListRefusal } from "./refusals.ts";

/** An entry of the penalty list, as it stands. `number` counts its versions from 1. */
export interface ListedPenalty {
  readonly content: Penalty;
  readonly number: number;
  readonly listedOn: string;
}

export interface ListPenalty {
  readonly type: "list";
  readonly content: Penalty;
}

export interface PenaltyListed {
  readonly type: "enforcement.penalty.listed";
  readonly data: ListedPenalty;
}

/**
 * E2: an entry of the list in versions. A case keeps the number of the version that it was judged by, so a later change of the
 * list alters nothing in it. The same content again is no new version.
 */
export const listedPenalty = deciderOf<{
  readonly state: ListedPenalty;
  readonly command: ListPenalty;
  readonly event: PenaltyListed;
  readonly moves: Record<never, never>;
  readonly begins: "list";
  readonly begun: "enforcement.penalty.listed";
  readonly refusal: PenaltyListRefusal;
}>({
  aggregate: "penalty",
  shape: 1,
  apart: ["content"],
  begin: { list: ({ content }, { today }) => [listed(content, 1, today.toString())] },
  always: {
    list: (state, { content }, { today }) =>
      canonicalize(state.content) === canonicalize(content)
        ? []
        : [listed(content, state.number + 1, today.toString())],
  },
  begun: { "enforcement.penalty.listed": ({ data }) => data },
  effects: {},
  listed: ({ content }, id) => ({
    byCode: { partition: penaltyPartition, sort: id },
    byDomain: { partition: domainPartition(content.domain), sort: id },
  }),
});

/** The partition of `byCode` in which all penalties stand. */
export const penaltyPartition = "penalties";
/** The partition of `byDomain` in which the penalties of a domain stand. */
export const domainPartition = (domain: string): string => `penalties:${domain}`;

const listed = (content: Penalty, number: number, listedOn: string): PenaltyListed => ({
  type: "enforcement.penalty.listed",
  data: { content, number, listedOn },
});
