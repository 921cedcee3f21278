import * as z from "zod";
import { inShanghai, todayIn } from "../../../../shared/calendar/index.ts";
import {
  actionSchema,
  historyOf,
  problem,
  type Route,
  read,
  readById,
  readContent,
} from "../../../../shared/http/index.ts";
import type { Runtime } from "../../../../shared/service/index.ts";
import { boardOf } from "../domain/board.ts";
import { takenIn } from "../domain/bookings.ts";
import { queue } from "../domain/decider.ts";
import { figuresOf } from "../domain/figures.ts";
import { slotsOn } from "../domain/hours.ts";
import { aheadOf } from "../domain/order.ts";
import { queueId, queueNameOf } from "../domain/queue.ts";
import { hallQueues, hallSteps } from "./hall-steps.ts";
import { bookingView, ticketView, viewBooking, viewTicket } from "./hall-views.ts";

const counter = ["clerk", "issuer"] as const;
const overseers = ["supervisor", "leader", "approver"] as const;

/** The queues of all groups on a date, by group; one read for each. */
async function queuesOn({ store, town }: Runtime, date: string) {
  const loaded = await Promise.all(
    town.hall.groups.map(async ({ id: group }) => [group, await store.load(queue, queueId({ group, date }))] as const),
  );
  return new Map(loaded.flatMap(([group, one]) => (one === undefined ? [] : [[group, one] as const])));
}

/** Milliseconds after which a screen asks again. */
const retry = 3000;

const board = readContent("GET /permits/hall/board", {
  summary: {
    zh: "候号屏（事件流）：每个窗口组的等候人数与各窗口当前号，无个人信息",
    en: "Waiting board as server-sent events: who waits per group, the number at each window; no persons",
  },
  allow: "public",
  produces: "text/event-stream; charset=utf-8",
  async run({ lastEventId }, runtime) {
    const date = todayIn(runtime.clock()).toString();
    const queues = await queuesOn(runtime, date);
    const versions = runtime.town.hall.groups.map(({ id }) => queues.get(id)?.version ?? 0);
    const id = [date, ...versions].join(".");
    if (id === lastEventId) return { content: `retry: ${retry}\n: unchanged\n\n` };
    const states = new Map([...queues].map(([group, { state }]) => [group, state]));
    const data = JSON.stringify({ date, groups: boardOf(runtime.town, states) });
    return { content: `retry: ${retry}\nid: ${id}\nevent: board\ndata: ${data}\n\n` };
  },
});

const spread = z.object({ cases: z.int(), p50: z.int().optional(), p90: z.int().optional() });
const figures = z.object({
  taken: z.int(),
  called: z.int(),
  served: z.int(),
  noShows: z.int(),
  unserved: z.int(),
  transferred: z.int(),
  waiting: spread,
  service: spread,
});
const figuresView = z.object({
  date: z.iso.date(),
  groups: z.record(z.string(), z.object({ day: figures, hours: z.record(z.string(), figures) })),
});

const slotView = z.object({ slot: z.string(), capacity: z.int(), free: z.int() });

export const hallRoutes: readonly Route[] = [
  board,
  ...hallSteps,
  read("GET /permits/hall/figures", {
    summary: {
      zh: "某日各窗口组按小时的等候、办理时长（秒）与过号",
      en: "Waiting and service times (seconds) and no-shows of a day, by group and hour",
    },
    allow: [...counter, ...overseers],
    query: z.strictObject({ date: z.iso.date().optional() }),
    returns: figuresView,
    async run({ query }, runtime) {
      const date = query.date ?? todayIn(runtime.clock()).toString();
      const queues = await queuesOn(runtime, date);
      return { date, groups: Object.fromEntries([...queues].map(([group, { state }]) => [group, figuresOf(state)])) };
    },
  }),
  readById("GET /permits/hall/queues/{id}", {
    summary: { zh: "一个窗口组某日的队列", en: "The queue of a window group on a day" },
    allow: [...counter, ...overseers],
    of: queue,
    returns: hallQueues.returns,
    view: hallQueues.view,
  }),
  historyOf("GET /permits/hall/queues/{id}/history", {
    summary: { zh: "队列的全部经过及校验", en: "All that happened in a queue, and whether its chain is intact" },
    allow: [...counter, ...overseers],
    of: queue,
  }),
  read("GET /permits/hall/queues/{id}/slots", {
    summary: { zh: "某日可预约时段及余量", en: "The slots of a day and what is left of them" },
    allow: ["resident", "device", ...counter],
    returns: z.object({ slots: z.array(slotView) }),
    async run({ params }, { store, town, calendar, clock }) {
      const name = queueNameOf(params.id ?? "");
      const group = town.hall.groups.find(({ id }) => id === name?.group);
      if (name === undefined || group === undefined || !z.iso.date().safeParse(name.date).success)
        return problem(404, "resource.not-found");
      const loaded = await store.load(queue, queueId(name));
      const capacity = group.slotCapacity;
      return {
        slots: slotsOn(name.date, town, calendar).map((at) => {
          const taken = loaded === undefined ? 0 : takenIn(loaded.state, at);
          return {
            slot: inShanghai(at).slice(11, 16),
            capacity,
            free: at <= clock() ? 0 : Math.max(0, capacity - taken),
          };
        }),
      };
    },
  }),
  read("GET /permits/hall/queues/{id}/mine", {
    summary: { zh: "本人的号与预约，前面还有几人", en: "One's own tickets and appointments, and how many are ahead" },
    allow: ["resident"],
    returns: z.object({
      tickets: z.array(ticketView.extend({ ahead: z.int().optional() })),
      bookings: z.array(bookingView),
      actions: z.array(actionSchema),
    }),
    async run({ params, actor }, runtime, texts) {
      const { store, town, clock } = runtime;
      const loaded = await store.load(queue, params.id ?? "");
      if (loaded === undefined) return problem(404, "resource.not-found");
      const { state } = loaded;
      const own = <T extends { readonly owner?: string }>(all: readonly T[]) =>
        all.filter(({ owner }) => owner !== undefined && owner === actor?.sub);
      return {
        tickets: own(state.tickets).map((ticket) => {
          const ahead = aheadOf(state, ticket.number, clock(), town.hall.preferredInRow);
          return { ...viewTicket(ticket), ...(ahead === undefined ? {} : { ahead }) };
        }),
        bookings: own(state.bookings).map(viewBooking),
        actions: await hallQueues.actions(loaded, { actor, runtime, texts }),
      };
    },
  }),
];
