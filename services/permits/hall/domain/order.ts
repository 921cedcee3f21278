import type { Queue, Ticket } from "./queue.ts";

const earlier = (a: Ticket, b: Ticket) =>
  a.place === b.place ? (a.number < b.number ? -1 : 1) : a.place < b.place ? -1 : 1;

/**
 * L8: who is called next. Those with priority and appointments whose slot has begun come first, by their place; after
 * `preferredInRow` of them in a row one without is called, by his place. An appointment ahead of its slot is called only
 * when nobody else waits. Undefined: nobody waits.
 */
export function nextOf(
  { tickets, preferredInRow }: Pick<Queue, "tickets" | "preferredInRow">,
  now: string,
  most: number,
) {
  const waiting = tickets.filter(({ status }) => status === "waiting").toSorted(earlier);
  const ready = waiting.filter(({ notBefore }) => notBefore === undefined || notBefore <= now);
  const preferred = ready.find((ticket) => ticket.preferred);
  const ordinary = ready.find((ticket) => !ticket.preferred);
  if (preferredInRow >= most && ordinary !== undefined) return ordinary;
  return preferred ?? ordinary ?? waiting[0];
}

/** How many are called before this ticket as things stand; undefined: it does not wait. */
export function aheadOf(queue: Queue, number: string, now: string, most: number): number | undefined {
  let { tickets, preferredInRow } = queue;
  for (let ahead = 0; ; ahead += 1) {
    const next = nextOf({ tickets, preferredInRow }, now, most);
    if (next === undefined) return undefined;
    if (next.number === number) return ahead;
    tickets = tickets.filter((ticket) => ticket !== next);
    preferredInRow = next.preferred ? preferredInRow + 1 : 0;
  }
}
