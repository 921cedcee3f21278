import * as z from "zod";
import { workOff } from "../crowd.ts";
import { examine, look, step } from "../desk.ts";
import { approver, clerk, reviewer } from "../people.ts";
import { heading, line } from "../show.ts";
import type { Case, Week } from "../week.ts";
import type { Threads } from "./monday.ts";
import { pay } from "./payments.ts";
import { withWhom } from "./people.ts";
import { byPlace, handOver, powersTable, proposeDuties, suspend } from "./powers.ts";

/** Thursday: A is back, what stood goes on, what is late is explained; powers move. */
export async function thursday(week: Week, threads: Threads, waiting: Case): Promise<void> {
  const [, , , day = week.today] = week.days;
  await week.turnTo("08:30", day);
  heading(`周四 ${week.today}：职权`, "Thursday: powers");
  line(
    `A 岗返岗，${waiting.guide.name.zh} 回到 ${await withWhom(week, waiting)}`,
    "A is back, and so is the work (L6)",
  );
  const { paused, late, rural, fee } = threads;
  const { limits } = await step(week, paused, "resume", reviewer(paused.guide.office));
  line(`${paused.guide.name.zh}：检测毕，恢复计时，承诺 ${limits?.promised.due}`, "tested; the clock runs on");
  await explain(week, late);
  await decidedAbove(week, rural);
  await examine(week, fee);
  await pay(week, fee);
  await week.turnTo("14:30");
  await workOff(week, threads.crowd);
  const handedOver = await handOver(week);
  const suspended = await suspend(week);
  await proposeDuties(week);
  await byPlace(week);
  await powersTable(week, [handedOver, suspended]);
}

const announcement = z.object({
  item: z.object({ name: z.object({ zh: z.string() }) }),
  delays: z.array(z.object({ limit: z.string(), cause: z.string(), reasons: z.string() })),
});

/** L4, XK-T3: what exceeded its limit is on record, and the town says in public why. */
async function explain(week: Week, one: Case): Promise<void> {
  const { missedLimits = [], unlawfulDelay } = await look(week, one);
  const by = approver(one.guide.office);
  for (const limit of missedLimits)
    await step(week, one, "explain-overdue", by, { limit, cause: "workload", reasons: "同日考核人数超出考场容量" });
  const published = await week.town.all("/permits/announcements", announcement);
  const ours = published.find(({ item, delays }) => item.name.zh === one.guide.name.zh && delays.length > 0);
  line(
    `${one.guide.name.zh}：逾期（${missedLimits.join("、")}${unlawfulDelay === true ? "，违法" : ""}），公开原因“${ours?.delays[0]?.reasons}”`,
    "overdue, explained in public (L4)",
  );
}

/** XK-43: the decision of the organ above comes back, is recorded, and delivered. */
async function decidedAbove(week: Week, one: Case): Promise<void> {
  const upper = { outcome: "granted", decidedOn: week.today.toString(), number: "乡字第（示例）号" };
  const { status } = await step(week, one, "record-upper-decision", clerk(2), upper);
  const { status: after } = await step(week, one, "deliver", clerk(2));
  line(`${one.guide.name.zh}：上级决定已登记（${status}）、送达（${after}）`, "what the organ above decided");
}
