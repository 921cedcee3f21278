import * as z from "zod";
import { todayIn } from "../../../../shared/calendar/index.ts";
import { problem, type Route, read } from "../../../../shared/http/index.ts";
import { titled } from "../../../../shared/text/index.ts";
import { financeReaders } from "../../common/roles.ts";
import { duties, dutiesFor } from "../domain/duties.ts";
import { type Looking, sources } from "./sources.ts";

const day = z.iso.date();
const duty = z.enum(duties);
const boardView = z.object({
  on: day,
  /** What waits for these roles, in the order of their duties. */
  duties: z.array(
    z.object({ duty, count: z.int(), more: titled(z.boolean(), { zh: "是否还有", en: "Whether there are more" }) }),
  ),
  items: z.array(
    z.object({
      duty,
      id: z.string(),
      /** Where it is read; its view says what can be done next. */
      path: titled(z.string(), { zh: "所在路径", en: "Where it is read" }),
      amountFen: z.int().optional(),
      dueOn: day.optional(),
    }),
  ),
});

/** What waits for the accountant, the cashier, the approver (F-11, F-49). It shows nobody what another role has to do, save overseers. */
export const boardRoute: Route = read("GET /finance/board", {
  summary: {
    zh: "财政看板：会计、出纳、审批各自的待办；领导和督查看全部",
    en: "What waits for the accountant, the cashier, the approver; leaders and supervisors see all of it",
  },
  allow: financeReaders,
  returns: boardView,
  async run({ actor }, runtime) {
    if (actor === undefined) return problem(403, "auth.forbidden");
    const own = dutiesFor(actor.roles);
    const { store, town, clock } = runtime;
    const looking: Looking = { store, town, clock };
    const found = await Promise.all(own.map(async (one) => ({ one, ...(await sources[one](looking)) })));
    return {
      on: todayIn(runtime.clock()).toString(),
      duties: found.map(({ one, items, more }) => ({ duty: one, count: items.length, more })),
      items: found.flatMap(({ one, items }) => items.map((item) => ({ duty: one, ...item }))),
    };
  },
});
