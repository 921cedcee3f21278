import { startOfDay, todayIn } from "../../../../shared/calendar/index.ts";
import { isProblem, type Route } from "../../../../shared/http/index.ts";

/** A route that answers 429 until tomorrow, where the number of reports of a day is used up. */
export const limitedPerDay = (route: Route): Route => ({
  ...route,
  async handle(request, runtime, texts) {
    const answer = await route.handle(request, runtime, texts);
    if (!isProblem(answer) || answer.code !== "grid-events.too-many-reports") return answer;
    const now = runtime.clock();
    const tomorrow = startOfDay(todayIn(now).add({ days: 1 }).toString());
    const seconds = Math.ceil((Date.parse(tomorrow) - Date.parse(now)) / 1_000);
    return { ...answer, status: 429, headers: { "retry-after": String(Math.max(1, seconds)) } };
  },
});
