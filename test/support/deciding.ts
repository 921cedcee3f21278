import { Temporal } from "temporal-polyfill";
import { loadProfileFrom } from "../../infra/towns/load.ts";
import { officialCalendar, startOfDay, type WorkingDayCalendar } from "../../shared/calendar/index.ts";
import {
  type Actor,
  type Context,
  type Decision,
  isRejection,
  type Rejection,
  theTownItself,
} from "../../shared/decider/index.ts";

export const town = loadProfileFrom("guangtong");
export const calendar = officialCalendar();
export const day = (date: string) => Temporal.PlainDate.from(date);

/** What a decision knows on a day (at its first hour) with nothing numbered before. */
export function on(date: string, actor: Actor = theTownItself, known: WorkingDayCalendar = calendar): Context {
  const numbers = { take: () => 1 };
  return { now: startOfDay(date), today: day(date), actor, calendar: known, town, numbers };
}

export function refusalOf(decision: Decision<object>): Rejection {
  if (isRejection(decision)) return decision;
  throw new Error(`not refused: ${JSON.stringify(decision)}`);
}
