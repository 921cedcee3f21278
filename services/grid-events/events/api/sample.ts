import * as z from "zod";
import { todayIn } from "../../../../shared/calendar/index.ts";
import { type Route, read } from "../../../../shared/http/index.ts";
import { commitmentTo, seedOf } from "../sample-seed.ts";

const date = z.iso.date();

/** The seeds by which matters that were solved in the grid are drawn for a check (G2). */
export const sampleRoutes: readonly Route[] = [
  read("GET /grid-events/sample-seed", {
    summary: {
      zh: "抽查种子：当日只公布摘要，次日公布种子，任何人可以复算",
      en: "The seed of a day's sample: its digest while the day lasts, the seed itself afterwards",
    },
    allow: "public",
    maxAge: 0,
    query: z.strictObject({ on: date }),
    returns: z.object({ on: date, percent: z.number(), commitment: z.string(), seed: z.string().optional() }),
    run: async ({ query: { on } }, runtime) => {
      const seed = seedOf(on, runtime);
      const isOver = on < todayIn(runtime.clock()).toString();
      const { percent } = runtime.town.gridEvents.sample;
      return { on, percent, commitment: commitmentTo(seed), ...(isOver ? { seed } : {}) };
    },
  }),
];
