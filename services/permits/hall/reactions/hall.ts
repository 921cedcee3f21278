import { ticketTransferred } from "../../../../shared/contracts/permits-hall.ts";
import { instruct, on, type Subscription } from "../../../../shared/service/index.ts";
import { factReference } from "../../../../shared/store/index.ts";
import { queue } from "../domain/decider.ts";
import { type QueueCommand, queueId, ticketOf } from "../domain/queue.ts";

/** A ticket that one group gave up stands in the queue of the other; whose it is comes from the first. */
const arrive = on("permits.queue.transferred", ticketTransferred, ({ group, to, date, ...placed }, event) => [
  instruct({
    of: queue,
    id: queueId({ group: to, date }),
    expects: "either",
    facts: { from: factReference(queue, queueId({ group, date })) },
    command: ({ from }): QueueCommand => {
      const known = from === undefined ? undefined : ticketOf(from, placed.number);
      const { notBefore, ...rest } = placed;
      return {
        type: "arrive",
        queue: { group: to, date },
        via: event.id,
        ticket: {
          ...rest,
          ...(notBefore === undefined ? {} : { notBefore }),
          ...(known?.owner === undefined ? {} : { owner: known.owner }),
          ...(known?.priority === undefined ? {} : { priority: known.priority }),
          ...(known?.application === undefined ? {} : { application: known.application }),
        },
      };
    },
  }),
]);

export const hallReactions: readonly Subscription[] = [arrive];
