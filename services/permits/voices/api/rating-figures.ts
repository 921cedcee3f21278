import * as z from "zod";
import { read } from "../../../../shared/http/index.ts";
import { rating } from "../domain/rating/decider.ts";
import { ratingFigures } from "../domain/rating/figures.ts";
import { monthAsked, monthOf, monthQuery, staff } from "./lists.ts";

const counted = z.union([
  z.object({
    ratings: z.int(),
    poor: z.int(),
    poorRate: z.number(),
    toCallBack: z.int(),
    calledBack: z.int(),
    overdue: z.int(),
  }),
  z.object({ withheld: z.literal(true) }),
]);
const groups = z.record(z.string(), counted);

/** How a month was rated (L17, S-2): no persons, and no figure so small that it names one. */
export const ratingFiguresRoute = read("GET /permits/ratings/figures", {
  summary: {
    zh: "月度好差评：差评率、回访率，按事项、机构、窗口；不涉个人，样本过少不列",
    en: "A month's ratings: poor and called back, by item, office, window; no persons, small figures withheld",
  },
  allow: staff,
  query: monthQuery,
  returns: z.object({
    month: z.string(),
    all: counted,
    excluded: z.int(),
    items: groups,
    offices: groups,
    windows: groups,
  }),
  async run({ query, actor }, runtime) {
    const month = monthAsked(query, runtime);
    const all = await monthOf(runtime, rating, `rating:${month}`);
    const least = actor?.roles.includes("supervisor") === true ? 0 : runtime.town.rating.smallestFigure;
    return { month, ...ratingFigures(all, least) };
  },
});
