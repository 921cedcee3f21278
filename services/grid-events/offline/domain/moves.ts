import type { MovesOf } from "../../../../shared/decider/index.ts";
import type { OfflineEntry } from "./entry.ts";
import type { EntryCommand } from "./messages.ts";

const open = { finish: "done", refuse: "refused", wait: "waiting" } as const;

/** States of an entry and what moves them. What is answered stays answered: a repetition changes nothing. */
export const entryMoves = {
  expected: { expect: "expected", take: "received" },
  received: { expect: "received", take: "received", ...open },
  waiting: { expect: "waiting", take: "waiting", ...open },
  done: { take: "done", finish: "done", refuse: "done" },
  refused: { expect: "refused", take: "refused", finish: "done", refuse: "refused", correct: "corrected" },
  corrected: { take: "corrected", finish: "corrected", refuse: "corrected", correct: "corrected" },
} as const satisfies MovesOf<OfflineEntry, EntryCommand>;
