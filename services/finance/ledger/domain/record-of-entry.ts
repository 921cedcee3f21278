import type { Source } from "./posting.ts";

/** Kinds of records that post entries by themselves. Each has its own way to undo what it posted. */
export const postingRecords = [
  "receivable",
  "revenue",
  "payment",
  "benefit-batch",
  "reward",
  "book",
] as const satisfies readonly string[];
export type PostingRecord = (typeof postingRecords)[number];

/** The record that posted an entry. */
export interface RecordOfEntry {
  readonly record: PostingRecord;
  readonly id: string;
}

const ofOld = /^(receipt|revenue|payment-benefit|payment-reward|payment|closing)-(.+)$/;
const recordsOfOld: Readonly<Record<string, PostingRecord>> = {
  ...{ receipt: "receivable", revenue: "revenue", payment: "payment", closing: "book" },
  ...{ "payment-benefit": "benefit-batch", "payment-reward": "reward" },
};

/** The record that posted an entry; undefined: a person posted it by hand. An entry of before it was told is known by its source. */
export function recordOf({
  postedFor,
  source,
  reverses,
}: {
  readonly postedFor?: RecordOfEntry;
  readonly source: Source;
  readonly reverses?: string;
}): RecordOfEntry | undefined {
  if (postedFor !== undefined || reverses !== undefined) return postedFor;
  const [, kind = "", id = ""] = ofOld.exec(source.id) ?? [];
  const record = recordsOfOld[kind];
  return record === undefined ? undefined : { record, id };
}

/** Records that name the line of the bank themselves, so that no entry of theirs explains another one. */
export const namesItsLine = (of: RecordOfEntry | undefined): boolean =>
  of !== undefined && of.record !== "reward" && of.record !== "book";

export const isSameRecord = (one: RecordOfEntry | undefined, other: RecordOfEntry | undefined): boolean =>
  one?.record === other?.record && one?.id === other?.id;
