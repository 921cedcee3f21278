import * as z from "zod";
import type { Actor } from "../../../../shared/decider/index.ts";
import {
  type Found,
  hasRole,
  list,
  type Order,
  problem,
  type Route,
  read,
  severalOf,
} from "../../../../shared/http/index.ts";
import type { Runtime } from "../../../../shared/service/index.ts";
import type { Loaded, Position } from "../../../../shared/store/index.ts";
import { lineOf } from "../../../../shared/text/index.ts";
import type { Application } from "../domain/application/application.ts";
import { application } from "../domain/application/decider.ts";
import { dueOf, openWork, statusList } from "../domain/application/listed.ts";
import { onTheSpot } from "../domain/application/on-the-spot.ts";
import { lightOf, receiptsOf, viewApplicationRow } from "./application-row.ts";
import { applicationRow, applicationView } from "./application-schema.ts";
import { searchApplications } from "./application-search.ts";
import { staff } from "./register.ts";

const filters = {
  status: severalOf(applicationView.shape.status.options).optional(),
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
  query.status?.includes(state.status) !== false &&
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

const officesOf = ({ town }: Runtime) => town.offices.map(({ id }) => id);

/** Whether a list is told by the day something is due: asked so, or an office's own work in every state. */
const isByDue = ({ status, office, dueBy }: Filters, order: Order | undefined, own: string | undefined) =>
  order?.by === "due" ||
  (order === undefined && (dueBy !== undefined || (status === undefined && (office ?? own) !== undefined)));

function whereToLook(query: Filters, actor: Actor, runtime: Runtime, order: Order | undefined): readonly Found[] {
  const own = officeFor(query, actor, runtime);
  if (isByDue(query, order, own)) {
    const offices =
      own === undefined || (query.office === undefined && query.status !== undefined) ? officesOf(runtime) : [own];
    const all = order === undefined && query.dueBy === undefined;
    const bounds = all ? {} : { ...openWork, ...(query.dueBy === undefined ? {} : { to: `0#${query.dueBy}#~` }) };
    return offices.map((partition) => ({ index: "byOffice", partition, ...bounds }));
  }
  const office = query.office ?? (query.status === undefined ? own : undefined);
  const statuses = query.status ?? (own === undefined ? ["received" as const] : applicationView.shape.status.options);
  return (office === undefined ? officesOf(runtime) : [office]).flatMap((of) =>
    statuses.map((status) => ({ index: "byStatus", partition: statusList(of, status) })),
  );
}

const listApplications = list("GET /permits/applications", {
  summary: {
    zh: "办件列表：按状态（可多个）、科室、到期日、事项、渠道；默认为本科室的办件，未办结的按到期日在前，窗口为已收件的办件；群众只见本人办件",
    en: "Applications by status (one or several), office, due day, item, channel; by default those of one's own office, open ones first by the day they are due, at the counter those just received; a resident sees only his own",
  },
  allow: [...staff, "resident", "agent"],
  of: application,
  query: filters,
  sorts: ["receivedAt", "due"],
  returns: applicationRow,
  find({ query, actor, runtime, order }) {
    if (actor !== undefined && hasRole(actor, staff)) return whereToLook(query, actor, runtime, order);
    if (order?.by === "due") return problem(422, "request.unsortable");
    return { index: "byOwner", partition: actor?.sub ?? "", descending: true };
  },
  keep: (loaded, { query }) => agrees(loaded, query),
  exact: ({ query, actor, runtime, order }) =>
    [query.item, query.channel, query.crossTown, query.onTheSpot].every((one) => one === undefined) &&
    (query.status === undefined ||
      (actor !== undefined && hasRole(actor, staff) && !isByDue(query, order, officeFor(query, actor, runtime)))),
  beside: receiptsOf,
  view: viewApplicationRow,
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

export const applicationLists: readonly Route[] = [listApplications, countApplications, searchApplications];
