import * as z from "zod";
import {
  type Instruction,
  instruct,
  on,
  type Runtime,
  type Subscription,
  subjectId,
} from "../../../../shared/service/index.ts";
import { factReference, member } from "../../../../shared/store/index.ts";
import { gridEvent } from "../../events/domain/decider.ts";
import { type CountMatter, countedId, countedMatter, isSettled } from "../domain/counted-matter.ts";
import { minus } from "../domain/counts.ts";
import { type AddToTally, figureTally, tallyId } from "../domain/figure-tally.ts";
import { countsOf, type MonthlyPart, monthlyPartsOf } from "../domain/monthly.ts";

/** The tallies that a matter leaves and enters with what it adds to a month. */
function changesOf(before: MonthlyPart | undefined, next: MonthlyPart): readonly AddToTally[] {
  if (before === undefined || tallyId(before) === tallyId(next))
    return [{ type: "add", ...next, counts: minus(next.counts, countsOf(before)) }];
  const { month, grid, category } = before;
  return [
    { type: "add", month, grid, category, counts: minus(countsOf(undefined), before.counts) },
    { type: "add", ...next },
  ];
}

/** A matter and the numbers it is part of change together. Lost races end in another delivery. */
const countOne = async (command: CountMatter, { store }: Runtime): Promise<Instruction | undefined> => {
  const id = countedId(command.event, command.month);
  const seen = (await store.load(countedMatter, id))?.state;
  if (isSettled(seen, command)) return undefined;
  const tallies = changesOf(seen, command).map(tallyId);
  return instruct({
    ...{ of: countedMatter, id, expects: "either", command },
    facts: { before: factReference(countedMatter, id) },
    others: {
      members: { tallies: tallies.map((one) => member(figureTally, one, { expects: "either" })) },
      commands: ({ before }) => {
        const { month, grid, category, counts } = command;
        if (isSettled(before, command))
          return {
            tallies: tallies.map(() => ({ type: "add" as const, month, grid, category, counts: countsOf(undefined) })),
          };
        const changes = changesOf(before, { month, grid, category, counts });
        if (changes.some((one, at) => tallyId(one) !== tallies[at]) || changes.length !== tallies.length)
          throw new Error("the matter was counted elsewhere meanwhile");
        return { tallies: changes };
      },
    },
  });
};

/** Counts a matter anew from its own events, for each month that it touches. */
const count = (event: string): Instruction => ({
  async carryOut(runtime, cause) {
    const events = await runtime.store.recorded(gridEvent, event);
    const [first] = events;
    if (first?.type !== "grid-events.event.reported") return { done: false, code: "not-found" };
    const of = { event, number: first.data.number.text.zh, upTo: events.length };
    for (const part of monthlyPartsOf(events)) {
      const counting = await countOne({ type: "count", ...of, ...part }, runtime);
      const carried = await counting?.carryOut(runtime, cause);
      if (carried?.done === false) return carried;
    }
    return { done: true };
  },
});

/** What changes a figure (G-9). */
const counting = [
  ...(["reported", "accepted", "filed", "taken-on", "closed", "reworked", "reopened"] as const),
  ...(["merged", "took-in", "recategorised", "located", "grid-changed", "paused", "resumed"] as const),
] as const;

export const figureReactions: readonly Subscription[] = counting.map((verb) =>
  on(`grid-events.event.${verb}`, z.object({ category: z.string() }), (_data, event) => [count(subjectId(event))]),
);
