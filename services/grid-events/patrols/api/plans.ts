import * as z from "zod";
import { todayIn } from "../../../../shared/calendar/index.ts";
import { present } from "../../../../shared/decider/index.ts";
import { create, list, type Route, read, resource, type Viewing } from "../../../../shared/http/index.ts";
import { everythingIn, type Loaded } from "../../../../shared/store/index.ts";
import { lineOf } from "../../../../shared/text/index.ts";
import { gridHouse } from "../../events/index.ts";
import { mapOn } from "../../grids/index.ts";
import { coverage, coverageOn } from "../domain/coverage.ts";
import { everyPlan, isPlannedOn, type PatrolPlan, patrolPlan, patrolPlanMoves } from "../domain/plan.ts";
import { walkRule } from "../domain/walk.ts";

const day = z.iso.date();
const asked = z.enum(["required", "voluntary", "off"]);
const planView = z.object({
  id: z.string(),
  version: z.int(),
  status: z.enum(["running", "stopped"]),
  title: z.string(),
  grids: z.array(z.string()),
  weekdays: z.array(z.int()),
  from: day,
  until: day.optional(),
  emergency: z.string().optional(),
  /** G-13: asked for in an emergency of the profile alone. */
  checkIns: asked,
  tracks: asked,
});

const viewPlan = ({ id, version, state }: Loaded<PatrolPlan>, { runtime: { town } }: Pick<Viewing, "runtime">) => {
  const { status, title, grids, weekdays, from, until, emergency } = state;
  return {
    ...{ id, version, status, title, grids: [...grids], weekdays: [...weekdays], from },
    ...present({ until, emergency }),
    ...{ checkIns: walkRule("checkIns", emergency, town), tracks: walkRule("tracks", emergency, town) },
  };
};

const plans = resource({
  of: patrolPlan,
  at: "/grid-events/patrol-plans",
  staff: gridHouse,
  moves: patrolPlanMoves,
  statusOf: ({ status }) => status,
  returns: planView,
  view: viewPlan,
  tellsSteps: () => true,
});
const arranging = ["dispatcher", "leader"] as const;

/** Coverage of the grids on a day, in the order of their codes: nobody is ranked (G-13). */
const covered = read("GET /grid-events/coverage", {
  summary: {
    zh: "某日各网格巡查覆盖情况：由发现和办结的事件得出，不看打卡和轨迹",
    en: "Coverage of the grids on a day, from what was seen and done there, never from check-ins or tracks",
  },
  allow: gridHouse,
  query: z.strictObject({ on: day.optional() }),
  returns: z.object({
    on: day,
    planned: z.int(),
    covered: z.int(),
    items: z.array(
      z.object({ grid: z.string(), planned: z.boolean(), covered: z.boolean(), seen: z.int(), done: z.int() }),
    ),
  }),
  async run({ query }, runtime) {
    const on = query.on ?? todayIn(runtime.clock()).toString();
    const [all, days] = await Promise.all([
      everythingIn(runtime.store, patrolPlan, { index: "byStatus", partition: everyPlan }),
      everythingIn(runtime.store, coverage, { index: "byStatus", partition: coverageOn(on) }),
    ]);
    const planned = new Set(all.filter(({ state }) => isPlannedOn(state, on)).flatMap(({ state }) => state.grids));
    const known = new Map(days.map(({ state }) => [state.grid, state]));
    const items = [...new Set([...planned, ...known.keys()])].toSorted().map((grid) => {
      const [seen, done] = [known.get(grid)?.seen.length ?? 0, known.get(grid)?.done.length ?? 0];
      return { grid, planned: planned.has(grid), covered: seen + done > 0, seen, done };
    });
    const both = items.filter((one) => one.planned && one.covered);
    return { on, planned: planned.size, covered: both.length, items };
  },
});

/** Plans of patrols, and what came of them (G3). */
export const planRoutes: readonly Route[] = [
  create("POST /grid-events/patrol-plans", {
    summary: {
      zh: "制定巡查计划（网格、星期、期间；紧急任务须注明）",
      en: "Plan patrols: grids, weekdays, period; an emergency is named",
    },
    allow: arranging,
    of: patrolPlan,
    id: ({ unique }) => unique,
    body: z.strictObject({
      title: lineOf(100),
      grids: z.array(lineOf(20)).min(1).max(500),
      weekdays: z.array(z.int().min(1).max(7)).min(1).max(7),
      from: day,
      until: day.exactOptional(),
      emergency: lineOf(60).exactOptional(),
    }),
    learn: async ({ body, runtime }) => ((await mapOn(runtime, body.from))?.grids ?? []).map(({ code }) => code),
    run: ({ body, learnt = [] }) => ({ type: "plan" as const, ...body, known: learnt }),
    returns: plans.returns,
    view: plans.view,
  }),
  plans.step("end", {
    summary: { zh: "终止巡查计划", en: "End a plan" },
    allow: arranging,
    body: z.strictObject({}),
    run: () => ({ type: "end" }),
  }),
  list("GET /grid-events/patrol-plans", {
    summary: { zh: "巡查计划", en: "Plans of patrols" },
    allow: gridHouse,
    of: patrolPlan,
    sorts: ["from"],
    returns: planView,
    find: () => ({ index: "byStatus", partition: everyPlan, descending: true }),
    view: (loaded, viewing) => viewPlan(loaded, viewing),
  }),
  plans.read({ zh: "一项巡查计划", en: "A plan of patrols" }, gridHouse),
  plans.history({ zh: "一项巡查计划的经过", en: "What happened to a plan" }, gridHouse),
  covered,
];
