import { endOfDay, type Limit } from "../../../../shared/calendar/index.ts";

/** The first instant after a limit: the beginning of the day after its last. A stopped limit has none. */
export const passes = ({ due }: Limit): string | undefined => (due === null ? undefined : endOfDay(due));
