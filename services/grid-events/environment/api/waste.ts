import * as z from "zod";
import { todayIn } from "../../../../shared/calendar/index.ts";
import { create, hasRole, list, type Route, read, resource } from "../../../../shared/http/index.ts";
import type { Runtime } from "../../../../shared/service/index.ts";
import { everythingIn, type Loaded } from "../../../../shared/store/index.ts";
import { titled } from "../../../../shared/text/index.ts";
import type { Role } from "../../../../shared/town/roles.ts";
import { mapOn } from "../../grids/index.ts";
import { gridsOf } from "../../offline/index.ts";
import { everyWastePlan, wastePlan } from "../domain/waste/decider.ts";
import { wasteMoves } from "../domain/waste/moves.ts";
import { scoreOf } from "../domain/waste/rounds.ts";
import { type WasteCommand, type WastePlan, wasteStages } from "../domain/waste/words.ts";

const house = ["grid-worker", "dispatcher", "leader", "supervisor"] as const satisfies readonly Role[];
const day = z.iso.date();
const village = z.string().regex(/^\d{12}$/);
const stage = titled(z.enum(wasteStages), { zh: "环节", en: "Stage" });
const kilograms = titled(z.int().min(0).max(1_000_000), { zh: "重量（千克）", en: "Kilograms" });

const planView = z.object({
  ...{ id: z.string(), version: z.int(), status: z.enum(["running", "stopped"]), village: z.string(), on: day },
  stages: titled(
    z.array(
      z.object({
        ...{ stage, at: z.iso.datetime().optional(), late: z.boolean(), kilograms: kilograms.optional() },
      }),
    ),
    { zh: "当日各环节", en: "Stages of the day" },
  ),
});
const viewPlan = ({ id, version, state }: Loaded<WastePlan>) => ({
  ...{ id, version, status: state.status, village: state.village, on: state.on },
  stages: state.stages.map((one) => ({ ...one })),
});

const plans = resource({
  of: wastePlan,
  at: "/grid-events/waste-plans",
  staff: house,
  moves: wasteMoves,
  statusOf: ({ status }) => status,
  returns: planView,
  view: (loaded) => viewPlan(loaded),
});
const month = z.string().regex(/^\d{4}-(?:0[1-9]|1[0-2])$/);
const count = z.int().nonnegative();

/** The villages in which somebody looks after a grid today. */
async function villagesOf(sub: string, runtime: Runtime): Promise<ReadonlySet<string>> {
  const [map, his] = await Promise.all([mapOn(runtime, todayIn(runtime.clock()).toString()), gridsOf(runtime, sub)]);
  return new Set(map?.grids.flatMap(({ code, village: of }) => (his.includes(code) ? [of] : [])));
}

/** Waste from the household to the county (G12): rounds of each day, alarms, scores of villages. */
export const wasteRoutes: readonly Route[] = [
  create("POST /grid-events/waste-plans", {
    summary: { zh: "开始一个村的每日垃圾清运", en: "Begin the daily waste rounds of a village" },
    allow: ["dispatcher"],
    of: wastePlan,
    id: ({ body }) => body.village,
    body: z.strictObject({ village, from: day }),
    run: ({ body }): WasteCommand => ({ type: "begin", ...body }),
    returns: plans.returns,
    view: plans.view,
  }),
  list("GET /grid-events/waste-plans", {
    summary: { zh: "各村当日清运", en: "Today's rounds of the villages" },
    allow: house,
    of: wastePlan,
    returns: planView.pick({ id: true, version: true, status: true, village: true, on: true }),
    find: () => ({ index: "byStatus", partition: everyWastePlan }),
    view: ({ id, version, state: { status, village: of, on } }) => ({ id, version, status, village: of, on }),
  }),
  plans.read({ zh: "一个村的清运", en: "The rounds of a village" }, house),
  plans.step("record", {
    summary: { zh: "登记一个环节（户集、村收、镇运、县处理依次）", en: "Record a stage of today, in order" },
    allow: ["grid-worker", "dispatcher", "leader"],
    body: z.strictObject({ stage, kilograms: kilograms.exactOptional() }),
    tries: () => wasteStages.map((one) => ({ stage: one })),
    learn: async ({ actor, runtime }) =>
      hasRole(actor, ["dispatcher", "leader"]) ? new Set<string>() : villagesOf(actor.sub, runtime),
    learnsFromTable: true,
    run: ({ id, body, learnt }) => ({ type: "record", ...body, isHisVillage: learnt?.has(id) === true }),
  }),
  plans.step("stop", {
    summary: { zh: "停止每日清运", en: "Stop the rounds" },
    allow: ["dispatcher"],
    body: z.strictObject({}),
    run: () => ({ type: "stop" }),
  }),
  plans.step("restart", {
    does: "begin",
    summary: { zh: "重新开始每日清运（次日起）", en: "Begin the rounds again, from the next day" },
    allow: ["dispatcher"],
    body: z.strictObject({ from: day }),
    tries: (_of, { today }) => [{ from: today.add({ days: 1 }).toString() }],
    run: ({ id, body }) => ({ type: "begin", village: id, ...body }),
  }),
  plans.history({ zh: "一个村清运的经过", en: "History of the rounds" }, house),
  read("GET /grid-events/waste-scores", {
    summary: { zh: "各村清运得分（按期环节占应完成环节的百分比），默认本月", en: "Scores of the villages in a month" },
    allow: [...house, "county"],
    query: z.strictObject({ month: month.optional() }),
    returns: z.object({
      month,
      items: z.array(
        z.object({
          village: z.string(),
          stagesDue: titled(count, { zh: "应完成环节", en: "Stages due" }),
          inTime: titled(count, { zh: "按期", en: "In time" }),
          madeUp: titled(count, { zh: "补做", en: "Made up late" }),
          kilograms: titled(count, { zh: "重量（千克）", en: "Kilograms" }),
          score: titled(z.number().nullable(), { zh: "得分（%）", en: "Score in per cent" }),
        }),
      ),
    }),
    async run({ query }, { store, clock }) {
      const asked = query.month ?? todayIn(clock()).toString().slice(0, 7);
      const all = await everythingIn(store, wastePlan, { index: "byStatus", partition: everyWastePlan });
      const items = all.flatMap(({ state }) => {
        const of = state.months.find((one) => one.month === asked);
        if (of === undefined) return [];
        const { due, inTime, late, kilograms: sum } = of;
        return [{ village: state.village, stagesDue: due, inTime, madeUp: late, kilograms: sum, score: scoreOf(of) }];
      });
      return { month: asked, items };
    },
  }),
];
