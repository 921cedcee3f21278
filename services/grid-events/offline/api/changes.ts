import * as z from "zod";
import { minutesLater } from "../../../../shared/calendar/index.ts";
import { isProblem, problem, type Route, read } from "../../../../shared/http/index.ts";
import type { Runtime } from "../../../../shared/service/index.ts";
import { digest, everythingIn, type Loaded, type Position } from "../../../../shared/store/index.ts";
import { titled } from "../../../../shared/text/index.ts";
import { changePartition, gridEvent, movedPartition } from "../../events/domain/decider.ts";
import { type GridEvent, openStatuses } from "../../events/domain/event.ts";
import { eventView, viewEvent } from "../../events/index.ts";
import { gridsOf } from "./his-grids.ts";

/** So many matters at once; more are asked for with `next`. */
const page = 50;
/** What is written while somebody reads may become visible a little later: the next time begins so much earlier. */
const overlapMinutes = 2;

/** Where a worker's copy stands. */
interface Since {
  /** Changes from this instant on; empty: everything that is open. */
  readonly from: string;
  readonly begunAt: string;
  readonly grids: readonly string[];
  readonly after?: { readonly sort: string; readonly pk: string };
}

const sinceIn = (found: Position): Since | undefined => {
  const { from, begunAt, grids, sort, pk } = found;
  if (from === undefined || begunAt === undefined || grids === undefined) return undefined;
  const after = sort === undefined || pk === undefined ? {} : { after: { sort, pk } };
  return { from, begunAt, grids: grids === "" ? [] : grids.split(","), ...after };
};

/** These are the grids he looks after: he sees the place of each matter. */
const onDuty = { inside: true, point: true } as const;

const isOpen = ({ status }: GridEvent): boolean => openStatuses.some((one) => one === status);

/** Matters that his copy may hold and that are his no longer: they moved, or the grid is another one's now. */
async function removedSince({ from, grids }: Since, his: readonly string[], { store }: Runtime): Promise<string[]> {
  if (from === "") return [];
  const moved = await everythingIn(store, gridEvent, { index: "byMove", partition: movedPartition, from });
  const left = moved.filter(
    ({ state }) =>
      state.left?.grids.some((grid) => grids.includes(grid)) === true && !his.includes(state.where.grid ?? ""),
  );
  const given: Loaded<GridEvent>[] = [];
  for (const grid of grids.filter((one) => !his.includes(one)))
    given.push(
      ...(await everythingIn(store, gridEvent, { index: "byGrid", partition: `event:${grid}` })).filter(({ state }) =>
        isOpen(state),
      ),
    );
  return [...new Set([...left, ...given].map(({ id }) => id))];
}

const changes: Route = read("GET /grid-events/changes", {
  summary: {
    zh: "本人网格自上次以来的变化，及应移除的事件；since为上次答复中的next",
    en: "What changed in one's grids since, and what is to be removed; `since` is `next` of the answer before",
  },
  allow: ["grid-worker"],
  query: z.strictObject({
    since: z
      .string()
      .regex(/^[\w-]{1,4000}$/)
      .optional(),
  }),
  returns: z.object({
    grids: z.array(z.string()),
    items: z.array(eventView),
    removed: titled(z.array(z.string()), { zh: "应移除的事件", en: "Matters to be removed" }),
    next: z.string(),
    more: titled(z.boolean(), { zh: "还有更多", en: "There is more" }),
  }),
  async run({ query, actor }, runtime) {
    const sub = actor?.sub ?? "";
    const scope = digest(["grid-events.changes", runtime.store.table.name, sub]);
    const found = query.since === undefined ? undefined : runtime.cursors.open(query.since, scope);
    const before = found === undefined ? undefined : sinceIn(found);
    if (query.since !== undefined && before === undefined) return problem(422, "request.bad-cursor");
    const now = runtime.clock();
    const grids = await gridsOf(runtime, sub);
    const anew = before === undefined || grids.some((grid) => !before.grids.includes(grid));
    // A round of pages begins with its first one.
    const begunAt = before?.after === undefined ? now : before.begunAt;
    const since: Since = anew ? { from: "", begunAt: now, grids } : { ...before, grids, begunAt };
    const from = since.from === "" ? {} : { from: since.from };
    const lists = grids.map((grid) => ({ index: "byChange", partition: changePartition(grid), ...from }));
    const span = { limit: page, ...(since.after === undefined ? {} : { after: since.after }) };
    const { items, last } = await runtime.store.listAcross(gridEvent, lists, span);
    const recent = minutesLater(now, -24 * 60 * runtime.town.gridEvents.reopenDays);
    const told = items.filter(({ state }) => since.from !== "" || isOpen(state) || (state.changedAt ?? "") >= recent);
    const removed = before === undefined || since.after !== undefined ? [] : await removedSince(before, grids, runtime);
    const position: Position =
      last === undefined
        ? { from: minutesLater(since.begunAt, -overlapMinutes), begunAt: now, grids: grids.join(",") }
        : { from: since.from, begunAt: since.begunAt, grids: grids.join(","), sort: last.sort, pk: last.pk };
    return {
      grids: [...grids],
      items: told.map((one) => viewEvent(one, onDuty)),
      removed,
      next: runtime.cursors.issue(position, scope),
      more: last !== undefined,
    };
  },
});

const answered = z.looseObject({ next: z.string() });

/**
 * G2: brings a worker's copy of his grids up to date: what changed since, and what is his no longer. Without `since`, and once he has
 * another grid, everything that is open. A matter may be told twice; its version says which is the newer one.
 */
export const changesRoute: Route = {
  ...changes,
  async handle(request, runtime, texts) {
    const answer = await changes.handle(request, runtime, texts);
    if (isProblem(answer)) return answer;
    // `next` moves with the clock alone: an answer that tells the same has the same ETag.
    const { next: _next, ...told } = answered.parse(answer.body);
    return { ...answer, headers: { ...answer.headers, etag: `W/"${digest(told).slice(0, 22)}"` } };
  },
};
