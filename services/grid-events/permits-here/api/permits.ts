import * as z from "zod";
import { todayIn } from "../../../../shared/calendar/index.ts";
import { present } from "../../../../shared/decider/index.ts";
import { decimalNumber, problem, type Route, read } from "../../../../shared/http/index.ts";
import { lineOf, titled } from "../../../../shared/text/index.ts";
import { datums, measured } from "../../grids/domain/datum.ts";
import { knownPermit, numberPartition, permitStandings, standingOn } from "../domain/known-permit.ts";
import { permitsNear } from "../near.ts";

const row = z.object({
  ...{ id: z.string(), number: z.string(), item: z.string(), name: z.object({ zh: z.string(), en: z.string() }) },
  standing: titled(z.enum(permitStandings), { zh: "许可状态", en: "How it stands" }),
  ...{ validUntil: z.iso.date().optional(), metres: z.int().optional() },
});
/** Permits as a view shows them. */
export const permitsView = z.array(row);
const degrees = (most: number) => decimalNumber(z.number().min(-most).max(most));

/** "Is there a permit?" at a place, or by the number that somebody shows. */
export const permitRoute: Route = read("GET /grid-events/permits-here", {
  summary: {
    zh: "此处有无许可（占道、户外广告等）：按位置和事件类别，或者按出示的许可证号；不显示持有人",
    en: "Is there a permit here: by place and category, or by the number somebody shows; never its holder",
  },
  allow: ["grid-worker", "dispatcher", "officer", "squad-leader"],
  query: z.strictObject({
    ...{ lng: degrees(180).optional(), lat: degrees(90).optional(), datum: z.enum(datums).default("WGS-84") },
    ...{ category: lineOf(60).optional(), number: lineOf(80).optional() },
  }),
  returns: z.object({ items: permitsView }),
  async run({ query: { lng, lat, datum, category, number } }, runtime) {
    if (number !== undefined) {
      const { items } = await runtime.store.list(knownPermit, {
        ...{ index: "byCode", partition: numberPartition(number), limit: 10 },
      });
      const today = todayIn(runtime.clock()).toString();
      return {
        items: items.map(({ id, state }) => ({
          ...{ id, number: state.number, item: state.item, name: { ...state.name } },
          ...{ standing: standingOn(state, today), ...present({ validUntil: state.validUntil }) },
        })),
      };
    }
    if (lng === undefined || lat === undefined || category === undefined)
      return problem(422, "grid-events.permit-of-what");
    const { place } = measured({ lng, lat }, datum);
    const found = await permitsNear(category, place, runtime);
    return { items: found.map((one) => ({ ...one, name: { ...one.name } })) };
  },
});
