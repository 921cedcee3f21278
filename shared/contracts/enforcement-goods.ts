import * as z from "zod";

const date = z.iso.date();
/** Of which case and party, by his place in it; and the measure under which it was taken. */
const about = { case: z.string(), party: z.string(), measure: z.string().exactOptional() };

/** QZ-27, CF-74a: the town holds an item no more; `offered`: its owner was called and can have it. */
export const goodsSettled = z.object({
  ...about,
  on: date,
  how: z.enum(["returned", "offered", "lost", "handed-over", "disposed"]),
});

/** Goods lie longer than their state allows. Told once for each state. */
export const goodsOverdue = z.object({
  ...about,
  status: z.enum(["held", "sold", "returning", "confiscated", "to-auction", "lost"]),
  due: date,
});

/** What is published of goods. */
export const goodsEvents = {
  "enforcement.goods.settled": goodsSettled,
  "enforcement.goods.overdue": goodsOverdue,
} as const;
