import * as z from "zod";
import type { Actor } from "../../../../shared/decider/index.ts";
import { hasRole, list, problem, type Route, read, viewLimit } from "../../../../shared/http/index.ts";
import { partyKey, partyNumber } from "../../../../shared/parties/index.ts";
import type { Runtime } from "../../../../shared/service/index.ts";
import type { Loaded, Position } from "../../../../shared/store/index.ts";
import { lineOf } from "../../../../shared/text/index.ts";
import type { Application } from "../domain/application/application.ts";
import { application } from "../domain/application/decider.ts";
import { dueOf, openWork } from "../domain/application/listed.ts";
import { onTheSpot } from "../domain/application/on-the-spot.ts";
import { applicationView } from "./application-schema.ts";
import { staff } from "./register.ts";
import { viewApplication } from "./views.ts";

const filters = {
  status: applicationView.shape.status.optional(),
  office: lineOf(60).optional(),
  item: lineOf(20).optional(),
  channel: z.enum(["window", "online", "agent"]).optional(),
  crossTown: z.enum(["true", "false"]).optional(),
  dueBy: z.iso.date().optional(),
  /** XK-34: what waits at the counter to be decided on the spot. */
  onTheSpot: z.enum(["true"]).optional(),
};
type Filters = z.output<z.ZodObject<typeof filters>>;

const agrees = ({ state }: Loaded<Application>, query: Filters) =>
  (query.status === undefined || state.status === query.status) &&
  (query.office === undefined || state.office === query.office) &&
  (query.item === undefined || state.item.code === query.item) &&
  (query.channel === undefined || state.channel === query.channel) &&
  (query.crossTown === undefined || String(state.residence !== undefined) === query.crossTown) &&
  (query.onTheSpot === undefined || onTheSpot(state)?.waitsFor.length === 0) &&
  (query.dueBy === undefined || (dueOf(state) ?? "9999-12-31") <= query.dueBy);

/** The office whose work somebody has before him: the one he asks for, or his own, if it decides anything. */
function officeFor({ office }: { readonly office?: string | undefined }, actor: Actor, { town }: Runtime) {
  if (office !== undefined) return office;
  const deciding = Object.values(town.decidingOffices);
  return actor.office !== undefined && deciding.includes(actor.office) ? actor.office : undefined;
}

function whereToLook(query: Filters, actor: Actor, runtime: Runtime) {
  const office = officeFor(query, actor, runtime);
  if (query.dueBy !== undefined && office !== undefined)
    return { index: "byOffice", partition: office, from: openWork.from, to: `0#${query.dueBy}#~` };
  if (query.office !== undefined) return { index: "byOffice", partition: query.office };
  if (query.status !== undefined) return { index: "byStatus", partition: query.status };
  if (office !== undefined) return { index: "byOffice", partition: office };
  return { index: "byStatus", partition: "received" };
}

const listApplications = list("GET /permits/applications", {
  summary: {
    zh: "办件列表：按状态、科室、到期日、事项、渠道；默认为本科室的办件，未办结的按到期日在前，窗口为已收件的办件；群众只见本人办件",
    en: "Applications by status, office, due day, item, channel; by default those of one's own office, open ones first by the day they are due, at the counter those just received; a resident sees only his own",
  },
  allow: [...staff, "resident", "agent"],
  of: application,
  query: filters,
  returns: applicationView,
  find: ({ query, actor, runtime }) =>
    actor !== undefined && hasRole(actor, staff)
      ? whereToLook(query, actor, runtime)
      : { index: "byOwner", partition: actor?.sub ?? "", descending: true },
  keep: (loaded, { query }) => agrees(loaded, query),
  view: viewApplication,
});

const lights = z.object({ green: z.int(), yellow: z.int(), red: z.int(), stopped: z.int() });
const counts = z.object({
  office: z.string(),
  open: z.int(),
  byStatus: z.record(z.string(), z.int()),
  /** L9: what agents brought is counted apart. */
  byChannel: z.record(z.string(), z.int()),
  byLight: lights,
  crossTown: z.int(),
  /** False: there is more than was counted. */
  complete: z.boolean(),
});

/** So many open cases of one office are counted at the most; an office that has more is beyond counting by lights. */
const pages = 20;
const pageSize = 100;

const countApplications = read("GET /permits/applications/counts", {
  summary: {
    zh: "一个科室未办结办件的数量：按状态、按红黄绿灯；外镇办件单列",
    en: "How many open applications an office has, by status and by light; those of other towns' people apart",
  },
  allow: staff,
  query: z.strictObject({ office: lineOf(60).optional() }),
  returns: counts,
  async run({ query, actor }, runtime) {
    const office = query.office ?? actor?.office;
    if (office === undefined || !runtime.town.offices.some(({ id }) => id === office))
      return problem(404, "resource.not-found");
    const byStatus: Record<string, number> = {};
    const byChannel: Record<string, number> = {};
    const byLight = { green: 0, yellow: 0, red: 0, stopped: 0 };
    let [open, crossTown] = [0, 0];
    let after: Position | undefined;
    for (let page = 0; page < pages; page += 1) {
      const found = { index: "byOffice", partition: office, ...openWork, limit: pageSize };
      const { items, last } = await runtime.store.list(application, after === undefined ? found : { ...found, after });
      for (const { state } of items) {
        open += 1;
        byStatus[state.status] = (byStatus[state.status] ?? 0) + 1;
        byChannel[state.channel] = (byChannel[state.channel] ?? 0) + 1;
        byLight[lightOf(state, runtime)] += 1;
        if (state.residence !== undefined) crossTown += 1;
      }
      after = last;
      if (after === undefined) break;
    }
    return { office, open, byStatus, byChannel, byLight, crossTown, complete: after === undefined };
  },
});

/** Of what the town must do next; the worse of its two limits. What waits for somebody else stands. */
function lightOf(state: Application, runtime: Runtime): keyof z.output<typeof lights> {
  if (state.status === "received") return viewLimit(state.acceptanceLimit, runtime).light;
  if (state.status !== "accepted") return "stopped";
  const { promised, statutory } = state.limits;
  const shown = [promised, ...(statutory === undefined ? [] : [statutory])].map((one) => viewLimit(one, runtime).light);
  return (["red", "yellow", "green"] as const).find((light) => shown.includes(light)) ?? "stopped";
}

/** The number stands in the body, for no address may hold it; the answer is masked like any other. */
const search: Route = {
  ...read("POST /permits/applications/search", {
    summary: {
      zh: "按申请人证件号码查找办件（号码不入网址，结果脱敏）",
      en: "The applications of one applicant by his number, masked; the latest first",
    },
    allow: staff,
    returns: z.object({ items: z.array(applicationView), complete: z.boolean() }),
    async run({ body, actor }, runtime) {
      const partition = `party:${partyKey(runtime.keyed, partyNumber.parse(body))}`;
      const query = { index: "byDomain", partition, descending: true, limit: pageSize };
      const { items, last } = await runtime.store.list(application, query);
      return { items: items.map((one) => viewApplication(one, { actor, runtime })), complete: last === undefined };
    },
  }),
  body: partyNumber,
};

export const applicationLists: readonly Route[] = [listApplications, countApplications, search];
