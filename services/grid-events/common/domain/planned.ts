import { type Context, type Rejection, refusals } from "../../../../shared/decider/index.ts";
import type { CommonRefusal } from "./refusals.ts";

const { badInput } = refusals<CommonRefusal>();
/** Plans reach a year ahead: what lies further is a slip of the pen. */
const planningDays = 366;

/** Why nothing can be planned for a day: it is past, or more than a year ahead. */
export function plannedDayFault(
  day: string,
  { today }: Pick<Context, "today">,
  pointer: string,
): Rejection | undefined {
  if (day < today.toString()) return badInput("grid-events.day-past", { day, today: today.toString() }, pointer);
  const latest = today.add({ days: planningDays }).toString();
  return day > latest ? badInput("grid-events.day-too-far", { day, latest }, pointer) : undefined;
}
