import { everydayItems, visit } from "../crowd.ts";
import { filedAndAccepted } from "../desk.ts";
import { heading } from "../show.ts";
import type { Case, Guide, Week } from "../week.ts";
import * as counter from "./counter.ts";
import { book, firstMorning, hallTable, openHall } from "./hall.ts";

/** What comes of the cases of Monday, the days after. */
export interface Threads {
  readonly items: readonly Guide[];
  readonly crowd: Case[];
  readonly appointment: string;
  readonly bundle: string;
  readonly licence: Case;
  readonly tolerated: Case;
  readonly homestead: Case;
  readonly rural: Case;
  readonly fee: Case;
  readonly late: Case;
  readonly heard: Case;
  readonly paused: Case;
  readonly agents: Case;
  readonly neighbours: Case;
  readonly immediate: Case;
}

const told = [
  "PL-001",
  "PL-003",
  "PL-013",
  "PL-014",
  "PL-015",
  "PL-016",
  "PL-017",
  "PL-018",
  "PL-019",
  "PL-021",
  "PL-022",
];
const visitors = 5;

/** Monday: the hall opens, and everything begins at the counter. */
export async function monday(week: Week): Promise<Threads> {
  heading(`周一 ${week.today}：开门`, "Monday: the hall opens");
  await week.turnTo("08:30");
  const items = await everydayItems(week, 4, [...told, "PS-005", "PS-010", "PS-065", "PS-069"]);
  await openHall(week);
  await firstMorning(week);
  await week.turnTo("09:00");
  const started = {
    licence: await counter.corrected(week),
    tolerated: await counter.tolerated(week),
    immediate: await counter.immediate(week),
    filing: await counter.filing(week),
    neighbours: await counter.neighbour(week),
    agents: await counter.throughAnAgent(week),
    bundle: await counter.inABundle(week, "YJS01"),
    homestead: await filedAndAccepted(week, "PL-001"),
    rural: await filedAndAccepted(week, "PL-003"),
    fee: await filedAndAccepted(week, "PS-065"),
    late: await filedAndAccepted(week, "PL-014"),
    heard: await filedAndAccepted(week, "PL-021"),
    paused: await filedAndAccepted(week, "PL-017"),
  };
  await week.turnTo("10:00");
  const crowd = await guests(week, items, visitors);
  const appointment = await book(week, 1);
  await hallTable(week);
  return { ...started, items, crowd, appointment };
}

/** Everyday visitors, one after the other. */
export async function guests(week: Week, items: readonly Guide[], count: number): Promise<Case[]> {
  const crowd: Case[] = [];
  for (let one = 0; one < count; one += 1) {
    const guide = items[Math.floor(week.random() * items.length)];
    if (guide === undefined) throw new Error("the town has no guides yet");
    crowd.push(await visit(week, guide));
  }
  return crowd;
}
