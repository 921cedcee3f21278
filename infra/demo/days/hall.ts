import * as z from "zod";
import { later } from "../calendar.ts";
import type { Caller } from "../client.ts";
import { clerk, kiosk, resident, supervisor } from "../people.ts";
import { line, table } from "../show.ts";
import type { Week } from "../week.ts";

const stepped = z.object({
  ticket: z.object({ number: z.string(), calls: z.number() }).optional(),
  booking: z.object({ code: z.string(), slot: z.string() }).optional(),
});
const slots = z.object({ slots: z.array(z.object({ slot: z.string(), free: z.number() })) });
const figures = z.object({ cases: z.number(), p50: z.number().optional(), p90: z.number().optional() });
const byGroup = z.object({
  groups: z.record(
    z.string(),
    z.object({
      day: z.object({
        taken: z.number(),
        served: z.number(),
        noShows: z.number(),
        transferred: z.number(),
        waiting: figures,
      }),
    }),
  ),
});
const board = z.object({ groups: z.array(z.object({ group: z.string(), waiting: z.number() })) });

const queueOf = (week: Week, group: string, day = week.today) => `/permits/hall/queues/${group}-${day}`;
const stepIn = (week: Week, group: string, verb: string, by: Caller, body: object) =>
  week.town.post(`${queueOf(week, group)}/${verb}`, body, stepped, by);

export async function openHall(week: Week): Promise<void> {
  for (const [group, window] of [
    ["general", "general-1"],
    ["rural", "rural"],
  ] as const)
    await week.town.act(`${queueOf(week, group)}/open-window`, { window }, clerk(1));
}

/** Tickets, one for somebody elderly, one who does not come when called, one who is at the wrong window (L8). */
export async function firstMorning(week: Week): Promise<void> {
  const take = async (body: object = {}) => {
    const { ticket } = await stepIn(week, "general", "take", kiosk, body);
    if (ticket === undefined) throw new Error("no ticket came");
    return ticket.number;
  };
  const call = (group = "general", window = "general-1") => stepIn(week, group, "call", clerk(1), { window });
  const numbers = [await take(), await take(), await take({ priority: "elderly" })];
  const { groups } = board.parse(
    JSON.parse(/^data: (.*)$/m.exec(await week.town.text("/permits/hall/board"))?.[1] ?? ""),
  );
  const waiting = groups.find(({ group }) => group === "general")?.waiting;
  line(`取号 ${numbers.join("、")}；候号屏：${waiting} 人等候`, "tickets; the waiting board says so");

  await week.turnTo("08:36");
  const { ticket: first } = await call();
  const number = first?.number ?? "";
  await stepIn(week, "general", "serve", clerk(1), { number });
  await stepIn(week, "general", "transfer", clerk(1), { number, to: "rural" });
  await week.town.settle();
  const { ticket: moved } = await call("rural", "rural");
  await stepIn(week, "rural", "serve", clerk(1), { number: moved?.number ?? "" });
  line(`${number}（优先）先叫，转农林水窗口，号为 ${moved?.number}`, "called first, sent on to the rural window");
  await stepIn(week, "rural", "finish", clerk(1), { number: moved?.number ?? "" });

  const { ticket: absent } = await call();
  const gone = { number: absent?.number ?? "" };
  await week.turnTo("08:38");
  await stepIn(week, "general", "recall", clerk(1), gone);
  await week.turnTo("08:40");
  const { ticket: thrice } = await stepIn(week, "general", "recall", clerk(1), gone);
  await week.turnTo("08:44");
  await stepIn(week, "general", "no-show", clerk(1), gone);
  line(`${gone.number} 叫 ${thrice?.calls} 次未到，过号`, "called three times, did not come");
  const { ticket: next } = await call();
  await stepIn(week, "general", "serve", clerk(1), { number: next?.number ?? "" });
  await stepIn(week, "general", "finish", clerk(1), { number: next?.number ?? "" });
}

/** A resident books a slot for tomorrow, from what is free. */
export async function book(week: Week, who: number): Promise<string> {
  const queue = queueOf(week, "general", later(week.today, 1));
  const { slots: offered } = await week.town.get(`${queue}/slots`, slots, resident(who));
  const slot = offered.find(({ free }) => free > 0)?.slot;
  const { booking } = await week.town.post(`${queue}/book`, { slot }, stepped, resident(who));
  if (booking === undefined) throw new Error("no appointment came");
  line(`预约次日 ${booking.slot}，预约码 ${booking.code}`, "an appointment for tomorrow");
  return booking.code;
}

/** Who booked checks in, and is called before those who came without. */
export async function keepAppointment(week: Week, code: string): Promise<void> {
  const { ticket: walkIn } = await stepIn(week, "general", "take", kiosk, {});
  const { ticket: booked } = await stepIn(week, "general", "check-in", kiosk, { code });
  const served: string[] = [];
  for (const _one of [walkIn, booked]) {
    const { ticket } = await stepIn(week, "general", "call", clerk(1), { window: "general-1" });
    const number = ticket?.number ?? "";
    await stepIn(week, "general", "serve", clerk(1), { number });
    await stepIn(week, "general", "finish", clerk(1), { number });
    served.push(number);
  }
  line(
    `预约者 ${booked?.number} 签到；叫号顺序 ${served.join("、")}`,
    "checked in; the order in which they were called",
  );
}

export async function hallTable(week: Week): Promise<void> {
  const { groups } = await week.town.get(`/permits/hall/figures?date=${week.today}`, byGroup, supervisor);
  table(
    ["窗口组 group", "取号 taken", "办毕 served", "过号 no-show", "转出 sent on", "等候中位 median wait, s"],
    Object.entries(groups).map(([group, { day }]) => [
      group,
      day.taken,
      day.served,
      day.noShows,
      day.transferred,
      day.waiting.p50 ?? "–",
    ]),
  );
}
