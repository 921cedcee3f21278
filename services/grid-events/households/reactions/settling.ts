import * as z from "zod";
import { todayIn } from "../../../../shared/calendar/index.ts";
import { type Instruction, instruct, on, type Subscription, subjectId } from "../../../../shared/service/index.ts";
import { factReference, member } from "../../../../shared/store/index.ts";
import { contactTally, contactTallyId, visitMatter } from "../domain/tally.ts";

/** A matter of a visit is settled: once it counts, in the month in which it was closed. */
const settle = (event: string, closedAt: string): Instruction => ({
  key: `visit-matter/${event}`,
  async carryOut(runtime, cause) {
    const seen = await runtime.store.load(visitMatter, event);
    if (seen === undefined || seen.state.solved) return { done: true };
    const { village } = seen.state;
    const month = todayIn(closedAt).toString().slice(0, 7);
    return instruct({
      ...{ of: visitMatter, id: event, command: { type: "settle" as const } },
      facts: { before: factReference(visitMatter, event) },
      others: {
        members: { tally: member(contactTally, contactTallyId(month, village), { expects: "either" }) },
        commands: ({ before }) => ({
          tally: { type: "add" as const, village, month, solved: before?.solved === true ? 0 : 1 },
        }),
      },
    }).carryOut(runtime, cause);
  },
});

export const settlingReactions: readonly Subscription[] = [
  on("grid-events.event.closed", z.object({ category: z.string() }), (_data, event) => [
    settle(subjectId(event), event.time),
  ]),
];
