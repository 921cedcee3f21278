import * as z from "zod";
import { mayor } from "./people.ts";
import { heading, table } from "./show.ts";
import type { Week } from "./week.ts";

const figures = z.object({ steps: z.number(), materials: z.number(), workingDays: z.number(), visits: z.number() });
const compared = { cases: z.number(), before: figures, after: figures };
const answer = z.object({
  baseline: z.string(),
  items: z.array(z.object({ item: z.string(), name: z.object({ zh: z.string() }), ...compared })),
  total: z.object(compared).optional(),
});
const names = ["steps", "materials", "workingDays", "visits"] as const;
type Row = Omit<z.infer<typeof answer>["items"][number], "item">;

/** 减环节、减材料、减时限、减跑动: before the town had the power, and in its own cases (L13). */
export async function reductions({ town, days }: Week): Promise<void> {
  await town.settle();
  const from = days[0]?.toString().slice(0, 7) ?? "";
  const { items, total, baseline } = await town.get(`/permits/reductions?from=${from}`, answer, mayor);
  heading("四减", "the four reductions, before → after");
  const row = ({ name, cases, before, after }: Row) => [
    name.zh,
    cases,
    ...names.map((one) => `${short(before[one])} → ${short(after[one])}`),
  ];
  table(
    ["事项 item", "件 cases", "环节 steps", "材料 materials", "工作日 days", "跑动 visits"],
    [...items, ...(total === undefined ? [] : [{ name: { zh: "合计 all" }, ...total }])].map(row),
  );
  console.log(`  ${baseline}\n`);
}

const short = (figure: number) => (Number.isInteger(figure) ? String(figure) : figure.toFixed(1));
