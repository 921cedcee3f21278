import { toDate } from "../../../../shared/calendar/index.ts";

export const dayAfter = (day: string): string => toDate(day).add({ days: 1 }).toString();
