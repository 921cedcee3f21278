import * as z from "zod";
import { todayIn } from "../../../../shared/calendar/index.ts";
import { present } from "../../../../shared/decider/index.ts";
import { type Route, read } from "../../../../shared/http/index.ts";
import type { Runtime } from "../../../../shared/service/index.ts";
import type { Loaded } from "../../../../shared/store/index.ts";
import { titled } from "../../../../shared/text/index.ts";
import { delivery } from "../../deliveries/domain/decider.ts";
import { deliveryStatuses, failures } from "../../deliveries/domain/delivery.ts";
import type { GridEvent } from "../../events/domain/event.ts";
import { traceOf } from "../../events/domain/similar.ts";
import { eventRow, mattersLike, viewEventRow } from "../../events/index.ts";
import { type BoardSection, sectionsOf } from "../domain/section.ts";
import { openMatters } from "./open-matters.ts";

/** So many matters of a section are shown; its count says how many there are. */
const mostShown = 20;
/** So many of the newest reports are held against others. */
const mostCompared = 20;

const section = (zh: string, en: string) =>
  titled(z.object({ count: z.int().nonnegative(), items: z.array(eventRow) }), { zh, en });
/** What a unit was told and did not get: with its reason, to be sent again. */
const failedSend = z.object({
  ...{ id: z.string(), event: z.string(), number: z.string(), unit: z.string(), attempts: z.int() },
  ...{ status: z.enum(deliveryStatuses), failure: z.enum(failures).optional() },
});
const failedLists = (["stuck", "undelivered"] as const).map((status) => ({
  index: "byStatus",
  partition: `delivery:${status}`,
}));
const mostCounted = 1_000;

async function failedSends({ store }: Runtime) {
  const [{ items }, count] = await Promise.all([
    store.listAcross(delivery, failedLists, { limit: mostShown }),
    store.count(failedLists, mostCounted),
  ]);
  return {
    count,
    items: items.map(({ id, state: { event, number, unit, attempts, status, reason } }) => ({
      ...{ id, event, number, unit, attempts, status },
      ...present({ failure: reason }),
    })),
  };
}

const hint = z.object({ id: z.string(), number: z.string(), similar: z.array(z.string()) });

async function hintsFor(items: readonly Loaded<GridEvent>[], runtime: Runtime) {
  const newest = items.filter(({ state }) => state.status === "reported").slice(-mostCompared);
  const found = await Promise.all(
    newest.map(async ({ id, state }) => {
      const like = await mattersLike(traceOf(id, state), runtime, state.others);
      return { id, number: state.number.text.zh, similar: like.map(({ loaded }) => loaded.id) };
    }),
  );
  return found.filter(({ similar }) => similar.length > 0);
}

/** What waits for a dispatcher: the oldest first. */
export const dispatcherBoard: Route = read("GET /grid-events/boards/dispatcher", {
  summary: {
    zh: "指挥看板：无网格、待受理、待派遣、逾期、未按时报到、待核查、未送达、疑似重复",
    en: "A dispatcher's board: gaps, unanswered, unassigned, overdue, units that did not come, failed sends, hints",
  },
  allow: ["dispatcher", "supervisor"],
  returns: z.object({
    today: titled(z.iso.date(), { zh: "今天", en: "Today" }),
    complete: titled(z.boolean(), { zh: "是否看全", en: "Whether all open matters were looked through" }),
    gaps: section("没有网格", "Without a grid"),
    unanswered: section("待受理", "Not answered yet"),
    unassigned: section("待派遣", "To be sent to a unit"),
    overdue: section("逾期", "Overdue"),
    unitOverdue: section("单位逾期", "Late at the unit"),
    notCome: section("未按时报到", "Called and not come"),
    unchecked: section("待核查", "To be verified"),
    failedSends: titled(z.object({ count: z.int().nonnegative(), items: z.array(failedSend) }), {
      zh: "未送达",
      en: "Failed sends",
    }),
    hints: titled(z.array(hint), { zh: "疑似重复", en: "May be the same" }),
  }),
  async run(_request, runtime) {
    const { items, complete } = await openMatters(runtime);
    const stands = items.map((loaded) => ({ loaded, sections: sectionsOf(loaded.state) }));
    const rowsOf = (name: BoardSection) => {
      const some = stands.filter(({ sections }) => sections.includes(name));
      return { count: some.length, items: some.slice(0, mostShown).map(({ loaded }) => viewEventRow(loaded)) };
    };
    return {
      ...{ today: todayIn(runtime.clock()).toString(), complete },
      ...{ gaps: rowsOf("gaps"), unanswered: rowsOf("unanswered"), unassigned: rowsOf("unassigned") },
      ...{ overdue: rowsOf("overdue"), unitOverdue: rowsOf("unitOverdue"), notCome: rowsOf("notCome") },
      unchecked: rowsOf("unchecked"),
      failedSends: await failedSends(runtime),
      hints: await hintsFor(items, runtime),
    };
  },
});
