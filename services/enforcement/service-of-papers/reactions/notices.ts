import * as z from "zod";
import { toDate } from "../../../../shared/calendar/index.ts";
import { paperServed } from "../../../../shared/contracts/enforcement-papers.ts";
import { type Instruction, on, type Subscription, subjectId } from "../../../../shared/service/index.ts";
import { timeSpent } from "../../cases/index.ts";
import { delivery } from "../domain/decider.ts";

const issued = z.looseObject({ on: z.iso.date() });

/** CF-60a: the days of a public notice, from the day after its issue to the day on which it served the paper. */
const noticed = (id: string, to: string): Instruction => ({
  async carryOut(runtime, cause) {
    const [found, history] = await Promise.all([runtime.store.load(delivery, id), runtime.store.history(delivery, id)]);
    const of = found?.state.case;
    const issue = history.find(({ type }) => type === "enforcement.delivery.notice-published");
    if (of === undefined || issue === undefined) return { done: true };
    const from = toDate(issued.parse(issue.data).on).add({ days: 1 }).toString();
    return timeSpent(of, { what: "notice", from, to }).carryOut(runtime, cause);
  },
});

/** What a delivery tells its case. */
export const deliveryReactions: readonly Subscription[] = [
  on("enforcement.delivery.served", paperServed, ({ on: day, how }, event) =>
    how === "public-notice" ? [noticed(subjectId(event), day)] : [],
  ),
];
