import * as z from "zod";
import { todayIn } from "../../../../shared/calendar/index.ts";
import { command, create, historyOf, list, type Route, readById } from "../../../../shared/http/index.ts";
import { lineOf } from "../../../../shared/text/index.ts";
import { dayOf } from "../../common/api/schemas.ts";
import { power } from "../domain/decider.ts";
import { entryFrom } from "../domain/listed-entry.ts";
import type { PowerCommand } from "../domain/power.ts";
import { entryBody, entryChange } from "./entries.ts";
import { filters, matches } from "./filters.ts";
import { powerView, viewPower } from "./views.ts";

const short = lineOf(300);
const day = z.iso.date();

const listItems = list("GET /powers/items", {
  summary: { zh: "权责清单（可查任一日）", en: "The power list, as of any day" },
  allow: "public",
  of: power,
  query: filters,
  returns: powerView,
  find: () => ({ index: "byCode", partition: "powers" }),
  sortOf: ({ id }) => id,
  keep: ({ state }, { query, runtime }) => matches(state, query, dayOf(query.on, todayIn(runtime.clock()))),
  view: (loaded, { query, runtime }) => viewPower(loaded, dayOf(query.on, todayIn(runtime.clock()))),
});

const readItem = readById("GET /powers/items/{id}", {
  summary: { zh: "一项职权", en: "One power" },
  allow: "public",
  query: z.strictObject({ on: day.optional() }),
  of: power,
  returns: powerView,
  view: (loaded, { query, runtime }) => viewPower(loaded, dayOf(query.on, todayIn(runtime.clock()))),
});

const listPower = create("POST /powers/items", {
  summary: { zh: "将一项职权列入清单", en: "Put a power on the list" },
  allow: ["county", "leader", "ops"],
  of: power,
  body: entryBody,
  returns: powerView,
  id: ({ body }) => body.code,
  run: ({ body, runtime }): PowerCommand => ({ type: "list", power: entryFrom(body, runtime.town) }),
  view: (loaded, { runtime }) => viewPower(loaded, todayIn(runtime.clock())),
});

const step = <B extends z.ZodType>(verb: string, summary: { zh: string; en: string }, body: B) => ({
  name: `POST /powers/items/{id}/${verb}` as const,
  spec: {
    summary,
    allow: ["county", "leader"] as const,
    of: power,
    body,
    returns: powerView,
    view: (loaded: Parameters<typeof viewPower>[0], { runtime }: { runtime: { clock: () => string } }) =>
      viewPower(loaded, todayIn(runtime.clock())),
  },
});

const adjusting = step(
  "adjust",
  { zh: "调整清单内容（须不改变行使方式）", en: "Adjust what the list says of it" },
  entryChange,
);
const suspending = step("suspend", { zh: "暂停行使", en: "Suspend" }, z.strictObject({ from: day, reason: short }));
const resuming = step("resume", { zh: "恢复行使", en: "Resume" }, z.strictObject({ from: day }));
const recalling = step("recall", { zh: "收回", en: "Take back" }, z.strictObject({ from: day, document: short }));

/** Everything about single powers; the list and each power are public (P1). */
export const itemRoutes: readonly Route[] = [
  listItems,
  readItem,
  historyOf("GET /powers/items/{id}/history", {
    summary: { zh: "一项职权的全部变动", en: "Every change of a power" },
    allow: "public",
    of: power,
  }),
  listPower,
  command(adjusting.name, { ...adjusting.spec, run: ({ body }): PowerCommand => ({ type: "adjust", ...body }) }),
  command(suspending.name, { ...suspending.spec, run: ({ body }): PowerCommand => ({ type: "suspend", ...body }) }),
  command(resuming.name, { ...resuming.spec, run: ({ body }): PowerCommand => ({ type: "resume", ...body }) }),
  command(recalling.name, { ...recalling.spec, run: ({ body }): PowerCommand => ({ type: "recall", ...body }) }),
];
