import * as z from "zod";
import { todayIn } from "../../../../shared/calendar/index.ts";
import { type Route, read } from "../../../../shared/http/index.ts";
import { everythingIn } from "../../../../shared/store/index.ts";
import { titled } from "../../../../shared/text/index.ts";
import { listedUnitOf } from "../../events/domain/event.ts";
import type { severities } from "../../events/domain/levels.ts";
import { figureTally, sumOf, tallyPartition } from "../../figures/domain/figure-tally.ts";
import { gridless } from "../../figures/domain/monthly.ts";
import { countedBy } from "../domain/section.ts";
import { openMatters } from "./open-matters.ts";

const count = z.int().nonnegative();
const opened = {
  open: titled(count, { zh: "在办件数", en: "Open" }),
  late: titled(count, { zh: "逾期件数", en: "Late" }),
};
const grave = ["I", "II"] as const satisfies readonly (typeof severities)[number][];

/**
 * How the grids and units stand. G-13: rows lie in the order of their codes, nobody is ranked, and no row is of a person.
 */
export const leaderBoard: Route = read("GET /grid-events/boards/leader", {
  summary: {
    zh: "领导看板：按网格、单位的在办和逾期，本月上报、立案、结案；不排名，不涉及个人",
    en: "A leader's board: open and late by grid and unit, this month's counts; nobody is ranked",
  },
  allow: ["leader", "supervisor", "dispatcher"],
  returns: z.object({
    today: titled(z.iso.date(), { zh: "今天", en: "Today" }),
    month: z.string(),
    complete: titled(z.boolean(), { zh: "是否看全", en: "Whether all open matters were looked through" }),
    ...opened,
    grave: titled(count, { zh: "一、二级在办件数", en: "Open and of severity I or II" }),
    grids: titled(z.array(z.object({ grid: z.string(), ...opened, reported: count, filed: count, closed: count })), {
      zh: "按网格",
      en: "By grid",
    }),
    units: titled(z.array(z.object({ unit: z.string(), ...opened })), { zh: "按单位", en: "By unit" }),
  }),
  async run(_request, runtime) {
    const today = todayIn(runtime.clock()).toString();
    const month = today.slice(0, 7);
    const [{ items, complete }, tallies] = await Promise.all([
      openMatters(runtime),
      everythingIn(runtime.store, figureTally, { index: "byStatus", partition: tallyPartition(month) }),
    ]);
    const all = items.map(({ state }) => state);
    const byGrid = countedBy(all, ({ where, late }) => ({ key: where.grid ?? gridless, late }));
    const monthly = Map.groupBy(
      tallies.map(({ state }) => state),
      ({ grid }) => grid,
    );
    const grids = [...new Set([...byGrid.map(({ key }) => key), ...monthly.keys()])].toSorted();
    return {
      ...{ today, month, complete, open: all.length, late: all.filter(({ late }) => late).length },
      grave: all.filter(({ severity }) => grave.some((one) => one === severity)).length,
      grids: grids.map((grid) => {
        const { reported, filed, closed } = sumOf(monthly.get(grid) ?? []);
        const { open = 0, late = 0 } = byGrid.find(({ key }) => key === grid) ?? {};
        return { grid, open, late, reported, filed, closed };
      }),
      units: countedBy(all, (state) => {
        const doer = listedUnitOf(state);
        return doer === undefined ? undefined : { key: doer.unit, late: doer.late };
      }).map(({ key, open, late }) => ({ unit: key, open, late })),
    };
  },
});
