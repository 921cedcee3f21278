import type { Temporal } from "temporal-polyfill";
import * as z from "zod";
import { todayIn } from "../../../../shared/calendar/index.ts";
import {
  create,
  historyOf,
  leadsTo,
  linkSchema,
  list,
  type Route,
  readById,
  resource,
  rowOf,
} from "../../../../shared/http/index.ts";
import type { Runtime } from "../../../../shared/service/index.ts";
import { factReference, heldFact, type Loaded } from "../../../../shared/store/index.ts";
import { lineOf } from "../../../../shared/text/index.ts";
import { dayOf, daysOfChange } from "../../common/api/schemas.ts";
import { power } from "../domain/decider.ts";
import { importHolding, listImport, theList } from "../domain/importing/list-import.ts";
import type { ListImport } from "../domain/importing/words.ts";
import { entryFrom } from "../domain/listed-entry.ts";
import type { Power, PowerCommand } from "../domain/power.ts";
import { entryBody, entryChange } from "./entries.ts";
import { afterImport } from "./every-power.ts";
import { filters, matches } from "./filters.ts";
import { powerView, viewPower } from "./views.ts";

const short = lineOf(300);
const day = z.iso.date();

/** Anybody reads a power; these change it. */
const changers = ["county", "leader"] as const;
export const powerItems = resource({
  of: power,
  at: "/powers/items",
  staff: [...changers, "legal-reviewer"],
  returns: powerView,
  view: (loaded, { runtime }) => viewPower(loaded, todayIn(runtime.clock()), runtime.town),
  links: ({ id }) => [
    leadsTo({ rel: "history", title: { zh: "全部变动", en: "Every change" }, path: `/powers/items/${id}/history` }),
    // Licences and public services have a guide in the permits service.
    ...(/^P[LS]-\d{3}$/.test(id)
      ? [leadsTo({ rel: "guide", title: { zh: "办事指南", en: "Service guide" }, id, path: `/permits/guides/${id}` })]
      : []),
  ],
});

/** A power in a list. The whole, with its laws, is read by its code. */
const powerRow = powerView
  .pick({
    code: true,
    name: true,
    category: true,
    domain: true,
    sourceDepartment: true,
    townRole: true,
    dutyList: true,
    version: true,
  })
  .extend({ status: powerView.shape.status.pick({ inForce: true, mode: true, since: true }) });

const listItems = list("GET /powers/items", {
  summary: { zh: "权责清单（可查任一日）", en: "The power list, as of any day" },
  allow: "public",
  of: power,
  query: filters,
  sorts: ["code"],
  returns: powerRow,
  find: () => ({ index: "byCode", partition: "powers" }),
  sparse: true,
  keep: ({ state }, { query, runtime }) =>
    matches(state, query, dayOf(query.on, todayIn(runtime.clock())), runtime.town),
  view: rowOf(
    powerRow,
    (loaded: Loaded<Power>, { query, runtime }: { query: { on?: string | undefined }; runtime: Runtime }) =>
      viewPower(loaded, dayOf(query.on, todayIn(runtime.clock())), runtime.town),
  ),
});

const readItem = readById("GET /powers/items/{id}", {
  summary: { zh: "一项职权", en: "One power" },
  allow: "public",
  query: z.strictObject({ on: day.optional() }),
  of: power,
  returns: powerView.extend({ links: z.array(linkSchema) }),
  view: async (loaded, { query, ...viewing }) => ({
    ...viewPower(loaded, dayOf(query.on, todayIn(viewing.runtime.clock())), viewing.runtime.town),
    links: await powerItems.links(loaded, viewing),
  }),
});

/** X5: an entry changes only while no import holds the list. */
const unlessImported = {
  facts: () => ({ imports: heldFact(factReference(listImport, theList)) }),
  held: (imports: ListImport | undefined, { clock }: Runtime) =>
    importHolding(imports, clock()) === undefined ? {} : { importHolds: true as const },
};

/** X5: a reader that comes right after an import has switched the list sees the new one. */
const asImported = (route: Route): Route => ({
  ...route,
  async handle(request, runtime, texts) {
    await afterImport(runtime);
    return route.handle(request, runtime, texts);
  },
});

const listPower = create("POST /powers/items", {
  summary: { zh: "将一项职权列入清单", en: "Put a power on the list" },
  allow: ["county", "leader", "ops"],
  of: power,
  body: entryBody,
  returns: powerItems.returns,
  id: ({ body }) => body.code,
  facts: unlessImported.facts,
  run: ({ body, runtime, facts }): PowerCommand => ({
    type: "list",
    power: entryFrom(body, runtime.town),
    ...unlessImported.held(facts.imports, runtime),
  }),
  view: powerItems.view,
});

const daysOf = ({ state }: { readonly state: Power | undefined }, today: Temporal.PlainDate) =>
  daysOfChange(state?.changes ?? [], today.toString());

/** Everything about single powers; the list and each power are public (P1). */
export const itemRoutes: readonly Route[] = [
  asImported(listItems),
  asImported(readItem),
  historyOf("GET /powers/items/{id}/history", {
    summary: { zh: "一项职权的全部变动", en: "Every change of a power" },
    allow: "public",
    of: power,
  }),
  powerItems.readActions({ zh: "本人对一项职权可办的事", en: "What its caller can do with a power" }, [
    ...changers,
    "legal-reviewer",
  ]),
  listPower,
  powerItems.step("adjust", {
    summary: {
      zh: "调整清单内容（职责、依据、领域由县级凭文件调整）",
      en: "Adjust what the list says of it; role, laws and domain by the county with its document",
    },
    allow: changers,
    body: entryChange,
    tries: (of, { today }) => daysOf(of, today).map((from) => ({ from, name: { zh: "示例", en: "example" } })),
    facts: unlessImported.facts,
    run: ({ body, runtime, facts }) => ({
      type: "adjust",
      ...body,
      ...unlessImported.held(facts.imports, runtime),
    }),
  }),
  powerItems.step("suspend", {
    summary: { zh: "暂停行使", en: "Suspend" },
    allow: changers,
    body: z.strictObject({ from: day, reason: short }),
    tries: (of, { today }) => daysOf(of, today).map((from) => ({ from, reason: "示例" })),
    run: ({ body }) => ({ type: "suspend", ...body }),
  }),
  powerItems.step("resume", {
    summary: { zh: "恢复行使", en: "Resume" },
    allow: changers,
    body: z.strictObject({ from: day }),
    tries: (of, { today }) => daysOf(of, today).map((from) => ({ from })),
    run: ({ body }) => ({ type: "resume", ...body }),
  }),
  powerItems.step("recall", {
    summary: { zh: "收回", en: "Take back" },
    allow: changers,
    body: z.strictObject({ from: day, document: short }),
    tries: (of, { today }) => daysOf(of, today).map((from) => ({ from, document: "示例" })),
    run: ({ body }) => ({ type: "recall", ...body }),
  }),
];
