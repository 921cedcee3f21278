import * as z from "zod";
import { dispatcher, mayor } from "../people.ts";
import { line, table } from "../show.ts";
import type { Week } from "../week.ts";

const figures = z.object({
  total: z.object({
    counts: z.record(z.string(), z.int()),
    figures: z.array(
      z.object({ name: z.string(), numerator: z.int(), denominator: z.int(), percent: z.number().nullable() }),
    ),
  }),
});
const map = z.object({ features: z.array(z.object({ properties: z.looseObject({ kind: z.string() }) })) });
const leading = z.object({
  open: z.int(),
  late: z.int(),
  units: z.array(z.object({ unit: z.string(), open: z.int() })),
});
const waiting = z.object({ unassigned: z.object({ count: z.int() }), overdue: z.object({ count: z.int() }) });

const names: Readonly<Record<string, string>> = {
  ...{ filing: "立案率 filed", closing: "结案率 closed", onTime: "按期结案率 on time", rework: "返工率 reworked" },
  solvedInGrid: "自行处置率 in the grid",
};

/** The day in numbers (G-9), what is left on the boards, and what everybody sees of it on the map. */
export async function showTheFigures({ town }: Week): Promise<void> {
  await town.settle();
  const month = await town.get("/grid-events/figures", figures, mayor);
  table(
    ["指标 figure", "分子 above", "分母 below", "%"],
    month.total.figures.map(({ name, numerator, denominator, percent }) => [
      ...[names[name] ?? name, numerator, denominator],
      percent ?? "–",
    ]),
  );
  if ((month.total.counts.merged ?? 0) < 1 || (month.total.counts.closed ?? 0) < 3)
    throw new Error("the figures do not hold the day");
  const { open, late, units } = await town.get("/grid-events/boards/leader", leading, mayor);
  const { unassigned, overdue } = await town.get("/grid-events/boards/dispatcher", waiting, dispatcher);
  line(
    `看板：在办 ${open} 件、逾期 ${late} 件；待派遣 ${unassigned.count} 件、逾期 ${overdue.count} 件；单位 ${units.length} 个`,
    "what is left on the boards; nobody is ranked",
  );
  const { features } = await town.get("/grid-events/map.geojson", map);
  line(`公众地图 ${features.length} 处，不足下限的不显示件数，不含个人信息`, "the public map, without a person");
}
