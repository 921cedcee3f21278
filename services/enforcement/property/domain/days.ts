import type { Context } from "../../../../shared/decider/index.ts";

/** The last day of so many calendar days from today on; today does not count (T-1). */
export const daysFromToday = ({ today }: Pick<Context, "today">, days: number): string =>
  today.add({ days }).toString();
